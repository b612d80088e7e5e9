from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from game import __version__
from game.play import about

if TYPE_CHECKING:
    import pytest

    from game.story.model import Story


def test_it_says_what_it_is_and_that_it_is_a_work_of_fans(story: Story) -> None:
    lines = list(about.about_lines(story))
    assert lines[0].startswith(f"{story.title}. Program {__version__}, story ")
    assert about.FANS in lines
    assert "MIT License" in lines
    assert any("WITHOUT WARRANTY OF ANY KIND" in line for line in lines)


def test_every_library_that_is_needed_is_named_with_its_licence() -> None:
    found = {library.name.lower(): library for library in about.libraries()}
    assert {"textual", "rich", "pyyaml", "pydantic", "platformdirs"} <= found.keys()
    for name, library in found.items():
        assert library.version == metadata.version(name)
        assert library.licence
    assert "MIT" in found["textual"].licence
    assert "pytest" not in found, "what only the tests need is not used"


def test_a_library_that_says_nothing_of_its_licence_is_said_to(monkeypatch: pytest.MonkeyPatch) -> None:
    told = metadata.metadata("pyyaml")
    for name in ("License", "License-Expression", "Classifier"):
        del told[name]  # type: ignore[attr-defined]
    assert about._licence(told) == "licence not stated"


def test_without_being_installed_or_a_checkout_the_licence_is_still_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(about.game, "__file__", "/nowhere/game/__init__.py")
    monkeypatch.setattr(about, "DISTRIBUTION", "no-such-thing")
    assert about.licence_paragraphs() == ["MIT License"]
