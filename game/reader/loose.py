"""Loose parts of a clause: appositions at its end, participles before it, *with her cap askew*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.reader.chunks import VerbGroup, is_time
from game.reader.detaching import DECADES, Detaching
from game.reader.drafts import Draft
from game.reader.nominal import GENERIC
from game.reader.scope import Scope, add_adverbs
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.claims import Claim
    from game.reader.predicates import Predicate

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

    def absolute(self, who: str, at: int, end: int) -> tuple[list[Claim], int]:
        """*(with) her cap askew and her shoes unlaced; one arm flung over the bed*."""
        tokens = self.tokens
        out: list[Claim] = []
        while at < end:
            phrase = self.clauses.by_start.get(at)
            if phrase is None or tokens[phrase.head].tag not in "NP" or is_time(tokens, phrase):
                break
            stop = phrase.end
            if stop < end and tokens[stop].low == "of":
                inner = self.clauses.by_start.get(stop + 1)
                stop = inner.end if inner is not None else stop
            if not self.stands_absolute(phrase, end) and not (
                stop > phrase.end and stop < end and tokens[stop].tag in "AEG" and tokens[stop].tag
            ):
                break
            close = next(
                (
                    k
                    for k in range(stop + 1, end)
                    if (tokens[k].tag in ",j" and k + 1 in self.clauses.by_start) or tokens[k].tag == ","
                ),
                end,
            )
            lemma = tokens[phrase.head].lemma
            bodily = self.framer.in_list("body_parts", lemma) or self.framer.in_list("garments", lemma)
            owned = phrase.owner >= 0 and tokens[phrase.owner].who != ""
            positions = list(range(phrase.start, close))
            if not bodily and not owned and stop < end and tokens[stop].tag == "R":
                at = close
                while at < end and tokens[at].tag in ",j":
                    at += 1
                continue
            if owned and not bodily and who not in tokens[phrase.owner].who.split("+"):
                break
            if bodily or owned:
                draft = Draft(
                    "body", value_of(tokens, positions), lemma="have", tail=positions, noun=positions,
                    why="with",
                )  # fmt: skip
            elif tokens[stop].tag == "i" and phrase.start == phrase.head:
                draft = Draft(
                    "body", value_of(tokens, positions), lemma="have", tail=positions, noun=positions,
                    why="on her",
                )  # fmt: skip
            elif tokens[stop].tag in "EiG" and tokens[phrase.start].low != "the":
                held = list(range(phrase.start, stop))
                draft = Draft(
                    "have", value_of(tokens, held), lemma="have", tail=positions, noun=held, why="with"
                )
            else:
                break
            whose = tokens[phrase.owner].who.split("+")[0] if owned and bodily else who
            case = self.case(VerbGroup(-1, at, -1, "have", "h"), whose, at, close, Scope())
            out += self.settle([draft], case, (at, close), None)
            at = close
            while at < end and tokens[at].tag in ",j":
                at += 1
        return out, at
