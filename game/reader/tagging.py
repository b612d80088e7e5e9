"""Stages 4 and 5: what each word can be, and which of these it is here.

Ordered context rules in the manner of constraint grammar: each word's ambiguity class, and what stands
around it, decide.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Protocol

from game.reader.adverbs import DEGREES, DENIALS, HEDGES, MANNERS, SKILLED, TIMES
from game.reader.tokens import Token
from game.reader.vocabulary import BE, CLOSED, FEMALE, INTERJECTIONS, LEMMAS, NAMES, PRONOUNS, TITLES

NOUN: Final = frozenset("NP")
NOMINAL: Final = frozenset("NPAGEc")
FINITE: Final = frozenset("ZDbhum")
_ADVERBS = DEGREES.keys() | TIMES.keys() | DENIALS | HEDGES | MANNERS | SKILLED
_NOT_ONLY_ADVERBS = frozenset(
    "only once too most hard dead loads such badly super fall pretty well back out up down off over around about "
    "inside outside home upstairs downstairs still then long like at away here there so much more less enough else "
    "stiff fair sublime light fun damn mighty bloody alone both either neither nor that rather besides".split()
)
_CAUSING = frozenset(
    "let make have help watch see hear keep get want need like find leave drive feel force allow ask tell order".split()
)
_BARE = frozenset("let make have help watch see hear feel".split())
_GOING = frozenset("go come walk drive move run return travel fly ride get head back send take sing".split())
_UNCHANGED = frozenset("opera media data agenda news always glasses gallows series species".split())
_CALLED = frozenset("called named known shaped titled made".split())
_TAKING_ING = frozenset(
    "stop start begin keep quit love hate like enjoy adore dislike finish avoid try practise".split()
)
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_LEAVING = frozenset("leave make find keep get have render".split())
_BACK = frozenset("turn hurt arch break straighten stretch scratch rub strain".split())
_OWN_STATE = frozenset("keep blow lose get hold spin play find".split())
_MODIFIERS = frozenset("very so too really quite rather extremely pretty always never".split())


class WordSource(Protocol):
    """Where open-class words are looked up."""

    def tags(self, form: str) -> str:
        """Everything the form can be."""
        ...

    def lemma(self, form: str, tag: str) -> str:
        """Its base form as `tag`."""
        ...


def guess(form: str) -> str:
    """What an unlisted word can be, by its ending."""
    if "-" in form:
        last = form.rsplit("-", 1)[1]
        if last in {"old", "year"}:
            return "A"
        if last.endswith("ing"):
            return "GA"
        if last.endswith(("ed", "like", "proof", "free", "wide", "eyed", "haired", "ish")) or form.startswith(
            ("part-", "full-", "half-", "well-", "ill-", "self-", "non-")
        ):
            return "A"
        if last in CLOSED and len(last) < 4:
            return "A"
        return "P" if last.endswith("s") and not last.endswith("ss") else "NA"
    for endings, tags in (
        (("ly",), "R"), (("ing",), "GN"), (("ed",), "DEA"), (("ness", "tion", "ment", "ist", "ity", "ism", "ship", "hood"), "N"),
        (("ous", "ful", "less", "ish", "able", "ible", "ical", "esque"), "A"), (("er", "or"), "N"), (("ic", "al", "ive"), "AN"),
        (("ss", "us", "is"), "N"), (("s",), "PZ"), (("y",), "AN"),
    ):  # fmt: skip
        if form.endswith(endings) and len(form) > 4:
            return tags
    return "N"


def look_up(token: Token, words: WordSource, story: Collection[str], first: bool) -> bool:
    """Give the token its ambiguity class; false if no list knows the word."""
    low = token.low
    if token.tags:
        return True
    if low[0].isdigit() or (
        "-" in low and low.split("-")[0] in _TENS and CLOSED.get(low.split("-")[-1]) == "c"
    ):
        token.tags = "c"
    elif low in NAMES:
        token.tags, token.who = "n", NAMES[low]
    elif low in CLOSED:
        token.tags = CLOSED[low]
        if low in {"need", "dare"}:
            token.tags += "V"
        if low in {
            "like",
            "past",
            "plus",
            "round",
            "will",
            "might",
            "may",
            "can",
            "down",
            "second",
            "hundred",
            "back",
        }:
            token.tags += words.tags(low)
    elif low in _ADVERBS and low not in _NOT_ONLY_ADVERBS:
        token.tags = "R"
    elif low in INTERJECTIONS:
        token.tags = "!" + words.tags(low)
    elif not any(c.isalpha() for c in low):
        token.tags = "." if low[0] in ".!?" else "," if low[0] in ",:()—;" else "&" if low == "&" else "?"
        if token.tags == "&":
            token.tags = "j"
    elif low in {"'s", "'d"}:
        token.tags = "'"
    else:
        token.tags = words.tags(low)
        if low in _ADVERBS:
            token.tags = "R" + token.tags.replace("R", "")
        known = bool(token.tags)
        if token.text[0].isupper() and not first and not token.text.isupper() and "N" not in token.tags:
            token.tags = "N" + ("" if not known else token.tags)
            known = True
        if not known:
            token.tags = guess(low)
            if any(
                _strip(low, t) in story or _strip(low, t) + "e" in story for t in token.tags if t in "PZDEG"
            ):
                return True
            return low in story or (
                "-" in low and all(words.tags(p) or p in CLOSED for p in low.split("-") if p)
            )
    if token.tags == "R" and low in _NOT_ONLY_ADVERBS and words.tags(low):
        token.tags = "R" + words.tags(low).replace("R", "")
    return True


class Tagger:
    """Chooses one tag a token, left to right."""

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
        return _strip(token.low, token.tag)

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
                    and "N" != tags[0]
                )
            if not set(tags) & set("AGERc"):
                return False
        return False

    def _choose(self, i: int, token: Token) -> str:
        tags = token.tags
        if token.low == "only" and not (i and self.tokens[i - 1].tag in "ds"):
            return "R"
        if len(tags) == 1 and tags not in "'HTkuiPZ":
            return tags
        if tags == "'":
            return self._apostrophe(i, token)
        if tags == "H":
            return self._her(i)
        if tags == "T":
            return self._that(i)
        if tags[0] == "m" and len(tags) > 1 and i and self.tokens[i - 1].tag in "dsA" and "N" in tags:
            return "N"
        if token.low in BE or tags[0] in "mhb":
            return tags[0]
        if tags == "u":
            nxt = self._next(i)
            after = self._prev(i)
            if token.low == "do" and after in {"m", "t", "u"}:
                return "V"
            if nxt[0] in ".,!" and after in {"p", "n", "R", "", "j", "y", "q", "N", "P"}:
                return "u"
            if nxt[0] == "R" and not any(
                "V" in t.tags or t.tags[0] in "hbpn" for t in self.tokens[i + 2 : i + 3]
            ):
                return {"do": "V", "does": "Z", "did": "D"}[token.low]
            if (
                set(nxt) & set("xVRpnhb")
                and not set(nxt) & set("d")
                or self._next_low(i) in {"she", "he", "i", "you"}
            ):
                return "u"
            return {"do": "V", "does": "Z", "did": "D"}[token.low]
        if tags == "k":
            return self._subordinator(i, token)
        if tags[0] == "i" and len(tags) > 1:
            return self._like(i, token)
        if (
            token.low in {"less", "more", "most"}
            and set(self._next(i)) & set("AR")
            and not set(self._next(i)) & NOUN
        ):
            return "R"
        if token.low == "far from" and not set(self._next(i)) & set("AV"):
            return "i"
        if (
            token.low == "a little"
            and set(self._next(i)) & NOUN
            and "A" not in self._next(i)
            and self.tokens[i + 1].text.islower()
        ):
            return "d"
        if token.low == "so" and (i == 0 or self.tokens[i - 1].tag == ",") and self._next(i)[0] in "pndsyHq":
            return "j"
        if (
            token.low in DEGREES
            and "A" in tags
            and "A" in self._next(i)
            and self._prev(i) in {"b", "R", "", "j", ","}
            and not (i and self.tokens[i - 1].tag in "ds")
        ):
            return "R"
        if token.low == "well" and i:
            return self._open(i, token, tags.replace("!", ""))
        if token.low == "please" and self._prev(i) not in {"p", "t", "m", "u", "y", "n"}:
            return "!"
        if tags[0] == "!" and len(tags) > 1 and i and self.tokens[i - 1].tag in "dsA":
            return self._open(i, token, tags[1:])
        if tags[0] == "!" and len(tags) > 1:
            return (
                "!"
                if self._next(i)[0] in ",.!" or (i == 0 and not self._next(i)[0] in "RNVAHo")
                else self._open(i, token, tags[1:])
            )
        if tags[0] == "c" and len(tags) > 1:
            return "c"
        if tags == "i":
            return self._particle(i, token)
        return self._open(i, token, tags)

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
                and not self._next(i)[0] in "."
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
                        and j + 1 < len(self.tokens)
                        and set(self.tokens[j + 1].tags) & set("ZDVbhumR")
                    )
                ):
                    return "k"
                if (
                    j > i + 1
                    and ("Z" in tags or tags[0] == "D" or tags in {"DE", "ED"})
                    and self.tokens[j - 1].tags[0] in "NPn"
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
        if lemma in {"hold", "keep", "take"} and low in {"captive", "prisoner", "hostage"}:
            return "o"
        if lemma in {"give", "grant"} and not own and (have & NOUN or self._noun_ahead(i)):
            return "o"
        if not have & set("NPAGEc") or nxt[0] in "di":
            return "s" if nxt[0] == "R" and self._noun_ahead(i + 1) and low in _MODIFIERS else "o"
        after = self.tokens[i + 2].tags if i + 2 < len(self.tokens) else "."
        if lemma in _BARE and "V" in have and not ("A" in have and self._noun_ahead(i + 1)):
            if (
                not own
                and not (lemma == "have" and "N" in have)
                and (lemma in {"let", "make", "help"} or after[0] in "dsioftnR")
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
            if token.tag == "p" or token.tag == "n":
                return token.low == "she" or (token.who in FEMALE)
        return False

    def _apostrophe(self, i: int, token: Token) -> str:
        prev = self.tokens[i - 1] if i else None
        nxt = self._next(i)
        low = self._next_low(i)
        if token.low == "'d":
            return (
                "h"
                if ("E" in nxt and "V" not in nxt)
                or low in {"been", "had", "always", "never", "once"}
                and self._participle_ahead(i)
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
                "b" if "A" == nxt[0] or not set(nxt) & NOUN else ("s" if self._verb_follows(i + 1) else "b")
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

    def _open(self, i: int, token: Token, tags: str) -> str:  # noqa: PLR0911, PLR0912
        have = set(tags)
        prev = self._prev(i)
        before = self._prev_token(i)
        near = self.tokens[i - 1].tag if i else ""
        nxt = self._next(i)
        noun = "P" if "P" in have else "N" if "N" in have else ""
        if (
            token.low in _CALLED
            and prev in {"N", "P"}
            and i > 2
            and any(t.tag in "bhZD" for t in self.tokens[:i])
        ):
            return "E"
        if (
            "G" in have
            and before is not None
            and before.lemma in _TAKING_ING
            and prev in {"V", "Z", "D", "E"}
            and not noun
        ):
            return "G"
        if prev in {"m", "u"} and "V" in have and not (prev == "u" and near == "d"):
            return "V"
        if prev == "t":
            going = self._before_to(i) in _GOING
            if "V" in have and not (noun and going and nxt[0] in ".,jik"):
                return "V"
        if prev == "n" and "V" in have and before is not None and self._caused(i):
            return "V"
        if prev == "o" and "V" in have and self._caused(i):
            return "V"
        if prev in {"o", "n"} and have & {"A", "E"} and near != "R" and self._left(i):
            return "A" if "A" in have else "E"
        if (
            near in "dsc"
            and near
            or (near in "AEG" and near and self._in_phrase(i))
            or (near == "R" and self._in_phrase(i))
        ):
            return self._in_noun_phrase(i, tags, noun)
        if prev == "b":
            return self._after_be(i, have, noun, nxt)
        if prev == "h":
            return self._after_have(i, have, noun, nxt)
        if (
            prev in {"p", "y", "q", "n", "W"}
            or (prev in {"N", "P", "w"} and not self.verb_seen)
            or (prev in "NPn" and near == "R")
        ):
            verb = self._finite(i, have, prev, before)
            if verb and not (prev in {"N", "P"} and self._verb_follows(i) and noun):
                return verb
        if token.low == "well" and near not in "dsA":
            return "R" if near != "b" else "A"
        if prev == "i":
            if "G" in have:
                return "G"
            if "A" in have and self._noun_ahead(i):
                return "A"
            return noun or self._first(tags, "AEGRV")
        if (
            prev == ","
            and i == 2
            and self.tokens[0].tag == "n"
            and "V" in have
            and (nxt[0] in "Gdsonptx.jHRi" or not noun)
        ):
            return "V"
        if prev in {"j", ","} and not self._in_phrase(i):
            return self._after_conjunction(i, have, noun, nxt, tags)
        if prev in {"", "!", "k", ".", "Q"}:
            if "V" in have and (nxt[0] in "nHodstfp" or (nxt[0] == "R" and not noun)) and prev != "k":
                return "V"
            if "A" in have and self._noun_ahead(i):
                return "A"
            if prev == "" and "D" in have and not noun:
                return "E" if "E" in have else "D"
            return noun or self._first(tags, "AGERVDZ")
        if prev in {"V", "Z", "D", "E", "G", "o", "f"}:
            if (
                "A" in have
                and before is not None
                and before.lemma
                in {"feel", "become", "stay", "remain", "grow", "turn", "get", "seem", "look", "sound"}
                and tags[0] != "V"
                and not self._noun_ahead(i)
                and near != "i"
            ):
                return "A"
            if "R" in have and (not noun and not self._noun_ahead(i)):
                return (
                    "A"
                    if "A" in have
                    and before is not None
                    and before.lemma
                    in {
                        "feel",
                        "get",
                        "grow",
                        "make",
                        "keep",
                        "leave",
                        "find",
                        "look",
                        "go",
                        "turn",
                        "become",
                        "stay",
                    }
                    else "R"
                )
            if "A" in have and (self._noun_ahead(i) or not noun or (prev == "o") or tags[0] == "A"):
                return "A"
            if "G" in have:
                return "G"
            if noun:
                return noun
            return self._first(tags, "AERVDZ")
        if prev in {"N", "P", "n"}:
            if "R" in have and not noun:
                return "R"
            if "A" in have and "N" not in have:
                return "A"
            if near in "NP" and noun:
                return noun
            return self._first(tags, "GEANPRDZV") if not noun else noun
        if "A" in have and self._noun_ahead(i):
            return "A"
        return self._first(tags, "NPARGEDZV")

    @staticmethod
    def _first(tags: str, order: str) -> str:
        return next((t for t in order if t in tags), tags[0] if tags else "N")

    def _before_to(self, i: int) -> str:
        j = i - 1
        while j >= 0 and self.tokens[j].tag != "t":
            j -= 1
        j -= 1
        while j >= 0 and self.tokens[j].tag in "Ri":
            j -= 1
        return self.tokens[j].lemma if j >= 0 else ""

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

    def _in_phrase(self, i: int) -> bool:
        """Whether i stands in a noun phrase that a determiner began and no noun has ended."""
        for j in range(i - 1, -1, -1):
            tag = self.tokens[j].tag
            if tag in "ds":
                return True
            if tag == "," or tag == "j":
                return self._in_phrase(j) and self.tokens[j - 1].tag in "AE" if j else False
            if tag not in "AREGc":
                return False
        return False

    def _in_noun_phrase(self, i: int, tags: str, noun: str) -> str:
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
        if "A" in have:
            return "A"
        if "E" in have and not (noun and nxt[0] not in "ijt.,Rk"):
            return "E"
        if "R" in have and self._noun_ahead(i) is False and not noun:
            return "R"
        return noun or self._first("".join(sorted(have)), "AGERNPVDZ")

    def _after_have(self, i: int, have: set[str], noun: str, nxt: str) -> str:
        if "E" in have:
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

    def _finite(self, i: int, have: set[str], prev: str, before: Token | None) -> str:
        plural = before is not None and (before.low in {"i", "you", "we", "they"} or prev == "P")
        if prev == "n" and self._joined_names(i):
            plural = True
        order = "VDZ" if plural else "ZDV"
        if prev == "W":
            order = "ZDV"
        if (
            prev in {"n", "p"}
            and "P" in have
            and "Z" not in have
            and "V" in self._words.tags(_strip(self.tokens[i].low, "P"))
        ):
            return "Z"
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

    def _joined_names(self, i: int) -> bool:
        return any(t.tag == "j" and t.low in {"and", "&"} for t in self.tokens[max(0, i - 4) : i])

    def _after_conjunction(self, i: int, have: set[str], noun: str, nxt: str, tags: str) -> str:
        j = i - 1
        while j >= 0 and self.tokens[j].tag in ",jR!":
            j -= 1
        last = self.tokens[j].tag if j >= 0 else ""
        verbs = {t.tag for t in self.tokens[:i] if t.tag in "VZDGb"}
        if self.tokens[i - 1].tag == "R" and self.tokens[i - 1].low in {
            "never",
            "always",
            "often",
            "sometimes",
            "rarely",
            "constantly",
            "secretly",
            "then",
        }:
            verb = next((t for t in "ZDV" if t in have and (t in verbs or "b" in verbs or t == "Z")), "")
            if verb and "A" not in have:
                return verb
        if j >= 0 and self.tokens[i - 1].low in {"but", "yet"} and "Z" in have and verbs & {"Z", "b"}:
            return "Z"
        finite = next(
            (
                t
                for t in "ZD"
                if t in have and (t in verbs or "b" in verbs or "h" in {x.tag for x in self.tokens[:i]})
            ),
            "",
        )
        if not finite and "D" in have and "Z" in verbs and "E" in have:
            finite = ""
        if finite:
            if not noun and not (finite == "D" and "A" in have and last in "AE"):
                return finite
            if nxt[0] in "dsoHtnfcRpPy" or nxt[0] == "i" or "P" in nxt:
                return finite
            if last in "ZDR":
                return finite
        if "V" in have and last in "V" and last:
            return "V"
        if "V" in have and not noun and self._base_before(j):
            return "V"
        if "V" in have and nxt[0] in "dsoHnf" and self._base_before(j):
            return "V"
        if "G" in have and (last == "G" or "G" in verbs or not noun):
            return "G"
        if "A" in have and (last in "AER" or not noun or self._noun_ahead(i)):
            return "A"
        if noun:
            return noun
        return self._first(tags, "AGREDZV")

    def _base_before(self, j: int) -> bool:
        """Whether the clause up to j has a bare verb (*can whistle and drive*)."""
        while j >= 0:
            if self.tokens[j].tag == "V":
                return True
            if self.tokens[j].tag in "ZDk.":
                return False
            j -= 1
        return False


def _strip(form: str, tag: str) -> str:
    """The base of an unlisted inflected word, by rule."""
    if tag in "PZ":
        if form.endswith("ies") and len(form) > 4:
            return form[:-3] + "y"
        if form.endswith(("sses", "shes", "ches", "xes", "zes")):
            return form[:-2]
        return form[:-1] if form.endswith("s") and not form.endswith("ss") else form
    for ending in ("ing", "ed"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            if stem.endswith("i") and ending == "ed":
                return stem[:-1] + "y"
            return stem + "e" if stem[-1] in "cvuz" or stem.endswith(("at", "bl", "iz", "ag")) else stem
    return form


def is_title(token: Token) -> bool:
    """Whether the word is a title that goes with a name."""
    return token.low in TITLES


def case_of(token: Token) -> str:
    """The case of a pronoun by its tag: *her* is possessive where tagged so."""
    if token.tag == "s":
        return "possessive"
    return {"o": "object", "p": "subject", "f": "reflexive", "w": "own", "y": "subject"}.get(
        token.tag, PRONOUNS.get(token.low, ("", "object"))[1]
    )
