"""A save in words: what its header says, and its moves as a tree of plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.saves.cleaning import clean, clean_line
from game.saves.entries import FORMAT, Chosen, Continued, Typed
from game.saves.timeline import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.saves.entries import Played
    from game.saves.journal import Journal
    from game.saves.timeline import Timeline

_DEEPEST: Final = 12
"""How deep a branch of a branch of a branch is still drawn further in."""
_WORDS: Final = 56
"""How many characters of a page are shown."""
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?Z")


@dataclass(frozen=True, slots=True)
class Row:
    """A move in the tree as it is drawn: the line that stands flat, what leads off it further in."""

    number: int
    depth: int
    opens: bool
    """Whether a branch begins with it."""


def rows(timeline: Timeline) -> Iterator[Row]:
    """Every move, branches after the move that they lead off from; the beginning comes first."""
    after: dict[int, list[int]] = {}
    for node in timeline.nodes.values():
        after.setdefault(node.parent, []).append(node.number)
    # On the line the next move on it goes on flat; on a branch, the one last stood on.
    onward = timeline.onward()
    onward.pop(timeline.present, None)
    onward |= {node.parent: node.number for node in timeline.line}
    stack = [Row(ROOT, 0, False)]
    while stack:
        row = stack.pop()
        yield row
        next_ = onward.get(row.number)
        if next_ is not None:
            stack.append(Row(next_, row.depth, False))
        branches = [number for number in after.get(row.number, ()) if number != next_]
        stack.extend(Row(number, row.depth + 1, True) for number in reversed(branches))


def tree_lines(journal: Journal, pages: bool = False) -> Iterator[str]:
    """The moves, a line each, numbered as in the file, `*` where it stands; pages in full if asked for."""
    timeline = journal.timeline
    edited = set(journal.edited)
    for row in rows(timeline):
        star = "* " if row.number == timeline.present else "  "
        margin = star + "|  " * (min(row.depth, _DEEPEST) - 1)
        branch = "" if row.depth == 0 else "+- " if row.opens else "|  "
        if row.number == ROOT:
            yield f"{margin}{branch}0 the beginning"
            continue
        move = timeline.nodes[row.number].move
        by_hand = " (edited by hand)" if row.number in edited else ""
        yield f"{margin}{branch}{row.number} {move_words(move, full=pages)}{by_hand}"
        if pages and isinstance(move, Typed):
            inner = f"  {margin[2:]}{'|  ' if branch else ''}    > "
            yield from (f"{inner}{line}".rstrip() for line in clean(move.text).split("\n"))


def move_words(move: Played, full: bool = False) -> str:
    """A move in a line: its scene, and the choice, or the first words of the page (none with `full`)."""
    scene = clean_line(move.scene)
    if isinstance(move, Chosen):
        return f"{scene}: {clean_line(move.choice)}"
    words = clean_line(move.text, _WORDS)
    backwards = ", backwards" if move.backwards else ""
    blank = not words
    told = ", left blank" if blank else "" if full else f", “{words}”"
    return f"{scene}: page {clean_line(move.page)}{backwards}{told}"


def header_lines(journal: Journal) -> Iterator[str]:
    """What a save is, in sentences."""
    header = journal.header
    created = _MOMENT.fullmatch(header.created)
    begun = f"{created[1]} {created[2]} UTC" if created else clean_line(header.created, 30)
    yield (
        f"A playthrough of “{clean_line(header.story, 40)}”, version {clean_line(header.story_version, 20)}, "
        f"begun {begun} from the seed {header.seed}."
    )
    older = f" (this version of the game writes {FORMAT})" if header.format < FORMAT else ""
    yield f"Format {header.format}{older}, begun with version {clean_line(header.engine, 20)} of the game."
    for number, sealed in enumerate(journal.sealed, 1):
        if isinstance(sealed.entry, Continued):
            version = clean_line(sealed.entry.story_version, 20)
            yield f"From entry {number} on, it is version {version} of the story that is played."
    timeline = journal.timeline
    made, stand = len(timeline.nodes), len(timeline.line)
    pages = sum(isinstance(node.move, Typed) and bool(node.move.text.strip()) for node in timeline.line)
    aside = f"; {made - stand} more {_are(made - stand)} off that line" if made > stand else ""
    yield f"{_moves(stand)} {_are(stand)} on the line that stands, {_pages(pages)} among them{aside}."


def described(journal: Journal) -> dict[str, object]:
    """A save as plain data, for programs. Words are as they are in the file: clean them before showing."""
    timeline = journal.timeline
    line = {node.number for node in timeline.line}
    edited = set(journal.edited)
    made_with = journal.made_with()
    return {
        "header": journal.header.fields(),
        "story_version": journal.story_version,
        "stands": timeline.present,
        "moves": [
            {
                "n": node.number,
                "after": node.parent,
                "stands": node.number in line,
                "edited": node.number in edited,
                "story_version": made_with[node.number][0],
                **node.move.fields(),
            }
            for node in timeline.nodes.values()
        ],
    }


def _moves(count: int) -> str:
    return f"{count} move{'' if count == 1 else 's'}"


def _pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}" if count else "no page"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
