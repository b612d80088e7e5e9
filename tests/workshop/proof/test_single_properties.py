from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.step import begin, step
from game.engine.turn import Choose, Type
from game.reader.reader import Reader
from game.saves.journal import recover
from game.saves.resume import replay
from game.story.loader import load_story
from game.workshop import playtest
from game.workshop.proof import proving
from game.workshop.proof.distance import Distance
from game.workshop.proof.live import Liveness
from game.workshop.proof.reads import Thing
from game.workshop.proof.surveyor import Surveyor
from game.workshop.proof.verdicts import Judge

if TYPE_CHECKING:
    import pytest

    from game.engine.state import State
    from game.story.model import Story
    from game.workshop.proof.verdicts import Verdict

LEXICON = Path(__file__).parents[3] / "story" / "lexicon"
HEAD = """
id: small
title: Small
ifid: 00000000-0000-4000-8000-000000000000
version: 1.0.0
start: desk
chapters: [{id: one, title: One}]
"""
WORLD = (
    "variables:\n  n: {type: int, min: 0, max: 9, default: 0}\n  m: {type: int, min: 0, max: 9, default: 0}\n"
    "  key: {type: bool, default: false}\n"
)


def folder_of(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "story.yaml").write_text(HEAD)
    (folder / "world.yaml").write_text(WORLD)
    (folder / "one.yaml").write_text(f"chapter: one\n{text}")
    if not (folder / "lexicon").exists():
        (folder / "lexicon").symlink_to(LEXICON)
    return folder


def proved(folder: Path, limit: int = 60) -> dict[str, Verdict]:
    story = load_story(folder)
    found = proving.run(folder, proving.Plan(limit=limit, seconds=60))
    return {one.property: one for one in Judge(story, *found).verdicts()}


FREES = """
scenes:
  desk:
    text: A desk.
    choices: [{id: take, text: Take, do: key = True}, {id: on, text: On, goto: study}]
  study: {text: Study., page: last, choices: [{id: none, text: Nothing, goto: home}]}
  done: {goto: [{if: "has('will', 'free', page='last')", to: freed}, {to: home}]}
  freed: {text: Freed., ending: free}
  home: {text: Home., ending: home}
pages:
  last: {prompt: Last?, goto: done}
endings: {home: {title: Home}, free: {title: Free, open_until: desk-until}}
""".replace("desk-until", "study")


def test_an_ending_that_can_always_be_typed_is_proved_to_stay_open(tmp_path: Path) -> None:
    found = proved(folder_of(tmp_path / "story", FREES))
    assert found["ending free open until study"].status == "proved"
    assert found["ending free"].status == "shown"


def test_an_ending_that_what_was_typed_before_may_close_is_not_proved_to_stay_open(tmp_path: Path) -> None:
    closed = FREES.replace("has('will', 'free', page='last')", "not has('bond', holds=None)").replace(
        "choices: [{id: take", "page: first\n    choices: [{id: take"
    )
    closed = closed.replace("pages:\n", "pages:\n  first: {prompt: First?, goto: study}\n")
    found = proved(folder_of(tmp_path / "story", closed))
    assert found["ending free open until study"].status in ("open", "refuted")


def test_an_ending_that_hangs_on_a_claim_that_may_be_resisted_is_not_proved_to_stay_open(
    tmp_path: Path,
) -> None:
    resisted = f"{FREES}resistances:\n  hers: {{for: {{aspect: will}}, if: key, at: unmoved}}\n"
    resisted += "beats:\n  unmoved-any: {at: unmoved, for: {subject: any, holds: any}, text: No.}\n"
    found = proved(folder_of(tmp_path / "story", resisted))
    assert found["ending free open until study"].status in ("open", "refuted")


COUNTS = """
scenes:
  desk: {text: Desk., goto: sheet}
  sheet:
    text: Sheet.
    page: lines
    choices: [{id: stop, text: Stop, goto: [{if: n > 7, to: full}, {to: home}]}]
  full: {text: Full., ending: full}
  home: {text: Home., ending: home}
pages:
  lines: {prompt: More?, do: n += 1 if new() else 0, goto: sheet}
endings: {home: {title: Home}, full: {title: Full, open_until: desk}}
"""


def test_what_takes_many_pages_is_come_to_by_playing_towards_it(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "story", COUNTS)
    way = proved(folder, limit=4)["ending full"].witness
    assert way is not None
    assert len(way.entries) == 9
    story, path = load_story(folder), tmp_path / "walk.yaml"
    path.write_text(way.walkthrough(story, "full"))
    outcome = playtest.run(story, Reader.from_folder(LEXICON), path)
    assert (outcome.faults, outcome.expectations) == ((), 1)


DEALS = """
scenes:
  desk:
    text: Desk.
    choices: [{id: on, text: On, do: key = True, goto: noon}, {id: off, text: Off, goto: noon}]
  noon: {text: Noon., deal: {deck: days, then: evening}}
  evening: {text: Evening., deal: {deck: days, then: home}}
  home: {text: Home., ending: home}
storylets:
  rain: {deck: days, if: visits('desk') > 0, text: Rain.}
  moths: {deck: days, if: visits('noon') > 0, text: Moths.}
  snow: {deck: days, if: key and n > 3, text: Snow.}
  calm: {deck: days, text: Calm.}
endings: {home: {title: Home}}
"""


def test_a_storylet_that_another_always_comes_before_is_refuted(tmp_path: Path) -> None:
    found = proved(folder_of(tmp_path / "story", DEALS))
    assert found["scene calm"].status == "refuted"
    assert found["scene rain"].status == found["scene moths"].status == "shown"
    assert found["a storylet for evening"].status == "proved"


def test_a_deck_that_runs_dry_is_refuted_by_a_save_that_stands_after_it(tmp_path: Path) -> None:
    text = DEALS.replace("  calm: {deck: days, text: Calm.}\n", "").replace("visits('noon') > 0", "key")
    folder = folder_of(tmp_path / "story", text)
    found = proved(folder)["a storylet for evening"]
    assert found.status == "refuted"
    assert found.witness is not None
    story = load_story(folder)
    played = replay(story, Reader.from_folder(LEXICON), recover(found.witness.save(story).encode()).journal)
    assert played.turn.state.visits.get("moths", 0) == 0
    assert played.turn.state.visits.get("evening", 0) == 1


def test_a_condition_that_can_no_more_come_to_be_so_is_farther_than_one_that_can(tmp_path: Path) -> None:
    text = """
scenes:
  desk:
    text: Desk.
    choices: [{id: take, text: Take, do: key = True, goto: hall}, {id: go, text: Go, goto: hall}]
  hall: {text: Hall., choices: [{id: up, text: Up, if: key, goto: top}, {id: down, text: Down, goto: home}]}
  top: {text: Top., ending: top}
  home: {text: Home., ending: home}
endings: {home: {title: Home}, top: {title: Top}}
"""
    story = load_story(folder_of(tmp_path / "story", text))
    first = begin(story, 0)
    distance = Distance(story)

    def far(state: State) -> float:
        return distance.to({"top"}, state)[0]

    taken, gone = (step(story, first.state, Choose(choice)).state for choice in ("take", "go"))
    assert far(taken) < far(first.state) < far(gone)


CONDITIONS = st.sampled_from(
    ["n == 2", "n > 3", "key", "not key", "visits('b') > 1", "m < 2", "n < 1 and key"]
)
EFFECTS = st.sampled_from(["n += 1", "n -= 1", "key = True", "key = n > 2", "m += 1", "m = 0"])
TARGETS = st.sampled_from(["a", "b", "c", "win", "lose"])


@st.composite
def stories(draw: st.DrawFn) -> str:
    scenes = ""
    for id_ in "abc":
        choices = "".join(
            f'      - {{id: {name}, text: T, if: "{draw(CONDITIONS)}", do: "{draw(EFFECTS)}", '
            f'goto: [{{if: "{draw(CONDITIONS)}", to: {draw(TARGETS)}}}, {{to: {draw(TARGETS)}}}]}}\n'
            for name in ("one", "two")
        )
        standing = f"      - {{id: on, text: T, goto: {draw(TARGETS)}}}\n"
        scenes += f'  {id_}:\n    text: S\n    do: "{draw(EFFECTS)}"\n    choices:\n{choices}{standing}'
    scenes += "  win: {text: W, ending: win}\n  lose: {text: L, ending: lose}\n  desk: {text: D, goto: a}\n"
    until = draw(st.sampled_from(["a", "b", "c"]))
    return f"scenes:\n{scenes}endings: {{win: {{title: W, open_until: {until}}}, lose: {{title: L}}}}\n"


def closes_too_soon(story: Story, ending: str, scene: str) -> bool:
    """Whether there is a state from which the scene can be entered, and the ending not be reached."""
    ways: dict[object, list[tuple[object, bool]]] = {}
    ends: set[object] = set()
    first = begin(story, 0)
    waiting = [first]

    def key(state: State) -> object:
        visits = state.visits.get
        return state.scene, state.variables, min(visits("b", 0), 2), state.ending

    while waiting:
        turn = waiting.pop()
        here = key(turn.state)
        if here in ways:
            continue
        ways[here] = []
        if turn.ending is not None and turn.ending.id == ending:
            ends.add(here)
        for choice in turn.choices if turn.ending is None else ():
            if choice.enabled:
                then = step(story, turn.state, Choose(choice.id))
                entered = then.state.visits.get(scene, 0) > turn.state.visits.get(scene, 0)
                ways[here].append((key(then.state), entered))
                waiting.append(then)
    open_ = _back_from(ways, ends)
    ahead = _back_from(
        ways, {here for here, several in ways.items() if any(entered for _, entered in several)}
    )
    return bool(ahead - open_)


def _back_from(ways: dict[object, list[tuple[object, bool]]], goals: set[object]) -> set[object]:
    found, grown = set(goals), True
    while grown:
        more = {here for here, several in ways.items() if any(to in found for to, _ in several)} - found
        found |= more
        grown = bool(more)
    return found


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=stories())
def test_no_ending_is_proved_to_stay_open_that_brute_force_finds_closed(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = folder_of(tmp_path_factory.mktemp("story"), text)
    story = load_story(folder)
    scene = story.endings["win"].open_until
    assert scene is not None
    found = proved(folder, limit=2000)[f"ending win open until {scene}"]
    if closes_too_soon(story, "win", scene):
        assert found.status in ("refuted", "open")
    else:
        assert found.status in ("proved", "open")


SAID = st.lists(
    st.sampled_from(
        ["Ruby is free.", "Ruby is always free.", "Ruby loves Calvin.", "Ruby hates Calvin.",
         "Ruby is happy.", "Ruby is sad.", "Calvin is tired.", "Ruby keeps bees.", "Ruby isn't free.",
         "Ruby is dead."]
    ),
    max_size=4,
)  # fmt: skip
ASKED = st.sampled_from(
    ["has('will', 'free', page='last')", "has('bond')", "has(subject='calvin', holds=None)", "n > 1",
     "claim('mood', page='last') != None", "count(page='last', holds=None) > 1", "'bees' in words('last')",
     "ruby.mood == 'sad'", "has('will', page='first')", "not typed('first')", "has('being', chapter='one')"]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=ASKED, before=SAID, typed=SAID)
def test_what_a_page_of_known_words_leads_to_is_among_what_is_told_of_it(
    asked: str, before: list[str], typed: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = f"""
scenes:
  desk: {{text: Desk., page: first}}
  study: {{text: Study., page: last}}
  done: {{goto: [{{if: "{asked}", to: so}}, {{to: home}}]}}
  so: {{text: So., ending: so}}
  home: {{text: Home., ending: home}}
pages:
  first: {{prompt: First?, goto: study, blank_goto: study}}
  last: {{prompt: Last?, goto: done}}
endings: {{home: {{title: Home, open_until: study}}, so: {{title: So, open_until: study}}}}
consequences:
  turns: {{for: {{holds: any}}, if: overwrote > 0, do: n += 1}}
"""
    story = load_story(folder_of(tmp_path_factory.mktemp("story"), text))
    reader = Reader.from_folder(LEXICON)
    first, last = (Type(" ".join(said), reader.read(" ".join(said)).claims) for said in (before, typed))
    stands = step(story, begin(story, 0).state, first)
    ended = step(story, stands.state, last).ending
    if typed:
        assert ended is not None
        assert f"ending:{ended.id}" in told(story, last)


def told(story: Story, typed: Type) -> set[str]:
    """The endings to which a page may lead, by the overview, whatever was typed before it."""
    visited = Thing("visits", "study")
    live = Liveness(story, narrow=True, pages=True, exact=frozenset({"n"}), kept=frozenset({visited}))
    drawn = Surveyor(live, 4096, time.monotonic() + 60, said={"study": (typed,)}, since=visited).survey()
    return {
        to[0]
        for key, cases in drawn.cases.items()
        if key[0] == "study"
        for case in cases
        for way in case
        for to in way.to
    }
