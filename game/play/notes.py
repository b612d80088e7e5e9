"""Content notes: what a chapter has in it that somebody may want to be told of beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.saves.cleaning import clean_line

if TYPE_CHECKING:
    from game.story.model import Story


def chapter_notes(story: Story, chapter: str) -> tuple[str, ...]:
    """The notes of a chapter's scenes, in their order, each once."""
    return tuple(dict.fromkeys(clean_line(note, 200) for note in story.notes.get(chapter, ())))


def notes_sentence(story: Story, chapter: str) -> str:
    """What to say before a chapter; '' if there is nothing to say."""
    notes = chapter_notes(story, chapter)
    return f"In this chapter: {'; '.join(notes)}." if notes else ""
