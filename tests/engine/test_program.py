"""The story's functions say what its expressions, texts and effects say."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.draft import first_state
from game.engine.environment import Environment
from game.engine.narrator import Narrator
from game.engine.program.program import Program
from game.engine.step import begin, step
from game.engine.tidying import tidy
from game.engine.turn import Choose
from game.story.assembly import build_story
from game.story.expressions import EvaluationError, Expression
from game.story.markup import Text
from game.story.model import Page, Scene, TextBlock
from game.story.syntax import FUNCTIONS, ExpressionError, parse_expression

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.model import Story

VALUES: dict[str, object] = {"closeness": 4, "vow": "kept", "lamp": True, "self": 3}
EMPTY = ["people", "facets", "beats", "costs", "endings", "consequences", "exclusions", "resistances"]
STORY = build_story(
    {
        "head": {
            "id": "small", "title": "Small", "ifid": "", "version": "1.0.0", "start": "desk",
            "chapters": [{"id": "one", "title": "One"}],
        },
        "variables": {
            "closeness": {"type": "int", "min": 0, "max": 10},
            "vow": {"type": "enum", "values": ["none", "kept"]},
            "lamp": {"type": "bool"},
            "self": {"type": "int", "min": 0, "max": 10},
            "warm": {"type": "bool", "is": [{"if": "closeness > 3", "value": True}]},
        },
        "scenes": {"desk": {"chapter": "one", "text": "A desk.", "page": "first"}},
        "pages": {"first": {"prompt": "Type.", "goto": "desk"}},
        **{section: {} for section in [*EMPTY, "circumstances"]},
    },
    "hash",
)  # fmt: skip


def value_of(source: str) -> object:
    environment = Environment(STORY, first_state(STORY, 7))
    environment.set(VALUES)  # type: ignore[arg-type]
    environment.scene = "desk"
    return environment.answer(Expression(source))


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("closeness > 3 and lamp", True),
        ("closeness + 2 * self - 1", 9),
        ("-self", -3),
        ("not lamp", False),
        ("vow == 'kept'", True),
        ('vow in ("none", "refused")', False),
        ("vow in ['none', 'kept']", True),
        ("1 < closeness <= 4", True),
        ("'yes' if lamp else 'no'", "yes"),
        ("visits('desk') > 5", False),
        ("lamp or\n  closeness", True),
        ("  closeness\t", 4),
        ("vow == 'é' or vow", "kept"),
        ("warm", True),
        ("cap('it')", "It"),
        ("has('taste', value=('bee', 'tuba'))", False),
        ("claim('taste') is None", True),
    ],
)
def test_what_an_expression_comes_to(source: str, value: object) -> None:
    found = value_of(source)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "source", ["unheard + 1", "lamp.third", "claim('taste').third", "has(3, 4, 5)", "'a' + 1"]
)
def test_what_has_no_value_is_an_evaluation_error_that_names_the_expression(source: str) -> None:
    with pytest.raises(EvaluationError) as caught:
        value_of(source)
    assert f"`{source}`" in str(caught.value)


WHOLE = st.sampled_from(["closeness", "self", "0", "1", "7"])
PLAIN = st.one_of(
    st.builds("{} {} {}".format, WHOLE, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), WHOLE),
    st.sampled_from(["lamp", "vow == 'kept'", "vow != 'none'", "vow in ('kept', 'none')", "True", "False"]),
)
CONDITIONS = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from(["and", "or"]), inner),
        st.builds("not {}".format, inner),
        st.builds("({} if {} else {})".format, inner, inner, inner),
    ),
    max_leaves=8,
)
SUMS = st.recursive(
    WHOLE, lambda inner: st.builds("({} {} {})".format, inner, st.sampled_from("+-*"), inner), max_leaves=6
)


@given(st.one_of(CONDITIONS, SUMS, st.builds("{} if {} else {}".format, SUMS, CONDITIONS, SUMS)))
def test_it_comes_to_what_python_makes_of_it(source: str) -> None:
    code = compile(parse_expression(source), "<test>", "eval")
    expected = eval(code, {}, VALUES)
    found = value_of(source)
    assert (found, type(found)) == (expected, type(expected))


PIECES = st.sampled_from(
    [
        *"()[],.1+-*=:|{}#", "**", "==", "<", "'a'", "'", '"', "#0", "\n", "\\", "é",
        " and ", " or ", "not ", " if ", " else ", " in ", " is ", "lambda ", "None", "True",
        "lamp", "self", "vow", "it", "ruby", "mood", "third", "__class__", "subject=", *sorted(FUNCTIONS),
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_has_a_value_or_is_refused(source: str) -> None:
    with contextlib.suppress(ExpressionError, EvaluationError):
        value_of(source)


TELLING = """scenes:
  desk:
    text: |
      %s
    choices: [{id: on, text: On, goto: over}]
  over:
    text: |
      %s
    ending: over
endings: {over: {title: Over}}
"""


def test_an_error_under_way_names_the_expression_in_which_it_came_up(
    story_of: Callable[[str], Story],
) -> None:
    story = story_of(TELLING % ("A desk.", "{closeness} words, {cap('a')}."))
    with (
        mock.patch.object(Environment, "cap", side_effect=TypeError("no")),
        pytest.raises(EvaluationError, match=r"`cap\('a'\)` has no value: no"),
    ):
        step(story, begin(story, 1).state, Choose("on"))


@pytest.mark.parametrize("words", ["'#3'", "a # b", "''' \"\"\"", "\\\\", "\\{'\\{'", "x #1"])
def test_no_words_of_an_author_are_more_than_words(story_of: Callable[[str], Story], words: str) -> None:
    story = story_of(TELLING % (f"{{closeness}} {words}", "Over."))
    shown = words.replace("\\{", "{") if "{" in words else words
    assert begin(story, 1).passages[0].text == f"0 {shown}"


@given(st.text(alphabet="ab \n\t\xa0\u2003é🔥", max_size=40))
def test_tidy_text_is_left_alone_and_untidy_text_is_put_in_order(text: str) -> None:
    told = tidy(text)
    assert tidy(told) == told
    assert told.split() == text.split()
    assert all(paragraph == " ".join(paragraph.split()) for paragraph in told.split("\n\n") if told)


PARTS = st.sampled_from(
    [
        "word", "it’s", " ", "  ", "\n", "\n\n", " \n \n", "{closeness}", "{lamp: yes|no}", "{lamp: yes }",
        "{not lamp: \n\nno}", "{!one| two}", "{&a |b }", "{lamp: {closeness}| }", "{lamp: x\n|y}",
        "{cap('it')}", "{lower(' A ')}",
    ]
)  # fmt: skip


@given(st.lists(PARTS, min_size=1, max_size=9).map("".join), st.booleans())
def test_what_is_known_of_white_space_beforehand_changes_nothing(source: str, lit: bool) -> None:
    text = Text(source, "scene/desk")
    scene = Scene("desk", "one", text=(TextBlock(None, text),), page="first")
    told, raw = (Narrator(STORY, first_state(STORY, 7)) for _ in range(2))
    for narrator in (told, raw):
        narrator.set({"lamp": lit})
    Program(replace(STORY, scenes={"desk": scene})).scenes["desk"].enter(told)
    instead = Program(STORY).page(Page("first", text, instead=text)).instead
    assert instead is not None
    expected = tidy(instead(raw))
    assert [passage.text for passage in told.passages] == ([expected] if expected else [])
