"""The map of the road as SVG: a row for each chapter, read like the lines of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.book.quoting import printed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.book.road import Road

WIDTH: Final = 680
_MARGIN: Final = 14.0
_STEP: Final = 6.0
"""Between two rows of a chapter's places."""
_HEAD: Final = 34.0
"""For a chapter's title."""
_LEAST: Final = 10.0
_GAP: Final = 12.0
_PLACE: Final = 2.2
_ENDING: Final = 4.2

_TYPE: Final = 16
_RUBY: Final = "#b3304c"
_FAINT: Final = "#8a8178"
# What a reader shows that leaves the style sheet out of pictures; with it, these colours are the page's.
_PLAIN: Final = {
    "place": f'fill="{_FAINT}"',
    "ending": f'fill="none" stroke="{_FAINT}"',
    "place seen": f'fill="{_RUBY}"',
    "ending seen": f'fill="{_RUBY}"',
}

Point = tuple[float, float]


def road_svg(road: Road, ending: str) -> str:
    """The map as an element that stands by itself; its classes are coloured by the page that it is in.

    Of scenes it tells only where they are, of chapters the title, of endings the one that was come to.
    """
    points, heads, height = _laid_out(road)
    seen = sum(stretch.seen for stretch in road.stretches)
    scenes = sum(stretch.scenes for stretch in road.stretches)
    came = f", to the ending {ending}" if ending else ""
    told = quoted(f"The road through {seen} of {scenes} scenes{came}.")
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 {WIDTH} {height:g}" '
            f'role="img" aria-label="{told}">',
            *_drawn_heads(heads),
            f'<path class="ways" fill="none" stroke="{_FAINT}" stroke-width=".4" d="{_ways(road, points)}"/>',
            f'<path class="taken" fill="none" stroke="{_RUBY}" stroke-width="1.7" '
            f'd="{_taken(road, points)}"/>',
            f'<path class="back" fill="none" stroke="{_RUBY}" stroke-width=".9" stroke-dasharray="2 3" '
            f'd="{_back(road, points, heads)}"/>',
            *_drawn_places(road, points, ending),
            "</svg>",
        ]
    )


def _laid_out(road: Road) -> tuple[dict[str, Point], list[tuple[float, str]], float]:
    """Where each place is, where each chapter's title, and how high it all is."""
    points: dict[str, Point] = {}
    heads: list[tuple[float, str]] = []
    top = 0.0
    for stretch in road.stretches:
        heads.append((top + _HEAD - 14, stretch.title))
        top += _HEAD
        for place, (along, row) in stretch.places.items():
            points[place] = (_MARGIN + along * (WIDTH - 2 * _MARGIN), top + row * _STEP)
        top += max(_LEAST, stretch.rows * _STEP) + _GAP
    return points, heads, top


def _drawn_heads(heads: Iterable[tuple[float, str]]) -> Iterator[str]:
    for y, title in heads:
        yield (
            f'<text class="name" x="{_MARGIN - 4:g}" y="{y:g}" font-size="{_TYPE}" fill="{_FAINT}">'
            f"{printed(title)}</text>"
        )


def _ways(road: Road, points: dict[str, Point]) -> str:
    return "".join(_curve(points[a], points[b]) for stretch in road.stretches for a, b in stretch.ways)


def _taken(road: Road, points: dict[str, Point]) -> str:
    """Each step within a chapter once, however often it was taken."""
    own = _rows(road)
    return "".join(
        _curve(points[a], points[b])
        for a, b in dict.fromkeys(road.steps)
        if a in own and b in own and own[a] == own[b]
    )


def _back(road: Road, points: dict[str, Point], heads: Sequence[tuple[float, str]]) -> str:
    """Each step to another chapter: over its title, as the carriage goes back for the next line."""
    own = _rows(road)
    return "".join(
        _carriage(points[a], points[b], heads[own[b]][0] - _HEAD / 2)
        for a, b in dict.fromkeys(road.steps)
        if a in own and b in own and own[a] != own[b]
    )


def _rows(road: Road) -> dict[str, int]:
    """The number of the chapter of each place."""
    return {place: number for number, stretch in enumerate(road.stretches) for place in stretch.places}


def _curve(a: Point, b: Point) -> str:
    bend = (b[0] - a[0]) / 2
    if abs(bend) < 1:  # one above the other
        return f"M{a[0]:.1f} {a[1]:.1f}q14 {(b[1] - a[1]) / 2:.1f} {b[0] - a[0]:.1f} {b[1] - a[1]:.1f}"
    return (
        f"M{a[0]:.1f} {a[1]:.1f}C{a[0] + bend:.1f} {a[1]:.1f} {b[0] - bend:.1f} {b[1]:.1f} "
        f"{b[0]:.1f} {b[1]:.1f}"
    )


def _carriage(a: Point, b: Point, between: float) -> str:
    """From one place to another by way of a height between their rows."""
    turn = 7 if between > a[1] else -7
    left, right = b[0] - 8, a[0] + 8
    return (
        f"M{a[0]:.1f} {a[1]:.1f}Q{right:.1f} {a[1]:.1f} {right:.1f} {a[1] + turn:.1f}"
        f"V{between - turn:.1f}Q{right:.1f} {between:.1f} {a[0]:.1f} {between:.1f}"
        f"H{b[0]:.1f}Q{left:.1f} {between:.1f} {left:.1f} {between + 7:.1f}"
        f"V{b[1] - 7:.1f}Q{left:.1f} {b[1]:.1f} {b[0]:.1f} {b[1]:.1f}"
    )


def _drawn_places(road: Road, points: dict[str, Point], ending: str) -> Iterator[str]:
    kinds: dict[str, list[str]] = {kind: [] for kind in _PLAIN}
    for place in points:
        kind = "ending" if place in road.endings else "place"
        kinds[f"{kind} seen" if place in road.visited else kind].append(place)
    for kind, places in kinds.items():
        radius = _ENDING if kind.startswith("ending") else _PLACE
        yield f'<g class="{kind}" {_PLAIN[kind]}>'
        for x, y in (points[place] for place in places):
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"/>'
        yield "</g>"
    for place in kinds["ending seen"] if ending else ():
        x, y = points[place]
        anchor = "end" if x > WIDTH / 2 else "start"
        yield (
            f'<text class="name came" x="{x:.1f}" y="{y - 9:.1f}" text-anchor="{anchor}" '
            f'font-size="{_TYPE}" fill="{_RUBY}">{printed(ending)}</text>'
        )
