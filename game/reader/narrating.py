"""What `veils` makes of *it pleased her to, it was like her to, nothing pleased her like*: plain clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.fronting import after, given, subject_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from game.reader.tokens import Token
    from game.reader.veils import Veil

    Rebuild = Callable[[re.Match[str], list[Token], dict[int, int], Veil], bool]


def _verb_at(tokens: list[Token], last: int) -> bool:
    """Make the word there the verb it is after *to*."""
    k = last
    while k < len(tokens) and tokens[k].tag in "Rx":
        k += 1
    if k >= len(tokens) or not ({"V"} & set(tokens[k].tags + tokens[k].tag) or tokens[k].tag in "bhu"):
        return False
    if tokens[k].tag not in "bhu":
        tokens[k].tag, tokens[k].lemma = "V", tokens[k].low
    return True


def _who(match: re.Match[str], tokens: list[Token], at: dict[int, int], begins: int) -> Token:
    group = "own" if "own" in match.re.groupindex else "who"
    return subject_of(tokens[at[match.start(group)]], begins)


def _finite(tokens: list[Token], last: int, here: int) -> None:
    """*be late* as *is late*."""
    if tokens[last].low == "be":
        tokens[last] = given("was", "b", "be", here)


def _it_to(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*It was like Ruby to bring a spade; it never occurred to her to ask*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens) or not _verb_at(tokens, last):
        return False
    here = tokens[first].start
    who = _who(match, tokens, at, here)
    groups = match.groupdict()
    denied = bool(groups.get("neg") or groups.get("un"))
    never = [given("never", "R", "never", here)] if denied else []
    if tokens[last].low == "be":
        _finite(tokens, last, here)
        tokens[first:last] = [who]
        tokens[first + 2 : first + 2] = never
        return True
    if denied:
        tokens[first:last] = [who, given("did", "u", "do", here), given("not", "x", "not", here)]
        return True
    tokens[first:last] = [who, *never]
    return True


def _it_pleased(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*It amused her to be late*: it amused her; she was late."""
    del veil
    to, last = at[match.start("to")], after(tokens, at, match.end())
    if last >= len(tokens) or not _verb_at(tokens, last):
        return False
    here = tokens[to].start
    _finite(tokens, last, here)
    who = subject_of(tokens[at[match.start("who")]], here)
    tokens[to:last] = [given(";", ",", ";", here), who]
    return True


def _it_belief(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*It was her opinion that the moon was overrated*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    here = tokens[first].start
    who = _who(match, tokens, at, here)
    tokens[first:last] = [who, given("believed", "D", "believe", here), given("that", "k", "that", here)]
    return True


def _nothing_like(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Nothing pleased her like rain; there is nothing she fears more than silence*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens):
        return False
    here = tokens[first].start
    verb = tokens[at[match.start("verb")]]
    who = _who(match, tokens, at, here)
    loved = (
        given("loved", "D", "love", here) if match.group().lower().startswith(("nothing", "no ")) else verb
    )
    if tokens[last].low == "to":
        return False
    tokens[first:last] = [who, loved]
    return True


def _never_like(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*I never knew anyone who could sulk like Ruby*: she could sulk."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    here = tokens[first].start
    body = tokens[at[match.start("body")] : after(tokens, at, match.end("body"))]
    if not match.group("rel") or not body or body[0].tag not in "VZDbhumR":
        return False
    tokens[first:last] = [subject_of(tokens[at[match.start("who")]], here), *body]
    return True


NARRATING: Final[dict[str, Rebuild]] = {
    "itto": _it_to,
    "itpleased": _it_pleased,
    "itbelief": _it_belief,
    "nothinglike": _nothing_like,
    "neverlike": _never_like,
}
