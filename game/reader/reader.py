"""A page in, its claims out: the stages in order, with each sentence's reading kept."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from game.reader import lexicon
from game.reader.answering import answer, answered, may_be_answered
from game.reader.claims import Claim, Reading
from game.reader.lexicon import LexiconError
from game.reader.normalise import normalise
from game.reader.reference import Discourse
from game.reader.segment import sentences
from game.reader.sentence import SentenceReader, SentenceReading
from game.reader.settling import merge
from game.reader.spelling import Speller
from game.reader.taking import carried, meant_literally, reasons, reweighed, taken_back, turned
from game.reader.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LONGEST: Final = 20_000
_KEPT: Final = 512
_ASKS_TOO: Final = re.compile(r"[,;—]\s*(?:and|but|so)\s+(?:who|why|what|how|where|when)\b", re.IGNORECASE)
_ASKING: Final = re.compile(
    r"\W*(?:who|why|what|how|where|when|which|whose|is|are|was|were|does|do|did|can|could|will|would|shall|should|"
    r"has|have|had|may|might|must|isn't|doesn't|didn't|can't|won't|if)\b",
    re.IGNORECASE,
)
"""How a statement ends that asks something besides, and how a question begins."""

__all__ = ["LexiconError", "PageTooLong", "Reader"]


class PageTooLong(ValueError):
    """A page with more characters than a page holds; the message is for the player."""


class Reader:
    """Reads pages with one lexicon. Keeps the sentences it has read, so that typing on costs one sentence."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table = table
        words = Words.load()
        story = table["story"]
        speller = Speller(words, story.keys(), table["by_initial"])
        self._sentences = SentenceReader(table, words, speller, story)
        self._cache: dict[tuple[object, ...], SentenceReading] = {}

    @classmethod
    def from_folder(cls, folder: Path) -> Reader:
        """The reader of a lexicon folder. Raises LexiconError, with file:line and a mend, for a bad one."""
        return cls(lexicon.load(folder))

    def read(self, page: str, typing: bool = False) -> Reading:
        """What a page claims. Never raises but PageTooLong, for more than 20,000 characters.

        While somebody is typing, the last word may be half a word, and is not corrected.
        """
        claims, unread, _ = self._read(page, typing)
        return Reading(merge(claims), tuple(unread))

    def explain(self, page: str) -> list[tuple[Claim, str]]:
        """Every claim of a page with the entry or rule that made it."""
        claims, _, why = self._read(page, False)
        return list(zip(claims, why, strict=False))

    def _read(  # noqa: PLR0915
        self, page: str, typing: bool
    ) -> tuple[list[Claim], list[tuple[int, int]], list[str]]:
        if len(page) > LONGEST:
            raise PageTooLong(
                f"A page holds {LONGEST:,} characters and this one has {len(page):,}. Type a shorter one."
            )
        text = normalise(page)
        claims: list[Claim] = []
        unread: list[tuple[int, int]] = []
        why: list[str] = []
        state = Discourse()
        since = before = last_at = 0
        last = earlier = asked = ""
        for sentence in sentences(text):
            start, end = sentence.start, sentence.end
            quotes = tuple((a - start, b - start) for a, b in sentence.quotes)
            finished = not typing or end < len(text) or not text[end - 1 : end].isalpha()
            taken = taken_back(text[start:end])
            if taken and claims and since < len(claims):
                claims[since:] = turned(claims[since:]) if taken == "turned" else []
                if taken != "read on":
                    unread.append((start, end))
                    continue
            stated, verdict = answer(text[start:end], asked) if asked else ("", "")
            open_ended = sentence.question or may_be_answered(text[start:end])
            asked = text[start:end] if open_ended else ""
            if stated:
                told = self._sentence(stated, stated, (), False, state, True)
                if told.claims:
                    before, since, last_at = since, len(claims), start
                    claims += answered(told.claims, verdict, (start, end), page[start:end])
                    why += ["an answer"] * len(told.claims)
                    state = told.state
                    continue
            weighed = reweighed(text[start:end], claims[since:])
            if weighed is not None:
                claims[since:] = weighed
                continue
            question = sentence.question
            if question:
                asks = _ASKS_TOO.search(text, start, end)
                if asks is not None and not _ASKING.match(text, start, end):
                    end, question = asks.start(), False
            reading = self._sentence(text[start:end], page[start:end], quotes, question, state, finished)
            if since < len(claims):
                literal = meant_literally(last, text[start:end], claims[since:])
                claims[since:] = literal if literal is not None else claims[since:]
            kept = carried(last, text[start:end], claims[since:], reading.claims)
            before, since, last, at = since, len(claims), text[start:end], last_at
            last_at = start
            claims += [
                replace(c, when=kept or c.when, span=(c.span[0] + start, c.span[1] + start))
                for c in reading.claims
            ]
            anew = reasons(earlier, at, claims[before:since], claims[since:])
            if anew is not None:
                claims[before:since] = anew
                since = before + len(anew)
            earlier = last
            unread += [(a + start, b + start) for a, b in reading.unread]
            why += reading.why + [""] * (len(reading.claims) - len(reading.why))
            state = reading.state
        return claims, unread, why

    def _sentence(  # noqa: PLR0913, PLR0917
        self,
        text: str,
        raw: str,
        quotes: tuple[tuple[int, int], ...],
        question: bool,
        state: Discourse,
        finished: bool,
    ) -> SentenceReading:
        key = (text, raw, quotes, question, state, finished)
        kept = self._cache.get(key)
        if kept is None:
            try:
                kept = self._sentences.read(text, raw, quotes, question, state, finished)
            except Exception:  # a page must never fail; whatever a sentence trips over, it alone goes unread
                kept = SentenceReading([], state, [(0, len(text))], [])
            if len(self._cache) >= _KEPT:
                self._cache.pop(next(iter(self._cache)))
            self._cache[key] = kept
        return kept
