"""What a story says of the book that is made of a playthrough."""

from __future__ import annotations

from game.story.model import BookHead
from tests.story_format.samples import HEAD, SOUND, look


def test_a_story_says_what_its_book_has() -> None:
    found = look(SOUND, head=f"{HEAD}book: {{title: Porches, dedication: 'To {{you}}.', first: who}}\n")
    assert found.diagnostics == []
    assert found.story is not None
    assert found.story.book == BookHead("Porches", "To {you}.", "who")


def test_a_story_need_say_nothing_of_it() -> None:
    found = look(SOUND, head=HEAD)
    assert found.story is not None
    assert found.story.book == BookHead("", "", "")


def test_a_book_that_begins_with_a_page_that_there_is_not_is_a_fault() -> None:
    found = look(SOUND, head=f"{HEAD}book:\n  first: whom\n")
    assert [(one.code, one.line, one.column) for one in found.diagnostics] == [("RS032", 10, 10)]
    assert "`who`" in found.diagnostics[0].mend
