"""A playthrough as a book: all of it, what its last move added, and what stands at the head of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.engine.turn import Type
from game.play.notes import notes_sentence
from game.tui.typesetting import Paragraph, book_of, paragraphs_of

if TYPE_CHECKING:
    from game.engine.turn import Turn
    from game.play.playthrough import Playthrough

KEPT_NOTE: Final = "Every move is kept as you make it. There is nothing to save."


def beginning(playthrough: Playthrough, *, notes: bool = False) -> list[Paragraph]:
    """What was there before the first move; with `notes`, those on the first chapter's content."""
    opening = paragraphs_of(playthrough.opening)
    return [*_notes(playthrough, playthrough.opening.chapter), *opening] if notes else opening


def whole_book(playthrough: Playthrough, *, notes: bool = False) -> tuple[list[Paragraph], int]:
    """Everything that was shown, and which of its paragraphs the last move begins with.

    `notes` is whether each chapter's notes on its content stand under its title.
    """
    book = book_of(playthrough.opening, playthrough.history, _titles(playthrough))
    last = _last_added(playthrough) if playthrough.history else book
    if notes:
        book = [*_notes(playthrough, playthrough.opening.chapter), *_noted(playthrough, book)]
        last = _noted(playthrough, last) if playthrough.history else book
    return book, len(book) - len(last)


def added(playthrough: Playthrough, *, notes: bool = False) -> list[Paragraph]:
    """What the last move added. After the first of all, that it is kept."""
    new = _last_added(playthrough)
    if notes:
        new = _noted(playthrough, new)
    kept = playthrough.slot is not None and playthrough.trouble is None
    if len(playthrough.history) == 1 and kept:
        new.append(Paragraph("notice", KEPT_NOTE))
    return new


def turns_leaf(playthrough: Playthrough, before: Turn) -> bool:
    """Whether what the last move added begins at the top of a page."""
    return playthrough.turn.scene != before.scene or isinstance(playthrough.history[-1][0], Type)


def live_lines(playthrough: Playthrough) -> tuple[list[Paragraph], list[Paragraph]]:
    """Of the live page that is offered: its lines so far, and what came before and of them."""
    history, page = playthrough.history, playthrough.turn.page
    turns = [playthrough.opening, *(turn for _, turn in history)]
    first = len(turns) - 1
    while first > 0 and page is not None and _offers(turns[first - 1], page.id, turns[first].scene):
        first -= 1
    lines: list[Paragraph] = []
    happened = paragraphs_of(turns[first])
    for number in range(first, len(history)):
        typed, came = parted(paragraphs_of(history[number][1], turns[number], history[number][0]))
        lines += typed
        happened += came
    return lines, happened


def parted(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """What a line of a live page added: the line itself, and what came of it."""
    split = 1 if paragraphs and paragraphs[0].kind == "typed" else 0
    return paragraphs[:split], paragraphs[split:]


def _offers(turn: Turn, page: str, scene: str) -> bool:
    return turn.page is not None and turn.page.id == page and turn.scene == scene


def running_head(playthrough: Playthrough) -> str:
    """The chapter's title; as in a book, the page on which a chapter begins has none."""
    history = playthrough.history
    if not history or _turn_before(playthrough).chapter != playthrough.turn.chapter:
        return ""
    return _title(playthrough)


def _noted(playthrough: Playthrough, book: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs with the content notes of a chapter after its title."""
    chapters = {title: chapter for chapter, title in _titles(playthrough).items()}
    noted: list[Paragraph] = []
    for paragraph in book:
        noted.append(paragraph)
        if paragraph.kind == "chapter":
            noted += _notes(playthrough, chapters.get(paragraph.text, ""))
    return noted


def _notes(playthrough: Playthrough, chapter: str) -> list[Paragraph]:
    sentence = notes_sentence(playthrough.story, chapter)
    return [Paragraph("notice", sentence)] if sentence else []


def _last_added(playthrough: Playthrough) -> list[Paragraph]:
    move, turn = playthrough.history[-1]
    return paragraphs_of(turn, _turn_before(playthrough), move, _title(playthrough))


def _turn_before(playthrough: Playthrough) -> Turn:
    history = playthrough.history
    return history[-2][1] if len(history) > 1 else playthrough.opening


def _titles(playthrough: Playthrough) -> dict[str, str]:
    return {chapter.id: chapter.title for chapter in playthrough.story.chapters.values()}


def _title(playthrough: Playthrough) -> str:
    return _titles(playthrough).get(playthrough.turn.chapter, "")
