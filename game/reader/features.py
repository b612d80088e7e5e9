"""Looks that another noun is the subject of: *a scar ran to her ear; her hands, chapped, shook; one eye is brown*."""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.chunks import VerbGroup
from game.reader.drafts import Draft
from game.reader.feelings import sense_of
from game.reader.nominalising import nominalised
from game.reader.parts import HOLDERS, of_kind
from game.reader.relatives import Relatives
from game.reader.scope import Scope
from game.reader.values import value_of
from game.reader.verbs import GOING
from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.reader.claims import Claim
    from game.reader.predicates import Predicate
    from game.reader.reference import Subject

_LYING: Final = words(
    "run sit lie hang dangle rest gleam glint perch stretch curl cross cover mark fall spread show sprout "
    "bloom freckle frame stain cling trail shine glow flash swing stick line crease "
    "adorn disfigure ring circle climb bisect divide split streak"
)


_ENDING: Final = words(
    "vanish fade lift pass go leave end die evaporate melt subside ebb lessen cease dissolve stop drain "
    "cool abate disappear wane evaporate dissipate disperse thaw"
)


_LEAVING: Final = words("leave desert forsake abandon elude escape ebb drain evade fail quit")
_NOT_FELT: Final = words(
    "be seem make bring interest bore suit concern become mean amuse belong keep teach tell cost kill "
    "write await"
)
"""What a feeling does although nobody feels it yet."""
_FELT_IN: Final = words(
    "heart soul mind chest throat veins breast bosom eye face voice stomach gut head spirit blood"
)


_WHITHER: Final = frozenset(
    ("out of", "into", "to", "from", "up", "down", "through", "over", "across", "along", "past", "onto", "off",  # noqa: E501
     "round", "around")
)  # fmt: skip


class Features(Relatives):
    """Reads what stands on, in and about a person."""

    def where_clause(self, predicates: list[Predicate]) -> bool:
        """*Where other girls collected dolls, Ruby ...*"""
        return (
            self.tokens[0].low == "where"
            and len(predicates) > 1
            and predicates[0].subject is not None
            and predicates[0].subject.start == 1
            and not predicates[0].inverted
        )

    def owned_place(self, start: int, end: int) -> str:
        """Whose body part a clause places its subject at, else empty."""
        return self._owner(start, end, lambda lemma: self.framer.in_list("body_parts", lemma))

    def placed(
        self, predicate: Predicate, start: int, end: int, scope: Scope, span: tuple[int, int]
    ) -> list[Claim]:
        """*A scar ran from her eyebrow to her ear; the key hung round her neck*."""
        subject = predicate.subject
        tokens = self.tokens
        if (
            subject is None
            or predicate.role != "main"
            or tokens[subject.head].tag not in "NP"
            or predicate.group.lemma not in _LYING
            or predicate.group.modal
            or not scope.holds
        ):
            return []
        who = self.owned_place(start, end)
        holder = "" if who else self.holder(start, end)
        who = who or holder
        if not who:
            return []
        lemma = tokens[subject.head].lemma
        positions = [k for k in range(subject.start, subject.end) if tokens[k].tag not in "ds"]
        stop = next((k for k in range(start, end) if tokens[k].tag == ","), end)
        bodily = self.framer.in_list("body_parts", lemma) or self.framer.in_list("garments", lemma)
        worn = any(
            tokens[k].lemma in {"neck", "wrist", "finger", "throat", "ear", "waist"}
            for k in range(start, stop)
        )
        body = (bodily or not worn) and not holder
        tail = [*positions, *range(start, stop)]
        draft = Draft(
            "body" if body else "have",
            value_of(tokens, tail if body else positions),
            lemma="have",
            tail=tail,
            noun=positions,
            why="stands on her",
        )
        case = self.case(predicate.group, who, start, stop, scope)
        return self.settle([draft], case, span, predicate.when)

    def holder(self, start: int, end: int) -> str:
        """Whose pocket or bag a clause places its subject in, else empty."""
        return self._owner(start, end, HOLDERS.__contains__)

    def _owner(self, start: int, end: int, wanted: Callable[[str], bool]) -> str:
        """Whose a wanted thing between two tokens is, else empty."""
        for phrase in self.clauses.phrases:
            if start <= phrase.start and phrase.end <= end and phrase.owner >= 0:
                owner = self.tokens[phrase.owner].who
                if owner and wanted(self.tokens[phrase.head].lemma):
                    return owner.split("+")[0]
        return ""

    def inverted_place(self, predicate: Predicate, start: int, end: int) -> list[Claim]:
        """*On her left hand was a ring*."""
        tokens = self.tokens
        who = self.owned_place(0, predicate.group.start)
        phrase = self.clauses.by_start.get(start)
        if not who or phrase is None or tokens[phrase.head].tag not in "NP" or tokens[0].tag != "i":
            return []
        place = [k for k in range(predicate.group.start) if tokens[k].tag != ","]
        stop = next((k for k in range(phrase.end, end) if tokens[k].tag in ",WT"), end)
        noun = list(range(start, stop))
        draft = Draft(
            "body",
            value_of(tokens, [*noun, *place]),
            lemma="have",
            tail=[*noun, *place],
            noun=noun,
            why="on her",
        )
        case = self.case(predicate.group, who, start, stop, Scope())
        return self.settle([draft], case, (0, end), None)

    def felt(
        self, predicate: Predicate, who: str, part: str, scope: Scope, span: tuple[int, int]
    ) -> list[Claim]:
        """*Her grief was a large quiet animal*: that she grieves; *her anger drained away*: that she no longer is."""  # noqa: E501
        if (
            not who
            or predicate.subject is None
            or predicate.group.modal
            or predicate.role != "main"
            or self.framer.in_list("body_parts", part)
        ):
            return []
        over = any(
            t.low in {"gone", "over", "past", "done", "dead", "short-lived"}
            for t in self.tokens[predicate.group.end :][:3]
        )
        phrase = predicate.subject
        stop = predicate.aside[0] if predicate.aside else predicate.group.start
        if phrase.end < stop and phrase.owner >= 0:
            case = self.case(predicate.group, who, stop, stop, Scope())
            drafts = nominalised(self.framer, case, phrase, stop)
            if drafts is not None:
                return self.settle(drafts, case, span, None)
        for aspect, value, holds, degree in self.framer.senses("nouns", part):
            if aspect == "mood" and holds:
                draft = Draft(aspect, value, holds, degree, lemma="be", tail_text=value, why=f"her {part}")
                if over or predicate.group.lemma in _ENDING:
                    scope = scope.copy()
                    scope.denials = {predicate.group.head} if scope.holds else set()
                elif not scope.holds:
                    return []
                case = self.case(predicate.group, who, predicate.group.end, predicate.group.end, scope)
                return self.settle([draft], case, span, predicate.when)
        return []

    def kind_of_hers(
        self, predicate: Predicate, start: int, end: int, scope: Scope, span: tuple[int, int]
    ) -> list[Claim]:
        """*Maps were her passion; the attic was her home*."""
        subject, tokens = predicate.subject, self.tokens
        phrase = self.clauses.by_start.get(start)
        if (
            subject is None
            or phrase is None
            or predicate.group.lemma not in {"be", "become", "remain"}
            or phrase.owner < 0
            or not tokens[phrase.owner].who
            or phrase.end < end
            or tokens[subject.head].tag not in "NPG"
        ):
            return []
        positions = [k for k in range(subject.start, subject.end) if tokens[k].tag not in "d"]
        case = self.case(predicate.group, tokens[phrase.owner].who.split("+")[0], start, end, scope)
        return self.settle(of_kind(case, tokens[phrase.head].lemma, positions), case, span, predicate.when)

    def moved(
        self, predicate: Predicate, start: int, end: int, scope: Scope, span: tuple[int, int]
    ) -> list[Claim]:
        """*Panic rose in her; a great calm settled over Ruby; grief sat on her chest; fear left him*."""
        subject = predicate.subject
        tokens = self.tokens
        if (
            subject is None
            or subject.owner >= 0
            or predicate.role != "main"
            or tokens[subject.head].tag not in "NP"
            or predicate.group.modal
            or predicate.group.lemma in _NOT_FELT
        ):
            return []
        found = sense_of(self.framer, tokens, self.clauses.by_start, subject)
        if found is None and subject.end < len(tokens) and tokens[subject.end].low != "of":
            return []
        outer = next(
            (p for p in self.clauses.phrases if p.end == subject.start - 1 and tokens[p.end].low == "of"),
            None,
        )
        if outer is not None:
            found = sense_of(self.framer, tokens, self.clauses.by_start, outer)
        if found is None:
            return []
        for phrase in self.clauses.phrases:
            if start <= phrase.start and phrase.end <= end:
                if phrase.owner >= 0:
                    bodily = self.framer.in_list("body_parts", tokens[phrase.head].lemma)
                    felt_in = bodily or tokens[phrase.head].lemma in _FELT_IN
                    people: tuple[str, ...] = (tokens[phrase.owner].who.split("+")[0],) if felt_in else ()
                else:
                    people = self.people.of(tokens, phrase).people
                if not people or people[0] in {"other", ""}:
                    continue
                aspect, value, holds, degree = found[0]
                draft = Draft(aspect, value, holds, degree, lemma="be", tail_text=value, why=f"{value} moves")
                scope = scope.copy()
                if predicate.group.lemma in _LEAVING:
                    scope.denials = {predicate.group.head} if scope.holds else set()
                case = self.case(predicate.group, people[0], start, end, scope)
                return self.settle([draft], case, span, predicate.when)
        return []

    def late(self, predicate: Predicate, subject: Subject, end: int) -> list[Claim] | None:
        """*Into the room came Ruby, wet; out of the coal towns she has come*: the place is put first."""
        tokens, group = self.tokens, predicate.group
        phrase = predicate.subject
        if phrase is None or len(subject.people) != 1 or predicate.role != "main" or group.lemma not in GOING:
            return None
        who = subject.people[0]
        behind = phrase.start > group.head and phrase.end == group.end
        rest = [k for k in range(group.end, end) if tokens[k].tag not in ",.R!"]
        a, b = predicate.lead
        while a < b and tokens[a].tag in "R!j,":
            a += 1
        while b > a and tokens[b - 1].tag in ",R":
            b -= 1
        placed = a < b and tokens[a].tag == "i" and not any(tokens[k].tag == "," for k in range(a, b))
        if not behind and (
            rest or not placed or group.negated or group.modal or tokens[a].low not in _WHITHER
        ):
            return None
        self.current = subject
        out: list[Claim] = []
        if placed:
            scope = Scope()
            if group.perfect and group.past:
                scope.time, scope.timed = "before", True
            out = self.complement(group, who, a, b, scope, set(), None, (predicate.begin, end), [])
        comma = next((k for k in range(group.end, end) if tokens[k].tag == ","), end)
        if behind and comma + 1 < end:
            for first, stop in self.pieces(comma + 1, end):
                out += self._apposed(who, first, stop, True)
        return out or None

    def gapped(self, who: str, start: int, end: int) -> tuple[int, list[Claim]]:
        """*her mouth was wide and her eyes too far apart*: where the first half ends, and the second's claims."""  # noqa: E501
        tokens = self.tokens
        for i in range(start, end - 2):
            phrase = self.clauses.by_start.get(i + 1)
            if (
                tokens[i].tag not in ",j"
                or i in self.clauses.inside
                or phrase is None
                or phrase.owner < 0
                or tokens[phrase.owner].who != who
                or tokens[phrase.head].tag not in "NP"
            ):
                continue
            at = phrase.end
            while at < end and tokens[at].tag in "R," and tokens[at].tag:
                at += 1
            if at >= end and not (phrase.end < end and tokens[phrase.end].tag == "R"):
                continue
            if at < end and tokens[at].tag not in "AEd":
                continue
            at = min(at, end)
            stop, more = self.gapped(who, at, end)
            group = VerbGroup(-1, phrase.end, -1, "be", "b")
            part = tokens[phrase.head].lemma
            claims = self.complement(
                group, who, phrase.end, stop, Scope(), set(), None, (i + 1, stop), [], part
            )
            first = i
            while first > start and tokens[first - 1].tag in ",j":
                first -= 1
            return first, claims + more
        return end, []

    def of_parts(self, predicate: Predicate, who: str, part: str) -> list[Claim]:
        """*Her hands, chapped from years of dishwater, trembled*: what the parenthesis says of them."""
        if predicate.aside is None:
            return []
        a, b = predicate.aside
        while a < b and self.tokens[a].tag in "R":
            a += 1
        if a >= b or self.tokens[a].tag not in "AEc":
            return []
        group = VerbGroup(-1, a, -1, "be", "b")
        return self.complement(group, who, a, b, Scope(), set(), None, (a, b), [], part)
