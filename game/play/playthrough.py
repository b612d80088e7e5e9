"""One playthrough: the engine, the reader and the journal behind a handful of moves. Front ends hold this."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from game.engine.step import begin, step
from game.engine.turn import Choose, Move, MoveError, Turn, Type
from game.play.readback import ReadBack, read_back
from game.saves.cleaning import PAGE_LIMIT, clean_line, page_text
from game.saves.endings import endings_found, note_ending
from game.saves.entries import Chosen, Jumped, Typed, Undone
from game.saves.errors import SaveError
from game.saves.exchange import locate
from game.saves.exchange import read as read_save
from game.saves.journal import Journal, new_header
from game.saves.marks import mark_of
from game.saves.resume import Replay, go_on, revival
from game.saves.timeline import ROOT

if TYPE_CHECKING:
    from game.engine.state import State
    from game.reader.claims import Claim, Reading
    from game.reader.reader import Reader
    from game.saves.entries import Played
    from game.saves.slots import Saves
    from game.saves.timeline import Timeline
    from game.story.model import Story


@dataclass(frozen=True, slots=True)
class ManuscriptPage:
    """A page of the manuscript: the words as typed, and what was understood of them."""

    id: str
    number: int
    """From 1, in the order of typing."""
    text: str
    backwards: bool
    turn: int
    """The number of the turn that answered it."""
    scene: str
    chapter: str
    claims: tuple[Claim, ...]
    """As read; of a page put in backwards, every one came true denied."""


class Playthrough:
    """What has been played, move by move, and the way on.

    Every move is in the journal and on the disk before its turn is answered. Where that fails the game
    goes on, `trouble` says so, and the next move tries again with all that is missing.
    """

    def __init__(self, story: Story, reader: Reader, saves: Saves, journal: Journal, played: Replay) -> None:
        self.story = story
        self.reader = reader
        self.saves = saves
        self._take(journal, played)

    @classmethod
    def start(
        cls, story: Story, reader: Reader, saves: Saves, slot: str | None = None, seed: int | None = None
    ) -> tuple[Self, list[str]]:
        """Begin from the first scene, in `slot` (or in memory). Notes say where an earlier one was kept.

        Raises SlotNameError.
        """
        seed = secrets.randbits(32) if seed is None else seed
        journal, notes = saves.begin(slot, new_header(story, seed))
        return cls(story, reader, saves, journal, Replay(begin(story, seed))), notes

    @classmethod
    def resume(
        cls, story: Story, reader: Reader, saves: Saves, slot: str, seed: int | None = None
    ) -> tuple[Self, list[str]]:
        """Go on in `slot` where it was left. Raises SlotNameError and SaveError.

        A slot of which nothing can be read is set aside, and a new playthrough begins with `seed`.
        """
        journal, notes = saves.open(slot, new_header(story, secrets.randbits(32) if seed is None else seed))
        played, told = revival(story, reader, journal, saves.snapshot(story, journal))
        if seed is not None and seed != journal.header.seed:
            told.append(
                f"The seed {seed} is not used: this playthrough has its own. A new one would take it."
            )
        resumed = cls(story, reader, saves, journal, played)
        return resumed, [*resumed._welcome(slot), *notes, *told]

    @classmethod
    def look(cls, story: Story, reader: Reader, saves: Saves, name: str) -> tuple[Self, list[str]]:
        """What a save holds (a slot's, or a file's), to be looked at: its file is not touched, nor locked.

        Notes say what of it could not be played again. Raises SaveError.
        """
        located = locate(saves, name)
        journal = read_save(located)[1].journal
        if journal.header.story != story.id:
            raise SaveError(
                f"{located.name} is a save of another story (“{clean_line(journal.header.story, 40)}”). "
                "Name that story with --story."
            )
        played, told = revival(story, reader, journal)
        return cls(story, reader, saves, journal, played), told

    @property
    def seed(self) -> int:
        """What all chance in this playthrough comes from."""
        return self.journal.header.seed

    @property
    def slot(self) -> str | None:
        """The slot that the moves go to; None where they are kept in memory only."""
        return self.journal.slot

    @property
    def turn(self) -> Turn:
        """The present turn."""
        return self._line[-1][1] if self._line else self.opening

    @property
    def history(self) -> tuple[tuple[Move, Turn], ...]:
        """Every move on the present line with the turn that answered it; `opening` comes before them."""
        return tuple(self._line)

    @property
    def trouble(self) -> str | None:
        """Why the last moves are not on the disk, in a sentence for the player; None if they are."""
        return self.journal.trouble

    @property
    def pages(self) -> tuple[ManuscriptPage, ...]:
        """The manuscript: every page with words on it that was typed on the present line."""
        pages: list[ManuscriptPage] = []
        for move, turn in self._line:
            if not isinstance(move, Type) or not turn.state.pages:
                continue
            page = turn.state.pages[-1]
            # None, where the machine put other words than these.
            claims = move.claims if page.text.endswith(move.text) else ()
            if page.number > len(pages):
                pages.append(
                    ManuscriptPage(
                        page.id, page.number, page.text, page.backwards,
                        turn.number, page.scene, page.chapter, claims,
                    )
                )  # fmt: skip
            elif page.through == turn.number:
                pages[-1] = _with_line(pages[-1], page.text, claims)
        return tuple(pages)

    @property
    def states(self) -> tuple[State, ...]:
        """Where the playthrough stood after each move on the present line, from its opening on."""
        return (self.opening.state, *(turn.state for _, turn in self._line))

    def read(self, text: str) -> Reading:
        """What the reader makes of unfinished words, with offsets in `text`: what glows as it is typed."""
        return self.reader.read(text[:PAGE_LIMIT], typing=True)

    def read_back(self, text: str, backwards: bool = False) -> ReadBack:
        """What is understood of a page that is not pulled yet. Raises MoveError for too much of it."""
        text = page_text(text)
        return read_back(self.reader.read(text), text, backwards)

    def choose(self, choice: str) -> Turn:
        """Pick a choice by its id. Raises MoveError, and nothing has changed."""
        scene = self.turn.scene
        return self._play(Choose(choice), Chosen(scene, choice))

    def type(self, text: str, backwards: bool = False) -> Turn:
        """Pull the page with these words on it. Raises MoveError, and nothing has changed."""
        text = page_text(text)
        page = self.turn.page
        claims = self.reader.read(text).claims if page is not None and text else ()
        entry = Typed(self.turn.scene, page.id if page is not None else "", text, backwards)
        return self._play(Type(text, claims, backwards), entry)

    def undo(self, count: int = 1) -> Turn:
        """Take back the last moves. Raises MoveError if there are not so many."""
        if not 1 <= count <= len(self._line):
            raise MoveError("nothing-to-undo", _too_far(count, len(self._line)))
        self.journal.append(Undone(self.turn.scene, count))
        del self._line[-count:]
        del self._numbers[-count:]
        return self.turn

    def turn_after(self, number: int) -> Turn | None:
        """The turn that a move of the timeline led to, if it was reached since the playthrough was opened."""
        if number == ROOT:
            return self.opening
        found = self._turns.get(number)
        return found[1] if found is not None else None

    @property
    def endings_found(self) -> tuple[str, ...]:
        """The titles of the endings that were ever come to, in any playthrough kept in this folder."""
        found = endings_found(self.saves.folder, self.story.id)
        if (reached := self.turn.ending) is not None:
            found |= {reached.id}
        return tuple(ending.title for ending in self.story.endings.values() if ending.id in found)

    @property
    def timeline(self) -> Timeline:
        """Every move ever made here, as a tree, and where in it this is."""
        return self.journal.timeline

    def redo(self, count: int = 1) -> Turn:
        """Make moves again that were taken back last. Raises MoveError if there are not so many."""
        ahead = self.timeline.ahead
        if not 1 <= count <= len(ahead):
            raise MoveError("nothing-to-redo", _nothing_ahead(count, len(ahead)))
        return self.jump(ahead[count - 1].number)

    def jump(self, to: int) -> Turn:
        """Go to where a move led, by its number in the timeline; 0 is the beginning.

        Raises MoveError, and nothing has changed, if there is no such move or the story has it no longer.
        """
        timeline = self.timeline
        if to != ROOT and to not in timeline.nodes:
            raise MoveError("no-such-move", f"There is no move {to} in this playthrough.")
        path = timeline.path(to)
        known = 0
        while known < len(path) and path[known].number in self._turns:
            known += 1
        done = [self._turns[node.number] for node in path[:known]]
        start = done[-1][1] if done else self.opening
        played = go_on(self.story, self.reader, self.journal, start, path[known:])
        if played.stopped is not None:
            raise MoveError("gone", f"The story has changed since: {played.stopped.rstrip('.')}.")
        self.journal.append(Jumped(self.turn.scene, to))
        self._line[:] = [*done, *played.line]
        self._numbers[:] = [*(node.number for node in path[:known]), *played.numbers]
        self._turns |= dict(zip(played.numbers, played.line, strict=True))
        return self.turn

    def save(self, name: str) -> list[str]:
        """Copy the playthrough into a slot and go on where it was. Raises SlotNameError and SaveError."""
        return self.saves.copy(self.journal, name)

    def load(self, name: str) -> list[str]:
        """Go on from a copy of a slot; the slot stays as it is, and so does what was played here.

        Returns notes for the player. Raises SlotNameError and SaveError, and nothing has changed.
        """
        found, notes = self.saves.read(name, self.story.id)
        played, told = revival(self.story, self.reader, found, self.saves.snapshot(self.story, found))
        journal, kept = self.saves.replace(self.journal, found)
        self._take(journal, played)
        return notes + told + kept

    def restart(self, seed: int | None = None) -> list[str]:
        """Begin again in the same slot; what was played is kept in another, which the notes name.

        Raises SaveError if what was played cannot be kept; then nothing has changed.
        """
        seed = secrets.randbits(32) if seed is None else seed
        journal, notes = self.saves.replace(self.journal, Journal(new_header(self.story, seed)))
        self._take(journal, Replay(begin(self.story, seed)))
        return notes

    def close(self) -> None:
        """Let go of the slot, so that another process may take it."""
        if self.slot is not None and self.journal.bring_to_disk():
            stands = Replay(self.opening, tuple(self._line), tuple(self._numbers))
            self.saves.keep_snapshot(self.story, self.journal, stands)
        self.journal.close()

    def _welcome(self, slot: str) -> list[str]:
        if not self._line:
            return []
        chapter = self.story.chapters.get(self.turn.chapter)
        where = f", in “{chapter.title}”" if chapter is not None else ""
        moves = len(self._line)
        return [f"Resumed “{slot}”{where}, {moves} move{'s' if moves > 1 else ''} in."]

    def _take(self, journal: Journal, played: Replay) -> None:
        self.journal = journal
        self.opening = played.opening
        self._line: list[tuple[Move, Turn]] = list(played.line)
        self._numbers: list[int] = list(played.numbers)
        self._turns: dict[int, tuple[Move, Turn]] = dict(zip(played.numbers, played.line, strict=True))
        """Every turn that was reached since the playthrough was opened, by the number of its move."""

    def _play(self, move: Move, entry: Played) -> Turn:
        before = self.turn.state
        turn = step(self.story, before, move)
        self.journal.append(replace(entry, mark=mark_of(self.story, before, turn)))
        number = len(self.journal.sealed)
        self._line.append((move, turn))
        self._numbers.append(number)
        self._turns[number] = (move, turn)
        if turn.ending is not None and self.slot is not None:
            note_ending(self.saves.folder, self.story.id, turn.ending.id)
        return turn


def _with_line(page: ManuscriptPage, text: str, claims: tuple[Claim, ...]) -> ManuscriptPage:
    """A live page with one more line at its end, and what was understood of that."""
    before = len(page.text) + 1
    more = tuple(replace(claim, span=(claim.span[0] + before, claim.span[1] + before)) for claim in claims)
    return replace(page, text=text, claims=page.claims + more)


def _too_far(count: int, available: int) -> str:
    if available == 0:
        return "There is nothing to take back: this is where it began."
    if count < 1:
        return "Say how many moves to take back: 1 or more."
    return f"Only {available} move{'s' if available > 1 else ''} can be taken back."


def _nothing_ahead(count: int, available: int) -> str:
    if available == 0:
        return "There is nothing to make again: nothing was taken back."
    if count < 1:
        return "Say how many moves to make again: 1 or more."
    return f"Only {available} move{'s' if available > 1 else ''} can be made again."
