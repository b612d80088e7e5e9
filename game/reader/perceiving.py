"""What somebody is seen, heard or found to do: *I saw her steal the sign; he found Ruby in the bath, reciting*."""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.chunks import VerbGroup, verb_group
from game.reader.features import Features
from game.reader.scope import Scope
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.claims import Claim
    from game.reader.predicates import Predicate

_PERCEIVING: Final = words("see watch hear catch find notice spot glimpse observe remember recall overhear")
_PLACING: Final = words("see find notice spot glimpse remember")
_WHERE: Final = frozenset({"in", "on", "at", "under", "by", "behind", "inside", "outside", "beside", "among"})


class Perceiving(Features):
    """Reads what perception verbs hold of another."""

    def seen(self, predicate: Predicate, who: str, start: int, end: int, scope: Scope) -> list[Claim]:  # noqa: PLR0911
        """The claims about whoever is perceived."""
        tokens, group = self.tokens, predicate.group
        if (
            group.lemma not in _PERCEIVING
            or group.passive
            or group.modal in {"would", "might", "should", "could", "must", "may"}
            or predicate.when
            or predicate.role not in {"main", "cause"}
        ):
            return []
        while start < end and tokens[start].tag in "R!" and tokens[start].tag:
            start += 1
        target = self.clauses.by_start.get(start)
        if target is None or tokens[target.head].tag not in "no":
            return []
        people = self.people.of(tokens, target).people
        if len(people) != 1 or people[0] in {who, "other"}:
            return []
        at = target.end
        so = False
        while at < end and tokens[at].tag in "Rx!":
            so = so or tokens[at].low in {"so", "more", "quite so"}
            at += 1
        if at >= end or not tokens[at].tag or (not scope.holds and group.lemma in {"remember", "recall"}):
            return []
        inner_scope = Scope()
        if scope.denials and not so:
            inner_scope.denials.add(group.start)
            inner_scope.weigh(scope.degree)
        first = tokens[at]
        stop = next((k for k in range(at, end) if tokens[k].tag == "," and tokens[k].low == ";"), end)
        if first.tag in "VG":
            inner = verb_group(tokens, at)
            if inner is None:
                return []
            return self.complement(
                inner, people[0], inner.end, stop, inner_scope, set(), None, (at, stop), []
            )
        placed = group.lemma in _PLACING and first.low in _WHERE and first.tag == "i"
        if first.tag in "AE" or placed:
            if so:
                inner_scope.weigh("strong")
            be = VerbGroup(-1, at, -1, "be", "b")
            return self.complement(be, people[0], at, stop, inner_scope, set(), None, (at, stop), [])
        return []
