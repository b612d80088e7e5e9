# ruff: noqa: E501
"""Stage 4, before: how people type on a telephone (*u r, 4ever, wen*), and leave verbs out (*she mad*)."""

from __future__ import annotations

from typing import Final

from game.reader.tokens import Token
from game.reader.wordsets import words

_WHOLE: Final[dict[str, str]] = dict(
    pair.split("=")
    for pair in words(
        "4ever=forever 4eva=forever 4evr=forever b4=before 2day=today 2nite=tonight 2night=tonight 2moro=tomorrow "
        "2morrow=tomorrow gr8=great l8=late m8=friend h8=hate h8s=hates h8ed=hated luv3=love every1=everyone "
        "any1=anyone some1=someone no1=nobody 2gether=together 4got=forgot 4gets=forgets 4get=forget w8=wait "
        "w8s=waits sk8=skate sk8s=skates str8=straight 4give=forgive 4gives=forgives"
    )
)
_ALWAYS: Final[dict[str, str]] = dict(
    pair.split("=")
    for pair in words(
        "wen=when wenever=whenever wat=what wot=what dat=that tha=the da=the wud=would cud=could gud=good wif=with "
        "wiv=with ppl=people rly=really rlly=really cept=except dey=they dem=them gf=girlfriend bf=boyfriend "
        "bff=friend luvs=loves luv=love iz=is wuz=was hav=have haz=has nite=night thru=through tho=though "
        "smh=lol tbf=lol istg=lol ikr=lol rn=now atm=now 2nd=second"
    )
)
"""What nobody means when they type it in prose; what only fills a line is as good as *lol*."""
_TAKING_TO: Final = words(
    "want wants wanted need needs needed going goes go used tries tried like likes love loves hate hates "
    "got has have back ready able listen listens talk talks"
)
_TAKING_BE: Final = words("to 2 will can would could must should 'll gonna wanna might may not n't let")
_WHOM: Final = words(
    "me u you her him us them ever a the my his your ruby calvin harry lila sure real fun free"
)
_WEIGHING: Final = words(
    "so very really super kinda always never too just pretty rather quite still also now often rarely "
    "totally completely utterly sorta deeply lowkey"
)


def _joined(tokens: list[Token]) -> list[Token]:
    """*4ever, every1* as the word that they are."""
    out: list[Token] = []
    for token in tokens:
        last = out[-1] if out else None
        if token.low == "7" and len(out) > 1 and last is not None and last.low == "/" and out[-2].low == "24":
            del out[-1]
            out[-1] = Token(out[-1].start, token.end, "24/7", "24/7", meant="24/7")
            continue
        if last is not None and last.end == token.start and (last.low + token.low) in _WHOLE:
            whole = last.text + token.text
            low = _WHOLE[last.low + token.low]
            out[-1] = Token(last.start, token.end, whole, low, meant=low)
        else:
            out.append(token)
    return out


def _short(tokens: list[Token], i: int) -> str:  # noqa: PLR0911
    """What a letter or a number stands for, or nothing."""
    low = tokens[i].low
    before = tokens[i - 1].low if i else ""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    worded = before[-1:].isalpha() and after[:1].isalpha()
    if low == "u" and tokens[i].text == "u":
        return "you"
    if low == "r" and tokens[i].text == "r" and (worded or before == "you"):
        return "are"
    if low == "n" and tokens[i].text == "n" and worded:
        return "and"
    if low == "w" and tokens[i].text == "w" and worded:
        return "with"
    if low == "b" and after and (before in _TAKING_BE or after.endswith(("ing", "in"))):
        return "be"
    if (
        low == "v"
        and tokens[i].text == "v"
        and before in {"is", "'s", "was", "are", "'m", "so", "am"}
        and after
    ):
        return "very"
    if low == "2" and before in _TAKING_TO and after[:1].isalpha() and not after.endswith("s"):
        return "to"
    if low == "4" and after in _WHOM and before[-1:].isalpha():
        return "for"
    return ""


def spell_out(tokens: list[Token]) -> list[Token]:
    """The tokens with shorthand in full."""
    if any(t.low[:1].isdigit() for t in tokens):
        tokens = _joined(tokens)
    for i, token in enumerate(tokens):
        if token.tags:
            continue
        meant = _ALWAYS.get(token.low, "") if token.text.islower() or token.text.isupper() else ""
        if not meant and len(token.low) == 1 and token.low in "urnwbv24":
            meant = _short(tokens, i)
        if meant:
            token.low = token.meant = meant
    return tokens


def _given(at: int, low: str, tag: str, lemma: str) -> Token:
    return Token(at, at, "", low, tag, tag, lemma)


def complete(tokens: list[Token]) -> list[Token]:
    """*ruby so pretty; she mad at me; ruby gonna leave; ruby be crying; ruby no like fish; ruby loves rain hates sun*."""
    if len(tokens) < 3 or tokens[0].tag not in "np":
        return tokens
    _habit(tokens)
    rest = 1
    if tokens[0].low == "me":
        return tokens
    second = tokens[rest]
    at = tokens[0].end
    if second.low == "no" and "V" in tokens[2].tags and not any(t.tag in "ZDbhum" and t.tag for t in tokens):
        tokens[2].tag = "V"
        tokens[1:2] = [
            _given(at, "does", "u", "do"),
            Token(second.start, second.end, second.text, "not", "x", "x", "not"),
        ]
        return tokens
    if second.low == "going" and tokens[2].low == "to":
        second.tag, second.lemma = "G", "go"
        return [tokens[0], _given(at, "is", "b", "be"), *tokens[1:]]
    if not any(t.tag in "ZDbhumVQ" and t.tag for t in tokens) and second.tag not in ",.?'":
        k = rest
        while k < len(tokens) - 1 and (tokens[k].tag in "Rx" or tokens[k].low in _WEIGHING):
            k += 1
        if "A" in tokens[k].tags and tokens[k].tag in "RN" and k > rest:
            tokens[k].tag = "A"
        heavy = k > rest and all(t.low in _WEIGHING or t.tag == "x" for t in tokens[rest:k])
        state = tokens[k].tag in "AEG" and tokens[k].tag
        after = tokens[k + 1].tag if k + 1 < len(tokens) else "."
        alone = k + 1 >= len(tokens) or after in ".iRt!,jk"
        if state and alone and (heavy or (tokens[0].tag == "p" and tokens[k].tag in "AE") or after in "it"):
            return [tokens[0], _given(at, "is", "b", "be"), *tokens[1:]]
    return _listed(tokens)


def _habit(tokens: list[Token]) -> None:
    """*ruby be crying*."""
    if tokens[1].low == "be" and tokens[2].tag == "G":
        tokens[1].low, tokens[1].tag, tokens[1].lemma = "is", "b", "be"


def _listed(tokens: list[Token]) -> list[Token]:
    """*has a dog a cat and a bird*: the commas."""
    out: list[Token] = []
    more = [i for i in range(len(tokens) - 1) if tokens[i].low == "and" and tokens[i + 1].low in {"a", "an"}]
    for i, token in enumerate(tokens):
        owning = i > 2 and token.low in {"a", "an"} and tokens[i - 1].tag in "NP" and bool(tokens[i - 1].tag)
        if (
            owning
            and more
            and more[-1] > i
            and any(t.lemma in {"have", "own", "keep", "want"} for t in tokens[:i])
        ):
            out.append(_given(token.start, ",", ",", ","))
        out.append(token)
    return out
