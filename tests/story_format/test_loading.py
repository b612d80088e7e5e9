"""A folder becomes a story, or a list of all that is wrong with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import game
from game.story import assembly
from game.story.cache import StoryCache
from game.story.errors import StoryError
from game.story.files import story_files
from game.story.loader import examine, load_story
from game.story.model import BeatsBlock, Goto, IfBlock, TextBlock, WithBlock
from game.story.where import find_story

from .samples import HEAD, SOUND, look, sound_with


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "sample"
    (folder / "chapters").mkdir(parents=True)
    (folder / "story.yaml").write_text(HEAD)
    (folder / "chapters" / "one.yaml").write_text(SOUND)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> StoryCache:
    return StoryCache(tmp_path / "cache")


def test_a_sound_folder_is_a_story(folder: Path, cache: StoryCache) -> None:
    story = load_story(folder, cache)
    assert (story.id, story.title, story.start) == ("sample", "Sample", "porch")
    assert [(one.id, one.number) for one in story.chapters.values()] == [("one", 1), ("two", 2)]
    assert set(story.scenes) == {"porch", "sheet", "evening", "bed", "end", "moths"}
    assert story.decks == {"evening": ("moths",)}
    assert [beat.id for beat in story.beats_by_place["desk"]] == [
        "desk-said",
        "desk-denied",
        "desk-others",
        "desk-later",
    ]


def test_defaults_of_scenes_choices_and_storylets(folder: Path, cache: StoryCache) -> None:
    story = load_story(folder, cache)
    knock, wait = story.scenes["porch"].choices
    assert (knock.once, knock.goto) == (False, (Goto(None, "sheet"),))
    assert (wait.once, wait.goto) == (True, ())
    assert story.scenes["moths"].once
    assert not story.scenes["porch"].once
    assert {scene.chapter for scene in story.scenes.values()} == {"one"}


@pytest.mark.parametrize(
    ("fields", "blank", "blank_goto"),
    [
        ("", None, ()),
        ("    optional: true\n", (), ()),
        ("    blank_goto: bed\n", (), (Goto(None, "bed"),)),
    ],
)
def test_a_blank_page_is_refused_unless_the_page_says_more(
    fields: str, blank: object, blank_goto: object
) -> None:
    story = look(sound_with("    beats: desk\n", f"    beats: desk\n{fields}")).story
    assert story is not None
    assert (story.pages["who"].blank, story.pages["who"].blank_goto) == (blank, blank_goto)


def test_every_kind_of_block_is_built() -> None:
    text = """text:
      - Plain.
      - if: told
        text: Yes.
        else: [No., {kind: notice, text: Indeed.}]
      - with: {thing: "claim('have')"}
        text: "{thing.noun}"
      - kind: typed
        text: "{words('who')}"
      - beats: {at: desk, claims: "claims('have')", limit: 2}"""
    story = look(sound_with("text: Moths.", text)).story
    assert story is not None
    plain, condition, binding, typed, beats = story.scenes["moths"].text
    assert isinstance(plain, TextBlock)
    assert plain.template.source == "Plain."
    assert isinstance(condition, IfBlock)
    assert [one.kind for one in condition.otherwise if isinstance(one, TextBlock)] == [None, "notice"]
    assert isinstance(binding, WithBlock)
    assert [name for name, _ in binding.bindings] == ["thing"]
    assert isinstance(typed, TextBlock)
    assert typed.kind == "typed"
    assert isinstance(beats, BeatsBlock)
    assert (beats.place, beats.limit) == ("desk", 2)


def test_two_texts_of_one_scene_never_share_a_key() -> None:
    text = "text: ['{a|b}', {if: told, text: '{a|b}', else: '{a|b}'}, '{a|b}']"
    story = look(sound_with("text: Moths.", text)).story
    assert story is not None
    first, condition, last = story.scenes["moths"].text
    assert isinstance(first, TextBlock)
    assert isinstance(condition, IfBlock)
    assert isinstance(last, TextBlock)
    inner = [
        one.template.key for one in (*condition.then, *condition.otherwise) if isinstance(one, TextBlock)
    ]
    keys = [first.template.key, *inner, last.template.key]
    assert len(set(keys)) == 4


def test_a_fault_in_one_file_hides_none_in_another(folder: Path, cache: StoryCache) -> None:
    (folder / "chapters" / "two.yaml").write_text("scenes: {a: [}\n")
    (folder / "chapters" / "three.yaml").write_text("chapter: two\nscenes:\n  b: {goto: nowhere-at-all}\n")
    with pytest.raises(StoryError) as caught:
        load_story(folder, cache)
    assert {(one.code, one.path) for one in caught.value.diagnostics if one.severity == "error"} == {
        ("RS001", "chapters/two.yaml"),
        ("RS031", "chapters/three.yaml"),
    }
    assert "2 errors" in str(caught.value)


def test_what_a_broken_file_may_declare_is_not_reported_as_missing() -> None:
    broken = "chapter: two\nvariables:\n  tired: {type: bool}\nscenes:\n  attic: {goto: [}\n"
    found = look(SOUND, broken, "chapter: two\nscenes:\n  stairs: {do: tired = True, goto: attic}\n")
    assert [one.code for one in found.diagnostics] == ["RS001"]


def test_a_folder_without_a_story_says_so(tmp_path: Path, cache: StoryCache) -> None:
    for place in (tmp_path, tmp_path / "nowhere", tmp_path / ("x" * 400)):
        with pytest.raises(StoryError, match="no story here"):
            load_story(place, cache)
        assert [one.code for one in examine(place).diagnostics] == ["RS013"]


def test_the_lexicon_and_the_playtests_are_no_part_of_the_story(folder: Path) -> None:
    for name in ("lexicon", "playtests", ".hidden"):
        (folder / name).mkdir()
        (folder / name / "words.yaml").write_text("- not a story\n")
    assert examine(folder).diagnostics == []


def test_the_lexicon_is_part_of_the_content_hash_and_line_ends_are_not(
    folder: Path, cache: StoryCache
) -> None:
    first = load_story(folder, cache).content_hash
    (folder / "chapters" / "one.yaml").write_bytes(SOUND.replace("\n", "\r\n").encode())
    assert load_story(folder, cache).content_hash == first
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "mood.yaml").write_text("joyful: [glad]\n")
    assert load_story(folder, cache).content_hash != first


@pytest.mark.skipif(not hasattr(os, "symlink") or sys.platform == "win32", reason="needs symbolic links")
def test_links_out_of_the_folder_and_devices_are_not_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("secret: thing\n")
    (folder / "a.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "b.yaml").symlink_to("/dev/zero")
    (folder / "c.yaml").symlink_to(folder / "c.yaml")
    (folder / "e").symlink_to("/")
    os.mkfifo(folder / "d.yaml")
    found = examine(folder)
    assert [(one.code, one.path) for one in found.diagnostics] == [
        ("RS010", name) for name in ("a.yaml", "b.yaml", "c.yaml", "d.yaml")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_link_within_the_folder_is_read(folder: Path) -> None:
    (folder / "chapters" / "one.yaml").rename(folder / "chapters" / "one.txt")
    (folder / "chapters" / "one.yaml").symlink_to(folder / "chapters" / "one.txt")
    assert examine(folder).diagnostics == []


def test_a_folder_named_like_a_file_is_only_a_folder(folder: Path) -> None:
    (folder / "two.yaml").mkdir()
    assert story_files(folder) == ["chapters/one.yaml", "story.yaml"]


def test_a_cached_story_needs_neither_yaml_nor_models(folder: Path, cache: StoryCache) -> None:
    load_story(folder, cache)
    script = (
        "import sys, pathlib\n"
        "from game.story.loader import load_story\n"
        "from game.story.cache import StoryCache\n"
        "load_story(pathlib.Path(sys.argv[1]), StoryCache(pathlib.Path(sys.argv[2])))\n"
        "print([name for name in ('yaml', 'pydantic', 'platformdirs') if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), str(cache.folder)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(game.__file__).parents[1])},
    )
    assert done.stdout.strip() == "[]"


def test_building_parses_no_text_and_no_condition(monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.loads(json.dumps(look(SOUND).data))
    monkeypatch.setattr("game.story.markup.parse_markup", lambda *_: pytest.fail("a text was parsed"))
    monkeypatch.setattr(
        "game.story.expressions.parse_expression", lambda *_: pytest.fail("a condition was parsed")
    )
    story = assembly.build_story(data, "0")
    built = [*story.scenes.values(), *story.pages.values(), *story.beats, *story.endings.values()]
    assert len(built) == 12


def test_the_story_that_is_found_is_the_named_one_else_the_checkouts(tmp_path: Path) -> None:
    assert find_story(tmp_path) == tmp_path
    found = find_story()
    assert found.name in ("story", "_story")


LINES = SOUND.split("\n")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(LINES) - 1),
            st.sampled_from(["drop", "double", "swap", "cut", "indent", "braces", "null"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_edit_of_a_story_makes_the_check_fail(edits: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for at, how in edits:
        at = min(at, len(lines) - 1)  # noqa: PLW2901
        line = lines[at]
        match how:
            case "drop":
                lines[at] = ""
            case "double":
                lines.insert(at, line)
            case "swap":
                lines[at], lines[at - 1] = lines[at - 1], line
            case "cut":
                lines[at] = line[: len(line) * 2 // 3]
            case "indent":
                lines[at] = f"  {line}"
            case "braces":
                lines[at] = line.replace("{", "[").replace(": ", ": {")
            case "null":
                lines[at] = line.split(":")[0] + ":"
    found = look("\n".join(lines))
    assert (found.story is None) == any(one.severity == "error" for one in found.diagnostics)
