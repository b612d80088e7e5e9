"""What the pages did, in plain words: an account of each, and Ruby at two times side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.engine.ledger import page_records, then_and_now
from game.play.readback import unread_words
from game.reader.claims import Claim
from game.reader.gloss import gloss
from game.saves.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.engine.ledger import Change, Line, PageRecord
    from game.engine.state import CanonEntry, State
    from game.play.playthrough import ManuscriptPage, Playthrough


@dataclass(frozen=True, slots=True)
class Turned:
    """What she was in one respect, and what she is; '' for nothing in particular."""

    then: str
    now: str


@dataclass(frozen=True, slots=True)
class From:
    """Something understood, and a page that has to do with it."""

    gloss: str
    page: int
    said_again: bool = False
    """Whether that page only said it again."""


@dataclass(frozen=True, slots=True)
class PageAccount:
    """A page of the manuscript, and all that came of it."""

    page: ManuscriptPage
    took: tuple[str, ...]
    resisted: tuple[str, ...]
    """What was understood and did not take, for it was hers."""
    changed: tuple[Turned, ...]
    ended: tuple[From, ...]
    """What it put an end to, each with the page that had said it."""
    cost: tuple[str, ...]
    """What it cost so far, in sentences."""
    overwritten: tuple[From, ...]
    """What no longer stands of it, each with the page that did that."""
    unread: tuple[str, ...]
    """Words that were not understood."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """Ruby after two pages, 0 being before the first. Of what is her own, nobody's page is given as 0."""

    then: int
    now: int
    kept: tuple[From, ...]
    gone: tuple[From, ...]
    new: tuple[From, ...]


def page_accounts(playthrough: Playthrough) -> tuple[PageAccount, ...]:
    """What each page did, as the playthrough stands."""
    pages = {page.number: page for page in playthrough.pages}
    records = page_records(playthrough.story, playthrough.states)
    return tuple(
        _account(record, pages[record.page.number], playthrough)
        for record in records
        if record.page.number in pages
    )


def portrait(playthrough: Playthrough, then: int, now: int) -> Portrait:
    """Ruby after page `then` and after page `now`, 0 being before the first. Raises IndexError.

    What was only said again is kept.
    """
    states = _moments(playthrough)
    if not (0 <= then < len(states) and 0 <= now < len(states)):
        raise IndexError(f"There are {len(states) - 1} pages")
    found = then_and_now(playthrough.story, states[then], states[now])
    was = _own(((facet.aspect, facet.then) for facet in found.facets), (*found.kept, *found.gone))
    is_ = _own(((facet.aspect, facet.now) for facet in found.facets), (*found.kept, *found.new))
    before = {one.gloss: one for one in (*was, *map(_from, (*found.kept, *found.gone)))}
    after = {one.gloss: one for one in (*is_, *map(_from, (*found.kept, *found.new)))}
    return Portrait(
        then,
        now,
        kept=tuple(one for said, one in before.items() if said in after),
        gone=tuple(one for said, one in before.items() if said not in after),
        new=tuple(one for said, one in after.items() if said not in before),
    )


def account_entries(account: PageAccount, arrow: str) -> list[tuple[str, Sequence[str]]]:
    """What came of a page: entries under labels, those that there are."""
    found: list[tuple[str, Sequence[str]]] = [
        ("Took", account.took or ("nothing",)),
        ("Did not take", account.resisted),
        ("Changed", change_words(account, arrow)),
        ("Cost so far", account.cost),
        ("Since overwritten", overwritten_words(account)),
        ("Not understood", [f"“{words}”" for words in account.unread]),
    ]
    return [(label, entries) for label, entries in found if entries]


def change_words(account: PageAccount, arrow: str) -> list[str]:
    """What a page changed, each in a line; `arrow` stands between what she was and what she is."""
    changed = [_arrowed(one, arrow) for one in account.changed]
    return changed + [f"no longer: {one.gloss} (page {one.page})" for one in account.ended]


def turned_words(change: Change, arrow: str) -> str:
    """A change of hers in a line."""
    return _arrowed(_turned(change), arrow)


def _arrowed(one: Turned, arrow: str) -> str:
    if one.then and one.now:
        return f"{one.then}{arrow}{one.now}"
    return f"now {one.now}" if one.now else f"no longer: {one.then}"


def overwritten_words(account: PageAccount) -> list[str]:
    """What no longer stands of a page, each in a line with the page that did that."""
    own = account.page.number
    return [
        f"{one.gloss} ({'said again on' if one.said_again else 'by'} "
        f"{'the same page' if one.page == own else f'page {one.page}'})"
        for one in account.overwritten
    ]


def default_pages(playthrough: Playthrough) -> tuple[int, int]:
    """Which two pages are compared until others are asked for: the first and the last."""
    last = len(playthrough.turn.state.pages)
    return (1, last) if last > 1 else (0, last)


def moment_words(page: int) -> str:
    """What a moment is called."""
    return f"after page {page}" if page else "before page 1"


def _moments(playthrough: Playthrough) -> Sequence[State]:
    """The state before the first page, then that after each."""
    states = playthrough.states
    by_turn = {state.turn: state for state in states}
    pages = states[-1].pages
    before = by_turn[pages[0].turn - 1] if pages else states[-1]
    return [before, *(by_turn[page.through] for page in pages)]


def _own(facets: Iterable[tuple[str, str]], written: Sequence[CanonEntry]) -> list[From]:
    """What she is that nobody wrote."""
    claimed = {(entry.claim.aspect, entry.claim.value) for entry in written if entry.claim.holds}
    return [
        From(gloss(Claim("ruby", aspect, value)), 0)
        for aspect, value in facets
        if value and (aspect, value) not in claimed
    ]


def _account(record: PageRecord, page: ManuscriptPage, playthrough: Playthrough) -> PageAccount:
    return PageAccount(
        page=page,
        took=_glosses(line.entry for line in record.took),
        resisted=_glosses(line.entry for line in record.resisted),
        changed=tuple(map(_turned, record.changed)),
        ended=tuple(map(_from, record.ended)),
        cost=tuple(f"She {clean_line(note, 200)}." for line in record.took for note in line.costs),
        overwritten=tuple(_ended(line) for line in record.took if line.ended_on is not None),
        unread=unread_words(playthrough.read(page.text), page.text),
    )


def _glosses(entries: Iterable[CanonEntry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gloss(entry.claim) for entry in entries))


def _from(entry: CanonEntry) -> From:
    return From(gloss(entry.claim), entry.page_number)


def _ended(line: Line) -> From:
    return From(gloss(line.entry.claim), line.ended_on or 0, line.said_again)


def _turned(change: Change) -> Turned:
    then, now = (
        gloss(Claim("ruby", change.aspect, value)) if value else "" for value in (change.then, change.now)
    )
    return Turned(then, now)
