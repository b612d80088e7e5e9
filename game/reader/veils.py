"""Stage 5, after: what a sentence stands inside: *it is not true that, rumour has it, no denying that*.

Such words assert nothing themselves. They silence what they hold, deny it, or say it over; once that is known they
are taken out, and the grammar reads what is left.
"""  # noqa: E501

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from game.reader.rebuilding import REBUILT, after
from game.reader.recasting import recast
from game.reader.tokens import Token
from game.reader.veiling import BOUNDARY, RULES, TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Iterable

_GIVEN: Final = {
    "never": ("never", "R", "never"),
    "always": ("always", "R", "always"),
    "must": ("must", "m", "must"),
    "but": ("but", "j", "but"),
    "not": ("not", "x", "not"),
    "is": ("is", "b", "be"),
    "have": ("have", "h", "have"),
    "except": ("except", "i", "except"),
    "all": ("all", "d", "all"),
    "and": ("and", "j", "and"),
    "has": ("has", "h", "have"),
    "says": ("says", "Z", "say"),
    "very": ("very", "R", "very"),
    "slightly": ("slightly", "R", "slightly"),
    "mild": ("not", "R", "not"),
}


@dataclass(slots=True)
class Veil:
    """What stands around a sentence."""

    silent: bool = False
    denied: list[tuple[int, int]] = field(default_factory=list)
    """Where claims are denied: offsets in the sentence."""
    absolute: bool = False
    contrast: list[tuple[str, bool]] = field(default_factory=list)
    """Of whom the same is said, and whether it holds of them."""
    held: tuple[str, str, int] | None = None
    """Who says, believes or dreams what follows this offset: (kind, who, offset)."""


@cache
def _compiled(rule: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{RULES[rule][1]})(?:(?!\S)|(?<=\s))")


def _rules(lows: Iterable[str]) -> list[int]:
    found: set[int] = set()
    for low in lows:
        found.update(TRIGGERS.get(low, ()))
    return sorted(found)


def unveil(tokens: list[Token]) -> tuple[list[Token], Veil]:
    """The tokens without the words around them, and what those words do."""
    veil = Veil()
    # whole words, so that fixed phrases that are one token are looked for by each of their words
    rules = _rules(word for token in tokens for word in token.low.split())
    text, at = text_of(tokens)
    for rule in rules:
        _, _, action = RULES[rule]
        for _ in range(3):
            match = _compiled(rule).search(text)
            if match is None:
                break
            changed = match.end() > match.start() and _apply(action, match, tokens, at, veil)
            text, at = text_of(tokens)
            if not changed and veil.held is not None:
                return tokens, veil
            if not changed:
                break
            if veil.silent:
                return tokens, veil
    return tokens, veil


def text_of(tokens: list[Token]) -> tuple[str, dict[int, int]]:
    """The words with one blank between them, and which token begins at each offset."""
    at: dict[int, int] = {}
    here = 0
    for i, token in enumerate(tokens):
        at[here] = i
        here += len(token.low) + 1
    return " ".join(t.low for t in tokens), at


def _apply(  # noqa: PLR0911, PLR0912, PLR0915
    action: str, match: re.Match[str], tokens: list[Token], at: dict[int, int], veil: Veil
) -> bool:
    """Do what a rule says. Whether the tokens changed."""
    kind, _, given = action.partition(" ")
    first, last = at[match.start()], after(tokens, at, match.end())
    if kind == "silent":
        turn = next((i for i in range(last, len(tokens) - 1) if tokens[i].low in {"but", "yet"}), -1)
        if turn > 0 and tokens[turn - 1].tag == "," and tokens[turn + 1].tag in "pns":
            del tokens[: turn + 1]  # *they say that she is rich, but she is broke*
            return True
        veil.silent = True
        return True
    if kind == "snip":
        del tokens[at[match.start("at")] : after(tokens, at, match.end("at"))]
        return True
    if kind == "deny":
        until = next((t.start for t in tokens[last:] if t.low in BOUNDARY), tokens[-1].end + 1)
        if "tail" in match.re.groupindex and match.group("tail"):
            n = len(match.group("tail").split())
            inner = [*tokens[first:last]]
            del tokens[last - n : last]
            last = first + len(match.group("lead").split())
            until = inner[-n].start
        if last >= len(tokens):
            return False
        veil.denied.append((tokens[last].start, until))
        veil.absolute = veil.absolute or given == "absolute"
        del tokens[first:last]
        return True
    if kind == "held":
        if last >= len(tokens):
            return False
        who = match.groupdict().get("who") or ""
        veil.held = (given, who, tokens[last].start)
        return False
    if kind == "hush":
        end = next(
            (i for i in range(last, len(tokens)) if tokens[i].tag in ".," and tokens[i].tag), len(tokens)
        )
        del tokens[first:end]
        return True
    if kind in REBUILT:
        try:
            return REBUILT[kind](match, tokens, at, veil)
        except KeyError:
            return False  # a word inside a fixed phrase (*in her youth*) begins no token
    if kind == "recast":
        return recast(given, match, tokens, at)
    if kind == "flip":
        start, end = tokens[first].start, tokens[-1].end + 1
        del tokens[last - len(match.group("tail").split()) : last]
        veil.denied.append((start, end))
        return True
    if kind == "give":
        low, tag, lemma = _GIVEN[given]
        if "at" in match.re.groupindex:
            first, last = at[match.start("at")], after(tokens, at, match.end("at"))
        old = tokens[first]
        tokens[first:last] = [Token(old.start, tokens[last - 1].end, old.text, low, tag, tag, lemma)]
        following = tokens[first + 1] if first + 1 < len(tokens) else None
        compared = first + 2 < len(tokens) and tokens[first + 2].low == "as"
        if tag == "x" and compared and following is not None and "A" in following.tags:
            following.tag, following.lemma = "A", following.low
        if tag == "m" and following is not None and "V" in following.tags:
            following.tag, following.lemma = "V", following.low
        return True
    del tokens[first:last]
    if 0 < first < len(tokens) and tokens[first].tag in "NED" and "V" in tokens[first].tags:
        before = tokens[first - 1]
        if before.tag in "p," or before.low in {"n't", "not"}:
            tokens[first].tag, tokens[first].lemma = "V", tokens[first].low
    return True
