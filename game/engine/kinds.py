"""Kinds of claims, as expressions ask for them: `claims('taste', value='bee')`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from game.engine.wording import words_of
from game.reader.claims import CLOSED_ASPECTS, OPEN_ASPECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from game.engine.state import CanonEntry

Words = str | tuple[str, ...]
WIDE_ASPECTS: Final[Mapping[str, frozenset[str]]] = {"open": OPEN_ASPECTS, "closed": CLOSED_ASPECTS}


class Kind:
    """What an expression asks for. `pick` takes of some entries those of that kind, in their order.

    `before` a page: of what stood when it came. `when`: ``met``, ``unmet`` or ``none``, by their condition.
    """

    __slots__ = ("aspect", "before", "pick", "when")

    def __init__(
        self,
        pick: Callable[[Iterable[CanonEntry]], list[CanonEntry]],
        aspect: str | None,
        before: str | None,
        when: str | None,
    ) -> None:
        self.pick = pick
        self.aspect = aspect
        """The aspect of all of them, if they have one."""
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
    tests = Tests()
    if subject != "any":
        tests.add(f"c.subject == {tests.named(subject)}")
    if aspect is not None:
        tests.add(tests.one_of("c.aspect", _aspects(aspect)))
    if holds is not None:
        tests.add("c.holds" if holds else "not c.holds")
    if value is not None:
        tests.add(tests.within("c.value", map(words_of, _several(value))))
    if degree is not None:
        tests.add(tests.one_of("c.degree", _several(degree)))
    if time is not None:
        tests.add(tests.one_of("c.time", _several(time)))
    if object is not None:
        tests.add(tests.within("c.object", map(words_of, _several(object))))
    if page is not None:
        tests.add(f"one.page == {tests.named(page)}")
    if chapter is not None:
        tests.add(f"one.chapter == {tests.named(chapter)}")
    pick = tests.function("lambda entries: [one for one in entries for c in (one.claim,) if {}]")
    aspects = () if aspect is None else tuple(_aspects(aspect))
    return Kind(pick, aspects[0] if len(aspects) == 1 else None, before, when)


class Found:
    """What was found out about one canon: of which claims each kind is, and those of each aspect."""

    __slots__ = ("canon", "of_aspect", "of_kind")

    def __init__(self, canon: tuple[CanonEntry, ...]) -> None:
        self.canon = canon
        self.of_kind: dict[Kind, list[CanonEntry]] = {}
        self.of_aspect: dict[str, list[CanonEntry]] = {}
        for entry in canon:
            self.of_aspect.setdefault(entry.claim.aspect, []).append(entry)


class Tests:
    """Tests of a claim `c` that are put together to one function. What they compare with are constants."""

    def __init__(self) -> None:
        self._tests: list[str] = []
        self._names: dict[str, object] = {"__builtins__": {}, "words_of": words_of}

    def add(self, test: str) -> None:
        """One more test."""
        self._tests.append(test)

    def named(self, constant: object) -> str:
        """A name for a constant."""
        name = f"k{len(self._names)}"
        self._names[name] = constant
        return name

    def one_of(self, of: str, words: Collection[str]) -> str:
        """The test that it is one of these words."""
        if len(words) == 1:
            return f"{of} == {self.named(next(iter(words)))}"
        return f"{of} in {self.named(frozenset(words))}"

    def within(self, of: str, wordings: Iterable[frozenset[str]]) -> str:
        """The test that it contains all the words of one of the wordings."""
        tests = [f"{self.named(wording)} <= words_of({of})" for wording in wordings]
        return f"({' or '.join(tests) or 'False'})"

    def function(self, form: str) -> Any:
        """The function, with the tests for `{}` in its form. The forms are ours."""
        return eval(form.format(" and ".join(self._tests) or "True"), self._names)


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


def _several(words: Words) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _aspects(aspect: Words) -> frozenset[str]:
    return frozenset().union(*(WIDE_ASPECTS.get(name, frozenset({name})) for name in _several(aspect)))
