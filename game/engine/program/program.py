"""A story's program: its functions, each made when it is first needed and kept with the story."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar, cast

from game.engine.kinds import Found, kind
from game.engine.patterns import fitting
from game.engine.program.expressions import Expressions
from game.engine.program.prose import Prose
from game.engine.program.source import Source
from game.engine.program.units import Answer, ChoiceUnit, PageUnit, Rule, SceneUnit, Storylet, Writer
from game.engine.tidying import in_line
from game.engine.turn import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from game.engine.kinds import Kind
    from game.engine.program.units import Ask, Say, Tell
    from game.engine.state import CanonEntry
    from game.engine.turn import PassageKind
    from game.story import model
    from game.story.expressions import Effect, Expression
    from game.story.markup import Alternatives, Text
    from game.story.model import Story

    Ways = tuple[tuple[Ask | None, str], ...]
    """What something is: the first whose condition is so."""

_KEPT_AS: Final = "program"
Made = TypeVar("Made")
Shelf = tuple[str, str, bool]
"""A place, an aspect, and whether a claim holds."""


class Watcher(Protocol):
    """Somebody who wants to know which conditions were so, and which texts were shown."""

    def condition(self, condition: Expression, value: object) -> None:
        """A condition came to this."""

    def alternative(self, part: Alternatives, picked: int) -> None:
        """Of several texts this one was shown, by its number."""

    def slot(self, expression: Expression, shown: str) -> None:
        """A slot was filled with this."""


class Program:
    """The functions of one story. With a watcher, they tell it what they come across."""

    def __init__(self, story: Story, watcher: Watcher | None = None) -> None:
        self._story = story
        self._expressions = Expressions(story)
        self._variables = tuple(story.variables.values())
        self.watched = watcher is not None
        self._given: dict[str, object] = {
            "join": "".join, "str": str, "bool": bool, "tuple": tuple, "Choice": Choice,
            "in_line": in_line, "shown": _shown, "whole": _whole, **(_looking(watcher) if watcher else {}),
        }  # fmt: skip
        self.scenes: Mapping[str, SceneUnit] = _Made(self._scene)
        """The scenes and storylets."""
        self.derived: Mapping[str, tuple[Ways, model.Value]] = _Made(self._derived)
        """Of each derived variable what it is in which case, and what it is at the start."""
        self.facets: Mapping[str, tuple[Kind, Ways]] = _Made(self._facet)
        """Of each closed aspect the claims that say it of Ruby, and what is her own."""
        self._pages: dict[tuple[int, bool], PageUnit] = {}
        self._tellings: dict[tuple[str, bool], Tell] = {}
        self._notes: dict[Text, Say] = {}
        self._decks: dict[str, tuple[Storylet, ...]] = {}
        self._values: dict[Any, tuple[Expression, Ask]] = {}
        self._beats: dict[Shelf, tuple[tuple[Answer[model.Beat], ...], ...]] = {}
        self._costs: dict[Shelf, tuple[Answer[model.Cost], ...]] = {}
        self._consequences: tuple[Rule[model.Consequence], ...] | None = None
        self._resistances: tuple[Rule[model.Resistance], ...] | None = None
        self._found = Found(())

    def found(self, canon: tuple[CanonEntry, ...]) -> Found:
        """What was found out about this canon already. Canons change seldom, and are asked much."""
        if self._found.canon is not canon:
            self._found = Found(canon)
        return self._found

    # Single expressions and texts.

    def value(self, expression: Expression) -> Ask:
        """What an expression comes to."""
        return self._asked(expression, lambda prose: prose.value(expression), expression.source)

    def condition(self, condition: Expression) -> Ask:
        """Whether a condition is so."""
        key = id(condition) if self.watched else condition.source
        return self._asked(condition, lambda prose: prose.condition(condition), key)

    def _asked(self, expression: Expression, write: Callable[[Prose], str], key: Any) -> Ask:
        found = self._values.get(key)
        if found is None:
            writer = self._writer()
            writer.asks("ask", write(writer.prose))
            # The expression is kept, so that nothing else can have its id.
            found = self._values[key] = (expression, self._made(writer, "expression")["ask"])
        return found[1]

    def text(self, text: Text) -> Say:
        """A text as it reads now, on one line."""
        found = self._notes.get(text)
        if found is None:
            writer = self._writer()
            writer.says("say", writer.prose.line(text))
            found = self._notes[text] = self._made(writer, text.key)["say"]
        return found

    # Parts of the story.

    def _scene(self, id_: str) -> SceneUnit:
        scene = self._story.scenes[id_]
        writer = self._writer()
        writer.enters(scene)
        writer.leads("lead", scene.deal.then if scene.deal is not None else scene.goto)
        if scene.choices:
            writer.menu(scene)
        made = self._made(writer, f"scene {scene.id}")
        choices = _Made(partial(self._choice, scene))
        return SceneUnit(scene, made["enter"], made.get("menu"), made["lead"], choices)

    def _choice(self, scene: model.Scene, id_: str) -> ChoiceUnit:
        """One of its choices; most are never picked. Raises KeyError for none of them."""
        choice = next((one for one in scene.choices if one.id == id_), None)
        if choice is None:
            raise KeyError(id_)
        writer = self._writer()
        writer.choice(scene, choice)
        made = self._made(writer, f"choice {scene.id}.{choice.id}")
        return ChoiceUnit(
            choice,
            made.get("is_shown"),
            made.get("forbids"),
            made.get("why_not"),
            made["pick"],
            made.get("refuse"),
        )

    def page(self, page: model.Page, kind: PassageKind = "prose") -> PageUnit:
        """A page, which need not be one of the story's, in a scene of that kind."""
        typed = kind == "typed"
        found = self._pages.get((id(page), typed))
        if found is None or found.page is not page:
            found = self._pages[id(page), typed] = self._page(page, typed)
        return found

    def _page(self, page: model.Page, typed: bool) -> PageUnit:
        writer = self._writer(typed)
        writer.says("prompt", writer.prose.line(page.prompt))
        if page.instead is not None:
            writer.says("instead", writer.prose.text(page.instead))
        writer.does("do", page.do)
        for name in ("before", "unread", "after", "blank"):
            writer.tells(name, getattr(page, name) or ())
        writer.leads("lead", page.goto)
        writer.leads("blank_lead", page.blank_goto)
        made = self._made(writer, f"page {page.id}")
        return PageUnit(
            page, made["prompt"], made.get("instead"), made["do"], made["before"], made["unread"],
            made["after"], made["blank"], made["lead"], made["blank_lead"],
        )  # fmt: skip

    def ending(self, ending: model.Ending) -> Tell:
        """The telling of an ending's own text."""
        return self._telling(f"ending {ending.id}", (), ending.text, False)

    def telling_of(self, answer: Answer[Any], kind: PassageKind) -> Tell:
        """The telling of a beat or cost, with its effects before it, in passages of that kind."""
        piece: model.Beat | model.Cost = answer.piece
        return self._telling(answer.used, piece.do, piece.text, kind == "typed")

    def _telling(
        self, key: str, effects: tuple[Effect, ...], blocks: tuple[model.Block, ...], typed: bool
    ) -> Tell:
        found = self._tellings.get((key, typed))
        if found is None:
            writer = self._writer(typed)
            writer.tells("tell", blocks, effects)
            found = self._tellings[key, typed] = self._made(writer, key)["tell"]
        return found

    def _own(self, ways: Sequence[model.OwnValue]) -> Ways:
        return tuple(
            (None if one.condition is None else self.value(one.condition), one.value) for one in ways
        )

    def _derived(self, name: str) -> tuple[Ways, model.Value]:
        variable = self._story.variables[name]
        return self._own(variable.derived), variable.default

    def _facet(self, aspect: str) -> tuple[Kind, Ways]:
        facet = self._story.facets.get(aspect)
        return kind(aspect, time="now"), self._own(facet.own if facet is not None else ())

    def deck(self, deck: str) -> tuple[Storylet, ...]:
        """The storylets of a deck, in the story's order."""
        found = self._decks.get(deck)
        if found is None:
            scenes = (self._story.scenes[id_] for id_ in self._story.decks.get(deck, ()))
            found = self._decks[deck] = tuple(
                Storylet(
                    scene,
                    f"storylet:{scene.id}",
                    None if scene.condition is None else self.condition(scene.condition),
                    0 if scene.condition is None else scene.condition.terms,
                )
                for scene in scenes
            )
        return found

    # What answers claims.

    def beats(self, shelf: Shelf) -> tuple[tuple[Answer[model.Beat], ...], ...]:
        """The beats that can fit such a claim there, the most particular first, equals together."""
        found = self._beats.get(shelf)
        if found is None:
            groups: dict[int, list[Answer[model.Beat]]] = defaultdict(list)
            for beat in self._story.beats_by_kind.get(shelf, ()):
                answer = self._answer(beat, f"beat:{beat.id}")
                groups[answer.particularity].append(answer)
            found = self._beats[shelf] = tuple(tuple(groups[one]) for one in sorted(groups, reverse=True))
        return found

    def costs(self, shelf: Shelf) -> tuple[Answer[model.Cost], ...]:
        """The costs that such a claim can have there."""
        found = self._costs.get(shelf)
        if found is None:
            costs = self._story.costs_by_kind.get(shelf, ())
            found = self._costs[shelf] = tuple(self._answer(one, f"cost:{one.id}") for one in costs)
        return found

    def _answer(self, piece: Any, used: str) -> Answer[Any]:
        terms = piece.condition.terms if piece.condition is not None else 0
        return Answer(
            piece,
            used,
            fitting(piece.pattern),
            self.condition(piece.condition) if piece.condition is not None else None,
            piece.pattern.specificity + terms,
        )

    @property
    def consequences(self) -> tuple[Rule[model.Consequence], ...]:
        """What claims do wherever they are typed."""
        if self._consequences is None:
            self._consequences = tuple(map(self._rule, self._story.consequences))
        return self._consequences

    @property
    def resistances(self) -> tuple[Rule[model.Resistance], ...]:
        """What does not give way to claims."""
        if self._resistances is None:
            self._resistances = tuple(map(self._rule, self._story.resistances.values()))
        return self._resistances

    def _rule(self, rule: Any) -> Rule[Any]:
        writer = self._writer()
        writer.does("do", rule.do)
        do = self._made(writer, f"rule {rule.id}")["do"]
        condition = self.condition(rule.condition) if rule.condition is not None else None
        return Rule(rule, fitting(rule.pattern), condition, do)

    def _writer(self, typed: bool = False) -> Writer:
        return Writer(Prose(Source(), self._expressions, self._variables, self.watched, typed))

    def _made(self, writer: Writer, name: str) -> Mapping[str, Any]:
        return writer.prose.source.compile(name, self._given)


class _Made(dict[str, Made]):
    """What is not there yet is made."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> Made:
        made = self[name] = self._make(name)
        return made


def program_of(story: Story) -> Program:
    """The story's program; whoever watches has put theirs there."""
    found = story.memo.get(_KEPT_AS)
    if found is None:
        found = story.memo[_KEPT_AS] = Program(story)
    return cast("Program", found)


def watch(story: Story, watcher: Watcher) -> Callable[[], None]:
    """Let the watcher be told of all that is played of the story from now on; answers how to stop that."""
    before = program_of(story)
    story.memo[_KEPT_AS] = Program(story, watcher)

    def stop() -> None:
        story.memo[_KEPT_AS] = before

    return stop


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _looking(watcher: Watcher) -> dict[str, object]:
    """What a watched program's functions call."""

    def looked(condition: Expression, value: object) -> object:
        watcher.condition(condition, value)
        return value

    def picked(part: Alternatives, number: int) -> int:
        if number < len(part.options):
            watcher.alternative(part, number)
        return number

    def showed(expression: Expression, value: object) -> str:
        told = _shown(value)
        watcher.slot(expression, told)
        return told

    return {"looked": looked, "picked": picked, "showed": showed}
