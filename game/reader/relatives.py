"""Clauses inside clauses: which of them assert something, and of whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.reader.chunks import NounPhrase, VerbGroup, is_time
from game.reader.nominal import GENERIC
from game.reader.reference import Subject
from game.reader.scenes import Scenes
from game.reader.scope import Scope
from game.reader.values import typed, value_of
from game.reader.verbs import KNOWING, MAKING, NAMING, SAYING
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.claims import Claim
    from game.reader.predicates import Predicate

PROMOTING: Final = words("hope wish pray demand insist decree want declare command order prefer swear decide")
_EXPLETIVE_NOUNS: Final = words(
    "truth fact thing point problem secret trouble matter result upshot rumour rumor"
)
_UNREAL: Final = words(
    "way reason place day moment time minute instant thing kind sort one type word fact idea"
)
_ANYBODY: Final = words("everyone anyone nobody somebody someone everybody others those sort kind type one")
_FACTIVE: Final = words(
    "glad furious ashamed sorry delighted sad relieved angry annoyed appalled horrified thrilled pleased grateful "  # noqa: E501
    "thankful disappointed upset embarrassed mortified amazed astonished"
)
_STRANDED: Final = words("in with for of to from at into about over")
_TAKING_ANTECEDENT: Final = frozenset({"act", "past", "skill", "have", "want", "taste", "place"})


class Relatives(Scenes):
    """Reads subordinate clauses."""

    def subject(self, predicate: Predicate) -> Subject:
        """Whom the clause is about."""
        if predicate.subject is None:
            return self.current
        return self.people.of(self.tokens, predicate.subject)

    def promoted(self, predicate: Predicate) -> tuple[Subject, bool] | None:  # noqa: PLR0911, PLR0912
        """The subject of a clause inside another that is asserted all the same, and whether it is a wish."""
        tokens = self.tokens
        matrix = self.predicates[predicate.matrix] if 0 <= predicate.matrix < len(self.predicates) else None
        own = self.people.of(tokens, predicate.subject) if predicate.subject is not None else Subject()
        if predicate.role == "relative":
            if predicate.antecedent is None:
                return None
            if predicate.word == "who" and predicate.begin and tokens[predicate.begin - 1].tag == "q":
                is_one = (
                    matrix is not None
                    and matrix.group.lemma in {"be", "become", "remain"}
                    and matrix.subject is not None
                    and not matrix.group.negated
                    and matrix.group.end <= predicate.begin - 1 <= matrix.group.end + 1
                )
                if not is_one or matrix is None or matrix.subject is None:
                    return None
                return self.people.of(tokens, matrix.subject), False
            antecedent = self.people.of(tokens, predicate.antecedent)
            if predicate.word == "which" and (antecedent.people or predicate.group.lemma == "do"):
                return None
            if (
                predicate.word == "that"
                and matrix is not None
                and matrix.group.lemma == "be"
                and matrix.subject is not None
                and tokens[matrix.subject.head].low == "it"
                and not matrix.group.negated
                and predicate.subject is not predicate.antecedent
                and own.people
            ):
                return own, False
            if (
                predicate.word == "who"
                and not antecedent.people
                and tokens[predicate.antecedent.head].tag in "NP"
            ):
                antecedent = Subject(("other",), part=tokens[predicate.antecedent.head].lemma)
            if (
                predicate.word in {"which", "that"}
                and predicate.subject is predicate.antecedent
                and antecedent.owner
                and antecedent.part
                and self.framer.in_list("body_parts", antecedent.part)
            ):
                return antecedent, False
            if predicate.antecedent.start in self.apposed and predicate.subject is predicate.antecedent:
                return Subject((self.apposed[predicate.antecedent.start],)), False
            if predicate.subject is not None and tokens[predicate.subject.start].low == "whose":
                return own, False
            if (
                predicate.subject is not predicate.antecedent
                and predicate.subject is not None
                and tokens[predicate.subject.head].tag == "P"
                and predicate.subject.start == predicate.subject.head
                and own.people == ("other",)
            ):
                return None  # *a face that strangers ask for directions*
            last = predicate.end - 1
            while last > predicate.group.end and tokens[last].low in {".", ",", ";", "!"}:
                last -= 1
            if predicate.subject is not predicate.antecedent and tokens[last].low in _STRANDED:
                return None  # *a house that she has not yet been unhappy in*
            if predicate.subject is not predicate.antecedent:
                matrix_is = matrix is not None and matrix.group.lemma == "be"
                at = predicate.antecedent.start
                apposed = at > 0 and tokens[at - 1].tag == ","
                bare = (
                    not predicate.word and not predicate.group.perfect and matrix is not None and not apposed
                )
                bare = bare and tokens[0].low != "what"
                if self.fronted(predicate) is None or not own.people or matrix_is or bare:
                    return None
                return own, False
            if (
                antecedent.people
                and matrix is not None
                and matrix.group.lemma == "be"
                and matrix.subject is not None
                and tokens[matrix.subject.head].low == "it"
                and not matrix.group.negated
            ):
                return antecedent, False
            if (
                antecedent.people
                and antecedent.people[0] != "other"
                and predicate.begin > 0
                and (tokens[predicate.begin - 1].tag == "," or tokens[predicate.antecedent.head].tag == "n")
            ):
                return antecedent, False
            if (
                matrix is not None
                and matrix.group.lemma in {"be", "become", "remain"}
                and matrix.subject is not None
                and (
                    antecedent.people == ("other",)
                    or self.sort_of(predicate.antecedent)
                    or tokens[predicate.antecedent.head].low == "one"
                    or tokens[predicate.antecedent.head].lemma in {"girl", "woman", "man", "boy", "lady"}
                )
                and predicate.antecedent.start >= matrix.group.end
                and not (
                    tokens[predicate.antecedent.start - 1].tag == "i"
                    and tokens[predicate.antecedent.start - 1].low != "of"
                )
            ):
                return self.people.of(tokens, matrix.subject), False
            if (
                matrix is not None
                and matrix.group.lemma in {"be", "become", "remain"}
                and matrix.subject is not None
                and tokens[predicate.antecedent.head].low == "one"
                and predicate.antecedent.end < len(tokens)
                and tokens[predicate.antecedent.end].low == "of"
            ):
                return self.people.of(tokens, matrix.subject), False
            if (
                antecedent.people == ("other",)
                and (antecedent.part not in GENERIC | _ANYBODY or tokens[predicate.begin - 1].tag == ",")
                and not self.sort_of(predicate.antecedent)
            ):
                return antecedent, False
            return None
        if matrix is None:
            before = [p for p in self.predicates if p.group.end <= predicate.begin]
            matrix = before[-1] if before else None
        if matrix is None:
            return None
        lemma = matrix.group.lemma
        if matrix.subject is None:
            if (
                matrix.group.form == "V"
                and lemma
                in {
                    "make",
                    "see",
                    "ensure",
                    "let",
                    "say",
                    "pretend",
                    "imagine",
                    "suppose",
                    "write",
                    "type",
                    "wish",
                    "pray",
                    "know",
                }
                and matrix.begin == 0
                and lemma not in {"pretend", "imagine", "suppose"}
                and own.people
                and own.people[0] != "calvin"
            ):
                return own, True
            return None
        head = tokens[matrix.subject.head]
        feeling = tokens[predicate.begin - 1] if predicate.begin else None
        if (
            lemma in {"be", "feel", "seem"}
            and not matrix.group.negated
            and feeling is not None
            and feeling.low in _FACTIVE
            and predicate.word in {"that", ""}
            and own.people
        ):
            return own, False
        if (head.low == "it" and lemma in {"be", "turn", "happen", "follow"}) or (
            head.lemma in _EXPLETIVE_NOUNS and lemma == "be"
        ):
            return (own, False) if not matrix.group.negated else None
        who = self.people.of(tokens, matrix.subject)
        if (
            who.people == ("calvin",)
            and lemma in PROMOTING
            and own.people
            and own.people[0] != "calvin"
            and not matrix.group.negated
        ):
            if predicate.word in {"how", "why", "what", "whether"}:
                return None
            return own, True
        return None

    def made_of(self, n: int, predicate: Predicate) -> list[Claim] | None:
        """*whom adversity had made thrifty; whom the neighbours called the Duchess*."""
        tokens, group = self.tokens, predicate.group
        antecedent = predicate.antecedent
        before = self.predicates[n - 1] if n else None
        if antecedent is None and before is not None and before.word == "whom" and predicate.word == "and":
            antecedent = before.antecedent
        elif predicate.role != "relative" or predicate.word not in {"whom", "that"}:
            return None
        at, end = group.end, predicate.end
        while end > at and tokens[end - 1].tag in ".,j":
            end -= 1
        if antecedent is None or predicate.subject is antecedent or at >= end or group.negated or group.modal:
            return None
        people = self.people.of(tokens, antecedent).people
        if not people:
            return None
        if group.lemma in MAKING and tokens[at].tag in "AER":
            be = VerbGroup(-1, at, -1, "be", "b")
            return self.complement(be, people[0], at, end, Scope(), set(), None, (at, end), [])
        phrase = self.clauses.by_start.get(at)
        if group.lemma in NAMING and phrase is not None and tokens[phrase.head].tag in "NP":
            return self.name_for(group, people[0], at, end, (predicate.begin, end))
        return None

    def sort_of(self, phrase: NounPhrase) -> bool:
        """Whether the phrase names a kind: *the sort of girl*."""
        return any(
            self.tokens[i].low in {"sort of", "kind of", "type of"} for i in range(phrase.start, phrase.end)
        )

    def resumed(self, predicate: Predicate) -> int:
        """Where a clause goes on after the relative ones between its subject and its verb."""
        start = predicate.subject.end if predicate.subject is not None else predicate.begin
        inner = [
            p.end
            for p in self.predicates
            if p is not predicate and start <= p.group.start < predicate.group.start
        ]
        return min(max([start, *inner]), predicate.group.head)

    def fronted(self, predicate: Predicate) -> NounPhrase | None:
        """The noun that an object relative hangs on: *letters* in *letters she does not post*."""
        tokens = self.tokens
        if (
            predicate.role != "relative"
            or predicate.antecedent is None
            or predicate.subject is None
            or predicate.subject is predicate.antecedent
            or predicate.subject == predicate.antecedent
            or tokens[predicate.subject.start].low == "whose"
        ):
            return None
        head = tokens[predicate.antecedent.head]
        matrix = self.predicates[predicate.matrix] if 0 <= predicate.matrix < len(self.predicates) else None
        if len(head.low) < 2 or (
            predicate.word == "that" and matrix is not None and matrix.group.lemma in SAYING | KNOWING.keys()
        ):
            return None
        if head.tag not in "NPn" or head.lemma in _UNREAL | GENERIC or is_time(tokens, predicate.antecedent):
            return None
        return predicate.antecedent

    def with_antecedent(self, claim: Claim, antecedent: NounPhrase) -> Claim:
        """The claim with the noun that its relative clause hangs on."""
        words_of = value_of(self.tokens, range(antecedent.start, antecedent.end))
        if claim.aspect in _TAKING_ANTECEDENT:
            frame = claim.frame
            if frame is not None and not frame.tail_refs:
                thing, refs = typed(self.raw, self.tokens, range(antecedent.start, antecedent.end))
                by = len(frame.tail) + 1 if frame.tail else 0
                refs = tuple(replace(ref, start=ref.start + by, end=ref.end + by) for ref in refs)
                frame = replace(frame, tail=f"{frame.tail} {thing}".strip(), tail_refs=refs)
            return replace(claim, value=f"{claim.value} {words_of}".strip(), frame=frame)
        if claim.aspect == "mind" and not claim.object:
            return replace(claim, object=words_of)
        return claim
