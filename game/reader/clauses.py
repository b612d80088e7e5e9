"""Stage 7: predicates, each with its subject, what introduces it and how far it reaches."""

from __future__ import annotations

from game.reader.chunks import NounPhrase, VerbGroup, bare_be, verb_group
from game.reader.predicates import INVERTING, Predicate
from game.reader.subjects import Subjects


class Clauses(Subjects):
    """Finds the predicates of one sentence."""

    def parse(self) -> list[Predicate]:
        """The sentence's predicates, left to right."""
        i, n = 0, len(self.tokens)
        reach = 0
        while i < n:
            group = None if i in self.inside else verb_group(self.tokens, i)
            if group is None:
                i += 1
                continue
            inverted = self._inversion(group, reach)
            if inverted:
                group, subject = inverted
                predicate = Predicate(group, subject, self._boundary(group.start, reach), inverted=True)
                self._link(predicate, predicate.begin, reach)
                self.predicates.append(predicate)
            elif (group.finite and self._is_finite(group, reach)) or (
                not self.predicates and bare_be(self.tokens, group)
            ):
                self._add(group, reach)
            else:
                i = group.end
                continue
            i = reach = group.end
        self._close()
        return self.predicates

    def _boundary(self, at: int, reach: int) -> int:
        j = at - 1
        while j >= reach and self.tokens[j].tag in "R!xW":
            j -= 1
        return j + 1

    def _inversion(self, group: VerbGroup, reach: int) -> tuple[VerbGroup, NounPhrase] | None:  # noqa: PLR0911, PLR0912
        """*Never has she lied; neither does Ruby; may she be happy; is Ruby happy*."""
        tokens = self.tokens
        first = tokens[group.start]
        if first.low == "having":
            return None
        if first.tag not in "bhum" or not (group.end == group.start + 1 or tokens[group.end - 1].tag == "x"):
            return None
        subject = self.by_start.get(group.end)
        if subject is None or tokens[subject.head].tag not in "pynNPq" or tokens[subject.head].tag == "":
            return None
        j = group.start - 1
        word = ""
        while j >= reach and tokens[j].tag in "R!x":
            word = tokens[j].low
            j -= 1
        before = tokens[j].tag if j >= 0 else ""
        if (before and before in "pn") or word in {"there", "here"}:
            return None
        if before == "W" and j > 1 and tokens[j].low in {"who", "which"} and tokens[j - 1].tag in ",nNP":
            return None
        fronted = word in INVERTING
        if before not in {"", "j", ",", "W", "Q", "k"} and not fronted:
            return None
        if first.tag in "b" and not fronted and before not in {"", "W", "j"}:
            return None
        if first.tag == "b" and not fronted and before == "j" and tokens[subject.head].tag not in "pn":
            return None  # *and is a nurse* asks nothing
        if (
            first.tag == "h"
            and first.low == "have"
            and j < 0
            and not fronted
            and tokens[subject.head].tag in "no"
        ):
            return None
        resume = subject.end
        while resume < len(tokens) and tokens[resume].tag in "R!":
            resume += 1
        rest = verb_group(tokens, resume) if resume < len(tokens) else None
        if first.tag == "h" and not fronted and (rest is None or rest.form not in "Eb"):
            return None  # *and has a red bicycle* asks nothing
        merged = VerbGroup(group.start, group.end, group.start, first.lemma, first.tag, negated=group.negated)
        merged.past = group.past
        if first.tag == "m":
            merged.modal = first.lemma
        if rest is not None and rest.form in {"m": "Vbhu", "u": "Vh", "h": "EbD", "b": "GE"}[first.tag]:
            merged.head, merged.lemma, merged.form, merged.end = rest.head, rest.lemma, rest.form, rest.end
            merged.perfect = first.tag == "h" or rest.perfect
            merged.passive, merged.progressive = (
                rest.passive or (first.tag == "b" and rest.form == "E"),
                rest.progressive,
            )
            merged.negated = merged.negated or rest.negated
            merged.adverbs = [*range(subject.end, resume), *rest.adverbs]
        else:
            merged.end = subject.end
        return merged, subject

    def _is_finite(self, group: VerbGroup, reach: int) -> bool:  # noqa: PLR0911
        tokens = self.tokens
        if tokens[group.start].tag != "V":
            return not (tokens[group.start].tag == "b" and group.start and tokens[group.start - 1].tag in "t")
        j = group.start - 1
        while j >= 0 and tokens[j].tag in "Rx!":
            j -= 1
        if j < 0 or tokens[j].tag in {".", "Q"}:
            return True
        if j < reach and self.predicates and j >= 0 and tokens[j].tag not in ",j":
            return False
        if tokens[j].tag == "t":
            return False
        if tokens[j].tag == "," and j >= 1 and tokens[j - 1].tag == "n" and not self.predicates:
            return True
        if tokens[j].tag in {"j", ","}:
            return not self.predicates
        if tokens[j].low in {"who", "which", "that"} and j and tokens[j - 1].tag == "P":
            return True  # *people who count stairs*
        phrase = self.by_end.get(j + 1)
        if phrase is None or tokens[phrase.head].tag == "o":
            return False
        k = phrase.start - 1
        while k >= 0 and tokens[k].tag in "Rx!":
            k -= 1
        caused = k >= 0 and tokens[k].tag in "VZDGEh" and tokens[k].lemma in {
            "let", "make", "have", "watch", "see", "hear", "help", "want", "feel",
        } and tokens[phrase.head].tag != "p"  # fmt: skip
        return not caused and (k < 0 or tokens[k].tag not in "it" or tokens[phrase.head].tag == "p")

    def _add(self, group: VerbGroup, reach: int) -> None:  # noqa: PLR0911
        tokens = self.tokens
        subject, start, aside = self._subject(group, reach)
        if (
            subject is None
            and start > 0
            and tokens[start - 1].tag in "WT"
            and tokens[start - 1].low in {"who", "which", "that"}
            and start - 1 >= reach
        ):
            antecedent = self._antecedent(start - 1)
            if antecedent is not None:
                self._add_relative(group, antecedent, start - 1)
                return
        late = self._late_subject(group) if subject is None else None
        if late is not None:
            group.end = late.end
            self.predicates.append(Predicate(group, late, 0, lead=(0, group.start)))
            return
        opened = self._opened() if subject is None else None
        if opened is not None and opened.antecedent is not None:
            subject = opened.antecedent
            if tokens[start - 1].tag == "j" and not (start > 1 and tokens[start - 2].tag == ","):
                predicate = Predicate(
                    group, subject, start - 1, role="relative", word=opened.word, antecedent=subject
                )
                predicate.coordinated, predicate.matrix = True, opened.matrix
                self.predicates.append(predicate)
                return
            if self.predicates[-1] is not opened and tokens[start - 1].tag != ",":
                opened = None
        if opened is not None and opened.antecedent is not None:
            first = self.by_start.get(0)
            if tokens[opened.antecedent.start].low == "whose":
                subject = self._antecedent(opened.antecedent.start) or subject
            elif (
                first is not None
                and first.end + 1 < opened.antecedent.start
                and tokens[first.end].tag == ","
                and tokens[first.end + 1].tag in "EGA"
                and tokens[first.head].tag in "np"
            ):
                subject = first
                predicate = Predicate(group, first, 0, aside=(first.end + 1, opened.antecedent.start))
                self.predicates.append(predicate)
                return
            a = opened.antecedent.start
            named = self.by_end.get(a - 1) if a > 1 and tokens[a - 1].tag == "," else None
            if named is not None and tokens[named.head].tag in "np":
                self.predicates.append(Predicate(group, named, named.start, aside=(a, opened.antecedent.end)))
                return
            predicate = Predicate(group, subject, opened.antecedent.start)
            predicate.begin = self._boundary(predicate.begin, 0)
            self.predicates.append(predicate)
            return
        if subject is not None and tokens[subject.start].low == "whose":
            antecedent = self._antecedent(subject.start)
            predicate = Predicate(group, subject, subject.start, role="relative", antecedent=antecedent)
            predicate.word = "whose"
            self.predicates.append(predicate)
            return
        predicate = Predicate(group, subject, start, aside=aside)
        if (
            subject is not None
            and start > 1
            and (
                tokens[start - 1].low in {"than", "like"}
                or (tokens[start - 1].low == "as" and tokens[start - 1].tag == "i")
            )
        ):
            predicate.begin, predicate.role = start - 1, "comparison"
            self.predicates.append(predicate)
            return
        self._link(predicate, start, reach)
        self.predicates.append(predicate)
