"""Stage 5: which of the things that a word can be it is here.

Ordered context rules in the manner of constraint grammar: each word's ambiguity class, and what stands
around it, decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.adverbs import DEGREES
from game.reader.lookup import WordSource, look_up
from game.reader.surroundings import Surroundings
from game.reader.tagging_words import CALLED, DONE, GOING, SERVED, TAKING_ING
from game.reader.vocabulary import BE, PRONOUNS

if TYPE_CHECKING:
    from game.reader.tokens import Token

NOUN: Final = frozenset("NP")


class Tagger(Surroundings):
    """Chooses one tag a token, left to right."""

    def _choose(self, i: int, token: Token) -> str:  # noqa: PLR0911, PLR0912
        tags = token.tags
        if token.low in {"sort of", "kind of"} and i and self.tokens[i - 1].tag == "d":
            return "d"
        if (
            token.low == "still"
            and i
            and self.tokens[i - 1].tag in "pn"
            and set(self._next(i)) & set("ZDVbhum")
        ):
            return "R"
        if token.low == "let" and i == 1 and self.tokens[0].tag == "j":
            return "V"
        if token.low == "whose" and i and self.tokens[i - 1].tag in ",nNPi":
            return "s"
        if token.low == "enough" and i and self.tokens[i - 1].tag in "AR":
            return "R"
        if token.low == "only" and not (i and self.tokens[i - 1].tag in "ds"):
            return "R"
        if tags == "V" and i and self.tokens[i - 1].tag in "ds":
            return "N"
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
            if (set(nxt) & set("xVRpnhb") and not set(nxt) & set("d")) or self._next_low(i) in {
                "she",
                "he",
                "i",
                "you",
            }:
                return "u"
            return {"do": "V", "does": "Z", "did": "D"}[token.low]
        if tags == "k":
            return self._subordinator(i, token)
        if tags[0] == "i" and len(tags) > 1:
            if i and self.tokens[i - 1].tag == "s" and "N" in tags and not self._noun_ahead(i):
                return "N"  # *her back, his past*
            return self._like(i, token)
        if (
            token.low in {"less", "more", "most"}
            and set(self._next(i)) & set("AR")
            and (
                not set(self._next(i)) & NOUN
                or ("A" in self._next(i) and self._before_adjective(i) and not self._noun_ahead(i + 1))
            )
        ):
            return "R"
        if (
            token.low in {"most", "least", "best"}
            and i
            and self.tokens[i - 1].tag in "VZDE"
            and self._next_low(i) in {"was", "is"}
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
        if (
            token.low in {"it", "you"}
            and i
            and self.tokens[i - 1].tag in "VZDG"
            and self.tokens[i - 1].tag
            and not set(self._next(i)) & set("bhmuZD'")
        ):
            return "o"
        if tags[0] == "!" and self._prev(i) == "b":
            return self._open(i, token, tags[1:] or "A")
        if (
            tags[0] == "!"
            and "A" in tags
            and i
            and self.tokens[i - 1].low in {"feel", "feels", "felt", "feeling"}
        ):
            return "A"  # *makes people feel welcome*
        if token.low == "well" and i:
            return self._open(i, token, tags.replace("!", ""))
        if token.low == "please" and self._prev(i) == "t":
            return "V"
        if token.low == "please" and self._prev(i) not in {"p", "t", "m", "u", "y", "n"}:
            return "!"
        if tags[0] == "!" and len(tags) > 1 and i and self.tokens[i - 1].tag in "dsAi":
            return self._open(i, token, tags[1:])
        if tags[0] == "!" and len(tags) > 1:
            return (
                "!"
                if self._next(i)[0] in ",.!" or (i == 0 and self._next(i)[0] not in "RNVAHo")
                else self._open(i, token, tags[1:])
            )
        if tags[0] == "c" and len(tags) > 1:
            return "c"
        if tags == "i":
            return self._particle(i, token)
        return self._open(i, token, tags)

    def _open(self, i: int, token: Token, tags: str) -> str:  # noqa: PLR0911, PLR0912
        have = set(tags)
        prev = self._prev(i)
        before = self._prev_token(i)
        near = self.tokens[i - 1].tag if i else ""
        nxt = self._next(i)
        noun = "P" if "P" in have else "N" if "N" in have else ""
        if (
            token.low in CALLED
            and prev in {"N", "P"}
            and i > 2
            and any(t.tag in "bhZD" for t in self.tokens[:i])
        ):
            return "E"
        if (
            "G" in have
            and before is not None
            and before.lemma in TAKING_ING
            and prev in {"V", "Z", "D", "E"}
            and not noun
        ):
            return "G"
        if prev in {"m", "u"} and "V" in have and not (prev == "u" and near == "d"):
            return "V"
        if prev == "t":
            going = self._before_to(i) in GOING
            if "V" in have and not (noun and going and nxt[0] in ".,jik"):
                return "V"
        if prev == "n" and "V" in have and before is not None and self._caused(i):
            return "V"
        if prev == "o" and "V" in have and self._caused(i):
            return noun if noun and token.low in SERVED and before is not None else "V"
        if prev in {"o", "n"} and have & {"A", "E"} and near != "R" and self._left(i):
            return "A" if "A" in have else "E"
        if (
            (near in "dsc" and near and not self._numbered(i))
            or (near in "AEG" and near and self._in_phrase(i))
            or (near == "R" and self._in_phrase(i))
        ):
            return self._in_noun_phrase(i, tags, noun)
        if prev == "b":
            return self._after_be(i, have, noun, nxt)
        if prev == "h" and "E" in have and nxt[0] == "t" and tags[0] != "N":
            return "E"
        if "E" in have and self._having(i):
            return "E"
        if prev == "h":
            return self._after_have(i, have, noun, nxt)
        if (
            prev in {"p", "y", "q", "n", "W"}
            or (prev in {"N", "P", "w"} and not self.verb_seen)
            or (prev == "c" and not self.verb_seen and self._numbered(i))
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
        if prev == "," and have & {"Z", "D"} and self._relative_closed(i):
            return "Z" if "Z" in have else "D"
        if prev == "," and "E" in have and nxt[0] == "i" and self._parenthesis(i):
            return "E"
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
                in {
                    "feel",
                    "become",
                    "stay",
                    "remain",
                    "grow",
                    "turn",
                    "get",
                    "seem",
                    "look",
                    "sound",
                    "wake",
                }
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
            return noun if noun else self._first(tags, "GEANPRDZV")
        if "A" in have and self._noun_ahead(i):
            return "A"
        return self._first(tags, "NPARGEDZV")

    def _before_adjective(self, i: int) -> bool:
        """Whether an adjective may follow: *felt more hopeful*, but not *needed more glue*."""
        before = self._prev_token(i)
        return before is not None and before.lemma in {"feel", "become", "grow", "be", "look", "get", "seem"}

    def _after_conjunction(self, i: int, have: set[str], noun: str, nxt: str, tags: str) -> str:  # noqa: PLR0911, PLR0912
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
        after = self.tokens[i + 2].tags if i + 2 < len(self.tokens) else ""
        if (
            finite == "D"
            and "E" in have
            and nxt[0] == "j"
            and set(after) & set("GA")
            and not set(after) & set("DN")
        ):
            return "E"
        if not finite and "D" in have and "Z" in verbs and "E" in have:
            finite = ""
        if (
            finite == "D"
            and "E" in have
            and "b" in verbs
            and "D" not in verbs
            and last in "AEc"
            and nxt[0] in ",.j"
        ):
            return "E"
        if finite == "Z" and nxt[0] in ".,j" and self.tokens[i].low in DONE:
            return finite
        if finite and j >= 1 and last in "NP" and last and self.tokens[j - 1].tag == "Z" and "N" in nxt:
            return finite
        if finite:
            if not noun and not (finite == "D" and "A" in have and last in "AE"):
                return finite
            if nxt[0] in "dsoHtnfcRpPyq" or nxt[0] == "i" or "P" in nxt:
                return finite
            if finite == "Z" and last != "P" and self._verbs_go_on(i):
                return finite
            if finite == "Z" and nxt[0] in ",k.W" and sum(t.tag == "Z" for t in self.tokens[:i]) > 2:
                return finite
            if last in "ZDR":
                return finite
        if (
            not verbs & {"Z", "D", "V", "b"}
            and not any(t.tag in "bhum" for t in self.tokens[:i])
            and have & {"Z", "D"}
            and (not noun or ("P" in have and nxt[0] in "dsoHnfR" and i > 3))
        ):
            return "Z" if "Z" in have else "D"
        if "V" in have and last in "V" and last:
            return "V"
        if "V" in have and not noun and self._base_before(j):
            return "V"
        if "V" in have and nxt[0] in "dsoHnf" and self._base_before(j):
            return "V"
        if "G" in have and (
            last == "G" or "G" in verbs or not noun or (nxt[0] in "dsoHnfc" and last in "NP")
        ):
            return "G"
        if "A" in have and (last in "AER" or not noun or self._noun_ahead(i) or (last == "n" and not verbs)):
            return "A"
        if noun:
            return noun
        return self._first(tags, "AGREDZV")


def case_of(token: Token) -> str:
    """The case of a pronoun by its tag: *her* is possessive where tagged so."""
    if token.tag == "s":
        return "possessive"
    return {"o": "object", "p": "subject", "f": "reflexive", "w": "own", "y": "subject"}.get(
        token.tag, PRONOUNS.get(token.low, ("", "object"))[1]
    )


__all__ = ["Tagger", "WordSource", "case_of", "look_up"]
