"""From a story to a script: scene by scene, with a note wherever something has to stay behind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from game.story.model import RETURN, BeatsBlock, CostsBlock, IfBlock, TextBlock, WithBlock
from game.workshop.export.prose import Prose, Taken, paragraphs, takes_turns
from game.workshop.export.script import (
    Back,
    Either,
    End,
    Go,
    Menu,
    Note,
    Option,
    Passage,
    Script,
    Set,
    Visit,
    Words,
)  # fmt: skip
from game.workshop.export.terms import TRUE, Choice, Operation, Value, Variable, both, operate
from game.workshop.export.translating import Translator, variable_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.story.expressions import Effect
    from game.story.model import Block, Deal, Goto, Page, PassageKind, Scene, Story
    from game.story.model import Choice as MenuChoice
    from game.workshop.export.script import Item
    from game.workshop.export.terms import AnyTerm, Plain

CLOCK: Final = Variable("deal:clock")
SCORE: Final = Variable("deal:score")
NEXT: Final = Variable("deal:next", "words")
UNNAMED: Final = (Words("Go on"),)
"""What stands in a menu for a choice that has no words without a claim."""
_FAR: Final = 1_000_000
"""More than the clock ever shows: one more condition outweighs any time that has passed."""
_SECTIONS: Final = ("beats", "costs", "consequences", "resistances", "circumstances", "people")


def carry(story: Story) -> Script:
    """The story as a script. What is counted is found in a first go, and counted in a second."""
    counted: set[str] = set()
    script = Script(story.title, story.ifid, story.start)
    for _ in range(2):
        script = Script(story.title, story.ifid, story.start)
        script.variables = {
            name: variable.default for name, variable in story.variables.items() if not variable.derived
        }
        carried = _Carrier(story, counted)
        for scene in story.scenes.values():
            script.passages += carried.scene(scene)
        script.variables |= dict.fromkeys(sorted(counted), 0)
        script.variables |= {NEXT.name: ""} if CLOCK.name in counted else {}
        script.lacking = dict(carried.lacking)
    for section in _SECTIONS:
        if kept := len(getattr(story, section)):
            script.lacking[section] = kept
    return script


@dataclass
class _Carrier:
    story: Story
    counted: set[str]
    lacking: Counter[str] = field(default_factory=Counter)
    _asked: list[str] = field(default_factory=list)

    def scene(self, scene: Scene) -> list[Passage]:
        """The passages of a scene: what it tells, and its menu, if it has one."""
        self._asked = []
        at = _At(self, scene)
        items = [*self._count(f"seen:{scene.id}"), *at.effects(scene.do), *at.blocks(scene.text, scene.kind)]
        menu: list[Item] = []
        if scene.ending is not None:
            items += [*at.blocks(self.story.endings[scene.ending].text, "prose"), End()]
        elif scene.page is not None or scene.choices:
            items.append(Go(f"{scene.id}:menu"))
            menu = at.menu()
        elif scene.deal is not None:
            items.append(Go(f"{scene.id}:deal-1"))
        elif scene.goto:
            items += at.ways(scene.goto, ())
        else:
            items.append(Back())
        passages = [Passage(scene.id, (*self._notes(scene), *items))]
        if menu:
            passages.append(Passage(f"{scene.id}:menu", tuple(menu)))
        if scene.deal is not None:
            passages += at.deals(scene.deal)
        return passages

    def lack(self, what: str, note: str = "") -> list[Item]:
        """Count something that is not carried; answers the note of it."""
        self.lacking[what] += 1
        return [Note(note)] if note else []

    def counts(self, word: str) -> Variable:
        """The variable that counts visits to a scene, or picks of a choice (``scene.choice``)."""
        name = f"{'picked' if '.' in word else 'seen'}:{word}"
        self.counted.add(name)
        return Variable(name)

    def uses(self, variable: Variable) -> Variable:
        """A variable that the script keeps for itself."""
        self.counted.add(variable.name)
        return variable

    def asks(self, source: str) -> None:
        """Note that something asks what was typed."""
        if source not in self._asked:
            self._asked.append(source)

    def _count(self, name: str) -> list[Item]:
        if name not in self.counted:
            return []
        return [Set(Variable(name), Operation("+", (Variable(name), Value(1))))]

    def picked(self, choice: str) -> list[Item]:
        """One more pick of a choice, if anything asks for it."""
        return self._count(f"picked:{choice}")

    def _notes(self, scene: Scene) -> list[Item]:
        notes: list[Item] = []
        for what, held in (
            ("titles in the sky", scene.sky),
            ("recaps", scene.recap),
            ("content notes", scene.notes),
        ):
            if held:
                notes += self.lack(what, f"{what}: {'; '.join(scene.notes)}" if held is scene.notes else "")
        if self._asked:
            self.lacking["questions about what was typed"] += len(self._asked)
            notes.append(Note(f"Not carried, and taken as if nothing was typed: {'; '.join(self._asked)}"))
        return notes


class _At:
    """A scene while it is carried."""

    def __init__(self, carrier: _Carrier, scene: Scene) -> None:
        self._carrier = carrier
        self._scene = scene
        self._story = carrier.story
        self._translator = Translator(self._story, scene, carrier.counts, carrier.asks)
        self._prose = Prose(self._translator)
        self._turning: list[Item] = []
        """What is to be set before the menu is shown."""

    def blocks(self, blocks: Iterable[Block], kind: PassageKind) -> list[Item]:
        """Blocks as lines."""
        items: list[Item] = []
        for block in blocks:
            match block:
                case TextBlock(kind=own, template=template):
                    if (own or kind) != "prose":
                        self._carrier.lack("kinds of passages")
                    items += paragraphs(self._prose.text(template, keeps_lines=(own or kind) == "typed"))
                case IfBlock(condition=condition, then=then, otherwise=otherwise):
                    items += self._either(
                        self._translator.term(condition),
                        self.blocks(then, kind),
                        self.blocks(otherwise, kind),
                    )
                case WithBlock():
                    items += self._with(block, kind)
                case BeatsBlock(place=place):
                    items += self._carrier.lack(
                        "places where claims are answered", f"Here claims are answered: {place}"
                    )
                case CostsBlock(place=place):
                    items += self._carrier.lack(
                        "places where costs fall due", f"Here a cost may fall due: {place}"
                    )
        return items

    def _with(self, block: WithBlock, kind: PassageKind) -> list[Item]:
        terms = [self._translator.term(expression) for _, expression in block.bindings]
        names = ", ".join(f"{name} = {expression.source}" for name, expression in block.bindings)
        note = self._carrier.lack("texts round a claim", f"Here is told, if there is one: {names}")
        told = block.otherwise if Value(None) in terms else block.then
        return [*note, *self.blocks(told, kind)]

    @staticmethod
    def _either(term: AnyTerm, yes: Sequence[Item], no: Sequence[Item]) -> list[Item]:
        so = both(term)
        if isinstance(so, Value):
            return list(yes if so.value else no)
        return [Either(so, tuple(yes), tuple(no))] if yes or no else []

    def effects(self, effects: Iterable[Effect]) -> list[Item]:
        """Assignments, whole numbers within the range of their variable."""
        items: list[Item] = []
        for effect in effects:
            declared = self._story.variables[effect.variable]
            variable, term = variable_of(declared), self._translator.term(effect.expression)
            if declared.type == "bool":
                items += self._set(variable, both(term))
            elif declared.type == "enum":
                items += self._set(variable, term)
            else:
                changed = (
                    operate(effect.op[0], variable, term)
                    if effect.op != "="
                    else operate("+", Value(0), term)
                )
                if effect.op == "=" and not isinstance(term, Choice):
                    changed = term
                within = operate(
                    "max", Value(declared.minimum), operate("min", Value(declared.maximum), changed)
                )
                items += self._set(variable, within)
        return items

    def _set(self, variable: Variable, term: AnyTerm) -> list[Item]:
        if isinstance(term, Choice):
            return self._either(term.condition, self._set(variable, term.yes), self._set(variable, term.no))
        if isinstance(term, Value) and not isinstance(term.value, type(self._default(variable))):
            return []
        return [Set(variable, term)]

    def _default(self, variable: Variable) -> object:
        declared = self._story.variables.get(variable.name)
        return declared.default if declared is not None else 0

    def ways(self, ways: Sequence[Goto], otherwise: Sequence[Item]) -> list[Item]:
        """On by the first way that is open."""
        items: Sequence[Item] = otherwise
        for way in reversed(ways):
            on: Item = Back() if way.to == RETURN else Go(way.to)
            items = self._either(self._translator.condition(way.condition), [on], items)
        return list(items)

    def deals(self, deal: Deal) -> list[Passage]:
        """A passage for each storylet that is dealt, and one for what follows."""
        names = [f"{self._scene.id}:deal-{number + 1}" for number in range(deal.count)]
        names.append(f"{self._scene.id}:dealt")
        self._translator.asks_circumstances = False
        dealt = [Passage(name, tuple(self._deal(deal.deck, then))) for name, then in pairwise(names)]
        ways = self.ways(deal.then, ())
        if self._translator.asks_circumstances:
            note = (
                "What is so in a storylet (during) is asked here as if it were so in the scene that deals it"
            )
            ways = [*self._carrier.lack("circumstances asked after a storylet", note), *ways]
        return [*dealt, Passage(names[-1], tuple(ways))]

    def _deal(self, name: str, then: str) -> list[Item]:
        """The storylet that the most conditions speak for, then the one dealt longest ago; no dice."""
        uses = self._carrier.uses
        clock, score = uses(CLOCK), uses(SCORE)
        deck = [self._story.scenes[id_] for id_ in self._story.decks.get(name, ())]
        note = f"One of the deck {name}, where dice would decide the first in the order of the file"
        items = [
            *self._carrier.lack("decks dealt without dice", note),
            Set(score, Value(-_FAR)),
            Set(NEXT, Value("")),
        ]
        for storylet in deck:
            worth: AnyTerm = Value(_FAR * (storylet.condition.terms if storylet.condition else 0))
            if not storylet.once:
                worth = operate("-", worth, uses(Variable(f"used:{storylet.id}")))
            better = both(self._translator.eligible(storylet), operate(">", worth, score))
            items += self._either(better, [*self._set(score, worth), Set(NEXT, Value(storylet.id))], [])
        items.append(Set(clock, Operation("+", (clock, Value(1)))))
        following: list[Item] = [Go(then)]
        for storylet in reversed(deck):
            used = [] if storylet.once else [Set(Variable(f"used:{storylet.id}"), clock)]
            picked = Operation("==", (NEXT, Value(storylet.id)))
            following = [Either(picked, (*used, Visit(storylet.id, then)), tuple(following))]
        return [*items, *following]

    def menu(self) -> list[Item]:
        """The choices, and what can be done with the page."""
        options = [option for choice in self._scene.choices for option in self._option(choice)]
        if self._scene.page is not None:
            options = [*self._page(self._story.pages[self._scene.page]), *options]
        notes = [
            note
            for choice in self._scene.choices
            for held, what in (
                (choice.otherwise, "reasons why a choice is closed"),
                (choice.forbid, "choices that a claim forbids"),
            )
            if held is not None
            for note in self._carrier.lack(what, f"{what}: {choice.id}")
        ]
        return [*notes, *self._turning, Menu(tuple(options))]

    def _option(self, choice: MenuChoice) -> list[Option]:
        key = f"{self._scene.id}.{choice.id}"
        text, once = self._prose.line(choice.text) or UNNAMED, choice.once
        shown = self._translator.condition(choice.condition)
        if takes_turns(text) and once:
            shown, once = both(shown, operate("==", self._carrier.counts(key), Value(0))), False
        offered = both(shown, self._translator.condition(choice.needs))
        if takes_turns(text) and shown != TRUE:
            text = self._taken(key, text, shown)
        if offered == Value(False):
            return []
        body = [
            *self._carrier.picked(key),
            *self.effects(choice.do),
            *self.blocks(choice.say, self._scene.kind),
            *self.ways(choice.goto, [self._again()]),
        ]
        return [Option(text, tuple(body), offered, once, key)]

    def _taken(self, key: str, text: tuple[Item, ...], shown: Plain) -> tuple[Item, ...]:
        """A text that takes a turn only where it is shown: other engines tell it before they ask."""
        taken = Taken(key)
        said = taken.text(text, shown)
        for variable in taken.variables:
            self._carrier.uses(variable)
        self._turning += taken.sets
        return said

    def _again(self) -> Item:
        return Go(f"{self._scene.id}:menu")

    def _page(self, page: Page) -> list[Option]:
        """A page as choices: typed, with words in it that claim nothing, or left blank."""
        kind = self._scene.kind
        note = self._carrier.lack("pages to type", f"Here a page is typed: {page.id}")
        key = f"{self._scene.id}.type:{page.id}"
        if page.instead is not None:
            told = [*paragraphs(self._prose.text(page.instead, keeps_lines=True)), *self.effects(page.do)]
            body = [
                *told,
                *self.blocks((*page.before, *page.after), kind),
                *self.ways(page.goto, [self._again()]),
            ]
            return [Option(self._prose.line(page.prompt) or UNNAMED, (*note, *body), TRUE, key=key)]
        said = [*self.effects(page.do), *self.blocks((*page.before, *(page.unread or ()), *page.after), kind)]
        typed = Option(
            self._prose.line(page.prompt) or UNNAMED,
            (*note, *said, *self.ways(page.goto, [self._again()])),
            TRUE,
            key=key,
        )
        if page.blank is None and not page.blank_goto and not page.optional:
            return [typed]
        ways = page.blank_goto or (page.goto if page.optional else ())
        blank = [*self.blocks(page.blank or (), kind), *self.ways(ways, [self._again()])]
        left = Option((Words("Leave the page blank"),), tuple(blank), TRUE, key=f"{key}:blank")
        return [typed, left]
