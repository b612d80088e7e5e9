from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.engine.describe import describe_state
from game.engine.step import begin, step
from game.engine.turn import Choose, MoveError, Turn, Type
from game.reader.claims import Frame
from tests.engine.claims import BEES, JOYFUL, SAD

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.model import Story

    StoryOf = Callable[[str], Story]

DESK = """
scenes:
  desk:
    text: |
      A sheet is in the machine.

      {visits('desk') > 1: Again.|For the first time.}
    choices:
      - {id: look, text: Look, say: "Dust.", do: closeness += 1}
      - {id: go, text: Go, goto: kitchen}
      - {id: shut, text: Shut, needs: lamp, otherwise: It is dark., goto: kitchen}
      - {id: hidden, text: Hidden, if: vow == 'kept', goto: kitchen}
    page: first
  kitchen:
    text: The kitchen.
    do: closeness += 20
    goto: porch
  porch:
    text: The porch.
    ending: over
pages:
  first:
    prompt: Who is she?
    optional: false
    before: "It says:"
    beats: here
    unread: "Words: {words('first')}"
    after: And that is that.
    goto: read
beats:
  here-mood: {at: here, for: {aspect: mood}, order: 10, text: "She {it.third}."}
  here-joy: {at: here, for: {aspect: mood, value: joyful}, order: 10, text: "Joy."}
  here-act:
    at: here
    for: {aspect: act}
    order: 20
    do: fray += 1
    text: "You watch her {it.ing} ({index} of {total})."
  here-any: {at: here, for: {}, text: Something.}
  here-not: {at: here, for: {holds: false}, text: "She {it.third}."}
  here-others: {at: here, for: {subject: any, holds: any}, text: "{it.subject}."}
endings:
  over: {title: Over, text: It is over.}
consequences:
  contradiction: {for: {}, if: overwrote > 0, do: fray += 1}
exclusions:
  joy: {aspect: mood, values: [joyful], with: [sad]}
"""
READ = """
scenes:
  read:
    text:
      - with: {thing: "claim('act')"}
        text: "{cap(thing.ing)} suits her."
        else: Nothing suits her.
    choices:
      - {id: back, text: Back, goto: desk}
      - {id: out, text: Out, goto: porch}
"""


@pytest.fixture
def story(story_of: StoryOf) -> Story:
    return story_of(merged())


def merged() -> str:
    """The desk with the scene that comes after its page."""
    return DESK.replace("scenes:\n", "scenes:\n" + READ.removeprefix("\nscenes:\n"), 1)


def text_of(turn: Turn) -> str:
    return "\n\n".join(passage.text for passage in turn.passages)


def page(*claims: object, text: str = "Ruby keeps bees.", backwards: bool = False) -> Type:
    return Type(text, tuple(claims), backwards)  # type: ignore[arg-type]


def test_it_begins_in_the_first_scene_with_its_menu_and_page(story: Story) -> None:
    turn = begin(story, 1)
    assert (turn.number, turn.scene, turn.chapter) == (0, "desk", "one")
    assert text_of(turn) == "A sheet is in the machine.\n\nFor the first time."
    assert [(c.id, c.enabled, c.forbidden_by) for c in turn.choices] == [
        ("look", True, None),
        ("go", True, None),
        ("shut", False, "It is dark."),
    ]
    assert turn.page
    assert turn.page.prompt == "Who is she?"


def test_a_choice_without_a_way_on_comes_back_to_the_menu_without_itself(story: Story) -> None:
    turn = step(story, begin(story, 1).state, Choose("look"))
    assert text_of(turn) == "Dust."
    assert [c.id for c in turn.choices] == ["go", "shut"]
    assert describe_state(story, turn.state)["meters"]["closeness"] == 1  # type: ignore[index]


def test_scenes_that_ask_nothing_lead_on_and_numbers_stay_in_range(story: Story) -> None:
    turn = step(story, begin(story, 1).state, Choose("go"))
    assert text_of(turn) == "The kitchen.\n\nThe porch.\n\nIt is over."
    assert describe_state(story, turn.state)["meters"]["closeness"] == 10  # type: ignore[index]
    assert turn.ending
    assert (turn.ending.id, turn.choices, turn.page) == ("over", (), None)


@pytest.mark.parametrize(
    ("move", "code"),
    [
        (Choose("nowhere"), "not-offered"),
        (Choose("hidden"), "not-offered"),
        (Choose("shut"), "not-enabled"),
    ],
)
def test_what_is_not_offered_is_refused_in_words(story: Story, move: Choose, code: str) -> None:
    with pytest.raises(MoveError) as refusal:
        step(story, begin(story, 1).state, move)
    assert refusal.value.code == code
    assert str(refusal.value)


def test_nothing_can_be_done_after_the_end(story: Story) -> None:
    over = step(story, begin(story, 1).state, Choose("go"))
    with pytest.raises(MoveError, match="ended"):
        step(story, over.state, Choose("look"))


def test_a_page_is_shown_as_typed_and_each_claim_answered_by_its_most_particular_beat(story: Story) -> None:
    turn = step(story, begin(story, 1).state, page(BEES, JOYFUL, text="Ruby keeps bees. Ruby is happy."))
    assert next((p.kind, p.text) for p in turn.passages) == ("typed", "Ruby keeps bees. Ruby is happy.")
    assert text_of(turn).split("\n\n")[1:] == [
        "It says:",
        "Joy.",
        "You watch her keeping bees (0 of 1).",
        "And that is that.",
        "Keeping bees suits her.",
    ]
    assert describe_state(story, turn.state)["meters"]["fray"] == 1  # type: ignore[index]


def test_a_scene_does_not_answer_two_claims_by_the_same_beat_if_another_fits(story: Story) -> None:
    geese = replace(BEES, value="keep goose", frame=Frame("keep", "geese"))
    turn = step(story, begin(story, 1).state, page(BEES, geese))
    assert "You watch her keeping bees (0 of 2).\n\nSomething." in text_of(turn)


def test_what_a_page_takes_back_further_on_is_answered_as_well_and_what_it_repeats_is_not(
    story: Story,
) -> None:
    both = page(JOYFUL, SAD, JOYFUL, text="Ruby is happy. Ruby is sad. Ruby is happy.")
    turn = step(story, begin(story, 1).state, both)
    assert text_of(turn).count("Joy.") == 1
    assert "She is sad." in text_of(turn)
    twice = step(story, begin(story, 1).state, page(BEES, BEES))
    assert text_of(twice).count("You watch her") == 1


def test_words_without_a_claim_are_quoted(story: Story) -> None:
    turn = step(story, begin(story, 1).state, page(text="la la {la} [b]"))
    assert "Words: la la {la} [b]" in text_of(turn)
    assert "Nothing suits her." in text_of(turn)


@pytest.mark.parametrize("blank", ["", "  \n ", "~~Ruby is sad~~"])
def test_an_empty_page_stays_in_the_machine(story: Story, blank: str) -> None:
    turn = step(story, begin(story, 1).state, page(text=blank))
    assert turn.page
    assert turn.passages[-1].kind == "notice"
    assert turn.state.pages == ()


def test_a_page_put_in_backwards_comes_true_denied(story: Story) -> None:
    turn = step(story, begin(story, 1).state, page(JOYFUL, text="Ruby is happy.", backwards=True))
    assert [entry.claim.holds for entry in turn.state.canon] == [False]
    assert "She isn't happy." in text_of(turn)


def test_a_claim_knows_its_page_and_sentence(story: Story) -> None:
    bees = replace(BEES, span=(14, 29))
    turn = step(story, begin(story, 1).state, page(bees, text="It is Monday. Ruby keeps bees, I think. So."))
    (entry,) = turn.state.canon
    assert (entry.sentence, entry.page, entry.page_number, entry.turn) == (
        "Ruby keeps bees, I think.",
        "first",
        1,
        1,
    )


def test_a_contradiction_overwrites_and_has_its_consequence(story: Story) -> None:
    turn = step(story, begin(story, 1).state, page(JOYFUL, text="Ruby is happy."))
    turn = step(story, turn.state, Choose("back"))
    turn = step(story, turn.state, page(SAD, text="Ruby is sad."))
    described = describe_state(story, turn.state)
    assert [e["text"] for e in described["canon"] if e["stands"]] == ["Ruby is sad"]  # type: ignore[attr-defined]
    assert described["facets"]["mood"] == "sad"  # type: ignore[index]
    assert described["meters"]["fray"] == 1  # type: ignore[index]


def test_her_mood_is_her_own_where_none_is_written(story: Story) -> None:
    assert describe_state(story, begin(story, 1).state)["facets"]["mood"] == "content"  # type: ignore[index]


def test_a_step_leaves_the_state_it_began_from_alone(story: Story) -> None:
    before = begin(story, 1)
    first = step(story, before.state, page(BEES))
    again = step(story, before.state, page(BEES))
    assert first == again
    assert hash(first.state) == hash(again.state)
    assert before == begin(story, 1)
