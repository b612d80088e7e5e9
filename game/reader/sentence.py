"""Stages 3 to 11 for one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from game.reader import verbs
from game.reader.chunks import NounPhrase, VerbGroup
from game.reader.claims import Claim
from game.reader.clauses import Clauses, Predicate
from game.reader.conjuncts import Piece, preposition_before, shares, split, with_list
from game.reader.copula import adjective, described
from game.reader.drafts import Case, Draft
from game.reader.framing import Framer
from game.reader.reference import Discourse, People, Subject, resolve
from game.reader.scope import Scope, add_adverbs, add_times, time_phrases
from game.reader.settling import Settler
from game.reader.spelling import Speller
from game.reader.tagging import Tagger, WordSource, look_up
from game.reader.tokens import Token, tokenise

MOST_TOKENS: Final = 160
QUOTING: Final = (
    verbs.SAYING
    | verbs.SPEECH_QUOTED.keys()
    | frozenset(
        "call beg laugh sigh demand gasp declare snap plead exclaim growl joke think continue go hiss sob purr croak groan protest write type sign mouth".split()
    )
) - {"argue", "claim", "reveal"}
_PROMOTING: Final = frozenset(
    "hope wish pray demand insist decree want declare command order prefer swear".split()
)
_EXPLETIVE_NOUNS: Final = frozenset(
    "truth fact thing point problem secret trouble matter result upshot rumour rumor".split()
)


@dataclass(slots=True)
class SentenceReading:
    """The claims of a sentence, offsets relative to it, and who is who after it."""

    claims: list[Claim]
    state: Discourse
    unread: list[tuple[int, int]] = field(default_factory=list)
    why: list[str] = field(default_factory=list)


class SentenceReader:
    """Reads one sentence with a lexicon."""

    def __init__(
        self, table: Mapping[str, Any], words: WordSource, speller: Speller, story: frozenset[str]
    ) -> None:
        self.table, self.words, self.speller, self.story = table, words, speller, story
        self.people = People(table["lists"].get("people", {}))
        self.framer = Framer(table, self.people)
        self.tagger = Tagger(words)

    def tokens(self, text: str, quotes: tuple[tuple[int, int], ...], finished: bool) -> list[Token]:
        """The sentence's tokens, looked up, spelt and tagged."""
        tokens = tokenise(text, 0, len(text), quotes)[:MOST_TOKENS]
        for i, token in enumerate(tokens):
            if not look_up(token, self.words, self.story, i == 0) and (finished or token.end < len(text)):
                meant = self.speller.correct(token.low, token.text, i == 0)
                if meant != token.low:
                    token.meant, token.low, token.tags = meant, meant, ""
                    look_up(token, self.words, self.story, i == 0)
        self.tagger.tag(tokens)
        return tokens

    def read(
        self,
        text: str,
        raw: str,
        quotes: tuple[tuple[int, int], ...],
        question: bool,
        state: Discourse,
        finished: bool = True,
    ) -> SentenceReading:
        """The reading of one sentence in its discourse."""
        tokens = self.tokens(text, quotes, finished)
        after = resolve(tokens, state)
        reading = _Run(self, tokens, raw, question, state, after)
        claims = reading.run()
        return SentenceReading(claims, reading.after, reading.unread(), reading.why)


class _Run:
    """One sentence being read."""

    def __init__(
        self,
        reader: SentenceReader,
        tokens: list[Token],
        raw: str,
        question: bool,
        state: Discourse,
        after: Discourse,
    ) -> None:
        self.reader, self.tokens, self.raw, self.question = reader, tokens, raw, question
        self.framer, self.people = reader.framer, reader.people
        self.state, self.after = state, after
        self.clauses = Clauses(tokens)
        self.settler = Settler(tokens, raw)
        self.read_at: set[int] = set()
        self.current: Subject = Subject(state.subject)
        self.why: list[str] = []
        self.said = False
        self.used = -1
        self.far = 0

    def run(self) -> list[Claim]:
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
        asks = (
            self.question
            or (
                first is not None
                and first.tag == "W"
                and first.low not in {"whatever", "whoever"}
                and not any(
                    p.subject is not None and not p.inverted and p.role == "main" for p in predicates[:1]
                )
            )
            or (
                bool(predicates)
                and predicates[0].inverted
                and tokens[predicates[0].begin].tag == "W"
                and predicates[0].begin == 0
            )
        )
        if asks and not any(t.tag == "Q" for t in tokens):
            return []
        for n, predicate in enumerate(predicates):
            if predicate.begin < self.used and n and predicate.begin > predicates[n - 1].begin:
                continue
            found = self.predicate(n, predicate)
            claims += found
            if found:
                self.read_at.update(range(predicate.begin, predicate.end))
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

    def cleft(self, predicates: list[Predicate]) -> list[Claim]:
        """*What Ruby wanted was a house*."""
        tokens = self.tokens
        if (
            self.question
            or len(predicates) < 2
            or tokens[0].low not in {"what", "all"}
            or predicates[1].group.lemma != "be"
        ):
            return []
        inner = predicates[0]
        if (
            inner.subject is None
            or inner.inverted
            or inner.group.lemma == "be"
            or predicates[1].subject is not None
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
        if tokens[0].low == "all":
            scope.weigh("absolute")
        if predicates[1].group.negated:
            scope.denials.add(predicates[1].group.start)
        self.read_at.update(range(len(tokens)))
        return self.complement(inner.group, who.people[0], start, end, scope, set(), None, (0, end), [])

    def give_and(self, predicates: list[Predicate]) -> None:
        """*Give Ruby a window and she is content*: the order is a condition."""
        if len(predicates) > 1 and predicates[0].group.form == "V" and predicates[0].subject is None:
            after = predicates[1]
            if (
                predicates[0].group.lemma in {"give", "show", "hand", "offer", "bring", "feed"}
                and after.role == "main"
                and after.subject is not None
                and after.word == "and"
            ):
                after.when = (0, after.begin)
                predicates[0].role = "condition"

    def unread(self) -> list[tuple[int, int]]:
        """Words that no claim used."""
        spans: list[tuple[int, int]] = []
        for i, token in enumerate(self.tokens):
            if i in self.read_at or token.tag in ".,!?j":
                continue
            if spans and i and token.start - spans[-1][1] <= 1:
                spans[-1] = (spans[-1][0], token.end)
            else:
                spans.append((token.start, token.end))
        return spans

    # sentences of particular shapes

    def exclamation(self, predicates: list[Predicate]) -> list[Claim]:
        """*What a generous girl she is*."""
        tokens = self.tokens
        phrase = self.clauses.by_start.get(1) or self.clauses.by_start.get(0)
        if (
            len(tokens) < 4
            or tokens[1].tag != "d"
            and tokens[0].low != "what"
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

    def inverted_quotation(self) -> list[Claim]:
        """*"Stay," said Lila*: the verb before its subject."""
        tokens = self.tokens
        for i, token in enumerate(tokens[:-1]):
            if (
                token.tag in "DZEVA"
                and token.tag
                and token.lemma in QUOTING
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

    def quotation(self, who: str, verb: Token, at: int, span: tuple[int, int]) -> list[Claim]:
        """The claim of a quotation, and of how it was said."""
        if verb.lemma == "think":
            return []
        words = " ".join(self.raw[t.start + 1 : t.end - 1].strip() for t in self.tokens if t.tag == "Q")
        draft = Draft(
            "say",
            words.strip().rstrip(",."),
            lemma="say",
            tail_text=f'"{words.strip()}"',
            flips=False,
            why="quotation",
        )
        draft.noun_text = draft.tail_text
        drafts = [draft]
        manner = verbs.SPEECH_QUOTED.get(verb.lemma)
        if manner:
            drafts.append(Draft("speech", manner, lemma=verb.lemma, flips=False, why=f"verb {verb.lemma}"))
        elif verb.lemma in {"laugh", "sigh", "sob", "gasp"}:
            drafts.append(Draft("act", verb.lemma, lemma=verb.lemma, flips=False, why=f"verb {verb.lemma}"))
        group = VerbGroup(at, at + 1, at, verb.lemma, "D")
        case = self.case(group, who, at + 1, at + 1, Scope())
        self.read_at.update(range(*span))
        return self.settle(drafts, case, span, None)

    def verbless(self) -> list[Claim]:
        """*Ruby: brave, funny, a liar.* A name and what it is."""
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
        if start >= end or not any(t.tag in "AENPR" for t in self.tokens[start:end]):
            return []
        group = VerbGroup(-1, start, -1, "be", "b")
        subject = self.people.of(self.tokens, phrase)
        self.current = subject
        self.read_at.update(range(len(self.tokens)))
        out: list[Claim] = []
        for who in subject.people[:1]:
            out += self.complement(group, who, start, end, Scope(), set(), None, (0, end), [])
        return out

    # predicates

    def predicate(self, n: int, predicate: Predicate) -> list[Claim]:  # noqa: PLR0911, PLR0912
        tokens, group = self.tokens, predicate.group
        if predicate.role == "condition":
            return []
        if predicate.word == "if only" and self.subject(predicate).people == ("calvin",):
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
        if predicate.role in {"complement", "relative"}:
            promoted = self.promoted(predicate)
            if promoted is None:
                return []
            subject, wish = promoted
        if predicate.inverted:
            if (
                group.modal == "may"
                and predicate.begin == group.start
                or (group.start == 0 and tokens[0].low == "may")
            ):
                wish = True
                group.modal = ""
            elif tokens[group.start].tag == "b" and group.start == 0:
                return []
            elif predicate.begin == group.start and tokens[predicate.begin].tag in "bum" and group.start == 0:
                return []
        if group.form in {"u"} or (group.form in {"m"} and group.end >= predicate.end - 1):
            return self.ellipsis(predicate, subject)
        start, end = group.end, predicate.end
        while end > start and tokens[end - 1].tag in ".,j!":
            end -= 1
        self.far = self.reach(n, predicate, end)
        if tokens[group.start].tag == "D" and group.lemma == "let":
            group.lemma = "let"
        if (
            predicate.subject is None
            and not predicate.coordinated
            and (group.form == "V" or tokens[group.head].low in {"let", "have"})
        ):
            return self.imperative(predicate, group, start, end)
        if predicate.coordinated and group.form == "V" and not subject.people:
            return self.imperative(predicate, group, start, end)
        vocative = (
            group.form == "V"
            and predicate.subject is not None
            and predicate.subject.end < group.start
            and tokens[predicate.subject.end].tag == ","
        )
        if predicate.subject is None and self.there(predicate):
            return self.existential(predicate, start, end)
        skip = {i for a, b in predicate.nested for i in range(a, b)}
        self.far = self.reach(n, predicate, end)
        before = [i for i in range(group.start, group.head) if tokens[i].tag in "Rx"]
        lead = [i for i in range(*predicate.lead) if tokens[i].tag in "Rx" and i not in self.clauses.inside]
        if predicate.subject is not None:
            before = [
                i
                for i in range(predicate.subject.end, group.head)
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
        times = time_phrases(tokens, self.clauses.phrases, predicate.lead[0], predicate.lead[1], -1)
        add_times(scope, tokens, times)
        if group.perfect and group.past and group.modal == "":
            scope.time, scope.timed = "before", True
        if group.modal in {"will", "shall"}:
            if not (
                tokens[group.start].low == "will"
                and scope.denials
                and any(tokens[i].low in {"n't"} for i in before)
            ):
                scope.time = "later"
        if scope.time == "before" and not scope.timed:
            scope.time = "now"
        if scope.timed and scope.time == "before" and not (group.past or group.perfect):
            scope.time, scope.timed = "now", False
        when = predicate.when
        lead_when = self.lead_condition(predicate)
        if when is None and lead_when:
            when = lead_when
        span = (predicate.begin if tokens[predicate.begin].tag != "j" else predicate.begin + 1, end)
        claims: list[Claim] = []
        if group.lemma in QUOTING and any(t.tag == "Q" for t in tokens) and not self.said and subject.people:
            self.said = True
            self.current = subject
            return self.quotation(subject.people[0], tokens[group.head], group.head, (0, end))
        if subject.people and not predicate.coordinated:
            self.current = subject
        elif not subject.people and predicate.subject is not None:
            self.current = subject
        together = self.joint(subject, group, start, end, scope, when, span)
        if together is not None:
            return together
        part = ""
        people: tuple[str, ...] = subject.people
        if not people:
            people = (subject.owner,) if subject.owner else ("",)
            part = self.part(predicate, subject)
        if lead_when and people and people[0]:
            claims += self.needed(people[0], lead_when, group, span)
        for who in people[:3]:
            claims += self.apposition(predicate, who, span) if who and not part else []
            claims += self.complement(
                group, who, start, end, scope, skip, when, span, before, part, wish or vocative
            )
        return claims

    def reach(self, n: int, predicate: Predicate, end: int) -> int:
        """How far a pattern may look: over the conditions and causes that follow."""
        far = end
        for later in self.predicates[n + 1 :]:
            if (later.role in {"condition", "cause"} or later.coordinated) and later.begin in {far, far + 1}:
                far = later.end
            elif later.begin >= far:
                break
        while far > end and self.tokens[far - 1].tag in ".,j":
            far -= 1
        return far

    def subject(self, predicate: Predicate) -> Subject:
        if predicate.subject is None:
            return self.current
        return self.people.of(self.tokens, predicate.subject)

    def part(self, predicate: Predicate, subject: Subject) -> str:
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

    def there(self, predicate: Predicate) -> bool:
        k = predicate.group.start - 1
        while k >= 0 and self.tokens[k].tag in "Rx" and self.tokens[k].low != "there":
            k -= 1
        return k >= 0 and self.tokens[k].low == "there"

    def promoted(self, predicate: Predicate) -> tuple[Subject, bool] | None:
        """The subject of a clause inside another that is asserted all the same, and whether it is a wish."""
        tokens = self.tokens
        matrix = self.predicates[predicate.matrix] if 0 <= predicate.matrix < len(self.predicates) else None
        own = self.people.of(tokens, predicate.subject) if predicate.subject is not None else Subject()
        if predicate.role == "relative":
            if predicate.antecedent is None:
                return None
            antecedent = self.people.of(tokens, predicate.antecedent)
            if predicate.subject is not predicate.antecedent:
                return None
            if (
                antecedent.people
                and antecedent.people[0] != "other"
                and predicate.begin > 0
                and (tokens[predicate.begin - 1].tag == "," or tokens[predicate.antecedent.head].tag == "n")
            ):
                return antecedent, False
            if (
                matrix is not None
                and matrix.group.lemma == "be"
                and matrix.subject is not None
                and antecedent.people == ("other",)
                and predicate.antecedent.start >= matrix.group.end
            ):
                return self.people.of(tokens, matrix.subject), False
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
        if (head.low == "it" and lemma in {"be", "turn", "happen", "follow"}) or (
            head.lemma in _EXPLETIVE_NOUNS and lemma == "be"
        ):
            return (own, False) if not matrix.group.negated else None
        who = self.people.of(tokens, matrix.subject)
        if (
            who.people == ("calvin",)
            and lemma in _PROMOTING
            and own.people
            and own.people[0] != "calvin"
            and not matrix.group.negated
        ):
            if predicate.word in {"how", "why", "what", "whether"}:
                return None
            return own, True
        return None

    def lead_condition(self, predicate: Predicate) -> tuple[int, int] | None:
        """*Without me Ruby is wretched*."""
        tokens = self.tokens
        for i in range(*predicate.lead):
            if tokens[i].low in {"without", "except"} and tokens[i].tag == "i":
                phrase = self.clauses.by_start.get(i + 1)
                if phrase is not None and self.people.of(tokens, phrase).people:
                    return (i, phrase.end)
        return None

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

    def apposition(self, predicate: Predicate, who: str, span: tuple[int, int]) -> list[Claim]:
        """*A tall woman with a crooked smile, Ruby ...*; *Ruby, a nurse, ...*; *Tired, she ...*"""
        tokens = self.tokens
        out: list[Claim] = []
        ranges = [predicate.aside] if predicate.aside else []
        a, b = predicate.lead
        while b > a and tokens[b - 1].tag in ",R":
            b -= 1
        if b > a and not predicate.inverted and b < len(tokens) and tokens[b].tag in ",":
            ranges.append((a, b))
        for a, b in ranges:
            while a < b and tokens[a].tag in "R!,j":
                a += 1
            if (
                a >= b
                or tokens[a].tag in "itQWkx"
                or (a in self.clauses.by_start and tokens[self.clauses.by_start[a].head].tag in "npqyo")
            ):
                continue
            phrase = self.clauses.by_start.get(a)
            if (
                phrase is not None
                and not self.people.is_person(tokens[phrase.head].lemma)
                and not self.framer.senses("nouns", tokens[phrase.head].lemma)
            ):
                continue
            group = VerbGroup(-1, a, -1, "be", "b")
            if tokens[a].tag == "G" and phrase is None:
                case = self.case(VerbGroup(a, a + 1, a, tokens[a].lemma, "G"), who, a + 1, b, Scope())
                out += self.settle(self.framer.frame(case), case, (a, b), None)
            elif tokens[a].tag in "AENPdcs":
                out += self.complement(group, who, a, b, Scope(), set(), None, (a, b), [])
        return out

    def ellipsis(self, predicate: Predicate, subject: Subject) -> list[Claim]:
        """*Ruby does. Neither does Harry. She can't.*"""
        tokens = self.tokens
        gists = self.state.gists
        now = [p for p in self.predicates if p.group.end <= predicate.begin]
        if now and self.gists_now:
            gists = self.gists_now
        if not gists or not subject.people or predicate.end - predicate.group.end > 3:
            return []
        denied = predicate.group.negated or any(
            tokens[i].low in {"neither", "nor", "never"} for i in range(predicate.begin, predicate.group.end)
        )
        out: list[Claim] = []
        span = (tokens[predicate.begin].start, tokens[max(predicate.begin, predicate.end - 1)].end)
        for aspect, value, _holds, _degree, target in gists[-1:]:
            if predicate.group.form == "m" and denied:
                if value == "leaves" and tokens[predicate.group.start].low in {"can", "could"}:
                    out.append(
                        Claim(subject.people[0], "will", "bound", span=span, text=self.raw[span[0] : span[1]])
                    )
                continue
            never = any(tokens[i].low == "never" for i in range(predicate.begin, predicate.end))
            out.append(
                Claim(
                    subject.people[0],
                    aspect,
                    value,
                    not denied,
                    "absolute" if never else "plain",
                    "now",
                    None,
                    target,
                    span,
                    self.raw[span[0] : span[1]],
                )
            )
        if out:
            self.read_at.update(range(predicate.begin, predicate.end))
            self.current = subject
            self.why.append("ellipsis")
        return out

    @property
    def gists_now(self) -> tuple[tuple[str, str, bool, str, str | None], ...]:
        return tuple(self._gists[-1:])

    _gists: list[tuple[str, str, bool, str, str | None]] = []  # noqa: RUF012 - replaced by each run

    def joint(
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
            or (
                group.lemma in {"be", "get"} and lows & {"married", "engaged", "dating", "lovers", "together"}
            )
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

    def existential(self, predicate: Predicate, start: int, end: int) -> list[Claim]:
        """*there is a scar on her chin*."""
        tokens = self.tokens
        phrase = self.clauses.by_start.get(start)
        if predicate.group.lemma != "be" or phrase is None:
            return []
        for inner in self.clauses.phrases:
            if (
                inner.start >= phrase.end
                and inner.end <= end
                and inner.owner >= 0
                and tokens[inner.owner].who
            ):
                lemma = tokens[inner.head].lemma
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

    # wishes

    def imperative(self, predicate: Predicate, group: VerbGroup, start: int, end: int) -> list[Claim]:
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

    def wish(
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

    # complements

    def case(self, group: VerbGroup, who: str, start: int, end: int, scope: Scope) -> Case:
        return Case(
            self.tokens,
            self.clauses.by_start,
            who,
            group.lemma,
            group.head,
            start,
            end,
            scope,
            modal=group.modal,
            passive=group.passive,
            progressive=group.progressive,
            perfect=group.perfect,
            past=group.past,
        )

    def deep(self, lemma: str, start: int, end: int) -> tuple[int, int, str]:
        """The innermost verb of *begins to cry*: its position (-1: none), where its complement starts, its lemma."""
        tokens = self.tokens
        at, i = -1, start
        while i < end:
            j = i
            while j < end and tokens[j].tag in "Rx":
                j += 1
            if j < end and tokens[j].tag == "t":
                k = j + 1
                while k < end and tokens[k].tag in "Rx":
                    k += 1
                if k < end and tokens[k].tag in "Vbh" and lemma not in {"be"}:
                    at, i, lemma = k, k + 1, tokens[k].lemma
                    continue
            if (
                j < end
                and tokens[j].tag == "G"
                and j not in self.clauses.by_start
                and lemma in (verbs.INNER_ING | verbs.STOPPING | {"help", "resist"})
            ):
                at, i, lemma = j, j + 1, tokens[j].lemma
                continue
            break
        return at, i, lemma

    def complement(
        self,
        group: VerbGroup,
        who: str,
        start: int,
        end: int,
        scope: Scope,
        skip: set[int],
        when: tuple[int, int] | None,
        span: tuple[int, int],
        before: list[int],
        part: str = "",
        wish: bool = False,
    ) -> list[Claim]:  # noqa: PLR0913, PLR0912
        """The claims of one verb and everything after it, conjunct by conjunct."""
        tokens = self.tokens
        if not part or not who:
            outer = self.case(group, who, start, end, scope.copy())
            outer.before, outer.skip, outer.part, outer.far = (
                before,
                skip,
                part,
                max(end, self.far if self.far > start else 0),
            )
            match = self.framer.pattern(outer)
            if match is not None and match.pattern.get("about"):
                self.used = max(self.used, *match.used)
                return self.settle(self.framer.from_pattern(outer, match), outer, span, when)
            if match is not None and group.lemma in verbs.MAKING and not wish:
                return self.settle(self.framer.from_pattern(outer, match), outer, span, when)
        caused = self.caused(group, who, start, end, scope, skip, when, span, wish)
        if caused is not None:
            return caused
        if (
            not wish
            and who == "calvin"
            and not part
            and group.lemma
            in {
                "want",
                "wish",
                "need",
                "like",
                "order",
                "command",
                "ask",
                "tell",
                "beg",
                "force",
                "allow",
                "love",
                "expect",
                "require",
                "forbid",
                "prefer",
            }
        ):
            wished = self.wanted(group, start, end, skip, when, span)
            if wished is not None:
                return wished
        at, deep_start, deep_lemma = self.deep(group.lemma, start, end)
        inner_end = min([i for i in sorted(skip) if i >= deep_start], default=end)
        pieces = split(tokens, deep_start, inner_end, self.clauses.by_start, deep_lemma)
        if inner_end < end and pieces:
            pieces[-1].end = end
        claims: list[Claim] = []
        shared = self.trailing(pieces, group, end)
        first = True
        for piece in pieces:
            case = self.case(group, who, start, piece.end, scope.copy())
            case.skip, case.before, case.part, case.wish, case.kind = skip, before, part, wish, piece.kind
            if piece.start <= self.used and not first:
                continue
            case.far = max(end, self.far if self.far > start else 0)
            if not first:
                self.conjunct(case, piece, at, deep_start, start, group, pieces[0])
            own = range(piece.start if not first else start, piece.end)
            if (
                not first
                and deep_start < end
                and tokens[deep_start].low in {"only", "nothing but"}
                and piece.kind == "N"
            ):
                case.scope.weigh("absolute")
            add_adverbs(
                case.scope,
                tokens,
                [i for i in own if i not in skip and tokens[i].tag in "RxAdi" and not self.inner(i)],
            )
            add_times(
                case.scope,
                tokens,
                time_phrases(tokens, self.clauses.phrases, own.start, own.stop, case.start),
            )
            if shared and piece is not pieces[-1]:
                add_times(case.scope, tokens, shared)
            if piece.kind == "R" and not first and all(tokens[i].tag in "R!" for i in own):
                claims = [self.settler.reweigh(c, case.scope) for c in claims]
                continue
            if piece.negated and first is False:
                case.scope.denials.add(piece.start)
            if (
                case.scope.timed
                and case.scope.time == "before"
                and not (case.past or case.perfect or wish)
                and case.lemma != "use"
            ):
                case.scope.time, case.scope.timed = ("before", True) if group.past else ("now", False)
            drafts = self.framer.frame(case)
            own_when = when or self.own_condition(case)
            if case.used >= 0:
                self.used = max(self.used, case.used)
                if own_when and own_when[0] <= case.used < own_when[1]:
                    own_when = None
            claims += self.settle(drafts, case, span, own_when)
            first = False
        self._gists = [(c.aspect, c.value, c.holds, c.degree, c.object) for c in claims[-1:]]
        return claims

    def inner(self, i: int) -> bool:
        """Whether the word stands in a noun phrase that only *of* joins to the clause."""
        phrase = self.clauses.inside.get(i)
        return (
            phrase is not None
            and self.tokens[i].tag == "R"
            and phrase.start > 0
            and self.tokens[phrase.start - 1].low == "of"
        )

    def conjunct(
        self, case: Case, piece: Piece, at: int, deep_start: int, start: int, group: VerbGroup, first: Piece
    ) -> None:
        """Make the case that of a later conjunct, which shares what its kind lets it share."""
        tokens = self.tokens
        if piece.word in {"but"} or tokens[piece.start].low in {"only", "just", "merely", "simply"}:
            case.scope.denials = set()
        if piece.kind == "V" and at >= 0 and tokens[at].tag in "Vbh":
            case.hidden = set(range(at, piece.start))
        elif piece.kind == "V" or (
            piece.kind == "G"
            and (group.progressive or piece.detached or first.kind not in "G")
            and not (at >= 0 and tokens[at].tag == "G" and not piece.detached)
        ):
            head = next(i for i in range(piece.start, piece.end) if tokens[i].tag in "VG")
            case.lemma, case.at, case.start = tokens[head].lemma, head, head + 1
            case.before = [i for i in range(piece.start, head) if tokens[i].tag in "Rx"]
            case.passive = False
            if piece.kind == "G" and not group.progressive:
                case.modal = ""
                case.scope = Scope(time=case.scope.time, timed=case.scope.timed)
        elif piece.kind == "G" and at >= 0:
            case.hidden = set(range(at, piece.start))
        elif piece.kind == "T":
            case.hidden = set(range(start, piece.start))
        else:
            case.hidden = set(range(deep_start, piece.start))
            if (
                piece.kind == "N"
                and case.lemma in {"be", "become"}
                and with_list(tokens, first.end, deep_start)
            ):
                case.hidden = set(range(preposition_before(tokens, first.end, deep_start) + 1, piece.start))
            elif piece.kind == "N" and first.kind not in "N":
                shared = preposition_before(tokens, first.end, deep_start)
                if shared >= 0 and shares(tokens, first.end, first.kind, case.lemma):
                    case.hidden = set(range(shared + 1, piece.start))
            if (
                group.passive
                and group.lemma != "be"
                and piece.kind in "AENP"
                and tokens[group.head].tag == "E"
            ):
                case.lemma, case.passive = "be", False
            if piece.kind == "E" and case.lemma == "be":
                head = next(i for i in range(piece.start, piece.end) if tokens[i].tag == "E")
                if not self.framer.senses("adjectives", tokens[head].low):
                    case.lemma, case.at, case.start, case.passive, case.past = (
                        tokens[head].lemma,
                        head,
                        head + 1,
                        True,
                        True,
                    )
                    case.hidden = set()

    def trailing(self, pieces: list[Piece], group: VerbGroup, end: int) -> list[tuple[int, int, str]]:
        """Times at the end of a list of nouns, which hold for the whole list."""
        if len(pieces) < 2 or any(p.kind in "VGT" and p.kind for p in pieces):
            return []
        return time_phrases(self.tokens, self.clauses.phrases, pieces[-1].start, end, group.end)

    def own_condition(self, case: Case) -> tuple[int, int] | None:
        """*never cries except at airports; miserable without him; nervous before exams*."""
        tokens = self.tokens
        for i in range(case.start, case.end):
            if i in case.hidden or tokens[i].tag not in "ik":
                continue
            phrase = self.clauses.by_start.get(i + 1)
            if tokens[i].low in {"except", "unless", "except for"}:
                case.scope.cut.update(range(i, case.end))
                return (i, case.end)
            if tokens[i].low in {"without"} and phrase is not None and self.people.of(tokens, phrase).people:
                return (i, phrase.end)
            if (
                tokens[i].low in {"before", "during", "after"}
                and tokens[i].tag == "i"
                and phrase is not None
                and case.lemma in verbs.COPULAS
                and i > case.start
            ):
                return (i, phrase.end)
        return None

    def caused(
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
    ) -> list[Claim] | None:  # noqa: PLR0913
        """*makes Ruby nervous, leaves her baffled, made her laugh*."""
        tokens = self.tokens
        if group.lemma not in verbs.MAKING or group.passive:
            return None
        i = start
        while i < end and tokens[i].tag in "R":
            i += 1
        target = self.clauses.by_start.get(i)
        if target is None:
            return None
        person = self.people.of(tokens, target)
        if not person.people or person.people[0] == who or target.end >= end or person.people[0] == "other":
            return None
        j = target.end
        while j < end and tokens[j].tag in "Rx":
            j += 1
        if j >= end:
            return None
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

    def wanted(
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
        if group.negated or group.lemma == "forbid":
            scope.denials.add(group.start)
        before = self.current
        claims = self.wish(group, Subject(person.people), target.end, end, scope, skip, when, span)
        self.current = before
        return claims

    def settle(
        self, drafts: list[Draft], case: Case, span: tuple[int, int], when: tuple[int, int] | None
    ) -> list[Claim]:
        claims = self.settler.claims(drafts, case, span, when)
        self.why += [d.why for d in drafts if d.who or case.who][: len(claims)]
        return claims


__all__ = ["NounPhrase", "SentenceReader", "SentenceReading"]
