"""Stage 7: what joins a predicate to those before it."""

from __future__ import annotations  # noqa: I001

from typing import TYPE_CHECKING  # noqa: F401

from game.reader.chunks import NounPhrase, VerbGroup, is_time
from game.reader.closing import Closing
from game.reader.predicates import ANTECEDENT, CAUSES, CERTAIN, CLAUSAL, CONDITIONS, Predicate
from game.reader.verbs import SAYING
from game.reader.wordsets import words


_THINKING = words("think believe suspect know imagine suppose say claim pretend feel realise realize guess")
_FOCUS = frozenset(
    ["only", "even", "especially", "particularly", "just", "except", "mostly", "save", "apart from",
     "other than", "aside from"]
)  # fmt: skip
"""What may stand before *when* and belongs to the condition."""
_TELLING = words("tell warn inform assure remind promise convince persuade")


class Linking(Closing):
    """Tells complements, relatives, conditions and mains apart."""

    def _antecedent(self, at: int) -> NounPhrase | None:
        j = at
        if j > 0 and self.tokens[j - 1].tag == ",":
            j -= 1
        if j > 0 and self.tokens[j - 1].tag == "j":
            before = next((p for p in reversed(self.predicates) if p.role == "relative"), None)
            if before is not None and before.antecedent is not None:
                return before.antecedent
        phrase = self.by_end.get(j)
        if (
            phrase is not None
            and phrase.start > 1
            and self.tokens[phrase.start - 1].low in {"called", "named"}
        ):
            phrase = self.by_end.get(phrase.start - 1, phrase)
        return self._outer(phrase, 0) if phrase else None

    def _add_relative(self, group: VerbGroup, antecedent: NounPhrase, at: int) -> None:
        predicate = Predicate(
            group, antecedent, at, role="relative", word=self.tokens[at].low, antecedent=antecedent
        )
        matrix = len(self.predicates) - 1
        if (
            matrix >= 0
            and self.predicates[matrix].group.end <= antecedent.start
            and not self._opens_clause(antecedent)
        ):
            predicate.matrix = matrix
        self.predicates.append(predicate)

    def _link(self, predicate: Predicate, start: int, reach: int) -> None:  # noqa: PLR0911, PLR0912, PLR0915
        """What joins the clause to what went before; sets begin, role and lead."""
        tokens = self.tokens
        j = start - 1
        crossed = start
        while j >= reach:
            tag = tokens[j].tag
            if tag in "R!x" and tag:
                j -= 1
                crossed = j + 1
            elif tag == "k":
                self._subordinate(predicate, j, start)
                return
            elif tokens[j].low == "where" and j and tokens[j - 1].tag == ",":
                predicate.begin, predicate.word = j, "and"
                predicate.lead = (j + 1, start)
                return
            elif tag in {"W", "T"}:
                predicate.begin, predicate.role, predicate.word = j, "complement", tokens[j].low
                if (
                    tokens[j].low == "that"
                    and j > 0
                    and tokens[j - 1].tag == "j"
                    and self.predicates
                    and self.predicates[-1].role == "complement"
                ):
                    predicate.matrix = self.predicates[-1].matrix
                    if predicate.matrix < 0:
                        predicate.matrix = max(
                            (k for k, p in enumerate(self.predicates) if p.role == "main"), default=-1
                        )
                    return
                if (
                    tokens[j].low in {"that", "which", "who", "whom", "whose"}
                    and self._antecedent(j) is not None
                ):
                    predicate.role, predicate.antecedent = "relative", self._antecedent(j)
                    predicate.matrix = (
                        -1 if self._opens_clause(predicate.antecedent) else len(self.predicates) - 1
                    )
                return
            elif tag == "j":
                predicate.begin, predicate.word = j, tokens[j].low
                predicate.lead = (j + 1, start)
                predicate.coordinated = predicate.subject is None
                self._inherit_role(predicate, j)
                return
            elif tag in ",.Q?":
                further = self._adverbial(j, reach) if tag == "," and predicate.subject is not None else j
                if further < j:
                    j = further
                    predicate.word = tokens[j].low if tokens[j].tag == "j" else predicate.word
                predicate.begin = j + 1 if tokens[j].tag != "j" else j
                predicate.lead = (j + 1, start)
                predicate.coordinated = predicate.subject is None
                if not self.predicates:
                    predicate.begin, predicate.lead = 0, (0, start)
                else:
                    self._inherit_role(predicate, j)
                return
            else:
                phrase = self.by_end.get(j + 1)
                if (
                    phrase is not None
                    and phrase.start >= reach
                    and phrase.start > 0
                    and tokens[phrase.start - 1].tag == "i"
                ):
                    j = phrase.start - 2
                elif phrase is not None and is_time(tokens, phrase) and phrase.start >= reach:
                    j = phrase.start - 1
                else:
                    break
        owned = self.by_end.get(start)
        if owned is not None and tokens[owned.start].low == "whose":
            predicate.begin, predicate.role, predicate.antecedent = owned.start, "relative", owned
            return
        if not self.predicates:
            predicate.begin, predicate.lead = 0, (0, start)
            phrase = self.by_end.get(start)
            if (
                phrase is not None
                and tokens[phrase.start].low in ANTECEDENT
                and tokens[phrase.head].tag in "NPq"
                and not is_time(tokens, phrase)
                and not (phrase.start and tokens[phrase.start - 1].tag in "ik")
            ):
                predicate.role, predicate.antecedent = "relative", phrase
            return
        if j < reach:
            crossed = start
        predicate.begin = crossed if j >= reach else start
        self._juxtaposed(predicate, start)

    def _opens_clause(self, antecedent: NounPhrase | None) -> bool:
        """*..., and Ruby, who does not like wool, would ...*: whether a clause of its own begins with the noun."""  # noqa: E501
        tokens = self.tokens
        at = antecedent.start if antecedent is not None else 0
        if antecedent is None or at < 2 or tokens[antecedent.head].tag not in "np":
            return False
        return (
            tokens[at - 1].low in {"and", "but"}
            and tokens[at - 2].tag == ","
            and tokens[antecedent.end].tag == ","
        )

    def _inherit_role(self, predicate: Predicate, at: int) -> None:
        """A coordinated clause without a subject stays in the clause that it is coordinated with."""
        if not self.predicates or predicate.subject is not None:
            if (
                self.predicates
                and self.tokens[at].tag == "j"
                and not (at > 0 and self.tokens[at - 1].tag == ",")
            ):
                last = self.predicates[-1]
                if last.role == "condition" and not any(p.role == "main" for p in self.predicates):
                    predicate.role, predicate.word = ("main", predicate.word)
                elif (
                    last.role == "complement"
                    and predicate.word in {"and", "or", "nor"}
                    and last.subject is not None
                    and predicate.subject is not None
                    and self.tokens[predicate.subject.head].low == self.tokens[last.subject.head].low
                ):
                    predicate.role, predicate.matrix = "complement", last.matrix
            return
        last = self.predicates[-1]
        comma = self.tokens[at].tag == "," or (at > 0 and self.tokens[at - 1].tag == ",")
        main_before = any(p.role == "main" for p in self.predicates)
        matrix = self.predicates[last.matrix] if last.role == "complement" and last.matrix >= 0 else None
        if (
            matrix is not None
            and not comma
            and predicate.group.perfect
            and matrix.group.perfect
            and not last.group.perfect
        ):
            return
        if last.role == "complement" and not comma:
            predicate.role, predicate.matrix = "complement", last.matrix
        elif last.role == "relative" and last.matrix >= 0 and not comma and last.subject is last.antecedent:
            predicate.role, predicate.matrix, predicate.antecedent = "relative", last.matrix, last.antecedent
            predicate.subject = last.subject
        elif last.role in {"condition", "cause"} and not main_before:
            predicate.role, predicate.word = last.role, last.word
            predicate.coordinated = True

    def _subordinate(self, predicate: Predicate, at: int, start: int) -> None:
        tokens = self.tokens
        word = tokens[at].low
        begin = at
        while begin > 0 and (
            tokens[begin - 1].low in _FOCUS or (tokens[begin - 1].low == "for" and word.endswith("long as"))
        ):
            begin -= 1
        predicate.begin, predicate.word = begin, word
        predicate.lead = (at + 1, start)
        last = self.predicates[-1] if self.predicates else None
        reported = self._within_report(begin)
        if reported >= 0:
            predicate.role, predicate.matrix = "complement", reported
        elif (
            word in {"if", "when"}
            and last is not None
            and (
                (
                    last.group.lemma
                    in {
                        "wonder",
                        "ask",
                        "know",
                        "doubt",
                        "see",
                        "remember",
                        "tell",
                        "question",
                        "decide",
                        "care",
                    }
                    and all(t.tag in "Rox" for t in tokens[last.group.end : at])
                )
                or (
                    tokens[at - 1].low in {"wonder", "wondering", "ask", "asking"}
                    and tokens[at - 1].tag in "VG"
                )
            )
        ):
            predicate.role = "complement"
            predicate.matrix = len(self.predicates) - 1
        elif word in CONDITIONS:
            predicate.role = "condition"
        elif word in CAUSES:
            predicate.role = "cause"
        elif word in {
            "that",
            "however hard",
            "however much",
            "no matter how",
            "like",
            "as if",
            "as though",
            "than",
            "the way",
            "the more",
        }:
            predicate.role = "complement"
        else:
            predicate.role = "main"

    def _within_report(self, begin: int) -> int:
        """*told me that he had left because he was afraid*: the verb of saying, if the reason is what was told; or -1."""  # noqa: E501
        if not self.predicates or self.tokens[begin - 1].tag == ",":
            return -1
        k = len(self.predicates) - 1
        while k > 0 and self.predicates[k].role in {"relative", "complement"}:
            inner = self.predicates[k]
            outer = inner.matrix if inner.matrix >= 0 else k - 1
            if inner.role == "complement" and self.predicates[outer].group.lemma in SAYING:
                return outer
            k = outer if outer < k else k - 1
        return -1

    def _juxtaposed(self, predicate: Predicate, start: int) -> None:
        """A clause that follows another with nothing between: a complement, a contact relative or a run-on."""  # noqa: E501
        last = self.predicates[-1]
        reported = self._within_report(start)
        if reported >= 0 and start in self.by_end:
            predicate.role, predicate.matrix = "complement", reported
            return
        between = self.tokens[last.group.end : start]
        inner = self.tokens[start - 1] if start else None
        if (
            inner is not None
            and inner.tag in "VG"
            and inner.tag
            and start - 1 >= last.group.end
            and inner.lemma in _THINKING
            and last.role != "condition"
        ):
            predicate.role, predicate.matrix = "complement", len(self.predicates) - 1
            return
        mains = [t for t in between if t.tag not in "R!x"]
        if (
            last.group.lemma in CLAUSAL
            and last.role != "condition"
            and all(t.tag in "no'k" for t in mains)
            and not (
                mains
                and last.group.lemma in {"love", "hate", "like", "want", "see", "hear", "find", "be", "need"}
            )
        ):
            if (
                last.group.lemma in {"be", "love", "hate", "like", "want"}
                and not mains
                and last.group.lemma != "be"
            ):
                return
            predicate.role = "complement"
            predicate.matrix = len(self.predicates) - 1
            return
        if (
            last.group.lemma in {"be", "feel", "become"}
            and mains
            and self.tokens[start - 1].low in CERTAIN
            and all(t.tag in "AER" for t in mains)
        ):
            predicate.role, predicate.matrix = "complement", len(self.predicates) - 1
            return
        if (
            last.group.lemma in _TELLING
            and last.role != "condition"
            and mains
            and all(t.tag in "dsANPnoqc" for t in mains)
            and last.group.end in self.by_start
            and self.by_start[last.group.end].end >= start - len(between) + len(mains)
        ):
            predicate.role, predicate.matrix = "complement", len(self.predicates) - 1
            return
        phrase = self.by_end.get(start)
        if phrase is not None:
            determiner = self.tokens[phrase.start].low
            closes = all(t.tag in ".,!R" for t in self.tokens[predicate.group.end :])
            after = self.tokens[predicate.group.end].tag if predicate.group.end < len(self.tokens) else "."
            closes = closes or after in "it."
            likely = determiner in ANTECEDENT or (
                closes
                and (predicate.group.perfect or (determiner in {"a", "an"} and last.group.lemma != "be"))
            )
            if likely and self.tokens[phrase.head].tag in "NPqW" and last.role != "condition":  # noqa: SIM102
                if not (last.group.lemma == "be" and determiner in {"the", "no"}) or self.tokens[
                    phrase.head
                ].low in {"way", "day", "girl"}:
                    predicate.role, predicate.antecedent, predicate.matrix = (
                        "relative",
                        phrase,
                        len(self.predicates) - 1,
                    )
                    if self.tokens[phrase.head].low == "way" and last.group.lemma != "be":
                        predicate.role, predicate.begin = "comparison", phrase.start
