"""Draws the over-approximation (`overview`) of a story: node after node, every move told on what is known."""

from __future__ import annotations

import time
from collections import Counter, deque
from typing import TYPE_CHECKING, Final

from game.workshop.proof.overview import ENDED, Overview, Way
from game.workshop.proof.teller import Teller
from game.workshop.proof.valuation import Valuer
from game.workshop.proof.values import NO, YES, may_be
from game.workshop.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from game.engine.turn import Type
    from game.story.model import Choice, Scene
    from game.workshop.proof.known import Known
    from game.workshop.proof.live import Liveness
    from game.workshop.proof.overview import Key, Returns
    from game.workshop.proof.reads import Thing

BREADTH: Final = 8
"""Nodes that a scene may have in the overview before something is forgotten there."""
_VARIANTS: Final = 4
"""In how many variants a scene is told on the way of one move, where all is looked at."""
_FOCUSED: Final = 16
"""The same, where only a few things are."""


class Surveyor:
    """Draws the overview of one story.

    With a `focus` only those things are known; `kept` are never forgotten. Once a scene was visited (`since`:
    how often it was), pages of known words are typed instead of pages of which nothing is known (`said`, by
    scene): that leaves out moves of the player's, and so shows what can be come to then, not what cannot.
    No more than `most` nodes are drawn.
    """

    def __init__(  # noqa: PLR0913
        self,
        live: Liveness,
        breadth: int,
        until: float,
        *,
        focus: frozenset[Thing] | None = None,
        kept: frozenset[Thing] = frozenset(),
        said: Mapping[str, Sequence[Type]] | None = None,
        since: Thing | None = None,
        most: int = 1_000_000,
    ) -> None:
        self._live = live
        self._story = live.story
        self._valuer = Valuer(live, focus)
        self.layout = self._valuer.layout
        self.spread = Counter(thing for things in live.asking.values() for thing in things)
        """In how many scenes each thing is live: what is read soon is live in few."""
        self._kept = kept
        self._said = said or {}
        self._since = since
        self._breadth = breadth
        self._until = until
        self._most = most
        self.found = Overview()
        self._teller = Teller(live, self._valuer, self.found, _VARIANTS if focus is None else _FOCUSED)
        self._at: dict[str, set[Key]] = {}

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
            self.found.complete &= time.monotonic() < self._until and len(self.found.cases) < self._most
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
        return self._teller.told(lambda: self._teller.begin(known))[0]

    def _first_value(self, thing: Thing) -> object:
        return 0 if thing.kind == "visits" else self._story.variables[thing.name].default

    def _projected(self, key: Key) -> Key:
        """The node as it is now that something may have been forgotten."""
        return key if key[0].startswith(ENDED) else self._teller.key(*key)

    def _note(self, key: Key) -> None:
        """Where a scene has too many nodes, forget what is read furthest on until they are half as many."""
        here = self._at.setdefault(key[0], set())
        here.add(key)
        if len(here) <= self._breadth * self._apart(here) or key[0].startswith(ENDED):
            return
        while len(here) > self._breadth // 2 * self._apart(here):
            values: dict[Thing, set[int]] = {}
            for _, _, known in here:
                for thing, part in self.layout.items(known):
                    values.setdefault(thing, set()).add(part)
            differing = [
                thing for thing, parts in values.items() if len(parts) > 1 and thing not in self._kept
            ]
            if not differing:
                break
            most = max(differing, key=lambda thing: (self.spread[thing], len(values[thing]), thing))
            self.found.forgotten.setdefault(key[0], set()).add(most)
            self._teller.forgotten[key[0]] = self.layout.of(self.found.forgotten[key[0]])
            here = {self._projected(one) for one in here}
        self._at[key[0]] = here

    def _apart(self, here: set[Key]) -> int:
        """In how many ways nodes differ in what is never forgotten."""
        if not self._kept:
            return 1
        return len({tuple(self.layout.part(known, thing) for thing in self._kept) for _, _, known in here})

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
            self._add_page(ways, scene, key[1], known)
        return ways

    def _add_page(self, ways: list[list[Way]], scene: Scene, returns: Returns, known: Known) -> None:
        """Add what may come of the scene's page, of nothing on it, and of the pages of known words."""
        page = self._story.pages[scene.page or ""]
        is_since = self._since is not None and self.layout.part(known, self._since) not in (0, None)
        if not is_since or page.instead is not None:
            self._add(ways, [known], [YES], lambda one: self._teller.type(page, scene, returns, one))
        if page.instead is not None:
            return
        self._add(ways, [known], [YES], lambda one: self._teller.leave_blank(page, scene, returns, one))
        for typed in self._said.get(scene.id, ()) if is_since else ():
            takes: list[bool] = []
            to, through = self._teller.told(self._saying(typed, scene, returns, known, takes))
            if all(takes):
                for case in ways:
                    case.append(Way(True, to, through))

    def _saying(
        self, typed: Type, scene: Scene, returns: Returns, known: Known, takes: list[bool]
    ) -> Callable[[], None]:
        return lambda: takes.append(self._teller.say(typed, scene, returns, known))

    def _choosing(self, choice: Choice, scene: Scene, returns: Returns) -> Callable[[Known], None]:
        return lambda known: self._teller.choose(choice, scene, returns, known)

    def _striking(self, choice: Choice, scene: Scene, returns: Returns) -> Callable[[Known], None]:
        return lambda known: self._teller.strike(choice, scene, returns, known)

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
        to, through = self._teller.told(lambda: tell(joined))
        for number, case in enumerate(ways):
            is_so = is_open[number] if len(is_open) > 1 else is_open[0]
            if is_so != NO:
                case.append(Way(is_so == YES, to, through))

    def _is_open(
        self, choice: Choice, scene: Scene, known: Known
    ) -> tuple[frozenset[object], frozenset[object]]:
        """Whether a choice may be picked, and whether it may be there struck through."""
        shown = self._teller.is_shown(choice, scene, known)
        needed = may_be(choice.needs, self._valuer)
        forbidden = NO if choice.forbid is None else may_be(choice.forbid, self._valuer)
        free = frozenset(n and not f for n in needed for f in forbidden)
        return (
            frozenset(s and one for s in shown for one in free),
            frozenset(s and not one for s in shown for one in free),
        )
