"""Text in braces, by ink's conventions."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.expressions import Expression
from game.story.markup import (
    Alternatives,
    Conditional,
    Literal,
    MarkupError,
    Node,
    Show,
    Template,
    Text,
    parse_markup,
)


def text(words: str) -> Template:
    return Template((Literal(words),) if words else ())


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("", ()),
        ("Only words.", (Literal("Only words."),)),
        ("a | b", (Literal("a | b"),)),
        (r"\{a\} \| \b", (Literal(r"{a} | \b"),)),
        ("{it.third}", (Show(Expression("it.third")),)),
        ("{told: yes|no}", (Conditional(Expression("told"), text("yes"), text("no")),)),
        ("{told: yes}", (Conditional(Expression("told"), text("yes"), text("")),)),
        ("{told:|no}", (Conditional(Expression("told"), text(""), text("no")),)),
        ("{told: a: b|c: d}", (Conditional(Expression("told"), text("a: b"), text("c: d")),)),
        ("{visits('a:b') > 0: yes}", (Conditional(Expression("visits('a:b') > 0"), text("yes"), text("")),)),
        (
            "{vow in ('a|b', 'c'): yes}",
            (Conditional(Expression("vow in ('a|b', 'c')"), text("yes"), text("")),),
        ),
        ("{a|b|}", (Alternatives("sequence", "k#0", (text("a"), text("b"), text(""))),)),
        ("{&a|b}", (Alternatives("cycle", "k#0", (text("a"), text("b"))),)),
        ("{!a}", (Alternatives("once", "k#0", (text("a"),)),)),
        ("{~a|b}", (Alternatives("shuffle", "k#0", (text("a"), text("b"))),)),
        ("{He said: a|b}", (Alternatives("sequence", "k#0", (text("He said: a"), text("b"))),)),
        (r"{Monday\: rain|sun}", (Alternatives("sequence", "k#0", (text("Monday: rain"), text("sun"))),)),
        (r"{a\|b|c}", (Alternatives("sequence", "k#0", (text("a|b"), text("c"))),)),
        ("{&told: a|b}", (Alternatives("cycle", "k#0", (text("told: a"), text("b"))),)),
        ("{told: One.\n\nTwo.|}", (Conditional(Expression("told"), text("One.\n\nTwo."), text("")),)),
    ],
)
def test_how_braces_are_read(source: str, parts: tuple[Node, ...]) -> None:
    assert parse_markup(source, "k") == parts


def test_braces_nest() -> None:
    found = parse_markup("{told: {a|{&b|c}}|{self > 2: d}}", "k")
    inner = Alternatives("cycle", "k#1", (text("b"), text("c")))
    outer = Alternatives("sequence", "k#0", (text("a"), Template((inner,))))
    assert found == (
        Conditional(
            Expression("told"),
            Template((outer,)),
            Template((Conditional(Expression("self > 2"), text("d"), text("")),)),
        ),
    )


def test_alternatives_have_keys_of_their_own_in_the_order_of_the_text() -> None:
    keys = [
        part.key
        for part in parse_markup("{a|b} {told: yes} {&c|d}", "scene/porch")
        if isinstance(part, Alternatives)
    ]
    assert keys == ["scene/porch#0", "scene/porch#1"]


def test_slots_tell_what_is_shown_and_what_stands_behind_a_condition() -> None:
    slots = [
        (slot.expression.source, slot.shown, slot.guarded)
        for slot in Text("{a} {b: {c}|{d: x}} {e|{f}}").slots()
    ]
    assert slots == [
        ("a", True, False),
        ("b", False, False),
        ("c", True, True),
        ("d", False, True),
        ("f", True, False),
    ]


@pytest.mark.parametrize(
    ("source", "offset", "words"),
    [
        ("ab {c", 3, "never closed"),
        ("ab }", 3, "closes nothing"),
        ("{a {b}", 0, "never closed"),
        ("ab {}", 3, "nothing in these braces"),
        ("{told: a|b|c}", 10, "another bar"),
        ("{told > : a|b}", 7, "looks like a condition"),
        ("ab {the bees}", 8, "not an expression"),
        ("{" * 13 + "a" + "}" * 13, 12, "nest deeper"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(source: str, offset: int, words: str) -> None:
    with pytest.raises(MarkupError, match=words) as caught:
        parse_markup(source)
    assert caught.value.offset == offset


def test_a_text_is_parsed_when_it_is_needed() -> None:
    broken = Text("{", "k")
    with pytest.raises(MarkupError):
        _ = broken.parts


@pytest.mark.parametrize(
    "source",
    [
        "{a:" * 50_000,
        "{" * 100_000,
        "a:" * 100_000,
        "{" + "a:" * 50_000 + "}",
        "{a|" * 12 + "|" * 50_000 + "}" * 12,
    ],
)
def test_no_text_takes_long(source: str) -> None:
    started = time.perf_counter()
    with contextlib.suppress(MarkupError):
        parse_markup(source)
    assert time.perf_counter() - started < 1


def _words(parts: tuple[Node, ...]) -> str:
    found = ""
    for part in parts:
        match part:
            case Literal(words):
                found += words
            case Conditional(_, yes, no):
                found += _words(yes.parts) + _words(no.parts)
            case Alternatives(options=options):
                found += "".join(_words(option.parts) for option in options)
    return found


PIECES = st.sampled_from([*"{}|:&!~\\ \n'", "told", "a", "{a|b}", "it.third", "self > 2", "\\{", "é"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_read_or_plainly_refused(source: str) -> None:
    offset, parts = 0, ()
    try:
        parts = parse_markup(source)
    except MarkupError as error:
        offset = error.offset
    assert 0 <= offset <= len(source)
    assert set(_words(parts)) <= set(source)


@given(st.text(max_size=60))
def test_text_with_its_specials_escaped_is_itself(words: str) -> None:
    words = words.replace("\\", "")
    escaped = words.replace("{", "\\{").replace("}", "\\}").replace("|", "\\|")
    assert _words(parse_markup(escaped)) == words
