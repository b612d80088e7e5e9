"""What `veils` builds anew: clefts, contrasts, comparisons with nobody, what nobody would call her."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.reader.claims import Claim, Frame
from game.reader.fronting import FRONTING
from game.reader.inverting import INVERTED
from game.reader.narrating import NARRATING
from game.reader.tokens import Token
from game.reader.trapping import TRAPPING
from game.reader.turning import TURNING
from game.reader.values import value_of
from game.reader.veiling import BOUNDARY
from game.reader.vocabulary import NAMES
from game.reader.wordsets import words

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from game.reader.veils import Veil

    Rebuild = Callable[[re.Match[str], list[Token], dict[int, int], Veil], bool]

_AS_SUBJECT: Final = {"me": "i", "her": "she", "him": "he"}
_NOBODY: Final = frozenset({"nobody", "nothing", "no one", "no-one", "none"})
_DENYING: Final = frozenset(
    ["never", "not", "n't", "hardly", "nobody", "nothing", "no", "no one", "none", "no-one", "who"]
)
_SOONER: Final = words(
    "die starve drown burn hang choke swallow eat chew lick crawl suffer bleed perish rot freeze boil shave shoot stab "  # noqa: E501
    "jump drink gargle marry kiss"
)
"""What nobody wants, but would sooner do."""
_VERBAL: Final = "VZDbhum"


def after(tokens: list[Token], at: dict[int, int], end: int) -> int:
    """The token after a match that ends there."""
    return at[end] if end in at else at.get(end + 1, len(tokens))


def _subject(token: Token) -> None:
    """Make an object pronoun a subject: *it was him who lied*."""
    if token.low in _AS_SUBJECT:
        token.low, token.tag, token.tags = _AS_SUBJECT[token.low], "p", "p"
        token.lemma = token.low


def _given(low: str, tag: str, lemma: str, at: int) -> Token:
    return Token(at, at, "", low, tag, tag, lemma)


def _until(tokens: list[Token], start: int) -> int:
    return next((t.start for t in tokens[start:] if t.low in BOUNDARY or t.low == ","), tokens[-1].end + 1)


def _who(words: str) -> str:
    word = words.split(maxsplit=1)[0] if words else ""
    if " " in words:
        return "other"
    if word in {"i", "me"}:
        return "calvin"
    return NAMES.get(word) or {"she": "ruby", "her": "ruby", "he": "calvin", "him": "calvin"}.get(
        word, "other"
    )


def _cleft(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*It wasn't Ruby who broke it, it was Susie*."""
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens) or tokens[last].tag not in _VERBAL + "R" or not tokens[last].tag:
        return False
    name = tokens[at[match.start("name")]]
    _subject(name)
    if match.group("who"):
        veil.contrast.append((_who(match.group("who")), bool(match.group("neg"))))
    tokens[first:last] = [name]
    if match.group("neg"):
        veil.denied.append((name.start, _until(tokens, first)))
        for i in range(first, len(tokens) - 1):
            words = [t for t in tokens[i + 1 :] if t.tag not in ".!"]
            named = [t for t in words if t.tag in "npo" and t.low != "it"]
            if tokens[i].low == "," and len(named) == 1 and words[-1] is named[0] and len(words) <= 3:
                veil.contrast.append((_who(named[0].low), True))
                del tokens[i:]
                break
    return True


def _contrast(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby, not Lila, plays the harp; not Ruby but Lila is cruel*."""
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens):
        return False
    if first and tokens[last].tag in "NP" and "Z" in tokens[last].tags:
        tokens[last].tag = "Z"
    if first and (tokens[last].tag not in _VERBAL or not tokens[last].tag):
        return False
    if first and tokens[first - 1].tag not in "npo":
        return False
    veil.contrast.append((_who(match.group("who")), False))
    del tokens[first:last]
    return True


def _named(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*No one could call Ruby cruel; you could never accuse her of lying*."""
    first, last = at[match.start()], after(tokens, at, match.end())
    if not _DENYING & {t.low for t in tokens[first:last]} or last + 1 >= len(tokens):
        return False
    nobody = bool(_NOBODY & {t.low for t in tokens[first:last]})
    name = tokens[last]
    _subject(name)
    rest = last + 1
    while rest < len(tokens) and tokens[rest].low in {"as", "of", "being", "to", "be"}:
        rest += 1
    if rest >= len(tokens):
        return False
    copula = [] if tokens[rest].tag in "Vb" else [_given("is", "b", "be", name.end)]
    tokens[first:rest] = [name, *copula]
    veil.denied.append((name.start, _until(tokens, first)))
    veil.absolute = veil.absolute or nobody
    return True


def _ranked(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Nobody on this ward is braver than Ruby*: she is brave."""
    del veil
    here = at.get(match.start("adj"))
    who = at.get(match.start("who"))
    if here is None or who is None:
        return False
    adjective = tokens[here + 1] if tokens[here].low in {"more", "as", "so"} else tokens[here]
    if not ({"A", "E"} & set(adjective.tags + adjective.tag)):
        return False
    adjective.tag = "A" if "A" in adjective.tags + adjective.tag else "E"
    begins = tokens[0].start
    name = tokens[who]
    _subject(name)
    subject = Token(begins, begins, name.text, name.low, name.tags, name.tag, name.lemma, name.who)
    tokens[:] = [subject, _given("is", "b", "be", begins), adjective]
    return True


def _sort(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby is not the kind of girl who gives up; isn't one to gossip*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens) or tokens[last].tag not in "VZDbhumRN" or not tokens[last].tag:
        return False
    if tokens[last].tag == "N" and "V" in tokens[last].tags:
        tokens[last].tag = "V"
    given = [_given("not", "x", "not", tokens[first].start)] if match.group("neg") else []
    tokens[first:last] = given
    return True


def _rather(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby would rather read than talk*: she wants to read. *She would sooner die than apologise*: she won't."""  # noqa: E501
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    if last >= len(tokens) or "V" not in tokens[last].tags + tokens[last].tag:
        return False
    tokens[last].tag = "V"
    than = next((i for i in range(last, len(tokens)) if tokens[i].low in {"than", "then"}), -1)
    loath = match.group("how") == "sooner" or tokens[last].lemma in _SOONER
    if than > last and loath and not match.group("neg") and than + 1 < len(tokens):
        refused = tokens[than + 1]
        if "V" in refused.tags + refused.tag:
            refused.tag = "V"
            would = tokens[first]
            would.low, would.tag, would.lemma = "would", "m", "would"
            tokens[first : than + 1] = [would, _given("not", "x", "not", would.end)]
            return True
    if than > last:
        end = next((i for i in range(than, len(tokens)) if tokens[i].tag in ".,"), len(tokens))
        del tokens[than:end]
    would = tokens[first]
    tokens[first:last] = [
        *([_given("not", "x", "not", would.start)] if match.group("neg") else []),
        Token(would.start, would.end, would.text, "wants", "Z", "Z", "want"),
        _given("to", "t", "to", would.end),
    ]
    return True


def _idea(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Langdon is nobody's idea of a gentleman*: he is no gentleman."""
    del veil
    first, last = at[match.start("neg")], after(tokens, at, match.end())
    tokens[first:last] = [_given("not", "x", "not", tokens[first].start)]
    return True


def _far(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Far from being shy, Ruby is bold*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    adjective = tokens[at[match.start("adj")]]
    if not {"A", "E"} & set(adjective.tags + adjective.tag):
        return False
    adjective.tag = "A" if "A" in adjective.tags + adjective.tag else "E"
    del tokens[first:last]
    end = len(tokens)
    while end and tokens[end - 1].tag in ".!":
        end -= 1
    at_end = tokens[end - 1].end
    tokens[end:end] = [_given("but", "j", "but", at_end), _given("not", "x", "not", at_end), adjective]
    return True


def _nomore(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby no more likes opera than I like root canals*: neither of us."""
    first, last = at[match.start()], after(tokens, at, match.end())
    than = next(i for i in range(last, len(tokens)) if tokens[i].low == "than")
    tokens[than].low, tokens[than].tag, tokens[than].lemma = "and", "j", "and"
    veil.denied.append((tokens[0].start, tokens[-1].end + 1))
    del tokens[first:last]
    return True


def _daily(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Hardly a day goes by without Ruby bursting into song*."""
    del veil
    first, last = at[match.start()], after(tokens, at, match.end())
    verb = next((i for i in range(last, min(last + 3, len(tokens))) if tokens[i].tag == "G"), -1)
    if verb == last + 1 and tokens[last].tag in "noHsyp":
        _subject(tokens[last])
        end = tokens[last].end
        tokens[verb:verb] = [_given("always", "R", "always", end), _given("is", "b", "be", end)]
    elif not (verb < 0 and tokens[last].tag in "np"):
        return False
    del tokens[first:last]
    return True


def _concede(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby is kind, if a little vain*: both."""
    del veil
    here, first = at[match.start("at")], at[match.start()]
    if first < 1 or tokens[first - 1].tag not in "AE":
        return False
    last = next((t for t in reversed(tokens) if t.tag not in ".!"), tokens[-1])
    if "A" not in last.tags + last.tag:
        return False
    last.tag = "A"
    old = tokens[here]
    tokens[first : here + 1] = [Token(old.start, old.end, old.text, "and", "j", "j", "and")]
    return True


def _gainsaid(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby is clever, I don't think*."""
    first, last = at[match.start()], after(tokens, at, match.end())
    del tokens[first:last]
    veil.denied.append((tokens[0].start, tokens[-1].end + 1))
    return True


def _strip(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*The rumour that Ruby drinks is true*."""
    del veil
    last = after(tokens, at, match.end())
    del tokens[at[match.start("tail")] : last]
    del tokens[: after(tokens, at, match.end("lead"))]
    return True


def _given_is(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby not happy*."""
    del veil
    name = at[match.start("who")]
    if name + 2 >= len(tokens) or tokens[name + 2].tag not in "AEN":
        return False
    tokens.insert(name + 1, _given("is", "b", "be", tokens[name].end))
    return True


def _inverse(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*The thief was not Ruby*: she was not the thief."""
    del veil
    noun, who = at[match.start("noun")], at[match.start("who")]
    begins, name = tokens[0].start, tokens[who]
    subject = Token(begins, begins, name.text, name.low, name.tags, name.tag, name.lemma, name.who)
    negated = [_given("not", "x", "not", begins)] if match.group("neg") else []
    tokens[: who + 1] = [subject, _given("is", "b", "be", begins), *negated, tokens[0], tokens[noun]]
    return True


def _culprit(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*The one who lied was Ruby*."""
    del veil
    first, be, who = at[match.start("body")], at[match.start("be")], at[match.start("who")]
    begins, name = tokens[0].start, tokens[who]
    _subject(name)
    subject = Token(begins, begins, name.text, name.low, name.tags, name.tag, name.lemma, name.who)
    negated = [_given("not", "x", "not", begins)] if match.group("neg") else []
    tokens[: who + 1] = [subject, *negated, *tokens[first:be]]
    return True


def _fronted(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*The villanelles she honestly likes*."""
    del veil
    who, last = at[match.start("who")], after(tokens, at, match.end())
    thing = tokens[:who]
    if thing[-1].tag not in "NP" or not thing[-1].tag:
        return False
    begins, name = tokens[0].start, tokens[who]
    subject = Token(begins, begins, name.text, name.low, name.tags, name.tag, name.lemma, name.who)
    tokens[:last] = [subject, *tokens[who + 1 : last], *thing]
    return True


def _fond(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*Ruby never met a cake she didn't like*: she likes every cake."""
    del veil
    first, last, noun = at[match.start()], after(tokens, at, match.end()), at[match.start("noun")]
    here = tokens[first].start
    every = tokens[noun - 1]
    every.low, every.tag, every.lemma = "every", "d", "every"
    tokens[first:last] = [Token(here, here, "", "likes", "Z", "Z", "like"), every, tokens[noun]]
    return True


def _hearty(match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil) -> bool:
    """*She couldn't agree with me more*."""
    del veil
    first, tail = at[match.start()], at[match.start("tail")]
    del tokens[tail]
    del tokens[first : first + 2]
    return True


REBUILT: Final[dict[str, Rebuild]] = {
    "cleft": _cleft, "contrast": _contrast, "named": _named, "ranked": _ranked, "sort": _sort,
    "rather": _rather, "hearty": _hearty, "fond": _fond, "fronted": _fronted, "given": _given_is, "inverse": _inverse, "culprit": _culprit, "gainsaid": _gainsaid, "strip": _strip, "concede": _concede, "nomore": _nomore, "daily": _daily, "idea": _idea, "far": _far, **FRONTING, **INVERTED, **NARRATING, **TRAPPING, **TURNING,  # noqa: E501
}  # fmt: skip


def denied(claims: list[Claim], veil: Veil) -> list[Claim]:
    """The claims with those turned round that stand in what a sentence denies."""
    out: list[Claim] = []
    for claim in claims:
        if not any(start <= claim.span[0] < end for start, end in veil.denied):
            out.append(claim)
            continue
        frame = claim.frame
        if frame is not None and frame.adverb == "never":
            frame = replace(frame, adverb="", negated=False)
        elif frame is not None:
            frame = replace(frame, negated=not frame.negated)
        out.append(
            replace(
                claim,
                holds=not claim.holds,
                frame=frame,
                degree="absolute" if veil.absolute else claim.degree,
            )
        )
    return out


def held(tokens: list[Token], raw: str, veil: Veil) -> list[Claim]:
    """*According to Langdon, Ruby is a fraud; in my dream she was a fish*: who says, believes or dreams it."""  # noqa: E501
    assert veil.held is not None
    kind, who, start = veil.held
    inside = [i for i, t in enumerate(tokens) if t.start >= start and t.tag not in ".!?"]
    who = who.removesuffix(" 's")
    person = {"her": "ruby", "his": "calvin", "him": "calvin"}.get(who, who if who in NAMES else "calvin")
    if not inside:
        return []
    words = raw[start : tokens[inside[-1]].end].strip(' "“”')
    span = (tokens[0].start, tokens[inside[-1]].end)
    if kind == "say":
        frame = Frame("say", f"that {words}", noun=words)
        return [Claim(person, "say", words, span=span, text=raw[span[0] : span[1]], frame=frame)]
    frame = Frame("dream" if kind == "dreams" else "believe", f"that {words}")
    target = value_of(tokens, inside)
    return [Claim(person, "mind", kind, object=target, span=span, text=raw[span[0] : span[1]], frame=frame)]


def contrasted(claims: list[Claim], veil: Veil) -> list[Claim]:
    """What holds of one and not of another: *Ruby, not Lila, plays the harp*."""
    out = list(claims)
    for who, holds in veil.contrast:
        for claim in claims:
            if claim.subject == claims[0].subject != who:
                frame = claim.frame
                out.append(
                    replace(
                        claim,
                        subject=who,
                        holds=not claim.holds,
                        frame=replace(frame, negated=not holds) if frame else None,
                    )
                )
    return out
