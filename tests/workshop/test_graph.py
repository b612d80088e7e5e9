from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.story.layout import HEIGHT, WIDTH, laid_out
from game.story.loader import load_story
from game.story.map import Edge, map_of
from game.workshop.drawing import dot, mermaid, page
from game.workshop.report import ReportError, reached_in

if TYPE_CHECKING:
    from game.story.model import Story

HEAD = """
id: small
title: Small & <b>"quoted"</b>
ifid: 00000000-0000-4000-8000-000000000000
version: 1.0.0
start: desk
chapters: [{id: one, title: One}, {id: two, title: "Two </script>"}]
"""
STORY = """
chapter: one
variables: {lamp: {type: bool}}
scenes:
  desk:
    page: who
    choices:
      - {id: light, text: Light, say: It is lit., do: lamp = True}
      - {id: leave, text: Leave, if: lamp, goto: [{if: not lamp, to: desk}, {to: evening}]}
  evening: {deal: {deck: dusk, then: porch}}
  porch: {chapter: two, ending: out}
storylets:
  moths: {deck: dusk, if: lamp, text: Moths., goto: return}
pages:
  who: {prompt: Who?, blank: Nothing., blank_goto: porch, goto: evening}
endings: {out: {title: "Out \\"there\\" & <in>"}}
"""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    (tmp_path / "story.yaml").write_text(HEAD)
    (tmp_path / "one.yaml").write_text(STORY)
    return load_story(tmp_path)


def test_the_map_has_every_way_with_what_it_asks(story: Story) -> None:
    edges = set(map_of(story).edges)
    assert edges == {
        Edge("scene:desk", "scene:desk", "choice", "light"),
        Edge("scene:desk", "scene:desk", "choice", "leave", "lamp and not lamp"),
        Edge("scene:desk", "scene:evening", "choice", "leave", "lamp"),
        Edge("scene:desk", "page:who", "page"),
        Edge("page:who", "scene:evening", "goto"),
        Edge("page:who", "scene:porch", "blank", "left blank"),
        Edge("scene:evening", "deck:dusk", "deal"),
        Edge("deck:dusk", "scene:moths", "deal", condition="lamp"),
        Edge("deck:dusk", "scene:porch", "return", "then"),
        Edge("scene:moths", "scene:moths", "goto"),
        Edge("scene:porch", "ending:out", "goto"),
    }
    assert {node.kind for node in map_of(story).nodes} == {"scene", "storylet", "page", "deck", "ending"}


def test_a_chapter_can_be_drawn_by_itself(story: Story) -> None:
    assert {node.id for node in map_of(story, ["two"]).nodes} == {"scene:porch", "ending:out"}


def test_places_do_not_cover_one_another(story: Story) -> None:
    layout = laid_out(map_of(story), "scene:desk")
    corners = list(layout.places.values())
    for number, (x, y) in enumerate(corners):
        assert 0 <= x <= layout.width - WIDTH
        assert 0 <= y <= layout.height - HEIGHT
        assert all(abs(x - a) >= WIDTH or abs(y - b) >= HEIGHT for a, b in corners[number + 1 :])


def test_mermaid_and_dot_hold_names_as_text(story: Story) -> None:
    drawn = mermaid(map_of(story), story)
    assert drawn.startswith("flowchart TD\n")
    assert '{{"Out #quot;there#quot; #38; #lt;in#gt;"}}' in drawn
    assert 'scene_desk -->|"leave if lamp"| scene_evening' in drawn
    assert '[label="Out \\"there\\" & <in>", shape=doubleoctagon]' in dot(map_of(story), story)


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.linked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.linked += [value or "" for name, value in attrs if name in ("src", "href")]


def test_the_page_needs_nothing_else_and_shows_names_as_text(story: Story) -> None:
    drawn = page(map_of(story), story, {"scene:desk": 3})
    reading = _Reading()
    reading.feed(drawn)
    assert reading.linked == []
    assert reading.tags.count("script") == 1
    assert "b" in reading.tags
    assert "&lt;b&gt;" in drawn
    assert "<in>" not in drawn
    assert not re.search(r"\{\{[A-Z]+\}\}", drawn)
    assert 'class="node scene" data-id="scene:desk"' in drawn
    assert 'class="node ending unseen" data-id="ending:out"' in drawn


def test_a_report_tells_what_was_reached(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"seen": {"scenes": {"desk": 2}, "pages": {}, "endings": {"out": 1}}}))
    assert reached_in(path) == {"scene:desk": 2, "ending:out": 1}
    for junk in ("", "[]", "{}", '{"seen": []}', '{"seen": {"scenes": [], "pages": 1, "endings": {}}}'):
        path.write_text(junk)
        with pytest.raises(ReportError, match=r"report\.json"):
            reached_in(path)


def test_the_shipped_story_can_be_drawn() -> None:
    story = load_story(Path(__file__).parents[2] / "story")
    map_ = map_of(story)
    drawn = page(map_, story)
    assert drawn.count('class="node ') == len(map_.nodes) > 100
    assert drawn.count('class="edge ') == len(map_.edges)
