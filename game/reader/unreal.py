"""Clauses that say what is not so: what would have been, what may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.turns import Turns
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.predicates import Predicate
    from game.reader.scope import Scope

_MODALS: Final = frozenset(["would", "could", "should", "might", "may", "must", "ought", "need"])
_ANYONE: Final = words("men women people girls boys folks fathers mothers wives husbands writers lovers")
_REPUTED: Final = words(
    "say believe think report rumour rumor allege suppose presume consider understand repute claim assume deem hold mean expect"  # noqa: E501
)
_LIKELY: Final = words("likely unlikely supposed sure certain reputed liable rumoured rumored")
_UNREAL: Final = frozenset(["would", "could", "might", "'d"])
_SINGULAR: Final = frozenset(["n", "p", "N", "q"])


class Unreal(Turns):
    """Tells what a page asserts from what it only thinks of."""

    denying: str | None = None
    """The degree at which the last full clause was denied, if it was."""

    def give_and(self, predicates: list[Predicate]) -> None:
        """Also *should Ruby leave, I will weep*."""
        super().give_and(predicates)
        if len(predicates) > 1 and predicates[0].inverted and not self.question:
            first, then = predicates[0], predicates[1]
            opens = self.tokens[first.group.start]
            if first.group.start == 0 and opens.low == "should" and then.role == "main" and then.subject:
                first.role, then.when = "condition", (0, then.begin)

    def unreal(self, predicate: Predicate) -> bool:  # noqa: PLR0911
        """Whether the clause asserts nothing: *would have cried; could be a spy; may be lying*."""
        tokens, group = self.tokens, predicate.group
        if group.perfect and group.modal in _MODALS:
            more = tokens[group.end].low if group.end < len(tokens) else ""
            unsurpassed = group.modal == "could" and group.negated and group.lemma in {"be", "feel"}
            return not (unsurpassed and (more.endswith("er") or more == "more"))
        if predicate.subject is not None and tokens[predicate.subject.start].low == "no":
            found = self.people.of(tokens, predicate.subject)
            if found.people == ("other",):
                return True
        if self.reputed(predicate) or self.generic(predicate):
            return True
        if group.modal in {"could", "may", "might"} and group.lemma == "be" and not group.negated:
            phrase = self.clauses.by_start.get(group.end)
            if phrase is not None and tokens[phrase.start].low in {"a", "an", "the", "my", "her", "his"}:
                return True
        if group.lemma == "ought" or (
            group.lemma == "go" and group.progressive and group.past and self.tokens[group.end].tag == "t"
            if group.end < len(tokens)
            else False
        ):
            return True
        if (
            group.modal == "would"
            and group.lemma in {"be", "make"}
            and not group.negated
            and not predicate.when
        ):
            phrase = self.clauses.by_start.get(group.end)
            if phrase is not None and tokens[phrase.start].low in {"a", "an"}:
                return True
        if group.modal in {"could", "may"} and group.progressive and not group.negated:
            return True
        return bool(group.modal in _UNREAL and predicate.when and self.contrary(predicate))

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
                follows = self.tokens[group.end].tag if group.end < len(self.tokens) else ""
                return follows != "t"  # *if I were to leave* may come true
            if group.perfect and group.past and not group.modal:
                return True
        return False

    def shared_denial(self, n: int, predicate: Predicate, scope: Scope) -> None:
        """*Ruby never drinks, smokes or swears*: the denial of the first verb is that of all."""
        if not predicate.coordinated:
            self.denying = scope.degree if scope.denials else None
            return
        if self.denying is None or scope.denials or self.predicates[n - 1].role == "condition":
            return
        joined = ""
        for later in self.predicates[n:]:
            if not later.coordinated:
                break
            joined = later.word or joined
            if joined:
                break
        if joined in {"or", "nor"}:
            scope.denials.add(predicate.begin)
            scope.weigh(self.denying)

    def bare_be(self, predicate: Predicate) -> bool:
        """*Ruby isn't. So is Lila.*"""
        group = predicate.group
        if group.form != "b" or group.modal or group.head != group.start:
            return False
        rest = [t for t in self.tokens[group.end : predicate.end] if t.tag not in ".!,xj"]
        so = predicate.inverted and predicate.begin < group.start
        lead = any(
            self.tokens[i].low in {"so", "neither", "nor"}
            for i in range(max(0, predicate.begin - 1), max(predicate.begin + 1, group.start))
        )
        return predicate.role == "main" and predicate.subject is not None and not rest and (not so or lead)

    def reputed(self, predicate: Predicate) -> bool:
        """*Ruby is said to be rich; she is unlikely to win*: others say so, or it may be."""
        tokens, group = self.tokens, predicate.group
        at = group.end
        if at >= len(tokens):
            return False
        if group.passive and group.lemma in _REPUTED and tokens[at].tag == "t":
            return True
        return (
            group.form == "b"
            and at + 1 < len(tokens)
            and tokens[at].low in _LIKELY
            and tokens[at + 1].tag == "t"
        )

    def generic(self, predicate: Predicate) -> bool:
        """*Women are mysterious. Men are dogs.* Nobody of the story."""
        phrase = predicate.subject
        if phrase is None or predicate.group.past:
            return False
        head = self.tokens[phrase.head]
        if predicate.group.lemma != "be" and head.low not in _ANYONE:
            return False
        return (
            head.tag == "P"
            and phrase.owner == -1
            and self.tokens[phrase.start].tag not in "sHnc"
            and self.tokens[phrase.start].low not in {"the", "these", "those", "both"}
            and self.people.of(self.tokens, phrase).people == ("other",)
        )
