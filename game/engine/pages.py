"""A page out of the typewriter: shown, taken into canon, answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.engine.canon import take
from game.engine.quoting import Sentences, unstruck
from game.engine.resistance import resistance_to
from game.engine.state import CanonEntry, TypedPage
from game.reader.saying import deny

if TYPE_CHECKING:
    from game.engine.telling import Telling
    from game.engine.turn import Type
    from game.reader.claims import Claim
    from game.story import model


def pull(telling: Telling, page: model.Page, move: Type) -> None:
    """Tell what comes of the page that was typed."""
    if page.instead is not None:
        _pull_turned(telling, page, move)
        return
    if not unstruck(move.text).strip():
        _pull_blank(telling, page, move.text)
        return
    narrator, kind = telling.narrator, telling.scene.kind
    _keep(telling, page, move)
    narrator.say(page.id, "typed", move.text)
    claims = tuple(deny(claim) for claim in move.claims) if move.backwards else move.claims
    sentences = Sentences(move.text)
    for claim in claims:
        _take(telling, page, claim, sentences.at(*claim.span))
    telling.draft.assign(page.do, telling.environment)
    narrator.tell(page.before, page.id, kind)
    if not claims:
        narrator.tell(page.unread or (), page.id, kind)
    elif page.beats is not None:
        narrator.dramatise(page.beats, telling.environment.on_the_page(), kind)
    narrator.tell(page.after, page.id, kind)
    telling.follow(page.goto)


def _pull_turned(telling: Telling, page: model.Page, move: Type) -> None:
    """A page that typed itself. Nobody wrote it, so it claims nothing, and it cannot be left blank."""
    narrator, kind = telling.narrator, telling.scene.kind
    text = telling.menu.instead(page) or ""
    _keep(telling, page, replace(move, text=text, claims=(), backwards=False))
    narrator.say(page.id, "typed", text)
    telling.draft.assign(page.do, telling.environment)
    narrator.tell((*page.before, *page.after), page.id, kind)
    telling.follow(page.goto)


def _pull_blank(telling: Telling, page: model.Page, text: str) -> None:
    """A sheet with nothing on it, or nothing that was not struck out."""
    narrator = telling.narrator
    telling.draft.visits.add(f"{page.id}:blank")
    if text.strip():
        narrator.say(page.id, "typed", text)
    if page.blank is None:
        narrator.say(page.id, "notice", "The sheet comes out as white as it went in.")
    else:
        narrator.tell(page.blank, page.id, telling.scene.kind)
    if page.blank_goto:
        telling.follow(page.blank_goto)
    elif page.optional:
        telling.follow(page.goto)


def _keep(telling: Telling, page: model.Page, move: Type) -> None:
    """Put the page into the manuscript; a line of a live page, at the end of that page."""
    draft = telling.draft
    draft.fresh = ()
    last = draft.pages[-1] if draft.pages else None
    if last is not None and page.live and last.id == page.id and last.scene == draft.scene:
        more = replace(last, text=f"{last.text}\n{move.text}", through=draft.turn)
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
    resistance = resistance_to(entry, telling.story, telling.environment)
    if resistance is not None:
        draft.resisted = (*draft.resisted, replace(entry, resisted=resistance.id))
        draft.assign(resistance.do, telling.environment)
        return
    taken = take(draft.canon, draft.former, entry, telling.story.exclusions)
    draft.canon, draft.former = taken.canon, taken.former
    _follow_through(telling, entry, taken.overwrote)


def _follow_through(telling: Telling, entry: CanonEntry, overwrote: int) -> None:
    environment = telling.environment
    before = environment.bind({"it": environment.view(entry), "overwrote": overwrote})
    for consequence in telling.story.consequences:
        condition = consequence.condition
        if consequence.pattern.fits(entry.claim) and (condition is None or condition.evaluate(environment)):
            telling.draft.assign(consequence.do, environment)
    environment.restore(before)
