"""Stages 3 to 11 for one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from game.reader.asides import bracketed, silence
from game.reader.folding import fold_degrees, fold_exceptions
from game.reader.framing import Framer
from game.reader.gapping import close_up, fill
from game.reader.mending import mend
from game.reader.occasions import attach, part
from game.reader.predicating import detached
from game.reader.rebuilding import contrasted, denied, held
from game.reader.reference import Discourse, Gist, People, resolve
from game.reader.retagging import retag
from game.reader.runner import SentenceRun
from game.reader.tagging import Tagger, WordSource, look_up
from game.reader.texting import complete, spell_out
from game.reader.tokens import Token, tokenise
from game.reader.told import retell, that_clauses
from game.reader.veils import unveil
from game.reader.vocabulary import CLOSED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.reader.claims import Claim
    from game.reader.spelling import Speller

_DRAWN: Final = re.compile(r"([a-z])\1{2,}")
"""A letter held down: *sooo happy*."""
MOST_TOKENS: Final = 160


@dataclass(slots=True)
class SentenceReading:
    """The claims of a sentence, offsets relative to it, and who is who after it."""

    claims: list[Claim]
    state: Discourse
    unread: list[tuple[int, int]] = field(default_factory=list)
    why: list[str] = field(default_factory=list)


class SentenceReader:
    """Reads one sentence with a lexicon."""

    def __init__(
        self, table: Mapping[str, Any], words: WordSource, speller: Speller, story: Mapping[str, str]
    ) -> None:
        self.table, self.words, self.speller, self.story = table, words, speller, story
        self.people = People(table["lists"].get("people", {}))
        self.framer = Framer(table, self.people)
        self.tagger = Tagger(words)

    def tokens(self, text: str, quotes: tuple[tuple[int, int], ...], finished: bool) -> list[Token]:
        """The sentence's tokens, looked up, spelt and tagged."""
        tokens = spell_out(tokenise(text, 0, len(text), quotes)[:MOST_TOKENS])
        for i, token in enumerate(tokens):
            drawn = _DRAWN.sub(r"\1", token.low)
            if drawn != token.low and (drawn in self.story or self.words.tags(drawn) or drawn in CLOSED):
                token.meant, token.low = drawn, drawn
            if not look_up(token, self.words, self.story, i == 0) and (finished or token.end < len(text)):
                meant = self.speller.correct(token.low, token.text, i == 0)
                if meant != token.low:
                    token.meant, token.low, token.tags = meant, meant, ""
                    look_up(token, self.words, self.story, i == 0)
        tokens = fold_degrees(tokens)
        self.tagger.tag(tokens)
        retag(tokens, self.words)
        mend(tokens, self.words)
        tokens = complete(tokens)
        detached(tokens, self.words)
        silence(tokens)
        close_up(tokens)
        that_clauses(tokens)
        return fold_exceptions(tokens)

    def read(  # noqa: PLR0913, PLR0917
        self,
        text: str,
        raw: str,
        quotes: tuple[tuple[int, int], ...],
        question: bool,
        state: Discourse,
        finished: bool = True,
    ) -> SentenceReading:
        """The reading of one sentence in its discourse."""
        tokens = self.tokens(text, quotes, finished)
        inner = None if question or quotes else bracketed(tokens)
        if inner is not None:
            return self._beside(text, raw, inner, state, finished)
        tokens, veil = unveil(tokens if question else fill(retell(tokens)))
        after = resolve(tokens, state)
        if veil.silent and not question:
            return SentenceReading([], after, [(0, len(text))])
        if veil.held is not None and not question:
            return SentenceReading(held(tokens, raw, veil), after, [], [veil.held[0]])
        tokens, occasions = part(tokens)
        reading = SentenceRun(self.framer, self.people, tokens, raw, question, state, after)
        if question and len(tokens) > 2 and tokens[0].tag in "bumh" and tokens[1].tag in "npy":
            after = replace(after, gists=self._asked(tokens, raw, state, after))
            return SentenceReading([], after, [(0, len(text))])
        claims = attach(contrasted(denied(reading.run(), veil), veil), occasions, raw)
        return SentenceReading(claims, reading.after, reading.unread(), reading.why)

    def _asked(self, tokens: list[Token], raw: str, state: Discourse, after: Discourse) -> tuple[Gist, ...]:
        """What a question asks, for an answer that only says *she does*."""
        asked = tokens[1]
        if asked.low == "you":
            asked = replace(asked, low="she", tag="p", tags="p", lemma="she", who="ruby")
        told = [asked, tokens[0], *tokens[2:]]
        shadow = SentenceRun(self.framer, self.people, told, raw, False, state, after)
        shadow.run()
        return shadow.after.gists

    def _beside(
        self, text: str, raw: str, inner: tuple[int, int], state: Discourse, finished: bool
    ) -> SentenceReading:
        """A sentence with a clause in brackets: first the one without the other, then the other."""
        a, b = inner
        blank = " " * (b - a)
        outer = self.read(text[:a] + blank + text[b:], raw, (), False, state, finished)
        within = self.read(text[a + 1 : b - 1], raw[a + 1 : b - 1], (), False, outer.state, True)
        claims = [replace(c, span=(c.span[0] + a + 1, c.span[1] + a + 1)) for c in within.claims]
        unread = [(x + a + 1, y + a + 1) for x, y in within.unread]
        return SentenceReading(
            [*outer.claims, *claims], outer.state, [*outer.unread, *unread], [*outer.why, *within.why]
        )


__all__ = ["SentenceReader", "SentenceReading"]
