"""Sentences for kinds of claims: found by trying, and kept only if the reader reads them so."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import islice, product, zip_longest
from typing import TYPE_CHECKING, Final

from game.reader import lexicon
from game.reader.inflection import article, third
from game.story.vocabulary import ASPECTS, CLOSED
from game.workshop.templates import clause, conditions, predicates, shapes_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from game.reader.claims import Claim, Frame
    from game.reader.reader import Reader
    from game.workshop.kinds import Kind

Example = tuple[str, str, str]
"""A sentence, and the aspect and value that a claim of it should have."""

ENOUGH: Final = 4
"""So many sentences are kept for a kind."""
TRIES: Final = 200
"""So many are tried before a kind is given up."""
_WORDS: Final = 8
"""Of so many of a pattern's words a sentence is tried."""
_A_VALUE: Final = 10
"""So many examples of a value are read; of an open aspect, as many for each of its values."""
_KNOWN: Final = 400
"""So many sentences of an aspect, of all that were read, are kept to be told apart by the beats."""
_AN_ASPECT: Final = 120


def examples_in(folder: Path) -> list[Example]:
    """The examples of a lexicon. Raises LexiconError for a bad one."""
    table = lexicon.load(folder, whole=True)
    return [(sentence, aspect, value) for _, _, sentence, aspect, value, *_ in table["examples"]]


@dataclass(frozen=True, slots=True)
class Base:
    """A sentence that claims one thing plainly, so that it can be made to claim it otherwise."""

    claim: Claim
    frame: Frame


class Phrasebook:
    """What can be said, by kind of claim. Reads with one reader."""

    def __init__(self, reader: Reader, examples: Iterable[Example]) -> None:
        self._reader = reader
        self._read: dict[str, tuple[Claim, ...]] = {}
        self._sentences: dict[str, list[str]] = defaultdict(list)
        """Sentences by the aspects of what they claim."""
        self._bases: dict[str, list[Base]] = defaultdict(list)
        for sentence in (*_chosen(examples), *_of_words(reader.table)):
            self._learn(sentence)

    def sentences(self, kind: Kind) -> tuple[str, ...]:
        """Sentences that are read as claims of that kind; none, if none was found."""
        conditional = kind.asks_for & {".when", ".met"} or kind.when is True
        enough = ENOUGH if conditional else min(ENOUGH, len(kind.pattern.value or range(ENOUGH)))
        found: dict[str, str] = {}
        for sentence in self._candidates(kind):
            for claim in self.claims(sentence):
                said = (claim.when or claim.value) if conditional else claim.value
                if said not in found and kind.fits(claim):
                    found[said] = sentence
                    break
            if len(found) >= enough:
                break
        more = self._absolutely(kind) if found else ()
        return tuple(dict.fromkeys((*found.values(), *more)))

    def claims(self, sentence: str) -> tuple[Claim, ...]:
        """What the reader makes of a sentence."""
        if sentence not in self._read:
            self._read[sentence] = self._reader.read(sentence).claims
        return self._read[sentence]

    def by_aspect(self) -> dict[str, list[tuple[str, Claim]]]:
        """Sentences with one claim of all that were tried so far, by its aspect; some for each value."""
        found: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
        times: Counter[tuple[str | bool | None, ...]] = Counter()
        for sentence, claims in self._read.items():
            if len(claims) != 1:
                continue
            claim = claims[0]
            value = (claim.aspect, claim.value, claim.holds, bool(claim.when), claim.subject)
            times[value] += 1
            times[value[:1]] += 1
            if times[value] <= ENOUGH and times[value[:1]] <= _KNOWN:
                found[claim.aspect].append((sentence, claim))
        return found

    def _absolutely(self, kind: Kind) -> tuple[str, ...]:
        """Of a closed aspect also what says it absolutely, where the kind leaves that open."""
        pattern = kind.pattern
        if pattern.degree is not None or not pattern.aspect or not pattern.aspect <= CLOSED:
            return ()
        absolute = replace(pattern, degree=frozenset({"absolute"}))
        return self.sentences(replace(kind, pattern=absolute))[:2]

    def _candidates(self, kind: Kind) -> Iterator[str]:
        aspects = sorted(kind.pattern.aspect or ASPECTS)
        for aspect in aspects:
            yield from islice(self._known(aspect, kind), ENOUGH)
        values, objects = sorted(kind.pattern.value or ()), sorted(kind.pattern.object or ())
        words = [*values[:_WORDS], *objects[:_WORDS], *_quoted(kind)]
        for sentence in islice(_alternately([self._built(one, words, kind) for one in aspects]), TRIES):
            self._learn(sentence)
            yield sentence
        yield from islice(_alternately([self._varied(aspect, kind) for aspect in aspects]), TRIES)

    def _known(self, aspect: str, kind: Kind) -> Iterator[str]:
        for sentence in self._sentences[aspect]:
            if any(kind.fits(claim) for claim in self.claims(sentence)):
                yield sentence

    @staticmethod
    def _built(aspect: str, words: Iterable[str], kind: Kind) -> Iterator[str]:
        yield from (f"Ruby {said}." for said in predicates(aspect, words, kind))

    def _varied(self, aspect: str, kind: Kind) -> Iterator[str]:
        """Plain sentences of what the kind is about, said of whom, how strongly and when it asks."""
        shapes = shapes_for(kind)
        whens = conditions(kind)
        about = replace(kind.pattern, subject=None, holds=None, degree=None, time=None)
        near = [base for base in self._bases[aspect] if about.fits(base.claim)]
        asks = kind.asks_for
        near.sort(key=lambda base: base.claim.value not in asks)
        for shape, (turn, when) in product(shapes, enumerate(whens)):
            several = near[: 3 * ENOUGH]
            for base in several[turn % len(several) :] + several[: turn % len(several)] if several else ():
                for said in clause(base.frame, shape):
                    yield f"{said}{' ' if when else ''}{when}."

    def _learn(self, sentence: str) -> None:
        if sentence in self._read:
            return
        claims = self.claims(sentence)
        for aspect in {claim.aspect for claim in claims}:
            self._sentences[aspect].append(sentence)
        if len(claims) == 1 and (frame := claims[0].frame) is not None and _is_plain(claims[0], frame):
            self._bases[claims[0].aspect].append(Base(claims[0], frame))


def _is_plain(claim: Claim, frame: Frame) -> bool:
    said = claim.holds and claim.degree == "plain" and not claim.when and claim.subject == "ruby"
    return said and not (frame.adverb or frame.modal or frame.negated)


def _quoted(kind: Kind) -> list[str]:
    """The words in quotation marks in its tests, but for those of conditions."""
    tests = [test for test in kind.tests if ".when" not in test.source]
    asked = replace(kind, tests=tuple(tests)).asks_for
    return sorted(word.strip() for word in asked if word.strip() and not word.startswith("."))


def _alternately(several: Iterable[Iterator[str]]) -> Iterator[str]:
    """The first of each, then the second of each, and so on."""
    for row in zip_longest(*several):
        yield from (one for one in row if one is not None)


def _chosen(examples: Iterable[Example]) -> Iterator[str]:
    """Of the examples, some for each aspect and value."""
    of_aspect: Counter[str] = Counter()
    of_value: Counter[tuple[str, str]] = Counter()
    for sentence, aspect, value in examples:
        if aspect in CLOSED:
            of_value[aspect, value] += 1
            if of_value[aspect, value] <= _A_VALUE:
                yield sentence
        else:
            of_aspect[aspect] += 1
            if of_aspect[aspect] <= _AN_ASPECT:
                yield sentence


def _of_words(table: Mapping[str, Any]) -> Iterator[str]:
    """The commonest sentences with words of the lexicon, and a few that every lexicon reads."""
    said: Counter[tuple[str, str]] = Counter()
    for section, shape in (("adjectives", "Ruby is {}."), ("verbs", "Ruby {}."), ("nouns", "Ruby is {}.")):
        for word, senses in table[section].items():
            for aspect, value, holds, _ in senses:
                said[aspect, value] += 1
                if holds and said[aspect, value] <= _A_VALUE:
                    yield shape.format(_in_place(section, word))
    yield from _EVERYDAY


def _in_place(section: str, word: str) -> str:
    if section == "verbs":
        head, _, rest = word.partition(" ")
        return f"{third(head)} {rest}".strip()
    return word if section == "adjectives" else f"{article(word)} {word}"


_EVERYDAY: Final = (
    "Ruby plays the tuba.", "Ruby keeps bees.", "Ruby sings.", "Ruby can swim.",
    "Ruby can speak French.", "Ruby has a red bicycle.", "Ruby has bees.", "Ruby has two brothers.",
    "Ruby has a brother.", "Ruby likes mushrooms.", "Ruby hates mushrooms.",
    "Ruby wants to be a dancer.", "Ruby wants a dog.", "Ruby is a plumber.", "Ruby is from Dayton.",
    "Ruby was born in Ohio.", "Ruby lives in a lighthouse.", "Ruby is in the kitchen.",
    "Ruby says hello.", "Ruby is kind.", "Ruby is stubborn.", "Ruby has red hair.", "Ruby is tall.",
    "Ruby knows that she is written.", "Ruby can never leave the house.",
    "Ruby must always stay at home.", "Ruby speaks only French.", "Ruby is Calvin's sister.",
    "Ruby is a stranger.",
)  # fmt: skip
