"""A turn as plain text for the ear: every line makes sense by itself; no colour, no boxes."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from game.play.account import change_words, moment_words, overwritten_words
from game.play.chronicle import people, so_far
from game.saves.outline import move_words, rows
from game.saves.timeline import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.engine.turn import Choice, PageOffer, Passage, Turn
    from game.play.account import PageAccount, Portrait
    from game.play.playthrough import ManuscriptPage, Playthrough
    from game.play.readback import ReadBack
    from game.saves.slots import SlotInfo
    from game.saves.timeline import Timeline

_STRUCK = re.compile(r"~~(.+?)~~", re.DOTALL)


def passages_lines(passages: Sequence[Passage]) -> Iterator[str]:
    """The paragraphs of a turn, a blank line after each, and whose hand it is where that is not plain."""
    speaker = "You:"
    for passage in passages:
        label = {"typed": "Typed: ", "notice": "Note: "}.get(passage.kind, "")
        whose = {"interlude": "Ruby:", "prose": "You:"}.get(passage.kind, speaker)
        if whose != speaker:  # what is typed breaks in on both, and says so itself
            yield from (whose, "")
            speaker = whose
        text = spoken(passage.text) if passage.kind == "typed" else passage.text
        for paragraph in text.split("\n\n"):
            lines = [line for line in paragraph.split("\n") if line.strip()]
            if lines:
                yield label + lines[0]
                yield from (*lines[1:], "")


def choices_lines(choices: Sequence[Choice]) -> Iterator[str]:
    """The menu in one column, numbered from 1; what cannot be picked says why."""
    for number, choice in enumerate(choices, 1):
        why_not = "" if choice.enabled else f" (not to be picked: {choice.forbidden_by or 'not now'})"
        yield f"{number}. {' '.join(choice.text.split())}{why_not}"


def offer_lines(turn: Turn) -> Iterator[str]:
    """What can be done now."""
    if turn.ending is not None:
        yield f"The end: {turn.ending.title}."
        yield "Write book, to keep it as a novel; undo, load NAME, restart or quit."
        return
    if turn.page is not None:
        yield from _sheet_lines(turn, turn.page)
        if turn.choices:
            yield "Or write one of these numbers instead:"
    elif turn.choices:
        yield "Choices:"
    yield from choices_lines(turn.choices)


def _sheet_lines(turn: Turn, page: PageOffer) -> Iterator[str]:
    """What is in the machine, and how to type on it; of a page that is under way, no more is said."""
    last = turn.state.pages[-1] if turn.state.pages else None
    if page.live and last is not None and (last.id, last.scene) == (page.id, turn.scene):
        return
    prompt = " ".join(page.prompt.split())
    yield f"In the typewriter: {prompt}" if prompt else "There is paper in the typewriter."
    if page.instead is not None:
        yield "Type a line."
    elif page.live:
        yield "Type a line. It happens as it ends."
    else:
        yield "Type your page, in plain English. End it with a line holding only a full stop."


def manuscript_lines(accounts: Sequence[PageAccount]) -> Iterator[str]:
    """Every page typed so far, and what came of it."""
    if not accounts:
        yield "Nothing is typed yet."
    for account in accounts:
        page = account.page
        yield f"Page {page.number}{', put in backwards' if page.backwards else ''}:"
        yield from (line for line in spoken(page.text).split("\n") if line.strip())
        yield from account_lines(account)
        yield ""


def account_lines(account: PageAccount) -> Iterator[str]:
    """What came of a page, a line for each kind of thing."""
    for label, entries in (
        ("Took", account.took or ("nothing",)),
        ("Did not take", account.resisted),
        ("Changed", change_words(account, ", then ")),
        ("Since overwritten", overwritten_words(account)),
        ("Not understood", [f"“{words}”" for words in account.unread]),
    ):
        if entries:
            yield f"{label}: {'; '.join(entries)}."
    if account.cost:
        yield f"Cost so far: {' '.join(account.cost)}"


def portrait_lines(found: Portrait) -> Iterator[str]:
    """Ruby at two times: what is gone, what is new, what is as it was."""
    yield f"Ruby {moment_words(found.then)}, and {moment_words(found.now)}."
    if not (found.kept or found.gone or found.new):
        yield "Nothing is written of her."
    for label, some in (("Gone", found.gone), ("New", found.new), ("Still so", found.kept)):
        if some:
            yield f"{label}:"
            yield from (f"{one.gloss} ({f'page {one.page}' if one.page else 'her own'})" for one in some)


def took_line(page: ManuscriptPage) -> str:
    """What took of a page, in its own words."""
    took = [" ".join(spoken(claim.text).split()) for claim in page.claims]
    return "What took: " + "; ".join(took) + "." if took else "Nothing of it took."


def read_back_lines(found: ReadBack, turned: bool) -> Iterator[str]:
    """What is understood of a page that is being typed, and what is not, numbered from 1 throughout."""
    if not found.took:
        yield "Nothing on this sheet is understood, so nothing of it will take."
    else:
        yield f"What is understood of it{', put in the other way round' if turned else ''}:"
    for number, line in enumerate(found.took, 1):
        yield f"{number}. {line.gloss}. From: “{line.words}”"
    if found.unread:
        yield "Not understood:"
    for number, line in enumerate(found.unread, len(found.took) + 1):
        yield f"{number}. “{line.words}”"


def spoken(typed: str) -> str:
    """Typed words with what is struck out said to be so, instead of marked."""
    return _STRUCK.sub(r"(struck out: \1)", typed)


def timeline_lines(timeline: Timeline) -> Iterator[str]:
    """Every move ever made, one a line, and which of them stand."""
    line = {node.number for node in timeline.line}
    if not timeline.nodes:
        yield "No move was made yet."
    for row in rows(timeline):
        if row.number in timeline.nodes:
            node = timeline.nodes[row.number]
            after = "the beginning" if node.parent == ROOT else f"move {node.parent}"
            off = "" if row.number in line else f" (taken back; it came after {after})"
            yield f"Move {row.number}. In {move_words(node.move)}{off}"
        elif timeline.present == ROOT and timeline.nodes:
            yield "You are at the beginning."
        if row.number == timeline.present != ROOT:
            yield "You are here."


def so_far_lines(playthrough: Playthrough) -> Iterator[str]:
    """What has happened, a paragraph a chapter."""
    told = so_far(playthrough)
    if not told:
        yield "Nothing has happened yet that would need to be told."
    for recap in told:
        yield f"{playthrough.story.chapters[recap.chapter].title}: {' '.join(recap.sentences)}"


def people_lines(playthrough: Playthrough) -> Iterator[str]:
    """Who there is, a line for each kind of thing about them."""
    found = people(playthrough)
    if not found:
        yield "There is nobody yet but you."
    for one in found:
        yield f"{one.person.name}: {one.person.about}" if one.person.about else f"{one.person.name}."
        if one.person.knows:
            yield f"Knows: {' '.join(one.person.knows)}"
        if one.written:
            yield f"You wrote: {'; '.join(one.written)}."


def endings_lines(playthrough: Playthrough) -> Iterator[str]:
    """The endings that were found, and of how many."""
    found = playthrough.endings_found
    yield f"You have come to {len(found) or 'none'} of {len(playthrough.story.endings)} endings."
    yield from found


def slots_lines(slots: Sequence[SlotInfo]) -> Iterator[str]:
    """The slots, one a line."""
    if not slots:
        yield "Nothing is saved yet."
    for slot in slots:
        parts = [f"{slot.moves} move{'' if slot.moves == 1 else 's'}"]
        if slot.chapter:
            parts.insert(0, f"chapter {slot.chapter}")
        if slot.created:
            parts.append(f"begun {slot.created[:10]}")
        if slot.words:
            parts.append(f"last page: {slot.words}")
        if slot.problem:
            parts = [slot.problem]
        yield f"{slot.name}: {', '.join(parts)}"


def wrapped(line: str, width: int | None) -> str:
    """The line as it is, or broken at spaces to a width."""
    if width is None or len(line) <= width:
        return line
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
