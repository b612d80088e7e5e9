"""What an author wants to see beside the text: where this is, the state, the canon, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.engine.environment import Environment
from game.engine.turn import Type
from game.engine.why import unmet, why_beat, why_storylet
from game.reader.gloss import gloss
from game.saves.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.engine.state import CanonEntry, State, Value
    from game.engine.why import Candidate
    from game.play.playthrough import Playthrough
    from game.story.model import Choice, Scene, Story
    from game.workshop.rehearsal import Rehearsal

_SHOWN: Final = 3
"""How many candidates are shown of each pick."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and its lines."""

    title: str
    lines: tuple[str, ...]


def inspect(rehearsal: Rehearsal) -> list[Section]:
    """Everything, as things stand, each line clean; sections without a line are left out."""
    playthrough, story = rehearsal.playthrough, rehearsal.story
    state = playthrough.turn.state
    before = playthrough.states[-2] if playthrough.history else None
    sections = (
        Section("Here", tuple(_here(rehearsal))),
        Section("Why", tuple(_why(playthrough, story))),
        Section("Changed", tuple(_changed(story, before, state)) if before is not None else ()),
        Section("State", tuple(_state(story, state))),
        Section("Canon", tuple(_canon(state))),
    )
    return [
        Section(one.title, tuple(_indent(line) + clean_line(line, 300) for line in one.lines))
        for one in sections
        if one.lines
    ]


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))


def _here(rehearsal: Rehearsal) -> Iterator[str]:
    turn = rehearsal.playthrough.turn
    moves = len(rehearsal.playthrough.history)
    yield f"{turn.scene}, chapter {turn.chapter}, {moves} move{'' if moves == 1 else 's'} in"
    if place := rehearsal.editing.place_of("scene", turn.scene):
        yield place
    if turn.page is not None and (place := rehearsal.editing.place_of("page", turn.page.id)):
        yield f"page {turn.page.id}: {place}"


def _variables(story: Story, state: State) -> dict[str, Value]:
    """What every variable is, derived ones too."""
    environment = Environment(story, state)
    return {name: environment.variable(name) for name in story.variables}  # type: ignore[misc]


def _changed(story: Story, before: State, state: State) -> Iterator[str]:
    then, now = _variables(story, before), _variables(story, state)
    for name, value in now.items():
        if then[name] != value:
            yield f"{name}: {then[name]} → {value}"


def _state(story: Story, state: State) -> Iterator[str]:
    for name, value in _variables(story, state).items():
        if value != story.variables[name].default:
            yield f"{name} = {value}"


def _canon(state: State) -> Iterator[str]:
    for entry in state.canon:
        yield f"{'+' if entry.number in state.fresh else ' '} {_entry(entry)}"
    for entry in state.former:
        yield f"- {_entry(entry)}, until {entry.overwritten_by}"
    for entry in state.resisted:
        yield f"x {_entry(entry)}, resisted: {entry.resisted}"


def _entry(entry: CanonEntry) -> str:
    claim = entry.claim
    degree = "" if claim.degree == "plain" else f", {claim.degree}"
    return f"{entry.number}. {gloss(claim)} ({claim.aspect}{degree}, {entry.page})"


def _why(playthrough: Playthrough, story: Story) -> Iterator[str]:
    """Why these choices, and why what was told was told, as far as it can be asked afterwards."""
    turn = playthrough.turn
    environment = Environment(story, turn.state)
    scene = story.scenes[turn.scene]
    offered = {choice.id: choice for choice in turn.choices}
    for choice in scene.choices if turn.ending is None else ():
        found = offered.get(choice.id)
        if found is None:
            yield f"{choice.id} is hidden: {_hidden(choice, turn.scene, environment)}"
        elif not found.enabled:
            needs = "; ".join(unmet(choice.needs, environment))
            yield f"{choice.id} cannot be picked: {f'not so: {needs}' if needs else 'a claim forbids it'}"
    if playthrough.history and isinstance(playthrough.history[-1][0], Type):
        yield from _answers(playthrough, story)
    for deck in sorted({one.deal.deck for one in (scene, *_returns(turn.state, story)) if one.deal}):
        yield from _candidates(f"deck {deck}", why_storylet(story, turn.state, deck))


def _hidden(choice: Choice, scene: str, environment: Environment) -> str:
    lacking = unmet(choice.condition, environment)
    if lacking:
        return f"not so: {'; '.join(lacking)}"
    return (
        "picked already, and it is offered once"
        if environment.visits.get(f"{scene}.{choice.id}")
        else "not shown"
    )


def _returns(state: State, story: Story) -> list[Scene]:
    return [story.scenes[one.scene] for one in state.returns if one.scene in story.scenes]


def _answers(playthrough: Playthrough, story: Story) -> Iterator[str]:
    """For each claim of the page just typed, the beats that could answer it now."""
    state = playthrough.turn.state
    page = story.pages.get(state.pages[-1].id) if state.pages else None
    if page is None or page.beats is None or page.beats not in story.beats_by_place:
        return
    for entry in (*state.canon, *state.resisted):
        if entry.number in state.fresh:
            place = f"at {page.beats}, {entry.number}. {gloss(entry.claim)}"
            yield from _candidates(place, why_beat(story, state, page.beats, entry))


def _candidates(what: str, found: tuple[Candidate, ...]) -> Iterator[str]:
    can = [one for one in found if one.reason and not one.reason.startswith("it is not about")]
    yield f"{what}:"
    for one in can[:_SHOWN]:
        yield f"  {'>' if one.chance else ' '} {one.id}: {one.reason}"
