"""A playthrough made into a book: what was told and typed, and of what was picked, what is said."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from game.book.model import Block, Book, Chapter, Revision
from game.book.road import road_of
from game.engine.turn import Choose
from game.play.about import FANS
from game.play.account import account_entries, page_accounts
from game.saves.cleaning import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.engine.turn import Passage, Turn
    from game.play.playthrough import Playthrough
    from game.story.model import Story

NAME_LIMIT: Final = 80
"""The most characters of a name on the title page."""
_TITLE_LIMIT: Final = 200
_UNKNOWN_DATE: Final = "2012-07-25T00:00:00Z"
_QUOTES: Final = ('"', "“")
_PARTED: Final = re.compile(r"\n[ \t]*\n\s*")


def book_of(playthrough: Playthrough, name: str = "") -> Book:
    """The book of a playthrough as it stands, by whoever is named; it need not have come to an ending."""
    story, ending = playthrough.story, playthrough.turn.ending
    first = [page for page in playthrough.pages if page.id == story.book.first]
    title = ending.title if ending is not None else story.book.title or story.title
    her = story.people.get("ruby")
    return Book(
        title=clean_line(title, _TITLE_LIMIT) or "Untitled",
        author=clean_line(name, NAME_LIMIT),
        dedication=clean_line(story.book.dedication, _TITLE_LIMIT),
        first=clean(first[-1].text).strip("\n") if first else "",
        chapters=tuple(_chapters(playthrough)),
        ending=clean_line(ending.title, _TITLE_LIMIT) if ending is not None else "",
        hers=clean_line(her.name, _TITLE_LIMIT) if her is not None else "",
        revisions=tuple(_revisions(playthrough)),
        road=road_of(playthrough),
        colophon=tuple(_colophon(story)),
        ifid=story.ifid,
        begun=_moment(playthrough.journal.header.created),
    )


def _moment(created: str) -> str:
    """The date in a save's header. A save can be edited: for what is no date, there is another."""
    try:
        moment = datetime.fromisoformat(created)
        if moment.tzinfo is not None and 1000 < moment.year < 9999:
            return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError):
        pass
    return _UNKNOWN_DATE


def _chapters(playthrough: Playthrough) -> Iterator[Chapter]:
    """The chapters in the order in which they were come to."""
    story = playthrough.story
    chapter, blocks = playthrough.opening.chapter, list[Block]()
    scene, before = "", None
    for move, turn in ((None, playthrough.opening), *playthrough.history):
        if isinstance(move, Choose) and before is not None:
            blocks += _said(story, before, move)
        if turn.sky:
            blocks.append(Block("sky", clean_line(turn.sky, _TITLE_LIMIT)))
        for passage in turn.passages:
            told_by = _scene_of(story, passage, before, turn)
            opens = bool(told_by) and told_by != scene
            scene = told_by or scene
            if told_by and story.scenes[told_by].chapter != chapter:
                yield from _chapter(story, chapter, blocks)
                chapter, blocks = story.scenes[told_by].chapter, []
            blocks += _blocks(passage, opens=opens)
        before = turn
    yield from _chapter(story, chapter, blocks)


def _scene_of(story: Story, passage: Passage, before: Turn | None, turn: Turn) -> str:
    """The scene that tells a passage; '' if it goes on where the last one was, as beats and endings do."""
    owner = passage.id.partition(".")[0]
    if owner not in story.scenes:
        return ""
    entered = before is None or turn.state.visits.get(owner, 0) > before.state.visits.get(owner, 0)
    return owner if entered or (before is not None and owner == before.scene) else ""


def _said(story: Story, before: Turn, move: Choose) -> Iterator[Block]:
    """What was picked, where that is something said: the answer does not say it again."""
    words = next((choice.text for choice in before.choices if choice.id == move.choice), "")
    words = " ".join(clean(words).split())
    if words.startswith(_QUOTES):
        yield Block("interlude" if story.scenes[before.scene].kind == "interlude" else "prose", words)


def _chapter(story: Story, chapter: str, blocks: list[Block]) -> Iterator[Chapter]:
    if blocks:
        found = story.chapters[chapter]
        yield Chapter(found.number, clean_line(found.title, _TITLE_LIMIT), tuple(blocks))


def _blocks(passage: Passage, *, opens: bool) -> Iterator[Block]:
    """The paragraphs of a passage. What the game says of itself is no part of the novel."""
    text = clean(passage.text)
    if passage.kind == "typed":
        if text := text.strip("\n"):
            yield Block("typed", text)
    elif passage.kind != "notice":
        parts = (" ".join(part.split()) for part in _PARTED.split(text))
        for number, part in enumerate(part for part in parts if part):
            yield Block(passage.kind, part, opens and number == 0)


def _revisions(playthrough: Playthrough) -> Iterator[Revision]:
    chapters = playthrough.story.chapters
    for account in page_accounts(playthrough):
        page = account.page
        chapter = chapters.get(page.chapter)
        yield Revision(
            page.number,
            clean_line(chapter.title, _TITLE_LIMIT) if chapter is not None else "",
            clean(page.text).strip("\n"),
            page.backwards,
            tuple(
                (label, tuple(clean(entry) for entry in entries))
                for label, entries in account_entries(account, " → ")
            ),
        )


def _colophon(story: Story) -> Iterator[str]:
    made = clean_line(story.title, _TITLE_LIMIT)
    yield f"Made of a playthrough of {made}, story {clean_line(story.version, 30)}."
    yield "What is typed in it is the player's. The rest is the story's, under the MIT licence."
    yield FANS
    yield f"IFID {story.ifid}"
