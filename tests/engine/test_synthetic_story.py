"""The story that engines are measured on: made alike each time, and played alike by ours and by ink's."""

from __future__ import annotations

from shutil import which
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.step import begin, step
from game.engine.turn import Choose
from game.story.cache import StoryCache
from game.story.loader import load_story
from game.workshop.export.carrying import carry
from game.workshop.export.ink_json import ink_json
from tests.bench.contenders import BINK, INKJS, OURS, Absent, run
from tests.bench.synthetic import WORDS, Shape, Synthetic, Variant
from tests.bench.synthetic_ink import ink_source
from tests.bench.synthetic_yaml import write_story

if TYPE_CHECKING:
    from pathlib import Path

SHAPES = st.builds(
    Shape,
    scenes=st.integers(2, 40),
    integers=st.integers(1, 4),
    booleans=st.integers(1, 4),
    top=st.integers(1, 9),
    seed=st.integers(0, 10_000),
    endless=st.booleans(),
)
FILES = [HealthCheck.function_scoped_fixture]


def files_of(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*.yaml"))}


def test_a_seed_makes_the_same_story_each_time_and_another_seed_another(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_story(Synthetic(Shape(120, seed=seed)), tmp_path / name)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "again")
    assert files_of(tmp_path / "one") != files_of(tmp_path / "other")
    assert {"chapters/000.yaml", "chapters/001.yaml"} < files_of(tmp_path / "one").keys()


@given(shape=SHAPES)
def test_a_scene_shows_so_many_words_and_one_or_two_of_three_choices_have_conditions(shape: Shape) -> None:
    for scene in Synthetic(shape).scenes:
        parts = [part for sentence in scene.sentences for part in sentence]
        variants = [part for part in parts if isinstance(part, Variant)]
        assert 1 <= len(variants) <= 2
        for number in range(2):
            shown = [part.texts[number] if isinstance(part, Variant) else part for part in parts]
            assert len(" ".join(shown).split()) == WORDS
        conditions = [option.condition is not None for option in scene.options]
        assert not conditions or (len(conditions) == 3 and not conditions[0] and conditions[1])


@settings(deadline=None, max_examples=20, suppress_health_check=FILES)
@given(shape=SHAPES)
def test_it_can_be_played_without_end_or_to_an_ending(
    shape: Shape, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("story")
    write_story(Synthetic(shape), folder / "story")
    story = load_story(folder / "story", StoryCache(folder / "cache"))
    turn = begin(story, 1)
    for _ in range(300):
        assert all(choice.enabled for choice in turn.choices)
        if turn.ending is not None:
            assert not shape.endless
            assert not turn.choices
            turn = begin(story, 1)
        else:
            turn = step(story, turn.state, Choose(turn.choices[-1].id))


def turns_of(folder: Path, rival: bool) -> list[object]:
    return run(BINK if rival else OURS, "transcript", folder)["turns"]


@pytest.fixture
def workbench(tmp_path: Path) -> Path:
    story = Synthetic(Shape(60, seed=3))
    write_story(story, tmp_path / "story")
    (tmp_path / "story.ink").write_text(ink_source(story), encoding="utf-8")
    return tmp_path


def test_the_export_of_it_plays_word_for_word_as_ours(workbench: Path) -> None:
    pytest.importorskip("bink.story", reason="bink is not installed: it has wheels for Linux on x86-64")
    story = load_story(workbench / "story", StoryCache(workbench / "cache"))
    (workbench / "story.json").write_text(ink_json(carry(story)), encoding="utf-8")
    assert turns_of(workbench, rival=True) == turns_of(workbench, rival=False)


def test_the_same_story_written_as_ink_plays_word_for_word_as_ours(workbench: Path) -> None:
    if which("node") is None:
        pytest.skip("there is no node")
    try:
        run(INKJS, "compile", workbench)
    except Absent as absent:
        pytest.skip(str(absent))
    assert run(INKJS, "transcript", workbench)["turns"] == turns_of(workbench, rival=False)
