"""The telling of one move: scenes entered one after another until the player is asked something."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.engine.narrator import Narrator
from game.engine.saliency import eligible, most_salient
from game.engine.state import Return
from game.engine.turn import EndingReached, PageOffer, Turn
from game.story.model import RETURN

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.engine.program.units import Lead, SceneUnit, Storylet
    from game.engine.turn import Choice
    from game.story import model

SCENES_A_MOVE = 200
"""More scenes than this without a menu, a page or an ending: the story goes round in a circle."""


class StoryLoop(RuntimeError):
    """Scenes that lead into one another for ever. The story's fault; names the scene."""


class Telling(Narrator):
    """One move while it is being told: a draft of the state that is asked, told of, and gets somewhere."""

    watcher: ClassVar[Callable[[str, str | None], None] | None] = None
    """Told of every deal: from which scene, and which storylet, if there was one that could be dealt."""

    _reached: EndingReached | None = None
    _choices: tuple[Choice, ...] | None = None
    """The menu of the scene entered last, if it was looked at already."""

    @property
    def here(self) -> model.Scene:
        """The scene that it stands in."""
        return self.unit.scene

    @property
    def unit(self) -> SceneUnit:
        """The functions of the scene that it stands in."""
        return self.program.scenes[self.scene]

    def turn(self) -> Turn:
        """The turn, told."""
        choices: tuple[Choice, ...] = ()
        page = None
        if self.ending is None:
            unit = self.unit
            if self._choices is not None:
                choices = self._choices
            elif unit.menu is not None:
                choices = unit.menu(self)
            if unit.scene.page is not None:
                page = self._offer(self.story.pages[unit.scene.page])
        told = (
            self.number,
            self.scene,
            self.chapter,
            tuple(self.passages),
            choices,
            page,
            self._reached,
            self.freeze(),
            self.sky,
        )
        return tuple.__new__(Turn, told)

    def go_to(self, scene_id: str) -> None:
        """Enter a scene, and whatever it leads to by itself. Raises StoryLoop if that never ends."""
        following = self._enter(scene_id)
        left = SCENES_A_MOVE
        while following is not None:
            left -= 1
            if not left:
                raise StoryLoop(f"the scenes round {scene_id!r} lead into one another for ever")
            following = self._enter(following)

    def follow(self, to: str | None) -> None:
        """Go on to a scene, or back to where a storylet was dealt; stay, for None."""
        target = self._after_storylet() if to == RETURN else to
        if target is not None:
            self.go_to(target)

    def instead(self, page: model.Page) -> str | None:
        """What comes out of the machine, if it isn't what is typed."""
        said = self.program.page(page).instead
        if said is None:
            return None
        with self.aside():
            return said(self).strip()

    def _offer(self, page: model.Page) -> PageOffer:
        """The page in the machine."""
        prompt = self.program.page(page).prompt(self)
        return PageOffer(page.id, prompt, page.optional, page.live, self.instead(page))

    def _target(self, lead: Lead) -> str | None:
        """The scene that it leads to now; the dealing scene's next, for a return."""
        to = lead(self)
        return self._after_storylet() if to == RETURN else to

    def _enter(self, scene_id: str) -> str | None:
        """Tell one scene; answers the scene that follows at once, or None where the player is asked."""
        unit = self.program.scenes[scene_id]
        unit.enter(self)
        self._choices = unit.menu(self) if unit.menu is not None else ()
        return None if self._choices else self._beyond(unit)

    def _beyond(self, unit: SceneUnit) -> str | None:
        """The scene that follows one without choices, or None where it ends or a page is asked for."""
        scene = unit.scene
        if scene.ending is not None:
            self._end(scene.ending)
            return None
        if scene.page is not None:
            return None
        if scene.deal is not None:
            return self._deal(scene, scene.deal.count)
        if scene.goto:
            return self._target(unit.lead)
        return self._after_storylet() if scene.deck is not None else None

    def _end(self, ending_id: str) -> None:
        ending = self.story.endings[ending_id]
        self.ending = ending_id
        self._reached = EndingReached(ending.id, ending.title)
        self.program.ending(ending)(self, ending.id, "prose")

    def _deal(self, scene: model.Scene, remaining: int) -> str | None:
        """The next storylet of the scene's deck, or where the scene goes on when there is none (left)."""
        deal = scene.deal
        if deal is None:
            return None
        picked = self._storylet(deal.deck) if remaining > 0 else None
        if Telling.watcher is not None and remaining > 0:
            Telling.watcher(scene.id, picked.scene.id if picked is not None else None)
        if picked is None:
            return self._target(self.program.scenes[scene.id].lead)
        self.returns = (*self.returns, Return(scene.id, remaining - 1))
        self.use(picked.used)
        return picked.scene.id

    def _storylet(self, deck: str) -> Storylet | None:
        """The most salient eligible storylet of a deck, or None."""
        used = self.used
        return most_salient(
            eligible(deck, self),
            lambda storylet: storylet.particularity,
            lambda storylet: used.get(storylet.used, 0),
            lambda sides: self.chance(f"deck:{deck}", sides),
        )

    def _after_storylet(self) -> str | None:
        if not self.returns:
            return None
        *returns, back = self.returns
        self.returns = tuple(returns)
        return self._deal(self.program.scenes[back.scene].scene, back.remaining)
