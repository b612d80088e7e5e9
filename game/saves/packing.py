"""A playthrough's turns as plain data and back: for a cache, and only for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.engine.state import CanonEntry, Paid, Return, State, TypedPage
from game.engine.turn import Choice, Choose, EndingReached, PageOffer, Passage, Turn, Type
from game.reader.claims import Claim, Frame, Ref

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from game.engine.state import Counts
    from game.engine.turn import Move

_COUNTS = ("visits", "seen", "shown", "used")


class Packer:
    """Packs turns one after another, each as what differs from the one before."""

    def __init__(self) -> None:
        self.entries: dict[int, list[Any]] = {}
        self._last = State(seed=0)

    def turn(self, turn: Turn) -> list[Any]:
        """A turn and its state."""
        return [
            turn.number,
            turn.scene,
            turn.chapter,
            [[one.id, one.kind, one.text] for one in turn.passages],
            [[one.id, one.text, one.enabled, one.forbidden_by] for one in turn.choices],
            None if turn.page is None else _fields(turn.page),
            None if turn.ending is None else _fields(turn.ending),
            turn.sky,
            self._state(turn.state),
        ]

    def move(self, move: Move) -> list[Any]:
        """A move."""
        if isinstance(move, Choose):
            return [move.choice]
        return [move.text, [_claim(claim) for claim in move.claims], move.backwards]

    def _state(self, state: State) -> list[Any]:
        last, self._last = self._last, state
        for entry in (*state.canon, *state.former, *state.resisted):
            if entry.number not in self.entries:
                self.entries[entry.number] = _entry(entry)
        return [
            state.seed, state.turn, state.scene, state.chapter, state.ending, list(state.variables),
            _changes(last.canon, state.canon, lambda one: one.number),
            _changes(last.former, state.former, lambda one: [one.number, one.overwritten_by]),
            _changes(last.resisted, state.resisted, lambda one: [one.number, one.resisted]),
            _changes(last.paid, state.paid, _fields),
            list(state.fresh),
            _changes(last.pages, state.pages, _fields),
            [_difference(getattr(last, name), getattr(state, name)) for name in _COUNTS],
            [_fields(one) for one in state.returns],
            state.draws,
        ]  # fmt: skip


class Unpacker:
    """Unpacks what a Packer packed, in the same order. Raises whatever odd data raises."""

    def __init__(self, entries: dict[str, list[Any]]) -> None:
        self._entries = {int(number): _to_entry(data) for number, data in entries.items()}
        self._ended: dict[tuple[int, Any, Any], CanonEntry] = {}
        self._last = State(seed=0)

    def turn(self, data: Sequence[Any]) -> Turn:
        """A turn."""
        number, scene, chapter, passages, choices, page, ending, sky, state = data
        return Turn(
            number,
            scene,
            chapter,
            tuple(Passage(*one) for one in passages),
            tuple(Choice(*one) for one in choices),
            None if page is None else PageOffer(*page),
            None if ending is None else EndingReached(*ending),
            self._state(state),
            sky,
        )

    def move(self, data: Sequence[Any]) -> Move:
        """A move."""
        if len(data) == 1:
            return Choose(data[0])
        text, claims, backwards = data
        return Type(text, tuple(map(_to_claim, claims)), backwards)

    def _state(self, data: Sequence[Any]) -> State:
        (
            seed, turn, scene, chapter, ending, variables, canon, former, resisted, paid, fresh, pages,
            counts, returns, draws,
        ) = data  # fmt: skip
        last = self._last
        tables = {
            name: getattr(last, name).update(changes) for name, changes in zip(_COUNTS, counts, strict=True)
        }
        self._last = State(
            seed=seed,
            turn=turn,
            scene=scene,
            chapter=chapter,
            ending=ending,
            variables=tuple(variables),
            canon=_changed(last.canon, canon, lambda number: self._entries[number]),
            former=_changed(last.former, former, lambda one: self._variant(one[0], one[1], None)),
            resisted=_changed(last.resisted, resisted, lambda one: self._variant(one[0], None, one[1])),
            paid=_changed(last.paid, paid, lambda one: Paid(*one)),
            fresh=tuple(fresh),
            pages=_changed(last.pages, pages, lambda one: TypedPage(*one)),
            returns=tuple(Return(*one) for one in returns),
            draws=draws,
            **tables,
        )
        return self._last

    def _variant(self, number: int, ended: int | None, resisted: str | None) -> CanonEntry:
        key = number, ended, resisted
        if key not in self._ended:
            base = self._entries[number]
            self._ended[key] = CanonEntry(
                base.number, base.claim, base.sentence, base.page, base.page_number, base.chapter,
                base.turn, ended, resisted,
            )  # fmt: skip
        return self._ended[key]


def _changes(before: tuple[Any, ...], after: tuple[Any, ...], pack: Callable[[Any], Any]) -> list[Any]:
    """Which of those before are gone, by their places, and what has come after them; nothing, if none."""
    if before is after or before == after:
        return []
    left = {id(one) for one in after}
    gone = [number for number, one in enumerate(before) if id(one) not in left]
    kept = len(before) - len(gone)
    return [gone, [pack(one) for one in after[kept:]]]


def _changed(before: tuple[Any, ...], changes: list[Any], unpack: Callable[[Any], Any]) -> tuple[Any, ...]:
    if not changes:
        return before
    gone, come = set(changes[0]), changes[1]
    stayed = tuple(one for number, one in enumerate(before) if number not in gone) if gone else before
    return (*stayed, *map(unpack, come))


def _difference(before: Counts, after: Counts) -> dict[str, int]:
    return {key: value for key, value in sorted(after.items()) if before.get(key, 0) != value}


def _fields(one: Any) -> list[Any]:
    """The fields of a flat record, in their order."""
    return [*one] if isinstance(one, tuple) else [getattr(one, name) for name in one.__slots__]


def _entry(entry: CanonEntry) -> list[Any]:
    return [
        entry.number, _claim(entry.claim), entry.sentence, entry.page, entry.page_number, entry.chapter,
        entry.turn,
    ]  # fmt: skip


def _to_entry(data: Sequence[Any]) -> CanonEntry:
    number, claim, *rest = data
    return CanonEntry(number, _to_claim(claim), *rest)


def _claim(claim: Claim) -> list[Any]:
    frame = claim.frame
    packed = None
    if frame is not None:
        packed = _fields(frame)
        packed[2], packed[7] = _refs(frame.tail_refs), _refs(frame.noun_refs)
    return [*_fields(claim)[:-1], packed]


def _refs(refs: Iterable[Ref]) -> list[Any]:
    return [_fields(ref) for ref in refs]


def _to_claim(data: Sequence[Any]) -> Claim:
    *fields, frame = data
    fields[8] = tuple(fields[8])
    if frame is not None:
        frame = [*frame]
        frame[2], frame[7] = (tuple(Ref(*ref) for ref in frame[at]) for at in (2, 7))
        frame = Frame(*frame)
    return Claim(**dict(zip(Claim.__slots__, (*fields, frame), strict=True)))
