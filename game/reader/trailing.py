"""What hangs on a clause behind: *..., an amused defendant; ..., flushed and laughing; ..., one arm flung out*."""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.chunks import VerbGroup
from game.reader.detaching import STATES, aged
from game.reader.drafts import Draft
from game.reader.loose import Loose
from game.reader.scope import Scope
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.claims import Claim
    from game.reader.predicates import Predicate

_FEMALE_NOUNS = words("woman girl lady widow queen mother daughter sister nun actress heroine waitress wife")
_MALE_NOUNS = words("man boy gentleman widower king father son brother monk actor husband bachelor")
_PERCEIVING = words("find see watch catch discover picture imagine notice hear observe spot glimpse")


class Trailing(Loose):
    """Reads what stands after a clause."""

    def loosen(  # noqa: PLR0912
        self, predicate: Predicate, who: str, start: int, end: int, skip: set[int]
    ) -> tuple[int, list[Claim]]:
        """Where the clause proper ends, and what its loose end claims."""
        tokens = self.tokens
        lemma = predicate.group.lemma
        for i in range(start, end - 4):
            if [t.low for t in tokens[i : i + 4]] == ["at", "the", "age", "of"] and tokens[i + 4].tag == "c":
                case = self.case(predicate.group, who, i, i + 5, Scope())
                draft = Draft("body", value_of(tokens, [i + 4]), lemma="be", tail=[i + 4], why="at an age")
                found = self.settle([draft], case, (i, i + 5), None)
                while i > start and tokens[i - 1].tag == ",":
                    i -= 1  # noqa: PLW2901
                stop, more = self.loosen(predicate, who, start, i, skip)
                return stop, more + found
        for i in range(start, end):
            if i in self.clauses.inside and tokens[i].tag != ",":
                continue
            comma = tokens[i].tag == ","
            j = i + 1 if comma else i
            if j >= end or j in skip or (not comma and tokens[j].low != "with"):
                continue
            at = j
            while at < end and tokens[at].tag in "R!" and tokens[at].tag:
                at += 1
            if at >= end:
                break
            if tokens[j].low == "with" and tokens[j].tag == "i":
                found, close = self.absolute(who, j + 1, end)
                if not found and comma:
                    found, close = self.accompanied(who, j + 1, end)
                if found:
                    if close + 1 < end:
                        found += self.final(lemma, who, start, i, close, end)
                    return i, found
                continue
            if not comma or i in self.clauses.inside:
                continue
            found = self.final(lemma, who, start, i, at, end)
            if found:
                return i, found
        return end, []

    def final(self, lemma: str, who: str, start: int, comma: int, at: int, end: int) -> list[Claim]:  # noqa: PLR0911, PLR0913, PLR0917
        """*..., an amused defendant; ..., flushed and laughing; ..., one arm flung out*."""
        tokens = self.tokens
        phrase = self.clauses.by_start.get(at)
        if tokens[at].tag == "c" and at + 1 == end and aged(tokens[at].low) and not tokens[at].low.isdigit():
            return self._apposed(who, at, end, True)
        worn = self.clauses.by_start.get(at + 1) if at + 1 < end else None
        if (
            tokens[at].low == "in"
            and worn is not None
            and self.framer.in_list("garments", tokens[worn.head].lemma)
            and tokens[worn.start].tag in "ds"
        ):
            return self._apposed(who, at, end, True)
        if tokens[at].tag == "E" and phrase is None and tokens[at].lemma in verbs.BACKSTORY:
            return self._apposed(who, at, end, False)
        if (
            tokens[at].low == "all"
            and phrase is not None
            and tokens[phrase.head].tag in "NP"
            and phrase.end > at + 1
        ):
            return self.carried(who, at, end, whole=True)
        copular = lemma in verbs.PURE_COPULAS
        if phrase is not None and tokens[phrase.head].tag in "NP":
            if self.stands_absolute(phrase, end) and not copular:
                parts = self.pieces(at, end)
                return [c for a, b in parts for c in self._apposed(who, a, b, False)]
            if (
                tokens[phrase.start].low in {"a", "an"}
                and self.personal(phrase)
                and not (lemma in verbs.HAVING and not self.people.is_person(tokens[phrase.head].lemma))
                and not (copular and start in self.clauses.by_start)
                and not self._listed(phrase.end, end)
            ):
                target = self._described(phrase, who, start, comma)
                group = VerbGroup(-1, at, -1, "be", "b")
                self.apposed[phrase.start] = target
                stop = next((p.begin for p in self.predicates if at < p.begin < end), end)
                return self.complement(group, target, at, stop, Scope(), set(), None, (at, stop), [])
            return []
        if (
            tokens[at].tag in "AE"
            and phrase is None
            and lemma
            not in (
                verbs.COPULAS
                - {"come", "go", "wake", "sit", "stand", "lie", "fall", "end"}
                - self._placed_be(start)
            )
            | (verbs.MAKING if start < comma and self._makes(start) else frozenset())
            and (
                self.framer.senses("adjectives", tokens[at].low)
                or self.framer.senses("adjectives", tokens[at].lemma)
                or (tokens[at].tag == "E" and tokens[at].lemma in STATES)
                or (tokens[at].low.startswith("un") and tokens[at].low.endswith("ed"))
            )
        ):
            limb = self.clauses.by_end.get(comma)
            done = tokens[at].low.startswith("un") and tokens[at].low.endswith("ed")
            if done and limb is not None and limb.start == start and not self._makes(limb.start):
                return []  # *keeps her letters, unopened*
            if (
                limb is not None
                and limb.owner >= 0
                and tokens[limb.owner].who
                and self.framer.in_list("body_parts", tokens[limb.head].lemma)
            ):
                group = VerbGroup(-1, at, -1, "be", "b")
                whose = tokens[limb.owner].who.split("+")[0]
                part = tokens[limb.head].lemma
                stop = next((k for k in range(at, end) if tokens[k].tag == ","), end)
                return self.complement(group, whose, at, stop, Scope(), set(), None, (at, stop), [], part)
            who = self._perceived(lemma, who, start)
            return [c for a, b in self.pieces(comma + 1, end) for c in self._apposed(who, a, b, False)]
        return []

    def _described(self, phrase: NounPhrase, who: str, start: int, comma: int) -> str:
        """Of the clause's people the one whose sex the noun has; else its subject."""
        lemma = self.tokens[phrase.head].lemma
        sex = "f" if lemma in _FEMALE_NOUNS else "m" if lemma in _MALE_NOUNS else ""
        objects = [
            self.tokens[k].who
            for k in range(start, comma)
            if self.tokens[k].tag in "ons" and self.tokens[k].who and self.tokens[k].who != who
        ]
        female = {"ruby", "lila", "gertrude", "susie"}
        if sex and objects and who != "other" and (who in female) != (sex == "f"):
            return next((o for o in objects if (o in female) == (sex == "f")), who)
        beside = self.clauses.by_end.get(comma)
        if beside is None or (sex and who in female and sex == "m"):
            return who
        people = self.people.of(self.tokens, beside).people
        mine = (sex == "f") == (people[0] in female) if sex and people and people[0] != "other" else True
        head = self.tokens[beside.head]
        somebody = head.tag == "n" or (head.tag in "N" and self.people.is_person(head.lemma))
        return people[0] if people and mine and somebody else who

    def _perceived(self, lemma: str, who: str, start: int) -> str:
        """*I found Ruby in the hall, barefoot*: of whom, where somebody is found or seen."""
        seen = self.clauses.by_start.get(start) if lemma in _PERCEIVING else None
        people = self.people.of(self.tokens, seen).people if seen is not None else ()
        return people[0] if people else who

    def _placed_be(self, start: int) -> set[str]:
        """*She was up to her elbows in dough, happy*: *be* with a place is no copula here."""
        thing = self.clauses.by_start.get(start)
        if thing is not None:  # *keeps bees, barefoot*
            return {"keep", "leave"} if self.tokens[thing.head].tag in "NP" else set()
        return {"be"} if self.tokens[start].tag in "iR" else set()

    def _makes(self, start: int) -> bool:
        """Whether the object of *keep, make, leave* is somebody, whom what follows may be about."""
        target = self.clauses.by_start.get(start)
        if target is None:
            return True
        return self.tokens[target.head].tag in "onpf" or bool(self.people.of(self.tokens, target).people)

    def _listed(self, after: int, end: int) -> bool:
        """Whether a list goes on after: *a dog, a nanny and a pony*."""
        tokens = self.tokens
        return (
            after + 1 < end
            and tokens[after].tag in ",j"
            and after + 1 in self.clauses.by_start
            and tokens[after + 1].tag in "dsc"
        )
