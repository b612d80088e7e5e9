"""Wishes and causes: what somebody is to be or is made to be, taken as said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.chunks import VerbGroup, verb_group
from game.reader.drafts import Draft
from game.reader.having import had
from game.reader.reference import Subject
from game.reader.run import Run
from game.reader.scope import Scope, add_adverbs
from game.reader.values import value_of

if TYPE_CHECKING:
    from game.reader.claims import Claim
    from game.reader.predicates import Predicate


_GIVING = frozenset({"teach", "give", "grant", "lend", "leave", "bequeath", "bring", "lent"})


_FILLING = frozenset(("fill", "flood", "overwhelm", "inspire", "infect", "fire", "consume", "suffuse"))
_WITH = _FILLING | frozenset(
    ("leave", "endow", "bless", "curse", "saddle", "furnish", "afflict", "burden", "provide")
)
_BESTOWING = frozenset(("give", "lend", "bring", "teach", "grant"))
_ENDOWING = _WITH | _BESTOWING
"""Verbs by which a thing gives somebody something: *the war left him with a limp*."""


class Wishes(Run):
    """Reads orders, wishes and causatives."""

    def imperative(self, predicate: Predicate, group: VerbGroup, start: int, end: int) -> list[Claim]:  # noqa: PLR0911
        """*Let Ruby be happy; make her laugh; give her a garden; Ruby, stop crying*."""
        tokens = self.tokens
        k = group.start - 1
        while k >= predicate.begin and tokens[k].tag in "R!,x":
            k -= 1
        vocative = self.clauses.by_end.get(k + 1)
        scope = Scope()
        before = [i for i in range(predicate.begin, group.head) if tokens[i].tag in "Rx"]
        add_adverbs(scope, tokens, before)
        skip = {i for a, b in predicate.nested for i in range(a, b)}
        span = (predicate.begin, end)
        if k >= predicate.begin and vocative is not None and tokens[vocative.head].tag == "n":
            self.current = self.people.of(tokens, vocative)
            return self.complement(
                group,
                tokens[vocative.head].who,
                start,
                end,
                scope,
                skip,
                predicate.when,
                span,
                before,
                "",
                True,
            )
        target = self.clauses.by_start.get(start)
        outer = self.case(group, "calvin", start, end, scope.copy())
        outer.before, outer.skip, outer.far = before, skip, end
        match = self.framer.pattern(outer)
        if match is not None and match.pattern.get("about"):
            self.used = end
            return self.settle(self.framer.from_pattern(outer, match), outer, span, predicate.when)
        if group.lemma in verbs.LETTING and target is not None:
            who = self.people.of(tokens, target)
            if who.people:
                return self.wish(group, who, target.end, end, scope, skip, predicate.when, span)
            if who.owner and group.lemma in {"let", "make", "keep", "turn"}:
                case_group = VerbGroup(-1, target.end, -1, "be", "b")
                inner = target.end
                if inner < end and tokens[inner].low == "be":
                    inner += 1
                return self.complement(
                    case_group,
                    who.owner,
                    inner,
                    end,
                    scope,
                    skip,
                    predicate.when,
                    span,
                    [],
                    tokens[target.head].lemma,
                    True,
                )
        last = end - 1
        late = self.clauses.by_end.get(end)
        if (
            late is not None
            and tokens[late.head].tag == "n"
            and late.start - 1 > start
            and tokens[late.start - 1].tag == ","
        ):
            return self.complement(
                group,
                tokens[late.head].who,
                start,
                late.start - 1,
                scope,
                skip,
                predicate.when,
                span,
                before,
                "",
                True,
            )
        if self.current.people and predicate.coordinated and predicate.begin > 0:
            return self.complement(
                group, self.current.people[0], start, end, scope, skip, predicate.when, span, before, "", True
            )
        if (
            target is not None
            and tokens[target.head].low == "me"
            and group.lemma
            not in {"help", "excuse", "give", "tell", "show", "let", "send", "get", "bring", "ask", "pass"}
            and last >= start
        ):
            return self.complement(
                group, "ruby", start, end, scope, skip, predicate.when, span, before, "", True
            )
        return []

    def wish(  # noqa: PLR0913, PLR0917
        self,
        group: VerbGroup,
        who: Subject,
        start: int,
        end: int,
        scope: Scope,
        skip: set[int],
        when: tuple[int, int] | None,
        span: tuple[int, int],
    ) -> list[Claim]:
        """What somebody is to be, do or have, after *let her, make Ruby, I want her to*."""
        tokens = self.tokens
        i = start
        before: list[int] = []
        while i < end and tokens[i].tag in "Rx!":
            if tokens[i].tag in "Rx":
                before.append(i)
            i += 1
        add_adverbs(scope, tokens, before)
        if i >= end:
            return []
        if tokens[i].tag == "t":
            i += 1
            while i < end and tokens[i].tag in "Rx":
                before.append(i)
                add_adverbs(scope, tokens, [i])
                i += 1
        self.current = who
        claims: list[Claim] = []
        for person in who.people[:2]:
            own = scope.copy()
            if tokens[i].tag in "VbhuZD" and tokens[i].tag and i < end:
                from game.reader.chunks import verb_group  # noqa: PLC0415

                inner = verb_group(tokens, i)
                assert inner is not None
                claims += self.complement(
                    inner, person, inner.end, end, own, skip, when, span, before, "", True
                )
            elif group.lemma in {"give", "grant", "bring", "get", "let"} and (
                tokens[i].tag in "NPdcsq" or i in self.clauses.by_start
            ):
                inner = VerbGroup(-1, i, -1, "have", "h")
                claims += self.complement(inner, person, i, end, own, skip, when, span, before, "", True)
            elif tokens[i].tag in "AENPdG":
                inner = VerbGroup(-1, i, -1, "be", "b")
                claims += self.complement(inner, person, i, end, own, skip, when, span, before, "", True)
        return claims

    def named(
        self, group: VerbGroup, who: str, start: int, end: int, span: tuple[int, int]
    ) -> list[Claim] | None:
        """*They called her the Duchess; Harry nicknamed me Professor*: a name for somebody."""
        tokens = self.tokens
        target = (
            self.clauses.by_start.get(start) if group.lemma in verbs.NAMING and not group.passive else None
        )
        if target is None or target.end >= end or group.modal or group.negated:
            return None
        person = self.people.of(tokens, target)
        phrase = self.clauses.by_start.get(target.end)
        if not person.people or person.people[0] in {who, "other"} or phrase is None:
            return None
        if who not in {"", "other"} and group.lemma == "call":
            return None
        if tokens[phrase.head].tag not in "NP" or tokens[phrase.start].low in {"a", "an"}:
            return None
        return self.name_for(group, person.people[0], phrase.start, end, span)

    def given_to(self, group: VerbGroup, start: int, end: int, span: tuple[int, int]) -> list[Claim] | None:
        """*Winter gave her the patience of stones*: from what is nobody, she has it."""
        tokens = self.tokens
        target = self.clauses.by_start.get(start)
        if target is None or group.lemma not in _GIVING or group.negated or group.modal or group.passive:
            return None
        at = target.end
        while at < end and tokens[at].tag == "!":
            at += 1
        if group.lemma == "teach" and at + 1 < end and tokens[at].tag == "t" and tokens[at + 1].tag == "V":
            person = self.people.of(tokens, target).people
            if not person or person[0] == "other":
                return None
            case = self.case(group, person[0], at, end, Scope())
            able = [k for k in range(at + 1, end) if tokens[k].tag not in ".,"]
            draft = Draft(
                "skill", value_of(tokens, able), lemma="know how to", tail=able, noun=able, why="taught by it"
            )
            return self.settle([draft], case, span, None)
        phrase = self.clauses.by_start.get(at)
        people = self.people.of(tokens, target).people
        if phrase is None or not people or people[0] == "other" or tokens[phrase.head].tag not in "NP":
            return None
        case = self.case(group, people[0], at, end, Scope())
        given = [k for k in range(at, end) if tokens[k].tag not in ".,"]
        drafts = had(self.framer, case, given, phrase)
        return self.settle(drafts, case, span, None)

    def name_for(self, group: VerbGroup, who: str, at: int, end: int, span: tuple[int, int]) -> list[Claim]:
        """The claim that this is what somebody is called."""
        words_of = [k for k in range(at, end) if self.tokens[k].tag not in ".,"]
        case = self.case(group, who, at, end, Scope())
        draft = Draft(
            "role", value_of(self.tokens, words_of), lemma="be", tail=words_of, noun=words_of, why="is called"
        )
        return self.settle([draft], case, span, None)

    def caused(  # noqa: PLR0911, PLR0913, PLR0917
        self,
        group: VerbGroup,
        who: str,
        start: int,
        end: int,
        scope: Scope,
        skip: set[int],
        when: tuple[int, int] | None,
        span: tuple[int, int],
        wish: bool,
    ) -> list[Claim] | None:
        """*makes Ruby nervous, leaves her baffled, made her laugh*."""
        tokens = self.tokens
        if group.lemma not in verbs.MAKING | _ENDOWING or group.passive:
            return None
        i = start
        while i < end and tokens[i].tag in "R":
            i += 1
        target = self.clauses.by_start.get(i)
        if target is None:
            return None
        person = self.people.of(tokens, target)
        if tokens[target.head].tag == "f" and group.lemma == "find" and target.end < end and who:
            at = target.end
            if tokens[at].tag in "AE" or (tokens[at].tag in "iG" and tokens[at].low not in {"to", "of"}):
                found = verb_group(tokens, at) if tokens[at].tag == "G" else None
                be = found or VerbGroup(-1, at, -1, "be", "b")
                return self.complement(
                    be, who, be.end if found else at, end, scope.copy(), set(), when, span, []
                )
        if not person.people or person.people[0] == who or target.end >= end or person.people[0] == "other":
            return None
        j = target.end
        while j < end and tokens[j].tag in "Rx":
            j += 1
        if j >= end:
            return None
        endowed = self.endowed(group, person.people[0], who, j, end, scope, span, when)
        if endowed or group.lemma not in verbs.MAKING:
            return endowed or None
        if tokens[j].tag == "V" and "A" in tokens[j].tags and j + 1 >= end and group.lemma != "let":
            tokens[j].tag, tokens[j].lemma = "A", tokens[j].low  # *London made her brave*
        if (
            tokens[j].tag in "AE"
            or (tokens[j].tag in "Vb" and group.lemma == "make")
            or (tokens[j].tag == "D" and group.lemma == "leave")
        ):
            if tokens[j].tag == "D":
                tokens[j].tag = "E"
            before = self.current
            claims = self.wish(group, Subject(person.people), target.end, end, scope.copy(), skip, when, span)
            self.current = before
            return claims or None
        del wish
        return None

    def endowed(  # noqa: PLR0913, PLR0917
        self,
        group: VerbGroup,
        person: str,
        who: str,
        at: int,
        end: int,
        scope: Scope,
        span: tuple[int, int],
        when: tuple[int, int] | None,
    ) -> list[Claim]:
        """*left him with a limp; gave her big hands; taught him patience; dawn found her on the roof*."""
        tokens = self.tokens
        if who and not (group.lemma in _WITH and tokens[at].low == "with"):
            return []
        if group.lemma == "find" and tokens[at].tag == "i" and tokens[at].low not in {"to", "of", "for"}:
            be = VerbGroup(-1, at, -1, "be", "b")
            return self.complement(be, person, at, end, scope.copy(), set(), when, span, [])
        start = at + 1 if tokens[at].low == "with" and group.lemma in _WITH else at
        phrase = self.clauses.by_start.get(start)
        if phrase is None or (start == at and group.lemma not in _BESTOWING):
            return []
        have = VerbGroup(-1, start, -1, "have", "h")
        claims = self.complement(have, person, start, end, scope.copy(), set(), when, span, [])
        if group.lemma in _FILLING:
            claims = [c for c in claims if c.aspect in {"trait", "mood"}]
        elif start == at:
            claims = [c for c in claims if c.aspect in {"trait", "mood", "body", "speech", "skill"}]
        return claims

    def wanted(  # noqa: PLR0913, PLR0917
        self,
        group: VerbGroup,
        start: int,
        end: int,
        skip: set[int],
        when: tuple[int, int] | None,
        span: tuple[int, int],
    ) -> list[Claim] | None:
        """*I want her to be free*: a wish, taken as said."""
        tokens = self.tokens
        i = start
        while i < end and (tokens[i].tag in "R" or tokens[i].low == "for"):
            i += 1
        target = self.clauses.by_start.get(i)
        if target is None or target.end >= end:
            return None
        person = self.people.of(tokens, target)
        if not person.people or person.people[0] == "calvin":
            return None
        j = target.end
        while j < end and tokens[j].tag in "Rx":
            j += 1
        if j >= end or not (
            tokens[j].tag == "t" or (tokens[j].tag in "AEG" and group.lemma in {"want", "need", "like"})
        ):
            return None
        scope = Scope()
        never = any(t.low == "never" for t in tokens[max(0, group.start - 2) : group.head])
        if group.negated or never or group.lemma == "forbid":
            scope.denials.add(group.start)
        before = self.current
        claims = self.wish(group, Subject(person.people), target.end, end, scope, skip, when, span)
        self.current = before
        return claims
