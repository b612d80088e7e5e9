"""One move: a story, a state and what the player did go in; a turn comes out. Nothing else happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.draft import first_state
from game.engine.pages import pull
from game.engine.telling import Telling
from game.engine.turn import Choose, MoveError, Turn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.engine.state import State, Value
    from game.engine.turn import Move
    from game.story.model import Story


def begin(story: Story, seed: int, values: Mapping[str, Value] | None = None) -> Turn:
    """The first turn of a playthrough; with `values`, from variables that do not start as the story says."""
    telling = Telling(story, first_state(story, seed))
    telling.draft.variables |= values or {}
    telling.go_to(story.start)
    return telling.turn()


def enter(story: Story, turn: Turn, scene: str) -> Turn:
    """The turn as it is if the story leads on from it to another scene, without a move of the player's."""
    telling = Telling(story, turn.state)
    telling.draft.turn = turn.number
    telling.draft.passages.extend(turn.passages)
    telling.go_to(scene)
    return telling.turn()


def step(story: Story, state: State, move: Move) -> Turn:
    """The turn that follows from `move`. Raises MoveError if `state` does not offer that move."""
    if state.ending is not None:
        raise MoveError("ended", "The story has ended here. Go back a move, or begin another.")
    telling = Telling(story, state)
    if isinstance(move, Choose):
        _choose(telling, move.choice)
    elif telling.scene.page is None:
        raise MoveError("no-page", "There is no sheet in the machine.")
    else:
        pull(telling, story.pages[telling.scene.page], move)
    return telling.turn()


def _choose(telling: Telling, choice_id: str) -> None:
    """Carry out a choice of the present menu; a forbidden one is only answered."""
    menu = telling.menu
    choice = menu.find(choice_id)
    if choice is None:
        raise MoveError("not-offered", "That is not one of the choices here.")
    claim = menu.forbidding(choice)
    why_not = menu.why_not(choice)
    owner, kind = menu.pick_key(choice), telling.scene.kind
    if why_not is not None:
        if claim is None or not choice.forbidden:
            raise MoveError("not-enabled", why_not)
        before = telling.environment.bind({"it": claim})
        telling.narrator.tell(choice.forbidden, owner, kind)
        telling.environment.restore(before)
        return
    telling.draft.visits.add(owner)
    telling.draft.assign(choice.do, telling.environment)
    telling.narrator.tell(choice.say, owner, kind)
    telling.follow(choice.goto)
