"""Only what changed is read and checked again, and nothing is missed by that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.story import compiling, loader
from game.story.cache import StoryCache, sealed
from game.story.checks_words import WordChecker
from game.story.errors import StoryError
from game.story.loader import examine, load_story
from game.story.slices import packed

from .samples import HEAD, SOUND

if TYPE_CHECKING:
    from pathlib import Path


def parts() -> dict[str, str]:
    """The sound story with a section to a file, and costs."""
    files = {"story.yaml": HEAD}
    for section in ("variables", "scenes", "storylets", "pages", "beats", "endings"):
        begun = SOUND.index(f"\n{section}:\n") + 1
        lines = SOUND[begun:].split("\n")
        inner = next((n for n, line in enumerate(lines[1:], 1) if line and line[0] != " "), len(lines))
        files[f"{section}.yaml"] = "\n".join(["chapter: one", *lines[:inner]]) + "\n"
    files["scenes.yaml"] = files["scenes.yaml"].replace(
        "    goto: [{if: told", "    text: [{costs: {at: street}}]\n    goto: [{if: told"
    )
    files["costs.yaml"] = (
        "costs:\n  dear: {at: street, for: {aspect: mood}, note: lost a song, text: It is quiet.}\n"
    )
    return files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "sample"
    folder.mkdir()
    write(folder, parts())
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> StoryCache:
    return StoryCache(tmp_path / "cache")


def write(folder: Path, files: dict[str, str]) -> None:
    for old in folder.glob("*.yaml"):
        if old.name not in files:
            old.unlink()
    for path, text in files.items():
        (folder / path).write_text(text)


def change(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text()
    assert text.count(old) == 1
    (folder / path).write_text(text.replace(old, new))


class Watch:
    """Which files were read, and of which the texts were checked, since it was last asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: set[str] = set()
        self.checked: set[str] = set()
        read, check = compiling.read_source, WordChecker.check
        monkeypatch.setattr(
            compiling, "read_source", lambda path, body: self.read.add(path) or read(path, body)
        )
        monkeypatch.setattr(
            WordChecker, "check", lambda words, one: self.checked.add(one.source.path) or check(words, one)
        )

    def seen(self) -> tuple[set[str], set[str]]:
        """Both, and begin anew."""
        found = self.read, self.checked
        self.read, self.checked = set(), set()
        return found


def test_only_a_file_that_changed_is_read_and_checked(
    folder: Path, cache: StoryCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(monkeypatch)
    load_story(folder, cache)
    every = set(parts())
    assert watch.seen() == (every, every - {"story.yaml"})
    change(folder, "scenes.yaml", "Nothing comes.", "Nobody comes.")
    story = load_story(folder, cache)
    assert watch.seen() == ({"scenes.yaml"}, {"scenes.yaml"})
    assert story == examine(folder).story


def test_all_texts_are_checked_when_what_they_can_name_has_changed(
    folder: Path, cache: StoryCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(monkeypatch)
    load_story(folder, cache)
    watch.seen()
    change(folder, "variables.yaml", "max: 10", "max: 9")
    load_story(folder, cache)
    assert watch.seen() == ({"variables.yaml"}, set(parts()) - {"story.yaml"})


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("variables.yaml", "  told:", "  tolled:", "RS022"),
        ("variables.yaml", "[none, kept]", "[none, held]", "RS023"),
        ("pages.yaml", "  who:", "  whom:", "RS032"),
        ("beats.yaml", "{at: desk, for: {subject", "{at: chair, for: {subject", "RS038"),
        ("costs.yaml", "at: street", "at: house", "RS046"),
        ("endings.yaml", "  block:", "  blocked:", "RS033"),
        ("story.yaml", "start: porch", "start: perch", "RS031"),
        ("storylets.yaml", "deck: evening", "deck: morning", "RS034"),
        ("storylets.yaml", "  moths:", "  porch:", "RS030"),
    ],
)
def test_a_change_that_breaks_another_file_is_found(
    folder: Path, cache: StoryCache, path: str, old: str, new: str, code: str
) -> None:
    load_story(folder, cache)
    change(folder, path, old, new)
    with pytest.raises(StoryError) as caught:
        load_story(folder, cache)
    assert code in {one.code for one in caught.value.diagnostics}
    assert list(caught.value.diagnostics) == loader.examine_contents(*loader.read_files(folder)).diagnostics


def test_no_beats_at_a_place_that_an_unchanged_file_names_is_found(folder: Path, cache: StoryCache) -> None:
    load_story(folder, cache)
    (folder / "beats.yaml").write_text((folder / "beats.yaml").read_text().replace("desk,", "chair,"))
    with pytest.raises(StoryError) as caught:
        load_story(folder, cache)
    assert "RS035" in {one.code for one in caught.value.diagnostics}


def test_what_is_sound_is_kept_while_another_file_is_broken(
    folder: Path, cache: StoryCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(folder, "scenes.yaml", "Nothing comes.", "Nothing {comes.")
    with pytest.raises(StoryError):
        load_story(folder, cache)
    watch = Watch(monkeypatch)
    change(folder, "scenes.yaml", "Nothing {comes.", "Nothing comes.")
    load_story(folder, cache)
    assert watch.seen() == ({"scenes.yaml"}, {"scenes.yaml"})


NONSENSE: list[Any] = [
    None, 1, [], {}, [1, 2, 3], [None, "", {}, {}], [{"scenes": {"porch": 1}}, "", {}, {}],
    [[], "", {}, {}], [{"scenes": []}, 0, {"desk": 1}, {"desk": ["scenes", "nobody"]}],
]  # fmt: skip


@pytest.mark.parametrize("piece", NONSENSE)
def test_nonsense_of_a_file_is_ignored_however_well_sealed(
    folder: Path, cache: StoryCache, piece: object
) -> None:
    first = load_story(folder, cache)
    (kept,) = cache.folder.glob("files-*.json")
    names = list(cache.files_of(folder))
    change(folder, "scenes.yaml", "Nothing comes.", "Nobody comes.")
    kept.write_bytes(sealed(packed(None, {"files": dict.fromkeys(names, piece)}), kept.name))
    story = load_story(folder, cache)
    assert story == examine(folder).story != first


@pytest.mark.parametrize("content", [b"", b"{}", b"\0" * 100])
def test_damage_to_what_is_known_of_files_is_ignored(folder: Path, cache: StoryCache, content: bytes) -> None:
    load_story(folder, cache)
    (kept,) = cache.folder.glob("files-*.json")
    kept.write_bytes(content)
    change(folder, "scenes.yaml", "Nothing comes.", "Nobody comes.")
    assert load_story(folder, cache) == examine(folder).story


PIECES = st.sampled_from(
    [
        ("closeness", "nearness"), ("told", "tolled"), ("desk", "chair"), ("street", "house"),
        ("moths", "bats"), ("evening", "night"), ("goto: sheet", "goto: shed"), ("block", "blocked"),
        ("who", "whom"), ("10", "2"), ("3", "30"), ("kept", "held"), ("{", "{{"),
        ("  ", " "), (": ", ":"), ("one", "two"),
    ]
)  # fmt: skip
EDITS = st.lists(st.tuples(st.sampled_from(sorted(parts())), PIECES, st.booleans()), min_size=1, max_size=5)


@settings(max_examples=40)
@given(EDITS)
def test_edited_step_by_step_a_story_comes_out_as_if_read_at_once(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, tuple[str, str], bool]]
) -> None:
    place = tmp_path_factory.mktemp("edited")
    folder, cache = place / "sample", StoryCache(place / "cache")
    folder.mkdir()
    files = parts()
    for path, (old, new), back in [("story.yaml", ("", ""), False), *edits]:
        before = files[path]
        files[path] = before.replace(old, new)
        write(folder, files)
        expected = loader.examine_contents(*loader.read_files(folder))
        if expected.story is None:
            with pytest.raises(StoryError) as caught:
                load_story(folder, cache)
            assert list(caught.value.diagnostics) == expected.diagnostics
        else:
            assert load_story(folder, cache) == expected.story
        if back:
            files[path] = before
