"""The over-approximation: a graph with every state that the story can come to, and perhaps some it cannot.

A node is where the player is asked something (or the story has ended), with the parts in which the values
of all live variables and visit counts lie. Claims are not in it: whatever hangs on them may go either way. A
page is one move after which all that its claims could do may have been done. Where a scene has more nodes
than `breadth`, what is read furthest on of all that they differ in is forgotten there, and may be anything.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Final

from game.story.model import RETURN
from game.workshop.proof.known import Known
from game.workshop.proof.reads import Thing
from game.workshop.proof.valuation import Valuer
from game.workshop.proof.values import NO, YES, may_be
from game.workshop.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.story.expressions import Expression
    from game.story.model import Choice, Goto, Page, Scene
    from game.workshop.proof.live import Liveness

Returns = tuple[tuple[str, int], ...]
Key = tuple[str, Returns, Known]
"""A node: the scene (or `ending:` and its id), the storylets' way back, and what is known."""
_DEEPEST: Final = 8
"""Storylets dealt from storylets, at most; a story that nests them deeper is not proved."""
_VARIANTS: Final = 4
"""In how many variants a scene is told on the way of one move; those that come later are told as one."""
ENDED: Final = "ending:"


@dataclass(frozen=True, slots=True)
class Way:
    """A move of the player's, and every node that it may lead to. `certain`: it is open for sure."""

    certain: bool
    to: tuple[Key, ...]
    through: frozenset[str]
    """The scenes that may be entered on the way."""


@dataclass
class Overview:
    """The graph, and what else was found out on the way."""

    cases: dict[Key, list[list[Way]]] = field(default_factory=dict)
    """For each node, by what else may be so in it, the ways on."""
    entered: set[str] = field(default_factory=set)
    """Scenes that may be entered at all."""
    dry: set[str] = field(default_factory=set)
    """Scenes that may deal from a deck in which nothing can be dealt."""
    dealing: set[str] = field(default_factory=set)
    """Scenes that may deal."""
    loops: set[str] = field(default_factory=set)
    """Scenes that may lead back to themselves without asking the player."""
    forgotten: dict[str, set[Thing]] = field(default_factory=dict)
    meant: dict[Key, Key] = field(default_factory=dict)
    """For each node that a way names, the node that stands for it: with what was forgotten meanwhile."""
    complete: bool = True
    """False if it had to stop: then nothing follows from what is not in it."""


class Surveyor:
    """Draws the overview of one story."""

    def __init__(self, live: Liveness, breadth: int, until: float) -> None:
        self._live = live
        self._story = live.story
        self._valuer = Valuer(live)
        self.layout = self._valuer.layout
        self._forgotten: dict[str, Known] = {}
        self._spread = Counter(thing for things in live.asking.values() for thing in things)
        """In how many scenes each thing is live: what is read soon is live in few."""
        lives = (("ask", live.asking), ("enter", live.entering), ("deal", live.dealing))
        self._dropped = {
            (what, scene): self.layout.all_but(things) for what, by in lives for scene, things in by.items()
        }
        self._breadth = breadth
        self._until = until
        self.found = Overview()
        self._at: dict[str, set[Key]] = {}
        self._out: dict[Key, None] = {}
        self._trail: set[tuple[object, ...]] = set()
        self._done: dict[tuple[object, ...], list[Known]] = {}

    @uncollected()
    def survey(self) -> Overview:
        """The graph from the beginning of the story on."""
        waiting = deque(self.start())
        while waiting and self.found.complete:
            met = waiting.popleft()
            key = self.found.meant[met] = self._projected(met)
            if key in self.found.cases:
                continue
            self._note(key)
            self.found.complete &= time.monotonic() < self._until
            self.found.cases[key] = cases = self._cases(key)
            waiting.extend(dict.fromkeys(to for case in cases for way in case for to in way.to))
        return self.found

    def start(self) -> tuple[Key, ...]:
        """Where the story may stand after its opening."""
        known = self.layout.nothing
        for thing in self._live.entering[self._story.start]:
            if thing.kind in ("variable", "visits"):
                part = self._live.parts.index(thing, self._first_value(thing))
                known = self.layout.with_part(known, thing, part)
        return self._collect(lambda: self._go("enter", self._story.start, 0, (), known))

    def key(self, scene: str, returns: Returns, known: Known) -> Key:
        """The node of a state that is asked something in a scene."""
        return scene, returns, known | self._dropped["ask", scene] | self._forgotten.get(scene, 0)

    def _first_value(self, thing: Thing) -> object:
        return 0 if thing.kind == "visits" else self._story.variables[thing.name].default

    def _projected(self, key: Key) -> Key:
        """The node as it is now that something may have been forgotten."""
        return key if key[0].startswith(ENDED) else self.key(*key)

    def _note(self, key: Key) -> None:
        """Where a scene has too many nodes, forget what is read furthest on until they are half as many."""
        here = self._at.setdefault(key[0], set())
        here.add(key)
        if len(here) <= self._breadth or key[0].startswith(ENDED):
            return
        while len(here) > self._breadth // 2:
            values: dict[Thing, set[int]] = {}
            for _, _, known in here:
                for thing, part in self.layout.items(known):
                    values.setdefault(thing, set()).add(part)
            differing = [thing for thing, parts in values.items() if len(parts) > 1]
            if not differing:
                break
            most = max(differing, key=lambda thing: (self._spread[thing], len(values[thing]), thing))
            self.found.forgotten.setdefault(key[0], set()).add(most)
            self._forgotten[key[0]] = self.layout.of(self.found.forgotten[key[0]])
            here = {self._projected(one) for one in here}
        self._at[key[0]] = here

    def _collect(self, tell: Callable[[], None]) -> tuple[Key, ...]:
        self._out, self._done, self._trail = {}, {}, set()
        tell()
        return tuple(self._out)

    def _cases(self, key: Key) -> list[list[Way]]:
        """What may be so at a node, and the moves that are open then."""
        if key[0].startswith(ENDED):
            return []
        scene = self._story.scenes[key[0]]
        known = key[2]
        asked = [one for c in scene.choices for one in (c.condition, c.needs, c.forbid) if one is not None]
        cases = self._valuer.cases(known, scene.id, asked)
        ways: list[list[Way]] = [[] for _ in cases]
        for choice in scene.choices:
            open_ = [self._is_open(choice, scene, one) for one in cases]
            self._add(ways, cases, [one for one, _ in open_], self._choosing(choice, scene, key[1]))
            if choice.forbidden:
                self._add(ways, cases, [one for _, one in open_], self._striking(choice, scene, key[1]))
        if scene.page is not None:
            page = self._story.pages[scene.page]
            self._add(ways, [known], [YES], lambda one: self._type(page, scene, key[1], one))
            if page.instead is None:
                self._add(ways, [known], [YES], lambda one: self._blank(page, scene, key[1], one))
        return ways

    def _choosing(self, choice: Choice, scene: Scene, returns: Returns) -> Callable[[Known], None]:
        return lambda known: self._choose(choice, scene, returns, known)

    def _striking(self, choice: Choice, scene: Scene, returns: Returns) -> Callable[[Known], None]:
        return lambda known: self._struck(choice, scene, returns, known)

    def _add(
        self,
        ways: list[list[Way]],
        cases: list[Known],
        is_open: list[frozenset[object]],
        tell: Callable[[Known], None],
    ) -> None:
        """Add a move to those cases in which it may be open. Where it leads is told once, for all of them."""
        within = [case for case, is_so in zip(cases, is_open, strict=True) if is_so != NO]
        if not within:
            return
        joined = self.layout.joined(within)
        to = self._collect(lambda: tell(joined))
        through = frozenset(str(step[1]) for step in self._done if step[0] == "enter")
        for number, case in enumerate(ways):
            is_so = is_open[number] if len(is_open) > 1 else is_open[0]
            if is_so != NO:
                case.append(Way(is_so == YES, to, through))

    def _is_open(
        self, choice: Choice, scene: Scene, known: Known
    ) -> tuple[frozenset[object], frozenset[object]]:
        """Whether a choice may be picked, and whether it may be there struck through."""
        shown = self._is_shown(choice, scene, known)
        needed = may_be(choice.needs, self._valuer)
        forbidden = NO if choice.forbid is None else may_be(choice.forbid, self._valuer)
        free = frozenset(n and not f for n in needed for f in forbidden)
        return (
            frozenset(s and one for s in shown for one in free),
            frozenset(s and not one for s in shown for one in free),
        )

    def _is_shown(self, choice: Choice, scene: Scene, known: Known) -> frozenset[object]:
        valuer = self._valuer.stand(known, scene.id)
        shown = may_be(choice.condition, valuer)
        if not choice.once:
            return shown
        part = self.layout.part(known, Thing("visits", f"{scene.id}.{choice.id}"))
        never = {True, False} if part is None else {part == 0}
        return frozenset(s and n for s in shown for n in never)

    def _choose(self, choice: Choice, scene: Scene, returns: Returns, known: Known) -> None:
        for one in self._valuer.counted(known, f"{scene.id}.{choice.id}"):
            for two in self._effects(one, scene, choice.do):
                for three in self._valuer.after_any(two, scene.id, self._live.sides.of_text(choice.say)):
                    self._follow(choice.goto, scene, returns, three)

    def _struck(self, choice: Choice, scene: Scene, returns: Returns, known: Known) -> None:
        for one in self._valuer.after_any(known, scene.id, self._live.sides.of_text(choice.forbidden)):
            self._stay(scene.id, returns, one)

    def _type(self, page: Page, scene: Scene, returns: Returns, known: Known) -> None:
        sides = self._live.sides
        claimed = sides.of_claims() if page.instead is None else ()
        told = sides.of_page(page) if page.instead is None else sides.of_text((*page.before, *page.after))
        for one in self._valuer.after_any(known, scene.id, claimed):
            for two in self._effects(one, scene, page.do):
                for three in self._valuer.after_any(two, scene.id, told):
                    self._follow(page.goto, scene, returns, three)

    def _blank(self, page: Page, scene: Scene, returns: Returns, known: Known) -> None:
        for one in self._valuer.after_any(known, scene.id, self._live.sides.of_text(page.blank or ())):
            if page.blank_goto or page.optional:
                self._follow(page.blank_goto or page.goto, scene, returns, one)
            else:
                self._stay(scene.id, returns, one)

    def _effects(self, known: Known, scene: Scene, effects: Sequence[object]) -> list[Known]:
        return self._valuer.after(known, scene.id, effects)  # type: ignore[arg-type]

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
        kept = known | self._dropped.get((what, scene), 0) | self._forgotten.get(scene, 0)
        came = self._done.setdefault((what, scene, left, returns), [])
        if len(came) >= _VARIANTS:
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
        shown = [self._is_shown(choice, scene, known) for choice in scene.choices]
        if any(True in each for each in shown):
            self._stay(scene.id, returns, known)
        if any(each == YES for each in shown):
            return
        cases = self._valuer.cases(known, scene.id, [choice.condition for choice in scene.choices])
        bare = [one for one in cases if not any(self._is_shown(c, scene, one) == YES for c in scene.choices)]
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
        self.found.dealing.add(scene.id)
        storylets = [self._story.scenes[id_] for id_ in self._story.decks.get(scene.deal.deck, ())]
        self._valuer.stand(known, scene.id)
        found = [(storylet, self._valuer.eligible(storylet)) for storylet in storylets]
        certain = [_terms(storylet.condition) for storylet, is_so in found if is_so == YES]
        for storylet, is_so in found:
            if True in is_so and _terms(storylet.condition) >= max(certain, default=0):
                self._go("enter", storylet.id, 0, (*returns, (scene.id, left - 1)), known)
        if not certain and self._may_be_dry(storylets, scene, known):
            self.found.dry.add(scene.id)
            self._follow(scene.deal.then, scene, returns, known)

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
