"""The screen that is always there: the page that is read, and the desk when something is to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from game.engine.turn import MoveError
from game.play.cleaning import clean
from game.reader.claims import Reading
from game.tui.book import added, beginning, live_lines, parted, running_head, turns_leaf, whole_book
from game.tui.commands import AFTER_ENDING
from game.tui.screens.reading import ReadingScreen
from game.tui.trouble import report
from game.tui.typesetting import Paragraph
from game.tui.widgets.clock import Clock
from game.tui.widgets.keys import KeyRow
from game.tui.widgets.machine import Machine
from game.tui.widgets.menu import NUMBER_KEYS, ChoiceMenu, Item
from game.tui.widgets.reading import LEADING, ReadingPane
from game.tui.widgets.sky import Sky
from game.tui.widgets.study import QUIETER, Study

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from game.engine.turn import Turn
    from game.tui.app import RubySparks
    from game.tui.settings import Arrival

DESK_SHARE: Final = 0.4
"""How much of the height the page may keep while something is typed."""
FIRST_HINT: Final = (
    "In plain English. Words that will take light up, underlined, as you type them. {pull} pulls the page."
)
"""Stands on the sheet until the first page of a playthrough is begun."""
APP_ITEM: Final = "app."
"""Begins the ids of menu items that are the program's and not the story's."""


class SceneScreen(ReadingScreen):
    """Reading, choosing, typing."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [
        # In the order of the footer: what comes and goes is last, so that the rest stays where it is.
        Binding("escape", "app.menu", "Menu", id="scene.menu"),
        Binding("f1", "app.help", "Help", key_display="F1", id="scene.help"),
        Binding("f6,m", "app.manuscript", "Manuscript", key_display="F6", id="scene.manuscript"),
        Binding("f5", "other", "Choices", key_display="F5", id="desk.choices"),
        Binding("u", "app.undo", "Take back", id="scene.undo"),
        Binding("r", "app.redo", "Make again", show=False, id="scene.redo"),
        Binding("f8", "app.looking_back", "Look back", show=False, id="scene.looking-back"),
        Binding("space,enter", "go_on", "Go on", key_display="space", id="scene.go-on"),
        Binding("s", "skip", "Skip what you have read", id="scene.skip"),
        *NUMBER_KEYS,
        Binding("f2,ctrl+d", "pull", "Pull the page", show=False, id="desk.pull"),
        Binding("f3", "turn_round", "Turn the sheet round", show=False, id="desk.turn"),
        Binding("f4", "tear", "Tear it up", show=False, id="desk.tear"),
        Binding("f7", "read_back", "Read it back", show=False, id="desk.read-back"),
    ]

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._told = False

    @property
    def _game(self) -> RubySparks:
        return cast("RubySparks", self.app)

    def compose(self) -> ComposeResult:
        """The dark above, the page, the desk, the keys."""
        with Horizontal(id="head"):
            yield Static(id="running-head")
            yield Sky(id="sky")
        self.page = ReadingPane(id="page")
        self.machine = Machine(self._read, self._game.key_name, id="desk")
        self.study = Study(self._read, self._game.key_name("desk.choices", "F5"), id="study")
        yield self.page
        if self._game.playthrough.turn.page is not None:
            yield from self._furniture
        with Horizontal(id="foot"):
            yield KeyRow(compact=True, show_command_palette=False)
            yield Clock(id="clock")

    def on_mount(self) -> None:
        """Begin where the playthrough stands."""
        self.page.on_shown = lambda shown: self._game.read_before.note(one.text for one in shown)
        self.settings_changed()
        fresh = not self._game.playthrough.history
        if fresh and self.arrival != "screen":
            # What is first seen is the text itself. Anything else has to know first how much room there is.
            self.open(self._game.notes, fresh=True)
        else:
            self.call_after_refresh(self.open, self._game.notes, fresh=fresh)
        self.call_after_refresh(self._furnish)

    @property
    def _furniture(self) -> tuple[Machine, Study]:
        return self.machine, self.study

    async def _furnish(self) -> None:
        """Bring in the desk and the study, if they are not there: what is read first need not wait."""
        if not self.machine.is_attached:
            await self.mount(*self._furniture, before="#foot")
        self._read("")  # and neither need the first key of a page wait for the reader to be loaded

    def on_resize(self) -> None:
        """Share the new height between page and desk; a page of fixed height is not told of it."""
        self.call_after_refresh(self.page.fit_screen)

    # Turns

    def open(self, notes: Sequence[str] = (), *, fresh: bool = False) -> None:
        """Show the playthrough as it stands, and what is to be said of it; a fresh one comes as new text."""
        told = [Paragraph("notice", clean(note)) for note in notes]
        self._game.transcribe(notes)
        playthrough = self._game.playthrough
        self._show_surroundings()
        if fresh:
            self.page.show([], 0)
            self._arrive([*told, *beginning(playthrough, notes=self._noting)], turn_page=True)
            return
        book, page_start = whole_book(playthrough, notes=self._noting)
        self.page.show([*book, *told], page_start)
        if playthrough.turn.page is not None:
            self.page.see_end()
        self._offer()

    def _move(self, make: Callable[[], Turn]) -> None:
        """Make a move and show what comes of it, or say why it cannot be made."""
        playthrough = self._game.playthrough
        before, trouble = playthrough.turn, playthrough.trouble
        try:
            make()
        except MoveError as error:
            self._game.tell(str(error))
            return
        except Exception as error:  # a fault of the story's or of ours: the player is not to pay for it
            self._game.tell(report(error))
            return
        self._game.desk.clear()
        self._game.transcribe()
        if self.in_study:
            self._move_in_study(before)
        else:
            self._show_surroundings()
            self._arrive(added(playthrough, notes=self._noting), turn_page=turns_leaf(playthrough, before))
        if playthrough.trouble and playthrough.trouble != trouble:
            self._game.tell(playthrough.trouble)

    def _arrive(self, new: list[Paragraph], *, turn_page: bool) -> None:
        typing_next = self._game.playthrough.turn.page is not None
        self.page.arrive(new, self.arrival, turn_page=turn_page, pause_at_end=typing_next)

    def _move_in_study(self, before: Turn) -> None:
        """A line of the live page has happened, or it was left: then what follows is read as ever."""
        playthrough = self._game.playthrough
        turn = playthrough.turn
        if turn.page is not None and turn.page.live and turn.scene == before.scene:
            still = self._game.settings.reduced_motion
            lines, happened = parted(added(playthrough))
            self._game.read_before.note(one.text for one in happened)
            self.study.add(lines, happened, at_once=still)
            self.study.offer(_items(turn))
            self.study.put_in("", backwards=self.study.backwards, plain=self._game.settings.plain_editing)
            self.study.view.focus()
            return
        book, page_start = whole_book(playthrough, notes=self._noting)
        self._show_surroundings()
        self.page.show(book[:page_start], page_start)
        self._arrive(book[page_start:], turn_page=True)

    def _show_surroundings(self) -> None:
        turn = self._game.playthrough.turn
        self._set_desk(False)
        self._set_study(False)
        head = running_head(self._game.playthrough)
        self.query_one("#running-head", Static).update(Content(head))
        moving = not self._game.settings.reduced_motion
        self.query_one(Sky).write(turn.sky, moving=moving)
        self.page.focus(scroll_visible=False)

    def on_reading_pane_finished(self, message: ReadingPane.Finished) -> None:
        """All is read: now something can be done."""
        message.stop()
        if not self.page.pending:
            self._offer()

    def _offer(self) -> None:
        if not self.machine.is_attached:
            self.call_later(self._furnish)
            self.call_later(self._offer)
            return
        turn = self._game.playthrough.turn
        items = _items(turn)
        if turn.page is not None and turn.page.live:
            self._open_study(turn.page.prompt, items)
        elif turn.page is not None:
            text, backwards = self._game.desk.left_for(self.sheet_key(turn))
            plain = self._game.settings.plain_editing
            self.page.offer(())
            self._set_desk(True)
            self.page.fit_text(DESK_SHARE)
            self.machine.view.hint = (
                ""
                if self._game.playthrough.pages or turn.page.instead is not None
                else FIRST_HINT.format(pull=self.machine.keys["pull"])
            )
            self.machine.set_up(turn.page, items, text, backwards=backwards, plain=plain)
            self.machine.view.focus()
        else:
            if not items:
                items = [Item(APP_ITEM + one.action, one.title) for one in AFTER_ENDING]
            self.page.offer(items)
            self.page.menu.focus(scroll_visible=False)
        self.refresh_bindings()

    def _open_study(self, prompt: str, items: Sequence[Item]) -> None:
        text, backwards = self._game.desk.left_for(self.sheet_key(self._game.playthrough.turn))
        self.page.offer(())
        self._set_study(True)
        self.study.set_up(prompt, items, *live_lines(self._game.playthrough))
        self.study.put_in(text, backwards=backwards, plain=self._game.settings.plain_editing)
        self.study.view.focus()

    # The desk

    def _read(self, text: str) -> Reading:
        # Which playthrough it is changes when another is loaded. A glow is not worth a lost page.
        try:
            return self._game.playthrough.read(text)
        except Exception as error:
            if not self._told:
                self._told = True
                self._game.tell(report(error))
            return Reading()

    def _set_desk(self, shown: bool) -> None:
        self.set_class(shown, "-desk")
        if not shown:
            self.machine.close_read_back()
        if not shown:
            self.page.fill()
        self.refresh_bindings()

    def _set_study(self, shown: bool) -> None:
        self.set_class(shown, "-study")
        for step in range(1, len(QUIETER) + 1) if not shown else ():
            self.remove_class(f"-quiet-{step}")
        self.refresh_bindings()

    @property
    def arrival(self) -> Arrival:
        """How new text comes, by the settings."""
        return self._game.settings.arrival

    @property
    def _noting(self) -> bool:
        """Whether content notes are told, by the settings."""
        return self._game.settings.content_notes == "ask"

    @property
    def typing(self) -> bool:
        """Whether something can be typed."""
        return self.at_machine or self.in_study

    @property
    def at_machine(self) -> bool:
        """Whether there is a sheet in the machine, to be pulled."""
        return self.has_class("-desk")

    @property
    def in_study(self) -> bool:
        """Whether there is a live page."""
        return self.has_class("-study")

    @property
    def _typing_at(self) -> Machine | Study:
        return self.study if self.in_study else self.machine

    def sheet_key(self, turn: Turn) -> str:
        """Which sheet is in the machine: of which page, turn and playthrough."""
        page = turn.page.id if turn.page is not None else ""
        return f"{self._game.playthrough.seed}:{turn.number}:{page}"

    def leave_sheet(self) -> None:
        """Leave the sheet in the machine as it is, to be found again."""
        if self.typing:
            key = self.sheet_key(self._game.playthrough.turn)
            at = self._typing_at
            self._game.desk.leave(key, at.text, backwards=at.backwards)

    def settings_changed(self) -> None:
        """Work as the settings now say."""
        settings = self._game.settings
        self.machine.view.set_manner(plain=settings.plain_editing)
        self.study.view.set_manner(plain=settings.plain_editing)
        self.machine.bell = settings.bell
        self.query_one(Clock).run(shown=settings.clock)
        if settings.reduced_motion:
            self.query_one(Sky).hold_still()

    def on_machine_pulled(self, message: Machine.Pulled) -> None:
        """A page was pulled."""
        self._move(lambda: self._game.playthrough.type(message.text, message.backwards))

    def on_study_line_ended(self, message: Study.LineEnded) -> None:
        """A line of a live page: nothing is pulled, and nothing asked."""
        self._move(lambda: self._game.playthrough.type(message.text, message.backwards))

    def on_machine_torn(self, message: Machine.Torn) -> None:
        """A sheet was torn up: it goes into the bin."""
        page = self._game.playthrough.turn.page
        if page is not None and message.text.strip():
            self._game.desk.throw_away(page.prompt, message.text)
            self._game.tell("Torn up. It is in the bin, with the manuscript.")

    def on_machine_read_back_shown(self, message: Machine.ReadBackShown) -> None:
        """The list takes the place of the page above the sheet, where there is no room for both."""
        self.set_class(message.shown, "-reading-back")
        self.refresh_bindings()

    def on_machine_refused(self, message: Machine.Refused) -> None:
        """The sheet is full, or the like."""
        self._game.tell(message.reason)

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """A choice was picked; the engine says whether it is open."""
        message.stop()
        item = message.item
        if item.id.startswith(APP_ITEM):
            self.app.call_later(self.app.run_action, item.id)
        else:
            self.leave_sheet()
            self._move(lambda: self._game.playthrough.choose(item.id))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of the desk are there when it is."""
        match action:
            case "pull" | "tear" | "read_back":
                return self.at_machine
            case "turn_round":
                return self.typing
            case "other":
                return self.typing and not self.machine.reading_back and bool(self._typing_at.ways_out.items)
            case "skip":
                return not self.typing and self.page.can_skip(self._known)
            case "go_on":
                return not self.typing and self.page.more_to_read
        return super().check_action(action, parameters)

    def _known(self, paragraph: Paragraph) -> bool:
        """Whether it was read before, or is nothing to read."""
        return paragraph.kind in LEADING or paragraph.text in self._game.read_before

    def action_skip(self) -> None:
        """Go through what was read before, in whichever playthrough, as far as what is new."""
        self.page.skip(self._known)
        self.refresh_bindings()

    def action_pick(self, number: int) -> None:
        """Pick a choice by its number, if it can be seen."""
        menu = self._typing_at.ways_out if self.typing else self.page.menu
        if menu.in_view:
            menu.pick(number - 1)
        elif menu.display:
            self.page.scroll_to_end()

    def action_pull(self) -> None:
        """Pull the page."""
        self.machine.pull()

    def action_turn_round(self) -> None:
        """Turn the sheet round."""
        self._typing_at.turn_round()

    def action_tear(self) -> None:
        """Tear the sheet up."""
        self.machine.tear()

    def action_read_back(self) -> None:
        """Say what is understood of the sheet."""
        self.machine.open_read_back()

    def action_other(self) -> None:
        """From the sheet to the choices under it, and back."""
        at = self._typing_at
        to = at.view if at.ways_out.has_focus else at.ways_out
        to.focus()


def _items(turn: Turn) -> list[Item]:
    return [Item(c.id, c.text, c.enabled, None if c.enabled else c.forbidden_by) for c in turn.choices]
