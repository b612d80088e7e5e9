"""Stage 7, last: where each predicate ends, and the conditions that govern it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader.chunks import NounPhrase, is_time, noun_phrases

if TYPE_CHECKING:
    from game.reader.predicates import Predicate
    from game.reader.tokens import Token


class Closing:
    """A sentence whose predicates are being found, and how far each of them reaches."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.phrases = noun_phrases(tokens)
        self.by_end = {p.end: p for p in self.phrases}
        self.by_start = {p.start: p for p in self.phrases}
        self.inside = {i: p for p in self.phrases for i in range(p.start, p.end)}
        self.predicates: list[Predicate] = []

    def _close(self) -> None:
        """Set ends, and hand conditions to the clauses they govern."""
        preds = self.predicates
        n = len(self.tokens)
        if (
            preds
            and all(p.role == "relative" for p in preds)
            and preds[0].word == ""
            and preds[0].subject is not None
        ):
            first = preds[
                0
            ]  # *between the first and the last station Ruby lost her hat*: no relative without a main
            first.role, first.antecedent, first.matrix = "main", None, -1
            first.lead = (0, first.subject.start) if first.subject is not None else (0, 0)
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
        """Where the list goes on that a relative clause stands in (*a laugh that empties a pew, a voice ...*)."""  # noqa: E501
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
            # *hums while she works* is a condition; *while the kettle boils, she knocks* only a time
            another = predicate.subject is not None and self.tokens[predicate.subject.head].tag == "n"
            return predicate.word == "while" and (another or predicate is not self.predicates[-1])
        if predicate.word in {"before", "after", "by the time", "while", "once", "as soon as", "even before"}:
            return True
        after = self.tokens[predicate.group.end] if predicate.group.end < len(self.tokens) else None
        return (
            predicate.word == "when"
            and predicate.group.lemma == "be"
            and after is not None
            and (after.tag == "c" or after.low in {"young", "little", "small", "a"})
        )

    def _broken_into(self, predicate: Predicate, main: Predicate | None) -> bool:
        """*She was shelling peas when the roof fell, had been a widow for a day when she bought it*: it happened."""  # noqa: E501
        return (
            predicate.role == "condition"
            and predicate.word == "when"
            and predicate.group.past
            and not predicate.group.negated
            and (not predicate.begin or self.tokens[predicate.begin - 1].tag not in ",j")
            and predicate.group.lemma != "be"
            and predicate.subject is not None
            and main is not None
            and main.group.past
            and main.begin < predicate.begin
            and (main.group.progressive or main.group.perfect)
            and not any(t.low in {"always", "never", "ever", "every", "often"} for t in self.tokens)
        )

    def _conditions(self) -> None:  # noqa: PLR0912
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
            if self._broken_into(predicate, last_main):
                predicate.role = "main"
                continue
            if predicate.role in {"condition"} and self._narrated(predicate):
                other = predicate.subject is not None and self.tokens[predicate.subject.head].tag in "nN"
                if predicate.word == "while" and (
                    other or (predicate.group.past and predicate.subject is not None)
                ):
                    predicate.role = "main"
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
                elif predicate.word in {"before", "after"}:
                    continue
                elif last_main.when is None or last_main.when == fronted:
                    last_main.when = span
                    self._share(last_main, predicate, span)
                elif i and preds[i - 1].role == "condition":
                    self._gap(last_main, preds[i - 1], predicate)
            elif predicate.role in {"main", "cause"}:
                turns = predicate.word in {"for", "but", "yet"} or self._parted(predicate)
                if fronted and last_main is not None and turns:
                    fronted = None
                if fronted:
                    predicate.when = fronted
                last_main = predicate

    def _parted(self, predicate: Predicate) -> bool:
        """Whether a comma and a subject of its own part the clause from the condition in front."""
        at = predicate.begin
        return (
            predicate.subject is not None
            and self.tokens[at].tag == "j"
            and at > 0
            and self.tokens[at - 1].tag == ","
        )

    def _gap(self, main: Predicate, first: Predicate, second: Predicate) -> None:
        """*She speaks French when she is angry and Spanish when she is tired; ... but not when it rains*."""
        if main.when is None or first.end != second.begin:
            return
        cut = next(
            (
                k
                for k in range(second.begin - 1, first.group.end - 1, -1)
                if self.tokens[k].tag == "j" or (self.tokens[k].tag == "," and k > first.group.end)
            ),
            -1,
        )
        if cut < 0 or second.begin - cut > 8:
            return
        main.when = (main.when[0], cut)
        first.end = cut
        start = cut + 1
        if self.tokens[start].tag == "j":
            start += 1
        main.gaps.append((start, second.begin, (second.begin, second.end)))

    def _share(self, main: Predicate, condition: Predicate, span: tuple[int, int]) -> None:
        """*Ruby sings and dances whenever it rains*: both."""
        preds = self.predicates
        at = preds.index(main)
        if not main.coordinated or not at or condition.word in {"until", "till", "before", "after"}:
            return
        first = preds[at - 1]
        joined = main.begin == first.end and self.tokens[main.begin].low in {"and", "or"}
        short = main.begin - first.group.end <= 2 and condition.begin - main.group.end <= 2
        alike = first.role == "main" and first.when is None and not (first.group.past or main.group.past)
        if joined and short and alike and first.group.modal == main.group.modal and not first.nested:
            first.when = span

    def _adverbial(self, comma: int, reach: int) -> int:
        """Where the times and places before a comma begin (*and each night, from habit, she*), or the comma."""  # noqa: E501
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

    def _outer(self, phrase: NounPhrase, reach: int) -> NounPhrase:
        """*the man* for *bodega* in *the man at the bodega*."""
        tokens = self.tokens
        while (
            phrase.start - 1 > reach
            and tokens[phrase.start - 1].tag == "i"
            and tokens[phrase.start - 1].low not in {"as", "than"}
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
