from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from game.saves.emission import document
from game.saves.parsing import DOCUMENT_LIMIT, DocumentError, parse

AWKWARD = (
    "", " ", "\n", "\n\n\na", "  indented first\nthen not", "trailing \n\n\n", "a\n \nb", "---\n...",
    "# no comment", "key: value", "- item", "yes", "null", "1e5", "0x1F", "2026-06-02",
    "'quoted' \"twice\" \\", "\ttab\t",
    "\x00\x1b[2J\x7f\x85", "\u2028\u2029\ufeff\ufffe\uffff",
    "e\u0301 \U0001f9d1\u200d\U0001f9b0 \u05e9\u05dc\u05d5\u05dd",
    "%TAG !", "&a *a !!str", "|2-", "{x|y}", "~~struck~~", "a   \nb   ",
)  # fmt: skip


@given(st.text())
@example("\n ")
@example("a\n\n")
def test_any_text_comes_back_to_the_letter(text: str) -> None:
    assert parse(document({"n": 1, "scene": text, "type": text}).encode())["type"] == text
    assert parse(document({"n": 1, "scene": text, "type": text}).encode())["scene"] == text


@pytest.mark.parametrize("text", AWKWARD)
def test_other_readers_of_yaml_get_the_same_text(text: str) -> None:
    written = document({"type": text, "scene": text})
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(written, Loader=loader) == {"type": text, "scene": text}


@given(st.text(alphabet=st.sampled_from("ab \n\t:#-'\"|>{}[]&*!%@`~"), max_size=30))
def test_text_of_nothing_but_yaml_signs_comes_back_in_other_readers(text: str) -> None:
    assert yaml.safe_load(document({"type": text}))["type"] == text


def test_what_was_typed_stands_in_the_file_as_it_was_typed() -> None:
    assert document({"n": 3, "type": "Ruby keeps bees.\n\nOn the roof."}) == (
        "n: 3\ntype: |-\n  Ruby keeps bees.\n\n  On the roof.\n"
    )


def test_nothing_typed_can_end_a_document() -> None:
    written = document({"type": "a\n---\nn: 9\n...\nb"})
    assert not any(line.startswith(("---", "...")) for line in written.splitlines())


def test_words_that_yaml_takes_for_something_else_are_quoted() -> None:
    for word in ("no", "yes", "null", "on", "2026-06-02", "12e4", "True"):
        assert yaml.safe_load(document({"scene": word}))["scene"] == word


@pytest.mark.parametrize(
    "hostile",
    [
        "a: &x 1\nb: *x",
        "a: !!python/object/apply:os.system ['true']",
        "!!map {a: 1}",
        "a: 1\na: 2",
        "a: {b: 1}",
        "a: [1]",
        "<<: {a: 1}",
        "%YAML 1.1\n---\na: 1",
        "a: 1\n...\nb: 2",
        "just words",
        "",
        "# nothing",
        "a: 'open",
        "[" * 10_000,
        "{a: " * 5_000,
        "\n".join(f"k{n}: 1" for n in range(1000)),
        "a: \x07",
    ],
)
def test_anything_but_a_flat_mapping_is_refused(hostile: str) -> None:
    with pytest.raises(DocumentError):
        parse(hostile.encode())


def test_a_document_beyond_the_limit_is_refused_unread() -> None:
    with pytest.raises(DocumentError, match="longer than"):
        parse(b"a: " + b"x" * DOCUMENT_LIMIT)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_mapping_or_refused(data: bytes) -> None:
    try:
        fields = parse(data)
    except DocumentError:
        return
    assert all(isinstance(key, str) and isinstance(value, str) for key, value in fields.items())
