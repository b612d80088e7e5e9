"""What `veils` builds anew for `veiling_traps`: least of all, nobody but her, what belongs to her."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.fronting import after, given, subject_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from game.reader.tokens import Token
    from game.reader.veils import Veil

    Rebuild = Callable[[re.Match[str], list[Token], dict[int, int], Veil], bool]

_NEGATIVE: Final = frozenset({"not", "n't", "never"})
_MODAL: Final = frozenset({"will", "would", "wo", "do", "does", "did"})


def _close(tokens: list[Token]) -> int:
    """Where the full stop stands, or the end."""
    return next((i for i, t in enumerate(tokens) if t.tag == "." and t.tag), len(tokens))


def _least(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby is the least jealous person I know*: she is not jealous."""
    del veil
    first, here = at[match.start()], at[match.start("adj")]
    last = after(tokens, at, match.end())
    adjective = tokens[here]
    if not {"A", "E"} & set(adjective.tags + adjective.tag):
        return False
    adjective.tag = "A" if "A" in adjective.tags + adjective.tag else "E"
    adjective.lemma = adjective.low
    tokens[first:last] = [tokens[first], given("not", "x", "not", adjective.start), adjective]
    return True


def _nobody_but(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Nobody at the picnic but Ruby clapped*: she did."""
    del veil
    last = after(tokens, at, match.end())
    if last + 1 >= len(tokens):
        return False
    tokens[: last + 1] = [subject_of(tokens[last], tokens[0].start)]
    return True


def _nothing_that(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*There is nothing Ruby fears; there is nothing that she won't eat*."""
    del veil
    who = at[match.start("who")]
    stop = _close(tokens)
    body = tokens[who + 1 : stop]
    if not body or not any(t.tag in "ZDVbhum" and t.tag for t in body):
        return False
    person = any(tokens[i].low in {"no one", "nobody", "no-one", "anyone", "soul"} for i in range(who))
    twice = any(t.low in _NEGATIVE for t in body)
    if twice:
        body = [t for t in body if t.low not in _NEGATIVE]
        verb = next((i for i, t in enumerate(body) if t.tag == "V"), -1)
        if verb > 0 and body[verb - 1].low in _MODAL:
            past = body[verb - 1].low == "did"
            body[verb].tag = "D" if past else "Z"
            del body[verb - 1]
    more = next((i for i, t in enumerate(body) if t.low in {"more", "better"}), -1)
    if more > 0 and more + 1 < len(body) and body[more + 1].low == "than":
        thing = body[more + 2 :]
        weight = [given("so much", "R", "so much", thing[-1].end)] if thing else []
        tokens[:stop] = [subject_of(tokens[who], tokens[0].start), *body[:more], *thing, *weight]
        return True
    what = "everyone" if twice and person else "everything" if twice else "nobody" if person else "nothing"
    here = body[-1].end
    subject = subject_of(tokens[who], tokens[0].start)
    tokens[:stop] = [subject, *body, given(what, "q", what, here)]
    return True


def _beloved(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*The one I love is Ruby*."""
    del veil
    subject, body, who = at[match.start("subject")], at[match.start("body")], at[match.start("who")]
    verb = tokens[body]
    if not {"V", "Z", "D"} & set(verb.tags + verb.tag):
        return False
    verb.tag = next(t for t in (verb.tag, *verb.tags) if t in "VZD")
    here = tokens[0].start
    negated = [given("not", "x", "not", here)] if match.group("neg") else []
    target = tokens[who]
    target.tag = "n" if target.tag == "n" else "o"
    tokens[: who + 1] = [subject_of(tokens[subject], here), *negated, verb, target]
    return True


def _thing(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*The thing Ruby hates most is lying*."""
    del veil
    who, verb, last = at[match.start("who")], at[match.start("verb")], after(tokens, at, match.end())
    if not {"V", "Z", "D"} & set(tokens[verb].tags + tokens[verb].tag) or last >= len(tokens):
        return False
    tokens[verb].tag = next(t for t in (tokens[verb].tag, *tokens[verb].tags) if t in "ZVD")
    tokens[:last] = [subject_of(tokens[who], tokens[0].start), tokens[verb]]
    return True


def _belonging(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*There is a horse that belongs to Ruby; the red car is hers*: she has it."""
    del veil
    thing, who, last = at[match.start("thing")], at[match.start("who")], after(tokens, at, match.end())
    stop = next(
        (
            i
            for i in range(thing, len(tokens))
            if tokens[i].tag in "NP" and (i + 1 >= len(tokens) or tokens[i + 1].tag not in "NP")
        ),
        -1,
    )
    if stop < 0 or tokens[thing].tag not in "dcs" or any(t.tag in "on" for t in tokens[thing:stop]):
        return False
    here = tokens[0].start
    words = tokens[thing : stop + 1]
    for word in words:
        word.who = ""
    tokens[:last] = [subject_of(tokens[who], here), given("has", "h", "have", here), *words]
    return True


def _job(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby's job is painting houses*: she paints them."""
    del veil
    first, last = at[match.start("at")], after(tokens, at, match.end())
    if last >= len(tokens) or tokens[last].tag not in "GV" or not tokens[last].tag:
        return False
    owner = first - 1 if tokens[first - 1].low != "'s" else first - 2
    if owner != 0:
        return False
    here = tokens[0].start
    copula = [given("is", "b", "be", here)] if tokens[last].tag == "G" else []
    if not copula:
        tokens[last].tag = "Z"
    tokens[:last] = [subject_of(tokens[0], here), *copula]
    return True


def _has_no(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby is devoid of pity; she is without shame*: she has none."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens) or tokens[last].tag not in "NPAG" or not tokens[last].tag:
        return False
    here = tokens[first].start
    tokens[first:last] = [given("has", "h", "have", here), given("no", "d", "no", here)]
    return True


def _verb(token: Token, past: bool = False) -> None:
    """Make the word a finite verb."""
    token.tag = "D" if past else "Z"


def _calling(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Calling Ruby shy would be a lie; to call her kind is an understatement*."""
    who, body, stop = at[match.start("who")], at[match.start("body")], at[match.start("be")]
    last = after(tokens, at, match.end())
    here = tokens[0].start
    subject = subject_of(tokens[who], here)
    if match.group("neg"):
        veil.denied.append((here, tokens[-1].end + 1))
    said = tokens[body:stop]
    if len(said) == 1 and "A" in said[0].tags:
        said[0].tag = "A"
    tokens[:last] = [subject, given("is", "b", "be", here), *said]
    return True


def _no_less(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*She does not love me any less; she couldn't love me more*."""
    del veil
    first, body, last = at[match.start()], at[match.start("body")], after(tokens, at, match.end())
    stop = after(tokens, at, match.end("body"))
    _verb(tokens[body], tokens[first].low == "did")
    tokens[first:last] = tokens[body:stop]
    return True


def _all_with(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Everybody laughed, Ruby included; everyone laughed, even Ruby*."""
    del veil
    how, too = match.group("how") or "", (match.group("too") or "").strip()
    if not how and not too:
        return False
    body, who = at[match.start("body")], at[match.start("who")]
    stop = after(tokens, at, match.end("body"))
    last = after(tokens, at, match.end())
    here = tokens[0].start
    tokens[:last] = [subject_of(tokens[who], here), *tokens[body:stop]]
    return True


def _not_also(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Harry laughed, not Ruby*."""
    verb, last = at[match.start("verb")], after(tokens, at, match.end())
    who = tokens[at[match.start("who")]]
    if tokens[verb].tag not in "ZDV":
        return False
    pronouns = {"i": "calvin", "me": "calvin", "her": "ruby", "him": "calvin"}
    veil.contrast.append((pronouns.get(who.low, who.who or "other"), False))
    del tokens[verb + 1 : last]
    return True


def _all_does(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*All Ruby ever does is cry*: she does nothing else."""
    del veil
    last = after(tokens, at, match.end())
    if last >= len(tokens) or "V" not in tokens[last].tags + tokens[last].tag:
        return False
    here = tokens[0].start
    _verb(tokens[last])
    tokens[:last] = [subject_of(tokens[at[match.start("who")]], here), given("only", "R", "only", here)]
    return True


def _untrue(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Nothing Ruby says is true*: she is never truthful."""
    del veil
    last = after(tokens, at, match.end())
    here = tokens[0].start
    tokens[:last] = [
        subject_of(tokens[at[match.start("who")]], here),
        given("is", "b", "be", here),
        given("never", "R", "never", here),
        given("truthful", "A", "truthful", here),
    ]
    return True


TRAPPING: Final[dict[str, Rebuild]] = {
    "least": _least, "nobodybut": _nobody_but, "nothingthat": _nothing_that, "beloved": _beloved,
    "thing": _thing, "calling": _calling, "noless": _no_less, "allwith": _all_with, "notalso": _not_also,
    "alldoes": _all_does, "untrue": _untrue, "hasno": _has_no, "belonging": _belonging, "job": _job,
}  # fmt: skip
