"""Stage 9: from a verb with its complement to drafts of claims."""

from __future__ import annotations

from dataclasses import replace

from game.reader import verbs
from game.reader.bearing import carried
from game.reader.copula import adjective, copular
from game.reader.drafts import Case, Draft
from game.reader.feelings import accompanying
from game.reader.lexical import lexical
from game.reader.reducing import Reducing
from game.reader.wordsets import words

_MAKING_ROLES = words("make crown elect appoint name declare proclaim vote")
_THOUGHT = words("think believe suppose presume consider assume report rumour rumor feel")
_BOUND_ALONE = words("leave go escape stop")


class Framer(Reducing):
    """Turns one verb with one complement into drafts of claims."""

    def frame(self, case: Case, depth: int = 0) -> list[Draft]:
        """The drafts of a case: a pattern, else an inner verb, else its copula or lexical verb."""
        drafts = self._frame(case, depth)
        for draft in drafts:
            if draft.scope is None:
                draft.scope, draft.case = case.scope, case
        return drafts

    def _frame(self, case: Case, depth: int) -> list[Draft]:  # noqa: PLR0911, PLR0912
        if not case.wish and (case.scope.hedged or case.modal in {"might", "should", "ought"}):
            return []
        if case.lemma in verbs.HEDGING and case.words() and not case.part:
            return []
        if depth == 0 and case.who and not case.part:
            borne = carried(self, case, plain=True)
            if borne:
                return [*self._frame(case, depth), *borne]
        match = self.pattern(case)
        if match is not None and (
            case.modal != "may" or case.wish or "may" in match.pattern["elements"][0][1]
        ):
            return self.from_pattern(case, match)
        if depth < 5:
            inner = self.reduce(case, depth)
            if inner is not None:
                return inner
        if case.modal in {"might", "may", "should", "ought"} and not case.wish:
            return []
        if case.scope.hedged:
            return []
        if case.modal == "must" and depth == 0 and case.lemma != "be":
            drafts = self.frame(replace(case, modal="", scope=case.scope.copy()), depth + 1)
            bound = Draft(
                "will", "bound", lemma=case.lemma, tail=case.words(), modal="must", flips=False, why="must"
            )
            return [
                bound,
                *[
                    d
                    for d in drafts
                    if d.value != "bound" and not (d.aspect == "act" and d.value in _BOUND_ALONE)
                ],
            ]
        if case.part or (case.passive and case.lemma != "be"):
            felt = accompanying(self, case, passive=case.passive) or self._made_so(case)
            if felt:
                return felt
        made = case.phrase() if case.passive and case.lemma in _MAKING_ROLES else None
        if made is not None and case.tokens[made.head].tag in "NP" and not case.part:
            moved = replace(case, lemma="be", passive=False, scope=case.scope.copy())
            return self.frame(moved, depth + 1) if depth < 5 else []
        if (
            case.passive
            and case.lemma in _THOUGHT
            and case.start < case.end
            and case.tokens[case.start].tag in "AER"
        ):
            return []  # *was thought dead*
        if (case.passive or (case.progressive and not case.words())) and case.at >= 0 and not case.part:
            word = case.tokens[case.at].low
            if self.senses("adjectives", word) and not (case.passive and self.agent(case)):
                found = adjective(self, case, case.at)
                if found:
                    return found
        first = case.first()
        if (
            case.lemma == "get"
            and not case.part
            and first < case.end
            and case.tokens[first].tag == "E"
            and not self.senses("adjectives", case.tokens[first].low)
        ):
            moved = case.inner(case.tokens[first].lemma, first, first + 1, passive=True, past=True)
            return self.frame(moved, depth + 1)
        if case.lemma == "wish" and not case.words() and not case.skip:
            return []
        if case.lemma in verbs.COPULAS:
            copula = copular(self, case)
            if copula and case.modal == "could" and case.scope.holds and not case.wish:
                copula = [d for d in copula if d.aspect not in {"mood", "body", "being", "place"}]
            if copula is not None:
                return copula
        if case.lemma == "be":
            return []
        return lexical(self, case)

    def _made_so(self, case: Case) -> list[Draft]:
        """*was angered, was saddened by the news*: by the verbs that make somebody feel something."""
        if case.part or not case.who or self.senses("adjectives", case.tokens[case.at].low):
            return []
        if self.to_verb(case) >= 0:
            return []
        return [
            Draft(a, v, h, d, lemma="be", tail=[case.at], why=f"made so: {case.lemma}")
            for a, v, h, d in self.senses("causes", case.lemma)[:1]
        ]
