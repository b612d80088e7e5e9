"""A reader that is loaded when there is something to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.reader import lexicon
from game.reader.deferred import DeferredReader
from game.reader.lexicon import LexiconError
from game.reader.reader import Reader

LEXICON = Path(__file__).parents[2] / "story" / "lexicon"
PAGE = "Ruby keeps bees on the roof. She is never sad."


def test_it_reads_as_the_reader_does() -> None:
    assert DeferredReader.from_folder(LEXICON).read(PAGE) == Reader.from_folder(LEXICON).read(PAGE)


def test_nothing_is_loaded_before_the_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon.load(LEXICON)
    loads: list[Path] = []

    def loading(folder: Path) -> Reader:
        loads.append(folder)
        return Reader(lexicon.load(folder))

    monkeypatch.setattr(Reader, "from_folder", loading)
    deferred = DeferredReader.from_folder(LEXICON)
    assert loads == []
    deferred.read("")
    deferred.read(PAGE)
    assert loads == [LEXICON]


def test_a_lexicon_that_cannot_be_used_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "mood.yaml").write_text("aspect: [", encoding="utf-8")
    with pytest.raises(LexiconError):
        DeferredReader.from_folder(tmp_path)


def test_a_folder_without_a_lexicon_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no lexicon here"):
        DeferredReader.from_folder(tmp_path)
