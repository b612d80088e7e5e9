"""What hangs on a condition shows where that is so; what has become hers shows where it does not give way."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from game.engine.environment import Environment
from game.engine.step import begin, step
from game.engine.turn import Choose, Type
from game.story.build import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.engine.state import State
    from game.engine.turn import Move, Turn
    from game.reader.reader import Reader
    from game.story.model import Story

PAGES = Path(__file__).parents[1] / "reader" / "pages"
MOVES = 120

LIVED = ("arcade", "get-off", "claw", "stay", "one-stamp", "sherman-oaks", "bus", "pool")
"""A road on which he leaves her to her own doings."""

NEEDFUL = dict.fromkeys(("likes-scotty", "who-is-she", "flaw"), "She likes Scotty.")
"""What is typed on the pages without which there is no story, if nothing else is."""

TELLING = {
    "arcade-bus", "mabel-bench", "restaurant-order", "monday-desk", "meet-kitchen", "call-drive", "call-door",
    "bus", "alone", "pool-friday", "friday-night",
}  # fmt: skip
"""The scenes that tell a condition's being met, and quote it only then."""

WAITING = {"monday-evening", "upstairs", "vow-drawer"}
"""The scenes that tell a condition's not being met, and quote it only then."""


def road(
    story: Story, reader: Reader, typed: Mapping[str, str], picks: tuple[str, ...], seed: int = 1
) -> Iterator[Turn]:
    """The turns of a playthrough that types `typed` (by page), leaves others, and picks `picks` first."""
    typed = NEEDFUL | dict(typed)
    turn = begin(story, seed)
    for _ in range(MOVES):
        yield turn
        if turn.ending:
            return
        choices = [choice.id for choice in turn.choices if choice.enabled]
        move: Move
        if turn.page and (turn.page.id in typed or not choices):
            text = typed.get(turn.page.id, "She likes Scotty.")
            move = Type(text, reader.read(text).claims)
        else:
            move = Choose(next((pick for pick in picks if pick in choices), choices[0]))
        turn = step(story, turn.state, move)
    pytest.fail("the playthrough does not end")


def by_scene(turns: list[Turn], scenes: set[str]) -> dict[str, str]:
    """What each of the scenes said."""
    told: dict[str, str] = {}
    for turn in turns:
        for passage in turn.passages:
            scene = passage.id.rpartition(".")[0]
            if scene in scenes and passage.kind != "typed":
                told[scene] = told.get(scene, "") + passage.text
    return told


def is_so(story: Story, condition: str, scene: str) -> bool:
    """Whether the scene names a circumstance of which the condition speaks (which excepts nothing)."""
    words = words_in(condition)
    named = [story.circumstances[one] for one in story.scenes[scene].during]
    return any(wording <= words for one in named for wording in one.wordings)


def variable(story: Story, state: State, name: str) -> Any:
    """The variable's value in the state; of a derived one, what it is there."""
    return Environment(story, state).variable(name)


def at_page(turns: list[Turn], page: str) -> tuple[Turn, Turn]:
    """The turn that asked for the page, and the turn that answered it."""
    return next((a, b) for a, b in pairwise(turns) if a.page and a.page.id == page)


CONDITIONS = [
    ("Ruby sings", "whenever it rains"),
    ("Ruby is ashamed", "when Harry is there"),
    ("Ruby plays the tuba", "when nobody is looking"),
    ("Ruby keeps bees", "when she meets somebody new"),
    ("Ruby is in a beret", "when people look at her"),
    ("Ruby has four elbows", "whenever there is music"),
    ("Ruby wants a canoe", "when it is Thursday"),
]
ROADS = [
    LIVED,
    ("restaurant", "sit", "desk", "phone", "alone", "pool"),
    ("mabel", "go", "truth", "desk", "bell", "bus", "rosenthal"),
]


@pytest.mark.parametrize("picks", ROADS, ids=["bus", "lunch", "park"])
@pytest.mark.parametrize(("clause", "condition"), CONDITIONS, ids=[c for _, c in CONDITIONS])
def test_a_condition_is_told_where_it_is_so_and_nowhere_else(
    story: Story, reader: Reader, clause: str, condition: str, picks: tuple[str, ...]
) -> None:
    turns = list(road(story, reader, {"who-is-she": f"{clause} {condition}."}, picks))
    met = by_scene(turns, TELLING)
    assert len(met) >= 3
    for scene, text in met.items():
        assert (condition.lower() in text.lower()) == is_so(story, condition, scene), (scene, condition)
    for scene, text in by_scene(turns, WAITING).items():
        assert (condition.lower() in text.lower()) != is_so(story, condition, scene), (scene, condition)


def test_it_rains_on_every_road_of_monday_and_on_no_other_day(story: Story, reader: Reader) -> None:
    for picks in ROADS:
        turns = list(road(story, reader, {"who-is-she": "Ruby sings whenever it rains."}, picks))
        told = [
            scene for scene, text in by_scene(turns, TELLING).items() if "whenever it rains" in text.lower()
        ]
        assert told in (["arcade-bus"], ["restaurant-order"], ["mabel-bench"])


@pytest.mark.parametrize(
    ("page", "answered"),
    [
        ("Ruby is proud when Calvin is there.", "conditional-met"),
        ("Ruby juggles when there is toast.", "conditional-met"),
        ("Ruby is proud when it snows.", "conditional-unmet"),
        ("Ruby juggles when the church clock strikes.", "conditional-unmet"),
        ("Ruby is proud unless it snows.", "conditional-excepted"),
        ("Ruby is proud unless Calvin is there.", "conditional-lapsed"),
    ],
)
def test_the_kitchen_tells_a_condition_by_whether_it_is_met_at_breakfast(
    story: Story, reader: Reader, page: str, answered: str
) -> None:
    for turn in road(story, reader, {"who-is-she": page}, LIVED):
        told = [passage.id for passage in turn.passages if passage.id.startswith("conditional-")]
        if told:
            assert len(told) == 1
            assert told[0].startswith(answered)
            return
    pytest.fail("the kitchen said nothing of it")


def test_one_who_is_silent_when_harry_is_there_speaks_when_he_is_not(story: Story, reader: Reader) -> None:
    turns = road(story, reader, {"who-is-she": "Ruby is silent when Harry is there."}, LIVED)
    voices = {turn.scene: variable(story, turn.state, "her_voice") for turn in turns}
    assert voices["kitchen-morning"] == "own"
    assert voices["upstairs"] == "silent"
    assert voices["wednesday-night"] == "own"


def test_without_conditions_nothing_is_said_of_them(story: Story, reader: Reader) -> None:
    turns = list(road(story, reader, {"who-is-she": "Ruby sings. Ruby keeps bees."}, LIVED))
    said = " ".join(by_scene(turns, TELLING | WAITING | {"wednesday-night", "ruby-one"}).values())
    assert not re.search(r'"(?:when|whenever|if|unless|until)\b[^"?]*,"', said, re.IGNORECASE)
    assert not any(p.id.startswith("conditional-") for turn in turns for p in turn.passages)


def test_circumstances_speak_of_most_conditions_that_people_write(story: Story) -> None:
    wordings = [wording for one in story.circumstances.values() for wording in one.wordings]
    labels = [label for path in sorted(PAGES.glob("*.yaml")) for label in conditions_in(path)]
    spoken_of = [label for label in labels if any(wording <= words_in(label) for wording in wordings)]
    assert len(labels) > 80
    assert len(spoken_of) >= 0.75 * len(labels)


def conditions_in(path: Path) -> list[str]:
    """The conditions in a corpus's labels, without those that are labelled by their first word alone."""
    found: list[str] = []
    waiting: list[object] = [yaml.safe_load(path.read_text(encoding="utf-8"))]
    while waiting:
        match waiting.pop():
            case dict() as mapping:
                when = mapping.get("when")
                first = when[0] if isinstance(when, list) else when
                if first and len(str(first).split()) > 1:
                    found.append(str(first))
                waiting += mapping.values()
            case list() as items:
                waiting += items
    return found


WANTS = " ".join(
    f"Ruby wants {thing}." for thing in ("a canoe", "a tuba", "a goat", "to go to Peru", "a hat")
)
"""A page that makes much of her own of her."""

RESISTED = [
    ("Ruby does what Calvin says.", "Ruby always does what Calvin says.", "will"),
    ("Ruby needs Calvin.", "Ruby always needs Calvin.", "bond"),
    ("Ruby is silent.", "Ruby is always silent.", "speech"),
    ("Ruby forgets the hydrant.", "Ruby always forgets the hydrant.", "mind"),
    ("Ruby doesn't draw.", "Ruby never draws.", "act"),
    ("Ruby is in Paris.", "Ruby is always in Paris.", "place"),
    ("Ruby leaves.", "Ruby always leaves.", "bond"),
]


@pytest.mark.parametrize(("plain", "absolute", "aspect"), RESISTED, ids=[plain for plain, _, _ in RESISTED])
def test_what_is_hers_gives_way_to_an_absolute_alone(
    story: Story, reader: Reader, plain: str, absolute: str, aspect: str
) -> None:
    asked, answered = at_page(list(road(story, reader, {"proof": plain}, LIVED)), "proof")
    assert variable(story, asked.state, "self") >= 6
    assert [entry.claim.aspect for entry in answered.state.resisted] == [aspect]
    assert not [entry for entry in answered.state.canon if entry.page == "proof"]
    unmoved = [p.text for p in answered.passages if p.id.startswith("unmoved-")]
    assert len(unmoved) == 1
    assert plain.rstrip(".") in unmoved[0]

    asked, answered = at_page(list(road(story, reader, {"proof": absolute}, LIVED)), "proof")
    assert variable(story, asked.state, "self") >= 6
    assert not answered.state.resisted
    assert [e.claim.aspect for e in answered.state.canon if e.page == "proof"] == [aspect]
    assert not [p for p in answered.passages if p.id.startswith("unmoved")]


def test_her_moods_resist_only_while_she_is_at_work(story: Story, reader: Reader) -> None:
    turns = list(road(story, reader, {"proof": "Ruby is kind.", "last-line": "Ruby is sad."}, LIVED))
    asked, answered = at_page(turns, "last-line")
    assert variable(story, asked.state, "self") >= 7
    assert [p for p in answered.passages if p.id.startswith("unmoved-mood")]


def test_one_who_is_commanded_in_every_sheet_has_nothing_to_resist_with(story: Story, reader: Reader) -> None:
    command = "Ruby always does what Calvin says. Ruby needs Calvin."
    pages = dict.fromkeys(("likes-scotty", "who-is-she", "flaw", "you-and-her", "still-there"), command)
    turns = list(
        road(story, reader, pages | {"proof": "Ruby is silent."}, ("restaurant", "desk", "two-stamps"))
    )
    asked, answered = at_page(turns, "proof")
    assert variable(story, asked.state, "self") < 4
    assert not answered.state.resisted
    assert [entry for entry in answered.state.canon if entry.claim.value == "silent"]


def test_nothing_resists_before_she_has_come_down_to_breakfast(story: Story, reader: Reader) -> None:
    pages = {"likes-scotty": WANTS, "who-is-she": WANTS.replace("Ruby", "She"), "flaw": "Ruby needs Calvin."}
    asked, answered = at_page(list(road(story, reader, pages, LIVED)), "flaw")
    assert variable(story, asked.state, "self") >= 6
    assert not answered.state.resisted


def test_on_the_sunday_one_who_was_made_to_want_things_resists_from_an_empty_house(
    story: Story, reader: Reader
) -> None:
    pages = {"likes-scotty": WANTS, "you-and-her": "Ruby needs Calvin."}
    _, answered = at_page(list(road(story, reader, pages, LIVED)), "you-and-her")
    assert [p for p in answered.passages if p.id.startswith("unmoved-sunday")]
    assert [entry.claim.value for entry in answered.state.resisted] == ["needs"]
