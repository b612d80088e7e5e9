"""Format 1 as written: the shape of every definition, for validation and for editors.

The descriptions are what an editor shows beside the field. What the shapes cannot say (ids that must
exist, conditions that must parse) is checked afterwards, in `checks`.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

ID_PATTERN: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
NAME_PATTERN: Final = r"^[a-z][a-z0-9_]*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN, max_length=60)]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}(\.[0-9]{1,6}){0,3}$")]
Kind = Literal["prose", "typed", "interlude", "notice"]
Condition = Annotated[str | bool, Field(description="An expression that must be so.")]
Words = Annotated[str, Field(description="Text with markup in braces. Quote it, or write it as `|`.")]


class Model(BaseModel):
    """Nothing but the fields that are named, each of its own type."""

    model_config = ConfigDict(strict=True, extra="forbid")


def _by_shape(value: Any) -> str:
    return "(list)" if isinstance(value, list) else "(one)"


def _block_shape(value: Any) -> str:
    if not isinstance(value, dict):
        return "(words)"
    return next((f"({key})" for key in ("if", "with", "beats", "costs") if key in value), "(kind)")


Block = Annotated[
    Annotated[Words, Tag("(words)")]
    | Annotated["IfBlock", Tag("(if)")]
    | Annotated["WithBlock", Tag("(with)")]
    | Annotated["BeatsBlock", Tag("(beats)")]
    | Annotated["CostsBlock", Tag("(costs)")]
    | Annotated["KindBlock", Tag("(kind)")],
    Discriminator(_block_shape),
]
Body = Annotated[
    Annotated[Words, Tag("(one)")] | Annotated[list[Block], Tag("(list)")],
    Discriminator(_by_shape),
]
Effects = Annotated[
    Annotated[str, Tag("(one)")] | Annotated[list[str], Tag("(list)")],
    Discriminator(_by_shape),
    Field(description="Changes of variables, one a line or parted by `;`: `closeness += 1`."),
]
Way = Annotated[
    Annotated[Id, Tag("(one)")] | Annotated[list["Goto"], Tag("(list)")],
    Discriminator(_by_shape),
]
OneOrMore = Annotated[
    Annotated[str, Tag("(one)")] | Annotated[list[str], Tag("(list)")],
    Discriminator(_by_shape),
]
Places = Annotated[
    Annotated[Id, Tag("(one)")] | Annotated[list[Id], Tag("(list)")],
    Discriminator(_by_shape),
]


class Goto(Model):
    """One of several ways on: the first whose `if` is so."""

    if_: Condition = Field(True, alias="if", description="Taken only if this is so.")
    to: Id = Field(description="A scene's id, or `return`.")


class IfBlock(Model):
    """Text shown if a condition is so."""

    if_: Condition = Field(alias="if")
    text: Body = Field("", description="Shown if it is so.")
    else_: Body = Field("", alias="else", description="Shown if it is not.")
    kind: Kind | None = Field(None, description="The kind of passage.")


class WithBlock(Model):
    """Text about claims of the player's, by name."""

    with_: dict[Name, str] = Field(
        alias="with", min_length=1, description="Names, and expressions that give a claim."
    )
    text: Body = Field(description="Shown if every name has its claim.")
    else_: Body = Field("", alias="else", description="Shown if one of them has none.")
    kind: Kind | None = Field(None, description="The kind of passage.")


class Dramatised(Model):
    """Which claims are answered by the beats of which place."""

    at: Id = Field(description="A place of beats.")
    claims: str = Field("claims()", description="An expression that gives claims.")
    limit: int | None = Field(None, ge=1, le=100, description="At most so many of them.")


class BeatsBlock(Model):
    """Claims dramatised, each by the most particular beat of a place."""

    beats: Dramatised = Field(description="Claims, and the place at which they are answered.")


class Charged(Model):
    """Where absolutes are charged."""

    at: Id = Field(description="A place of costs.")
    limit: int = Field(1, ge=1, le=10, description="At most so many of them.")


class CostsBlock(Model):
    """What absolutes that stand cost here: one that was not told yet, if there is any."""

    costs: Charged = Field(description="The place whose costs fall due.")


class KindBlock(Model):
    """Text of a kind of its own."""

    kind: Kind | None = Field(None, description="The kind of passage.")
    text: Body = Field(description="What is shown.")


class Choice(Model):
    """One line of a scene's menu."""

    id: Id = Field(description="Unique in its scene; saves know the choice by it.")
    text: Words = Field(description="What the menu says.")
    if_: Condition | None = Field(None, alias="if", description="Hidden unless this is so.")
    needs: Condition | None = Field(
        None, description="Shown, but not to be picked, unless this is so; then `otherwise` says why."
    )
    otherwise: Words | None = Field(None, description="Why it cannot be picked, when `needs` is not so.")
    forbid: str | None = Field(
        None,
        description="An expression that gives the claim that forbids it: then it is shown struck through.",
    )
    forbidden: Body | None = Field(None, description="Shown if it is picked although a claim forbids it.")
    do: Effects | None = None
    say: Body | None = Field(None, description="Shown when it is picked, before going on.")
    goto: Way | None = Field(
        None, description="A scene, or a list tried in order; none: the same menu again."
    )
    once: bool | None = Field(
        None, description="Offered once only. Without `goto` that is so unless you say false."
    )


class Deal(Model):
    """A storylet from a deck, and where to go on."""

    deck: Id = Field(description="The deck that the storylets name.")
    then: Way = Field(description="Where to go on when it is through, or when there is none.")
    count: int = Field(1, ge=1, le=20, description="How many in a row.")


class Scene(Model):
    """A scene: text, and exactly one way on. With a deck it is a storylet."""

    chapter: Id | None = Field(None, description="Its chapter, if not the file's.")
    kind: Kind | None = Field(None, description="The kind of all its passages.")
    sky: str | None = Field(None, description="Words in the sky while it is read.")
    do: Effects | None = None
    text: Body | None = Field(None, description="What is shown on entering.")
    choices: list[Choice] | None = Field(None, min_length=1, description="The menu.")
    page: Id | None = Field(None, description="The typewriter page that it offers.")
    goto: Way | None = Field(None, description="A scene, or a list tried in order.")
    deal: Deal | None = Field(None, description="A storylet from a deck comes next.")
    ending: Id | None = Field(None, description="The ending that it is.")
    deck: Id | None = Field(None, description="For a storylet: the deck that it is dealt from.")
    if_: Condition | None = Field(None, alias="if", description="For a storylet: when it may be dealt.")
    once: bool | None = Field(None, description="For a storylet: dealt once only; true unless you say false.")
    notes: list[str] | None = Field(None, description="Content notes: what a player may want to know before.")
    recap: Words | None = Field(
        None, description="What happens here in a sentence, for someone who has been away."
    )
    during: list[Id] | None = Field(
        None, description="Circumstances that are so here, for claims under a condition."
    )


class Page(Model):
    """A typewriter page, and what follows from what is typed."""

    prompt: Words = Field(description="What stands over the sheet.")
    optional: bool = Field(False, description="Whether it may be left blank.")
    live: bool = Field(False, description="Whether each line takes effect as it is typed.")
    instead: Words | None = Field(
        None, description="What comes out of the machine, whatever keys are pressed. No claim is taken."
    )
    do: Effects | None = None
    blank: Body | None = Field(
        None, description="Shown if nothing was typed; without it an empty page is refused."
    )
    unread: Body | None = Field(None, description="Shown if there are words, but no claim in them.")
    beats: Id | None = Field(None, description="The place whose beats answer the claims.")
    before: Body | None = Field(None, description="Shown before the beats.")
    after: Body | None = Field(None, description="Shown after them, for all but a blank page.")
    blank_goto: Way | None = Field(None, description="Where a blank page leads, if not where the others do.")
    goto: Way = Field(description="Where it leads.")


class Pattern(Model):
    """Which claims something is about; each a word or a list of words, any of which fits."""

    subject: OneOrMore = Field("ruby", description="Whom it is about: a person, or `any`.")
    aspect: OneOrMore | None = Field(None, description="An aspect, `open`, or `closed`.")
    value: OneOrMore | None = Field(
        None, description="A closed value, or words that the claim's words must contain."
    )
    holds: bool | Literal["any"] = Field(
        True, description="Whether it was asserted (true) or denied (false), or `any`."
    )
    degree: OneOrMore | None = Field(None, description="slight, plain, strong or absolute.")
    time: OneOrMore | None = Field(None, description="now, before or later.")
    object: OneOrMore | None = Field(None, description="The other person or thing, or `any`.")


class Beat(Model):
    """Prose that answers one claim."""

    at: Places = Field(description="The place, or places, at which it can answer.")
    for_: Pattern = Field(alias="for", description="Which claims it answers; `{}` for any of Ruby's.")
    if_: Condition | None = Field(None, alias="if", description="Only if this is so.")
    order: int = Field(50, ge=0, le=100, description="Low comes first among the beats of one scene.")
    do: Effects | None = None
    text: Body = Field(description="`it` is the claim, `index` and `total` count those of its aspect.")


class Cost(Model):
    """What an absolute costs, in a scene after it was typed. Told once in a playthrough."""

    at: Places = Field(description="The place, or places, at which it can fall due.")
    for_: Pattern = Field(
        alias="for", description="Which claims it is the cost of; absolute ones, if no degree is named."
    )
    if_: Condition | None = Field(None, alias="if", description="Only if this is so.")
    do: Effects | None = None
    note: Words = Field(description="What it cost in a line, in the past, for after *She*.")
    text: Body = Field(description="`it` is the claim.")


class Resistance(Model):
    """What does not take, for it is hers. Only an absolute moves it."""

    for_: Pattern = Field(alias="for", description="Which claims are resisted; never absolute ones.")
    if_: Condition | None = Field(None, alias="if", description="Only if this is so.")
    at: Id = Field(description="The place whose beats answer such a claim.")
    do: Effects | None = None


class Circumstance(Model):
    """Something that can be so in a scene, and by which words a claim's condition speaks of it."""

    words: list[str] = Field(
        min_length=1, description="Words or phrases; a condition with all words of one of them speaks of it."
    )
    if_: Condition | None = Field(
        None, alias="if", description="So whenever this is, besides in scenes that name it in `during:`."
    )


class Ending(Model):
    """A way for the story to be over."""

    title: str = Field(description="Its name.")
    text: Body | None = Field(None, description="What is shown.")
    open_until: Id | None = Field(
        None,
        description="A scene: as long as it lies ahead, so does this ending. `prove` holds it to that.",
    )


class Consequence(Model):
    """What every claim of a kind does, wherever it is typed."""

    for_: Pattern = Field(alias="for", description="Which claims.")
    if_: Condition | None = Field(None, alias="if", description="Only if this is so.")
    do: Effects


class Exclusion(Model):
    """Values of a closed aspect that cannot stand together; the later overwrites."""

    aspect: str = Field(description="A closed aspect.")
    values: list[str] = Field(min_length=1, description="Values that exclude each other, or those in `with`.")
    with_: list[str] | None = Field(None, alias="with", description="Values that they exclude.")


class Derived(Model):
    """What a derived variable is, if a condition is so."""

    if_: Condition = Field(True, alias="if", description="Only if this is so.")
    value: str = Field(description="One of its values.")


class Variable(Model):
    """Something to keep track of."""

    type: Literal["int", "bool", "enum"] = Field(description="A number, true or false, or one of some words.")
    min: int = Field(0, description="The least that an int can be.")
    max: int = Field(10, description="The most that an int can be.")
    values: list[str] | None = Field(None, description="What an enum can be.")
    default: int | bool | str | None = Field(None, description="What it is at the start.")
    is_: list[Derived] | None = Field(
        None,
        alias="is",
        min_length=1,
        description="For an enum that is never set: what it is wherever it is asked for, tried in order.",
    )
    about: str = Field("", description="What it stands for.")


class Known(Model):
    """Something that somebody knows."""

    if_: Condition = Field(True, alias="if", description="Only if this is so.")
    text: Words = Field(description="A sentence.")


class Person(Model):
    """Somebody of the story."""

    name: str = Field(description="As the narration calls them.")
    pronoun: Literal["she", "he", "they", "it"] = Field(description="What the narration calls them by.")
    about: Words | None = Field(None, description="Who that is, in a line, for the list of people.")
    if_: Condition = Field(True, alias="if", description="In the list of people only if this is so.")
    knows: list[Known] = Field([], description="What they know, each if a condition is so.")


class Own(Model):
    """What Ruby is of herself, if a condition is so."""

    if_: Condition = Field(True, alias="if", description="Only if this is so.")
    value: str = Field(description="A value of the aspect.")


class Facet(Model):
    """One aspect of Ruby, where nothing is written of it."""

    own: Annotated[
        Annotated[str, Tag("(one)")] | Annotated[list[Own], Tag("(list)")], Discriminator(_by_shape)
    ] = Field(description="Her own value, or a list tried in order.")


class StoryFile(Model):
    """Any file of a story but story.yaml: each section maps ids to definitions."""

    chapter: Id | None = Field(None, description="The chapter of everything in this file.")
    variables: dict[Name, Variable] = Field({}, description="What is kept track of.")
    people: dict[Id, Person] = Field({}, description="Who there is.")
    facets: dict[str, Facet] = Field({}, description="What Ruby is where nothing is written.")
    scenes: dict[Id, Scene] = Field({}, description="Scenes.")
    storylets: dict[Id, Scene] = Field({}, description="Scenes that are dealt from a deck.")
    pages: dict[Id, Page] = Field({}, description="Typewriter pages.")
    beats: dict[Id, Beat] = Field({}, description="Prose that answers claims.")
    endings: dict[Id, Ending] = Field({}, description="Endings.")
    consequences: dict[Id, Consequence] = Field({}, description="What claims do, wherever they are typed.")
    exclusions: dict[Id, Exclusion] = Field({}, description="Values that cannot stand together.")
    costs: dict[Id, Cost] = Field({}, description="What absolutes cost, later.")
    resistances: dict[Id, Resistance] = Field({}, description="What only an absolute moves.")
    circumstances: dict[Id, Circumstance] = Field({}, description="What claims can be conditional on.")


class ChapterEntry(Model):
    """A chapter, in its place."""

    id: Id = Field(description="What files and saves know it by.")
    title: str = Field(description="What players see.")


class Migration(Model):
    """What has changed since saves of versions before this one were played."""

    scenes: dict[Id, Id] = Field({}, description="Scenes that have another id now: the old one, the new one.")
    choices: dict[str, Id] = Field(
        {}, description="Choices with another id: `scene.choice` (the scene by its new id), the new one."
    )
    pages: dict[Id, Id] = Field({}, description="Pages that have another id now.")
    removed: dict[Id, Id] = Field(
        {},
        description="Scenes that are gone: what was done in one is passed over, and it goes on at the other.",
    )
    variables: dict[Name, int | bool | str] = Field(
        {}, description="What a variable starts with in a playthrough from before there was one."
    )


class BookHead(Model):
    """What the book has that is made of a playthrough."""

    title: str = Field("", description="Its title where no ending was come to; the story's, without this.")
    dedication: str = Field("", description="Its dedication. Plain words: nothing in them is markup.")
    first: Id | None = Field(
        None, description="The page that stands before the first chapter, if it was typed."
    )


class StoryHead(Model):
    """story.yaml: what the story is called, and where it starts."""

    format: Literal[1] = Field(1, description="The version of this format that the story is written in.")
    id: Id = Field(description="Saves know the story by it.")
    title: str = Field(description="What players see.")
    author: str = Field("", description="Whose story it is.")
    headline: str = Field("", description="What it is, in a line.")
    ifid: Annotated[str, StringConstraints(pattern=r"^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$")] = Field(
        description="Its Treaty of Babel number: a UUID in capitals."
    )
    version: str = Field(description="The story's own version.")
    start: Id = Field(description="The scene in which it starts.")
    chapters: list[ChapterEntry] = Field(min_length=1, description="The chapters, in order.")
    book: BookHead | None = Field(None, description="What the book has that is made of a playthrough.")
    migrations: dict[Version, Migration] = Field(
        {}, description="By version: what saves of versions before it have to be told."
    )


SECTIONS: Final[dict[str, type[Model]]] = {
    "variables": Variable,
    "people": Person,
    "facets": Facet,
    "scenes": Scene,
    "storylets": Scene,
    "pages": Page,
    "beats": Beat,
    "endings": Ending,
    "consequences": Consequence,
    "exclusions": Exclusion,
    "costs": Cost,
    "resistances": Resistance,
    "circumstances": Circumstance,
}
"""The sections of a file, and what each definition in them is."""
