"""Clauses that say what is not so: what would have been, what may be, and causes under a denial."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.turns import Turns

if TYPE_CHECKING:
    from game.reader.predicates import Predicate

_MODALS: Final = frozenset(["would", "could", "should", "might", "may", "must", "ought", "need"])
_REASONS: Final = frozenset(["because", "cos", "cuz", "coz", "'cause", "just because", "only because"])
_UNREAL: Final = frozenset(["would", "could", "might", "'d"])
_SINGULAR: Final = frozenset(["n", "p", "N", "q"])


class Unreal(Turns):
    """Tells what a page asserts from what it only thinks of."""

    def give_and(self, predicates: list[Predicate]) -> None:
        """Also *should Ruby leave, I will weep*."""
        super().give_and(predicates)
        if len(predicates) > 1 and predicates[0].inverted and not self.question:
            first, then = predicates[0], predicates[1]
            opens = self.tokens[first.group.start]
            if first.group.start == 0 and opens.low == "should" and then.role == "main" and then.subject:
                first.role, then.when = "condition", (0, then.begin)

    def unreal(self, n: int, predicate: Predicate) -> bool:
        """Whether the clause asserts nothing: *would have cried; could be a spy; not sad because I left*."""
        tokens, group = self.tokens, predicate.group
        if group.perfect and group.modal in _MODALS:
            return True
        if group.modal in {"could", "may", "might"} and group.lemma == "be" and not group.negated:
            phrase = self.clauses.by_start.get(group.end)
            if phrase is not None and tokens[phrase.start].low in {"a", "an", "the", "my", "her", "his"}:
                return True
        if group.modal in {"could", "may"} and group.progressive and not group.negated:
            return True
        if group.modal in _UNREAL and predicate.when and self.contrary(predicate):
            return True
        return predicate.role == "cause" and self.cause_denied(n, predicate)

    def contrary(self, predicate: Predicate) -> bool:
        """Whether the condition is contrary to fact: *if she were a bird; if I had known*."""
        assert predicate.when is not None
        for other in self.predicates:
            if other.role != "condition" or not predicate.when[0] <= other.begin < predicate.when[1]:
                continue
            group = other.group
            head = self.tokens[other.subject.head] if other.subject is not None else None
            if head is None or self.tokens[other.begin].low not in {"if", "even if", "unless"}:
                continue
            singular = head.low not in {"we", "they", "you"} and head.tag in _SINGULAR
            if singular and self.tokens[group.start].low == "were":
                return True
            if group.perfect and group.past and not group.modal:
                return True
        return False

    def cause_denied(self, n: int, predicate: Predicate) -> bool:
        """*Ruby doesn't love me because I'm rich*: whether I am is not said."""
        if predicate.word not in _REASONS or not n:
            return False
        main = self.predicates[n - 1]
        comma = self.tokens[predicate.begin - 1].tag if predicate.begin else ","
        return main.role == "main" and main.group.negated and comma not in {",", "."}
