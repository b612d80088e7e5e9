"""What a story's functions call to tell: passages, answers to claims, costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.costs import cost_due
from game.engine.environment import Environment
from game.engine.saliency import longest_unused
from game.engine.state import Paid
from game.engine.tidying import tidy
from game.engine.turn import Passage
from game.engine.views import ClaimView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.engine.program.units import Answer
    from game.engine.turn import PassageKind
    from game.story.model import Beat


class Narrator(Environment):
    """An environment that is told of, in passages. One narrator tells one move."""

    _owner = ""
    """Whose the last passage is."""
    _ordinals: dict[str, int] | None = None
    """How many passages there are of each owner, as soon as there are several."""

    def say(self, owner: str, kind: PassageKind, text: str) -> None:
        """Add a passage of whatever text; prose goes on in the one before, if that is the same owner's."""
        text = text.strip("\n") if kind == "typed" else tidy(text)
        if text.strip():
            self.put(owner, kind, text)

    def space(self, owner: str, kind: PassageKind, text: str) -> None:
        """The same, of a text in which blanks at most are out of order."""
        while "  " in text:
            text = text.replace("  ", " ")
        if text := text.strip(" "):
            self.put(owner, kind, text)

    def put(self, owner: str, kind: PassageKind, text: str) -> None:
        """The same, of a text that is tidy already, and not empty."""
        passages = self.passages
        if not passages:
            self._owner = owner
            passages.append(Passage(f"{owner}.0", kind, text))
            return
        if owner == self._owner and kind != "typed" and passages[-1].kind == kind:
            id_, _, before = passages[-1]
            passages[-1] = Passage(id_, kind, f"{before}\n\n{text}")
            return
        if self._ordinals is None:
            self._ordinals = {self._owner: 1}
        ordinal = self._ordinals.get(owner, 0)
        self._ordinals[owner] = ordinal + 1
        self._owner = owner
        passages.append(Passage(f"{owner}.{ordinal}", kind, text))

    def go_on_from(self, passages: Iterable[Passage]) -> None:
        """Tell on after passages that were told before."""
        self._ordinals = {}
        for passage in passages:
            self._owner = passage.id.rpartition(".")[0]
            self._ordinals[self._owner] = self._ordinals.get(self._owner, 0) + 1
            self.passages.append(passage)

    def answer_claims(self, place: str, found: object, limit: int | None, kind: PassageKind) -> None:
        """Answer what an expression found, the last of it if there is a limit."""
        views = [view for view in found or () if isinstance(view, ClaimView)]  # type: ignore[attr-defined]
        self.dramatise(place, views[-limit:] if limit else views, kind)

    def dramatise(self, place: str, views: Sequence[ClaimView], kind: PassageKind = "prose") -> None:
        """Answer each claim by the most particular beat of the place, and tell the beats in their order.

        One scene uses a beat twice only for a claim that no other beat fits.
        """
        chosen: list[tuple[Answer[Beat], ClaimView]] = []
        told: set[str] = set()
        for view in views:
            beat = self._beat_for(self._answering_place(view, place), view, told)
            if beat is not None:
                told.add(beat.used)
                self.use(beat.used)
                chosen.append((beat, view))
        chosen.sort(key=lambda pair: pair[0].piece.order)
        aspects = [view.entry.claim.aspect for _, view in chosen]
        for position, (beat, view) in enumerate(chosen):
            names = {
                "it": view,
                "index": aspects[:position].count(aspects[position]),
                "total": aspects.count(aspects[position]),
            }
            before = self.bind(names)
            self.show(view.entry.number)
            self.program.telling_of(beat, kind)(self, beat.piece.id, kind)
            self.restore(before)

    def charge(self, place: str, limit: int, kind: PassageKind = "prose") -> None:
        """Tell the costs that fall due at the place, up to so many, and note that they were paid."""
        for _ in range(limit):
            due = cost_due(place, self)
            if due is None:
                return
            answer, entry = due
            cost, program = answer.piece, self.program
            before = self.bind({"it": self.view(entry)})
            self.show(entry.number)
            program.telling_of(answer, kind)(self, cost.id, kind)
            note = program.text(cost.note)(self)
            self.paid = (*self.paid, Paid(cost.id, entry.number, self.number, note))
            self.restore(before)

    @staticmethod
    def forbidding(claim: object) -> str | None:
        """Why a choice cannot be picked that a claim forbids; None if none does."""
        if claim is None or claim is False:
            return None
        # Not by its form: that counts as showing it, and another claim might be given when it is picked.
        return claim.entry.sentence if isinstance(claim, ClaimView) else str(claim)

    def _answering_place(self, view: ClaimView, place: str) -> str:
        """Where a claim is answered: what did not take, where its resistance says."""
        resisted = view.entry.resisted
        return place if resisted is None else self.story.resistances[resisted].place

    def _beat_for(self, place: str, view: ClaimView, told: set[str]) -> Answer[Beat] | None:
        """The most salient beat: one that was not told yet, if there is one that fits."""
        claim = view.entry.claim
        before = self.bind({"it": view, "index": 0, "total": 1})
        fresh: list[Answer[Beat]] = []
        again: list[Answer[Beat]] = []
        for equals in self.program.beats((place, claim.aspect, claim.holds)):
            fitting = [
                one for one in equals if one.fits(claim) and (one.condition is None or one.condition(self))
            ]
            again = again or fitting
            fresh = fresh or [one for one in fitting if one.used not in told]
            if fresh and not self.program.watched:
                break
        self.restore(before)
        used = self.used
        return longest_unused(
            fresh or again,
            lambda one: used.get(one.used, 0),
            lambda sides: self.chance(f"beat:{place}", sides),
        )
