"""A page out of the typewriter: shown, taken into canon, answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.canon import take
from game.engine.quoting import Sentences, unstruck
from game.engine.resistance import resistance_to
from game.engine.state import CanonEntry, TypedPage
from game.engine.turn import Type
from game.reader.saying import deny

if TYPE_CHECKING:
    from game.engine.telling import Telling
    from game.reader.claims import Claim
    from game.story import model


def pull(telling: Telling, page: model.Page, move: Type) -> None:
    """Tell what comes of the page that was typed."""
    if page.instead is not None:
        _pull_turned(telling, page)
        return
    if not unstruck(move.text).strip():
        _pull_blank(telling, page, move.text)
        return
    kind = telling.here.kind
    unit = telling.program.page(page, kind)
    _keep(telling, page, move)
    telling.say(page.id, "typed", move.text)
    claims = tuple(deny(claim) for claim in move.claims) if move.backwards else move.claims
    sentences = Sentences(move.text)
    for claim in claims:
        _take(telling, page, claim, sentences.at(*claim.span))
    unit.do(telling)
    unit.before(telling, page.id, kind)
    if not claims:
        unit.unread(telling, page.id, kind)
    elif page.beats is not None:
        telling.dramatise(page.beats, telling.on_the_page(), kind)
    unit.after(telling, page.id, kind)
    telling.follow(unit.lead(telling))


def _pull_turned(telling: Telling, page: model.Page) -> None:
    """A page that typed itself. Nobody wrote it, so it claims nothing, and it cannot be left blank."""
    kind = telling.here.kind
    unit = telling.program.page(page, kind)
    text = telling.instead(page) or ""
    _keep(telling, page, Type(text))
    telling.say(page.id, "typed", text)
    unit.do(telling)
    unit.before(telling, page.id, kind)
    unit.after(telling, page.id, kind)
    telling.follow(unit.lead(telling))


def _pull_blank(telling: Telling, page: model.Page, text: str) -> None:
    """A sheet with nothing on it, or nothing that was not struck out."""
    unit = telling.program.page(page)
    telling.visit(f"{page.id}:blank")
    if text.strip():
        telling.say(page.id, "typed", text)
    if page.blank is None:
        telling.say(page.id, "notice", "The sheet comes out as white as it went in.")
    else:
        unit.blank(telling, page.id, telling.here.kind)
    if page.blank_goto:
        telling.follow(unit.blank_lead(telling))
    elif page.optional:
        telling.follow(unit.lead(telling))


def _keep(telling: Telling, page: model.Page, move: Type) -> None:
    """Put the page into the manuscript; a line of a live page, at the end of that page."""
    telling.fresh = ()
    last = telling.pages[-1] if telling.pages else None
    if last is not None and page.live and last.id == page.id and last.scene == telling.scene:
        more = last._replace(text=f"{last.text}\n{move.text}", through=telling.number)
        telling.pages = (*telling.pages[:-1], more)
        return
    typed = TypedPage(
        id=page.id,
        number=len(telling.pages) + 1,
        text=move.text,
        backwards=move.backwards,
        chapter=telling.chapter,
        scene=telling.scene,
        turn=telling.number,
        through=telling.number,
    )
    telling.pages = (*telling.pages, typed)


def _take(telling: Telling, page: model.Page, claim: Claim, sentence: str) -> None:
    """Take one claim into canon, with where it came from, and let it have its consequences."""
    number = telling.typed_so_far + 1
    entry = CanonEntry(
        number=number,
        claim=claim,
        sentence=sentence,
        page=page.id,
        page_number=len(telling.pages),
        chapter=telling.chapter,
        turn=telling.number,
    )
    telling.fresh = (*telling.fresh, number)
    resistance = resistance_to(entry, telling)
    if resistance is not None:
        telling.resisted = (*telling.resisted, entry._replace(resisted=resistance.rule.id))
        resistance.do(telling)
        return
    taken = take(telling.canon, telling.former, entry, telling.story.exclusions)
    telling.canon, telling.former = taken.canon, taken.former
    _follow_through(telling, entry, taken.overwrote)


def _follow_through(telling: Telling, entry: CanonEntry, overwrote: int) -> None:
    claim = entry.claim
    before = telling.bind({"it": telling.view(entry), "overwrote": overwrote})
    for one in telling.program.consequences:
        if one.fits(claim) and (one.condition is None or one.condition(telling)):
            one.do(telling)
    telling.restore(before)
