"""Stage 9: verbs that lead to another verb: begins to cry, cannot stop dancing, has to sing."""

from __future__ import annotations

from game.reader import verbs
from game.reader.drafts import Case, Draft
from game.reader.patterning import Patterning
from game.reader.values import value_of
from game.reader.wordsets import words

_WITNESSED = words("see hear observe find catch watch notice spot know discover")
_BOUND_ALONE = words("leave go escape stop")


class Reducing(Patterning):
    """Finds the verb that a clause is about."""

    def to_verb(self, case: Case) -> int:
        """Position of the verb of a to-infinitive that the complement begins with, or -1."""
        i = case.first()
        if i < case.end and case.tokens[i].tag == "t":
            i += 1
            while i < case.end and case.tokens[i].tag in "Rx":
                i += 1
            if i < case.end and case.tokens[i].tag in "Vbhu":
                return i
        return -1

    def ing_verb(self, case: Case) -> int:
        """Position of the -ing verb that the complement begins with, or -1."""
        i = case.first()
        if i < case.end and case.tokens[i].low in {"from", "on", "up"} and case.tokens[i].tag in "iR":
            i += 1
        return i if i < case.end and (case.tokens[i].tag == "G" or case.tokens[i].low == "being") else -1

    def inner(self, case: Case, at: int, **changes: object) -> Case:
        """The case of the verb at `at`, which the case's own verb leads to."""
        from game.reader.chunks import verb_group  # noqa: PLC0415

        group = verb_group(case.tokens, at)
        end = group.end if group else at + 1
        head = group.head if group else at
        case = case.inner(
            case.tokens[head].lemma, head, end, modal="", perfect=False, progressive=False, part="", **changes
        )
        case.passive = bool(group and group.passive)
        case.before = [i for i in range(at, head) if case.tokens[i].tag in "Rx"]
        return case

    def reduce(self, case: Case, depth: int) -> list[Draft] | None:  # noqa: PLR0911, PLR0912, PLR0915
        """The drafts of the inner verb of *begins to cry, cannot stop dancing, has to sing*; None for a plain verb."""  # noqa: E501
        lemma = case.lemma
        phrase = case.phrase()
        if (
            lemma in {"want", "need", "wish", "expect"}
            and phrase is not None
            and phrase.end + 1 < case.end
            and case.tokens[phrase.end].tag == "t"
        ):
            words = case.words(phrase.start)
            return [
                Draft(
                    "want",
                    value_of(case.tokens, words),
                    lemma=lemma,
                    tail=case.words(),
                    noun=words,
                    why="wants somebody to",
                )
            ]
        to, ing = self.to_verb(case), self.ing_verb(case)
        if to < 0 and ing < 0:
            return None
        first = case.tokens[case.first()] if case.first() < case.end else None
        if (
            lemma == "use"
            and to >= 0
            and case.at >= 0
            and case.tokens[case.at].low in {"used", "use"}
            and not case.passive
        ):
            inner = self.inner(case, to)
            inner.scope.time, inner.scope.timed = "before", True
            return self.frame(inner, depth + 1)
        if lemma in verbs.HEDGING and to >= 0:
            return []
        if to >= 0 and (
            lemma == "have"
            or (
                lemma in {"need", "get"}
                and case.at >= 0
                and case.tokens[case.at].low in {"need", "needs", "got", "needed"}
                and case.who != "calvin"
            )
            or (case.passive and lemma in verbs.FORCED)
        ):
            if not case.scope.holds:
                return [Draft("will", "bound", lemma=lemma, tail=case.words(), why="has to")]
            inner = self.inner(case, to)
            drafts = self.frame(inner, depth + 1)
            if any(d.aspect == "will" for d in drafts):
                return drafts
            return [
                Draft("will", "bound", lemma=lemma, tail=case.words(), why="has to"),
                *[d for d in drafts if d.value not in _BOUND_ALONE],
            ]
        if lemma in verbs.STOPPING and ing >= 0:
            inner = self.inner(case, ing)
            unable = case.modal in {"can", "could"} and not case.scope.holds
            if unable:
                inner.scope.denials = set()
                drafts = self.frame(inner, depth + 1)
                return [
                    Draft(
                        "will",
                        "bound",
                        lemma=lemma,
                        tail=case.words(),
                        modal=case.modal,
                        flips=False,
                        why="cannot stop",
                    ),
                    *drafts,
                ]
            if case.scope.denials:
                inner.scope.denials = set()
            else:
                inner.scope.denials = {case.at}
            return self.frame(inner, depth + 1)
        if lemma in {"help", "resist"} and ing >= 0 and not case.scope.holds:
            inner = self.inner(case, ing)
            inner.scope.denials = set()
            return [
                Draft("will", "bound", lemma=lemma, tail=case.words(), flips=False, why="cannot help"),
                *self.frame(inner, depth + 1),
            ]
        if lemma in {"learn", "know"} and to >= 0:
            return self._skill(case, to, depth)
        if case.passive and lemma in _WITNESSED and (to >= 0 or ing >= 0):
            return self.frame(self.inner(case, to if to >= 0 else ing), depth + 1)
        if lemma in verbs.REFUSING and to >= 0:
            inner = self.inner(case, to)
            if lemma == "forget":
                return [
                    Draft(
                        "mind",
                        "forgets",
                        object=self.object_of(case, case.start),
                        lemma=lemma,
                        tail=case.words(),
                        why="forgets to",
                    )
                ]
            if case.scope.denials:
                inner.scope.denials = set()
            else:
                inner.scope.denials = {case.at}
            return self.frame(inner, depth + 1)
        if lemma == "go" and to >= 0 and case.progressive:
            inner = self.inner(case, to)
            inner.scope.time, inner.scope.timed = "later", True
            return self.frame(inner, depth + 1)
        if lemma == "try" and to >= 0:
            return [self._whole("act", case, case.start, "try")]
        if lemma == "pretend" and to >= 0:
            return [self._whole("act", case, case.start, "pretend")]
        if lemma in {"promise", "swear", "offer", "threaten", "vow"} and to >= 0:
            return [self._whole("act", case, case.start, lemma)]
        if (
            (lemma in verbs.WANTING or (case.modal == "would" and lemma in {"like", "love"}))
            and to >= 0
            and lemma != "decide"
        ):
            return [self.want(case, to)]
        if lemma in {"dream", "think", "consider"} and first is not None and first.tag == "i":
            return None
        if (lemma in verbs.LIKING or lemma in verbs.DISLIKING) and (to >= 0 or ing >= 0):
            at = to if to >= 0 else ing
            value = value_of(case.tokens, case.words(at))
            return [
                Draft(
                    "taste",
                    value,
                    lemma not in verbs.DISLIKING,
                    lemma=lemma,
                    tail=case.words(),
                    noun=case.words(at),
                    why=f"likes: {lemma}",
                )
            ]
        if lemma in verbs.INNER_TO and to >= 0 and lemma != "be":
            return self.frame(self.inner(case, to), depth + 1)
        if lemma in verbs.INNER_ING and ing >= 0 and (first is None or first.tag != "i"):
            inner = self.inner(case, ing)
            if lemma == "keep" or (first is not None and first.low == "on"):
                inner.scope.weigh("plain")
            return self.frame(inner, depth + 1)
        if lemma == "be" and to >= 0 and case.wish:
            return self.frame(self.inner(case, to), depth + 1)
        if to >= 0 and case.passive and lemma in {"allow", "permit", "suppose", "mean", "tell"}:
            return []
        return None

    def want(self, case: Case, to: int) -> Draft:
        """What is wanted: a thing to do or be."""
        return Draft(
            "want",
            value_of(
                case.tokens,
                [
                    i
                    for i in range(to, case.end)
                    if i not in case.scope.cut or case.tokens[i].low in {"home", "away", "alone"}
                ],
            ),
            lemma=case.lemma,
            tail=case.words(),
            noun=case.words(to),
            why=f"wants to: {case.lemma}",
        )

    def _skill(self, case: Case, to: int, depth: int) -> list[Draft]:
        inner = self.inner(case, to)
        inner.modal = "can"
        inner.skip = set(case.skip) - set(range(to, case.end))
        drafts = self.frame(inner, depth + 1)
        for draft in drafts:
            draft.lemma, draft.tail = case.lemma, case.words()
        return drafts

    def _whole(self, aspect: str, case: Case, start: int, verb: str) -> Draft:
        rest = value_of(case.tokens, [i for i in range(start, case.end) if i not in case.scope.cut])
        return Draft(
            aspect, f"{verb} {rest}".strip(), lemma=case.lemma, tail=case.all_words(), why=f"{verb} to"
        )
