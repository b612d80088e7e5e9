"""`play --plain`: the game as a stream of plain text, for screen readers, pipes and old terminals."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Final

from game.engine.turn import MoveError
from game.line.lines import read_line
from game.line.publishing import Publisher
from game.line.sheet import PlainSheet
from game.line.showing import (
    endings_lines,
    manuscript_lines,
    offer_lines,
    passages_lines,
    people_lines,
    portrait_lines,
    slots_lines,
    so_far_lines,
    timeline_lines,
    took_line,
    wrapped,
)
from game.line.transcribing import transcript_order
from game.play.account import default_pages, page_accounts, portrait
from game.play.notes import notes_sentence
from game.play.read_before import FILE_NAME as READ_BEFORE
from game.play.read_before import ReadBefore, unread
from game.play.transcript import Scribe
from game.saves.cleaning import clean, clean_line
from game.saves.errors import SaveError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import BinaryIO, TextIO

    from game.engine.turn import Passage
    from game.play.session import Session

HELP: Final = (
    "Write the number of a choice to pick it.",
    "To type a page, type it, as many lines as you like, and end it with a line holding only a full stop.",
    "On the page, a line holding only .tear throws the sheet away, and you begin it again; one holding only "
    ".backwards puts the sheet in the other way round.",
    "Also on the page: .read reads back what is understood of it so far, numbered; .strike 2 strikes out the "
    "words of number 2, and reads the rest back.",
    "look: say again what was said last.",
    "undo, or undo 3: take back the last move, or the last three.",
    "redo, or redo 3: make again what was taken back. timeline: every move that was ever made, numbered. "
    "go to 5: go to where move 5 led; go to 0: to the beginning.",
    "so far: what has happened. people: who there is, and what they know. endings: those you have found.",
    "manuscript: the pages you have typed, and what came of each.",
    "then: Ruby after your first page and after your last. then 0 2: before the first page, and after the "
    "second.",
    "save NAME: keep a copy under a name. load NAME: go on from it. saves: what is kept.",
    "transcript on, or transcript on FILE.txt: write to a file what is told, picked and typed from now on. "
    "transcript off: no more. A line that begins with * goes into the transcript only, as a comment.",
    "skip on: leave out what you have read before, in this playthrough or another. skip off: no more.",
    "book epub, or book epub FILE: write what you have played as a novel, to keep. Instead of epub: html, "
    "md, txt; or transcript, for every move as it was made. book name NAME: whose novel it is.",
    "notes: what this chapter has in it that you may want to be told of. notes on: to be told before each "
    "chapter. notes off: no more.",
    "about: whose this is, and the licences.",
    "restart: begin again; what you played is kept.",
    "quit: leave. What you played is kept if it has a slot.",
    "Where a page is asked for, these words count as its first line only. Should a page begin with one of "
    "them, put a space before it.",
)
_MEASURE: Final = 72
# With its number, so that a page may begin with the words.
_GO_TO: Final = re.compile("go to ([0-9]{1,6})")
_BARE: Final = frozenset(
    (
        "help",
        "look",
        "undo",
        "redo",
        "timeline",
        "manuscript",
        "then",
        "people",
        "endings",
        "saves",
        "restart",
        "about",
        "quit",
    )
)
_NOTES: Final = {"notes": None, "notes on": True, "notes off": False}
_NAMED: Final = frozenset(("save", "load", "undo", "redo", "then"))


def play_plain(session: Session, read: Callable[[str], str | None], out: TextIO, width: int | None) -> int:
    """Play until quit or the end of the input. Raises what `Session.open` does; the exit code.

    `read` gives the next line for a prompt, None at the end; `width` is where to break lines, or not at all.
    """
    return PlainGame(session, read, out, width).play()


def line_source(stream: BinaryIO) -> Callable[[str], str | None]:
    """Lines from a pipe or a file, whatever the bytes in it."""

    def read(_prompt: str) -> str | None:
        found = read_line(stream)
        return None if found is None else found[0].decode("utf-8", "replace")

    return read


def keyboard(prompt: str) -> str | None:
    """A line from a person at a terminal."""
    try:
        return input(prompt)
    except EOFError:
        return None


def measure() -> int:
    """Columns for text on this terminal."""
    return max(20, min(_MEASURE, shutil.get_terminal_size().columns - 1))


def _is_page(number: str, last: int) -> bool:
    return number.isascii() and number.isdecimal() and len(number) < 7 and int(number) <= last


class PlainGame:
    """One sitting at the plain front end."""

    def __init__(
        self, session: Session, read: Callable[[str], str | None], out: TextIO, width: int | None
    ) -> None:
        self._session = session
        self._read = read
        self._out = out
        self._width = width
        self._chapter = ""
        self._noting = False
        self._skipping = False
        self._read_before = ReadBefore(None)
        self._over = False
        self._scribe = Scribe()
        self._publisher = Publisher()

    def play(self) -> int:
        """Play to the end of the input; the exit code."""
        self._playthrough, notes = self._session.open()
        if self._playthrough.slot is not None:
            self._read_before = ReadBefore(self._session.saves.folder / READ_BEFORE)
        try:
            self._say_notes(notes)
            self._show()
            self._say("Write help at any time, to be told what you can write.")
            while not self._over:
                line = self._ask()
                if line is None:
                    break
                self._take(line)
            if self._scribe.path is not None:
                self._say(self._scribe.off())
            self._say(self._farewell())
        finally:
            self._playthrough.close()
        return 0

    def _take(self, line: str) -> None:
        """Act on the line at a prompt. Nothing that it can hold ends the game but `quit`."""
        try:
            if not self._command(line):
                if self._playthrough.turn.page is not None:
                    self._type(line)
                elif line.strip() in ("save", "load"):
                    self._say(f"Write a name too, as in: {line.strip()} monday.")
                else:
                    self._say("That is none of the choices. Write a number, or help.")
        except (MoveError, SaveError) as error:
            self._say(str(error))

    def _command(self, line: str) -> bool:
        """Carry out a command or the number of a choice; False if the line is neither."""
        turn = self._playthrough.turn
        word, _, rest = line.rstrip().partition(" ")
        argument = rest.strip()
        if not argument and word.isascii() and word.isdecimal() and len(word) < 4:
            if not 1 <= int(word) <= len(turn.choices):
                return False
            self._playthrough.choose(turn.choices[int(word) - 1].id)
            self._show()
        elif word in _BARE and not argument:
            getattr(self, f"_{word}")()
        elif word in _NAMED and argument:
            getattr(self, f"_{word}")(argument)
        elif line.strip() == "so far":
            self._lines(so_far_lines(self._playthrough))
        elif line.strip() in ("skip on", "skip off"):
            self._skipping = line.strip() == "skip on"
            self._say(f"What you have read before {'is left out' if self._skipping else 'is told again'}.")
        elif line.strip() in _NOTES:
            self._say(self._note(_NOTES[line.strip()]))
        elif said := transcript_order(self._scribe, self._playthrough, line) or self._publisher.order(
            self._playthrough, line
        ):
            self._say(said)
        elif gone := _GO_TO.fullmatch(line.rstrip()):
            self._go_to(int(gone[1]))
        else:
            return False
        return True

    def _note(self, on: bool | None) -> str:
        """Tell what is in chapters beforehand, or no more; or what is in this one."""
        if on is None:
            sentence = notes_sentence(self._playthrough.story, self._playthrough.turn.chapter)
            return sentence or "There are no notes on this chapter."
        self._noting = on
        return f"Notes on what is in a chapter come {'before each' if on else 'no more'}."

    def _type(self, line: str | None) -> None:
        """Take down a page that begins with this line, and pull it; of a live one, each line by itself."""
        page = self._playthrough.turn.page
        if page is not None and line is not None and (page.live or page.instead is not None):
            if line.strip() not in ("", "."):
                self._playthrough.type(line)
                self._show()
            return
        sheet = PlainSheet(self._playthrough)
        while line is not None and line.rstrip() != ".":
            self._lines(sheet.take(line))
            line = self._ask()
        if line is None:
            self._say(
                "The page was not ended with a full stop, so it is still in the machine, and not counted."
            )
            self._over = True
            return
        before = len(self._playthrough.pages)
        self._playthrough.type(sheet.text, sheet.backwards)
        if len(pages := self._playthrough.pages) > before:
            self._lines((took_line(pages[-1]),))
        self._show()

    def _look(self) -> None:
        self._show()

    def _help(self) -> None:
        self._lines(HELP)

    def _undo(self, count: str = "1") -> None:
        self._playthrough.undo(_count("undo", count))
        self._say("Taken back.")
        self._show()

    def _redo(self, count: str = "1") -> None:
        self._playthrough.redo(_count("redo", count))
        self._say("Made again.")
        self._show()

    def _timeline(self) -> None:
        self._lines(timeline_lines(self._playthrough.timeline))

    def _people(self) -> None:
        self._lines(people_lines(self._playthrough))

    def _endings(self) -> None:
        self._lines(endings_lines(self._playthrough))

    def _go_to(self, number: int) -> None:
        self._playthrough.jump(number)
        self._say(f"This is where move {number} led." if number else "This is the beginning.")
        self._show()

    def _manuscript(self) -> None:
        self._lines(manuscript_lines(page_accounts(self._playthrough)))

    def _then(self, pages: str = "") -> None:
        numbers = pages.split() or [str(page) for page in default_pages(self._playthrough)]
        last = len(self._playthrough.turn.state.pages)
        if len(numbers) != 2 or not all(_is_page(number, last) for number in numbers):
            typed = f"of the {last} that are typed" if last else "none is typed yet"
            raise MoveError("then", f"Write then and two pages ({typed}; 0 is before the first): then 0 2.")
        self._lines(portrait_lines(portrait(self._playthrough, int(numbers[0]), int(numbers[1]))))

    def _saves(self) -> None:
        self._lines(slots_lines(self._session.slots()))

    def _save(self, name: str) -> None:
        self._say_notes(self._playthrough.save(name))
        self._say(f"Saved as {name}.")

    def _load(self, name: str) -> None:
        self._say_notes(self._playthrough.load(name))
        self._say(f"Loaded {name}.")
        self._show()

    def _restart(self) -> None:
        self._say_notes(self._playthrough.restart())
        self._chapter = ""
        self._show()

    def _about(self) -> None:
        from game.play.about import about_lines  # noqa: PLC0415 - reads what is installed

        self._lines(about_lines(self._playthrough.story))

    def _quit(self) -> None:
        self._over = True

    def _farewell(self) -> str:
        if self._playthrough.slot is None:
            return "Goodbye. This was not kept: to keep it, name a slot with --slot, or save NAME."
        return f"Goodbye. This is kept as {self._playthrough.slot}."

    def _show(self) -> None:
        """Say the present turn, and what can be done."""
        if trouble := self._scribe.follow(self._playthrough):
            self._say(trouble)
        turn = self._playthrough.turn
        chapter = self._playthrough.story.chapters.get(turn.chapter)
        if self._chapter:
            self._lines(("",))
        if chapter is not None and turn.chapter != self._chapter:
            self._lines((f"Chapter {chapter.number}: {chapter.title}", ""))
            if self._noting and (notes := notes_sentence(self._playthrough.story, turn.chapter)):
                self._lines((f"Note: {notes}", ""))
            self._chapter = turn.chapter
        if turn.sky:
            self._lines((f"In the sky, small: {turn.sky}", ""))
        self._tell(turn.passages)
        if self._playthrough.trouble is not None:
            self._say_notes([self._playthrough.trouble])
        self._lines(offer_lines(turn))

    def _tell(self, passages: Sequence[Passage]) -> None:
        """Tell the passages; if it is so wished, only what of them was never told before."""
        left, skipped = unread(passages, self._read_before) if self._skipping else (passages, 0)
        if skipped:
            self._say(f"Left out: {skipped} paragraph{'s' if skipped > 1 else ''} read before.")
            self._lines(("",))
        self._lines(passages_lines(left))
        self._read_before.note(p for passage in passages for p in passage.text.split("\n\n"))

    def _ask(self) -> str | None:
        self._out.flush()
        line = self._read("> ")
        return None if line is None else line.rstrip("\r\n")

    def _say_notes(self, notes: Sequence[str]) -> None:
        self._scribe.notes(notes)
        self._lines(f"Note: {note}" for note in notes)

    def _say(self, text: str) -> None:
        self._lines((clean_line(text, 1000),))

    def _lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            print(wrapped(clean(line), self._width), file=self._out)
        self._out.flush()


def _count(order: str, text: str) -> int:
    """The number after an order. Raises MoveError."""
    if not (text.isascii() and text.isdecimal() and len(text) < 7):
        raise MoveError(order, f"Write {order}, or {order} with a number, as in: {order} 3.")
    return int(text)
