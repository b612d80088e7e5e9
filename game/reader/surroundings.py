"""Stage 5: what the tagger looks for before and after a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.ambiguity import Context
from game.reader.lookup import strip
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tokens import Token

NOUN: Final = frozenset("NP")
_BARE = words("let make have help watch see hear feel")
_LEAVING = words("leave make find keep get have render")

_MODIFIERS = words("very so too really quite rather extremely pretty always never")


_SETTING = words(
    "sail fire foot out off up eyes aside down forth about to the her his my eye light store free"
)
"""What follows *set* where it is a verb: *had set sail*."""


class Surroundings(Context):
    """Questions about a word's neighbours."""

    def _before_to(self, i: int) -> str:
        j = i - 1
        while j >= 0 and self.tokens[j].tag != "t":
            j -= 1
        j -= 1
        while j >= 0 and self.tokens[j].tag in "Ri":
            j -= 1
        return self.tokens[j].lemma if j >= 0 else ""

    def _relative_closed(self, i: int) -> bool:
        """Whether the comma before i ends a relative clause whose main verb is to come (*Ruby, who ..., laughs*)."""  # noqa: E501
        j = i - 1
        while j > 0 and self.tokens[j].tag in "Rx":
            j -= 1
        for k in range(j - 1, 1, -1):
            if self.tokens[k].tag == ",":
                return False
            if self.tokens[k].low in {"who", "which"} and self.tokens[k - 1].tag == ",":
                return self.tokens[k - 2].tag in "nNPp" and not any(
                    t.tag in "ZDbhum" for t in self.tokens[: k - 1]
                )
        return False

    def _parenthesis(self, i: int) -> bool:
        """Whether a parenthesis begins at i, before any verb (*her hands, chapped from work, shook*)."""
        if i < 2 or self.tokens[i - 1].tag != "," or self.tokens[i - 2].tag not in "NPn":
            return False
        if any(t.tag in "ZDVbhum" for t in self.tokens[:i]):
            return False
        for j in range(i + 1, len(self.tokens) - 1):
            if self.tokens[j].tags[0] == ",":
                after = self.tokens[j + 1].tags
                if after[0] == "R" and j + 2 < len(self.tokens):
                    after = self.tokens[j + 2].tags
                return bool(set(after) & set("ZDbhum"))
        return False

    def _verbs_go_on(self, i: int) -> bool:
        """Whether another verb is listed after i (*wakes at five, swims, and writes*)."""
        for j in range(i + 1, min(i + 8, len(self.tokens) - 1)):
            low, tags = self.tokens[j].low, self.tokens[j + 1].tags
            if low in {"and", "or"} and self.tokens[j - 1].tags[0] == ",":
                return "Z" in tags
            if self.tokens[j].tags[0] in "pk.W":
                return False
        return False

    def _numbered(self, i: int) -> bool:
        """Whether a number that follows its noun stands before i (*the man in bed nine asked*)."""
        return (
            i > 1
            and self.tokens[i - 1].tag == "c"
            and self.tokens[i - 2].tag == "N"
            and bool(set(self.tokens[i].tags) & set("ZD"))
            and not set(self.tokens[i].tags) & NOUN
        )

    def _having(self, i: int) -> bool:
        """Whether i is a participle after *having* (*having buried two and outlived a third*)."""
        for j in range(i - 1, -1, -1):
            if self.tokens[j].low == "having":
                return j == i - 1 or self.tokens[i - 1].tag in "jRx"
            if self.tokens[j].tag in ",.kWpZDbum":
                return False
        return False

    def _caused(self, i: int) -> bool:
        """Whether the person before i is made, let or seen to do something."""
        j = i - 1
        while j >= 0 and self.tokens[j].tag in "Rxon'":
            j -= 1
        return (
            j >= 0
            and self.tokens[j].tag in "VZDh"
            and self.tokens[j].lemma in _BARE
            and (self.tokens[j].tag != "h" or j == 0)
        )

    def _left(self, i: int) -> bool:
        """Whether the person before i is left, made or found to be something."""
        j = i - 1
        while j >= 0 and self.tokens[j].tag in "no":
            j -= 1
        return j >= 0 and self.tokens[j].tag in "VZD" and self.tokens[j].lemma in _LEAVING and i - j <= 3

    def _after_verb(self, i: int) -> bool:
        """Whether *nothing* before i is the object of a verb (*drinks nothing carbonated*)."""
        verb = self.tokens[i - 2] if i > 1 and self.tokens[i - 1].tag == "q" else None
        return (
            verb is not None
            and verb.tag in "ZDVG"
            and verb.lemma
            not in {"say", "know", "think", "see", "believe", "hope", "find", "swear", "insist", "feel"}
        )

    def _joined_names(self, i: int) -> bool:
        return any(t.tag == "j" and t.low in {"and", "&"} for t in self.tokens[max(0, i - 4) : i])

    def _base_before(self, j: int) -> bool:
        """Whether the clause up to j has a bare verb (*can whistle and drive*)."""
        while j >= 0:
            if self.tokens[j].tag == "V":
                return True
            if self.tokens[j].tag in "ZDk.":
                return False
            j -= 1
        return False

    @staticmethod
    def _first(tags: str, order: str) -> str:
        return next((t for t in order if t in tags), tags[0] if tags else "N")

    def _in_noun_phrase(self, i: int, tags: str, noun: str) -> str:  # noqa: PLR0911
        have = set(tags)
        ahead = self._noun_ahead(i)
        if "R" in have and not noun and ahead and "A" not in have:
            return "R"
        if ahead:
            if "A" in have:
                return "A"
            if "E" in have and not noun:
                return "E"
            if "G" in have:
                return "G"
        if noun:
            return noun
        if i and self.tokens[i - 1].tag in "ds" and not have & set("AGERD"):
            return "P" if "Z" in have else "N"
        return self._first(tags, "AGERDZV")

    def _after_be(self, i: int, have: set[str], noun: str, nxt: str) -> str:
        if "G" in have and not ("A" in have and nxt[0] in ".,j"):
            return "G"
        if self.tokens[i].tags.startswith("DE") and self.tokens[i].low.endswith("ed"):
            return "E"
        if "A" in have:
            return "A"
        if "E" in have and not (noun and nxt[0] not in "ijt.,Rk"):
            return "E"
        if "R" in have and self._noun_ahead(i) is False and not noun:
            return "R"
        return noun or self._first("".join(sorted(have)), "AGERNPVDZ")

    def _after_have(self, i: int, have: set[str], noun: str, nxt: str) -> str:
        if "E" in have:
            after = self._next_low(i)
            if (self.tokens[i].low == "run" and after.isalpha()) or (
                self.tokens[i].low == "set" and after in _SETTING
            ):
                return "E"
            if (
                i
                and self.tokens[i - 1].tag == "R"
                and self.tokens[i - 1].low not in _MODIFIERS - {"always", "never"}
            ):
                return "E"
            if not have & set("NPA"):
                return "E"
            if self._noun_ahead(i) and "A" in have:
                return "A"
            if (
                nxt[0] in "sdoftinRHp.,jk"
                and not self._noun_ahead(i)
                and not (noun and nxt[0] in ".,jik" and "D" not in have)
            ):
                return "E"
        if "A" in have and (self._noun_ahead(i) or not noun):
            return "A"
        return noun or self._first("".join(sorted(have)), "EARGV")

    def _finite(self, i: int, have: set[str], prev: str, before: Token | None) -> str:  # noqa: PLR0911, PLR0912
        plural = before is not None and (before.low in {"i", "you", "we", "they"} or prev == "P")
        if prev == "n" and self._joined_names(i):
            plural = True
        if prev == "q" and "E" in have and self._after_verb(i):
            return "E"
        order = "VDZ" if plural else "ZDV"
        if prev == "W":
            order = "ZDV"
        if (
            prev in {"n", "p"}
            and "P" in have
            and "Z" not in have
            and "V" in self._words.tags(strip(self.tokens[i].low, "P"))
        ):
            return "Z"
        if prev in {"n", "p"} and self._next(i)[0] in "dsHof" and not self.verb_seen and have & set("PN"):
            if "P" in have:
                return "Z"
            if prev == "p" and plural:
                return "V"
        if self._next(i)[0] == "f" and have & set("PN"):
            return "Z"
        joined = any(t.tag == "j" for t in self.tokens[max(0, i - 5) : i])
        for tag in order:
            if tag in have:
                if tag == "Z" and "P" in have and prev in "NP" and joined and self._next(i)[0] in ".,j":
                    return ""
                if tag == "V" and not plural and ("N" in have or "A" in have) and prev in "NP":
                    return ""
                if tag == "V" and not plural and prev in "nq" and "A" in have:
                    return ""
                return tag
        return ""
