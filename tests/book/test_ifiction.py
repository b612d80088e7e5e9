"""The record for the field's catalogues."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings

from game import __version__
from game.book.ifiction import ifiction
from game.cli import main
from game.saves.cleaning import clean_line
from tests.book.books import WORDS

if TYPE_CHECKING:
    import pytest

    from game.story.model import Story

NS = "{http://babel.ifarchive.org/protocol/iFiction/}"
TODAY = date(2026, 11, 24)


def test_it_says_what_the_treaty_asks_for(story: Story) -> None:
    told = replace(story, title="A & B", author="", headline="What <it> is")
    root = ET.fromstring(ifiction(told, TODAY))
    assert (root.tag, root.get("version")) == (f"{NS}ifindex", "1.0")
    found = {element.tag.removeprefix(NS): element.text for element in root.iter() if not len(element)}
    assert found == {
        "ifid": story.ifid,
        "format": "executable",
        "title": "A & B",
        "author": "Anonymous",
        "language": "en",
        "headline": "What <it> is",
        "generator": "ruby-sparks",
        "generatorversion": __version__,
        "originated": "2026-11-24",
    }


@given(words=WORDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_is_xml_whatever_a_story_is_called(story: Story, words: str) -> None:
    root = ET.fromstring(ifiction(replace(story, title=words, author=words, headline=words), TODAY))
    title = next(root.iter(f"{NS}title")).text
    said = re.sub("[\ufdd0-\ufdef\ufffe\uffff]", "\N{REPLACEMENT CHARACTER}", clean_line(words, 240))
    assert title == (said or "Untitled")


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["about", "--ifiction"]) == 0
    root = ET.fromstring(capsys.readouterr().out.encode())
    assert next(root.iter(f"{NS}ifid")).text == "ED44CAAF-6220-4844-A79B-B905D3FE8677"
    assert next(root.iter(f"{NS}author")).text == "The Ruby Sparks authors"
