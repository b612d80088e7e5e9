"""Setting a playthrough as a book: turns into paragraphs, paragraphs into rows of styled runs.

Pure. Styles are names; what they look like is the theme's business. Nothing is told by style alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from rich.cells import cell_len, split_graphemes

from game.engine.turn import Choose, Move, Turn, Type
from game.tui.sheet_model import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Kind = Literal[
    "prose", "typed", "interlude", "notice", "chosen", "chapter", "ending", "heading", "account",
    "ledger",
]  # fmt: skip
Span = tuple[int, int]

MEASURE: Final = 66
"""Cells in a line of prose."""
SHEET_COLUMNS: Final = 60
"""Cells in a line of the typewriter."""
INDENT: Final = 3
FIRST_COLUMN: Final = 4
"""Cells of what stands before the entries of a ledger."""
LABEL_COLUMNS: Final = 20
"""Cells for the label of an account, where its entries stand beside it."""
RULE: Final = "┃ "
"""Stands before every line in another hand."""
EDGE: Final = "┊ "
"""Stands before every typed line."""
_PARTED = re.compile(r"\n[ \t]*\n\s*")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a row in one style."""

    text: str
    style: str


Row = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is set as one piece. `glow` are the spans of its text that took, if it was typed.

    An account has a label beside it, and a line of its text for each entry, set in `style`. A ledger is
    such a list under its label, each entry behind what stands before its tab.
    """

    kind: Kind
    text: str
    glow: tuple[Span, ...] = ()
    label: str = ""
    style: str = "account"


def paragraphs_of(
    turn: Turn, before: Turn | None = None, move: Move | None = None, chapter: str | None = None
) -> list[Paragraph]:
    """What a turn adds to the book: what was picked, the heading of a new chapter, passages, an ending."""
    paragraphs: list[Paragraph] = []
    if isinstance(move, Choose) and before is not None:
        picked = next((choice.text for choice in before.choices if choice.id == move.choice), None)
        if picked:
            paragraphs.append(Paragraph("chosen", picked))
    if chapter and before is not None and before.chapter != turn.chapter:
        paragraphs.append(Paragraph("chapter", chapter))
    for passage in turn.passages:
        if passage.kind == "typed":
            if text := passage.text.strip("\n"):
                paragraphs.append(Paragraph("typed", text, _glow(text, move)))
        else:
            parts = (part.strip() for part in _PARTED.split(passage.text))
            paragraphs.extend(Paragraph(passage.kind, part) for part in parts if part)
    if turn.ending is not None:
        paragraphs.append(Paragraph("ending", turn.ending.title))
    return paragraphs


def _glow(text: str, move: Move | None) -> tuple[Span, ...]:
    """What took of a page that has just been pulled; of any other typed words, nothing is known."""
    if not isinstance(move, Type) or text.strip() not in move.text:
        return ()
    shift = move.text.index(text.strip()) - text.index(text.strip())
    spans = ((claim.span[0] - shift, claim.span[1] - shift) for claim in move.claims)
    return tuple(span for span in spans if 0 <= span[0] < span[1] <= len(text))


def rows_of(paragraph: Paragraph, previous: Paragraph | None, width: int) -> list[Row]:
    """The rows of a paragraph that follows another, blank rows before it included, in a given width."""
    width = max(8, width)
    rows: list[Row] = [()] if _parted(previous, paragraph) else []
    text, kind = paragraph.text, paragraph.kind
    match kind:
        case "prose":
            indent = INDENT if previous is not None and previous.kind == "prose" else 0
            rows += _hung(text, width, "prose", " " * indent, "")
        case "typed":
            rows += _typed(paragraph, width)
        case "interlude":
            if rows and previous is not None and previous.kind == "interlude":
                rows = [(Run(RULE, "rule"),)]
            rows += [(Run(RULE, "rule"), *row) for row in _hung(text, width - len(RULE), "interlude", "", "")]
        case "notice":
            rows += _hung(f"[{text}]", width, "notice", "", " ")
        case "chosen":
            rows += _hung(text, width, "chosen", "› ", "  ")
        case "heading":
            rows += _hung(text, width, "heading", "", "")
        case "account":
            rows += _account(paragraph, width)
        case "ledger":
            rows += _ledger(paragraph, width)
        case "chapter":
            rows += [*_centred(text, width, "chapter"), ()]
        case "ending":
            rows += [(), *_centred(f"— {text} —", width, "ending")]
    return rows


def _parted(previous: Paragraph | None, paragraph: Paragraph) -> bool:
    if previous is None:
        return False
    if previous.kind in ("chapter", "heading"):
        return False  # a chapter's heading has its own space below, and the other kind none
    return not (previous.kind == paragraph.kind in ("prose", "notice", "account"))


def _hung(text: str, width: int, style: str, first: str, rest: str) -> list[Row]:
    spans = wrap(text, width - len(rest), len(first) - len(rest))
    return [
        (Run((rest if number else first) + text[start:end].replace("\n", " "), style),)
        for number, (start, end) in enumerate(spans)
    ]


def _account(paragraph: Paragraph, width: int) -> list[Row]:
    """Entries behind their label; in a narrow column, under it."""
    beside = width >= 2 * LABEL_COLUMNS + INDENT
    indent = " " * (LABEL_COLUMNS if beside else INDENT)
    rows: list[Row] = [] if beside else _hung(paragraph.label, width, "label", "", "")
    for entry in paragraph.text.split("\n"):
        rows += _hung(entry, width, paragraph.style, indent, indent + "  ")
    if beside and rows:
        label = paragraph.label.ljust(LABEL_COLUMNS)
        first = rows[0][0]
        rows[0] = (Run(label, "label"), Run(first.text[LABEL_COLUMNS:], first.style))
    return rows


def _ledger(paragraph: Paragraph, width: int) -> list[Row]:
    """A column of short words, and one of entries behind them."""
    before, _, label = paragraph.label.partition("\t")
    rows = _hung(label, width, "label", f"{before:>{FIRST_COLUMN}}  ", " " * (FIRST_COLUMN + 2))
    for line in paragraph.text.split("\n"):
        first, _, entry = line.partition("\t")
        rest = " " * (FIRST_COLUMN + 2)
        hung = _hung(entry, width, paragraph.style, rest, rest)
        lead = Run(f"{first:>{FIRST_COLUMN}}  ", "label")
        rows += [(lead, Run(hung[0][0].text[len(rest) :], paragraph.style)), *hung[1:]]
    return rows


def _centred(text: str, width: int, style: str) -> list[Row]:
    lines = [text[start:end].replace("\n", " ") for start, end in wrap(text, width)]
    return [(Run(" " * ((width - cell_len(line)) // 2) + line, style),) for line in lines]


def _typed(paragraph: Paragraph, width: int) -> list[Row]:
    indent = INDENT if width > 50 else 1
    columns = min(SHEET_COLUMNS, width - indent - len(EDGE) - 1)
    sheet = Sheet(columns, paragraph.text)
    glow = sheet.ranges_of(paragraph.glow)
    rows: list[Row] = []
    for number in range(sheet.row_count):
        runs = list(sheet_runs(sheet, number, glow))
        blank = columns + 1 - sum(cell_len(run.text) for run in runs)
        rows.append((Run(" " * indent, "prose"), Run(EDGE, "edge"), *runs, Run(" " * blank, "typed")))
    return rows


def sheet_runs(sheet: Sheet, number: int, glow: Iterable[Span], lit: Span | None = None) -> Iterator[Run]:
    """A row of a sheet as runs: typed words, those that take, and x for those that are struck out.

    `lit` is a stretch that is pointed out, whatever else it is.
    """
    start, end = sheet.row(number)
    here = [(max(a, start), min(b, end)) for a, b in glow if a < end and b > start]
    width = 0
    text, style = "", "typed"
    for position in range(start, end):
        glyph = sheet.glyphs[position]
        width += glyph.width
        if width > sheet.columns:
            break  # spaces hang over the margin
        if glyph.struck:
            now = "struck"
        elif lit is not None and lit[0] <= position < lit[1]:
            now = "lit"
        elif any(a <= position < b for a, b in here):
            now = "glow"
        else:
            now = "typed"
        if now != style and text:
            yield Run(text, style)
            text = ""
        style = now
        text += "x" * glyph.width if glyph.struck else glyph.text
    if text:
        yield Run(text, style)


def wrap(text: str, width: int, first: int = 0) -> list[Span]:
    """Where each line starts and ends in the text, broken at white space; the first is `first` cells less."""
    lines: list[Span] = []
    width = max(1, width)
    room = max(1, width - max(0, first))
    line: Span | None = None
    used = 0
    for word in _WORD.finditer(text):
        start, end = word.span()
        size = cell_len(word[0])
        if line is not None:
            gap = cell_len(text[line[1] : start].replace("\n", " "))
            if used + gap + size <= room:
                line, used = (line[0], end), used + gap + size
                continue
            lines.append(line)
            room = width
        *full, (start, end, used) = (
            _pieces(word[0], start, room, width) if size > room else [(start, end, size)]
        )
        lines.extend((a, b) for a, b, _ in full)
        line, room = (start, end), width if full else room
    if line is not None:
        lines.append(line)
    return lines or [(0, 0)]


def _pieces(word: str, offset: int, room: int, width: int) -> list[tuple[int, int, int]]:
    """A word longer than its line in pieces: start, end and cells of each. The first has `room` cells."""
    pieces = [(offset, offset, 0)]
    for a, b, cells in split_graphemes(word)[0]:
        start, _, used = pieces[-1]
        if used + cells > room and used:
            pieces.append((offset + a, offset + b, cells))
            room = width
        else:
            pieces[-1] = (start, offset + b, used + cells)
    return pieces


def book_of(opening: Turn, line: Sequence[tuple[Move, Turn]], chapters: dict[str, str]) -> list[Paragraph]:
    """Everything that was shown in a playthrough, in order."""
    book = paragraphs_of(opening)
    before = opening
    for move, turn in line:
        book += paragraphs_of(turn, before, move, chapters.get(turn.chapter))
        before = turn
    return book
