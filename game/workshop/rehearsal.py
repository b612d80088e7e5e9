"""A playthrough of a story that changes meanwhile: begun anywhere, and made again whenever it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING, Final

from game.engine.draft import first_state
from game.engine.pages import pull
from game.engine.step import begin, step
from game.engine.telling import Telling
from game.engine.turn import Choose, MoveError, Type
from game.play.playthrough import Playthrough
from game.reader.lexicon import LexiconError
from game.reader.reader import Reader
from game.saves.cleaning import page_text
from game.saves.entries import Chosen, Typed
from game.saves.journal import Journal, new_header
from game.saves.migrations import migrated
from game.saves.resume import Replay
from game.story.files import LEXICON
from game.story.markup import Text
from game.story.model import Page
from game.story.shapes import is_id
from game.story.syntax import suggestion
from game.workshop.editing import Editing, Fault
from game.workshop.refusals import CannotPreview

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from game.engine.state import State, Value
    from game.engine.turn import Move, Turn
    from game.reader.claims import Claim
    from game.saves.slots import Saves
    from game.story.model import Story

NOT_KEPT: Final = "Nothing of a preview is kept. It begins where you ask: --slot, --scene, --set, --page."
_NOWHERE: Final = "preview"
"""The id of a page that was typed before the beginning, if none is named."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a rehearsal begins: anywhere, with any state, or where a save stands."""

    scene: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    """Variables, and what they are to be, as written."""
    pages: tuple[str, ...] = ()
    """What was typed before; ``page-id=words`` for a page of the story's."""
    slot: str | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of reading a story again while it is played."""

    seconds: float
    notes: tuple[str, ...] = ()
    fault: tuple[str, ...] = ()
    """Why the story as it is on the disk cannot be played; the last good one goes on."""


class Rehearsal:
    """Holds the playthrough, and the last story that could be played.

    Raises StoryError, LexiconError, SaveError and CannotPreview where there is nothing to begin with.
    """

    def __init__(self, folder: Path, saves: Saves, beginning: Beginning) -> None:
        self.editing = Editing(folder)
        self.editing.changed()
        self.beginning = beginning
        self._saves = saves
        self.story = self.editing.read_or_raise()
        self.reader = Reader.from_folder(folder / "lexicon")
        self._claims: dict[str, tuple[Claim, ...]] = {}
        self._seed = beginning.seed
        self._rest: list[Chosen | Typed] = []
        """Moves that could not be made again; they are tried once more at the next change."""
        self._stood: list[Chosen | Typed] = []
        moves = self._saved(beginning.slot) if beginning.slot is not None else []
        self.playthrough, _ = self._played(self.story, moves)

    def begin_again(self) -> Playthrough:
        """The playthrough as it is before any move."""
        self.playthrough, _ = self._played(self.story, [])
        return self.playthrough

    def look(self) -> Merged | None:
        """Read what has changed on the disk, and play it as far as it was played; None if nothing has."""
        changed = self.editing.changed()
        if not changed:
            return None
        start = perf_counter()
        fault = self._read_words() if any(path.startswith(LEXICON) for path in changed) else None
        found = self.editing.read()
        if isinstance(found, Fault):
            fault = found.lines()
        elif fault is None:
            return self._merge(found, start)
        return Merged(perf_counter() - start, fault=tuple(fault or ()))

    def _merge(self, story: Story, start: float) -> Merged:
        made = self._made()
        moves = made + self._rest if made == self._stood else made
        try:
            playthrough, notes = self._played(story, moves)
        except CannotPreview as error:
            return Merged(perf_counter() - start, fault=(str(error),))
        except Exception as error:  # whatever a story under way can run into is the author's to see
            fault = f"It cannot be played to where you are: {type(error).__name__}: {error}"
            return Merged(perf_counter() - start, fault=(fault,))
        self.story, self.playthrough = story, playthrough
        return Merged(perf_counter() - start, notes)

    def _read_words(self) -> list[str] | None:
        """Read the lexicon again; what is wrong with it, if it cannot be used."""
        try:
            self.reader = Reader.from_folder(self.editing.folder / "lexicon")
        except LexiconError as error:
            return [str(error)]
        self._claims.clear()
        return None

    # Playing it again.

    def _made(self) -> list[Chosen | Typed]:
        """The moves that led here, without what stood before the beginning."""
        moves = [node.move for node in self.playthrough.timeline.line]
        return [replace(move, mark=None) for move in moves[len(self.beginning.pages) :]]

    def _saved(self, slot: str) -> list[Chosen | Typed]:
        journal, _ = self._saves.read(slot, self.story.id)
        self._seed = journal.header.seed
        version = journal.header.story_version
        moves = [migrated(node.move, version, self.story) for node in journal.timeline.line]
        return [replace(move, mark=None) for move in moves if isinstance(move, Chosen | Typed)]

    def _played(self, story: Story, moves: Sequence[Chosen | Typed]) -> tuple[Playthrough, tuple[str, ...]]:
        opening, line, entries = self._begun(story)
        turn = line[-1][1] if line else opening
        notes: tuple[str, ...] = ()
        done = 0
        for move in moves:
            try:
                made = self._move(move, turn)
                turn = step(story, turn.state, made)
            except MoveError as error:
                left, why = len(moves) - done, str(error).rstrip(".")
                them = f"{left} move{'s' if left > 1 else ''} cannot be made any more"
                notes = (f"{them} ({why}). What is left is tried again at the next change.",)
                break
            line.append((made, turn))
            entries.append(move)
            done += 1
        self._stood, self._rest = list(moves[:done]), list(moves[done:])
        journal = Journal(new_header(story, self._seed))
        for entry in entries:
            journal.append(entry)
        numbers = tuple(range(1, len(line) + 1))
        return Playthrough(
            story, self.reader, self._saves, journal, Replay(opening, tuple(line), numbers)
        ), notes

    def _move(self, move: Chosen | Typed, turn: Turn) -> Move:
        if turn.scene != move.scene:
            raise MoveError("elsewhere", f"the next was made in “{move.scene}”, and this is “{turn.scene}”")
        if isinstance(move, Chosen):
            return Choose(move.choice)
        text = page_text(move.text)
        return Type(text, self._read(text), move.backwards)

    def _read(self, text: str) -> tuple[Claim, ...]:
        if text not in self._claims:
            self._claims[text] = self.reader.read(text).claims if text else ()
        return self._claims[text]

    # The beginning.

    def _begun(self, story: Story) -> tuple[Turn, list[tuple[Move, Turn]], list[Chosen | Typed]]:
        """The first turn, and the pages typed before the story goes on in the scene that was asked for."""
        asked = self.beginning
        if asked.slot is not None and (asked.scene or asked.values or asked.pages):
            raise CannotPreview(
                "A save has a state of its own: --slot goes without --scene, --set and --page."
            )
        values = dict(_value(story, name, written) for name, written in asked.values)
        scene = asked.scene or story.start
        if scene not in story.scenes:
            raise CannotPreview(
                f"There is no scene `{scene[:60]}`. {suggestion(scene, set(story.scenes))}".strip()
            )
        if not asked.pages and asked.scene is None:
            return begin(story, self._seed, values), [], []
        telling = _telling(story, first_state(story, self._seed), scene, {})
        if not asked.pages:
            telling.set(values)
            telling.go_to(scene)
            return telling.turn(), [], []
        opening = telling.turn()
        turn = opening
        line: list[tuple[Move, Turn]] = []
        entries: list[Chosen | Typed] = []
        for number, page in enumerate(asked.pages, 1):
            id_, text = _page(story, page)
            move = Type(text, self._read(text))
            telling = _telling(story, turn.state, scene, {})
            pull(telling, Page(id_, Text(""), optional=False, goto=()), move)
            if number == len(asked.pages):
                telling.set(values)
                telling.go_to(scene)
            turn = telling.turn()
            line.append((move, turn))
            entries.append(Typed(scene, id_, text))
        return opening, line, entries


def _telling(story: Story, state: State, scene: str, values: Mapping[str, Value]) -> Telling:
    telling = Telling(story, state)
    telling.scene, telling.chapter = scene, story.scenes[scene].chapter
    telling.set(values)
    return telling


def _page(story: Story, written: str) -> tuple[str, str]:
    """The page that was typed, and its words."""
    id_, _, words = written.partition("=")
    if words and is_id(id_) and id_ not in story.pages:
        near = suggestion(id_, set(story.pages))
        raise CannotPreview(f"There is no page `{id_[:60]}`. {near}".strip())
    try:
        if words and id_ in story.pages:
            return id_, page_text(words)
        return next(iter(story.pages), _NOWHERE), page_text(written)
    except MoveError as error:
        raise CannotPreview(str(error)) from None


def _value(story: Story, name: str, written: str) -> tuple[str, Value]:
    """A variable and its value. Raises CannotPreview for one that it cannot have."""
    variable = story.variables.get(name)
    if variable is None:
        raise CannotPreview(
            f"There is no variable `{name[:60]}`. {suggestion(name, set(story.variables))}".strip()
        )
    if variable.derived:
        raise CannotPreview(f"`{name}` is what its `is:` says, and cannot be set.")
    match variable.type:
        case "bool":
            if written.lower() in ("true", "false"):
                return name, written.lower() == "true"
            raise CannotPreview(f"`{name}` is true or false: --set {name}=true")
        case "enum":
            if written in variable.values:
                return name, written
            raise CannotPreview(f"`{name}` can be: {', '.join(variable.values)}.")
    try:
        number = int(written) if len(written) < 12 else variable.maximum + 1
    except ValueError:
        number = variable.maximum + 1
    if not variable.minimum <= number <= variable.maximum:
        raise CannotPreview(f"`{name}` goes from {variable.minimum} to {variable.maximum}.")
    return name, number
