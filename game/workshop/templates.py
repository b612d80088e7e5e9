"""Clauses to be tried on the reader: a word in its usual places, and a clause said in another way."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from game.reader.inflection import article, ing, plural, third
from game.story.vocabulary import CLOSED_VALUES, DEGREES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.reader.claims import Frame
    from game.workshop.kinds import Kind

PEOPLE: Final = {
    "ruby": "Ruby", "calvin": "Calvin", "harry": "Harry", "langdon": "Langdon", "lila": "Lila",
    "gertrude": "Gertrude", "mort": "Mort", "rosenthal": "Dr. Rosenthal", "susie": "Susie",
    "scotty": "Scotty", "other": "The postman",
}  # fmt: skip
"""What those are called on a page of whom claims are made."""
_BONDS: Final = {
    "faithful": "is faithful to", "distant": "is distant with", "indifferent": "is indifferent to",
    "fears": "is afraid of",
}  # fmt: skip
_MINDS: Final = {
    "wonders": ("wonders about {}", "wonders whether she is {}"),
    "dreams": ("dreams of {}", "dreams that she is {}"),
    "believes": ("believes in {}", "believes that she is {}", "believes {}"),
    "doubts": ("doubts {}", "doubts that she is {}"),
}  # fmt: skip
_PLAIN_MINDS: Final = (
    "{verb} {}", "{verb} the {}", "{verb} her {}", "{verb} that she is {}", "{verb} about {}",
    "{verb} about the {}", "{verb} what Calvin {}", "{verb} the {} of her street",
)  # fmt: skip
_OPEN: Final[dict[str, tuple[str, ...]]] = {
    "act": ("{third}", "{third_the}", "{third_a}", "keeps {plural}", "feeds {plural}", "{third} all day",
            "is {ing}", "talks to {plural}"),
    "skill": ("can {word}", "plays {the} very well", "can play {the}", "can speak {name}", "is good at {ing}",
              "is good at {word}", "knows how to {word}"),
    "have": ("has {a}", "has {plural}", "has {word}", "owns {a}"),
    "taste": ("likes {word}", "likes {plural}", "loves {ing}", "likes {name}", "hates {plural}",
              "hates {name}"),
    "want": ("wants to {word}", "wants {a}", "wants {word}", "wants to be {a}", "wants to be {word}"),
    "role": ("is {a}", "is {the}", "is {word}", "is {name}"),
    "past": ("was {word}", "comes from {name}", "was born in {name}", "grew up {word}", "used to {word}",
             "once had {a}", "was {a}"),
    "place": ("lives in {word}", "lives in {a}", "lives in {name}", "is in {the}", "is {word}",
              "lives {word}", "sits on {the}", "is at {the}", "lives under {the}"),
    "say": ("says {word}", "says “{word}”", "says that {word}"),
    "trait": ("is {word}", "is a {word} person"),
    "body": ("has {word}", "has {a}", "has {plural}", "is {word}", "is made of {word}", "is ten {word}"),
}  # fmt: skip


def predicates(aspect: str, words: Iterable[str], kind: Kind) -> Iterator[str]:
    """What can be said after *Ruby* of such an aspect with one of the words in it."""
    values = kind.pattern.value
    for word in words:
        if aspect in _OPEN:
            forms = _forms(word)
            yield from dict.fromkeys(shape.format(**forms) for shape in _OPEN[aspect])
        elif word in CLOSED_VALUES[aspect]:
            continue
        else:
            yield from _of_someone(aspect, word, sorted(values or CLOSED_VALUES[aspect]))


def _forms(word: str) -> dict[str, str]:
    head, _, rest = word.partition(" ")
    return {
        "word": word,
        "third": f"{third(head)} {rest}".strip(),
        "third_the": f"{third(head)} the {rest}" if rest else f"plays the {word}",
        "third_a": f"{third(head)} {article(rest)} {rest}" if rest else f"{third(head)} something",
        "ing": f"{ing(head)} {rest}".strip(),
        "plural": plural(word),
        "a": f"{article(word)} {word}",
        "the": f"the {word}",
        "name": PEOPLE.get(word, word.title()),
    }


def _of_someone(aspect: str, word: str, values: list[str]) -> Iterator[str]:
    """A tie, bond or thought that is about what the word names."""
    name = PEOPLE.get(word, f"the {word}")
    for value in values:
        match aspect:
            case "bond":
                yield f"{_BONDS.get(value, value)} {name}"
            case "tie":
                noun = {"family": "sister"}.get(value, value)
                yield f"is {name}'s {noun}"
                yield f"is {article(noun)} {noun} of {name}"
            case "mind":
                for shape in _MINDS.get(value, _PLAIN_MINDS):
                    yield shape.format(PEOPLE.get(word, word), verb=value)
            case "speech":
                yield from (f"speaks {word.title()}", f"speaks only {word.title()}")
                return


@dataclass(frozen=True, slots=True)
class Shape:
    """How a thing is claimed: of whom, whether it is so, how strongly, and when."""

    subject: str = "Ruby"
    holds: bool = True
    degree: str = "plain"
    time: str = "now"


def shapes_for(kind: Kind) -> list[Shape]:
    """The shapes in which a claim is of the kind, the plainest first."""
    pattern, asks = kind.pattern, kind.asks_for
    subjects = (
        sorted(pattern.subject) if pattern.subject is not None else ["harry", "calvin", "other", "ruby"]
    )
    if ".who" in asks:
        subjects += [who for who in PEOPLE if who not in subjects and pattern.subject is None]
    degrees = sorted(pattern.degree or ({"plain"} if ".degree" not in asks else DEGREES), key=_DEGREES.index)
    holds = [True, False] if pattern.holds is None else [pattern.holds]
    times = sorted(pattern.time or {"now"}, key=_TIMES.index)
    times += [time for time in _TIMES if time not in times and (pattern.time is None)]
    return [
        Shape(PEOPLE[who], so, degree, time)
        for time, degree, so, who in product(times, degrees, holds, subjects)
        if who in PEOPLE
    ]


_DEGREES: Final = ("plain", "strong", "absolute", "slight")
_TIMES: Final = ("now", "before", "later")


def conditions(kind: Kind) -> list[str]:
    """The conditions under which to claim it, in words; an empty one for none."""
    asks = kind.asks_for
    if not asks & {".when", ".met"} and kind.when is not True:
        return [""]
    words = sorted(word for word in asks if word.strip() and not word.startswith("."))
    found = [said for word in words for said in _conditions_of(word)]
    found += [
        "when it rains", "unless it snows", "in the summer", "when Calvin is there", "in the morning",
        "at night", "unless it rains", "when it snows",
    ]  # fmt: skip
    return found if kind.when is True else ["", *found]


def _conditions_of(word: str) -> tuple[str, ...]:
    if word in ("unless", "until", "except"):
        return tuple(
            f"{word} {said}" for said in ("it rains", "it snows", "Calvin is there", "when it rains")
        )
    return (
        f"when {word}",
        f"when it {word}s",
        f"when there is {word}",
        f"when it is {word}",
        f"in the {word}",
    )


def clause(frame: Frame, shape: Shape) -> Iterator[str]:
    """A clause of the frame in that shape, in one or more ways; without its full stop."""
    for before, after in _degree_words(frame, shape):
        yield _joined(shape.subject, _verb(frame, shape, before), after)


def _joined(*words: str) -> str:
    return " ".join(" ".join(words).split())


def _degree_words(frame: Frame, shape: Shape) -> list[tuple[str, str]]:
    """What goes before the head verb (before what follows, for *be*), and after all."""
    match shape.degree:
        case "absolute" if shape.holds:
            return [("always", "")]
        case "absolute":
            return [("never", "")]
        case "strong":
            return (
                [("very", ""), ("really", "")] if frame.lemma == "be" else [("really", ""), ("", "very much")]
            )
        case "slight":
            return [("a little", "")] if frame.lemma == "be" else [("", "a little"), ("sometimes", "")]
    return [("", "")]


def _verb(frame: Frame, shape: Shape, adverb: str) -> str:
    denied = not shape.holds and adverb != "never"
    lemma, tail = frame.lemma, frame.tail
    is_be = lemma == "be"
    after_be = f"be {adverb} {tail}" if is_be else f"{adverb} {lemma} {tail}"
    match shape.time:
        case "before" if denied:
            return f"was not {adverb} {tail}" if is_be else f"did not {adverb} {lemma} {tail}"
        case "before":
            return f"used to {after_be}" if adverb != "never" else f"never used to {lemma} {tail}"
        case "later":
            return f"will {'not ' if denied else ''}{after_be}"
    if is_be:
        return f"is {'not ' if denied else ''}{adverb} {tail}"
    return f"does not {adverb} {lemma} {tail}" if denied else f"{adverb} {third(lemma)} {tail}"
