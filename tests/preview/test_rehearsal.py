from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.play.session import Session
from game.story.errors import StoryError
from game.workshop.inspection import inspect
from game.workshop.refusals import CannotPreview
from tests.preview.conftest import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.workshop.rehearsal import Rehearsal

    Rehearse = Callable[..., Rehearsal]


def told(rehearsal: Rehearsal) -> str:
    return "\n".join(passage.text for passage in rehearsal.playthrough.turn.passages)


def inspected(rehearsal: Rehearsal) -> dict[str, tuple[str, ...]]:
    return {section.title: section.lines for section in inspect(rehearsal)}


def test_what_is_saved_is_told_at_the_same_place_after_the_same_moves(
    folder: Path, rehearse: Rehearse
) -> None:
    rehearsal = rehearse()
    rehearsal.playthrough.choose("look")
    rehearsal.playthrough.choose("sit")
    rehearsal.playthrough.type("Ruby is blorpy.")
    assert rehearsal.look() is None
    edit(folder, "Another sheet.", "One more sheet.")
    merged = rehearsal.look()
    assert merged is not None
    assert not merged.fault
    assert told(rehearsal).endswith("One more sheet.")
    assert [turn.scene for _, turn in rehearsal.playthrough.history] == ["desk", "sheet-in", "second-sheet"]
    assert [entry.claim.value for entry in rehearsal.playthrough.turn.state.canon] == ["sad"]
    rehearsal.playthrough.undo()
    edit(folder, "The sheet is in.", "It is in.")
    rehearsal.look()
    assert told(rehearsal) == "It is in."
    assert rehearsal.playthrough.choose("stand").scene == "desk"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("text: The sheet is in.", "text: [The sheet", "one.yaml"),
        ("text: The sheet is in.", "text: 'The {nerv} sheet'", "one.yaml:16:17: RS022 there is no variable"),
        ("goto: sheet-in}", "goto: sheet-out}", "one.yaml:12:41: RS031 there is no scene `sheet-out`"),
        ("text: The sheet is in.", "texts: The sheet is in.", "RS014 there is no field `texts`"),
    ],
)
def test_an_error_shows_where_and_the_last_good_story_goes_on(
    folder: Path, rehearse: Rehearse, old: str, new: str, where: str
) -> None:
    rehearsal = rehearse()
    rehearsal.playthrough.choose("look")
    before = rehearsal.playthrough.turn
    edit(folder, old, new)
    merged = rehearsal.look()
    assert merged is not None
    assert any(where in line for line in merged.fault)
    assert rehearsal.playthrough.turn == before
    assert rehearsal.playthrough.choose("sit").scene == "sheet-in"
    edit(folder, new, old)
    merged = rehearsal.look()
    assert merged is not None
    assert not merged.fault
    assert rehearsal.playthrough.turn.scene == "sheet-in"


def test_moves_that_are_gone_wait_until_they_are_back(folder: Path, rehearse: Rehearse) -> None:
    rehearsal = rehearse()
    rehearsal.playthrough.choose("sit")
    rehearsal.playthrough.choose("stand")
    edit(folder, "{id: stand,", "{id: stand-up,")
    merged = rehearsal.look()
    assert merged is not None
    assert merged.notes[0].startswith("1 move cannot be made any more (That is not one of the choices")
    assert rehearsal.playthrough.turn.scene == "sheet-in"
    edit(folder, "{id: stand-up,", "{id: stand,")
    rehearsal.look()
    assert [turn.scene for _, turn in rehearsal.playthrough.history] == ["sheet-in", "desk"]


def test_a_choice_that_leads_elsewhere_now_is_followed(folder: Path, rehearse: Rehearse) -> None:
    rehearsal = rehearse()
    rehearsal.playthrough.choose("leave")
    edit(folder, "text: Leave, goto: garden", "text: Leave, goto: sheet-in")
    rehearsal.look()
    assert rehearsal.playthrough.turn.scene == "sheet-in"


def test_it_begins_in_any_scene_with_any_state(folder: Path, rehearse: Rehearse) -> None:
    rehearsal = rehearse(
        scene="garden",
        values=(("nerve", "7"),),
        pages=("Ruby sings.", "who=Ruby is blorpy. Ruby keeps bees.", ""),
    )
    turn = rehearsal.playthrough.turn
    assert (turn.scene, turn.chapter) == ("garden", "two")
    assert "Ruby keeps bees" not in told(rehearsal)
    assert "here." in told(rehearsal)
    assert turn.state.variables == (7,)
    assert [(entry.claim.value, entry.page) for entry in turn.state.canon] == [
        ("sing", "who"), ("sad", "who"), ("keep bee", "who"),
    ]  # fmt: skip
    rehearsal.playthrough.choose("back")
    edit(folder, "A desk,", "A table,")
    rehearsal.look()
    assert told(rehearsal).startswith("A table,")
    assert rehearsal.playthrough.turn.state.variables == (7,)
    assert len(rehearsal.playthrough.turn.state.canon) == 3
    rehearsal.begin_again()
    assert rehearsal.playthrough.turn.scene == "garden"


def test_it_begins_where_a_save_stands_and_leaves_it_as_it_is(
    folder: Path, rehearse: Rehearse, tmp_path: Path
) -> None:
    first = rehearse()
    session = Session(first.story, first.reader, tmp_path / "saves", slot="mine", seed=5)
    played, _ = session.open()
    played.choose("look")
    played.choose("leave")
    played.close()
    before = (tmp_path / "saves" / "mine.yaml").read_bytes()
    rehearsal = rehearse(slot="mine")
    assert rehearsal.playthrough.seed == 5
    assert rehearsal.playthrough.turn.scene == "garden"
    rehearsal.playthrough.choose("stay")
    edit(folder, "It gets dark.", "It is dark.")
    rehearsal.look()
    assert told(rehearsal).startswith("It is dark.")
    assert (tmp_path / "saves" / "mine.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"scene": "gardn"}, "There is no scene `gardn`. did you mean `garden`?"),
        ({"values": (("nerf", "1"),)}, "There is no variable `nerf`. did you mean `nerve`?"),
        ({"values": (("nerve", "11"),)}, "`nerve` goes from 0 to 10."),
        ({"values": (("nerve", "ten"),)}, "`nerve` goes from 0 to 10."),
        ({"slot": "mine", "scene": "garden"}, "A save has a state of its own"),
        ({"pages": ("x" * 100_000,)}, "page"),
        ({"pages": ("wo=Ruby sings.",)}, "There is no page `wo`. did you mean `who`?"),
    ],
)
def test_a_beginning_that_is_not_there_is_told(
    rehearse: Rehearse, asked: dict[str, object], message: str
) -> None:
    if "slot" in asked:
        rehearse().playthrough.save("mine")
    with pytest.raises(CannotPreview) as caught:
        rehearse(**asked)
    assert message in str(caught.value)


def test_without_a_story_there_is_nothing_to_begin_with(folder: Path, rehearse: Rehearse) -> None:
    edit(folder, "goto: sheet-in}", "goto: sheet-out}")
    with pytest.raises(StoryError):
        rehearse()


def test_a_story_that_is_gone_for_a_moment_is_waited_for(folder: Path, rehearse: Rehearse) -> None:
    rehearsal = rehearse()
    head = (folder / "story.yaml").read_bytes()
    (folder / "story.yaml").unlink()
    merged = rehearsal.look()
    assert merged is not None
    assert "has no story.yaml" in merged.fault[0]
    (folder / "story.yaml").write_bytes(head)
    merged = rehearsal.look()
    assert merged is not None
    assert not merged.fault


def test_words_that_are_new_are_understood_in_pages_typed_before(folder: Path, rehearse: Rehearse) -> None:
    rehearsal = rehearse()
    rehearsal.playthrough.choose("sit")
    rehearsal.playthrough.type("Ruby is very glumpish.")
    assert [entry.claim.aspect for entry in rehearsal.playthrough.turn.state.canon] == ["trait"]
    edit(folder, "blorpy", "[blorpy, glumpish]", "lexicon/mood.yaml")
    rehearsal.look()
    assert [entry.claim.aspect for entry in rehearsal.playthrough.turn.state.canon] == ["mood"]
    edit(folder, "aspect: mood", "aspect: moods", "lexicon/mood.yaml")
    merged = rehearsal.look()
    assert merged is not None
    assert "mood.yaml:1: there is no aspect" in merged.fault[0]
    edit(folder, "aspect: moods", "aspect: mood", "lexicon/mood.yaml")
    merged = rehearsal.look()
    assert merged is not None
    assert not merged.fault


def test_a_story_that_fails_on_the_way_is_the_author_s_to_see(folder: Path, rehearse: Rehearse) -> None:
    rehearsal = rehearse()
    rehearsal.playthrough.choose("leave")
    edit(folder, "with: {it: \"claim('act')\"}", "if: nerve > 0 and claim('act').plural")
    edit(folder, "nerve > 0", "nerve < 9")
    merged = rehearsal.look()
    assert merged is not None
    assert any("claim('act')" in line or "RS0" in line for line in merged.fault)
    assert rehearsal.playthrough.turn.scene == "garden"


def test_the_inspector_shows_where_what_and_why(folder: Path, rehearse: Rehearse) -> None:
    rehearsal = rehearse()
    rehearsal.playthrough.choose("look")
    shown = inspected(rehearsal)
    assert shown["Here"][0] == "desk, chapter one, 1 move in"
    assert shown["Here"][1].endswith("one.yaml:4")
    assert shown["Why"] == (
        "look is hidden: picked already, and it is offered once",
        "jump cannot be picked: not so: nerve > 4",
    )
    assert shown["Changed"] == ("nerve: 0 → 1",)
    assert shown["State"] == ("nerve = 1",)
    rehearsal.playthrough.choose("sit")
    rehearsal.playthrough.type("Ruby is always blorpy.")
    shown = inspected(rehearsal)
    assert shown["Canon"] == ("+ 1. she is sad: always (mood, absolute, who)",)
    assert shown["Why"] == (
        "at paper, 1. she is sad: always:",
        "  > paper-any: the most particular of those that can be told",
        "    paper-others: less particular: -2, and there is one with 0",
    )


def test_what_has_not_changed_is_not_parsed_again(
    folder: Path, rehearse: Rehearse, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsal = rehearse()
    from game.workshop import editing  # noqa: PLC0415

    real, parsed = editing.read_source, []
    monkeypatch.setattr(editing, "read_source", lambda path, body: (parsed.append(path), real(path, body))[1])
    edit(folder, "A desk,", "A table,")
    rehearsal.look()
    assert parsed == ["one.yaml"]
