"""Sentences and clauses of particular shapes: quotations, exclamations, ellipses, appositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.chunks import VerbGroup
from game.reader.complements import Complements
from game.reader.drafts import Draft
from game.reader.having import had
from game.reader.nominal import described
from game.reader.reference import Subject
from game.reader.scope import Scope, add_adverbs
from game.reader.told import THINKING

if TYPE_CHECKING:
    from game.reader.claims import Claim
    from game.reader.predicates import Predicate
    from game.reader.tokens import Token


class Shapes(Complements):
    """Reads what is not subject, verb and complement."""

    def exclamation(self, predicates: list[Predicate]) -> list[Claim]:
        """*What a generous girl she is*."""
        tokens = self.tokens
        phrase = self.clauses.by_start.get(1) or self.clauses.by_start.get(0)
        if (
            len(tokens) < 4
            or (tokens[1].tag != "d" and tokens[0].low != "what")
            or not predicates
            or predicates[-1].group.lemma != "be"
            or predicates[-1].subject is None
            or phrase is None
            or phrase.start > 1
            or tokens[phrase.head].tag not in "NP"
        ):
            return []
        who = self.people.of(tokens, predicates[-1].subject)
        if not who.people:
            return []
        case = self.case(predicates[-1].group, who.people[0], phrase.start, phrase.end, Scope())
        drafts = described(self.framer, case, phrase, case.words(phrase.start))
        self.read_at.update(range(len(tokens)))
        return self.settle(drafts, case, (0, len(tokens)), None)

    def cleft(self, predicates: list[Predicate]) -> list[Claim]:
        """*What Ruby wanted was a house*."""
        tokens = self.tokens
        if (
            self.question
            or len(predicates) < 2
            or not (tokens[0].low in {"what", "all"} or self._thing(predicates))
            or predicates[1].group.lemma != "be"
        ):
            return []
        inner = predicates[0]
        if (
            inner.subject is None
            or inner.inverted
            or inner.group.lemma == "be"
            or (predicates[1].subject is not None and not self._thing(predicates))
        ):
            return []
        who = self.people.of(tokens, inner.subject)
        start, end = predicates[1].group.end, predicates[1].end
        while end > start and tokens[end - 1].tag in ".,":
            end -= 1
        if not who.people or start >= end:
            return []
        self.current = who
        scope = Scope()
        if tokens[0].low == "all" or tokens[1].low in {"only", "one"}:
            scope.weigh("absolute")
        if tokens[1].low == "last":
            scope.denials.add(1)
            scope.weigh("absolute")
        if predicates[1].group.negated:
            scope.denials.add(predicates[1].group.start)
        self.read_at.update(range(len(tokens)))
        return self.complement(inner.group, who.people[0], start, end, scope, set(), None, (0, end), [])

    def _thing(self, predicates: list[Predicate]) -> bool:
        """*The one thing (that) Ruby wanted was ...*"""
        tokens = self.tokens
        return (
            len(tokens) > 4
            and tokens[0].low == "the"
            and any(tokens[k].low in {"thing", "things"} for k in (1, 2))
            and predicates[0].role == "relative"
        )

    def inverted_quotation(self) -> list[Claim]:
        """*"Stay," said Lila*: the verb before its subject."""
        tokens = self.tokens
        for i, token in enumerate(tokens[:-1]):
            if (
                token.tag in "DZEVA"
                and token.tag
                and token.lemma in verbs.QUOTING
                and i
                and (
                    tokens[i - 1].tag == "Q"
                    or (tokens[i - 1].tag in ",." and i > 1 and tokens[i - 2].tag == "Q")
                )
            ):
                phrase = self.clauses.by_start.get(i + 1)
                if phrase is None:
                    continue
                who = self.people.of(tokens, phrase)
                if who.people:
                    claims = self.quotation(who.people[0], token, i, (0, phrase.end))
                    token.tag = "?"
                    self.said = True
                    self.current = who
                    return claims
        return []

    def quotation(
        self, who: str, verb: Token, at: int, span: tuple[int, int], scope: Scope | None = None
    ) -> list[Claim]:
        """The claim of a quotation, and of how it was said."""
        if verb.lemma == "think" and not any(t.meant == "told" for t in self.tokens):
            return []
        # what is only reported (*Love, she said, was a chore*) has no marks to leave out
        words = " ".join(
            (self.raw[t.start : t.end] if t.meant == "told" else self.raw[t.start + 1 : t.end - 1]).strip()
            for t in self.tokens
            if t.tag == "Q"
        )
        if verb.lemma in THINKING and any(t.meant == "told" for t in self.tokens if t.tag == "Q"):
            draft = Draft(
                "mind", "believes", object=words, lemma="believe", tail_text=f"that {words}", why="thinks"
            )
            group = VerbGroup(at, at + 1, at, verb.lemma, "D")
            self.read_at.update(range(*span))
            return self.settle([draft], self.case(group, who, at + 1, at + 1, Scope()), span, None)
        draft = Draft(
            "say",
            words.strip().rstrip(",."),
            lemma="say",
            tail_text=f'"{words.strip()}"',
            flips=scope is not None,
            why="quotation",
        )
        draft.noun_text = draft.tail_text
        drafts = [draft]
        manner = verbs.SPEECH_QUOTED.get(verb.lemma)
        if manner:
            drafts.append(
                Draft("speech", manner, lemma=verb.lemma, flips=scope is not None, why=f"verb {verb.lemma}")
            )
        elif verb.lemma in {"laugh", "sigh", "sob", "gasp"}:
            drafts.append(
                Draft("act", verb.lemma, lemma=verb.lemma, flips=scope is not None, why=f"verb {verb.lemma}")
            )
        group = VerbGroup(at, at + 1, at, verb.lemma, "D")
        case = self.case(group, who, at + 1, at + 1, scope or Scope())
        self.read_at.update(range(*span))
        return self.settle(drafts, case, span, None)

    def verbless(self) -> list[Claim]:
        """*Ruby: brave, funny, a liar.* A name and what it is."""
        fragment = self.fragment()
        if fragment:
            return fragment
        tokens = [t for t in self.tokens if t.tag not in "!"]
        if len(tokens) < 2 or self.tokens[0].tag != "n" or any(t.tag in "?Q" for t in tokens):
            return []
        phrase = self.clauses.by_start.get(0)
        if phrase is None or phrase.end >= len(self.tokens):
            return []
        start = phrase.end
        if self.tokens[start].tag in ",":
            start += 1
        elif self.tokens[start].tag not in "ARE":
            return []
        end = len(self.tokens)
        while end > start and self.tokens[end - 1].tag in ".,":
            end -= 1
        if start >= end or not any(t.tag in "AENPRG" for t in self.tokens[start:end]):
            return []
        group = VerbGroup(-1, start, -1, "be", "b")
        subject = self.people.of(self.tokens, phrase)
        self.current = subject
        self.read_at.update(range(len(self.tokens)))
        out: list[Claim] = []
        for who in subject.people[:1]:
            parted = self.parted(who, start, end)
            out += parted or self.complement(group, who, start, end, Scope(), set(), None, (0, end), [])
        return out

    def parted(self, who: str, start: int, end: int) -> list[Claim]:  # noqa: ARG002
        """What a name alone has after it, piece by piece, where the pieces are of several kinds."""
        return []

    def fragment(self) -> list[Claim]:
        """*Ruby Sparks. Twenty-six years old. Raised in Dayton. Always alone.* About whom the last sentence was."""  # noqa: E501
        tokens = self.tokens
        end = len(tokens)
        while end and tokens[end - 1].tag in ".,":
            end -= 1
        if end and all(t.tag == "n" for t in tokens[:end]):
            self.current = Subject((tokens[0].who,))
            return []
        if not end or len(self.state.subject) != 1 or end > 12:
            return []
        start = 0
        while start < end and tokens[start].tag in "Rx":
            start += 1
        if start >= end:
            return []
        first = tokens[start]
        aged = first.tag == "c" and any(t.low == "old" for t in tokens[start:end])
        felt = (
            first.tag in "AE"
            and bool(self.framer.senses("adjectives", first.low))
            and start not in self.clauses.by_start
        )
        raised = first.tag in "ED" and first.lemma in verbs.BACKSTORY
        if not (aged or felt or raised):
            return []
        self.current = Subject(self.state.subject)
        self.read_at.update(range(end))
        scope = Scope()
        add_adverbs(scope, tokens, range(start))
        group = (
            VerbGroup(start, start + 1, start, first.lemma, "E", passive=True, past=True)
            if raised
            else VerbGroup(-1, start, -1, "be", "b")
        )
        return self.complement(
            group,
            self.state.subject[0],
            start + 1 if raised else start,
            end,
            scope,
            set(),
            None,
            (0, end),
            [],
        )

    def needed(
        self, who: str, without: tuple[int, int], group: VerbGroup, span: tuple[int, int]
    ) -> list[Claim]:
        """*Without me she is wretched* is that she needs me."""
        case = self.case(group, who, group.end, group.end, Scope())
        phrase = self.clauses.by_start.get(without[0] + 1)
        if (
            phrase is None
            or case.partner not in self.people.of(self.tokens, phrase).people
            or self.tokens[without[0]].low != "without"
        ):
            return []
        tail = list(range(phrase.start, phrase.end))
        return self.settle(
            [Draft("bond", "needs", lemma="need", tail=tail, flips=False, why="without")], case, span, None
        )

    def answered(self, partner: str, start: int, end: int) -> None:
        """*Ruby and Calvin trust each other*: of one of the two, *each other* is the other one."""
        for token in self.tokens[start:end]:
            if token.low in {"each other", "one another"}:
                token.who, token.tag, token.lemma = partner, "o", "them"

    def joint(  # noqa: PLR0913, PLR0917
        self,
        subject: Subject,
        group: VerbGroup,
        start: int,
        end: int,
        scope: Scope,
        when: tuple[int, int] | None,
        span: tuple[int, int],
    ) -> list[Claim] | None:
        """*Ruby and Lila are rivals; Ruby and Calvin are in love*."""
        if len(subject.people) != 2:
            return None
        tokens = self.tokens
        first, second = subject.people
        if {first, second} == {"ruby", "calvin"}:
            return None
        lows = {tokens[i].low for i in range(start, end)} | {tokens[i].lemma for i in range(start, end)}
        shared = ""
        if (
            lows & {"affair", "fling", "romance"}
            or (group.lemma in {"be", "get"} and lows & {"married", "engaged", "dating", "lovers"})
            or (group.lemma in {"be", "get"} and "together" in lows and end - start < 3)
            or group.lemma in {"date", "elope", "marry"}
        ):
            shared = "lover"
        elif lows & {"each other", "one another"}:
            shared = {
                "love": "lover",
                "adore": "lover",
                "kiss": "lover",
                "hate": "rival",
                "despise": "rival",
                "loathe": "rival",
                "like": "friend",
                "trust": "friend",
            }.get(group.lemma, "")
        elif group.lemma == "work" and "together" in lows:
            shared = "colleague"
        elif group.lemma == "be" and lows & {"close", "inseparable"}:
            shared = "friend"
        if shared:
            case = self.case(group, first, start, end, scope.copy())
            add_adverbs(case.scope, tokens, range(start, end))
            return self.settle(
                [Draft("tie", shared, object=second, lemma=group.lemma, tail=case.words(), why="together")],
                case,
                span,
                when,
            )
        if group.lemma not in {"be", "become", "remain", "stay"}:
            return None
        words = [i for i in range(start, end) if tokens[i].tag in "NPA"]
        for i in words:
            tie = self.framer.lists["ties"].get(tokens[i].lemma)
            if tie:
                case = self.case(group, first, start, end, scope.copy())
                add_adverbs(case.scope, tokens, range(start, end))
                draft = Draft(
                    "tie",
                    tie,
                    object=second,
                    lemma="be",
                    tail=case.words(),
                    why=f"{tokens[i].lemma} together",
                )
                return self.settle([draft], case, span, when)
        return None

    def existential(self, predicate: Predicate, start: int, end: int) -> list[Claim]:  # noqa: PLR0911
        """*there is a scar on her chin*."""
        tokens = self.tokens
        phrase = self.clauses.by_start.get(start)
        if predicate.group.lemma != "be" or phrase is None:
            return []
        scope = Scope()
        add_adverbs(scope, tokens, [k for k in range(predicate.begin, start) if tokens[k].tag in "Rx"])
        listed = self.case(predicate.group, "", start, end, scope)
        listed.part = "there"
        match = self.framer.pattern(listed)
        if match is not None and match.start == 0:
            self.used = max(self.used, *match.used)
            return self.settle(
                self.framer.from_pattern(listed, match), listed, (predicate.begin, end), predicate.when
            )
        within = self.clauses.by_start.get(phrase.end + 1)
        if within is not None and tokens[phrase.end].low in {"in", "about"}:
            people = self.people.of(tokens, within).people
            if within.owner >= 0 and tokens[within.owner].who:
                people = (tokens[within.owner].who.split("+")[0],)
            senses = self.framer.senses("nouns", tokens[phrase.head].lemma)
            if people and people[0] != "other" and senses and senses[0][0] in {"mood", "trait"}:
                aspect, value, holds, degree = senses[0]
                case = self.case(predicate.group, people[0], start, end, Scope())
                add_adverbs(
                    case.scope, tokens, [k for k in range(predicate.begin, start) if tokens[k].tag in "Rx"]
                )
                if tokens[phrase.start].low in {"no", "not any", "little"}:
                    case.scope.denials.add(phrase.start)
                draft = Draft(
                    aspect, value, holds, degree, lemma="be", tail_text=value, why="there is in her"
                )
                return self.settle([draft], case, (predicate.begin, end), predicate.when)
        joint = next(
            (
                k
                for k in range(phrase.end, end - 2)
                if tokens[k].low == "and"
                and (p := self.clauses.by_start.get(k + 1)) is not None
                and p.end < end
                and tokens[p.end].tag == "i"
            ),
            -1,
        )
        if joint > 0:  # *flour on her nose and murder in her heart*
            return self.existential(predicate, start, joint) + self.existential(predicate, joint + 1, end)
        for inner in self.clauses.phrases:
            if (
                inner.start >= phrase.end
                and inner.end <= end
                and inner.owner >= 0
                and tokens[inner.owner].who
            ):
                lemma = tokens[inner.head].lemma
                held = self.framer.in_list("garments", lemma) or self.framer.in_list("containers", lemma)
                if held and tokens[inner.start - 1].low in {
                    "in",
                    "inside",
                    "under",
                    "up",
                }:
                    noun = list(range(start, inner.start - 1))
                    case = self.case(predicate.group, tokens[inner.owner].who, start, end, Scope())
                    drafts = had(self.framer, case, noun, phrase)
                    return self.settle(drafts, case, (predicate.begin, end), predicate.when)
                if self.framer.in_list("body_parts", lemma) or (
                    self.framer.in_list("body_parts", tokens[phrase.head].lemma)
                ):
                    who = tokens[inner.owner].who
                    case = self.case(predicate.group, who, start, end, Scope())
                    add_adverbs(case.scope, tokens, range(start, end))
                    from game.reader.values import value_of  # noqa: PLC0415

                    draft = Draft(
                        "body",
                        value_of(tokens, case.words()),
                        lemma="have",
                        tail=case.words(),
                        noun=case.words(),
                        why="there is",
                    )
                    return self.settle([draft], case, (predicate.begin, end), predicate.when)
        return []

    def there(self, predicate: Predicate) -> bool:
        """Whether *there* stands where the subject would."""
        k = predicate.group.start - 1
        while k >= 0 and self.tokens[k].tag in "Rx" and self.tokens[k].low != "there":
            k -= 1
        return k >= 0 and self.tokens[k].low == "there"
