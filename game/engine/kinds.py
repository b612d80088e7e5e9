"""Kinds of claims, as expressions ask for them: `claims('taste', value='bee')`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from game.engine.wording import words_of
from game.reader.claims import CLOSED_ASPECTS, OPEN_ASPECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from game.engine.state import CanonEntry

Words = str | tuple[str, ...]
WIDE_ASPECTS: Final[Mapping[str, frozenset[str]]] = {"open": OPEN_ASPECTS, "closed": CLOSED_ASPECTS}


class Kind:
    """What an expression asks for. `pick` takes of some entries those of that kind, in their order.

    `before` a page: of what stood when it came. `when`: ``met``, ``unmet`` or ``none``, by their condition.
    """

    __slots__ = ("before", "pick", "when")

    def __init__(
        self, pick: Callable[[Iterable[CanonEntry]], list[CanonEntry]], before: str | None, when: str | None
    ) -> None:
        self.pick = pick
        self.before = before
        self.when = when


@lru_cache(maxsize=8192)
def kind(  # noqa: PLR0913
    aspect: Words | None = None,
    value: Words | None = None,
    *,
    subject: str = "ruby",
    holds: bool | None = True,
    degree: Words | None = None,
    time: Words | None = None,
    object: Words | None = None,  # noqa: A002
    page: str | None = None,
    chapter: str | None = None,
    before: str | None = None,
    when: str | None = None,
) -> Kind:
    """The kind of these arguments. An argument that is None asks for nothing."""
    tests = [
        None if subject == "any" else ("c.subject == {}", subject),
        None if aspect is None else ("c.aspect in {}", _aspects(aspect)),
        None if holds is None else ("c.holds == {}", bool(holds)),
        None if value is None else _wording("c.value", value),
        None if degree is None else ("c.degree in {}", _several(degree)),
        None if time is None else ("c.time in {}", _several(time)),
        None if object is None else _wording("c.object", object),
        None if page is None else ("one.page == {}", page),
        None if chapter is None else ("one.chapter == {}", chapter),
    ]
    return Kind(_picker([test for test in tests if test]), before, when)


def standing_before(page: str, entries: Sequence[CanonEntry]) -> list[CanonEntry]:
    """Of all that was ever taken, what stood just before the page was typed (for the first time)."""
    first = min((e.number for e in entries if e.page == page), default=None)
    if first is None:
        return sorted((e for e in entries if e.overwritten_by is None), key=number_of)
    return sorted(
        (e for e in entries if e.number < first and (e.overwritten_by is None or e.overwritten_by >= first)),
        key=number_of,
    )


def number_of(entry: CanonEntry) -> int:
    """Its order among all that was ever typed."""
    return entry.number


def within(wordings: Iterable[frozenset[str]], text: str | None) -> bool:
    """Whether the text contains all the words of one of the wordings."""
    own = words_of(text)
    return any(wording <= own for wording in wordings)


def _picker(tests: list[tuple[str, object]]) -> Callable[[Iterable[CanonEntry]], list[CanonEntry]]:
    """A function that tries just these tests. The sources are ours; all that is an author's is a constant."""
    names: dict[str, object] = {f"k{number}": constant for number, (_, constant) in enumerate(tests)}
    names |= {"within": within, "__builtins__": {}}
    conditions = " and ".join(test.format(f"k{number}") for number, (test, _) in enumerate(tests))
    source = f"lambda entries: [one for one in entries for c in (one.claim,) if {conditions or 'True'}]"
    picker: Callable[[Iterable[CanonEntry]], list[CanonEntry]] = eval(source, names)
    return picker


def _several(words: Words) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _aspects(aspect: Words) -> frozenset[str]:
    return frozenset().union(*(WIDE_ASPECTS.get(name, frozenset({name})) for name in _several(aspect)))


def _wording(of: str, words: Words) -> tuple[str, object]:
    return f"within({{}}, {of})", tuple(words_of(one) for one in _several(words))
