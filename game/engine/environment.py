"""What a story's expressions can ask for while a move is told: variables, claims and functions."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from game.engine.canon import says_again
from game.engine.circumstances import is_met, is_so
from game.engine.draft import Draft
from game.engine.kinds import Found, number_of, standing_before
from game.engine.program.program import program_of
from game.engine.program.source import expression_of
from game.engine.saliency import eligible
from game.engine.views import ClaimView
from game.story.expressions import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.engine.kinds import Kind
    from game.engine.state import CanonEntry, State
    from game.story.expressions import Expression
    from game.story.model import Story


class Environment(Draft):
    """A draft that can be asked. `bound` are names that stand for something just now: `it`, `index`."""

    bound: Mapping[str, object] = MappingProxyType({})
    asking: frozenset[str] = frozenset()
    """Derived variables and circumstances that are being found out: what hangs on itself is not so."""
    _found: Found | None = None
    """What was found out about the canon."""

    def __init__(self, story: Story, state: State) -> None:
        super().__init__(story, state)
        self.program = program_of(story)

    def answer(self, expression: Expression) -> object:
        """What an expression comes to now. Raises EvaluationError if it comes to nothing."""
        try:
            return self.program.value(expression)(self)
        except Exception as error:
            raise explained(error, expression.source) from error

    def variable(self, name: str) -> object:
        """What a variable is now, derived or not."""
        place = list(self.story.variables).index(name)
        derived = self.story.variables[name].derived
        return self.derived(name) if derived else self.values[place]

    def derived(self, name: str) -> object:
        """What a derived variable is now. Where that hangs on itself, it is what it is at the start."""
        ways, default = self.program.derived[name]
        if name in self.asking:
            return default
        before, self.asking = self.asking, self.asking | {name}
        try:
            for ask, value in ways:
                if ask is None or ask(self):
                    return value
            return default
        finally:
            self.asking = before

    def facet(self, aspect: str) -> str:
        """What Ruby is now in a closed aspect: what was last written of it, else what is her own."""
        written, own = self.program.facets[aspect]
        for entry in reversed(self._standing(written)):
            if self.is_in_force(entry):
                return entry.claim.value
        for ask, value in own:
            if ask is None or ask(self):
                return value
        return ""

    def bind(self, names: Mapping[str, object]) -> Mapping[str, object]:
        """Let `names` stand for these values from now on; answers the bindings before, for `restore`."""
        before = self.bound
        self.bound = {**before, **names}
        return before

    def restore(self, bindings: Mapping[str, object]) -> None:
        """Go back to earlier bindings."""
        self.bound = bindings

    # Claims.

    def view(self, entry: CanonEntry) -> ClaimView:
        """The entry as text sees it."""
        return ClaimView(entry, self.story.people, self.show, self.is_in_force)

    def is_in_force(self, entry: CanonEntry) -> bool:
        """Whether the condition of the claim, if it has one, is so in the present scene."""
        return entry.claim.when is None or is_met(entry.claim, self)

    def claims(self, kind: Kind) -> list[ClaimView]:
        """The claims that stand and are of that kind, oldest first."""
        return [self.view(entry) for entry in self._standing(kind)]

    def claim(self, kind: Kind) -> ClaimView | None:
        """Of the claims of that kind the least shown so far, then the newest; None if there is none."""
        found = self._standing(kind)
        if len(found) > 1:
            shown = self.shown
            return self.view(min(found, key=lambda e: (shown.get(str(e.number), 0), -e.number)))
        return self.view(found[0]) if found else None

    def has(self, kind: Kind) -> bool:
        """Whether a claim of that kind stands."""
        return bool(self._standing(kind))

    def count(self, kind: Kind) -> int:
        """How many claims of that kind stand."""
        return len(self._standing(kind))

    def former_of(self, kind: Kind) -> ClaimView | None:
        """Of the overwritten claims of that kind the one that went last."""
        found = self._of(self.former, kind)
        return self.view(found[-1]) if found else None

    def resisted_of(self, kind: Kind) -> ClaimView | None:
        """Of the claims of that kind that did not take the last."""
        found = self._of(self.resisted, kind)
        return self.view(found[-1]) if found else None

    def new(self) -> list[ClaimView]:
        """The claims that the page just typed made."""
        fresh = set(self.fresh)
        stood = (*self.canon, *self.resisted)
        return [self.view(entry) for entry in sorted(stood, key=number_of) if entry.number in fresh]

    def on_the_page(self) -> list[ClaimView]:
        """All that the page just typed claims, in its order: also what it took back further on."""
        fresh = set(self.fresh)
        taken = {e.number: e for e in (*self.canon, *self.former, *self.resisted) if e.number in fresh}
        return [
            self.view(entry)
            for number, entry in sorted(taken.items())
            if entry.overwritten_by is None or not says_again(taken[entry.overwritten_by].claim, entry.claim)
        ]

    def _standing(self, kind: Kind) -> list[CanonEntry]:
        """Those of that kind that stand. What does not hang on the scene is found out once a canon."""
        canon = self.canon
        known = self._found
        if known is None or known.canon is not canon:
            known = self._found = self.program.found(canon)
        found = known.of_kind.get(kind)
        if found is None:
            of_aspect = canon if kind.aspect is None else known.of_aspect.get(kind.aspect, ())
            found = self._of(of_aspect, kind)
            if kind.before is None and kind.when is None:
                known.of_kind[kind] = found
        return found

    def _of(self, entries: Sequence[CanonEntry], kind: Kind) -> list[CanonEntry]:
        """Those of that kind; `before` a page: of what stood when it came; `when`: in force or not."""
        if kind.before is None and not entries:
            return []
        if kind.before is not None:
            entries = standing_before(kind.before, (*self.canon, *self.former))
        found = kind.pick(entries)
        if kind.when is None:
            return found
        if kind.when == "none":
            return [entry for entry in found if entry.claim.when is None]
        met = kind.when == "met"
        return [entry for entry in found if entry.claim.when and self.is_in_force(entry) == met]

    # Functions of the expressions' own.

    def during(self, circumstance: str) -> bool:
        """Whether it is so here."""
        return is_so(self.story.circumstances[circumstance], self)

    def can_deal(self, deck: str) -> bool:
        """Whether a storylet of the deck could be dealt now."""
        return bool(eligible(deck, self))

    def typed(self, page: str) -> bool:
        """Whether the page was typed."""
        return any(one.id == page for one in self.pages)

    def backwards(self, page: str) -> bool:
        """Whether the page was put in the wrong way round."""
        return any(one.id == page and one.backwards for one in self.pages)

    def words(self, page: str) -> str:
        """The words of a page, as typed last; '' if it was not."""
        texts = [one.text for one in self.pages if one.id == page]
        return texts[-1].strip() if texts else ""

    @staticmethod
    def cap(text: object) -> str:
        """The text with a capital."""
        return str(text)[:1].upper() + str(text)[1:]

    @staticmethod
    def lower(text: object) -> str:
        """The text without its capital; *I* keeps its own."""
        words = str(text)
        return words if words[:1] == "I" and not words[1:2].isalpha() else words[:1].lower() + words[1:]

    @staticmethod
    def listing(claims: Sequence[ClaimView], form: str = "noun") -> str:
        """The claims in one form, joined as English joins them: *bees, a tuba and an opinion*."""
        said = [str(getattr(claim, form)) for claim in claims]
        return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}" if said else ""


def explained(error: Exception, source: str | None = None) -> Exception:
    """The error, as one that names the expression it came up in; itself, if it came up in none."""
    found = expression_of(error) or source
    if found is None or isinstance(error, EvaluationError):
        return error
    return EvaluationError(f"`{found}` has no value: {error}")
