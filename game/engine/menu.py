"""What a scene offers: its choices as they stand now, and the sheet in the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.turn import Choice, PageOffer
from game.engine.views import ClaimView

if TYPE_CHECKING:
    from game.engine.draft import Draft
    from game.engine.environment import Environment
    from game.engine.narrator import Narrator
    from game.story import model


class Menu:
    """The choices and the page of one scene, derived from the state and never stored."""

    def __init__(
        self,
        story: model.Story,
        scene: model.Scene,
        draft: Draft,
        environment: Environment,
        narrator: Narrator,
    ) -> None:
        self._story = story
        self._scene = scene
        self._draft = draft
        self._environment = environment
        self._narrator = narrator

    def choices(self) -> tuple[Choice, ...]:
        """The choices that are shown, in the author's order."""
        return tuple(self._choice(choice) for choice in self._scene.choices if self._is_shown(choice))

    def has_choices(self) -> bool:
        """Whether any choice is shown."""
        return any(map(self._is_shown, self._scene.choices))

    def find(self, choice_id: str) -> model.Choice | None:
        """The choice of that id, if it is shown."""
        return next((c for c in self._scene.choices if c.id == choice_id and self._is_shown(c)), None)

    def why_not(self, choice: model.Choice) -> str | None:
        """Why a choice that is shown cannot be picked; None if it can."""
        claim = self.forbidding(choice)
        if claim is not None:
            # Not by its form: that counts as showing it, and another claim might be given when it is picked.
            return claim.entry.sentence if isinstance(claim, ClaimView) else str(claim)
        if choice.needs is not None and not choice.needs.evaluate(self._environment):
            reason = self._narrator.text(choice.otherwise) if choice.otherwise else ""
            return " ".join(reason.split()) or "Not now."
        return None

    def forbidding(self, choice: model.Choice) -> object | None:
        """The claim that forbids a choice that is shown; None if there is none."""
        claim = choice.forbid.evaluate(self._environment) if choice.forbid is not None else None
        return None if claim is False else claim

    def pick_key(self, choice: model.Choice) -> str:
        """What a pick of this choice is counted under, and its passages are named after."""
        return f"{self._scene.id}.{choice.id}"

    def page(self) -> PageOffer | None:
        """The page in the machine, if the scene has one."""
        if self._scene.page is None:
            return None
        page = self._story.pages[self._scene.page]
        prompt = " ".join(self._narrator.text(page.prompt).split())
        return PageOffer(page.id, prompt, page.optional, page.live, self.instead(page))

    def instead(self, page: model.Page) -> str | None:
        """What comes out of the machine, if it isn't what is typed."""
        if page.instead is None:
            return None
        with self._draft.aside():
            return self._narrator.text(page.instead).strip()

    def _is_shown(self, choice: model.Choice) -> bool:
        if choice.once and self._draft.visits[self.pick_key(choice)]:
            return False
        return choice.condition is None or bool(choice.condition.evaluate(self._environment))

    def _choice(self, choice: model.Choice) -> Choice:
        text = " ".join(self._narrator.text(choice.text).split())
        why_not = self.why_not(choice)
        return Choice(choice.id, text, why_not is None, why_not)
