"""One move told on what is known of a state: everything that it may lead to."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from game.story.model import RETURN
from game.workshop.proof.overview import ENDED
from game.workshop.proof.reads import Thing, typed_in, typed_on
from game.workshop.proof.said import Said
from game.workshop.proof.values import NO, YES, may_be

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.engine.turn import Type
    from game.reader.claims import Claim
    from game.story.expressions import Effect, Expression
    from game.story.model import Choice, Goto, Page, Scene
    from game.workshop.proof.known import Known
    from game.workshop.proof.live import Liveness
    from game.workshop.proof.overview import Key, Overview, Returns
    from game.workshop.proof.valuation import Valuer

_DEEPEST: Final = 8
"""Storylets dealt from storylets, at most; a story that nests them deeper is not proved."""


class Teller:
    """Tells moves. In `variants` ways is a scene told in one move; those that come later are told as one."""

    def __init__(self, live: Liveness, valuer: Valuer, found: Overview, variants: int) -> None:
        self._live = live
        self._story = live.story
        self._valuer = valuer
        self.layout = valuer.layout
        self.found = found
        self._variants = variants
        self.forgotten: dict[str, Known] = {}
        """By scene, what is not known there any more."""
        lives = (("ask", live.asking), ("enter", live.entering), ("deal", live.dealing))
        self._dropped = {
            (what, scene): self.layout.all_but(things) for what, by in lives for scene, things in by.items()
        }
        self._out: dict[Key, None] = {}
        self._trail: set[tuple[object, ...]] = set()
        self._done: dict[tuple[object, ...], list[Known]] = {}

    def key(self, scene: str, returns: Returns, known: Known) -> Key:
        """The node of a state that is asked something in a scene."""
        return scene, returns, known | self._dropped["ask", scene] | self.forgotten.get(scene, 0)

    def told(self, tell: Callable[[], None]) -> tuple[tuple[Key, ...], frozenset[str]]:
        """All nodes that a move may lead to, and the scenes that may be entered on the way."""
        self._out, self._done, self._trail = {}, {}, set()
        tell()
        return tuple(self._out), frozenset(str(step[1]) for step in self._done if step[0] == "enter")

    def begin(self, known: Known) -> None:
        """Tell the opening."""
        self._go("enter", self._story.start, 0, (), known)

    def is_shown(self, choice: Choice, scene: Scene, known: Known) -> frozenset[object]:
        """Whether a choice is offered, or shown and locked."""
        valuer = self._valuer.stand(known, scene.id)
        shown = may_be(choice.condition, valuer)
        if not choice.once:
            return shown
        part = self.layout.part(known, Thing("visits", f"{scene.id}.{choice.id}"))
        never = {True, False} if part is None else {part == 0}
        return frozenset(s and n for s in shown for n in never)

    def choose(self, choice: Choice, scene: Scene, returns: Returns, known: Known) -> None:
        """Pick a choice."""
        for one in self._valuer.counted(known, f"{scene.id}.{choice.id}"):
            for two in self._effects(one, scene, choice.do):
                for three in self._valuer.after_any(two, scene.id, self._live.sides.of_text(choice.say)):
                    self._follow(choice.goto, scene, returns, three)

    def strike(self, choice: Choice, scene: Scene, returns: Returns, known: Known) -> None:
        """Pick a choice that is struck through."""
        for one in self._valuer.after_any(known, scene.id, self._live.sides.of_text(choice.forbidden)):
            self._stay(scene.id, returns, one)

    def type(self, page: Page, scene: Scene, returns: Returns, known: Known) -> None:
        """Type a page of which nothing is known."""
        sides = self._live.sides
        claimed = sides.of_claims() if page.instead is None else ()
        told = sides.of_page(page) if page.instead is None else sides.of_text((*page.before, *page.after))
        lasting = [thing for thing in self._unsaid(known) if page.instead is None]
        for kept in self._kept(page, scene, known | self.layout.of(lasting)):
            for one in self._valuer.after_any(kept, scene.id, claimed):
                for two in self._effects(one, scene, page.do):
                    for three in self._valuer.after_any(two, scene.id, told):
                        self._follow(page.goto, scene, returns, three)

    def say(self, typed: Type, scene: Scene, returns: Returns, known: Known) -> bool:
        """Type these words; False if it is not sure that all that they claim takes."""
        page = self._story.pages[scene.page or ""]
        counts = [self.layout.part(known, thing) for thing in (typed_on(page.id), typed_in(scene.chapter))]
        said = Said(
            self._story, scene, page, typed, is_first=counts[0] == 0, is_first_in_chapter=counts[1] == 0
        )
        self._valuer.said = said
        try:
            several: list[Known] | None = list(self._kept(page, scene, known))
            for claim in typed.claims:
                several = self._taken(claim, said, scene, several) if several is not None else None
            lasting = [thing for thing in self._unsaid(known) if said.makes(thing.name.removeprefix("said:"))]
            for met in several or ():
                one = met
                for thing in lasting:
                    one = self.layout.with_part(one, thing, 1)
                for two in self._effects(one, scene, page.do):
                    sides = self._live.sides.of_said(page, typed.claims)
                    for three in self._valuer.after_any(two, scene.id, sides):
                        self._follow(page.goto, scene, returns, three)
            return several is not None
        finally:
            self._valuer.said = None
            self._valuer.bound = {}

    def _kept(self, page: Page, scene: Scene, known: Known) -> Iterator[Known]:
        """The state after a page was put into the manuscript."""
        for one in self._valuer.counted(known, typed_on(page.id).name):
            yield from self._valuer.counted(one, typed_in(scene.chapter).name)

    def _taken(self, claim: Claim, said: Said, scene: Scene, several: Sequence[Known]) -> list[Known] | None:
        """The states after a claim was taken in, with its consequences; None if it may be resisted."""
        valuer = self._valuer
        resistances = [one for one in self._story.resistances.values() if one.pattern.fits(claim)]
        for known in several:
            valuer.stand(known, scene.id)
            if claim.when is not None or any(may_be(one.condition, valuer) != NO for one in resistances):
                return None
        valuer.bound = {"overwrote": said.take(claim)}
        found = list(several)
        for rule in self._story.consequences:
            if rule.pattern.fits(claim):
                found = [
                    after for known in found for after in self._follows(rule.condition, rule.do, scene, known)
                ]
        valuer.bound = {}
        return list(dict.fromkeys(found))

    def _follows(
        self, condition: Expression | None, effects: Sequence[Effect], scene: Scene, known: Known
    ) -> Iterator[Known]:
        is_so = may_be(condition, self._valuer.stand(known, scene.id))
        if True in is_so:
            yield from self._effects(known, scene, effects)
        if False in is_so:
            yield known

    def _unsaid(self, known: Known) -> Iterator[Thing]:
        """What lasts once it is said, and is not known to have been said yet."""
        for thing in self.layout.things:
            if thing.name.startswith("said:") and self.layout.part(known, thing) in (0, None):
                yield thing

    def leave_blank(self, page: Page, scene: Scene, returns: Returns, known: Known) -> None:
        """Put in a sheet with nothing on it."""
        for one in self._valuer.after_any(known, scene.id, self._live.sides.of_text(page.blank or ())):
            if page.blank_goto or page.optional:
                self._follow(page.blank_goto or page.goto, scene, returns, one)
            else:
                self._stay(scene.id, returns, one)

    def _effects(self, known: Known, scene: Scene, effects: Sequence[Effect]) -> list[Known]:
        return self._valuer.after(known, scene.id, effects)

    def _follow(self, ways: Sequence[Goto], scene: Scene, returns: Returns, known: Known) -> None:
        """Take every way that may be the first to be open."""
        for target, one in self._targets(ways, scene.id, known):
            if target is None:
                self._stay(scene.id, returns, one)
            elif target == RETURN:
                self._go("return", scene.id, 0, returns, one)
            else:
                self._go("enter", target, 0, returns, one)

    def _targets(self, ways: Sequence[Goto], scene: str, known: Known) -> Iterator[tuple[str | None, Known]]:
        for way in ways:
            on, off = [], []
            for one in self._valuer.cases(known, scene, (way.condition,)):
                is_so = may_be(way.condition, self._valuer.stand(one, scene))
                on += [one] if True in is_so else []
                off += [one] if False in is_so else []
            if on:
                yield way.to, self.layout.joined(on)
            if not off:
                return
            known = self.layout.joined(off)
        yield None, known

    def _stay(self, scene: str, returns: Returns, known: Known) -> None:
        self._out[self.key(scene, returns, known)] = None

    def _go(self, what: str, scene: str, left: int, returns: Returns, known: Known) -> None:
        """Enter a scene, deal from it, or go back to who dealt; and on until the player is asked."""
        kept = known | self._dropped.get((what, scene), 0) | self.forgotten.get(scene, 0)
        came = self._done.setdefault((what, scene, left, returns), [])
        if len(came) >= self._variants:
            kept = self.layout.joined([*came, kept])
        step = (what, scene, left, returns, kept)
        if step in self._trail:
            self.found.loops.add(scene)
            return
        if kept in came:
            return
        if len(returns) > _DEEPEST or len(self._trail) > 400:
            self.found.complete = False
            return
        self._trail.add(step)
        came.append(kept)
        match what:
            case "enter":
                self._enter(self._story.scenes[scene], returns, kept)
            case "deal":
                self._deal(self._story.scenes[scene], left, returns, kept)
            case _:
                self._return(scene, returns, kept)
        self._trail.discard(step)

    def _enter(self, scene: Scene, returns: Returns, known: Known) -> None:
        self.found.entered.add(scene.id)
        sides = self._live.sides.of_text(scene.text)
        for one in self._valuer.counted(known, scene.id):
            for two in self._effects(one, scene, scene.do):
                for three in self._valuer.after_any(two, scene.id, sides):
                    self._lead_on(scene, returns, three)

    def _lead_on(self, scene: Scene, returns: Returns, known: Known) -> None:
        if scene.ending is not None:
            self._out[f"{ENDED}{scene.ending}", (), 0] = None
            return
        if scene.page is not None:
            self._stay(scene.id, returns, known)
            return
        shown = [self.is_shown(choice, scene, known) for choice in scene.choices]
        if any(True in each for each in shown):
            self._stay(scene.id, returns, known)
        if any(each == YES for each in shown):
            return
        cases = self._valuer.cases(known, scene.id, [choice.condition for choice in scene.choices])
        bare = [one for one in cases if not any(self.is_shown(c, scene, one) == YES for c in scene.choices)]
        if bare:
            self._lead_by_itself(scene, returns, self.layout.joined(bare))

    def _lead_by_itself(self, scene: Scene, returns: Returns, known: Known) -> None:
        if scene.deal is not None:
            self._go("deal", scene.id, scene.deal.count, returns, known)
        elif scene.goto:
            self._follow(scene.goto, scene, returns, known)
        elif scene.deck is not None:
            self._go("return", scene.id, 0, returns, known)
        else:
            self._stay(scene.id, returns, known)

    def _return(self, scene: str, returns: Returns, known: Known) -> None:
        if not returns:
            self._stay(scene, returns, known)
            return
        dealer, left = returns[-1]
        self._go("deal", dealer, left, returns[:-1], known)

    def _deal(self, scene: Scene, left: int, returns: Returns, known: Known) -> None:
        """Deal what may be dealt, most particular first, and go on when it is through."""
        if scene.deal is None:
            return
        if left <= 0:
            self._follow(scene.deal.then, scene, returns, known)
            return
        storylets = [self._story.scenes[id_] for id_ in self._story.decks.get(scene.deal.deck, ())]
        self._valuer.stand(known, scene.id)
        found = [(storylet, self._valuer.eligible(storylet)) for storylet in storylets]
        self._note_suited(scene.id, storylets)
        certain = [_terms(storylet.condition) for storylet, is_so in found if is_so == YES]
        for storylet, is_so in found:
            if True in is_so and _terms(storylet.condition) >= max(certain, default=0):
                self._go("enter", storylet.id, 0, (*returns, (scene.id, left - 1)), known)
        if not certain and self._may_be_dry(storylets, scene, known):
            self.found.dry.add(scene.id)
            self._follow(scene.deal.then, scene, returns, known)

    def _note_suited(self, dealer: str, storylets: Sequence[Scene]) -> None:
        suited = {one.id for one in storylets if may_be(one.condition, self._valuer) == YES}
        self.found.suited.setdefault(dealer, suited).intersection_update(suited)

    def _may_be_dry(self, storylets: Sequence[Scene], scene: Scene, known: Known) -> bool:
        """Whether it may be that none can be dealt, even if some two of the unknown things were known."""
        things = sorted(self._valuer.unknown(known, [storylet.condition for storylet in storylets]))
        return all(
            any(
                all(self._valuer.stand(one, scene.id).eligible(storylet) != YES for storylet in storylets)
                for one in self._valuer.parted(known, some)
            )
            for some in (*combinations(things, 1), *combinations(things, 2))
        )


def _terms(condition: Expression | None) -> int:
    return condition.terms if condition is not None else 0
