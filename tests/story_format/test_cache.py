"""A story that has not changed comes out of the cache; nothing wrong with the cache is ever seen."""

from __future__ import annotations

import json
import os
import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import cache as caching
from game.story import loader
from game.story.assembly import index_of
from game.story.cache import KEPT, MAX_SIZE, StoryCache, keep, read_kept, sealed
from game.story.errors import StoryError
from game.story.loader import examine, load_story
from game.story.slices import packed, unpacked
from game.story.stamps import SETTLED, have_settled, stamps_of

from .samples import HEAD, SOUND, look

if TYPE_CHECKING:
    from pathlib import Path


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


def settle(folder: Path) -> None:
    """Let the files look as if nobody had touched them for long, as far as a system lets us."""
    for path in folder.rglob("*.yaml"):
        os.utime(path, (1_000_000_000, 1_000_000_000))


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust stamps however new they are: no test can wait, nor set the time of a change of status."""
    monkeypatch.setattr(loader, "have_settled", lambda _stamps: True)


def forbid_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    for checking in ("examine_contents", "_compiled"):
        monkeypatch.setattr(loader, checking, lambda *_, **__: pytest.fail("it was checked again"))


def kept(cache: StoryCache, kind: str = "story") -> Path:
    (found,) = cache.folder.glob(f"{kind}-*.json")
    return found


def test_an_unchanged_story_comes_out_of_the_cache_and_is_the_same(
    folder: Path, cache: StoryCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_story(folder, cache)
    forbid_checks(monkeypatch)
    again = load_story(folder, cache)
    assert again == first
    assert list(again.scenes) == list(first.scenes)
    assert again.beats == first.beats == tuple(first.beats)
    assert dict(again.beats_by_kind) == dict(first.beats_by_kind)


def test_a_changed_story_is_checked_again(folder: Path, cache: StoryCache, settled: None) -> None:
    load_story(folder, cache)
    (folder / "chapters" / "one.yaml").write_text(SOUND.replace("goto: sheet", "goto: sheets"))
    with pytest.raises(StoryError):
        load_story(folder, cache)


def _damage(content: bytes, how: str) -> bytes:
    match how:
        case "cut":
            return content[: len(content) // 2]
        case "empty":
            return b""
        case "changed":
            return content.replace(b"Moths", b"Maths")
        case "longer":
            return content + b" "
        case "not text":
            return os.urandom(200)
        case _:
            return b"{}"


@pytest.mark.parametrize("how", ["cut", "empty", "changed", "longer", "not text", "another"])
def test_a_damaged_cache_is_ignored_and_written_again(folder: Path, cache: StoryCache, how: str) -> None:
    first = load_story(folder, cache)
    sound = kept(cache).read_bytes()
    kept(cache).write_bytes(_damage(sound, how))
    assert load_story(folder, cache) == first
    assert kept(cache).read_bytes() == sound


@pytest.mark.parametrize("how", ["cut", "empty", "changed", "longer", "not text", "another"])
def test_damaged_stamps_are_ignored_and_written_again(
    folder: Path, cache: StoryCache, settled: None, how: str
) -> None:
    first = load_story(folder, cache)
    sound = kept(cache, "stamps").read_bytes()
    kept(cache, "stamps").write_bytes(_damage(sound, how).replace(first.content_hash.encode(), b"0" * 32))
    assert load_story(folder, cache) == first
    assert kept(cache, "stamps").read_bytes() == sound


def test_a_cache_of_another_story_or_another_program_is_ignored(
    folder: Path, cache: StoryCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_story(folder, cache)
    sound = kept(cache).read_bytes()
    other = cache.folder / f"story-{'0' * 32}.json"
    other.write_bytes(sound)
    assert cache.load("0" * 32) is None
    assert cache.load(first.content_hash) is not None
    monkeypatch.setattr(caching, "program_state", lambda *_: "of tomorrow")
    assert cache.load(first.content_hash) is None


UNFIT: list[Any] = [
    None, [], {}, {"head": []}, [{}, {}], [[{"head": {}}, {}], {}],
    [[{"head": {"id": 1}}, {}], {"scenes": [["a"], [2]]}],
    [[{"head": {"id": 1}}, {}], {"scenes": [["a"], [-2]]}],
    [[{"head": {"id": 1}}, {}], {"scenes": [["a", "b"], [2]]}],
    [[{"head": {"id": 1}}, {}], {"scenes": [["a"], ["2"]]}],
]  # fmt: skip


@pytest.mark.parametrize("head", UNFIT)
def test_a_whole_cache_of_data_that_is_no_story_is_ignored(
    folder: Path, cache: StoryCache, head: object
) -> None:
    first = load_story(folder, cache)
    body = json.dumps(head).encode() + b"\n{}"
    kept(cache).write_bytes(sealed(body, first.content_hash))
    assert load_story(folder, cache) == first


def _forged(folder: Path, cache: StoryCache) -> str:
    """Put nonsense for a scene into a cache that is otherwise as it should be."""
    data = examine(folder).data
    index = index_of(data)
    content_hash = load_story(folder, cache).content_hash
    cache.store(content_hash, data | {"scenes": data["scenes"] | {"bed": [1], "end": None}}, index)
    return content_hash


def test_a_definition_that_is_unfit_is_read_from_the_files(folder: Path, cache: StoryCache) -> None:
    first = load_story(folder, StoryCache(cache.folder / "other"))
    _forged(folder, cache)
    story = load_story(folder, cache)
    assert story.scenes["porch"] == first.scenes["porch"]
    assert (story.scenes["bed"], story.scenes["end"]) == (first.scenes["bed"], first.scenes["end"])
    assert story == first


def test_an_unfit_definition_of_files_that_changed_is_told_of(folder: Path, cache: StoryCache) -> None:
    _forged(folder, cache)
    story = load_story(folder, cache)
    (folder / "chapters" / "one.yaml").write_text(SOUND.replace("Moths.", "Maths."))
    with pytest.raises(StoryError, match="damaged"):
        story.scenes["bed"]


def test_what_is_asked_for_of_a_cached_story_is_there_after_its_file_has_gone(
    folder: Path, cache: StoryCache
) -> None:
    first = load_story(folder, cache)
    story = load_story(folder, cache)
    kept(cache).unlink()
    assert story == first


def test_a_cache_that_cannot_be_written_is_no_fault(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("")
    assert load_story(folder, StoryCache(tmp_path / "occupied")).id == "sample"


def test_a_cache_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "story-a.json").open("wb") as stream:
        stream.truncate(MAX_SIZE + 1)
    assert read_kept(tmp_path / "story-a.json", "a") is None


def test_the_cache_keeps_only_a_few_stories(cache: StoryCache) -> None:
    data = look(SOUND).data
    for number in range(KEPT + 5):
        cache.store(f"{number:032}", data, {"number": number})
        cache.keep_files(cache.folder / str(number), {"a": b"{}"})
    assert len(list(cache.folder.glob("story-*"))) == len(list(cache.folder.glob("files-*"))) == KEPT
    found = cache.load(f"{KEPT + 4:032}")
    assert found is not None
    assert found[1] == {"number": KEPT + 4}


def test_those_who_write_and_read_at_the_same_time_find_it_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "story-a.json"
    contents = [sealed(str(number).encode() * 200_000, "a") for number in range(4)]
    going = [
        threading.Thread(target=lambda one=one: [keep(path, one, 8) for _ in range(25)]) for one in contents
    ]
    for thread in going:
        thread.start()
    found = {read_kept(path, "a") for _ in range(100)}
    for thread in going:
        thread.join()
    assert found <= {*contents, None}
    assert read_kept(path, "a") in contents
    assert list(tmp_path.iterdir()) == [path]


def test_files_whose_stamps_are_known_are_not_read(
    folder: Path, cache: StoryCache, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_story(folder, cache)
    monkeypatch.setattr(loader, "read_files", lambda _folder: pytest.fail("the files were read"))
    assert load_story(folder, cache) == first


def test_known_stamps_without_their_story_lead_back_to_the_files(
    folder: Path, cache: StoryCache, settled: None
) -> None:
    first = load_story(folder, cache)
    kept(cache).unlink()
    assert load_story(folder, cache) == first


def test_a_change_that_keeps_size_and_time_is_seen(folder: Path, cache: StoryCache, settled: None) -> None:
    settle(folder)
    first = load_story(folder, cache)
    (folder / "chapters" / "one.yaml").write_text(SOUND.replace("Moths.", "Maths."))
    settle(folder)
    assert load_story(folder, cache) != first


@pytest.mark.parametrize("change", ["a new file", "a file gone", "a file in the lexicon"])
def test_files_that_come_and_go_are_seen(folder: Path, cache: StoryCache, settled: None, change: str) -> None:
    (folder / "more.yaml").write_text("variables: {}\n")
    (folder / "lexicon").mkdir()
    settle(folder)
    first = load_story(folder, cache)
    match change:
        case "a new file":
            (folder / "chapters" / "two.yaml").write_text("variables: {}\n")
        case "a file gone":
            (folder / "more.yaml").unlink()
        case _:
            (folder / "lexicon" / "words.yaml").write_text("{}\n")
    assert load_story(folder, cache).content_hash != first.content_hash


def test_files_written_just_now_are_read_again_the_next_time(folder: Path, cache: StoryCache) -> None:
    load_story(folder, cache)
    assert list(cache.folder.glob("stamps-*")) == []


def test_stamps_have_settled_when_nothing_in_them_is_new(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamps = stamps_of(folder)
    assert stamps is not None
    newest = max(max(one[1:3]) for one in stamps.values())
    for later, settled in ((-SETTLED, False), (0, False), (SETTLED, False), (SETTLED + 1, True)):
        monkeypatch.setattr("time.time_ns", lambda later=later: newest + later)
        assert have_settled(stamps) == settled


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=8,
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]))


@given(JSON, st.dictionaries(WORDS, st.dictionaries(WORDS, JSON)))
def test_what_is_packed_is_unpacked_the_same(head: Any, sections: dict[str, dict[str, Any]]) -> None:
    content = packed(head, sections)
    found, slices = unpacked(content)
    assert found == head
    assert slices == sections
    assert {name: list(ones) for name, ones in slices.items()} == {
        name: list(ones) for name, ones in sections.items()
    }
    assert packed(found, slices) == content


@given(st.binary(max_size=300))
def test_no_content_of_a_cache_makes_loading_fail(
    tmp_path_factory: pytest.TempPathFactory, body: bytes
) -> None:
    cache = StoryCache(tmp_path_factory.mktemp("cache"))
    (cache.folder / "story-a.json").write_bytes(sealed(body, "a"))
    assert cache.load("a") is None
    stamps = cache.folder / "stamps-a.json"
    stamps.write_bytes(sealed(body, "a"))
    assert cache.content_of(cache.folder, {}) is None
