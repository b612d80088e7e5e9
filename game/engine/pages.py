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
    draft, kind = telling.draft, telling.scene.kind
    unit = telling.program.page(page)
    _keep(telling, page, move)
    telling.say(page.id, "typed", move.text)
    claims = tuple(deny(claim) for claim in move.claims) if move.backwards else move.claims
    sentences = Sentences(move.text)
    for claim in claims:
        _take(telling, page, claim, sentences.at(*claim.span))
    unit.do(draft, telling.environment)
    unit.before(telling, page.id, kind)
    if not claims:
        unit.unread(telling, page.id, kind)
    elif page.beats is not None:
        telling.dramatise(page.beats, telling.environment.on_the_page(), kind)
    unit.after(telling, page.id, kind)
    telling.follow(unit.lead(telling.draft, telling.environment))


def _pull_turned(telling: Telling, page: model.Page) -> None:
    """A page that typed itself. Nobody wrote it, so it claims nothing, and it cannot be left blank."""
    kind = telling.scene.kind
    unit = telling.program.page(page)
    text = telling.instead(page) or ""
    _keep(telling, page, Type(text))
    telling.say(page.id, "typed", text)
    unit.do(telling.draft, telling.environment)
    unit.before(telling, page.id, kind)
    unit.after(telling, page.id, kind)
    telling.follow(unit.lead(telling.draft, telling.environment))


def _pull_blank(telling: Telling, page: model.Page, text: str) -> None:
    """A sheet with nothing on it, or nothing that was not struck out."""
    unit = telling.program.page(page)
    telling.draft.visit(f"{page.id}:blank")
    if text.strip():
        telling.say(page.id, "typed", text)
    if page.blank is None:
        telling.say(page.id, "notice", "The sheet comes out as white as it went in.")
    else:
        unit.blank(telling, page.id, telling.scene.kind)
    if page.blank_goto:
        telling.follow(unit.blank_lead(telling.draft, telling.environment))
    elif page.optional:
        telling.follow(unit.lead(telling.draft, telling.environment))


def _keep(telling: Telling, page: model.Page, move: Type) -> None:
    """Put the page into the manuscript; a line of a live page, at the end of that page."""
    draft = telling.draft
    draft.fresh = ()
    last = draft.pages[-1] if draft.pages else None
    if last is not None and page.live and last.id == page.id and last.scene == draft.scene:
        more = last._replace(text=f"{last.text}\n{move.text}", through=draft.turn)
        draft.pages = (*draft.pages[:-1], more)
        return
    typed = TypedPage(
        id=page.id,
        number=len(draft.pages) + 1,
        text=move.text,
        backwards=move.backwards,
        chapter=draft.chapter,
        scene=draft.scene,
        turn=draft.turn,
        through=draft.turn,
    )
    draft.pages = (*draft.pages, typed)


def _take(telling: Telling, page: model.Page, claim: Claim, sentence: str) -> None:
    """Take one claim into canon, with where it came from, and let it have its consequences."""
    draft = telling.draft
    number = draft.typed_so_far + 1
    entry = CanonEntry(
        number=number,
        claim=claim,
        sentence=sentence,
        page=page.id,
        page_number=len(draft.pages),
        chapter=draft.chapter,
        turn=draft.turn,
    )
    draft.fresh = (*draft.fresh, number)
    resistance = resistance_to(entry, draft, telling.environment)
    if resistance is not None:
        draft.resisted = (*draft.resisted, entry._replace(resisted=resistance.rule.id))
        resistance.do(draft, telling.environment)
        return
    taken = take(draft.canon, draft.former, entry, telling.story.exclusions)
    draft.canon, draft.former = taken.canon, taken.former
    _follow_through(telling, entry, taken.overwrote)


def _follow_through(telling: Telling, entry: CanonEntry, overwrote: int) -> None:
    draft, environment, claim = telling.draft, telling.environment, entry.claim
    before = environment.bind({"it": environment.view(entry), "overwrote": overwrote})
    for one in telling.program.consequences:
        if one.fits(claim) and (one.condition is None or one.condition(draft, environment)):
            one.do(draft, environment)
    environment.restore(before)
