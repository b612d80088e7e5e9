"""One move: a story, a state and what the player did go in; a turn comes out. Nothing else happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.canon import take
from game.engine.draft import Draft, first_state
from game.engine.environment import Environment
from game.engine.narrator import Narrator
from game.engine.quoting import sentence_at, unstruck
from game.engine.saliency import most_salient
from game.engine.state import CanonEntry, Return, TypedPage
from game.engine.turn import Choice, Choose, EndingReached, MoveError, PageOffer, Turn, Type
from game.reader.saying import deny
from game.story.model import RETURN

if TYPE_CHECKING:
    from game.engine.state import State
    from game.engine.turn import Move
    from game.reader.claims import Claim
    from game.story import model

SCENES_A_MOVE = 200
"""More scenes than this without a menu, a page or an ending: the story goes round in a circle."""


class StoryLoop(RuntimeError):
    """Scenes that lead into one another for ever. The story's fault; names the scene."""


def begin(story: model.Story, seed: int) -> Turn:
    """The first turn of a playthrough."""
    telling = _Telling(story, first_state(story, seed))
    telling.go_to(story.start)
    return telling.turn()


def step(story: model.Story, state: State, move: Move) -> Turn:
    """The turn that follows from `move`. Raises MoveError if `state` does not offer that move."""
    if state.ending is not None:
        raise MoveError("ended", "The story has ended here. Go back a move, or begin another.")
    telling = _Telling(story, state)
    if isinstance(move, Choose):
        telling.choose(move.choice)
    else:
        telling.type(move)
    return telling.turn()


class _Telling:
    """One move while it is being told."""

    def __init__(self, story: model.Story, state: State) -> None:
        self.story = story
        self.draft = Draft(story, state)
        self.environment = Environment(self.draft)
        self.narrator = Narrator(self.draft, self.environment)
        self.reached: EndingReached | None = None

    @property
    def scene(self) -> model.Scene:
        return self.story.scenes[self.draft.scene]

    def turn(self) -> Turn:
        ended = self.draft.ending is not None
        return Turn(
            number=self.draft.turn,
            scene=self.draft.scene,
            chapter=self.draft.chapter,
            passages=tuple(self.draft.passages),
            choices=() if ended else self.menu(),
            page=None if ended else self.offer(),
            ending=self.reached,
            state=self.draft.freeze(),
            sky=self.draft.sky,
        )

    # What is offered

    def menu(self) -> tuple[Choice, ...]:
        """The choices of the present scene, as they stand now."""
        return tuple(self._choice(choice) for choice in self.scene.choices if self._is_shown(choice))

    def _is_shown(self, choice: model.Choice) -> bool:
        if choice.once and self.draft.visits[self._pick_key(choice)]:
            return False
        return choice.condition is None or bool(choice.condition.evaluate(self.environment))

    def _choice(self, choice: model.Choice) -> Choice:
        text = self.narrator.text(choice.text).strip()
        why_not = self._why_not(choice)
        return Choice(choice.id, " ".join(text.split()), why_not is None, why_not)

    def _why_not(self, choice: model.Choice) -> str | None:
        """Why a choice that is shown cannot be picked; None if it can."""
        if choice.forbid is not None:
            claim = choice.forbid.evaluate(self.environment)
            if claim is not None and claim is not False:
                return str(getattr(claim, "sentence", claim))
        if choice.needs is not None and not choice.needs.evaluate(self.environment):
            reason = self.narrator.text(choice.otherwise) if choice.otherwise else ""
            return " ".join(reason.split()) or "Not now."
        return None

    def _pick_key(self, choice: model.Choice) -> str:
        return f"{self.draft.scene}.{choice.id}"

    def offer(self) -> PageOffer | None:
        """The page in the machine, if the present scene has one."""
        if self.scene.page is None:
            return None
        page = self.story.pages[self.scene.page]
        prompt = " ".join(self.narrator.text(page.prompt).split())
        return PageOffer(page.id, prompt, page.optional, page.live)

    # What is done

    def choose(self, choice_id: str) -> None:
        """Carry out a choice of the present menu."""
        choice = next((c for c in self.scene.choices if c.id == choice_id and self._is_shown(c)), None)
        if choice is None:
            raise MoveError("not-offered", f"There is no choice {choice_id!r} here.")
        why_not = self._why_not(choice)
        owner = self._pick_key(choice)
        if why_not is not None:
            if not choice.forbidden:
                raise MoveError("not-enabled", why_not)
            self.narrator.tell(choice.forbidden, owner, self.scene.kind)
            return
        self.draft.visits.add(owner)
        self.draft.assign(choice.do, self.environment)
        self.narrator.tell(choice.say, owner, self.scene.kind)
        if choice.goto:
            self._follow(choice.goto)

    def type(self, move: Type) -> None:
        """Take a page out of the machine: show it, take what it claims into canon, answer it."""
        if self.scene.page is None:
            raise MoveError("no-page", "There is no sheet in the machine.")
        page = self.story.pages[self.scene.page]
        if not unstruck(move.text).strip():
            self._leave_blank(page, move.text)
            return
        self._keep_page(page, move)
        self.narrator.say(page.id, "typed", move.text)
        claims = tuple(deny(claim) for claim in move.claims) if move.backwards else move.claims
        for claim in claims:
            self._take(page, claim, move.text)
        self.draft.assign(page.do, self.environment)
        self.narrator.tell(page.before, page.id, self.scene.kind)
        if not claims:
            self.narrator.tell(page.unread or (), page.id, self.scene.kind)
        elif page.beats is not None:
            self.narrator.dramatise(page.beats, self.environment.new(), self.scene.kind)
        self.narrator.tell(page.after, page.id, self.scene.kind)
        self._follow(page.goto)

    def _leave_blank(self, page: model.Page, text: str) -> None:
        self.draft.visits.add(f"{page.id}:blank")
        if text.strip():
            self.narrator.say(page.id, "typed", text)
        if page.blank is None:
            self.narrator.say(page.id, "notice", "The sheet comes out as white as it went in.")
        else:
            self.narrator.tell(page.blank, page.id, self.scene.kind)
        if page.blank_goto:
            self._follow(page.blank_goto)
        elif page.optional:
            self._follow(page.goto)

    def _keep_page(self, page: model.Page, move: Type) -> None:
        draft = self.draft
        typed = TypedPage(
            id=page.id,
            number=len(draft.pages) + 1,
            text=move.text,
            backwards=move.backwards,
            chapter=draft.chapter,
            scene=draft.scene,
            turn=draft.turn,
        )
        draft.pages = (*draft.pages, typed)
        draft.fresh = ()

    def _take(self, page: model.Page, claim: Claim, text: str) -> None:
        draft = self.draft
        number = len(draft.canon) + len(draft.former) + 1
        entry = CanonEntry(
            number=number,
            claim=claim,
            sentence=sentence_at(text, *claim.span),
            page=page.id,
            page_number=len(draft.pages),
            chapter=draft.chapter,
            turn=draft.turn,
        )
        taken = take(draft.canon, draft.former, entry, self.story.exclusions)
        draft.canon, draft.former = taken.canon, taken.former
        standing = {old.number for old in draft.canon}
        draft.fresh = (*(old for old in draft.fresh if old in standing), number)
        before = self.environment.bind({"it": self.environment.view(entry), "overwrote": taken.overwrote})
        for consequence in self.story.consequences:
            condition = consequence.condition
            if consequence.pattern.fits(claim) and (
                condition is None or condition.evaluate(self.environment)
            ):
                draft.assign(consequence.do, self.environment)
        self.environment.restore(before)

    # Where it goes

    def go_to(self, scene_id: str) -> None:
        """Enter a scene, and whatever it leads to by itself."""
        following: str | None = scene_id
        for _ in range(SCENES_A_MOVE):
            if following is None:
                return
            following = self._enter(following)
        raise StoryLoop(f"the scenes round {scene_id!r} lead into one another for ever")

    def _follow(self, goto: tuple[model.Goto, ...]) -> None:
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
        if scene.page is not None or (scene.choices and self.menu()):
            return None
        if scene.deal is not None:
            return self._deal(scene, scene.deal.count)
        if scene.goto:
            return self._target(scene.goto)
        return self._after_storylet() if scene.deck is not None else None

    def _end(self, ending_id: str) -> None:
        ending = self.story.endings[ending_id]
        self.draft.ending = ending_id
        self.reached = EndingReached(ending.id, ending.title)
        self.narrator.tell(ending.text, ending.id)

    def _deal(self, scene: model.Scene, remaining: int) -> str | None:
        """The next storylet of the scene's deck, or where the scene goes on when there is none (left)."""
        deal = scene.deal
        if deal is None:
            return None
        picked = self._storylet(deal.deck) if remaining > 0 else None
        if picked is None:
            return self._target(deal.then)
        self.draft.returns.append(Return(scene.id, remaining - 1))
        self.draft.use(f"storylet:{picked.id}")
        return picked.id

    def _storylet(self, deck: str) -> model.Scene | None:
        """The most salient eligible storylet of a deck, or None."""
        eligible = [
            storylet
            for storylet in map(self.story.scenes.__getitem__, self.story.decks.get(deck, ()))
            if not (storylet.once and self.draft.visits[storylet.id])
            and (storylet.condition is None or storylet.condition.evaluate(self.environment))
        ]
        return most_salient(
            eligible,
            lambda storylet: storylet.condition.terms if storylet.condition else 0,
            lambda storylet: self.draft.used[f"storylet:{storylet.id}"],
            lambda sides: self.draft.chance(f"deck:{deck}", sides),
        )

    def _after_storylet(self) -> str | None:
        if not self.draft.returns:
            return None
        back = self.draft.returns.pop()
        return self._deal(self.story.scenes[back.scene], back.remaining)
