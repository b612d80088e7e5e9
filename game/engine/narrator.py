"""Blocks of a story into passages: text with its conditions, alternatives and the player's words in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from game.engine.costs import cost_due
from game.engine.saliency import most_salient
from game.engine.state import Paid
from game.engine.turn import Passage
from game.engine.views import ClaimView
from game.story.markup import Alternatives, Conditional, Literal, Show
from game.story.model import BeatsBlock, CostsBlock, IfBlock, TextBlock, WithBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from game.engine.draft import Draft
    from game.engine.environment import Environment
    from game.engine.turn import PassageKind
    from game.story.markup import Node, Text
    from game.story.model import Beat, Block

_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


class Narrator:
    """Tells blocks into a draft's passages. One narrator tells one move."""

    watcher: ClassVar[Callable[[Alternatives, int], None] | None] = None
    """Told which of several texts was shown, by its number: for those who measure what a story covers."""

    def __init__(self, draft: Draft, environment: Environment) -> None:
        self.draft = draft
        self.environment = environment

    def tell(self, blocks: Iterable[Block], owner: str, kind: PassageKind = "prose") -> None:
        """Tell the blocks as passages of `owner`; what has no kind of its own is of `kind`."""
        for block in blocks:
            match block:
                case TextBlock(kind=own, template=template):
                    self.say(owner, own or kind, self.text(template))
                case IfBlock(condition=condition, then=then, otherwise=otherwise):
                    chosen = then if condition.evaluate(self.environment) else otherwise
                    self.tell(chosen, owner, kind)
                case WithBlock():
                    self._tell_with(block, owner, kind)
                case BeatsBlock(place=place, claims=claims, limit=limit):
                    found = claims.evaluate(self.environment)
                    views = [view for view in found or () if isinstance(view, ClaimView)]  # type: ignore[attr-defined]
                    self.dramatise(place, views[-limit:] if limit else views, kind)
                case CostsBlock(place=place, limit=limit):
                    for _ in range(limit):
                        self.charge(place, kind)

    def say(self, owner: str, kind: PassageKind, text: str) -> None:
        """Add a passage; prose goes on in the passage before if that is the same owner's and kind's."""
        text = text.strip("\n") if kind == "typed" else tidy(text)
        if not text.strip():
            return
        passages = self.draft.passages
        last = passages[-1] if passages else None
        if last and kind != "typed" and last.kind == kind and last.id.rpartition(".")[0] == owner:
            passages[-1] = Passage(last.id, kind, f"{last.text}\n\n{text}")
            return
        ordinal = sum(1 for passage in passages if passage.id.rpartition(".")[0] == owner)
        passages.append(Passage(f"{owner}.{ordinal}", kind, text))

    def text(self, template: Text) -> str:
        """The text as it reads now."""
        return self._parts(template.parts)

    def dramatise(self, place: str, views: Sequence[ClaimView], kind: PassageKind = "prose") -> None:
        """Answer each claim by the most particular beat of the place, and tell the beats in their order.

        One scene uses a beat twice only for a claim that no other beat fits.
        """
        chosen: list[tuple[Beat, ClaimView]] = []
        told: set[str] = set()
        for view in views:
            at = self._answering_place(view, place)
            fitting = self._beats_for(at, view)
            beat = self._most_salient(at, [beat for beat in fitting if beat.id not in told] or fitting)
            if beat is not None:
                told.add(beat.id)
                self.draft.use(f"beat:{beat.id}")
                chosen.append((beat, view))
        chosen.sort(key=lambda pair: pair[0].order)
        aspects = [view.entry.claim.aspect for _, view in chosen]
        for position, (beat, view) in enumerate(chosen):
            names = {
                "it": view,
                "index": aspects[:position].count(aspects[position]),
                "total": aspects.count(aspects[position]),
            }
            before = self.environment.bind(names)
            self.draft.shown.add(str(view.entry.number))
            self.draft.assign(beat.do, self.environment)
            self.tell(beat.text, beat.id, kind)
            self.environment.restore(before)

    def charge(self, place: str, kind: PassageKind = "prose") -> None:
        """Tell one cost that falls due at the place, if there is one, and note that it was paid."""
        due = cost_due(place, self.draft, self.environment)
        if due is None:
            return
        cost, entry = due
        before = self.environment.bind({"it": self.environment.view(entry)})
        self.draft.shown.add(str(entry.number))
        self.draft.assign(cost.do, self.environment)
        self.tell(cost.text, cost.id, kind)
        note = " ".join(self.text(cost.note).split())
        self.draft.paid = (*self.draft.paid, Paid(cost.id, entry.number, self.draft.turn, note))
        self.environment.restore(before)

    def _answering_place(self, view: ClaimView, place: str) -> str:
        """Where a claim is answered: what did not take, where its resistance says."""
        resisted = view.entry.resisted
        return place if resisted is None else self.draft.story.resistances[resisted].place

    def _beats_for(self, place: str, view: ClaimView) -> list[Beat]:
        before = self.environment.bind({"it": view, "index": 0, "total": 1})
        claim = view.entry.claim
        fitting = [
            beat
            for beat in self.draft.story.beats_by_kind.get((place, claim.aspect, claim.holds), ())
            if beat.pattern.fits(claim)
            and (beat.condition is None or beat.condition.evaluate(self.environment))
        ]
        self.environment.restore(before)
        return fitting

    def _most_salient(self, place: str, beats: Sequence[Beat]) -> Beat | None:
        return most_salient(
            beats,
            lambda beat: beat.pattern.specificity + (beat.condition.terms if beat.condition else 0),
            lambda beat: self.draft.used[f"beat:{beat.id}"],
            lambda sides: self.draft.chance(f"beat:{place}", sides),
        )

    def _tell_with(self, block: WithBlock, owner: str, kind: PassageKind) -> None:
        before = self.environment.bind({})
        for name, expression in block.bindings:
            value = expression.evaluate(self.environment)
            if value is None:
                self.environment.restore(before)
                self.tell(block.otherwise, owner, kind)
                return
            self.environment.bind({name: value})
        self.tell(block.then, owner, kind)
        self.environment.restore(before)

    def _parts(self, parts: Iterable[Node]) -> str:
        return "".join(self._part(part) for part in parts)

    def _part(self, part: Node) -> str:
        match part:
            case Literal(text=text):
                return text
            case Show(expression=expression):
                value = expression.evaluate(self.environment)
                return "" if value is None else str(value)
            case Conditional(expression=expression, yes=yes, no=no):
                return self._parts((yes if expression.evaluate(self.environment) else no).parts)
            case Alternatives():
                return self._alternative(part)

    def _alternative(self, part: Alternatives) -> str:
        picked = self._pick(part, self.draft.seen.add(part.key))
        if picked is None:
            return ""
        if Narrator.watcher is not None:
            Narrator.watcher(part, picked)
        return self._parts(part.options[picked].parts)

    def _pick(self, part: Alternatives, times: int) -> int | None:
        """Which of the texts it is this time; None for none of them."""
        count = len(part.options)
        match part.kind:
            case "shuffle":
                return self.draft.chance(part.key, count)
            case "cycle":
                return times % count
            case "once" if times >= count:
                return None
        return min(times, count - 1)


def tidy(text: str) -> str:
    """Prose as it is shown: one line a paragraph, one blank line between, no stray space."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in _PARAGRAPHS.split(text))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
