"""A map as Mermaid, as DOT, or as one HTML page that can be moved about in."""

from __future__ import annotations

import html
import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from game.story.layout import HEIGHT, WIDTH, Layout, laid_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.story.map import Edge, Map, Node
    from game.story.model import Story


_MERMAID: Final = {
    "scene": ("[", "]"), "storylet": ("([", "])"), "page": ("[/", "/]"), "ending": ("{{", "}}"),
    "deck": ("[(", ")]"),
}  # fmt: skip
_DOT: Final = {
    "scene": "box", "storylet": "box", "page": "note", "ending": "doubleoctagon", "deck": "cylinder",
}  # fmt: skip


def mermaid(map_: Map, story: Story) -> str:
    """A Mermaid flowchart, a subgraph a chapter."""
    lines = ["flowchart TD"]
    for chapter, nodes in _by_chapter(map_, story):
        indent = "  "
        if chapter:
            lines.append(f'  subgraph chapter_{_plain(chapter)}["{_quoted(_title(story, chapter))}"]')
            indent = "    "
        for node in nodes:
            opening, closing = _MERMAID[node.kind]
            lines.append(f'{indent}{_plain(node.id)}{opening}"{_quoted(node.name)}"{closing}')
        if chapter:
            lines.append("  end")
    for edge in map_.edges:
        label = _label(edge)
        arrow = f'-->|"{_quoted(label)}"|' if label else "-->"
        lines.append(f"  {_plain(edge.source)} {arrow} {_plain(edge.target)}")
    return "\n".join(lines) + "\n"


def dot(map_: Map, story: Story) -> str:
    """A graph for Graphviz, a cluster a chapter."""
    lines = ["digraph story {", "  rankdir=TB; node [fontname=serif];"]
    for chapter, nodes in _by_chapter(map_, story):
        if chapter:
            lines.append(
                f"  subgraph cluster_{_plain(chapter)} {{ label={json.dumps(_title(story, chapter))};"
            )
        for node in nodes:
            style = ', style="rounded"' if node.kind == "storylet" else ""
            name = json.dumps(node.name)
            lines.append(f"    {json.dumps(node.id)} [label={name}, shape={_DOT[node.kind]}{style}];")
        if chapter:
            lines.append("  }")
    for edge in map_.edges:
        label = f" [label={json.dumps(_label(edge))}]" if _label(edge) else ""
        lines.append(f"  {json.dumps(edge.source)} -> {json.dumps(edge.target)}{label};")
    return "\n".join([*lines, "}"]) + "\n"


def page(map_: Map, story: Story, seen: Mapping[str, int] | None = None) -> str:
    """One page with the map drawn on it: no network, no other file. With `seen`, coloured by it."""
    layout = laid_out(map_, f"scene:{story.start}")
    template = (files("game.workshop") / "map.html").read_text(encoding="utf-8")
    chapters = [{"id": one.id, "title": one.title} for one in story.chapters.values()]
    filled = {
        "TITLE": html.escape(story.title),
        "VIEWBOX": f"0 0 {layout.width} {layout.height}",
        "EDGES": "\n".join(_drawn_edge(edge, layout) for edge in map_.edges),
        "NODES": "\n".join(_drawn_node(node, layout, seen) for node in map_.nodes),
        "CHAPTERS": json.dumps(chapters).replace("<", "\\u003c"),
        "LEGEND": "Pale: reached by no playthrough of the report." if seen is not None else "",
    }
    return re.sub(r"\{\{([A-Z]+)\}\}", lambda match: filled[match[1]], template)


def _drawn_node(node: Node, layout: Layout, seen: Mapping[str, int] | None) -> str:
    x, y = layout.places[node.id]
    times = None if seen is None else seen.get(node.id, 0)
    classes = f"node {node.kind}" + (" unseen" if times == 0 else "")
    told = node.name if times is None else f"{node.name} ({times})"
    corner = {"storylet": 15, "ending": 4}.get(node.kind, 2)
    return (
        f'<g class="{classes}" data-id="{html.escape(node.id)}" data-chapter="{html.escape(node.chapter)}" '
        f'transform="translate({x} {y})"><title>{html.escape(f"{node.kind} {told}")}</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="{corner}"/>'
        f'<text x="{WIDTH / 2:g}" y="{HEIGHT / 2 + 4:g}">{html.escape(_short(told))}</text></g>'
    )


def _drawn_edge(edge: Edge, layout: Layout) -> str:
    (x1, y1), (x2, y2) = layout.places[edge.source], layout.places[edge.target]
    start, end = (x1 + WIDTH / 2, y1 + HEIGHT), (x2 + WIDTH / 2, y2)
    if edge.source == edge.target:
        path = f"M{x1 + WIDTH:g} {y1 + 8:g} c 26 -8 26 22 0 14"
    elif y2 > y1:
        bend = max(20.0, (end[1] - start[1]) / 2)
        path = (
            f"M{start[0]:g} {start[1]:g} C {start[0]:g} {start[1] + bend:g} "
            f"{end[0]:g} {end[1] - bend:g} {end[0]:g} {end[1]:g}"
        )
    else:
        side = max(x1, x2) + WIDTH + 40
        path = (
            f"M{x1 + WIDTH:g} {y1 + HEIGHT / 2:g} C {side:g} {y1:g} {side:g} {y2:g} "
            f"{x2 + WIDTH:g} {y2 + HEIGHT / 2:g}"
        )
    return (
        f'<path class="edge {edge.kind}" data-from="{html.escape(edge.source)}" '
        f'data-to="{html.escape(edge.target)}" d="{path}"><title>{html.escape(_label(edge))}</title></path>'
    )


def _by_chapter(map_: Map, story: Story) -> Iterator[tuple[str, list[Node]]]:
    for chapter in (*story.chapters, ""):
        nodes = [node for node in map_.nodes if node.chapter == chapter]
        if nodes:
            yield chapter, nodes


def _title(story: Story, chapter: str) -> str:
    return story.chapters[chapter].title


def _label(edge: Edge) -> str:
    condition = f"if {' '.join(edge.condition.split())}" if edge.condition else ""
    return " ".join(part for part in (edge.label, condition) if part)[:120]


def _short(text: str) -> str:
    longest = WIDTH // 7
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _plain(id_: str) -> str:
    return re.sub(r"\W", "_", id_)


def _quoted(text: str) -> str:
    """As Mermaid takes it within quotation marks."""
    return text.replace("&", "#38;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
