"""Turns of phrase that are more than a clause: clefts, named ties, what everything said is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader import verbs
from game.reader.claims import Claim
from game.reader.drafts import Draft
from game.reader.scope import Scope
from game.reader.values import typed, value_of

if TYPE_CHECKING:
    from game.reader.predicates import Predicate
    from game.reader.reference import Subject

from game.reader.shapes import Shapes

_PERHAPS: Final = frozenset({"might", "may", "could", "should", "would"})


class Turns(Shapes):
    """Reads clefts and the like."""

    def give_and(self, predicates: list[Predicate]) -> None:
        """*Give Ruby a window and she is content*: the order is a condition."""
        if len(predicates) > 1 and predicates[0].group.form == "V" and predicates[0].subject is None:
            after = predicates[1]
            if (
                predicates[0].group.lemma not in {"let", "make", "have", "be"}
                and not any(
                    self.tokens[i].tag == "n" for i in range(predicates[0].begin, predicates[0].group.start)
                )
                and not predicates[0].group.negated
                and all(t.tag in "R!,j" for t in self.tokens[: predicates[0].group.start])
                and not after.group.past
                and after.role == "main"
                and after.subject is not None
                and after.word == "and"
            ):
                after.when = (0, after.begin)
                predicates[0].role = "condition"

    def liked(self, n: int, predicate: Predicate, start: int, end: int) -> tuple[int, int] | None:
        """What is liked where that is a clause: *hates when I snore, loves it when I cook*."""
        tokens = self.tokens
        only_it = start + 1 == end and tokens[start].low == "it"
        if predicate.when and predicate.when[0] >= end and (start >= end or only_it):
            return predicate.when
        after = self.predicates[n + 1] if n + 1 < len(self.predicates) else None
        if after is None or after.subject is None:
            return None
        at = predicate.group.end
        if after.role == "comparison" and after.begin == at and tokens[at + 1].low == "way":
            return (at, after.end)
        if after.role == "complement" and after.begin == at and tokens[at].low in {"that", "how", "when"}:
            return (at, after.end)
        return None

    def liked_clause(
        self, predicate: Predicate, who: str, scope: Scope, span: tuple[int, int], liked: tuple[int, int]
    ) -> list[Claim]:
        """*She hates when people chew loudly*."""
        a, b = liked
        while b > a and self.tokens[b - 1].tag in ".,":
            b -= 1
        opens = 2 if self.tokens[a].low == "the" else 1
        words = list(range(a + opens, b))
        case = self.case(predicate.group, who, a, b, scope)
        holds = predicate.group.lemma not in verbs.DISLIKING
        draft = Draft(
            "taste",
            value_of(self.tokens, words),
            holds,
            lemma=predicate.group.lemma,
            tail=list(range(a - 1 if self.tokens[a - 1].low == "it" else a, b)),
            noun=list(range(a - 1 if self.tokens[a - 1].low == "it" else a, b)),
            why="likes when",
        )
        return self.settle([draft], case, span, None)

    def everything_said(
        self, n: int, predicate: Predicate, start: int, end: int, span: tuple[int, int]
    ) -> list[Claim]:
        """*Everything Ruby says is a lie; everything she says rhymes*."""
        before = self.predicates[n - 1] if n else None
        if (
            before is None
            or before.role != "relative"
            or before.group.lemma not in {"say", "tell"}
            or before.subject is None
            or predicate.coordinated
        ):
            return []
        who = self.people.of(self.tokens, before.subject).people
        lemmas = {self.tokens[i].lemma for i in range(start, end)} | {predicate.group.lemma}
        value = next(
            (
                v
                for k, v in {
                    "lie": "lies",
                    "true": "truthful",
                    "truth": "truthful",
                    "question": "questions",
                    "rhyme": "rhymes",
                }.items()
                if k in lemmas
            ),
            "",
        )
        if not who or not value:
            return []
        case = self.case(predicate.group, who[0], start, end, Scope(degree="absolute"))
        return self.settle(
            [Draft("speech", value, lemma="tell", tail_text=value, why="everything said")],
            case,
            span,
            predicate.when,
        )

    def named_tie(  # noqa: PLR0913, PLR0917
        self,
        predicate: Predicate,
        subject: Subject,
        start: int,
        end: int,
        scope: Scope,
        span: tuple[int, int],
    ) -> list[Claim] | None:
        """*Ruby's best friend is a parrot; her colleague is a man called Otis*."""
        tokens = self.tokens
        if not subject.owner or predicate.subject is None or predicate.group.lemma != "be":
            return None
        tie = self.framer.lists.get("ties", {}).get(tokens[predicate.subject.head].lemma)
        phrase = self.clauses.by_start.get(start)
        if tie is None or phrase is None:
            return None
        head = tokens[phrase.head]
        called = any(tokens[i].low in {"called", "named"} for i in range(phrase.end, end))
        if (
            tie == "family"
            and head.tag != "n"
            and not called
            and not any(tokens[i].text[:1].isupper() for i in range(phrase.start, phrase.end))
        ):
            return None
        if head.tag not in "nNP" or (self.people.is_person(head.lemma) and not called and head.tag != "n"):
            return None
        if self.framer.lists.get("agents", {}).get(head.lemma) or self.framer.senses("nouns", head.lemma):
            return None
        owner = subject.owner.split("+")[0]
        case = self.case(predicate.group, owner, start, end, scope)
        target = head.who or value_of(tokens, range(start, end))
        draft = Draft(
            "tie",
            tie,
            object=target,
            lemma="be",
            noun=list(range(start, end)),
            why="whose friend",
        )
        if not head.who:
            named = typed(self.raw, tokens, range(start, end))[0]
            draft.prefix, draft.tail_text = "friends with", named
            if tie != "friend":
                draft.lemma, draft.prefix, draft.tail_text = "have", named, f"for a {tie}"
        return self.settle([draft], case, span, None)

    def ellipsis(self, predicate: Predicate, subject: Subject) -> list[Claim]:
        """*Ruby does. Neither does Harry. She can't.*"""
        tokens = self.tokens
        gists = self.state.gists
        now = [p for p in self.predicates if p.group.end <= predicate.begin]
        if now and tuple(self.gists[-1:]):
            gists = tuple(self.gists[-1:])
        if not gists or not subject.people or predicate.end - predicate.group.end > 3:
            return []
        denied = predicate.group.negated or any(
            tokens[i].low in {"neither", "nor", "never"} or tokens[i].tag == "x"
            for i in range(predicate.begin, predicate.end)
        )
        out: list[Claim] = []
        span = (tokens[predicate.begin].start, tokens[max(predicate.begin, predicate.end - 1)].end)
        for aspect, value, _holds, _degree, target in gists[-1:]:
            if aspect == "say" and predicate.group.form == "b":
                continue
            if predicate.group.form == "m" and tokens[predicate.group.start].low in _PERHAPS:
                continue
            # *she wanted to call, but didn't*
            wanted = aspect == "want" and now and predicate.group.form == "u" and predicate.coordinated
            modal = predicate.group.form == "m"
            refused = modal and aspect == "skill" and tokens[predicate.group.start].lemma in {"will", "would"}
            if modal and aspect in {"mind", "say"}:
                continue
            if (
                modal
                and denied
                and value == "leaves"
                and tokens[predicate.group.start].low in {"can", "could"}
            ):
                out.append(
                    Claim(subject.people[0], "will", "bound", span=span, text=self.raw[span[0] : span[1]])
                )
                continue
            never = any(tokens[i].low == "never" for i in range(predicate.begin, predicate.end))
            out.append(
                Claim(
                    subject.people[0],
                    "act" if wanted or refused else aspect,
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
