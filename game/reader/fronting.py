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
_VERBAL: Final = "VZDbhum"


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


def _between(tokens: list[Token], at: dict[int, int], match: re.Match[str], group: str) -> list[Token]:
    """The tokens that a group matched."""
    if not match.group(group):
        return []
    start = match.start(group) + len(match.group(group)) - len(match.group(group).lstrip())
    return tokens[at[start] : after(tokens, at, match.end(group))]


def _such_was(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Such was her pride that she never wrote*: she had such pride; she never wrote."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    what = _between(tokens, at, match, "what")
    if any(t.tag in _VERBAL and t.tag for t in what) or last >= len(tokens):
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
    adjectives = [*_between(tokens, at, match, "what"), *_between(tokens, at, match, "more")]
    be, who = tokens[at[match.start("be")]], tokens[at[match.start("who")]]
    rest = _between(tokens, at, match, "rest")
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
    what = _between(tokens, at, match, "what")
    if (
        any(t.tag in _VERBAL and t.tag for t in what)
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
    what = _between(tokens, at, match, "what")
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
    if any(t.tag in _VERBAL + "GE" and t.tag for t in noun) or noun[-1].tag not in "NP":
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
    if any(t.tag in _VERBAL and t.tag for t in place) or place[-1].tag not in "NP":
        return False
    stop = next((i for i in range(put + 1, len(tokens)) if tokens[i].tag in ".,TWk"), len(tokens))
    if any(t.tag in _VERBAL and t.tag for t in tokens[put + 1 : stop]):
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


def _of_a_man(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*a bear of a man*: a bear."""
    del veil
    noun, last = at[match.start("noun")], after(tokens, at, match.end())
    if "N" not in tokens[noun].tags + tokens[noun].tag:
        return False
    tokens[noun].tag = "N"
    del tokens[noun + 1 : last]
    return True


def _once_upon(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*There was a girl called Ruby who lived in a clock*: Ruby lived in a clock."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    name = tokens[at[match.start("who")]]
    if last >= len(tokens) or tokens[last].tag not in _VERBAL + "R":
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
    if last < len(tokens) and tokens[last].tag in _VERBAL + "AEG" and tokens[last].tag:
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
    if any(t.tag in _VERBAL and t.tag for t in tokens[first:last] if t.low != "called"):
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
    rest = _between(tokens, at, match, "rest")
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


FRONTING: Final[dict[str, Rebuild]] = {
    "hardlyhad": _hardly_had,
    "orcalled": _or_called, "asas": _as_as, "onlyonce": _only_once,
    "stage": _stage,
    "allover": _all_over,
    "virtue": _virtue,
    "shewas": _she_was,
    "suchwas": _such_was, "sowas": _so_was, "cleftobject": _cleft_object, "notso": _not_so,
    "lessthan": _less_than, "thereinher": _there_in_her, "inherthere": _in_her_there, "hers": _hers,
    "onceupon": _once_upon, "wasshe": _was_she, "sohad": _so_had, "remained": _remained, "allabout": _all_about, "ofaman": _of_a_man,  # noqa: E501
    "putthere": _put_there, "asmuch": _as_much,
}  # fmt: skip
