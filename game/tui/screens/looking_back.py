"""Looking back: what has happened so far, every move ever made, the people, the endings found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.engine.turn import MoveError
from game.play.chronicle import decisions, people, so_far
from game.tui.screens.leaf import LeafScreen
from game.tui.screens.leaves import LeavesScreen
from game.tui.typesetting import Paragraph
from game.tui.widgets.menu import ChoiceMenu, Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.play.chronicle import Decision, Somebody
    from game.play.playthrough import Playthrough

DEEPEST: Final = 6
"""Branches of branches further in than this are drawn no further in."""


class LookingBackScreen(LeafScreen[str]):
    """Which way to look back. The answer is an action of the app's."""

    def __init__(self, playthrough: Playthrough) -> None:
        super().__init__()
        self._playthrough = playthrough

    def title_text(self) -> str:
        """What this is."""
        return "Looking back"

    def items(self) -> Sequence[Item]:
        """The ways."""
        typed = bool(self._playthrough.pages)
        return [
            Item("so_far", "What has happened so far"),
            Item("timeline", "Every move, and where it led"),
            Item("manuscript", "The manuscript"),
            Item("then_and_now", "Ruby then and now", typed, None if typed else "Nothing is typed yet."),
            Item("people", "The people, and what they know"),
            Item("endings", "Endings found"),
        ]

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """Go that way."""
        message.stop()
        if message.item.enabled:
            self.dismiss(message.item.id)


class SoFarScreen(LeavesScreen):
    """What has happened, for someone back after a week."""

    def __init__(self, playthrough: Playthrough) -> None:
        super().__init__()
        self._playthrough = playthrough

    def paragraphs(self) -> Sequence[Paragraph]:
        """A paragraph a chapter."""
        book = [Paragraph("chapter", "So far")]
        chapters = self._playthrough.story.chapters
        for recap in so_far(self._playthrough):
            book.append(Paragraph("heading", chapters[recap.chapter].title))
            book.append(Paragraph("prose", " ".join(recap.sentences)))
        if len(book) == 1:
            book.append(Paragraph("notice", "Nothing has happened yet that would need to be told."))
        return book


class PeopleScreen(LeavesScreen):
    """Who there is, what they know, and what was typed of them."""

    def __init__(self, playthrough: Playthrough) -> None:
        super().__init__()
        self._playthrough = playthrough

    def paragraphs(self) -> Sequence[Paragraph]:
        """A heading and some lines each."""
        book = [Paragraph("chapter", "People")]
        for one in people(self._playthrough):
            book.extend(_somebody(one))
        if len(book) == 1:
            book.append(Paragraph("notice", "There is nobody yet but you."))
        return book


def _somebody(one: Somebody) -> Iterator[Paragraph]:
    name = " · ".join(part for part in (one.person.name, one.person.about) if part)
    yield Paragraph("heading", name)
    for label, entries in (("Knows", one.person.knows), ("You wrote", one.written)):
        if entries:
            yield Paragraph("account", "\n".join(entries), label=label)


class EndingsScreen(LeavesScreen):
    """The endings that were found, and how many there are besides."""

    def __init__(self, playthrough: Playthrough) -> None:
        super().__init__()
        self._playthrough = playthrough

    def paragraphs(self) -> Sequence[Paragraph]:
        """The titles of those that were found; of the others nothing."""
        found, there_are = self._playthrough.endings_found, len(self._playthrough.story.endings)
        said = f"You have come to {len(found) or 'none'} of {there_are}."
        book = [Paragraph("chapter", "Endings found"), Paragraph("notice", said)]
        return book + [Paragraph("heading", title) for title in found]


class TimelineScreen(LeafScreen[bool]):
    """Every move that was ever made. Picking one goes there; the way on from here is kept as a branch."""

    HINT = "Pick a move to go to where it led. What comes after it now is kept, and can be gone back to."

    def __init__(self, playthrough: Playthrough) -> None:
        super().__init__()
        self._playthrough = playthrough

    def title_text(self) -> str:
        """What this is."""
        return "Every move, and where it led"

    def items(self) -> Sequence[Item]:
        """The moves, what leads off the line that stands further in, with what each changed of Ruby."""
        chapter, items = "", []
        for one in decisions(self._playthrough):
            items.append(_item(one, "" if one.chapter == chapter else one.chapter))
            chapter = one.chapter or chapter
        return items

    def first_marked(self) -> int:
        """Where the playthrough stands."""
        present = str(self._playthrough.timeline.present)
        return next((number for number, item in enumerate(self.menu.items) if item.id == present), 0)

    def on_choice_menu_picked(self, message: ChoiceMenu.Picked) -> None:
        """Go there, or say why one cannot."""
        message.stop()
        try:
            self._playthrough.jump(int(message.item.id))
        except MoveError as error:
            self.say(str(error))
        else:
            self.dismiss(True)


def _item(one: Decision, chapter: str) -> Item:
    branch = f"{'  ' * min(one.depth, DEEPEST)}└ " if one.depth else ""
    here = "  ← here" if one.here else ""
    title = f"{chapter}: " if chapter and not branch else ""
    return Item(str(one.number), f"{branch}{title}{one.words}{here}", note="; ".join(one.changed) or None)
