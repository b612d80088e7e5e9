"""A checked story, as the engine holds it: frozen values, everything already known to fit together.

Texts and expressions keep their source and are parsed at first use (see `markup` and `expressions`);
the loader has proved beforehand that they parse.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.story.expressions import Effect, Expression
    from game.story.markup import Text
    from game.story.patterns import ClaimPattern

PassageKind = Literal["prose", "typed", "interlude", "notice"]
VariableType = Literal["int", "bool", "enum"]
Value = int | bool | str

RETURN: Final = "return"
"""The `goto` of a storylet that goes back to the scene which dealt it."""


@dataclass(frozen=True, slots=True)
class OwnValue:
    """What a facet or derived variable is, if `condition` (or always, without one)."""

    condition: Expression | None
    value: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A declared variable. An int stays between `minimum` and `maximum`, an enum among `values`."""

    name: str
    type: VariableType
    default: Value
    minimum: int = 0
    maximum: int = 0
    values: tuple[str, ...] = ()
    about: str = ""
    derived: tuple[OwnValue, ...] = ()
    """What it is wherever it is asked for, the first whose condition is so; then nothing sets it."""


@dataclass(frozen=True, slots=True)
class Known:
    """Something that somebody knows, if `condition` (or always, without one)."""

    condition: Expression | None
    text: Text


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the story, as the narration names them. In a list of people only if `condition`."""

    id: str
    name: str
    pronoun: str
    about: Text | None = None
    condition: Expression | None = None
    knows: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One closed aspect of Ruby where nothing is written: the first of `own` that is so, else ``''``."""

    aspect: str
    own: tuple[OwnValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: `number` counts from 1 in the order of story.yaml."""

    id: str
    title: str
    number: int


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Paragraphs. Without a kind they are of the kind of the scene they stand in."""

    kind: PassageKind | None
    template: Text


@dataclass(frozen=True, slots=True)
class IfBlock:
    """Blocks shown if a condition is so, and others if not."""

    condition: Expression
    then: tuple[Block, ...]
    otherwise: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class WithBlock:
    """Blocks in which names stand for claims; `otherwise`, if one of them is None."""

    bindings: tuple[tuple[str, Expression], ...]
    then: tuple[Block, ...]
    otherwise: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class BeatsBlock:
    """Claims to be dramatised at a place; at most `limit` of them, if there is a limit."""

    place: str
    claims: Expression
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class CostsBlock:
    """Up to `limit` costs of a place that fall due."""

    place: str
    limit: int = 1


Block = TextBlock | IfBlock | WithBlock | BeatsBlock | CostsBlock


@dataclass(frozen=True, slots=True)
class Goto:
    """One way on: to a scene's id, or RETURN. In a tuple of them the first whose condition is so is taken."""

    condition: Expression | None
    to: str


@dataclass(frozen=True, slots=True)
class Deal:
    """Up to `count` storylets from a deck, then on to `then`."""

    deck: str
    then: tuple[Goto, ...]
    count: int = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a scene's menu.

    Hidden unless `condition`; shown but not to be picked unless `needs`, for which `otherwise` gives the
    reason. If `forbid` yields a claim, it is shown struck through, and `forbidden` is what happens if it is
    picked all the same. Without a `goto` the same menu comes again. `once`: offered until it was picked.
    """

    id: str
    text: Text
    condition: Expression | None = None
    do: tuple[Effect, ...] = ()
    say: tuple[Block, ...] = ()
    goto: tuple[Goto, ...] = ()
    once: bool = False
    needs: Expression | None = None
    otherwise: Text | None = None
    forbid: Expression | None = None
    forbidden: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene or, if it has a deck, a storylet.

    It ends in exactly one of choices (with or without a page), page, goto, deal, ending; a storylet
    that has none of them goes back to where it was dealt.
    """

    id: str
    chapter: str
    text: tuple[Block, ...] = ()
    do: tuple[Effect, ...] = ()
    kind: PassageKind = "prose"
    sky: str | None = None
    choices: tuple[Choice, ...] = ()
    page: str | None = None
    goto: tuple[Goto, ...] = ()
    deal: Deal | None = None
    ending: str | None = None
    deck: str | None = None
    condition: Expression | None = None
    once: bool = False
    notes: tuple[str, ...] = ()
    """Content notes: what a player may want to be told of beforehand."""
    during: tuple[str, ...] = ()
    """Circumstances that are so here."""
    recap: Text | None = None
    """What happens here in a sentence, for someone who has been away."""


@dataclass(frozen=True, slots=True)
class Page:
    """A typewriter page and what follows from it.

    `instead` is what comes out of the machine whatever is typed, and claims nothing.
    `blank` is None where an empty page is refused; one that is taken leads to `blank_goto`, or without that
    to `goto` if the page is optional, else nowhere. `unread` is shown for words without a claim; `beats`
    names the place at which each claim is answered.
    """

    id: str
    prompt: Text
    optional: bool = False
    live: bool = False
    instead: Text | None = None
    do: tuple[Effect, ...] = ()
    before: tuple[Block, ...] = ()
    beats: str | None = None
    unread: tuple[Block, ...] | None = None
    after: tuple[Block, ...] = ()
    blank: tuple[Block, ...] | None = None
    blank_goto: tuple[Goto, ...] = ()
    goto: tuple[Goto, ...] = ()


@dataclass(frozen=True, slots=True)
class Beat:
    """Prose that answers one claim at one of its places."""

    id: str
    places: tuple[str, ...]
    pattern: ClaimPattern
    text: tuple[Block, ...]
    condition: Expression | None = None
    order: int = 50
    do: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Cost:
    """What a fitting claim costs, told at one of its places in a later turn, once in a playthrough."""

    id: str
    places: tuple[str, ...]
    pattern: ClaimPattern
    text: tuple[Block, ...]
    note: Text
    """What it cost, in a line for the manuscript: past tense, for after *She*."""
    condition: Expression | None = None
    do: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Resistance:
    """Claims that do not take, unless they are absolute; beats at `place` answer them."""

    id: str
    pattern: ClaimPattern
    place: str
    condition: Expression | None = None
    do: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What a claim's condition may speak of: any of these sets of words, wholly contained in it."""

    id: str
    wordings: tuple[frozenset[str], ...]
    condition: Expression | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """A way for the story to be over."""

    id: str
    title: str
    text: tuple[Block, ...] = ()
    open_until: str | None = None
    """A scene: as long as it lies ahead, the ending is to be within reach."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What every fitting claim does, wherever it is typed."""

    id: str
    pattern: ClaimPattern
    do: tuple[Effect, ...]
    condition: Expression | None = None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Values of a closed aspect that cannot stand together.

    Without `against`, each of `values` excludes every other of them; with it, each of `values` excludes
    each of `against`, both ways; ``any`` in `against` stands for every other value.
    """

    id: str
    aspect: str
    values: frozenset[str]
    against: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Migration:
    """What saves of story versions before `version` have to be told: ids that changed, scenes that went."""

    version: str
    scenes: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    """`scene.choice` (the scene by its new id) to the choice's new id."""
    pages: Mapping[str, str] = field(default_factory=dict)
    removed: Mapping[str, str] = field(default_factory=dict)
    """Scenes that are gone, to where it goes on instead."""
    variables: Mapping[str, Value] = field(default_factory=dict)
    """What new variables start with in an old playthrough."""


@dataclass(frozen=True, slots=True)
class BookHead:
    """What the book has that is made of a playthrough; '' for what it has not."""

    title: str = ""
    """Its title where no ending was come to."""
    dedication: str = ""
    first: str = ""
    """The id of the page that stands before the first chapter."""


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story. `scenes` holds the storylets as well; `decks` their ids by deck.

    To go through all definitions builds them all: in play, ask by id.
    """

    id: str
    title: str
    ifid: str
    version: str
    start: str
    content_hash: str
    chapters: Mapping[str, Chapter]
    variables: Mapping[str, Variable]
    people: Mapping[str, Person]
    facets: Mapping[str, Facet]
    scenes: Mapping[str, Scene]
    decks: Mapping[str, tuple[str, ...]]
    pages: Mapping[str, Page]
    beats: Sequence[Beat]
    beats_by_place: Mapping[str, tuple[Beat, ...]]
    beats_by_kind: Mapping[tuple[str, str, bool], tuple[Beat, ...]]
    """By place, and by aspect of the claim and whether it holds: those that can fit it."""
    endings: Mapping[str, Ending]
    consequences: tuple[Consequence, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    costs: Mapping[str, Cost] = field(default_factory=dict)
    costs_by_kind: Mapping[tuple[str, str, bool], tuple[Cost, ...]] = field(default_factory=dict)
    resistances: Mapping[str, Resistance] = field(default_factory=dict)
    circumstances: Mapping[str, Circumstance] = field(default_factory=dict)
    spoken_of: dict[str, tuple[tuple[Circumstance, bool], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """A memo: by its words, what a claim's condition speaks of, and whether it denies it."""
    memo: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What whoever plays it has made of it, for the next time."""
    migrations: tuple[Migration, ...] = ()
    """The oldest first."""
    author: str = ""
    headline: str = ""
    book: BookHead = BookHead()
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The content notes of each chapter's scenes, in their order; what there is twice, twice."""
