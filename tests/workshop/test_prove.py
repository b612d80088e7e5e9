from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.step import begin, step
from game.engine.telling import StoryLoop
from game.engine.turn import Choose
from game.reader.reader import Reader
from game.saves.journal import recover
from game.saves.resume import replay
from game.story.loader import examine, load_story
from game.workshop import playtest
from game.workshop.proof import proving, telling
from game.workshop.proof.verdicts import Judge

if TYPE_CHECKING:
    from game.story.model import Story
    from game.workshop.proof.verdicts import Verdict

LEXICON = Path(__file__).parents[2] / "story" / "lexicon"
HEAD = """
id: small
title: Small
ifid: 00000000-0000-4000-8000-000000000000
version: 1.0.0
start: desk
chapters: [{id: one, title: One}]
"""
WORLD = "variables:\n  n: {type: int, min: 0, max: 9, default: 0}\n  key: {type: bool, default: false}\n"
SOUND = """
chapter: one
scenes:
  desk:
    text: A desk.
    page: first
    choices: [{id: leave, text: Leave, goto: hall}]
  hall:
    text: A hall.
    choices:
      - {id: look, text: Look, do: key = True}
      - {id: out, text: Out, needs: key, otherwise: It is locked., goto: evening}
      - {id: back, text: Back, goto: desk}
  evening: {text: Evening., deal: {deck: nights, then: [{if: "has('act', 'tuba')", to: heard}, {to: home}]}}
  heard: {text: Heard., ending: tuba}
  home: {text: Home., ending: out}
storylets:
  moths: {deck: nights, if: n > 0, text: Moths.}
  rain: {deck: nights, once: false, text: Rain.}
pages:
  first: {prompt: Who?, do: n += 1, goto: hall, beats: here}
beats:
  here-any: {at: here, for: {subject: any, holds: any}, text: "So: {it.third}."}
endings: {out: {title: Out}, tuba: {title: Tuba}}
"""
BARE = """
chapter: one
scenes:
  desk:
    text: A desk.
    choices:
      - {id: more, text: More, do: n += 1, goto: desk}
      - {id: on, text: On, goto: hall}
  hall: {text: Hall., goto: [{if: n == 3, to: WRONG}, {to: home}]}
  home: {text: Home., ending: out}
endings: {out: {title: Out}}
"""


def folder_of(tmp_path: Path, text: str, world: str = WORLD) -> Path:
    tmp_path.mkdir(exist_ok=True)
    (tmp_path / "story.yaml").write_text(HEAD)
    (tmp_path / "world.yaml").write_text(world)
    (tmp_path / "one.yaml").write_text(text)
    if not (tmp_path / "lexicon").exists():
        (tmp_path / "lexicon").symlink_to(LEXICON)
    return tmp_path


def proved(folder: Path, limit: int = 400) -> dict[str, Verdict]:
    story = load_story(folder)
    found = proving.run(folder, proving.Plan(limit=limit, seconds=60))
    return {one.property: one for one in Judge(story, *found).verdicts()}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.from_folder(LEXICON)


def replayed(folder: Path, reader: Reader, verdict: Verdict) -> tuple[Story, object]:
    assert verdict.witness is not None
    story = load_story(folder)
    journal = recover(verdict.witness.save(story).encode()).journal
    return story, replay(story, reader, journal)


def test_a_sound_story_is_proved_and_its_endings_are_shown(tmp_path: Path) -> None:
    found = proved(folder_of(tmp_path, SOUND))
    assert {one.status for one in found.values()} == {"proved", "shown"}, found
    assert found["ending tuba"].status == "shown"
    assert found["a storylet for evening"].status == "proved"


def test_a_walkthrough_is_a_playtest_that_holds(tmp_path: Path, reader: Reader) -> None:
    folder = folder_of(tmp_path / "story", SOUND)
    way = proved(folder)["ending tuba"].witness
    assert way is not None
    story, path = load_story(folder), tmp_path / "walk.yaml"
    path.write_text(way.walkthrough(story, "tuba"))
    outcome = playtest.run(story, reader, path)
    assert (outcome.faults, outcome.expectations) == ((), 1)


def test_a_menu_without_a_way_on_is_refuted_by_a_save_that_leads_there(
    tmp_path: Path, reader: Reader
) -> None:
    trap = "  trap: {text: Trap., choices: [{id: out, text: Out, needs: n > 5, otherwise: No., goto: home}]}"
    folder = folder_of(tmp_path, BARE.replace("WRONG", "trap").replace("endings:", f"{trap}\nendings:"))
    found = proved(folder)
    assert found["no dead menu"].status == "refuted"
    assert found["an ending in reach"].status == "refuted"
    _, played = replayed(folder, reader, found["no dead menu"])
    turn = played.turn  # type: ignore[attr-defined]
    assert (turn.scene, [choice.enabled for choice in turn.choices]) == ("trap", [False])


def test_scenes_that_lead_round_in_a_circle_are_refuted(tmp_path: Path) -> None:
    circle = (
        "  round: {text: Round., goto: [{if: n == 9, to: home}, {to: again}]}\n"
        "  again: {text: Again., goto: round}"
    )
    folder = folder_of(tmp_path, BARE.replace("WRONG", "round").replace("endings:", f"{circle}\nendings:"))
    found = proved(folder)["no circle and no failure"]
    assert found.status == "refuted"
    assert found.witness is not None
    story = load_story(folder)
    turn = begin(story, found.witness.seed)
    moves = [Choose(entry.choice) for entry in found.witness.entries]  # type: ignore[union-attr]
    for move in moves[:-1]:
        turn = step(story, turn.state, move)
    with pytest.raises(StoryLoop):
        step(story, turn.state, moves[-1])


def test_a_place_that_cannot_be_left_for_good_is_refuted_though_there_is_always_a_way_on(
    tmp_path: Path, reader: Reader
) -> None:
    cell = "  cell: {text: Cell., choices: [{id: sit, text: Sit, goto: cell}]}"
    folder = folder_of(tmp_path, BARE.replace("WRONG", "cell").replace("endings:", f"{cell}\nendings:"))
    found = proved(folder)
    assert found["no dead menu"].status == "proved"
    assert found["an ending in reach"].status == "refuted"
    _, played = replayed(folder, reader, found["an ending in reach"])
    assert played.turn.scene == "cell"  # type: ignore[attr-defined]


def test_a_page_that_leads_only_to_itself_is_refuted(tmp_path: Path, reader: Reader) -> None:
    sheet = "  sheet: {text: Sheet., page: again}"
    pages = "pages:\n  again: {prompt: More?, goto: sheet}\nendings:"
    text = BARE.replace("WRONG", "sheet").replace("endings:", f"{sheet}\n{pages}")
    folder = folder_of(tmp_path, text)
    found = proved(folder)["an ending in reach"]
    assert found.status == "refuted"
    _, played = replayed(folder, reader, found)
    assert played.turn.scene == "sheet"  # type: ignore[attr-defined]


def test_what_no_condition_lets_through_is_proved_to_be_out_of_reach(tmp_path: Path) -> None:
    text = BARE.replace("if: n == 3, to: WRONG", "if: n > 9, to: never")
    never = "  never: {text: Never., ending: never}"
    text = text.replace("endings: {", f"{never}\nendings: {{never: {{title: Never}}, ")
    found = proved(folder_of(tmp_path, text))
    assert (found["scene never"].status, found["ending never"].status) == ("refuted", "refuted")
    assert found["scene never"].witness is None


def test_a_deck_that_runs_dry_is_refuted_and_one_that_cannot_is_proved(
    tmp_path: Path, reader: Reader
) -> None:
    text = SOUND.replace("  rain: {deck: nights, once: false, text: Rain.}\n", "")
    folder = folder_of(tmp_path, text)
    found = proved(folder)["a storylet for evening"]
    assert found.status == "refuted"
    _, played = replayed(folder, reader, found)
    assert played.turn.state.visits.get("moths", 0) == 0  # type: ignore[attr-defined]
    assert played.turn.state.visits.get("evening", 0) == 1  # type: ignore[attr-defined]


def test_a_storylet_that_chance_deals_seldom_is_shown_by_a_seed_that_deals_it(
    tmp_path: Path, reader: Reader
) -> None:
    several = "\n".join(f"  night-{n}: {{deck: nights, text: Night {n}.}}" for n in range(7))
    text = SOUND.replace("  moths: {deck: nights, if: n > 0, text: Moths.}", several)
    folder = folder_of(tmp_path, text)
    found = proved(folder)
    for number in range(7):
        one = found[f"scene night-{number}"]
        assert one.status == "shown"
        _, played = replayed(folder, reader, one)
        assert played.turn.state.visits.get(f"night-{number}", 0) == 1  # type: ignore[attr-defined]


def test_an_ending_that_closes_too_soon_is_refuted_by_a_state_before_the_scene(
    tmp_path: Path, reader: Reader
) -> None:
    text = BARE.replace("{if: n == 3, to: WRONG}", "{if: key, to: best}").replace(
        "do: n += 1", "do: key = False"
    )
    text = text.replace("goto: hall}\n", "goto: hall}\n      - {id: take, text: Take, do: key = True}\n")
    text = text.replace("text: More,", "text: More, once: true,").replace(
        "endings: {", "  best: {text: Best., ending: best}\nendings: {best: {title: Best, open_until: hall}, "
    )
    folder = folder_of(tmp_path, text)
    found = proved(folder)["ending best open until hall"]
    assert found.status == "refuted"
    story, played = replayed(folder, reader, found)
    assert story.scenes[played.turn.scene].id == "desk"  # type: ignore[attr-defined]


def test_an_ending_that_stays_open_is_proved_to(tmp_path: Path) -> None:
    text = BARE.replace("{if: n == 3, to: WRONG}", "{if: key, to: home}").replace(
        "{title: Out}", "{title: Out, open_until: hall}"
    )
    assert proved(folder_of(tmp_path, text))["ending out open until hall"].status == "proved"


def test_an_ending_that_hangs_on_what_was_typed_is_not_said_to_stay_open(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, SOUND.replace("{title: Out}", "{title: Out, open_until: evening}"))
    assert proved(folder)["ending out open until evening"].status in ("open", "refuted")


def test_open_until_names_a_scene_that_there_is(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, SOUND.replace("{title: Out}", "{title: Out, open_until: evenings}"))
    found = examine(folder).diagnostics
    assert [(one.code, one.mend) for one in found] == [("RS031", "did you mean `evening`?")]


def test_what_was_abstracted_and_left_out_is_said_in_numbers(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, SOUND)
    story, (above, searches) = load_story(folder), proving.run(folder, proving.Plan(limit=50, seconds=60))
    verdicts, printed = Judge(story, above, searches).verdicts(), io.StringIO()
    assert telling.show(story, verdicts, above, searches, printed) == 0
    assert "2 of 2 endings reached by a playthrough" in printed.getvalue()
    assert f"{searches[0].found.states} states told apart" in printed.getvalue()
    told = json.loads(telling.as_json(story, verdicts, above, searches))
    assert told["states"] == searches[0].found.states
    assert {one["status"] for one in told["verdicts"]} == {"proved", "shown"}


CONDITIONS = st.sampled_from(
    ["n == 2", "n > 3", "key", "not key", "visits('b') > 1", "chosen('a.one') > 0", "n < 1 and key", "n > 9"]
)
EFFECTS = st.sampled_from(["n += 1", "n -= 1", "key = True", "key = n > 2", "n = 0", "n += 2 if key else 0"])
TARGETS = st.sampled_from(["a", "b", "c", "d", "win", "lose"])


@st.composite
def stories(draw: st.DrawFn) -> str:
    scenes = ""
    for id_ in "abcd":
        choices = "".join(
            f'      - {{id: {name}, text: T, if: "{draw(CONDITIONS)}", do: "{draw(EFFECTS)}", '
            f'goto: [{{if: "{draw(CONDITIONS)}", to: {draw(TARGETS)}}}, {{to: {draw(TARGETS)}}}]}}\n'
            for name in ("one", "two")
        )
        standing = f"      - {{id: on, text: T, goto: {draw(TARGETS)}}}\n" if draw(st.booleans()) else ""
        scenes += f'  {id_}:\n    text: S\n    do: "{draw(EFFECTS)}"\n    choices:\n{choices}{standing}'
    scenes += "  win: {text: W, ending: win}\n  lose: {text: L, ending: lose}\n  desk: {text: D, goto: a}\n"
    return f"chapter: one\nscenes:\n{scenes}endings: {{win: {{title: W}}, lose: {{title: L}}}}\n"


def everything(story: Story) -> tuple[set[str], set[str], bool]:
    """All scenes and endings that can be reached, and whether there is a dead end, by brute force."""
    first = begin(story, 0)
    waiting, met, scenes, endings, dead = [first], set(), set(), set(), False
    while waiting:
        turn = waiting.pop()
        state = turn.state
        scenes |= {id_ for id_ in state.visits if id_ in story.scenes}
        if turn.ending is not None:
            endings.add(turn.ending.id)
            continue
        open_ = [choice for choice in turn.choices if choice.enabled]
        dead |= not open_
        key = (
            state.scene,
            state.variables,
            min(state.visits.get("b", 0), 2),
            min(state.visits.get("a.one", 0), 1),
        )
        if key not in met:
            met.add(key)
            waiting += [step(story, state, Choose(choice.id)) for choice in open_]
    return scenes, endings, dead


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=stories())
def test_nothing_is_said_that_brute_force_contradicts(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = folder_of(tmp_path_factory.mktemp("story"), text)
    story = load_story(folder)
    scenes, endings, dead = everything(story)
    found = proved(folder, limit=2000)
    for kind, there in (("scene", scenes), ("ending", endings)):
        every = story.scenes if kind == "scene" else story.endings
        for id_ in every:
            assert found[f"{kind} {id_}"].status in (("shown",) if id_ in there else ("refuted", "open"))
    assert found["no dead menu"].status in (("refuted",) if dead else ("proved", "open"))
