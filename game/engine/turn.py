"""What goes into the engine (moves) and what comes out (turns). Plain values, all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from game.engine.state import State
    from game.reader.claims import Claim

PassageKind = Literal["prose", "typed", "interlude", "notice"]


class Choose(NamedTuple):
    """A choice picked from the menu, by its id."""

    choice: str


class Type(NamedTuple):
    """A page pulled from the typewriter: the words as typed, and what the reader made of them."""

    text: str
    claims: tuple[Claim, ...] = ()
    backwards: bool = False


Move = Choose | Type


class Passage(NamedTuple):
    """A stretch of text to show, plain, paragraphs parted by a blank line."""

    id: str
    kind: PassageKind
    text: str


class Choice(NamedTuple):
    """One line of the menu. A choice that is not enabled says why in `forbidden_by`."""

    id: str
    text: str
    enabled: bool = True
    forbidden_by: str | None = None


class PageOffer(NamedTuple):
    """The sheet in the machine: what stands over it, and whether it may be left blank."""

    id: str
    prompt: str
    optional: bool = False
    live: bool = False
    """Each line takes effect as it ends; the same page is offered again until something else is done."""
    instead: str | None = None
    """What comes out of the machine, whichever keys are pressed."""


class EndingReached(NamedTuple):
    """The ending that this turn closed on."""

    id: str
    title: str


class Turn(NamedTuple):
    """All that a front end needs to show of one move, and the state after it."""

    number: int
    scene: str
    chapter: str
    passages: tuple[Passage, ...]
    choices: tuple[Choice, ...]
    page: PageOffer | None
    ending: EndingReached | None
    state: State
    sky: str | None = None
    """The title, where the scene writes it in the sky; front ends may draw it small, upper right."""


class MoveError(ValueError):
    """A move that the present turn does not offer. The state is unchanged; the message is for the player."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
