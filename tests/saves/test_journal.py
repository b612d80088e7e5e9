from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.saves.cleaning import clean
from game.saves.entries import FORMAT, Chosen, Continued, Entry, Header, Jumped, Mark, Typed, Undone
from game.saves.errors import NewerFormatError, SaveError
from game.saves.journal import Journal, recover

HEADER = Header("small", "1.0.0", "abc123", "0.1.0", 7, "2026-06-02T10:00:00Z")
IDS = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
DIGESTS = st.from_regex(r"[0-9a-f]{10}", fullmatch=True)
MARKS = st.none() | st.builds(Mark, IDS, st.text(max_size=30), DIGESTS, DIGESTS)
ENTRIES = st.one_of(
    st.builds(Chosen, IDS, IDS, MARKS),
    st.builds(Typed, IDS, IDS, st.text(max_size=200), st.booleans(), MARKS),
    st.builds(Undone, IDS, st.integers(1, 5)),
    st.builds(Jumped, IDS, st.integers(0, 9)),
    st.builds(Continued, IDS, st.just("1.1.0"), st.just("def456"), st.just("0.2.0")),
)


def journal_of(*entries: Entry) -> Journal:
    journal = Journal(HEADER)
    for entry in entries:
        journal.append(entry)
    return journal


EXAMPLE = (
    Chosen("desk", "look"),
    Typed("sheet-in", "who", "Ruby keeps bees.\n\n---\ncheck: 0000000000\n", False),
    Undone("garden", 1),
    Typed("sheet-in", "who", "\u05e9\u05dc\u05d5\u05dd \x1b[2J \U0001f41d", True),
)


@given(st.lists(ENTRIES, max_size=12))
def test_any_journal_reads_back_as_it_was_written(entries: list[Entry]) -> None:
    found = recover(bytes(journal_of(*entries).content))
    assert found.damage is None
    assert found.journal.header == HEADER
    read = [sealed.entry for sealed in found.journal.sealed]
    assert read == entries
    assert [getattr(one, "mark", None) for one in read] == [getattr(one, "mark", None) for one in entries]
    assert found.journal.edited == []


def test_a_journal_goes_on_after_reading_as_though_it_never_stopped() -> None:
    whole = journal_of(*EXAMPLE)
    resumed = recover(bytes(journal_of(*EXAMPLE[:2]).content)).journal
    for entry in EXAMPLE[2:]:
        resumed.append(entry)
    assert resumed.content == whole.content


def test_cut_at_any_byte_a_journal_keeps_every_whole_move_before_the_cut() -> None:
    whole = bytes(journal_of(*EXAMPLE).content)
    ends = [len(journal_of(*EXAMPLE[:count]).content) for count in range(len(EXAMPLE) + 1)]
    for cut in range(ends[0], len(whole) + 1):
        found = recover(whole[:cut])
        kept = [sealed.entry for sealed in found.journal.sealed]
        # The line end after the last check is no part of the move.
        answered = sum(end <= cut for end in ends[1:])
        assert kept in (list(EXAMPLE[:answered]), list(EXAMPLE[: answered + 1]))
        assert len(kept) == answered or whole[cut : cut + 1] in (b"\n", b'"')
        assert found.journal.edited == []
        assert (found.damage is None) == (not whole[found.sound : cut].strip(b"-\n"))


def test_cut_within_the_header_there_is_nothing_to_go_by_or_all_of_it() -> None:
    whole = bytes(Journal(HEADER).content)
    for cut in range(len(whole) - 1):
        try:
            found = recover(whole[:cut])
        except SaveError:
            continue
        # A scalar that was cut short is still a scalar: the checks of the moves then do not fit.
        assert found.journal.sealed == []


def test_a_move_edited_by_hand_is_honoured_and_marked() -> None:
    text = journal_of(*EXAMPLE).content.decode().replace("choose: look", "choose: leave")
    found = recover(text.encode())
    assert found.journal.sealed[0].entry == Chosen("desk", "leave")
    assert found.journal.edited == [1]
    assert found.damage is None


def test_a_move_written_in_by_hand_without_a_check_is_honoured_and_marked() -> None:
    first, *rest = re.split(r"(?m)^---\n", journal_of(*EXAMPLE).content.decode())
    text = "---\n".join([first, "scene: desk\nchoose: sit\n", *rest])
    found = recover(text.encode())
    assert found.journal.sealed[0].entry == Chosen("desk", "sit")
    assert 1 in found.journal.edited
    assert len(found.journal.sealed) == 5


def test_before_damage_a_move_without_a_check_is_not_sound() -> None:
    first, *rest = re.split(r"(?m)^---\n", journal_of(*EXAMPLE[:1]).content.decode())
    text = "---\n".join([first, *rest, "scene: desk\nchoose: sit\n", "[junk"])
    found = recover(text.encode())
    assert [sealed.entry for sealed in found.journal.sealed] == [EXAMPLE[0]]
    assert found.damage is not None
    assert "has no check" in found.damage
    assert recover(bytes(found.journal.content)).damage is None


def test_a_changed_header_shows_in_the_first_check() -> None:
    text = journal_of(*EXAMPLE).content.decode().replace("seed: 7", "seed: 8")
    assert recover(text.encode()).journal.edited == [1]


def test_windows_line_ends_and_a_missing_last_one_do_no_harm() -> None:
    text = journal_of(*EXAMPLE[:1]).content.decode()
    found = recover(text.replace("\n", "\r\n").encode())
    assert (found.damage, found.journal.edited) == (None, [])
    resumed = recover(text.rstrip("\n").encode()).journal
    resumed.append(EXAMPLE[2])
    assert [s.entry for s in recover(bytes(resumed.content)).journal.sealed] == [EXAMPLE[0], EXAMPLE[2]]


def test_damage_in_the_middle_keeps_what_is_before_it() -> None:
    content = bytes(journal_of(*EXAMPLE).content)
    at = content.index(b"undo: 1")
    found = recover(content[:at] + b"\xff\xfe" + content[at:])
    assert len(found.journal.sealed) == 2
    assert found.damage is not None
    assert content.startswith(bytes(found.journal.content))


def test_a_newer_format_is_refused_with_a_sentence() -> None:
    text = Journal(HEADER).content.decode().replace("format: 2", "format: 3")
    with pytest.raises(NewerFormatError, match="newer version"):
        recover(text.encode())


def test_fields_of_a_later_version_in_the_same_format_do_no_harm() -> None:
    text = journal_of(*EXAMPLE).content.decode().replace("choose: look", "choose: look\nplayed: 12.5")
    assert recover(text.encode()).journal.edited == []


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"# only a remark\n", b"format: x\n", b"seed: 1\n", b"\x00" * 100]
)
def test_without_a_header_nothing_can_be_read(data: bytes) -> None:
    with pytest.raises(SaveError):
        recover(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_journal_or_refused(data: bytes) -> None:
    with contextlib.suppress(SaveError):
        recover(data)


@given(st.integers(0, 500), st.binary(min_size=1, max_size=8))
def test_any_bytes_in_the_midst_of_a_journal_never_fail_otherwise(at: int, junk: bytes) -> None:
    content = bytes(journal_of(*EXAMPLE).content)
    try:
        found = recover(content[:at] + junk + content[at + len(junk) :])
    except SaveError:
        return
    assert found.sound <= len(content) + len(junk)


def test_a_journal_is_a_yaml_stream_that_anything_can_read() -> None:
    documents = list(yaml.safe_load_all(journal_of(*EXAMPLE).content.decode()))
    assert documents[0]["format"] == 2
    assert documents[0]["seed"] == 7
    assert [document["n"] for document in documents[1:]] == [1, 2, 3, 4]
    assert documents[4]["type"] == EXAMPLE[3].text  # type: ignore[union-attr]
    assert documents[4]["backwards"] is True


def test_a_journal_of_an_older_format_goes_on_in_the_present_one() -> None:
    old = Journal(replace(HEADER, format=1))
    old._seal(EXAMPLE[0])
    found = recover(bytes(old.content)).journal
    assert found.header.format == 1
    found.append(EXAMPLE[1])
    again = recover(bytes(found.content)).journal
    assert again.header == HEADER
    assert [sealed.entry for sealed in again.sealed] == list(EXAMPLE[:2])
    assert again.edited == []


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_leaves_nothing_to_obey(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert all(character == "\n" or character >= " " for character in cleaned)
    assert not any(character in "\x7f\x85\x9b\u202e\u2066\u2028" for character in cleaned)


def test_the_example_of_the_readme_is_a_sound_save() -> None:
    readme = (Path(__file__).parents[2] / "saves" / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    found = recover(example.encode())
    assert (found.damage, found.journal.edited) == (None, [])
    assert found.journal.header.format == FORMAT
    assert f"## Format {FORMAT}" in readme
    keys = {key for sealed in found.journal.sealed for key in sealed.entry.fields()}
    assert all(f"`{key}`" in readme for key in keys | found.journal.header.fields().keys())
