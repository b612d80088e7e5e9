"""Stage 7: which noun phrase is a verb's subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader.chunks import NounPhrase, VerbGroup, is_time
from game.reader.linking import Linking
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.predicates import Predicate

    pass

_ARRIVING = words("come go walk stand sit lie hang run ride march stride sweep float drift fly step stroll")


_OUTSIDE = words(
    "outside inside below above upstairs downstairs beyond behind around beneath underneath ahead"
)


class Subjects(Linking):
    """Finds the subject of a verb."""

    def _subject(self, group: VerbGroup, reach: int) -> tuple[NounPhrase | None, int, tuple[int, int] | None]:  # noqa: PLR0911, PLR0912
        """The subject, where it starts, and a parenthesis after it."""
        tokens = self.tokens
        j = group.start - 1
        aside: tuple[int, int] | None = None
        while j >= reach and (
            (tokens[j].tag in "Rx!" and tokens[j].low != "else")
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
        opening = self._opening_subject(j, reach)
        if opening is not None:
            return opening, opening.start, (opening.end + 1, j)
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
            k = outer.start - 1
            after = self.by_start.get(group.end)
            outside = (
                k >= reach
                and (after is None or tokens[after.head].tag not in "np")
                and tokens[k].low in _OUTSIDE
                and (k == 0 or tokens[k - 1].tag in ",j.")
                and outer.start == found.start
            )
            governed = (
                not outside
                and outer.start > 0
                and tokens[outer.start - 1].tag in "it"
                and tokens[outer.head].tag not in "p"
            )
            if not governed and not (
                is_time(tokens, outer) and tokens[outer.head].tag in "NP" and tokens[outer.start].tag in "d"
            ):
                return outer, outer.start, aside
        if j >= reach and tokens[j].tag == "R" and tokens[j].low == "there":
            return None, j, aside
        return None, j + 1, aside

    def _opening_subject(self, comma: int, reach: int) -> NounPhrase | None:
        """*..., where her grandmother, a widow, taught her*: the noun that a later clause opens with."""
        tokens = self.tokens
        if not self.predicates or comma < reach or tokens[comma].tag != "," or tokens[comma].low == ";":
            return None
        for k in range(comma - 1, reach, -1):
            phrase = self.by_end.get(k)
            if tokens[k].tag == "," and phrase is not None and tokens[phrase.head].tag in "nNP":
                first = phrase.start - 1
                if first < reach or first < 1:
                    return None
                opens = tokens[first].low == ";" or (
                    (tokens[first].tag in "j" or tokens[first].low in {"where", "while", "because", "though"})
                    and tokens[first - 1].tag == ","
                )
                inner = tokens[k + 1 : comma]
                listed = any(t.tag == "j" for t in inner) and tokens[first].tag == "j"
                return phrase if opens and inner and not listed and phrase.start in self.by_start else None
            if tokens[k].tag in "ZDbhumk" and tokens[k].tag and tokens[k].low not in {"being", "having"}:
                return None
        return None

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
