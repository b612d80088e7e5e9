"""Quotation marks as a printer sets them: in what the story tells, never in what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.book.html import page
from game.book.typography import curled
from tests.book.books import book_with

STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"No," she says. "It\'s his."', "“No,” she says. “It’s his.”"),
        ("\"'What, now?'\" says Ruby.", "“‘What, now?’” says Ruby."),
        ("\"I'll put 'about.'\"", "“I’ll put ‘about.’”"),
        ("the mechanics' school, in '68, for 'em", "the mechanics’ school, in ’68, for ’em"),
        ('He says ("once") and—"twice"', "He says (“once”) and—“twice”"),
        ("“Set already,” it’s so.", "“Set already,” it’s so."),
        ('"', "”"),
    ],
)
def test_they_are_curled_towards_what_they_quote(typed: str, printed: str) -> None:
    assert curled(typed) == printed


@given(st.one_of(st.text(), st.text("\"' a.—(")))
def test_nothing_else_is_changed(words: str) -> None:
    printed = curled(words)
    assert printed.translate(STRAIGHT) == words.translate(STRAIGHT)
    assert not set(printed) & set("\"'")
    assert curled(printed) == printed


def test_what_was_typed_keeps_the_machine_s_own() -> None:
    source = page(book_with('"So," it\'s said.'))
    assert source.count('<p dir="auto">&quot;So,&quot; it&#x27;s said.</p>') == 4
    assert source.count("“So,” it’s said.") == 6, "all but what was typed and the account of it"
