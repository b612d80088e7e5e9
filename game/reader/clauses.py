"""Stage 7: predicates, each with its subject, what introduces it and how far it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader.chunks import NounPhrase, VerbGroup, bare_be, is_time, noun_phrases, verb_group
from game.reader.predicates import ANTECEDENT, CAUSES, CERTAIN, CLAUSAL, CONDITIONS, INVERTING, Predicate
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tokens import Token
_THINKING = words("think believe suspect know imagine suppose say claim pretend feel realise realize guess")


_TELLING = words("tell warn inform assure remind promise convince persuade")
_ARRIVING = words("come go walk stand sit lie hang run ride march stride sweep float drift fly step stroll")


class Clauses:
    """Finds the predicates of one sentence."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.phrases = noun_phrases(tokens)
        self.by_end = {p.end: p for p in self.phrases}
        self.by_start = {p.start: p for p in self.phrases}
        self.inside = {i: p for p in self.phrases for i in range(p.start, p.end)}
        self.predicates: list[Predicate] = []

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
        while resume < len(tokens) and tokens[resume].tag in "R":
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

    def _subject(self, group: VerbGroup, reach: int) -> tuple[NounPhrase | None, int, tuple[int, int] | None]:
        """The subject, where it starts, and a parenthesis after it."""
        tokens = self.tokens
        j = group.start - 1
        aside: tuple[int, int] | None = None
        while j >= reach and (
            tokens[j].tag in "Rx!"
            or (
                tokens[j].tag == ","
                and j > reach
                and tokens[j - 1].tag == "R"
                and tokens[j + 1].low == tokens[j - 1].low
            )
        ):
            j -= 1
        opened = self._opened()
        if (
            opened is not None
            and opened.antecedent is not None
            and j >= reach
            and tokens[j].tag == ","
            and tokens[opened.antecedent.end].tag == ","
        ):
            return None, j + 1, None
        held = self._held_pronoun(j, reach)
        if held is not None:
            return held, held.start, (held.end + 1, j)
        if j >= reach and tokens[j].tag == "," and (not self.predicates or self._main_open()):
            close = j
            k = j - 1
            pair = {"—": "—", "–": "–", ")": "("}.get(tokens[close].low, "")
            while k >= reach and not (
                tokens[k].tag == ","
                and (not pair or tokens[k].low == pair)
                and k in self.by_end
                and tokens[self.by_end[k].head].tag in "npNP"
            ):
                k -= 1
            first = self.by_start.get(reach) or self.by_start.get(reach + 1)
            if (
                k > reach
                and first is not None
                and tokens[first.head].tag in "np"
                and first.end < k
                and tokens[first.end].tag == ","
                and not any(t.tag in "jk" for t in tokens[first.end : k])
            ):
                return first, first.start, (first.end + 1, close)
            if k >= reach:
                phrase = self._outer(self.by_end[k], reach)
                return phrase, phrase.start, (k + 1, close)
            if j in self.by_end and tokens[self.by_end[j].head].tag in "n" and group.form != "V":
                phrase = self.by_end[j]
                return phrase, phrase.start, None
        found = self.by_end.get(j + 1) if j >= reach else None
        if found is not None and found.start >= reach:
            if (
                found.start > 1
                and tokens[found.start - 1].low == "of"
                and tokens[found.start - 2].low
                in {"one", "both", "each", "all", "some", "most", "none", "two", "neither"}
                and found.owner >= 0
            ):
                return found, found.start - 2, aside
            outer = self._outer(found, reach)
            before = (
                self.by_end.get(outer.start - 1)
                if outer.start > 1 and tokens[outer.start - 1].low in {"but", "except"}
                else None
            )
            if before is not None and tokens[before.head].tag == "q":
                return before, before.start, None
            if outer.start > 1 and tokens[outer.start - 1].low in {"as", "than", "like"}:
                return outer, outer.start, aside
            governed = (
                outer.start > 0 and tokens[outer.start - 1].tag in "it" and tokens[outer.head].tag not in "p"
            )
            if not governed and not (
                is_time(tokens, outer) and tokens[outer.head].tag in "NP" and tokens[outer.start].tag in "d"
            ):
                return outer, outer.start, aside
        if j >= reach and tokens[j].tag == "R" and tokens[j].low == "there":
            return None, j, aside
        return None, j + 1, aside

    def _held_pronoun(self, comma: int, reach: int) -> NounPhrase | None:
        """*and I, to keep up the tradition, have ...*: the pronoun before a parenthesis."""
        tokens = self.tokens
        if not self.predicates or comma < reach or tokens[comma].tag != ",":
            return None
        for k in range(comma - 1, reach, -1):
            if tokens[k].tag == "," and tokens[k - 1].tag == "p" and k - 1 in self.by_start:
                return self.by_start[k - 1] if k > 1 and tokens[k - 2].tag in "jk,." else None
            if tokens[k].tag in "ZDbhumk":
                return None
        return None

    def _outer(self, phrase: NounPhrase, reach: int) -> NounPhrase:
        """*the man* for *bodega* in *the man at the bodega*."""
        tokens = self.tokens
        while (
            phrase.start - 1 > reach
            and tokens[phrase.start - 1].tag == "i"
            and tokens[phrase.head].tag != "p"
        ):
            before = self.by_end.get(phrase.start - 1)
            if before is None or before.start < reach or is_time(tokens, before):
                break
            phrase = NounPhrase(before.start, before.end, before.head, before.owner)
        j = phrase.start - 1
        if j > reach and tokens[j].tag == "j" and tokens[j].low in {"and", "or", "nor"} and j in self.by_end:
            before = self.by_end[j]
            mixed = tokens[phrase.head].tag == "p" and tokens[before.head].tag not in "npo"
            if (
                before.start >= reach
                and not mixed
                and not (
                    before.start > 0
                    and tokens[before.start - 1].tag in "itVZDGEbhumRx"
                    and tokens[before.start - 1].low not in {"neither", "both", "either", "nor"}
                )
            ):
                return NounPhrase(before.start, phrase.end, phrase.head, -2)
        return phrase

    def _main_open(self) -> bool:
        """Whether a relative clause stands open whose main verb is still to come."""
        return self._opened() is not None

    def _late_subject(self, group: VerbGroup) -> NounPhrase | None:
        """*Down the stairs came Ruby; here comes Gertrude*: the subject after its verb."""
        tokens = self.tokens
        late = self.by_start.get(group.end)
        if (
            late is None
            or self.predicates
            or group.form not in "ZD"
            or group.lemma not in _ARRIVING
            or tokens[late.head].tag not in "np"
            or not group.start
            or not (tokens[0].tag in "iR" or tokens[0].low in {"and", "here", "there"})
        ):
            return None
        return late

    def _opened(self) -> Predicate | None:
        for predicate in reversed(self.predicates):
            if predicate.role == "relative" and predicate.matrix < 0:
                return predicate
            if predicate.role == "main":
                return None
        return None

    def _add(self, group: VerbGroup, reach: int) -> None:
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
        if matrix >= 0 and self.predicates[matrix].group.end <= antecedent.start:
            predicate.matrix = matrix
        self.predicates.append(predicate)

    def _link(self, predicate: Predicate, start: int, reach: int) -> None:  # noqa: PLR0912
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
                    predicate.matrix = len(self.predicates) - 1
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

    def _adverbial(self, comma: int, reach: int) -> int:
        """Where the times and places before a comma begin (*and each night, from habit, she*), or the comma."""
        tokens = self.tokens
        j = comma
        while j > reach and tokens[j].tag == ",":
            k = j - 1
            while k >= reach and tokens[k].tag in "R!" and tokens[k].tag:
                k -= 1
            phrase = self.by_end.get(k + 1)
            if phrase is not None and phrase.start > reach:
                if tokens[phrase.start - 1].tag == "i" and k == phrase.end - 1:
                    k = phrase.start - 2
                elif is_time(tokens, phrase) and tokens[phrase.start].tag in "dc":
                    k = phrase.start - 1
                else:
                    break
            elif k == j - 1:
                break
            while k >= reach and tokens[k].tag in "R" and tokens[k].tag:
                k -= 1
            if k < reach or tokens[k].tag not in ",j":
                break
            j = k
        return j if tokens[j].tag == "j" else comma

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
        while begin > 0 and tokens[begin - 1].low in {
            "only",
            "even",
            "especially",
            "particularly",
            "just",
            "except",
            "mostly",
        }:
            begin -= 1
        predicate.begin, predicate.word = begin, word
        predicate.lead = (at + 1, start)
        last = self.predicates[-1] if self.predicates else None
        if (
            word in {"if", "when"}
            and last is not None
            and last.group.lemma
            in {"wonder", "ask", "know", "doubt", "see", "remember", "tell", "question", "decide", "care"}
            and all(t.tag in "Rox" for t in tokens[last.group.end : at])
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

    def _juxtaposed(self, predicate: Predicate, start: int) -> None:
        """A clause that follows another with nothing between: a complement, a contact relative or a run-on."""  # noqa: E501
        last = self.predicates[-1]
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
                determiner in {"a", "an"} and closes and last.group.lemma != "be"
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

    def _close(self) -> None:
        """Set ends, and hand conditions to the clauses they govern."""
        preds = self.predicates
        n = len(self.tokens)
        for i, predicate in enumerate(preds):
            predicate.end = n
            for later in preds[i + 1 :]:
                if (
                    later.role in {"complement", "relative"}
                    and predicate.role != later.role
                    and later.begin >= predicate.group.end
                ):
                    predicate.nested.append((later.begin, self._list_resumes(later, n)))
                    continue
                if later.begin >= predicate.group.end:
                    predicate.end = later.begin
                    break
                if (
                    later.begin < predicate.begin
                    or (predicate.role == "relative" and later.subject is predicate.antecedent)
                ) and later.group.start >= predicate.group.end:
                    stop = later.group.start
                    while stop > predicate.group.end and self.tokens[stop - 1].tag in "Rx!":
                        stop -= 1
                    if self.tokens[stop - 1].tag == ",":
                        stop -= 1
                    predicate.end = max(stop, predicate.group.end)
                    break
            if predicate.role == "relative":
                predicate.end = next(
                    (k for k in range(predicate.group.end, predicate.end) if self.tokens[k].low == ":"),
                    predicate.end,
                )
            predicate.nested = [(a, min(b, predicate.end)) for a, b in predicate.nested]
        self._conditions()

    def _list_resumes(self, relative: Predicate, end: int) -> int:
        """Where the list goes on that a relative clause stands in (*a laugh that empties a pew, a voice ...*)."""
        tokens = self.tokens
        if relative.role != "relative" or tokens[relative.begin - 1].tag == ",":
            return end
        for k in range(relative.group.end, end - 2):
            if (
                tokens[k].tag == ","
                and tokens[k + 1].tag in "ds"
                and tokens[k + 1].low in {"a", "an", "the", "no", "her"}
            ):
                return k
            if tokens[k].tag in ",j":
                return end
        return end

    def _narrated(self, predicate: Predicate) -> bool:
        """Whether it only says when something once happened (*after the lights dimmed, when she was six*)."""
        if not predicate.group.past:
            return predicate.word == "while"
        if predicate.word in {"before", "after", "by the time", "while", "once", "as soon as", "even before"}:
            return True
        after = self.tokens[predicate.group.end] if predicate.group.end < len(self.tokens) else None
        return (
            predicate.word == "when"
            and predicate.group.lemma == "be"
            and after is not None
            and (after.tag == "c" or after.low in {"young", "little", "small", "a"})
        )

    def _conditions(self) -> None:
        preds = self.predicates
        fronted: tuple[int, int] | None = None
        last_main: Predicate | None = None
        for i, predicate in enumerate(preds):
            if (
                predicate.inverted
                and self.tokens[predicate.group.start].low in {"should", "were", "had"}
                and predicate.group.start == predicate.begin
                and i + 1 < len(preds)
                and preds[i + 1].role == "main"
                and self.tokens[preds[i + 1].begin - 1].tag == ","
            ):
                predicate.role = "condition"
            if predicate.role in {"condition"} and self._narrated(predicate):
                continue
            if predicate.role in {"condition"}:
                if predicate.coordinated and i and preds[i - 1].role == "condition" and fronted:
                    fronted = (fronted[0], predicate.end)
                    continue
                before = self.tokens[predicate.begin - 1].tag if predicate.begin else ""
                if (
                    last_main is not None
                    and predicate.word == "when"
                    and predicate.group.past
                    and last_main.group.lemma == "be"
                    and last_main.group.past
                    and last_main.group.end in self.by_start
                ):
                    continue
                if predicate.begin and self.tokens[predicate.begin - 1].low in {"yet", "so", "but"}:
                    before = "j"
                if before == "," and self._adverbial(predicate.begin - 1, 0) < predicate.begin - 1:
                    before = "j"
                span = (predicate.begin, predicate.end)
                main_follows = any(p.role == "main" and not p.coordinated for p in preds[i + 1 :])
                if predicate.word in {"before", "after"} and predicate.group.past:
                    continue
                if last_main is None or (before == "j" and main_follows):
                    fronted = span
                elif predicate.word in {"before", "after"} and last_main.group.past:
                    continue
                elif last_main.when is None or last_main.when == fronted:
                    last_main.when = span
            elif predicate.role in {"main", "cause"}:
                if fronted and last_main is not None and predicate.word in {"for", "but", "yet"}:
                    fronted = None
                if fronted:
                    predicate.when = fronted
                last_main = predicate
