"""More that `veils` puts back in plain order: inversions, splinters of praise, stage directions, names put twice."""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.fronting import VERBAL, after, between, given, subject_of
from game.reader.tokens import Token

if TYPE_CHECKING:
    import re

    from game.reader.fronting import Rebuild
    from game.reader.veils import Veil


def _so_had(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*So profound was her melancholy that she never ate*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    noun, adjective = tokens[at[match.start("noun")]], tokens[at[match.start("what")]]
    if "N" not in noun.tags + noun.tag or not ({"A", "E"} & set(adjective.tags + adjective.tag)):
        return False
    here = tokens[first].start
    noun.tag = "N"
    owner = tokens[at[match.start("own")]]
    if owner.low == "the":
        owner = Token(here, here, "she", "she", "p", "p", "she")
    stop = tokens[last - 1]
    tokens[first:last] = [
        subject_of(owner, here),
        Token(here, here, "", "had", "h", "h", "have"),
        Token(here, here, "", "such", "d", "d", "such"),
        noun,
        Token(stop.start, stop.end, ";", ";", ",", ",", ";"),
    ]
    return True


def _remained(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*What remained of her was a thin, tractable creature*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    here = tokens[first].start
    who = (
        tokens[at[match.start("who")]]
        if match.group("who")
        else Token(here, here, "she", "she", "p", "p", "she")
    )
    tokens[first:last] = [subject_of(who, here), tokens[at[match.start("be")]]]
    return True


def _all_about(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Everything about her was crooked*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    k = last
    while k < len(tokens) and tokens[k].tag == "R":
        k += 1
    if k >= len(tokens) or tokens[k].tag not in "AE":
        return False
    here, be = tokens[first].start, tokens[at[match.start("be")]]
    low = "never" if match.group("all") == "nothing" else "completely"
    who = subject_of(tokens[at[match.start("who")]], here)
    tokens[first:last] = [who, be, given(low, "R", low, be.end)]
    return True


def _once_upon(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*There was a girl called Ruby who lived in a clock*: Ruby lived in a clock."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    name = tokens[at[match.start("who")]]
    if last >= len(tokens) or tokens[last].tag not in VERBAL + "R":
        return False
    tokens[first:last] = [name]
    return True


def _was_she(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Blessed is Ruby, who feeds the strays*: she is blessed."""
    del veil
    what, be, who = (tokens[at[match.start(g)]] for g in ("what", "be", "who"))
    first, last = at[match.start()], after(tokens, at, match.end())
    if what.tag not in "AE" or not what.tag or what.low in {"here", "there", "so", "such", "how", "gone"}:
        return False
    if last < len(tokens) and tokens[last].tag in VERBAL + "AEG" and tokens[last].tag:
        return False
    if last + 1 < len(tokens) and tokens[last].low == "," and tokens[last + 1].low == "who":
        tokens[last + 1].low, tokens[last + 1].tag, tokens[last + 1].lemma = "and", "j", "and"
        last += 1
    tokens[first:last] = [subject_of(who, what.start), be, what]
    return True


def _she_was(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Kind she was not*."""
    del veil
    what, who = tokens[at[match.start("what")]], tokens[at[match.start("who")]]
    if what.tag not in "AEN" or "A" not in what.tags + what.tag:
        return False
    first, last = at[match.start()], after(tokens, at, match.end())
    what.tag = "A"
    rest = tokens[at[match.start("be")] : last]
    tokens[first:last] = [subject_of(who, what.start), *rest, what]
    return True


def _virtue(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Patience was not among her virtues*: she had none."""
    del veil
    what, own = tokens[at[match.start("what")]], tokens[at[match.start("own")]]
    first, last = at[match.start()], after(tokens, at, match.end())
    here = what.start
    no = [given("no", "d", "no", here)] if match.group("neg") else []
    what.tag = "N"
    tokens[first:last] = [subject_of(own, here), given("had", "h", "have", here), *no, what]
    return True


def _all_over(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*This was Ruby all over: generous, loud*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    who = tokens[at[match.start("who")]]
    if last >= len(tokens) or tokens[last].tag not in "AERd":
        return False
    tokens[first:last] = [subject_of(who, tokens[first].start), given("was", "b", "be", who.end)]
    return True


def _stage(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Enter Ruby, dripping*."""
    del veil
    how, who = at[match.start("how")], at[match.start("who")]
    verb = tokens[how]
    verb.tag, verb.lemma = "Z", verb.low.removesuffix("s")
    tokens[how : who + 1] = [subject_of(tokens[who], verb.start), verb]
    return True


def _or_called(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby, or Miss Sparks, as the pupils called her, taught*."""
    del veil
    start = match.start() + 1 if match.group()[0] == " " else match.start()
    first, last = at[start], after(tokens, at, match.end())
    if not first or tokens[first - 1].tag != "n" or last >= len(tokens):
        return False
    if any(t.tag in VERBAL and t.tag for t in tokens[first:last] if t.low != "called"):
        return False
    del tokens[first:last]
    return True


def _as_as(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*She is as brave as she is careless*: both."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    one, two = tokens[at[match.start("one")]], tokens[at[match.start("two")]]
    if not all({"A", "E"} & set(t.tags + t.tag) for t in (one, two)):
        return False
    for token in (one, two):
        token.tag = "A" if "A" in token.tags + token.tag else "E"
    tokens[first:last] = [tokens[first], one, given("and", "j", "and", one.end), two]
    return True


def _only_once(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Only once did Ruby cry*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    be, who = tokens[at[match.start("be")]], tokens[at[match.start("who")]]
    tokens[first:last] = [subject_of(who, tokens[first].start), be]
    return True


def _hardly_had(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Hardly had Ruby unpacked when she was homesick*: both, one after the other."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    rest = between(tokens, at, match, "rest")
    who, to = tokens[at[match.start("who")]], tokens[at[match.start("to")]]
    had = next((t for t in tokens[first:last] if t.low == "had"), None)
    if had is None or not rest or last >= len(tokens):
        return False
    end = Token(to.start, to.end, ";", ";", ",", ",", ";")
    verb = next((t for t in rest if t.tag in "DE"), None)
    if verb is not None:
        verb.tag = "E"
    tokens[first:last] = [subject_of(who, tokens[first].start), had, *rest, end]
    return True


def _of_a_man(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*a bear of a man*: a bear."""
    del veil
    noun, last = at[match.start("noun")], after(tokens, at, match.end())
    if "N" not in tokens[noun].tags + tokens[noun].tag:
        return False
    tokens[noun].tag = "N"
    del tokens[noun + 1 : last]
    return True


def _here_lies(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Here lies Ruby, who meant to tidy up*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    who = subject_of(tokens[at[match.start("who")]], tokens[first].start)
    if last + 1 < len(tokens) and tokens[last].low == "," and tokens[last + 1].low == "who":
        tokens[last + 1].low, tokens[last + 1].tag, tokens[last + 1].lemma = "and", "j", "and"
        del tokens[last]
    tokens[first:last] = [who, given("is", "b", "be", who.end), given("dead", "A", "dead", who.end)]
    return True


INVERTED: Final[dict[str, Rebuild]] = {
    "herelies": _here_lies,
    "hardlyhad": _hardly_had,
    "orcalled": _or_called,
    "asas": _as_as,
    "onlyonce": _only_once,
    "stage": _stage,
    "allover": _all_over,
    "virtue": _virtue,
    "shewas": _she_was,
    "onceupon": _once_upon,
    "wasshe": _was_she,
    "sohad": _so_had,
    "remained": _remained,
    "allabout": _all_about,
    "ofaman": _of_a_man,
}
