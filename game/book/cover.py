"""The cover of the e-book: the title on a sheet of paper, in the machine. Made of the title, as SVG."""

from __future__ import annotations

import unicodedata
from typing import Final

from game.book.quoting import quoted

_WIDTH: Final = 1600
_HEIGHT: Final = 2400
_PAPER: Final = 1120
"""The width of the sheet."""
_TOP: Final = 620
_BOTTOM: Final = 1740
"""The title stands between these."""
_LARGEST: Final = 170
_LEADING: Final = 1.35
_ADVANCE: Final = 0.6
"""Of a typewriter's type, the width of a character by its height."""
_LINE: Final = 12
"""About as many characters in a line of the title."""
_MOST: Final = 8
"""No more lines than that."""
_TYPE: Final = "'Courier Prime', 'Courier New', Courier, 'Nimbus Mono PS', monospace"


def cover(title: str, author: str) -> str:
    """The cover as a file of SVG."""
    lines = _lines(title)
    widest = max(map(_cells, lines))
    size = min(_LARGEST, (_PAPER - 160) / (_ADVANCE * widest), (_BOTTOM - _TOP) / (_LEADING * len(lines)))
    left = (_WIDTH - _PAPER) / 2
    typed = "\n".join(
        f'<text x="{left + 80:g}" y="{_TOP + number * size * _LEADING + size:.0f}">{quoted(line)}</text>'
        for number, line in enumerate(lines)
    )
    by = _author(author) if author else ""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}">
<title>{quoted(title)}</title>
<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#9b1130"/>
<rect x="{left:g}" y="260" width="{_PAPER}" height="1600" fill="#fbf7ec"/>
<g font-family="{_TYPE}" font-size="{size:.1f}" fill="#221f1b" style="font-variant-ligatures: none">
{typed}
</g>
<rect x="0" y="1760" width="{_WIDTH}" height="150" fill="#221f1b"/>
<rect x="0" y="1760" width="{_WIDTH}" height="16" fill="#3b352e"/>
<rect x="{left - 150:g}" y="1790" width="90" height="90" rx="14" fill="#3b352e"/>
<rect x="{left + _PAPER + 60:g}" y="1790" width="90" height="90" rx="14" fill="#3b352e"/>
{by}
</svg>
"""


def _author(author: str) -> str:
    size = min(78.0, (_WIDTH - 240) / (0.62 * _cells(author)))
    return (
        f'<text x="{_WIDTH // 2}" y="2150" text-anchor="middle" font-family="Georgia, serif" '
        f'font-size="{size:.1f}" fill="#fbf7ec">{quoted(author)}</text>'
    )


def _lines(title: str) -> list[str]:
    """The title in lines of whole words, as even as they come."""
    most = max(_LINE, -(-_cells(title) // _MOST))
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _cells(longer) > most:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _cells(text: str) -> int:
    """How many characters wide it is; at least one."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return max(1, len(text) + wide)
