"""Loose parts of a clause: appositions at its end, participles before it, *with her cap askew*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.chunks import VerbGroup, is_time
from game.reader.detaching import DECADES, STATES, Detaching
from game.reader.drafts import Draft
from game.reader.nominal import GENERIC
from game.reader.scope import Scope, add_adverbs
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.claims import Claim
    from game.reader.predicates import Predicate

_FEMALE_NOUNS = words("woman girl lady widow queen mother daughter sister nun actress heroine waitress wife")
_MALE_NOUNS = words("man boy gentleman widower king father son brother monk actor husband bachelor")
_PERCEIVING = words("find see watch catch discover picture imagine notice hear observe spot glimpse")
_AGENTIVE = (
    "ist", "er", "or", "ess", "ian", "man", "woman", "eur", "ant", "ent", "eer", "ster", "wright", "keeper",
)  # fmt: skip
_NOT_AGENTS = words(
    "dinner letter paper water summer winter flower tower number corner river drawer finger matter power "
    "weather door floor color mirror odor error moment event present accident comment element parent-less "
    "sweater butter silver shoulder manner answer order ladder center counter saucer ember ginger feather "
    "tumor rumor horror terror harbor honor favor flavor restaurant elephant plant pant cent scent tent rent "
    "toaster computer typewriter poster supper slipper jumper cucumber spider tiger oyster leather timber "
    "trailer freezer roller poker whisker chapter daughter-less copper pepper lighter locker printer meter"
)


class Loose(Detaching):
    """Reads what hangs loosely on a clause."""

    def personal(self, phrase: NounPhrase) -> bool:
        """Whether the noun phrase can say what somebody is."""
        lemma = self.tokens[phrase.head].lemma
        tag = self.tokens[phrase.head].tag
        if tag not in "NP" or not tag:
            return False
        if self.people.is_person(lemma) or lemma in GENERIC or self.framer.lists["agents"].get(lemma):
            return True
        senses = self.framer.senses("nouns", lemma)
        if senses:
            return senses[0][0] in {"trait", "role", "will", "being", "mood", "speech", "body"}
        return len(lemma) > 4 and lemma.endswith(_AGENTIVE) and lemma not in _NOT_AGENTS

    def apposition(self, predicate: Predicate, who: str, span: tuple[int, int]) -> list[Claim]:  # noqa: ARG002
        """*A tall woman with a crooked smile, Ruby ...*; *Ruby, a nurse, ...*; *Tired, she ...*"""
        tokens = self.tokens
        out: list[Claim] = []
        ranges = [(*predicate.aside, True)] if predicate.aside else []
        a, b = self.lead_of(predicate)
        while b > a and tokens[b - 1].tag in ",R":
            b -= 1
        if (
            b > a
            and not predicate.inverted
            and b < len(tokens)
            and tokens[b].tag in ","
            and tokens[b].low != ":"
        ):
            ranges.append((a, b, False))
        a, b = predicate.lead
        start = next((k for k in range(a, b) if tokens[k].low == "as" and tokens[k].tag == "i"), -1)
        if start >= 0 and tokens[start + 1].low in {"a", "an"}:
            phrase = self.clauses.by_start.get(start + 1)
            if phrase is not None and self.personal(phrase):
                group = VerbGroup(-1, phrase.start, -1, "be", "b")
                out += self.complement(
                    group, who, phrase.start, phrase.end, Scope(), set(), None, (phrase.start, phrase.end), []
                )
        for first, stop, aside in ranges:
            for at, to in self.pieces(first, stop):
                out += self._apposed(self._beside(who, first, at), at, to, aside)
        return out

    def _beside(self, who: str, first: int, at: int) -> str:
        """*From her father, an auctioneer, Ruby ...*: of whom an apposition is that follows somebody else."""
        phrase = self.clauses.by_end.get(at - 1) if at > first + 1 else None
        apposed = self.clauses.by_start.get(at)
        if (
            phrase is None
            or apposed is None
            or phrase.start <= first
            or self.tokens[apposed.start].low not in {"a", "an"}
        ):
            return who
        people = self.people.of(self.tokens, phrase).people
        return people[0] if people and self.tokens[phrase.start - 1].tag in "it" else who

    def _apposed(self, who: str, a: int, b: int, aside: bool) -> list[Claim]:  # noqa: PLR0911, PLR0912
        tokens = self.tokens
        scope = Scope()
        while a < b and (tokens[a].tag in "R!,j" or tokens[a].low in {"once"}):
            if tokens[a].low in {"once", "formerly", "previously"}:
                scope.time = "before"
            add_adverbs(scope, tokens, [a])
            a += 1
        garment = self.clauses.by_start.get(a + 1) if a + 1 < b else None
        if (
            garment is not None
            and tokens[a].low == "in"
            and self.framer.in_list("garments", tokens[garment.head].lemma)
        ):
            worn = list(range(garment.start, b))
            case = self.case(VerbGroup(-1, a, -1, "wear", "V"), who, a, b, Scope())
            draft = Draft(
                "body",
                "wear " + value_of(tokens, worn),
                lemma="wear",
                tail=worn,
                noun=worn,
                why="in a garment",
            )
            return self.settle([draft], case, (a, b), None)
        if a + 1 < b and tokens[a].low == "with" and tokens[a].tag == "i":
            return self.absolute(who, a + 1, b)[0] or self.carried(who, a + 1, b)
        timed = self.clauses.by_start.get(a + 1) if a + 1 < b else None
        if (
            timed is not None
            and tokens[a].low in {"by", "at", "in", "on"}
            and is_time(tokens, timed)
            and timed.end < b
            and tokens[timed.end].low in {"a", "an"}
        ):
            a = timed.end  # *by night a burglar*
        if a < b and tokens[a].low == "at" and tokens[a].tag == "i":
            return self.aged(who, a, b)
        if a + 1 < b and tokens[a].low == "aged" and tokens[a + 1].tag == "c":
            a += 1
        if (
            a + 1 < b
            and tokens[a].low in {"though", "although", "if", "while", "albeit"}
            and tokens[a + 1].tag in "ARE"
        ):
            a += 1
            while a < b and tokens[a].tag in "R":
                add_adverbs(scope, tokens, [a])
                a += 1
        if (
            a >= b
            or tokens[a].tag in "itQWkx"
            or tokens[a].low == "whose"
            or (a in self.clauses.by_start and tokens[self.clauses.by_start[a].head].tag in "npqyo")
        ):
            return []
        phrase = self.clauses.by_start.get(a)
        if phrase is not None and tokens[phrase.head].tag in "NP" and self.stands_absolute(phrase, b):
            return self.absolute(who, a, b)[0]
        if phrase is None and tokens[a].low == "left" and not (a + 1 < b and tokens[a + 1].low == "for"):
            return []
        held = next(
            (k for k in range(a + 1, b - 1) if tokens[k].tag == "," and tokens[k + 1].low == "with"), -1
        )
        if held > 0:
            extra = self.absolute(who, held + 2, b)[0] or self.carried(who, held + 2, b)
            return [*self._apposed(who, a, held, aside), *extra]
        if phrase is None and (tokens[a].tag == "G" or tokens[a].low == "having"):
            return self.participial(who, a, b)
        if (
            phrase is not None
            and tokens[phrase.start].tag != "c"
            and not self.personal(phrase)
            and not (tokens[phrase.head].tag == "d" and phrase.end < b and tokens[phrase.end].tag == "A")
            and not (aside and tokens[phrase.head].tag in "NP" and not is_time(tokens, phrase))
        ):
            return []
        if (
            tokens[a].tag == "E"
            and phrase is None
            and not self.framer.senses("adjectives", tokens[a].low)
            and tokens[a].low != tokens[a].lemma
            and ("A" not in tokens[a].tags or (a + 1 < b and tokens[a + 1].tag in "it"))
        ):
            done = self.done_to(who, a, b, scope)
            # what was done to her before she did what the sentence tells is back-story
            return (
                done
                if aside
                else [replace(c, aspect="past", time="before") if c.aspect == "act" else c for c in done]
            )
        if (
            tokens[a].tag == "c"
            and phrase is not None
            and tokens[phrase.head].lemma in {"year", "month", "week", "day", "mile", "hour", "night"}
            and not (phrase.end < b and tokens[phrase.end].low in {"old", "older", "younger"})
        ):
            return []
        if aside and b - a == 1 and tokens[a].low in DECADES:
            case = self.case(VerbGroup(-1, a, -1, "be", "b"), who, a, b, scope)
            draft = Draft("body", tokens[a].low, lemma="be", tail=[a], why="an age")
            return self.settle([draft], case, (a, b), None)
        if (
            aside
            and phrase is not None
            and phrase.start == a
            and tokens[a].tag in "AEGP"
            and any(self.framer.in_list(n, tokens[phrase.head].lemma) for n in ("body_parts", "garments"))
        ):
            had_it = list(range(a, b))
            draft = Draft("body", value_of(tokens, had_it), lemma="have", tail=had_it, noun=had_it, why="has")
            return self.settle(
                [draft], self.case(VerbGroup(-1, a, -1, "have", "h"), who, a, b, scope), (a, b), None
            )
        if tokens[a].tag in "AENPdcs" and tokens[a].tag:
            group = VerbGroup(-1, a, -1, "be", "b")
            self.apposed[a] = who
            b = next((p.begin for p in self.predicates if a < p.begin < b), b)
            return self.complement(group, who, a, b, scope, set(), None, (a, b), [])
        return []

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
            | (verbs.MAKING if start < comma else frozenset())
            and (
                self.framer.senses("adjectives", tokens[at].low)
                or self.framer.senses("adjectives", tokens[at].lemma)
                or (tokens[at].tag == "E" and tokens[at].lemma in STATES)
                or (tokens[at].low.startswith("un") and tokens[at].low.endswith("ed"))
            )
        ):
            limb = self.clauses.by_end.get(comma)
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

    def _placed_be(self, start: int) -> set[str]:
        """*She was up to her elbows in dough, happy*: *be* with a place is no copula here."""
        return {"be"} if self.tokens[start].tag in "iR" and start not in self.clauses.by_start else set()

    def _perceived(self, lemma: str, who: str, start: int) -> str:
        """*I found Ruby in the hall, barefoot*: of whom, where somebody is found or seen."""
        seen = self.clauses.by_start.get(start) if lemma in _PERCEIVING else None
        people = self.people.of(self.tokens, seen).people if seen is not None else ()
        return people[0] if people else who

    def _listed(self, after: int, end: int) -> bool:
        """Whether a list goes on after: *a dog, a nanny and a pony*."""
        tokens = self.tokens
        return (
            after + 1 < end
            and tokens[after].tag in ",j"
            and after + 1 in self.clauses.by_start
            and tokens[after + 1].tag in "dsc"
        )

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
        return people[0] if people and mine and self.tokens[beside.head].tag in "nNP" else who
