"""What `veils` puts back in plain order: clefts, inversions, comparisons of two words for one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.tokens import Token

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from game.reader.veils import Veil

    Rebuild = Callable[[re.Match[str], list[Token], dict[int, int], Veil], bool]

_SHE: Final = {"her": "she", "him": "he", "his": "he", "hers": "she", "my": "i", "mine": "i", "me": "i"}
VERBAL: Final = "VZDbhum"


def given(low: str, tag: str, lemma: str, at: int) -> Token:
    """A word that the page does not have."""
    return Token(at, at, "", low, tag, tag, lemma)


def after(tokens: list[Token], at: dict[int, int], end: int) -> int:
    """The token after a match that ends there."""
    return at[end] if end in at else at.get(end + 1, len(tokens))


def subject_of(token: Token, begins: int) -> Token:
    """The name or pronoun as a subject."""
    low = _SHE.get(token.low, token.low)
    tag = token.tag if low == token.low else "p"
    return Token(begins, begins, token.text, low, tag, tag, low if tag == "p" else token.lemma, token.who)


def between(tokens: list[Token], at: dict[int, int], match: re.Match[str], group: str) -> list[Token]:
    """The tokens that a group matched."""
    if not match.group(group):
        return []
    start = match.start(group) + len(match.group(group)) - len(match.group(group).lstrip())
    return tokens[at[start] : after(tokens, at, match.end(group))]


def _such_was(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Such was her pride that she never wrote*: she had such pride; she never wrote."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    what = between(tokens, at, match, "what")
    if any(t.tag in VERBAL and t.tag for t in what) or last >= len(tokens):
        return False
    here = tokens[first].start
    owner = tokens[at[match.start("own")]]
    stop = tokens[last - 1]
    tokens[first:last] = [
        subject_of(owner, here),
        Token(here, here, "", "had", "h", "h", "have"),
        Token(here, here, "", "such", "d", "d", "such"),
        *what,
        Token(stop.start, stop.end, ";", ";", ",", ",", ";"),
    ]
    return True


def _so_was(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*So afraid was she of dogs that she crossed the road*: she was so afraid of dogs."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens):
        return False
    adjectives = [*between(tokens, at, match, "what"), *between(tokens, at, match, "more")]
    be, who = tokens[at[match.start("be")]], tokens[at[match.start("who")]]
    rest = between(tokens, at, match, "rest")
    rest = [t for t in rest if t.low not in {",", "that"}]
    so, stop = tokens[first], tokens[last - 1]
    name = subject_of(who, so.start)
    end = Token(stop.start, stop.end, ";", ";", ",", ",", ";")
    if be.low in {"did", "does"}:
        verb = next((t for t in rest if "V" in t.tags + t.tag), None)
        if verb is None:
            return False
        verb.tag = "V"
        tokens[first:last] = [name, be, *rest, so, *adjectives, end]
        return True
    if adjectives[0].tag not in "AER" and "A" not in adjectives[0].tags:
        return False
    if adjectives[0].tag == "R" and rest and rest[0].tag in "EG":
        tokens[first:last] = [name, be, so, *adjectives, *rest, end]
        return True
    adjectives[0].tag = adjectives[0].tag if adjectives[0].tag in "AE" else "A"
    tokens[first:last] = [name, be, so, *adjectives, *rest, end]
    return True


def _cleft_object(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*It was silence that she feared; it was in Paris that she learnt to swim*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    what = between(tokens, at, match, "what")
    if (
        any(t.tag in VERBAL and t.tag for t in what)
        or not any(t.tag in "NPni" for t in what)
        or (len(what) == 1 and what[0].tag not in "NPn")
        or last >= len(tokens)
    ):
        return False
    who = at[match.start("who")]
    stop = next((i for i in range(last, len(tokens)) if tokens[i].tag in ".,k"), len(tokens))
    if any(t.tag == "T" for t in tokens[last:stop]):
        return False
    tokens[first:stop] = [tokens[who], *tokens[who + 1 : stop], *what]
    return True


def _not_so(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*She is not so much angry as tired; does not so much enter a room as interrupt it*: the second of the two."""  # noqa: E501
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens) or (tokens[first].low in {"does", "do", "did"} and "V" not in tokens[last].tags):
        return False
    auxiliary = tokens[first]
    if auxiliary.low in {"does", "do", "did"}:
        tokens[last].tag = "V"
    elif tokens[last].tag == "V" and "A" in tokens[last].tags:
        tokens[last].tag = "A"
    tokens[first:last] = [auxiliary]
    return True


def _less_than(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby was less a nurse than a general; less angry than tired*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    what = between(tokens, at, match, "what")
    if last >= len(tokens) or not what:
        return False
    if len(what) == 1 and (what[0].tag not in "AE" or tokens[last].tag not in "AE"):
        return False
    del tokens[first:last]
    return True


def _there_in_her(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*There was in her a stubbornness*: she had it."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    here, name = tokens[first].start, tokens[at[match.start("who")]]
    tokens[first:last] = [subject_of(name, here), Token(here, here, "", "had", "h", "h", "have")]
    return True


def _in_her_there(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*There was an air of mischief about her*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    who = at[match.start("who")]
    noun = tokens[last : who - 1]
    if any(t.tag in VERBAL + "GE" and t.tag for t in noun) or noun[-1].tag not in "NP":
        return False
    here, name = tokens[first].start, tokens[who]
    tokens[first : who + 1] = [subject_of(name, here), Token(here, here, "", "had", "h", "h", "have"), *noun]
    return True


def _hers(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Hers is the only motorcycle in the street*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    here = tokens[first].start
    tokens[first:last] = [
        subject_of(tokens[first], here),
        Token(here, tokens[last - 1].end, "", "had", "h", "h", "have"),
    ]
    return True


def _put_there(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*From her belt hung a ring of keys*: she had it there."""
    del veil
    first, put = at[match.start()], at[match.start("put")]
    owner = tokens[at[match.start("own")]]
    place = [t for t in tokens[first:put] if t.low not in {"there", ","}]
    if any(t.tag in VERBAL and t.tag for t in place) or place[-1].tag not in "NP":
        return False
    stop = next((i for i in range(put + 1, len(tokens)) if tokens[i].tag in ".,TWk"), len(tokens))
    if any(t.tag in VERBAL and t.tag for t in tokens[put + 1 : stop]):
        return False
    here = tokens[first].start
    tokens[first:stop] = [
        subject_of(owner, here),
        Token(here, here, "", "had", "h", "h", "have"),
        *tokens[put + 1 : stop],
        *place,
    ]
    return True


def _as_much(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*She was curious as much as afraid*: both."""
    del veil
    what, last = at[match.start("what")], after(tokens, at, match.end())
    if last >= len(tokens) or tokens[what].tag not in "AE" or tokens[last].tag not in "AE":
        return False
    old = tokens[what + 1]
    tokens[what + 1 : last] = [Token(old.start, old.end, old.text, "and", "j", "j", "and")]
    return True


FRONTING: Final[dict[str, Rebuild]] = {
    "suchwas": _such_was,
    "sowas": _so_was,
    "cleftobject": _cleft_object,
    "notso": _not_so,
    "lessthan": _less_than,
    "thereinher": _there_in_her,
    "inherthere": _in_her_there,
    "hers": _hers,
    "putthere": _put_there,
    "asmuch": _as_much,
}
