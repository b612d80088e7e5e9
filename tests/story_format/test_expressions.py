"""Expressions: a small part of Python, and no more of it."""

# ruff: noqa: E501 (one case a line)

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.expressions import Expression, parse_effects
from game.story.kinds import Type, World
from game.story.syntax import CLAIM_ATTRIBUTES, FUNCTIONS, ExpressionError, parse_expression
from game.story.types import SCOPES, check_expression


@pytest.mark.parametrize(
    ("source", "terms"),
    [
        ("told", 1),
        ("told and self > 2", 2),
        ("(told and self) and (vow or self) and not told", 4),
        ("told or self", 1),
    ],
)
def test_terms_joined_by_and_are_counted(source: str, terms: int) -> None:
    assert Expression(source).terms == terms


FORBIDDEN = [
    "__import__('os').system('true')", "().__class__", "told.__class__", "(lambda: 1)()", "[x for x in told]",
    "{x: 1 for x in told}", "{1, 2}", "{'a': 1}", "told[0]", "f'{told}'", "self ** self", "self / 2", "self // 2",
    "self % 2", "self << 9", "self | 1", "self & 1", "self ^ 1", "~self", "self @ self", "(told := 1)", "*told",
    "has(*told)", "has(**told)", "open('a')", "eval('1')", "print(1)", "told()", "has('a')()", "'a'.join(told)",
    "'a' * 999", "999 * 'a'", "(1,) * 999", "1.5", "1e9", "1j", "b'a'", "...", "10 ** 9", "9999999999", "await told",
    "(yield)", "told; told", "None is None", "told = 1", "import os", "lambda: 1", "told if self", "", "   ", "# nothing",
    "'a' 'b' 'c'.upper()", "it.__class__", "it._entry", "ruby.__dict__", "'\\x41'", "a\x00b", "1 is 1", "'a' is told",
    "told is self", "__builtins__", "visits.__globals__", "has('a').__self__", "a" * 2_001, "(" * 300 + "1" + ")" * 300,
    "not " * 400 + "told", "-" * 900 + "1", "1" + "+1" * 900, "has(" * 70 + "1" + ")" * 70, "told &&self", "!told",
]  # fmt: skip


@pytest.mark.parametrize("source", FORBIDDEN)
def test_what_is_not_in_the_guide_is_refused(source: str) -> None:
    started = time.perf_counter()
    with pytest.raises(ExpressionError):
        parse_expression(source)
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize("source", ["visits", "has and told", "unheard_of", "index > 0"])
def test_a_name_that_stands_for_nothing_is_reported(source: str) -> None:
    codes: list[str] = []
    world = World({"told": {"type": "bool"}})
    check_expression(Expression(source), world, {}, lambda code, *_: codes.append(code))
    assert codes == ["RS022"]


def test_expressions_are_equal_by_their_source() -> None:
    assert Expression("a", 1) == Expression("a", 9)
    assert hash(Expression("a")) == hash(Expression("a"))
    assert Expression("a") != Expression("b")


def test_effects_are_one_a_line_or_parted_by_semicolons() -> None:
    found = parse_effects("closeness += 1; vow = 'kept; refused'\n\nself -= 2 if told else (1 +\n 1);")
    assert [(one.variable, one.op, one.expression.source) for one in found] == [
        ("closeness", "+=", "1"),
        ("vow", "=", "'kept; refused'"),
        ("self", "-=", "2 if told else (1 +\n 1)"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "closeness",
        "closeness ==  1",
        "closeness *= 2",
        "1 = 2",
        "a.b = 1",
        "a = b = 1",
        "a =",
        "a += ;",
        "del a",
    ],
)
def test_what_is_no_effect_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse_effects(text)


def test_an_offset_counts_characters_from_the_start_of_the_text() -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_effects("self += 1; vow = 'é' + lambda")
    assert caught.value.offset == len("self += 1; vow = 'é' + ")
    with pytest.raises(ExpressionError) as caught:
        parse_expression(" 'éé' + self.x")
    assert caught.value.offset == len(" 'éé' + ")


@pytest.mark.parametrize("attribute", sorted(CLAIM_ATTRIBUTES))
def test_all_that_can_be_asked_of_a_claim_has_a_kind(attribute: str) -> None:
    faults: list[str] = []
    kind = check_expression(
        Expression(f"it.{attribute}"), World(), SCOPES["beats"], lambda *one: faults.append(one[2])
    )
    assert faults == []
    assert kind.kind in ("str", "int", "bool")


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("it.who == 'harry'", []),
        ("it.who == 'hary'", ["RS023"]),
        ("it.whom == 'harry' and it.time == 'before'", []),
        ("it.time == 'past'", ["RS023"]),
        ("it.object == 'harry'", ["RS023"]),
        ("it.object == 'the moon'", []),
        ("it.degree in ('strong', 'absolute')", []),
    ],
)
def test_a_claim_is_compared_with_what_it_can_be(source: str, faults: list[str]) -> None:
    found: list[str] = []
    check_expression(Expression(source), World(), SCOPES["beats"], lambda *one: found.append(one[0]))
    assert found == faults


def test_a_fault_of_meaning_is_placed_by_characters_too() -> None:
    found: list[int] = []
    check_expression(
        Expression("  'ééé' == 'a' and nobody"), World(), {}, lambda _, offset, *__: found.append(offset)
    )
    assert found == [len("  'ééé' == 'a' and ")]


PIECES = st.sampled_from(
    ["told", "self", "vow", "it", "ruby", "(", ")", "[", "]", ",", ".", "'a'", "'", '"', "1", "99", "+", "-", "*", "**", " and ",
     " or ", "not ", " if ", " else ", "==", "<", " in ", " is ", "None", "True", "=", ":", "|", "{", "}", "\n", "\\", "é", "lambda ",
     *sorted(FUNCTIONS), "mood", "third", "__class__", "subject="]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_is_an_expression_or_a_plain_refusal(source: str) -> None:
    reports: list[tuple[str, int, str, str]] = []
    kind = check_expression(
        Expression(source),
        World(
            {"told": {"type": "bool"}, "self": {"type": "int"}, "vow": {"type": "enum", "values": ["kept"]}}
        ),
        SCOPES["beats"],
        lambda *fault: reports.append(fault),
    )
    assert isinstance(kind, Type)
    for code, offset, message, _ in reports:
        assert code.startswith("RS0")
        assert 0 <= offset <= len(source)
        assert message


@given(st.text(max_size=60))
def test_no_text_makes_parsing_fail_in_another_way(source: str) -> None:
    for parse in (parse_expression, parse_effects):
        offset = 0
        try:
            parse(source)
        except ExpressionError as error:
            offset = error.offset
        assert 0 <= offset <= len(source)
