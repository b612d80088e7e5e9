"""What a phrase set off by commas is made of: *thirty-eight, with two ruined knees, tired and humming*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.chunks import VerbGroup, is_time, verb_group
from game.reader.drafts import Draft
from game.reader.having import had
from game.reader.scope import Scope, add_adverbs
from game.reader.unreal import Unreal
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.claims import Claim
    from game.reader.predicates import Predicate

STATES: Final = words(
    "soak drench splatter spatter smear stain grease freckle dust coat crown wrap bundle swathe swaddle "
    "powder paint tangle crust cake streak plaster spot speckle flush lather daub bespatter bedraggle "
    "dishevel dapple tan scar bandage bruise wrinkle stoop hunch bend swell clothe dress wind muffle lace "
    "button cloak veil swollen bejewel deck festoon garland perfume scent rouge oil starch chap weather "
    "burn sunburn windburn frostbite"
)
"""Participles that say how a body is."""
_POSITIONS: Final = words("down up on off open shut closed in out ajar aloft askew akimbo")
_ERAS: Final = words(
    "war wedding marriage flood fire divorce revolution crash accident funeral depression strike famine"
)
DECADES: Final = words("teens twenties thirties forties fifties sixties seventies eighties nineties")
_HOURS: Final = words("one two three four five six seven eight nine ten eleven twelve")
_MANNER: Final = words(
    "smile wink sigh shrug laugh nod bow flourish grin scowl frown look voice shudder start jolt shriek "
    "cry sob shout yell whisper snort sniff giggle gesture glance stare kiss bang crash thud clatter eye "
    "help luck word permission step leap bound hand gaze pride affection"
)


def aged(low: str) -> bool:
    """Whether a number can be somebody's age, not an hour."""
    return low not in _HOURS and (low[0].isalpha() or (low.isdigit() and 12 < int(low) < 100))


class Detaching(Unreal):
    """Cuts up what is set off by commas, and reads the plainest of its pieces."""

    def kind(self, k: int, b: int) -> str:  # noqa: PLR0911
        """What a piece that begins at k is: *abs*, N, A, E, G, W (with), T (at an age), K (though), or nothing."""  # noqa: E501
        tokens = self.tokens
        while k < b and tokens[k].tag in "R!x" and tokens[k].tag:
            k += 1
        if k >= b:
            return ""
        token = tokens[k]
        phrase = self.clauses.by_start.get(k)
        if token.low in {"with", "without"} and token.tag == "i":
            return "W"
        if token.low == "at" and k + 1 < b and tokens[k + 1].tag == "c":
            return "T"
        timed = self.clauses.by_start.get(k + 1)
        if (
            token.low in {"by", "at", "in", "on"}
            and timed is not None
            and is_time(tokens, timed)
            and timed.end < b
            and tokens[timed.end].low in {"a", "an"}
        ):
            return "T"
        if token.tag == "k":
            return "K"
        if phrase is not None and tokens[phrase.head].tag in "NP":
            return "abs" if self.stands_absolute(phrase, b) else "N"
        if phrase is not None and tokens[phrase.head].tag == "c":
            return "A"
        if token.tag == "E" and token.low.startswith("un") and token.low.endswith("ed"):
            return "A"
        if token.tag == "E" and not self.framer.senses("adjectives", token.low) and "A" not in token.tags:
            return "E"
        return {"A": "A", "E": "A", "G": "G"}.get(token.tag, "")

    def stands_absolute(self, phrase: NounPhrase, b: int) -> bool:
        """Whether a noun has its state after it: *her jaw set, hair still wet, a glass in each hand*."""
        tokens = self.tokens
        lemma = tokens[phrase.head].lemma
        bodily = self.framer.in_list("body_parts", lemma) or self.framer.in_list("garments", lemma)
        k = phrase.end
        if k < b and tokens[k].low == "of" and k + 1 in self.clauses.by_start:
            k = self.clauses.by_start[k + 1].end
            if k >= b or tokens[k].tag != "G":
                return False
        while k < b and tokens[k].tag in "R" and tokens[k].tag:
            k += 1
        if k >= b or is_time(tokens, phrase) or not tokens[k].tag or tokens[k].tag in ",j":
            return k > phrase.end and (bodily or tokens[k - 1].low in _POSITIONS)
        if tokens[k].tag == "i" and tokens[k].low not in {"of", "like", "as", "than", "for"}:
            inner = self.clauses.by_start.get(k + 1)
            if inner is None:
                return False
            held = self.framer.in_list("body_parts", tokens[inner.head].lemma)
            if self.framer.in_list("body_parts", lemma):
                return inner.owner < 0  # *her hair in curlers*; but *her hands in her lap* is how she sits
            return bodily or (held and not self.people.is_person(lemma))
        owned = phrase.owner >= 0 and tokens[phrase.owner].who != ""
        hers = bodily or owned or (tokens[k].tag in "EG" and tokens[phrase.start].low != "the")
        return tokens[k].tag in "AEG" and hers and not self.people.is_person(lemma)

    def childhood(self, n: int) -> bool:
        """*When Ruby was little she got lost*: whether the clause tells of when somebody was a child."""
        tokens = self.tokens
        for earlier in self.predicates[:n]:
            group = earlier.group
            if earlier.word not in {"when", "while"} or group.lemma != "be" or not group.past:
                continue
            rest = [t.low for t in tokens[group.end : earlier.end] if t.tag not in ",."]
            child = {"little", "young", "small", "child", "girl", "boy", "baby", "kid", "school", "teenager"}
            number = bool(rest) and tokens[group.end].tag == "c"
            if earlier.subject is not None and rest and (rest[-1] in child or number):
                return not any(p.role == "main" and p.word in {"but", "so"} for p in self.predicates[: n + 1])
        return False

    def long_ago(self, predicate: Predicate) -> bool:
        """*Before the war, at sixteen, in her twenties, in 1952*: whether what stands first makes it back-story."""  # noqa: E501
        tokens = self.tokens
        a, b = predicate.lead
        while a < b and tokens[a].tag in "jR!":
            a += 1
        if a + 1 >= b:
            return False
        low, then = tokens[a].low, tokens[a + 1]
        last = next((t for t in reversed(tokens[a:b]) if t.tag not in ",R!"), then)
        if low in {"at", "by"} and then.tag == "c":
            return aged(then.low) and a + 2 >= b - 1
        if low == "in" and then.low.isdigit():
            return len(then.low) == 4 and int(then.low) < 2010
        if low == "before" and then.tag in "ds":
            return last.lemma in _ERAS or (
                then.tag == "s" and last.lemma in {"marriage", "accident", "illness"}
            )
        if low in {"in", "during"} and then.tag in "ds":
            return last.low in DECADES or last.lemma in {
                "youth",
                "girlhood",
                "childhood",
                "boyhood",
                "infancy",
                "war",
                "thirties",
            }
        return False

    def lead_of(self, predicate: Predicate) -> tuple[int, int]:
        """What stands before the clause, a relative clause in it or not (*with a plate in her arm that rings, Ruby ...*)."""  # noqa: E501
        before = [p for p in self.predicates if p.group.end <= predicate.group.start and p is not predicate]
        subject = predicate.subject
        tokens = self.tokens
        if subject is not None and predicate.lead[0] >= predicate.lead[1] and before and subject.start > 2:
            comma = subject.start - 1
            k = comma - 1
            while k > before[-1].group.end and tokens[k].low != ";":
                opens = (
                    tokens[k].tag in "jk" and tokens[k - 1].tag != "A" and tokens[k].low not in {"nor", "or"}
                )
                if opens and (
                    tokens[k + 1].tag == "," or tokens[k - 1].tag == "," or k == before[-1].group.end + 1
                ):
                    break
                k -= 1
            if (
                tokens[comma].tag == ","
                and tokens[k].low in {"and", "but", ";", "yet", "then"}
                and k + 1 < comma
            ):
                return (k + 2 if tokens[k + 1].tag == "," else k + 1, subject.start)
        if (
            before
            and subject is not None
            and predicate.lead[0] >= predicate.lead[1]
            and all(p.role == "relative" and p.begin > 1 for p in before)
            and subject.start > before[-1].group.end
            and self.tokens[subject.start - 1].tag == ","
        ):
            return (0, subject.start)
        return predicate.lead

    def set_off(self, i: int, lead: tuple[int, int]) -> bool:
        """Whether an adverb before the subject belongs to what is set off there: *no longer young, she danced*."""  # noqa: E501
        tokens = self.tokens
        a = next((k + 1 for k in range(i - 1, lead[0] - 1, -1) if tokens[k].tag == ","), lead[0])
        b = next((k for k in range(i, min(lead[1] + 1, len(tokens))) if tokens[k].tag == ","), -1)
        if b < 0:
            return False
        if i and tokens[i - 1].tag == "i" and tokens[i].low in {"neither", "no", "not"}:
            return True
        kind = self.kind(a, b)
        while a < b and tokens[a].tag in "R!j":
            a += 1
        phrase = self.clauses.by_start.get(a)
        named = (
            kind == "N"
            and phrase is not None
            and not is_time(tokens, phrase)
            and tokens[a].low in {"a", "an"}
        )
        return (
            named
            or kind in {"A", "E", "G", "abs"}
            or (kind == "K" and not any(t.tag in "ZDbhum" and t.tag for t in tokens[a:b]))
        )

    def pieces(self, a: int, b: int) -> list[tuple[int, int]]:
        """The pieces of tokens a to b, each to be read by itself."""
        tokens = self.tokens
        if any(tokens[k].low in {"neither", "nor"} for k in range(a, b)):
            return [(a, b)]
        out: list[tuple[int, int]] = []
        begin, kind = a, self.kind(a, b)
        k = a + 1
        while k < b - 1:
            if tokens[k].tag not in ",j" or k in self.clauses.inside or not tokens[k].tag:
                k += 1
                continue
            first, comma = k, False
            while k < b - 1 and tokens[k].tag in ",j" and tokens[k].tag:
                comma = comma or tokens[k].tag == ","
                k += 1
            then = self.kind(k, b)
            turn = tokens[k].low in {"now", "once", "lately", "formerly"}
            if kind == "W" and not comma and then in {"N", "abs"}:
                continue
            if turn or then in {"abs", "G", "W", "T", "K"} or (then != kind and (comma or then != "N")):
                out.append((begin, first))
                begin, kind = k, then
        return [*out, (begin, b)]

    def aged(self, who: str, a: int, b: int) -> list[Claim]:
        """*at sixty*."""
        tokens = self.tokens
        if b - a != 2 or tokens[a + 1].low in _HOURS or not tokens[a + 1].low[0].isalpha():
            return []
        case = self.case(VerbGroup(-1, a, -1, "be", "b"), who, a, b, Scope())
        draft = Draft("body", value_of(tokens, [a + 1]), lemma="be", tail=[a + 1], why="at an age")
        return self.settle([draft], case, (a, b), None)

    def carried(self, who: str, at: int, end: int, whole: bool = False) -> list[Claim]:
        """*with two ruined knees, a bag of apricots and a plate in her collarbone*: each a thing she has."""
        tokens = self.tokens
        out: list[Claim] = []
        while at < end:
            phrase = self.clauses.by_start.get(at)
            if phrase is None or tokens[phrase.head].tag not in "NP" or is_time(tokens, phrase):
                break
            close = next(
                (
                    k
                    for k in range(phrase.end, end)
                    if (tokens[k].tag in "WT" and tokens[k].tag)
                    or (
                        tokens[k].tag in ",j"
                        and tokens[k].tag
                        and (k + 1 >= end or k + 1 in self.clauses.by_start)
                    )
                ),
                end,
            )
            lemma = tokens[phrase.head].lemma
            positions = list(range(phrase.start, close))
            bodily = self.framer.in_list("body_parts", lemma) or self.framer.in_list("garments", lemma)
            counted = (
                whole
                or tokens[phrase.start].low in {"a", "an", "no", "some"}
                or tokens[phrase.start].tag == "c"
            )
            held = counted and not (
                self.framer.in_list("abstract", lemma)
                or lemma in _MANNER
                or self.framer.senses("nouns", lemma)
            )
            limb = self.clauses.by_start.get(phrase.end + 1)
            smeared = (
                phrase.start == phrase.head
                and limb is not None
                and tokens[phrase.end].tag == "i"
                and self.framer.in_list("body_parts", tokens[limb.head].lemma)
            )
            if not (bodily or smeared) and (not held or self.people.is_person(lemma)):
                break
            case = self.case(VerbGroup(-1, at, -1, "have", "h"), who, at, close, Scope())
            if tokens[phrase.start].tag == "E" and not whole:
                break  # *with lowered eyes* is how
            if bodily or smeared:
                draft = Draft(
                    "body",
                    value_of(tokens, positions),
                    lemma="have",
                    tail=positions,
                    noun=positions,
                    why="with",
                )
                drafts = [draft]
            else:
                drafts = had(self.framer, case, positions, phrase)
            out += self.settle(drafts, case, (at, close), None)
            at = close
            while at < end and tokens[at].tag in ",j":
                at += 1
        return out

    def accompanied(self, who: str, at: int, end: int) -> tuple[list[Claim], int]:
        """*..., with shoulders like a stevedore and a voice to match*."""
        tokens = self.tokens
        out: list[Claim] = []
        while at < end:
            phrase = self.clauses.by_start.get(at)
            if phrase is None or not self.framer.in_list("body_parts", tokens[phrase.head].lemma):
                break
            close = next((k for k in range(phrase.end, end) if tokens[k].tag in ",j"), end)
            positions = list(range(phrase.start, close))
            draft = Draft(
                "body", value_of(tokens, positions), lemma="have", tail=positions, noun=positions, why="with"
            )
            case = self.case(VerbGroup(-1, at, -1, "have", "h"), who, at, close, Scope())
            out += self.settle([draft], case, (at, close), None)
            at = close
            while at < end and tokens[at].tag in ",j":
                at += 1
        return out, at

    def participial(self, who: str, a: int, b: int) -> list[Claim]:
        """*Having surveyed the curate, Ruby ...; humming, she ...*"""
        group = verb_group(self.tokens, a)
        if group is None:
            return []
        group.perfect = False
        scope = Scope()
        add_adverbs(scope, self.tokens, group.adverbs)
        if group.end >= b:
            case = self.case(group, who, b, b, scope)
            return self.settle(self.framer.frame(case), case, (a, b), None)
        return self.complement(group, who, group.end, b, scope, set(), None, (a, b), [])

    def done_to(self, who: str, a: int, b: int, scope: Scope) -> list[Claim]:
        """*raised by nuns; soaked to the skin*: what was done to her, or how her body is."""
        tokens = self.tokens
        if tokens[a].lemma in STATES:
            positions = list(range(a, b))
            draft = Draft("body", value_of(tokens, positions), lemma="be", tail=positions, why="how she is")
            return self.settle(
                [draft], self.case(VerbGroup(-1, a, -1, "be", "b"), who, a, b, scope), (a, b), None
            )
        group = VerbGroup(a, a + 1, a, tokens[a].lemma, "E", passive=True, past=True)
        return self.complement(group, who, a + 1, b, scope, set(), None, (a, b), [])
