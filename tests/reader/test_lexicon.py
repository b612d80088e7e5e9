"""The author's words: errors with their place, examples that hold, a cache that may be lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.reader import lexicon
from game.reader.commands import verify
from game.reader.lexicon import LexiconError
from game.reader.reader import Reader
from tests.reader.conftest import LEXICON


def test_every_example_reads_as_its_pattern_says() -> None:
    assert verify(LEXICON) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("aspect: moood\n", "small.yaml:1: there is no aspect 'moood'"),
        (
            "aspect: mood\nvalues:\n  sad:\n    adjectivs: [glum]\n",
            "small.yaml:4: unknown section 'adjectivs'",
        ),
        (
            "aspect: mood\nvalues:\n  sad:\n    patterns:\n      weep: {degree: strong}\n",
            "small.yaml:5: the pattern 'weep' has no example",
        ),
        ("aspect: mood\nvalues: [sad]\n", "small.yaml:2: a mapping was expected"),
        ("aspect: mood\n  values: {\n", "small.yaml:"),
        (
            "aspect: mood\nvalues:\n  sad:\n    patterns:\n      weep: She weeps.\n      weep: Ruby weeps.\n",
            "small.yaml:6: `weep` stands here twice. The first one is in line 5",
        ),
        ("values:\n  sad: {adjectives: glum}\n", "small.yaml:2: the file has not said its aspect"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_mend(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "small.yaml").write_text(text)
    with pytest.raises(LexiconError) as caught:
        Reader.from_folder(tmp_path)
    assert str(caught.value).startswith(message)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no lexicon here"):
        Reader.from_folder(tmp_path)


def test_a_small_lexicon_reads_with_the_grammar(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(
        "aspect: mood\nvalues:\n  sad:\n    adjectives: blorpy\nlists:\n  ties: friend = friend\n"
    )
    with pytest.raises(LexiconError):
        Reader.from_folder(tmp_path / "nowhere")
    reader = Reader.from_folder(tmp_path)
    assert [c.value for c in reader.read("Ruby is blorpy.").claims] == ["sad"]


def test_a_spoilt_cache_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache.bin"
    monkeypatch.setattr(lexicon, "_cache_file", lambda digest: cache)
    first = lexicon.load(LEXICON)
    assert cache.exists()
    assert lexicon.load(LEXICON) == first
    cache.write_bytes(b"\x00" * 16 + b"rubbish")
    assert lexicon.load(LEXICON) == first


def test_no_cache_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "_cache_file", lambda digest: Path("/proc/nowhere/cache.bin"))
    assert lexicon.load(LEXICON)["patterns"]


def test_a_value_that_the_aspect_does_not_have_is_told(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text("aspect: mood\nvalues:\n  gleeful:\n    adjectives: happy\n")
    with pytest.raises(LexiconError, match=r"small\.yaml:4: mood has no value 'gleeful'"):
        Reader.from_folder(tmp_path)
