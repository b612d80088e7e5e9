"""What governs a clause from outside it: the conditions before it and after it, and how far its patterns may look."""  # noqa: E501

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.reader import verbs
from game.reader.chunks import VerbGroup
from game.reader.complements import OCCASIONS
from game.reader.drafts import Draft
from game.reader.feelings import UNLIKE, sense_of
from game.reader.perceiving import Perceiving
from game.reader.scope import Scope, add_adverbs
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.claims import Claim
    from game.reader.predicates import Predicate
    from game.reader.reference import Subject

_SPEECHLESS = words(
    "sign letter note page shirt poster card label book radio paper newspaper headline placard "
    "parrot television tv song telegram message text email screen banner plaque tattoo mug badge "
    "sticker dictionary manual recipe clock story poem title caption word voice review"
)

_MANNER: Final = frozenset(
    {
        "word",
        "sound",
        "doubt",
        "warning",
        "fail",
        "hesitation",
        "reason",
        "question",
        "exception",
        "effort",
        "delay",
    }
)


class Governing(Perceiving):
    """Reads the conditions of clauses."""

    def cleft_condition(self, predicate: Predicate) -> tuple[int, int] | None:
        """*When the music stopped it was he who trembled*."""
        if predicate.role != "relative" or not 0 <= predicate.matrix < len(self.predicates):
            return None
        matrix = self.predicates[predicate.matrix]
        it = matrix.subject is not None and self.tokens[matrix.subject.head].low == "it"
        return matrix.when if it and matrix.group.lemma == "be" else None

    def asks(self, predicates: list[Predicate]) -> bool:
        """Whether the sentence is a question."""
        tokens = self.tokens
        first = tokens[0] if tokens else None
        return (
            self.question
            or (
                first is not None
                and first.tag == "W"
                and first.low not in {"whatever", "whoever"}
                and not any(
                    p.subject is not None and not p.inverted and p.role == "main"
                    for p in (predicates if self.where_clause(predicates) else predicates[:1])
                )
            )
            or (
                bool(predicates)
                and predicates[0].inverted
                and tokens[predicates[0].begin].tag == "W"
                and predicates[0].begin == 0
            )
        )

    def set_against(self, predicate: Predicate) -> bool:
        """Whether the second half of a comparison says something too: *hates losing more than she loves winning*."""  # noqa: E501
        tokens = self.tokens
        first = next((p for p in self.predicates if p.role == "main"), None)
        return (
            first is not None
            and predicate.subject is not None
            and tokens[predicate.begin].low == "than"
            and predicate.begin > 0
            and tokens[predicate.begin - 1].low in {"more", "better"}
            and tokens[predicate.subject.head].tag in "pn"
            and predicate.group.lemma in verbs.LIKING | verbs.DISLIKING
            and first.group.lemma in verbs.LIKING | verbs.DISLIKING
            and first.group.lemma != predicate.group.lemma
            and any(t.tag in "NPGno" and t.tag for t in tokens[predicate.group.end : predicate.end])
        )

    def speaks(self, predicate: Predicate) -> bool:
        """Whether somebody of whom nothing is known says what is quoted: *the psychic hissed*."""
        tokens, phrase = self.tokens, predicate.subject
        return (
            phrase is not None
            and phrase.owner < 0
            and predicate.group.lemma in verbs.QUOTING
            and tokens[phrase.start].low in {"the", "a", "an", "one", "some"}
            and tokens[phrase.head].tag == "N"
            and tokens[phrase.head].lemma not in _SPEECHLESS
            and any(t.tag == "Q" for t in tokens)
        )

    def gapped_conditions(
        self, predicate: Predicate, who: str, claims: list[Claim], before: list[int], part: str
    ) -> list[Claim]:
        """*... and Spanish when she is tired; ... but not when it rains*."""
        more: list[Claim] = []
        for start, end, when in predicate.gaps:
            span = (start, when[1])
            rest = [t for t in self.tokens[start:end] if t.tag not in ",jR!"]
            if not [t for t in rest if t.tag != "x"]:
                at = (self.tokens[start].start, self.tokens[when[1] - 1].end)
                denies = bool(rest) or any(t.low == "never" for t in self.tokens[start:end])
                more += [
                    replace(
                        c,
                        holds=c.holds != denies,
                        when=self.settler.condition(when),
                        span=at,
                        text=self.raw[at[0] : at[1]],
                        frame=replace(c.frame, negated=not c.frame.negated)
                        if c.frame and denies
                        else c.frame,
                    )
                    for c in claims
                    if c.when
                ]
                continue
            if rest[0].tag in "ZDVbhum":
                continue
            scope = Scope()
            add_adverbs(scope, self.tokens, [i for i in range(start, end) if self.tokens[i].tag == "x"])
            more += self.complement(predicate.group, who, start, end, scope, set(), when, span, before, part)
        return more

    def fronted_feelings(
        self, predicate: Predicate, people: tuple[str, ...], span: tuple[int, int]
    ) -> list[Claim]:
        """*To her delight, ...; in a fury she ...; with joy she ...*: the feeling."""
        tokens = self.tokens
        for i in range(*predicate.lead):
            phrase = self.clauses.by_start.get(i + 1)
            if tokens[i].tag not in "it" or phrase is None or phrase.end > predicate.lead[1]:
                continue
            who = tokens[phrase.owner].who.split("+")[0] if phrase.owner >= 0 else ""
            if tokens[i].low == "to":
                if not who or tokens[phrase.end].tag != ",":
                    continue
            elif tokens[i].low in {"with", "in", "out of", "without"}:
                subject = people[0] if people else ""
                if (phrase.owner >= 0 and who != subject) or tokens[phrase.head].lemma in UNLIKE:
                    continue
                who = subject
            else:
                continue
            found = sense_of(self.framer, tokens, self.clauses.by_start, phrase)
            if found is None or not who or who == "other":
                continue
            aspect, value, holds, degree = found[0]
            draft = Draft(
                aspect, value, holds != (tokens[i].low == "without"), degree, lemma="be", tail_text=value,
                why=f"{tokens[i].low} {tokens[phrase.head].lemma}",
            )  # fmt: skip
            case = self.case(predicate.group, who, i, phrase.end, Scope())
            return self.settle([draft], case, span, predicate.when)
        return self.set_off_mood(predicate, people)

    def set_off_mood(self, predicate: Predicate, people: tuple[str, ...]) -> list[Claim]:
        """*Over the moon, she ...; Ruby, in a vile temper, ...*: as after *was*, if it is a mood."""
        tokens = self.tokens
        a, b = predicate.aside or predicate.lead
        while b > a and tokens[b - 1].tag == ",":
            b -= 1
        while a < b and tokens[a].tag in ",j":
            a += 1
        if (
            len(people) != 1
            or not people[0]
            or people[0] == "other"
            or b - a < 2
            or b - a > 8
            or tokens[b].tag != ","
            or not (tokens[a].tag in "iA" or tokens[a].low == "as")
            or any(tokens[k].tag in ",ZDbhmV" for k in range(a, b))
        ):
            return []
        used, gists = self.used, self.gists
        be = VerbGroup(-1, a, -1, "be", "b")
        claims = self.complement(be, people[0], a, b, Scope(), set(), None, (a, b), [])
        self.used, self.gists = used, gists
        return [c for c in claims if c.aspect == "mood"]

    def _lacking(self, predicate: Predicate, at: int, phrase: NounPhrase) -> bool:
        """*Without coffee she is a monster*; but not *without a word she left*."""
        tokens = self.tokens
        return (
            tokens[at].low == "without"
            and at == 0
            and predicate.group.lemma in {"be", "feel", "get", "become", "turn"}
            and tokens[phrase.head].lemma not in _MANNER
        )

    def reach(self, n: int, predicate: Predicate, end: int) -> int:  # noqa: ARG002
        """How far a pattern may look: over the conditions and causes that follow."""
        far = end
        for later in self.predicates[n + 1 :]:
            if (later.role in {"condition", "cause", "comparison"} or later.coordinated) and later.begin in {
                far,
                far + 1,
            }:
                far = later.end
            elif later.begin >= far:
                break
        while far > end and self.tokens[far - 1].tag in ".,j":
            far -= 1
        return far

    def part(self, predicate: Predicate, subject: Subject) -> str:
        """Which part of its owner the subject is: *hair* of *her hair*."""
        tokens = self.tokens
        if predicate.subject is None:
            return subject.part
        phrase = predicate.subject
        favourite = [
            tokens[i].low
            for i in range(phrase.start, phrase.head)
            if tokens[i].low in {"favourite", "favorite"}
        ]
        return " ".join([*favourite, tokens[phrase.head].lemma])

    def lead_condition(self, predicate: Predicate) -> tuple[int, int] | None:
        """*Without me Ruby is wretched*."""
        tokens = self.tokens
        for i in range(*predicate.lead):
            occasion = self.clauses.by_start.get(i + 1)
            if (
                tokens[i].low in {"at", "in"}
                and occasion is not None
                and tokens[occasion.head].low in OCCASIONS
                and (occasion.owner >= 0 or tokens[occasion.end].low in {"of", "from"})
            ):
                return (i, predicate.lead[1])
            if tokens[i].low in {"without", "except"} and tokens[i].tag == "i":
                phrase = self.clauses.by_start.get(i + 1)
                if phrase is not None and (
                    self.people.of(tokens, phrase).people or self._lacking(predicate, i, phrase)
                ):
                    return (i, phrase.end)
            if tokens[i].low in {"in case of", "in case"} and i == predicate.lead[0]:
                phrase = self.clauses.by_start.get(i + 1 if tokens[i].low == "in case of" else i + 2)
                if phrase is not None:
                    return (i, phrase.end)
            if tokens[i].low in {"except", "unless", "if", "when", "whenever", "until", "once", "in case of"}:
                comma = next((k for k in range(i + 1, predicate.lead[1]) if tokens[k].tag == ","), -1)
                bare = tokens[i].low == "except" or (
                    comma > i + 1 and (tokens[i + 1].tag in "RG" or self.lone_adjective(i + 1))
                )
                if comma > 0 and bare and comma - i < 8:
                    return (i, comma)
        return None
