"""Whether a save still leads where it led: played again by the story of now, and held against its marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from game.saves.cleaning import clean_line
from game.saves.migrations import Passed, migrated, old_values
from game.saves.outline import move_words
from game.saves.resume import replay

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.reader.reader import Reader
    from game.saves.entries import Mark
    from game.saves.journal import Journal, Recovered
    from game.saves.marks import Deviation
    from game.saves.resume import Replay
    from game.saves.timeline import Node
    from game.story.model import Story

Status = Literal["same", "differs", "unknown", "unreadable"]
_EXIT_CODES: Final[dict[Status, int]] = {"same": 0, "differs": 1, "unknown": 2, "unreadable": 2}
_SHOWN: Final = 12
"""How many of the differences are told."""
_CUT: Final = "..."

Changes = dict[str, tuple[str, str]]
"""Variables by name, with what each was then and is now; '' where there is no such variable."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A move that does not lead to what it led to."""

    number: int
    """The number of its entry in the file."""
    words: str
    how: Deviation
    variables: Changes = field(default_factory=dict)
    """Those that differ since this move, and did not before."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of playing a save again."""

    status: Status
    why: str = ""
    """Why it goes no further, or cannot be read or compared, in a sentence."""
    moves: int = 0
    """On the line that stands."""
    made: int = 0
    """Of these, made again."""
    passed: int = 0
    """Of these, in scenes that a migration says are gone: passed over."""
    compared: int = 0
    """Of those made again, held against what the file says of where they led."""
    departures: tuple[Departure, ...] = ()
    scene: str = ""
    """Where it stands now."""
    variables: Changes = field(default_factory=dict)
    """Those that differ where it stands."""
    edited: tuple[int, ...] = ()
    stopped_at: tuple[int, str] | None = None
    """The number and words of the move that cannot be made again."""
    damage: str = ""
    """What is wrong with the rest of the file; '' if all of it can be read."""

    @property
    def exit_code(self) -> int:
        """0: the same; 1: it differs; 2: it cannot be read, played or compared, or only in part."""
        return 2 if self.damage else _EXIT_CODES[self.status]

    def as_dict(self) -> dict[str, object]:
        """The verdict as plain data, for programs."""
        return {
            "status": self.status, "exit": self.exit_code, "why": self.why, "damage": self.damage,
            "moves": self.moves,
            "made_again": self.made, "passed_over": self.passed, "compared": self.compared,
            "differences": [
                {"n": one.number, "move": one.words, "how": one.how, "variables": _as_lists(one.variables)}
                for one in self.departures
            ],
            "stopped_at": self.stopped_at and {"n": self.stopped_at[0], "move": self.stopped_at[1]},
            "scene": self.scene, "variables": _as_lists(self.variables), "edited": list(self.edited),
        }  # fmt: skip


def verify(story: Story, reader: Reader, found: Recovered) -> Verdict:
    """Play the line that stands again, and say whether it leads where it led."""
    journal = found.journal
    if journal.header.story != story.id:
        other = clean_line(journal.header.story, 40)
        return Verdict("unreadable", f"It is a save of another story (“{other}”): name that with --story.")
    nodes = journal.timeline.line
    played = replay(story, reader, journal)
    settled = journal.content_hash == story.content_hash
    marks, before = _marks(story, journal, nodes, settled)
    values = _Values(story, old_values(journal.header.story_version, story), played, marks)
    departures = _departures(nodes, played, values)
    done = _until_stop(nodes, played)
    stopped = nodes[len(done)] if played.stopped is not None else None
    status: Status = "same"
    why = ""
    if played.stopped is not None or departures:
        status, why = "differs", played.stopped or ""
    elif silent := sum(marks[number] is None and number not in before for number in played.numbers):
        status = "unknown"
        why = f"for {silent} of them the file does not say where they led"
    elif played.numbers and before.issuperset(played.numbers):
        status, why = "unknown", "none of them had been made with the story as it is"
    return Verdict(
        status,
        why,
        moves=len(nodes),
        made=len(played.line),
        passed=sum(number not in marks for number in done),
        compared=sum(marks[number] is not None for number in played.numbers),
        departures=departures,
        scene=played.turn.scene,
        variables=values.differing(),
        edited=tuple(journal.edited),
        stopped_at=(stopped.number, move_words(stopped.move)) if stopped is not None else None,
        damage="" if found.damage is None else f"its part {len(journal.sealed) + 2} {found.damage}",
    )


def verdict_lines(verdict: Verdict, name: str) -> Iterator[str]:
    """The verdict in plain words."""
    if verdict.damage:
        yield f"{name}: damaged: {verdict.damage}. Of what comes before that:"
    moves = f"{verdict.made} of {verdict.moves} move{'' if verdict.moves == 1 else 's'} made again"
    match verdict.status:
        case "same":
            yield f"{name}: the same. {moves}, to the same state and the same words."
        case "differs":
            stopped = verdict.stopped_at[0] if verdict.stopped_at else 0
            first = verdict.departures[0].number if verdict.departures else stopped
            yield f"{name}: it differs, from move {first} on. {moves}."
        case "unknown":
            yield f"{name}: it cannot be told whether it is the same. {moves}, but {verdict.why}."
        case "unreadable":
            yield f"{name}: {verdict.why}"
    yield from (f"  {line}" for line in _details(verdict))


def _details(verdict: Verdict) -> Iterator[str]:
    if verdict.compared < verdict.made and verdict.status != "unknown":
        rest = verdict.made - verdict.compared
        have = "has" if rest == 1 else "have"
        yield f"{rest} of them {have} nothing to be compared with (from before a change, or by hand)."
    if verdict.passed:
        yield f"Passed over, in scenes that are gone: {verdict.passed}."
    for one in verdict.departures[:_SHOWN]:
        yield f"{one.number} {one.words}: {_departure_words(one)}."
    if len(verdict.departures) > _SHOWN:
        yield f"And {len(verdict.departures) - _SHOWN} more."
    if verdict.stopped_at is not None:
        yield f"{verdict.stopped_at[0]} {verdict.stopped_at[1]}: not made again: {verdict.why.rstrip('.')}."
    if verdict.status == "differs":
        told = _changes_words(verdict.variables)
        yield f"It stands in “{verdict.scene}” now{', with ' + told if told else ''}."
    if verdict.edited:
        yield f"Edited by hand, at {', '.join(map(str, verdict.edited[:_SHOWN]))}."


def _marks(
    story: Story, journal: Journal, nodes: Sequence[Node], settled: bool
) -> tuple[dict[int, Mark | None], set[int]]:
    """The mark of each move that is made again, as far as a replay goes by it; none of those passed over.

    Also the moves from before a change of the story that the player has gone on from: a replay does not
    hold them against what they led to before that.
    """
    made_with = journal.made_with()
    found: dict[int, Mark | None] = {}
    before: set[int] = set()
    for node in nodes:
        version, content = made_with[node.number]
        move = migrated(node.move, version, story)
        if not isinstance(move, Passed):
            if settled and content != story.content_hash:
                before.add(node.number)
            told = move.mark is not None and move.mark.state != "" and node.number not in before
            found[node.number] = move.mark if told else None
    return found, before


def _until_stop(nodes: Sequence[Node], played: Replay) -> list[int]:
    """The moves that the replay has dealt with: made again or passed over."""
    numbers = [node.number for node in nodes]
    if played.stopped is None:
        return numbers
    return numbers[: numbers.index(played.numbers[-1]) + 1] if played.numbers else []


def _departures(nodes: Sequence[Node], played: Replay, values: _Values) -> tuple[Departure, ...]:
    moves = {node.number: node.move for node in nodes}
    how = {played.numbers[one.number - 1]: one.how for one in played.differences}
    found: list[Departure] = []
    before: Changes = {}
    for number in played.numbers:
        values.go_on()
        if number not in how:
            continue
        now = values.differing()
        fresh = {name: pair for name, pair in now.items() if before.get(name) != pair}
        before = now
        found.append(Departure(number, move_words(moves[number]), how[number], fresh))
    return tuple(found)


class _Values:
    """What the variables were and are, from move to move. What a file does not say is not compared."""

    def __init__(
        self, story: Story, start: Mapping[str, object], played: Replay, marks: dict[int, Mark | None]
    ) -> None:
        self._names = list(story.variables)
        self._played = played
        self._marks = marks
        self._at = 0
        first = {name: variable.default for name, variable in story.variables.items()}
        self._then = {name: _word(value) for name, value in {**first, **start}.items()}

    def go_on(self) -> None:
        """The next move that was made again."""
        mark = self._marks[self._played.numbers[self._at]]
        self._at += 1
        if mark is None:
            self._then.clear()
            return
        changes = [part.partition(" ") for part in mark.changed.split(", ") if part]
        if any(name == _CUT for name, _, _ in changes):
            self._then.clear()
        self._then |= {clean_line(name): clean_line(word) for name, _, word in changes if name != _CUT}

    def differing(self) -> Changes:
        """The variables that are not what they were."""
        state = self._played.line[self._at - 1][1].state if self._at else self._played.opening.state
        now = {name: _word(value) for name, value in zip(self._names, state.variables, strict=True)}
        return {
            name: (then, now.get(name, "")) for name, then in self._then.items() if then != now.get(name, "")
        }


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _departure_words(one: Departure) -> str:
    if one.how == "reworded":
        return "told in other words"
    told = _changes_words(one.variables)
    return told or "what can be done then, or what stands of what was typed, is not as it was"


def _changes_words(changes: Changes) -> str:
    return ", ".join(
        f"{name} {now} (it was {then})" if now else f"no {name} (it was {then})"
        for name, (then, now) in list(changes.items())[:_SHOWN]
    )


def _as_lists(changes: Changes) -> dict[str, list[str]]:
    return {name: list(pair) for name, pair in changes.items()}
