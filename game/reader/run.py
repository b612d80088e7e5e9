"""One sentence being read: what its stages share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from game.reader.clauses import Clauses
from game.reader.drafts import Case, Draft
from game.reader.reference import Discourse, Gist, People, Subject
from game.reader.settling import Settler

if TYPE_CHECKING:
    from game.reader.chunks import VerbGroup
    from game.reader.claims import Claim
    from game.reader.framing import Framer
    from game.reader.predicates import Predicate
    from game.reader.scope import Scope
    from game.reader.tokens import Token


class Run(ABC):
    """A sentence's tokens, clauses and discourse, and the claims made so far."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        framer: Framer,
        people: People,
        tokens: list[Token],
        raw: str,
        question: bool,
        state: Discourse,
        after: Discourse,
    ) -> None:
        self.tokens, self.raw, self.question = tokens, raw, question
        self.framer, self.people = framer, people
        self.state, self.after = state, after
        self.clauses = Clauses(tokens)
        self.predicates: list[Predicate] = []
        self.settler = Settler(tokens, raw)
        self.read_at: set[int] = set()
        self.current: Subject = Subject(state.subject)
        self.why: list[str] = []
        self.gists: list[Gist] = []
        self.said = False
        self.apposed: dict[int, str] = {}
        """Where a noun phrase that says who somebody is begins, and who that is."""
        self.used = -1
        self.far = 0

    @abstractmethod
    def complement(  # noqa: PLR0913, PLR0917
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
    ) -> list[Claim]:
        """The claims of one verb and everything after it."""

    @abstractmethod
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
        """What somebody is to be, do or have."""

    def unread(self) -> list[tuple[int, int]]:
        """Words that no claim used."""
        spans: list[tuple[int, int]] = []
        for i, token in sorted(enumerate(self.tokens), key=lambda pair: pair[1].start):
            if i in self.read_at or token.tag in ".,!?j":
                continue
            if spans and i and token.start - spans[-1][1] <= 1:
                spans[-1] = (spans[-1][0], token.end)
            else:
                spans.append((token.start, token.end))
        return spans

    def case(self, group: VerbGroup, who: str, start: int, end: int, scope: Scope) -> Case:
        """The case of a verb group with everything from start to end."""
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

    def settle(
        self, drafts: list[Draft], case: Case, span: tuple[int, int], when: tuple[int, int] | None
    ) -> list[Claim]:
        """The drafts as claims, and why they were made."""
        claims = self.settler.claims(drafts, case, span, when)
        self.why += [d.why for d in drafts if d.who or case.who][: len(claims)]
        return claims
