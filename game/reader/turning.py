"""What `veils` puts straight for `veiling_turned`: passives with their doer, verdicts, verbs in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.fronting import after, given, subject_of
from game.reader.words import Words
from game.reader.wordsets import words

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from game.reader.tokens import Token
    from game.reader.veils import Veil

    Rebuild = Callable[[re.Match[str], list[Token], dict[int, int], Veil], bool]

_BAD: Final = words("terrible awful bad dreadful atrocious appalling hopeless abysmal lousy horrible poor")
_SIDES: Final = words("other far left right wrong near bright dark sunny safe")


def _finite(token: Token, past: bool = False) -> None:
    """Make the word a finite verb."""
    token.tag = "D" if past else "Z"
    known = Words.load()
    token.lemma = next(
        (lemma for tag in "EDZV" if (lemma := known.lemma(token.low, tag)) != token.low), token.low
    )


def _object(token: Token) -> None:
    """Make a subject pronoun an object."""
    token.low = {"she": "her", "he": "him", "i": "me"}.get(token.low, token.low)
    if token.low in {"her", "him", "me"}:
        token.tag = "o"


def _passive(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*The letter was written by Ruby*: she wrote it."""
    del veil
    thing, be, verb = at[match.start("thing")], at[match.start("be")], at[match.start("verb")]
    who, last = at[match.start("who")], after(tokens, at, match.end())
    if "E" not in tokens[verb].tags + tokens[verb].tag and "D" not in tokens[verb].tags:
        return False
    named = tokens[thing:be]
    if len(named) == 1:
        _object(named[0])
    elif named[-1].tag not in "NP" or not named[-1].tag:
        return False
    past = match.group("be") not in {"is", "are", "gets"}
    here = tokens[0].start
    _finite(tokens[verb], past)
    tokens[:last] = [subject_of(tokens[who], here), tokens[verb], *named]
    return True


def _vowed(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Laugh she did*."""
    del veil
    verb, who, last = at[match.start("verb")], at[match.start("who")], after(tokens, at, match.end())
    if "V" not in tokens[verb].tags + tokens[verb].tag:
        return False
    here = tokens[0].start
    denied = [given("does", "u", "do", here), given("not", "x", "not", here)] if match.group("neg") else []
    tokens[verb].tag, tokens[verb].lemma = ("V" if denied else "Z"), tokens[verb].low
    tokens[:last] = [subject_of(tokens[who], here), *denied, tokens[verb]]
    return True


def _did_was(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*What Ruby did was laugh*."""
    del veil
    who, last = at[match.start("who")], after(tokens, at, match.end())
    if last >= len(tokens) or not {"V", "D", "G"} & set(tokens[last].tags + tokens[last].tag):
        return False
    here = tokens[0].start
    _finite(tokens[last], "V" not in tokens[last].tags)
    tokens[:last] = [subject_of(tokens[who], here)]
    return True


def _adjective_is(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Shy, Ruby isn't*."""
    del veil
    adjective, who = tokens[at[match.start("adj")]], at[match.start("who")]
    last = after(tokens, at, match.end())
    if not {"A", "E"} & set(adjective.tags + adjective.tag):
        return False
    adjective.tag = "A" if "A" in adjective.tags + adjective.tag else "E"
    here = tokens[0].start
    never = match.group("neg").strip().startswith("never")
    no = given("never", "R", "never", here) if never else given("not", "x", "not", here)
    tokens[:last] = [subject_of(tokens[who], here), given("is", "b", "be", here), no, adjective]
    return True


def _has_not(tokens: list[Token], who: int, last: int, auxiliary: str) -> bool:
    """Somebody does not, or did not, do what begins at `last`; false where no verb stands there."""
    if last >= len(tokens) or "V" not in tokens[last].tags + tokens[last].tag:
        return False
    here = tokens[0].start
    tokens[last].tag = "V"
    no = [given(auxiliary, "u", "do", here), given("not", "x", "not", here)]
    tokens[:last] = [subject_of(tokens[who], here), *no]
    return True


def _far_from(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Far be it from Ruby to gossip*: she doesn't."""
    del veil
    who, last = at[match.start("who")], after(tokens, at, match.end())
    return _has_not(tokens, who, last, "does")


def _no_sooner(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*No sooner had Ruby sat down than she slept*: both."""
    del veil
    who, than = at[match.start("who")], at[match.start("at")]
    body = tokens[who + 1 : than]
    if not body or "D" not in body[0].tags + body[0].tag:
        return False
    body[0].tag = "D"
    joint = tokens[than]
    joint.low, joint.tag, joint.lemma = "and", "j", "and"
    tokens[:than] = [subject_of(tokens[who], tokens[0].start), *body]
    return True


def _not_one_of(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby can be many things, but boring is not one of them*."""
    del veil
    who, adjective, last = (
        tokens[at[match.start("who")]], tokens[at[match.start("adj")]], after(tokens, at, match.end())
    )  # fmt: skip
    here = tokens[0].start
    if {"A", "E", "G"} & set(adjective.tags + adjective.tag):
        adjective.tag, adjective.lemma = "A", adjective.low
    article = [] if adjective.tag == "A" else [given("a", "d", "a", here)]
    tokens[:last] = [
        subject_of(who, here), given("is", "b", "be", here), given("not", "x", "not", here), *article, adjective  # noqa: E501
    ]  # fmt: skip
    return True


def _has_none(first: int, last: int, tokens: list[Token], what: list[Token]) -> bool:
    here = tokens[first].start
    tokens[first:last] = [given("has", "h", "have", here), given("no", "d", "no", here), *what]
    return True


def _as_much(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*She has about as much tact as a brick*: none."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    what = tokens[at[match.start("what")] : after(tokens, at, match.end("what"))]
    return _has_none(first, last, tokens, what)


def _never_accused(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby has never been accused of modesty*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens):
        return False
    here = tokens[first].start
    if tokens[last].low == "being":
        tokens[first : last + 1] = [given("is", "b", "be", here), given("not", "x", "not", here)]
        return True
    if tokens[last].tag == "G":
        tokens[first:last] = [given("is", "b", "be", here), given("not", "x", "not", here)]
        return True
    return _has_none(first, last, tokens, [])


def _on_side(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby is a bit on the shy side*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    adjective = tokens[at[match.start("adj")]]
    if "A" not in adjective.tags + adjective.tag or adjective.low in _SIDES:
        return False
    adjective.tag = "A"
    tokens[first:last] = [adjective]
    return True


def _seen(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby was seen dancing; she was heard to laugh; she is to be found in the bar*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens) or "never" in match.group():
        return False
    here, following = tokens[first].start, tokens[last]
    past = match.group("be") == "was"
    if following.tag == "t" and last + 1 < len(tokens) and "V" in tokens[last + 1].tags:
        _finite(tokens[last + 1], past)
        del tokens[first : last + 1]
        return True
    placed = following.tag == "i" and following.low in {"in", "at", "on"}
    if following.tag == "G" or "G" in following.tags or placed:
        if following.tag != "i":
            following.tag = "G"
        tokens[first:last] = [given("was" if past else "is", "b", "be", here)]
        return True
    return False


def _pronounced(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*I hereby declare Ruby free*."""
    del veil
    who, last = at[match.start("who")], after(tokens, at, match.end())
    if last >= len(tokens) or tokens[last].tag not in "AENdR" or not tokens[last].tag:
        return False
    here = tokens[0].start
    tokens[:last] = [subject_of(tokens[who], here), given("is", "b", "be", here)]
    return True


def _unmoved(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Neither hail nor taxes could make Ruby yawn*: she didn't."""
    del veil
    who, last = at[match.start("who")], after(tokens, at, match.end())
    if last >= len(tokens) or "V" not in tokens[last].tags + tokens[last].tag:
        return False
    if tokens[0].low == "neither":
        return _has_not(tokens, who, last, "did")
    here = tokens[0].start
    tokens[last].tag, tokens[last].lemma = "Z", tokens[last].low
    tokens[:last] = [subject_of(tokens[who], here), given("never", "R", "never", here)]
    return True


def _trusted(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Trust Ruby to lose the tickets*: she does."""
    del veil
    who, last = at[match.start("who")], after(tokens, at, match.end())
    if last >= len(tokens) or not (
        {"V"} & set(tokens[last].tags + tokens[last].tag) or tokens[last].low == "be"
    ):
        return False
    here = tokens[0].start
    if tokens[last].low == "be":
        tokens[last].low, tokens[last].tag, tokens[last].lemma = "is", "b", "be"
    else:
        tokens[last].tag, tokens[last].lemma = "Z", tokens[last].low
    tokens[:last] = [subject_of(tokens[who], here)]
    return True


def _called_by(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Only a fool would call Ruby dull*: she isn't."""
    last = after(tokens, at, match.end())
    here = tokens[0].start
    rest = last + 1
    while rest < len(tokens) and tokens[rest].low in {"as", "of", "being", "to", "be"}:
        rest += 1
    if rest >= len(tokens):
        return False
    veil.denied.append((here, tokens[-1].end + 1))
    if "A" in tokens[rest].tags and tokens[rest].tag in "NV":
        tokens[rest].tag = "A"
    tokens[:rest] = [subject_of(tokens[last], here), given("is", "b", "be", here)]
    return True


def _whoever(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Whoever ate the custard, it wasn't Ruby*."""
    body, who, last = at[match.start("body")], at[match.start("who")], after(tokens, at, match.end())
    stop = after(tokens, at, match.end("body"))
    here = tokens[0].start
    if match.group("neg"):
        veil.denied.append((here, tokens[-1].end + 1))
    tokens[:last] = [subject_of(tokens[who], here), *tokens[body:stop]]
    return True


def _least_of_all(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Nobody, least of all Ruby, expected the otters*."""
    who, last = at[match.start("who")], after(tokens, at, match.end())
    here = tokens[0].start
    veil.denied.append((here, tokens[-1].end + 1))
    if "D" in tokens[last].tags and tokens[last].tag == "E":
        tokens[last].tag = "D"
    tokens[:last] = [subject_of(tokens[who], here)]
    return True


def _owner(match: re.Match[str], tokens: list[Token], at: dict[int, int]) -> Token:
    return subject_of(tokens[at[match.start("own")]], tokens[at[match.start()]].start)


def _verdict(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby's cooking is terrible*: she is bad at it."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    what, here = tokens[at[match.start("what")]], tokens[first].start
    how = "bad" if match.group("how") in _BAD else "good"
    tokens[first:last] = [
        _owner(match, tokens, at), given("is", "b", "be", here), given(how, "A", how, here),
        given("at", "i", "at", here), what,
    ]  # fmt: skip
    return True


def _abounds(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby's kindness knows no bounds*: she has it."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    what, here = tokens[at[match.start("what")]], tokens[first].start
    tokens[first:last] = [_owner(match, tokens, at), given("has", "h", "have", here), what]
    return True


def _failed(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby's patience has run out*."""
    first = at[match.start()]
    if not _abounds(match, tokens, at, veil):
        return False
    tokens.insert(first + 2, given("no", "d", "no", tokens[first].start))
    return True


TURNING: Final[dict[str, Rebuild]] = {
    "passive": _passive, "vowed": _vowed, "didwas": _did_was, "adjectiveis": _adjective_is,
    "farfrom": _far_from, "nosooner": _no_sooner, "notoneof": _not_one_of, "asmuch": _as_much,
    "neveraccused": _never_accused, "onside": _on_side, "seen": _seen, "pronounced": _pronounced,
    "verdict": _verdict, "abounds": _abounds, "failed": _failed, "unmoved": _unmoved,
    "trusted": _trusted, "calledby": _called_by, "whoever": _whoever,
    "leastofall": _least_of_all,
}  # fmt: skip
