"""Stage 5, first half: what stands around a word, and the small words that hang on it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final

from game.reader.lookup import WordSource, strip
from game.reader.vocabulary import FEMALE, LEMMAS
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tokens import Token

NOUN: Final = frozenset("NP")

NOMINAL: Final = frozenset("NPAGEc")

FINITE: Final = frozenset("ZDbhum")

_CAUSING = words(
    "let make have help watch see hear keep get want need like find leave drive feel force allow "
    "ask tell order"
)

_BARE = words("let make have help watch see hear feel")

_UNCHANGED = words("opera media data agenda news always glasses gallows series species")

_BACK = words("turn hurt arch break straighten stretch scratch rub strain")

_OWN_STATE = words("keep blow lose get hold spin play find")

_MODIFIERS = words("very so too really quite rather extremely pretty always never")


class Context(ABC):
    """A sentence being tagged, left to right."""

    def __init__(self, words: WordSource) -> None:
        self._words = words

    def tag(self, tokens: list[Token]) -> None:
        """Set `tag` and `lemma` of every token."""
        self.tokens = tokens
        self.verb_seen = False
        for i, token in enumerate(tokens):
            token.tag = self._choose(i, token)
            if token.tag in FINITE or (token.tag == "V" and self._prev(i) in {"p", "y", "n", ""}):
                self.verb_seen = True
            elif (
                token.tag in {"k", "."}
                or (token.tag == "p")
                or (token.tag == "j" and i + 1 < len(tokens) and tokens[i + 1].tags[0] in "Hsdn")
            ):
                self.verb_seen = False
            token.lemma = self._lemma(token)

    def _lemma(self, token: Token) -> str:
        if token.low in {"'s", "'d"} and token.tag in "bhm":
            return {"b": "be", "h": "have", "m": "would"}[token.tag]
        if token.low in LEMMAS and token.tag in "bhumxdqk":
            return LEMMAS[token.low]
        if token.tag in "PZDEG" or token.tag in "AR":
            return (
                self._words.lemma(token.low, token.tag)
                if token.tag not in "PZDEG"
                else self._inflected(token)
            )
        return token.low

    def _inflected(self, token: Token) -> str:
        if token.low in _UNCHANGED:
            return token.low
        lemma = self._words.lemma(token.low, token.tag)
        if lemma == token.low and token.tag == "E":
            lemma = self._words.lemma(token.low, "D")
        if lemma != token.low or token.low in {
            "cut",
            "put",
            "set",
            "hit",
            "let",
            "read",
            "quit",
            "shut",
            "run",
            "come",
        }:
            return lemma
        if self._words.tags(token.low) and not (token.tag == "Z" and token.low.endswith("s")):
            return lemma
        return strip(token.low, token.tag)

    def _prev(self, i: int) -> str:
        """The tag before i, adverbs and *not* skipped."""
        j = i - 1
        while j >= 0 and self.tokens[j].tag in "Rx!" and self.tokens[j].tag:
            j -= 1
        return self.tokens[j].tag if j >= 0 else ""

    def _prev_token(self, i: int) -> Token | None:
        j = i - 1
        while j >= 0 and self.tokens[j].tag in "Rx!":
            j -= 1
        return self.tokens[j] if j >= 0 else None

    def _next(self, i: int) -> str:
        return self.tokens[i + 1].tags if i + 1 < len(self.tokens) else "."

    def _next_low(self, i: int) -> str:
        return self.tokens[i + 1].low if i + 1 < len(self.tokens) else ""

    def _noun_ahead(self, i: int) -> bool:
        """Whether the words after i come to a noun before anything that would end a noun phrase."""
        for j in range(i + 1, min(i + 6, len(self.tokens))):
            tags = self.tokens[j].tags
            if tags in {"x", "d"} or tags[0] in "ndsjkib.,QWTotpyqf":
                return False
            if "N" in tags or "P" in tags:
                return not (
                    "A" in tags
                    and not self._noun_ahead(j)
                    and self.tokens[j].low not in {"good", "secret"}
                    and tags[0] != "N"
                )
            if not set(tags) & set("AGERc"):
                return False
        return False

    def _particle(self, i: int, token: Token) -> str:
        if token.low in {
            "back",
            "out",
            "up",
            "down",
            "off",
            "over",
            "away",
            "inside",
            "outside",
            "around",
            "about",
            "in",
            "on",
            "by",
            "across",
            "along",
            "through",
            "past",
            "below",
            "above",
            "besides",
            "within",
            "behind",
        }:
            nxt = self._next(i)[0]
            if (
                i
                and self.tokens[i - 1].tag in "VZDEG"
                and self.tokens[i - 1].tag
                and set(self._next(i)) & set("AEG")
                and self.tokens[i - 1].lemma in {"wake", "end", "get", "grow", "turn", "come", "stand", "sit"}
                and token.low in {"up", "out", "off", "over", "down"}
            ):
                return "R"
            if (
                nxt in ".,jk"
                or (
                    nxt in "it"
                    and token.low
                    not in {"in", "on", "by", "about", "around", "past", "along", "through", "across"}
                )
                or (nxt in "R" and token.low in {"back", "out", "up", "away"})
            ):
                return "R"
        return "i"

    def _like(self, i: int, token: Token) -> str:
        if token.low == "like":
            if (
                set(self._next(i)) & set("p")
                and i + 2 < len(self.tokens)
                and set(self.tokens[i + 2].tags) & set("ubhmZDV")
                and self._prev(i) not in {"p", "n", "u", "m", "t"}
            ):
                return "k"
            if self._prev(i) == "b" and self._next(i)[0] in "AR":
                return "R"
            prev = self._prev(i)
            if (
                prev in {"p", "n", "u", "m", "t", "y", "q"}
                and self._next(i)[0] not in "."
                and not self.verb_seen
            ):
                return "V"
            if prev in {"u", "m", "t"} or (prev in {"p"}):
                return "V"
            return "i"
        return self._particle(i, token)

    def _subordinator(self, i: int, token: Token) -> str:
        low = token.low
        if low == "as":
            nxt = self._next(i)
            return "k" if set(nxt) & set("py") or nxt[0] == "n" else "i"
        if low == "once" and self._prev(i) in {"h", "b", "m"}:
            return "R"
        if low in {"since", "before", "after", "until", "till", "once", "not until"}:
            for j in range(i + 1, min(i + 9, len(self.tokens))):
                tags = self.tokens[j].tags
                if tags[0] in ".,jk":
                    break
                if (
                    tags[0] in "py"
                    or tags[0] in "bhum"
                    or (
                        tags[0] in "nq"
                        and j == i + 1
                        and j + 1 < len(self.tokens)
                        and set(self.tokens[j + 1].tags) & set("ZDVbhumR")
                    )
                ):
                    return "k"
                if (
                    j > i + 1
                    and ("Z" in tags or tags[0] == "D" or tags in {"DE", "ED"})
                    and self.tokens[j - 1].tags[0] in ("NP" if j > i + 2 else "NPn")
                ):
                    return "k"
            return (
                "R"
                if low in {"once"} or (i + 1 < len(self.tokens) and self.tokens[i + 1].tags[0] in ".,j")
                else "i"
            )
        return "k"

    def _that(self, i: int) -> str:
        prev = self._prev(i)
        nxt = self._next(i)
        if (
            prev in {"V", "Z", "D", "E", "G", "A", "o", "n", "R", "b"}
            and set(nxt) & set("pynqdsHTN'")
            and nxt[0] not in "b"
        ):
            return "k"
        if any(
            t.low in {"so", "such", "so much", "so often"} for t in self.tokens[max(0, i - 6) : i]
        ) and set(nxt) & set("pynqdsHTN"):
            return "k"
        if prev in {"N", "P", "q"}:
            return "W"
        if (
            i > 1
            and self.tokens[i - 1].low == "out"
            and self.tokens[i - 2].tag in "VZDE"
            and nxt[0] in "pndsH"
        ):
            return "k"  # *finds out that she*
        if set(nxt) & set("NAG") and nxt[0] not in "Rb":
            return "d"
        return "y"

    def _her(self, i: int) -> str:  # noqa: PLR0911
        """*her* as an object (o) or as a possessive (s)."""
        before = self._prev_token(i)
        nxt, low = self._next(i), self._next_low(i)
        lemma = before.lemma if before is not None else ""
        have = set(nxt)
        own = self._female_subject(i)
        causing = lemma in _CAUSING
        if low == "own" or (low == "back" and lemma in _BACK):
            return "s"
        third = self.tokens[i + 2] if i + 2 < len(self.tokens) else None
        if (
            low == "back"
            and third is not None
            and (set(third.tags) & set("ZDbh"))
            and (i == 0 or self.tokens[i - 1].tag in ",j.k")
        ):
            return "s"  # *her back ached*
        if lemma in {"hold", "keep", "take"} and low in {"captive", "prisoner", "hostage"}:
            return "o"
        if lemma in {"give", "grant"} and not own and (have & NOUN or self._noun_ahead(i)):
            return "o"
        if not have & set("NPAGEc") or nxt[0] in "di":
            return "s" if nxt[0] == "R" and self._noun_ahead(i + 1) and low in _MODIFIERS else "o"
        after = self.tokens[i + 2].tags if i + 2 < len(self.tokens) else "."
        if (
            lemma in _BARE
            and "V" in have
            and not ("A" in have and self._noun_ahead(i + 1))
            and (
                not own
                and not (lemma == "have" and "N" in have)
                and (lemma in {"let", "make", "help"} or after[0] in "dsioftnR")
            )
        ):
            return "o" if not ("N" in have and after[0] in "VZD") else "s"
        if "A" in have and not self._noun_ahead(i + 1):
            if own and lemma in _OWN_STATE:
                return "s"
            if causing and (not have & NOUN or nxt[0] == "A" or lemma in {"make", "drive"}):
                return "o"
            if not have & NOUN:
                return "s" if own and lemma not in _CAUSING else "o"
        if have & NOUN or self._noun_ahead(i) or "c" in have:
            return "s"
        return "o" if "G" not in have or causing else "s"

    def _female_subject(self, i: int) -> bool:
        """Whether a woman is the subject of the verb before i (*she makes her bed*)."""
        for token in reversed(self.tokens[:i]):
            if token.tag in {"k", "."}:
                return False
            if token.tag in {"p", "n"}:
                return token.low == "she" or (token.who in FEMALE)
        return False

    def _apostrophe(self, i: int, token: Token) -> str:  # noqa: PLR0911
        prev = self.tokens[i - 1] if i else None
        nxt = self._next(i)
        low = self._next_low(i)
        if token.low == "'d":
            return (
                "h"
                if ("E" in nxt and "V" not in nxt)
                or (low in {"been", "had", "always", "never", "once"} and self._participle_ahead(i))
                or low == "better"
                else "m"
            )
        has = low in {"got", "been", "had"} or (
            self._participle_ahead(i) and low in {"always", "never", "already", "just"}
        )
        if prev is None:
            return "?"
        if (
            prev.tag == "n"
            and i > 1
            and self.tokens[i - 2].tag in "ij"
            and "N" in nxt
            and any(t.tag in "bhZDV" for t in self.tokens[: i - 2])
        ):
            return "s"
        if prev.tag in "pyWkT" or prev.low in {
            "there",
            "here",
            "that",
            "who",
            "what",
            "let",
            "it",
            "he",
            "she",
        }:
            return "h" if has else "b"
        if low in {"got", "been"}:
            return "h"
        if nxt[0] in "dxRGiptojs,.kWTH" and not (nxt[0] == "R" and self._noun_ahead(i)):
            return "s" if nxt[0] in ",.j" or (nxt[0] == "i" and prev.tag in "NPn" and self.verb_seen) else "b"
        if self.verb_seen and prev.tag in "nNP" and set(nxt) & NOMINAL:
            return "s"
        if "A" in nxt or "E" in nxt:
            if self._noun_ahead(i + 1):
                return "s"
            return (
                "b" if nxt[0] == "A" or not set(nxt) & NOUN else ("s" if self._verb_follows(i + 1) else "b")
            )
        if set(nxt) & NOUN:
            return "s"
        return "b"

    def _verb_follows(self, i: int) -> bool:
        return i + 1 < len(self.tokens) and bool(set(self.tokens[i + 1].tags) & set("bhumZD"))

    def _participle_ahead(self, i: int) -> bool:
        for j in range(i + 1, min(i + 4, len(self.tokens))):
            tags = self.tokens[j].tags
            if "E" in tags or self.tokens[j].low in {"been", "had"}:
                return True
            if tags[0] not in "Rx":
                return False
        return False

    def _in_phrase(self, i: int) -> bool:
        """Whether i stands in a noun phrase that a determiner began and no noun has ended."""
        for j in range(i - 1, -1, -1):
            tag = self.tokens[j].tag
            if tag in "ds":
                return True
            if tag in {",", "j"}:
                return self._in_phrase(j) and self.tokens[j - 1].tag in "AE" if j else False
            if tag not in "AREGc":
                return False
        return False

    @abstractmethod
    def _choose(self, i: int, token: Token) -> str:
        """The tag of the word at i."""
