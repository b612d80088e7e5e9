"""One move: a story, a state and what the player did go in; a turn comes out. Nothing else happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.draft import first_state
from game.engine.environment import explained
from game.engine.pages import pull
from game.engine.telling import StoryLoop, Telling
from game.engine.turn import Choose, MoveError, Turn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.engine.state import State, Value
    from game.engine.turn import Move
    from game.story.model import Story


def begin(story: Story, seed: int, values: Mapping[str, Value] | None = None) -> Turn:
    """The first turn of a playthrough; with `values`, from variables that do not start as the story says."""
    telling = Telling(story, first_state(story, seed))
    if values:
        telling.set(values)
    return _entered(telling, story.start)


def enter(story: Story, turn: Turn, scene: str) -> Turn:
    """The turn as it is if the story leads on from it to another scene, without a move of the player's."""
    telling = Telling(story, turn.state)
    telling.number = turn.number
    telling.go_on_from(turn.passages)
    return _entered(telling, scene)


def step(story: Story, state: State, move: Move) -> Turn:
    """The turn that follows from `move`. Raises MoveError if `state` does not offer that move,
    EvaluationError and StoryLoop for what is the story's fault.
    """
    if state.ending is not None:
        raise MoveError("ended", "The story has ended here. Go back a move, or begin another.")
    telling = Telling(story, state)
    try:
        if isinstance(move, Choose):
            _choose(telling, move.choice)
        elif telling.here.page is None:
            raise MoveError("no-page", "There is no sheet in the machine.")
        else:
            pull(telling, story.pages[telling.here.page], move)
        return telling.turn()
    except (MoveError, StoryLoop):
        raise
    except Exception as error:
        raise explained(error) from error


def _entered(telling: Telling, scene: str) -> Turn:
    try:
        telling.go_to(scene)
        return telling.turn()
    except StoryLoop:
        raise
    except Exception as error:
        raise explained(error) from error


def _choose(telling: Telling, choice_id: str) -> None:
    """Carry out a choice of the present menu; a forbidden one is only answered."""
    try:
        choice = telling.unit.choices[choice_id]
    except KeyError:
        raise MoveError("not-offered", "That is not one of the choices here.") from None
    if choice.shown is not None and not choice.shown(telling):
        raise MoveError("not-offered", "That is not one of the choices here.")
    if choice.forbidden_by is not None:
        claim = choice.forbidden_by(telling)
        why_not = telling.forbidding(claim)
        if why_not is not None:
            if choice.refuse is None or not choice.choice.forbidden:
                raise MoveError("not-enabled", why_not)
            before = telling.bind({"it": claim})
            choice.refuse(telling)
            telling.restore(before)
            return
    why_not = choice.why_not(telling) if choice.why_not is not None else None
    if why_not is not None:
        raise MoveError("not-enabled", why_not)
    telling.follow(choice.pick(telling))
