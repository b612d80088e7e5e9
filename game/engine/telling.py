"""The telling of one move: scenes entered one after another until the player is asked something."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.engine.draft import Draft
from game.engine.environment import Environment
from game.engine.menu import Menu
from game.engine.narrator import Narrator
from game.engine.saliency import eligible, most_salient
from game.engine.state import Return
from game.engine.turn import EndingReached, Turn
from game.story.model import RETURN

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.engine.state import State
    from game.story import model

SCENES_A_MOVE = 200
"""More scenes than this without a menu, a page or an ending: the story goes round in a circle."""


class StoryLoop(RuntimeError):
    """Scenes that lead into one another for ever. The story's fault; names the scene."""


class Telling:
    """One move while it is being told: a draft of the state, its passages, and where it has got to."""

    watcher: ClassVar[Callable[[str, str | None], None] | None] = None
    """Told of every deal: from which scene, and which storylet, if there was one that could be dealt."""

    def __init__(self, story: model.Story, state: State) -> None:
        self.story = story
        self.draft = Draft(story, state)
        self.environment = Environment(self.draft)
        self.narrator = Narrator(self.draft, self.environment)
        self._reached: EndingReached | None = None

    @property
    def scene(self) -> model.Scene:
        """The scene that it stands in."""
        return self.story.scenes[self.draft.scene]

    @property
    def menu(self) -> Menu:
        """What the present scene offers."""
        return Menu(self.story, self.scene, self.draft, self.environment, self.narrator)

    def turn(self) -> Turn:
        """The turn, told."""
        ended = self.draft.ending is not None
        return Turn(
            number=self.draft.turn,
            scene=self.draft.scene,
            chapter=self.draft.chapter,
            passages=tuple(self.draft.passages),
            choices=() if ended else self.menu.choices(),
            page=None if ended else self.menu.page(),
            ending=self._reached,
            state=self.draft.freeze(),
            sky=self.draft.sky,
        )

    def go_to(self, scene_id: str) -> None:
        """Enter a scene, and whatever it leads to by itself. Raises StoryLoop if that never ends."""
        following: str | None = scene_id
        for _ in range(SCENES_A_MOVE):
            if following is None:
                return
            following = self._enter(following)
        raise StoryLoop(f"the scenes round {scene_id!r} lead into one another for ever")

    def follow(self, goto: tuple[model.Goto, ...]) -> None:
        """Go on by the first way that is open; stay, if none is."""
        target = self._target(goto)
        if target is not None:
            self.go_to(target)

    def _target(self, goto: tuple[model.Goto, ...]) -> str | None:
        """The scene that a `goto` leads to now; the dealing scene's next, for a return."""
        for way in goto:
            if way.condition is None or way.condition.evaluate(self.environment):
                return self._after_storylet() if way.to == RETURN else way.to
        return None

    def _enter(self, scene_id: str) -> str | None:
        """Tell one scene; answers the scene that follows at once, or None where the player is asked."""
        draft = self.draft
        scene = self.story.scenes[scene_id]
        draft.scene, draft.chapter = scene_id, scene.chapter
        draft.visits.add(scene_id)
        draft.assign(scene.do, self.environment)
        draft.sky = scene.sky or draft.sky
        self.narrator.tell(scene.text, scene_id, scene.kind)
        if scene.ending is not None:
            self._end(scene.ending)
            return None
        if scene.page is not None or self.menu.has_choices():
            return None
        if scene.deal is not None:
            return self._deal(scene, scene.deal.count)
        if scene.goto:
            return self._target(scene.goto)
        return self._after_storylet() if scene.deck is not None else None

    def _end(self, ending_id: str) -> None:
        ending = self.story.endings[ending_id]
        self.draft.ending = ending_id
        self._reached = EndingReached(ending.id, ending.title)
        self.narrator.tell(ending.text, ending.id)

    def _deal(self, scene: model.Scene, remaining: int) -> str | None:
        """The next storylet of the scene's deck, or where the scene goes on when there is none (left)."""
        deal = scene.deal
        if deal is None:
            return None
        picked = self._storylet(deal.deck) if remaining > 0 else None
        if Telling.watcher is not None and remaining > 0:
            Telling.watcher(scene.id, picked.id if picked is not None else None)
        if picked is None:
            return self._target(deal.then)
        self.draft.returns.append(Return(scene.id, remaining - 1))
        self.draft.use(f"storylet:{picked.id}")
        return picked.id

    def _storylet(self, deck: str) -> model.Scene | None:
        """The most salient eligible storylet of a deck, or None."""
        return most_salient(
            eligible(deck, self.draft, self.environment),
            lambda storylet: storylet.condition.terms if storylet.condition else 0,
            lambda storylet: self.draft.used[f"storylet:{storylet.id}"],
            lambda sides: self.draft.chance(f"deck:{deck}", sides),
        )

    def _after_storylet(self) -> str | None:
        if not self.draft.returns:
            return None
        back = self.draft.returns.pop()
        return self._deal(self.story.scenes[back.scene], back.remaining)
