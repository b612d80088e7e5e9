"""The parts of a story as functions: what there is of each, and how it is written out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from game.engine.turn import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from game.engine.environment import Environment
    from game.engine.narrator import Narrator
    from game.engine.program.prose import Prose
    from game.engine.turn import PassageKind
    from game.reader.claims import Claim
    from game.story import model
    from game.story.expressions import Effect, Expression
    from game.story.model import Block, Goto

    Ask = Callable[[Environment], object]
    Lead = Callable[[Environment], str | None]
    Do = Callable[[Environment], None]
    Tell = Callable[[Narrator, str, PassageKind], None]
    Say = Callable[[Narrator], str]

Piece = TypeVar("Piece")
Ruling = TypeVar("Ruling")
ALONE = "t"
TOLD = "t, owner, kind"


@dataclass(frozen=True, slots=True)
class ChoiceUnit:
    """A choice: whether it is shown, what forbids it, why it cannot be picked, what comes of it."""

    choice: model.Choice
    shown: Ask | None
    """None if it always is."""
    forbidden_by: Ask | None
    why_not: Callable[[Narrator], str | None] | None
    """Why it cannot be picked where nothing forbids it; None if it always can."""
    pick: Callable[[Narrator], str | None]
    """Counts the pick, tells it, and answers where it leads."""
    refuse: Callable[[Narrator], None] | None


@dataclass(frozen=True, slots=True)
class SceneUnit:
    """A scene: its telling, its menu, and where it leads."""

    scene: model.Scene
    enter: Callable[[Narrator], None]
    """Stands there from now on, counts it, and tells it."""
    menu: Callable[[Narrator], tuple[Choice, ...]] | None
    lead: Lead
    choices: Mapping[str, ChoiceUnit]
    """Each made when it is first picked."""


@dataclass(frozen=True, slots=True)
class PageUnit:
    """A page: its prompt, and what comes of pulling it."""

    page: model.Page
    prompt: Say
    instead: Say | None
    do: Do
    before: Tell
    unread: Tell
    after: Tell
    blank: Tell
    lead: Lead
    blank_lead: Lead


@dataclass(frozen=True, slots=True)
class Storylet:
    """A storylet, as far as it is needed to choose among several."""

    scene: model.Scene
    used: str
    """What its use is noted under."""
    condition: Ask | None
    particularity: int


@dataclass(frozen=True, slots=True)
class Answer(Generic[Piece]):
    """A beat or a cost, as far as it is needed to choose among several."""

    piece: Piece
    used: str
    """What its use is noted under."""
    fits: Callable[[Claim], bool]
    condition: Ask | None
    particularity: int


@dataclass(frozen=True, slots=True)
class Rule(Generic[Ruling]):
    """A consequence or a resistance: for which claims, and what it does."""

    rule: Ruling
    fits: Callable[[Claim], bool]
    condition: Ask | None
    do: Do


class Writer:
    """Writes functions into one source."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self._line = prose.source.line

    def asks(self, name: str, written: str) -> None:
        """A function that answers what an expression comes to."""
        self._begin(name, ALONE)
        self._line(1, f"return ({written})")

    def does(self, name: str, effects: Sequence[Effect]) -> None:
        """A function that carries out effects."""
        self._begin(name, ALONE)
        self.prose.effects(1, effects)

    def leads(self, name: str, ways: Sequence[Goto]) -> None:
        """A function that answers where it goes on."""
        self._begin(name, ALONE)
        self.prose.ways(1, ways)

    def tells(self, name: str, blocks: Sequence[Block], effects: Sequence[Effect] = ()) -> None:
        """A function that carries out effects and tells blocks, as passages of whoever it is told."""
        self._begin(name, TOLD)
        self.prose.effects(1, effects)
        self.prose.blocks(1, blocks, "owner, kind")

    def enters(self, scene: model.Scene) -> None:
        """A function that enters a scene: from now on it stands there, and tells it."""
        self._begin("enter", ALONE)
        self._line(1, f"t.scene = {scene.id!r}; t.chapter = {scene.chapter!r}")
        if scene.sky:
            self._line(1, f"t.sky = {scene.sky!r}")
        self.prose.count(1, scene.id)
        self.prose.effects(1, scene.do)
        self.prose.blocks(1, scene.text, f"{scene.id!r}, {scene.kind!r}")

    def says(self, name: str, written: str) -> None:
        """A function that answers a text."""
        self._begin(name, ALONE)
        self._line(1, f"return ({written})")

    def menu(self, scene: model.Scene) -> None:
        """A function that answers the choices that are shown, in the author's order."""
        self._begin("menu", ALONE)
        self._line(1, "told = []")
        for choice in scene.choices:
            self._line(1, f"if {self._shown(scene, choice) or 'True'}:")
            self._line(2, f"told.append({self._offered(choice)})")
        self._line(1, "return tuple(told)")

    def choice(self, scene: model.Scene, choice: model.Choice) -> None:
        """The functions of one choice."""
        key = f"{scene.id}.{choice.id}"
        shown = self._shown(scene, choice)
        if shown:
            self.asks("is_shown", shown)
        self._begin("pick", ALONE)
        self.prose.count(1, key)
        self.prose.effects(1, choice.do)
        self.prose.blocks(1, choice.say, f"{key!r}, {scene.kind!r}")
        self.prose.ways(1, choice.goto)
        if choice.forbid is not None:
            self.asks("forbids", self.prose.value(choice.forbid))
            self._begin("refuse", ALONE)
            self.prose.blocks(1, choice.forbidden, f"{key!r}, {scene.kind!r}")
        if choice.needs is not None:
            self.says("why_not", self._why(choice.needs, choice))

    def _offered(self, choice: model.Choice) -> str:
        """The choice as it is shown: the same always, unless its words or whether it can be picked differ."""
        always = self.prose.constant(choice.text)
        if choice.forbid is None and choice.needs is None:
            if always is not None:
                return self.prose.source.constant(Choice(choice.id, " ".join(always.split())))
            return f"Choice({choice.id!r}, {self.prose.line(choice.text)})"
        self._line(2, f"text = {self.prose.line(choice.text)}")
        self._line(2, "why = None")
        if choice.forbid is not None:
            self._line(2, f"why = t.forbidding({self.prose.value(choice.forbid)})")
        if choice.needs is not None:
            self._line(2, f"if why is None: why = ({self._why(choice.needs, choice)})")
        return f"Choice({choice.id!r}, text, why is None, why)"

    def _why(self, needs: Expression, choice: model.Choice) -> str:
        written = self.prose.condition(needs)
        reason = self.prose.line(choice.otherwise) if choice.otherwise else "''"
        return f"None if {written} else ({reason}) or 'Not now.'"

    def _shown(self, scene: model.Scene, choice: model.Choice) -> str:
        tests = []
        if choice.once:
            tests.append(f"not t.visits.get({f'{scene.id}.{choice.id}'!r}, 0)")
        if choice.condition is not None:
            tests.append(self.prose.condition(choice.condition))
        return f"({' and '.join(tests)})" if tests else ""

    def _begin(self, name: str, given: str) -> None:
        self._line(0, f"def {name}({given}):")
        self._line(1, "v = t.values")
