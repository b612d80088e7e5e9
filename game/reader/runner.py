"""One sentence read clause by clause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.governing import Governing
from game.reader.nominal import GENERIC
from game.reader.reference import Subject
from game.reader.relatives import PROMOTING
from game.reader.scope import Scope, add_adverbs, add_times, time_phrases
from game.reader.told import REPORTING

if TYPE_CHECKING:
    from game.reader.claims import Claim
    from game.reader.predicates import Predicate


class SentenceRun(Governing):
    """Reads one sentence."""

    def run(self) -> list[Claim]:  # noqa: PLR0912
        """The sentence's claims; who is who after it is left in `after`."""
        claims: list[Claim] = []
        tokens = self.tokens
        if any(t.tag == "Q" for t in tokens):
            claims += self.inverted_quotation()
        predicates = self.clauses.parse()
        self.predicates = predicates
        first = tokens[0] if tokens else None
        if first is not None and first.low == "what" and not self.question:
            shouted = self.exclamation(predicates)
            if shouted:
                return shouted
        self.give_and(predicates)
        cleft = self.cleft(predicates)
        if cleft:
            return cleft
        asks = self.asks(predicates)
        if asks and not any(t.tag == "Q" for t in tokens):
            return []
        for n, predicate in enumerate(predicates):
            if predicate.begin < self.used and n and predicate.begin > predicates[n - 1].begin:
                continue
            found = self.predicate(n, predicate)
            claims += found
            if found:
                self.read_at.update(range(predicate.begin, predicate.end))
                if predicate.when and any(claim.when for claim in found):
                    self.read_at.update(range(*predicate.when))
        spoken = [t for t in tokens if t.tag == "Q"]
        if not predicates and spoken and not claims and all(t.tag in "Q.,R!" for t in tokens):
            last = self.state.gists[-1:]
            if last and last[0][0] == "say" and len(self.state.subject) == 1:
                self.current = Subject(self.state.subject)
                claims += self.quotation(self.state.subject[0], spoken[0], 0, (0, len(tokens)))
        if not predicates:
            claims += self.verbless()
        if self.current.people:
            self.after = replace(
                self.after,
                subject=self.current.people,
                pair=self.current.people if len(self.current.people) > 1 else self.after.pair,
            )
        if claims:
            gists = tuple(
                (c.aspect, c.value, c.holds, c.degree, c.object)
                for c in claims
                if c.subject == claims[-1].subject
            )[-1:]
            self.after = replace(self.after, gists=gists)
        return claims

    def contact(self, predicate: Predicate) -> bool:
        """*a person she has already disappointed, and ...*: a relative clause without its word."""
        tokens, group, at = self.tokens, predicate.group, predicate.begin
        return (
            predicate.role == "main"
            and not predicate.word
            and at > 0
            and group.perfect
            and predicate.subject is not None
            and predicate.subject.start == at
            and tokens[at].tag == "p"
            and tokens[at - 1].tag == "N"
            and predicate.end > group.end
            and all(t.low in {",", ".", "!", ";"} for t in tokens[group.end : predicate.end])
        )

    def predicate(self, n: int, predicate: Predicate) -> list[Claim]:  # noqa: PLR0911, PLR0912, PLR0915
        """The claims of one clause."""
        tokens, group = self.tokens, predicate.group
        if predicate.role == "condition":
            last = self.current.people
            return self.trailing_apposition(last[0], predicate.group.end, predicate.end) if last else []
        if predicate.role == "comparison" and not self.set_against(predicate):
            return []
        if predicate.word == "if only" and self.subject(predicate).people == ("calvin",):
            return []
        if self.unreal(predicate) or self.contact(predicate):
            return []
        subject = self.subject(predicate)
        wish = False
        if predicate.aside and not subject.people and not subject.owner:
            named = next(
                (
                    p
                    for p in self.clauses.phrases
                    if predicate.aside[0] <= p.start < predicate.aside[1] and tokens[p.head].tag == "n"
                ),
                None,
            )
            if named is not None:
                subject, predicate.aside = self.people.of(tokens, named), None
        made = self.made_of(n, predicate)
        if made is not None:
            return made
        if predicate.role in {"complement", "relative"}:
            promoted = self.promoted(predicate)
            if promoted is None:
                return []
            subject, wish = promoted
        if predicate.inverted:
            if (group.modal == "may" and predicate.begin == group.start) or (
                group.start == 0 and tokens[0].low == "may"
            ):
                wish = True
                group.modal = ""
            elif (tokens[group.start].tag == "b" and group.start == 0) or (
                predicate.begin == group.start and tokens[predicate.begin].tag in "bumh" and group.start == 0
            ):
                return []
        if (
            self.bare_be(predicate)
            or group.form in {"u"}
            or (group.form in {"m"} and all(t.tag in "xR.,!" for t in tokens[group.end : predicate.end]))
        ):
            return self.ellipsis(predicate, subject)
        start, end = group.end, predicate.end
        while end > start and tokens[end - 1].tag in ".,j!":
            end -= 1
        if (
            end - 2 >= start
            and tokens[end - 1].tag == "n"
            and tokens[end - 2].tag == ","
            and (tokens[end - 1].who,) == subject.people
        ):
            end -= 2
        if (
            predicate.subject is not None
            and tokens[predicate.subject.head].low == "you"
            and group.modal in {"could", "might", "would"}
        ):
            return []
        self.far = self.reach(n, predicate, end)
        if (
            predicate.subject is None
            and not predicate.coordinated
            and (group.form == "V" or tokens[group.head].low in {"let", "have", "be"})
        ):
            return self.imperative(predicate, group, start, end)
        if (
            predicate.coordinated
            and group.form == "V"
            and (not subject.people or tokens[group.head].low == "let")
        ):
            return self.imperative(predicate, group, start, end)
        placed_first = self.late(predicate, subject, end)
        if placed_first is not None:
            return placed_first
        vocative = (
            group.form == "V"
            and predicate.subject is not None
            and predicate.subject.end < group.start
            and tokens[predicate.subject.end].tag == ","
        )
        if predicate.subject is None and n == 0 and group.lemma in {"be", "hang", "lie", "sit"}:
            standing = self.inverted_place(predicate, start, end)
            if standing:
                return standing
        if predicate.subject is None and self.there(predicate):
            return self.existential(predicate, start, end)
        skip = {i for a, b in predicate.nested for i in range(a, b)}
        before = [i for i in range(group.start, group.head) if tokens[i].tag in "Rx"]
        lead = [
            i
            for i in range(*predicate.lead)
            if tokens[i].tag in "Rx" and i not in self.clauses.inside and not self.set_off(i, predicate.lead)
        ]
        if predicate.subject is not None:
            before = [
                i
                for i in range(self.resumed(predicate), group.head)
                if tokens[i].tag in "Rx"
                and not (
                    predicate.aside
                    and predicate.aside[0] <= i < predicate.aside[1] - 1
                    and i < predicate.aside[1]
                )
            ]
        if predicate.inverted:
            before = [i for i in range(predicate.begin, group.head) if tokens[i].tag in "Rx"]
        elif predicate.coordinated:
            k = group.start - 1
            while k >= predicate.begin and tokens[k].tag in "R!x":
                if tokens[k].tag in "Rx":
                    before.insert(0, k)
                k -= 1
        scope = Scope()
        add_adverbs(scope, tokens, [i for i in lead if i not in before] + before)
        if group.form == "b" or group.end == group.head + 1:
            late = [
                i
                for i in range(group.end, min(group.end + 2, end))
                if tokens[i].tag == "x" and group.form in "bhum"
            ]
            before += late
            add_adverbs(scope, tokens, late)
        if predicate.word == "nor" and not scope.denials:
            scope.denials.add(predicate.begin)
        self.shared_denial(n, predicate, scope)
        times = time_phrases(tokens, self.clauses.phrases, predicate.lead[0], predicate.lead[1], -1)
        add_times(scope, tokens, times)
        if group.perfect and group.past and group.modal == "":
            scope.time, scope.timed = "before", True
        if group.modal in {"will", "shall"} and not (
            tokens[group.start].low == "will"
            and scope.denials
            and any(tokens[i].low in {"n't"} for i in before)
        ):
            scope.time = "later"
        if group.past and not scope.timed and self.long_ago(predicate):
            scope.time, scope.timed = "before", True
        if scope.time == "before" and not scope.timed:
            scope.time = "now"
        if scope.timed and scope.time == "before" and not (group.past or group.perfect):
            scope.time, scope.timed = "now", False
        when = predicate.when or self.cleft_condition(predicate)
        lead_when = self.lead_condition(predicate)
        if when is None and lead_when:
            when = lead_when
        span = (predicate.begin if tokens[predicate.begin].tag != "j" else predicate.begin + 1, end)
        fronted = self.fronted(predicate)
        claims: list[Claim] = []
        if not subject.people and self.speaks(predicate):
            subject = Subject(("other",))
        if (
            (
                group.lemma in verbs.QUOTING
                or (group.lemma in REPORTING and any(t.meant == "told" for t in tokens))
            )
            and any(t.tag == "Q" for t in tokens)
            and not self.said
            and subject.people
        ):
            self.said = True
            self.current = subject
            denied = scope if scope.denials else None
            return self.quotation(subject.people[0], tokens[group.head], group.head, (0, end), denied)
        if (subject.people and not predicate.coordinated) or (
            not subject.people and predicate.subject is not None
        ):
            self.current = subject
        if (
            subject.people == ("calvin",)
            and group.lemma in PROMOTING
            and any(p.matrix == n or p.role == "complement" for p in self.predicates[n + 1 : n + 2])
        ):
            return []
        if (
            group.lemma in verbs.LIKING | verbs.DISLIKING
            and subject.people
            and (liked := self.liked(n, predicate, start, end)) is not None
        ):
            return self.liked_clause(predicate, subject.people[0], scope, span, liked)
        if (
            group.lemma == "be"
            and subject.people == ("other",)
            and n
            and self.predicates[n - 1].role == "relative"
            and subject.part in GENERIC
        ):
            return []
        whose = self.named_tie(predicate, subject, start, end, scope, span)
        if whose is not None:
            return whose
        told = self.everything_said(n, predicate, start, end, span)
        if told:
            return told
        together = self.joint(subject, group, start, end, scope, when, span)
        if together is not None:
            return together
        part = ""
        people: tuple[str, ...] = subject.people
        if not people:
            people = (subject.owner,) if subject.owner else ("",)
            part = self.part(predicate, subject)
            feeling = self.felt(predicate, subject.owner, part, scope, span)
            claims += feeling
            if feeling and group.lemma in verbs.PURE_COPULAS and feeling[0].aspect != "mood":
                return claims
            if not subject.owner and not claims:
                moved = self.kind_of_hers(predicate, start, end, scope, span) or self.moved(
                    predicate, start, end, scope, span
                )
                if moved:
                    return moved
            if not subject.owner:
                placed = self.placed(predicate, start, end, scope, span)
                if placed:
                    return placed
        if lead_when and people and people[0]:
            claims += self.needed(people[0], lead_when, group, span)
        if predicate.role == "main" and not wish:
            claims += self.fronted_feelings(predicate, people, span)
        for who in people[:3]:
            if len(people) == 2 and "" not in people:
                self.answered(people[people[0] == who], start, end)
            claims += self.apposition(predicate, who, span) if who and not part else []
            if who and part:
                claims += self.of_parts(predicate, who, part)
                stop, loose = self.gapped(who, start, end)
            else:
                stop, loose = self.loosen(predicate, who, start, end, skip) if who else (end, [])
            claims += self.complement(
                group, who, start, stop, scope, skip, when, span, before, part, wish or vocative
            )
            claims += loose
            claims += self.gapped_conditions(predicate, who, claims, before, part) if who else []
        if fronted is not None:
            claims = [self.with_antecedent(c, fronted) for c in claims]
        if len(people) == 1 and people[0] and not part:
            claims += [c for c in self.seen(predicate, people[0], start, end, scope) if c not in claims]
        if self.childhood(n):
            claims = [
                replace(c, aspect="past", time="before") if c.aspect in {"act", "place"} else c
                for c in claims
            ]
        return claims
