"""What conditions leave possible. What is called impossible must be so in every state there is."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.logic import Logic

LIMITS = {"closeness": (0, 6), "fray": (2, 4)}
WORDS: dict[str, frozenset[object]] = {"told": frozenset({False, True}), "vow": frozenset({"none", "kept"})}
LOGIC = Logic(LIMITS, WORDS)
STATES = [
    {"closeness": closeness, "fray": fray, "told": told, "vow": vow}
    for closeness, fray, told, vow in product(range(7), range(2, 5), (False, True), ("none", "kept"))
]

_numbers = st.builds(
    "{} {} {}".format,
    st.sampled_from(["closeness", "fray"]),
    st.sampled_from(["<", "<=", ">", ">=", "==", "!="]),
    st.integers(-1, 8),
)
_turned = st.builds("{} <= {} < {}".format, st.integers(-1, 4), st.just("closeness"), st.integers(0, 8))
_leaves = st.one_of(
    _numbers,
    _turned,
    st.sampled_from(["told", "not told", "told == True", "vow == 'kept'", "vow in ('none', 'kept')", "fray"]),
    st.sampled_from(["closeness > fray", "closeness + fray > 7", "closeness in (1, 3)", "'kept' == vow"]),
)
_conditions = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("(not {})".format, inner),
    ),
    max_leaves=6,
)


@given(st.lists(st.tuples(_conditions, st.booleans()), max_size=4))
def test_what_is_called_impossible_is_so_in_no_state(facts: list[tuple[str, bool]]) -> None:
    holds = any(all(bool(eval(source, {}, dict(state))) == so for source, so in facts) for state in STATES)
    if not LOGIC.possible(facts):
        assert not holds


_CLEAR = _conditions.filter(lambda source: "+" not in source and "> fray" not in source)


@given(st.lists(st.tuples(_CLEAR, st.booleans()), max_size=3))
def test_of_variables_held_against_what_is_written_out_it_misses_nothing(
    facts: list[tuple[str, bool]],
) -> None:
    holds = any(all(bool(eval(source, {}, dict(state))) == so for source, so in facts) for state in STATES)
    assert LOGIC.possible(facts) == holds


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([("visits('a') > 0", True), ("visits('a') == 0", True)], False),
        ([("visits('a') > 0", True), ("visits('b') == 0", True)], True),
        ([("has('mood', 'sad')", True), ("has('mood', 'sad')", False)], False),
        ([("has('mood', 'sad')", True), ("has('mood')", False)], True),
        ([("ruby.mood == 'sad'", True), ("ruby.mood == 'calm'", True)], False),
        ([("ruby.speech == 'welsh'", True), ("ruby.speech != 'welsh'", True)], False),
        # Another claim may be given the next time.
        ([("claim('have').plural", True), ("claim('have').plural", False)], True),
        ([("it.plural", True), ("not it.plural", True)], False),
        ([("count('have') < 0", True)], False),
        ([("words('flaw') == ''", True), ("words('flaw') == 'a'", True)], False),
        ([("this is no condition", True)], True),
        ([], True),
    ],
)
def test_facts_are_held_against_each_other(facts: list[tuple[str, bool]], expected: bool) -> None:
    assert LOGIC.possible(facts) is expected


def test_a_search_that_would_take_too_long_is_given_up_as_possible() -> None:
    # Eight pigeons in seven holes, none of which holds two: impossible, and long to find out so.
    sits = [[f"has('place', 'pigeon {one} hole {hole}')" for hole in range(7)] for one in range(8)]
    facts = [(" or ".join(row), True) for row in sits]
    facts += [(f"{a[n]} and {b[n]}", False) for n in range(7) for a, b in combinations(sits, 2)]
    assert LOGIC.possible(facts)
