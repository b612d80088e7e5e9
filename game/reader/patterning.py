"""Stage 9: the author's patterns, and the claims that they make."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final

from game.reader import verbs
from game.reader.drafts import Case, Draft, lows
from game.reader.lookup import strip
from game.reader.matching import Item, Match, Matcher
from game.reader.reference import People, Subject
from game.reader.scope import add_quantifiers
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Mapping


_INWARD: Final = words(
    "heart soul mind life spirit name body head world love blood conscience patience temper nerve bed home "
    "house day thought memory dream trust faith job word joy grief anger story past future kindness secret "
    "mood speech talk"
)


class Patterning(ABC):
    """Matches cases against the lexicon."""

    def __init__(self, table: Mapping[str, Any], people: People) -> None:
        self.table = table
        self.people = people
        self.matcher = Matcher(table["patterns"], table["index"])
        self.lists: Mapping[str, Mapping[str, str]] = table["lists"]

    def in_list(self, name: str, word: str) -> bool:
        """Whether an author's list has the word."""
        return word in self.lists.get(name, ())

    def senses(self, section: str, word: str) -> list[tuple[str, str, bool, str]]:
        """What the lexicon says of a word."""
        found: list[tuple[str, str, bool, str]] = self.table[section].get(word, [])
        return found

    def subject_of(self, case: Case, start: int) -> Subject:
        """Who stands at start, if a noun phrase does."""
        phrase = case.by_start.get(start)
        return self.people.of(case.tokens, phrase) if phrase else Subject()

    @staticmethod
    def like_be(case: Case) -> bool:
        """Whether the verb stands where *be* could: *turned cold*, but not *turned to stone*."""
        if case.lemma in verbs.PURE_COPULAS | {"look", "sound", "sit", "stand", "wake"}:
            return not (case.start < case.end and case.tokens[case.start].tag == "t")
        first = case.first()
        return first < case.end and case.tokens[first].tag in "AE"

    def agent(self, case: Case) -> bool:
        """Whether a passive names somebody who does it."""
        words = case.words()
        return any(case.tokens[i].low == "by" and self.subject_of(case, i + 1).people for i in words)

    def items(self, case: Case) -> tuple[list[Item], list[int]]:
        """The words of the case as patterns see them, and where a pattern may begin."""
        items: list[Item] = []
        starts: list[int] = []
        if case.part:
            starts.append(0)
            items.append(Item(-1, frozenset({case.part}), "N"))
        if case.modal:
            starts.append(len(items))
            items.append(Item(-1, frozenset({case.modal}), "m"))
        early = [
            Item(i, frozenset({case.tokens[i].low, case.tokens[i].lemma}), case.tokens[i].tag)
            for i in case.before
        ]
        forms = {case.lemma}
        if case.at >= 0:
            forms.add(case.tokens[case.at].low)
        if early and (case.modal or not (case.passive or case.progressive or case.lemma == "be")):
            starts.extend(range(len(items), len(items) + len(early)))
            items.extend(early)
            early = []
        starts.append(len(items))
        if (case.passive or case.progressive) and case.lemma != "be":
            items.append(Item(-1, frozenset({"be"}), "b"))
            items.extend(early)
            starts.append(len(items))
            items.append(Item(case.at, frozenset(forms), "E" if case.passive else "V"))
        else:
            if case.lemma in verbs.COPULAS and self.like_be(case):
                forms.add("be")
            items.append(Item(case.at, frozenset(forms), "V"))
            items.extend(early)
        items.extend(
            self._item(case, i) for i in range(case.start, max(case.end, case.far)) if i not in case.hidden
        )
        return items, starts

    def _item(self, case: Case, i: int) -> Item:
        token = case.tokens[i]
        forms = frozenset({token.low, token.lemma})
        if token.tag == "A" and "E" in token.tags:
            forms |= {strip(token.low, "E")}  # *blessed* is *bless* for a pattern, whatever it is tagged
        phrase = case.by_start.get(i)
        following = case.tokens[i + 1] if i + 1 < max(case.end, case.far) else None
        if token.tag in "n" and following is not None and following.low == "'s" and following.tag == "s":
            return Item(i, forms, token.tag, token.who, 2, True, possessive=True, own=token.who == case.who)
        if token.tag == "s":
            return Item(
                i,
                forms,
                "s",
                token.who,
                1,
                bool(token.who),
                possessive=token.low != "'s",
                own=bool(token.who) and token.who == case.who,
            )
        if phrase is None:
            return Item(i, forms, token.tag, timed=i in case.scope.cut)
        who = self.people.of(case.tokens, phrase)
        person = who.people[0] if len(who.people) == 1 else ""
        return Item(
            i,
            forms,
            token.tag,
            person,
            min(phrase.end, max(case.end, case.far)) - i,
            bool(who.people),
            timed=i in case.scope.cut,
        )

    def pattern(self, case: Case) -> Match | None:
        """The weightiest of the author's patterns that the case fits."""
        items, starts = self.items(case)
        if (
            case.who
            and case.part
            and not self.in_list("body_parts", case.part.split()[-1])
            and case.part not in _INWARD
        ):
            starts = starts[:1]  # what her boots do, she does not

        match = self.matcher.best(items, starts, case.partner, case.who)
        if match is not None and not case.who and not match.pattern.get("about"):
            return None  # nobody's doing
        if (
            match is not None
            and match.pattern.get("about") in {"p", "y"}
            and match.pattern["aspect"] == "bond"
        ):
            slot = match.slots.get(match.pattern["about"])
            about = items[slot[0]].who if slot else ""
            if {case.who, about} != {"ruby", "calvin"}:
                return None  # *thunder frightens her*: it is not of him that she is afraid
        if match is not None:
            match.used = [items[k].at for k in match.used if items[k].at >= 0]
            match.slots = {name: (items[a].at, items[b - 1].at + 1) for name, (a, b) in match.slots.items()}
        return match

    def from_pattern(self, case: Case, match: Match) -> list[Draft]:  # noqa: PLR0912
        """The claim that the author's entry makes."""
        pattern = match.pattern
        case.used = max(match.used, default=-1)
        if pattern["value"] == "nothing":
            return []
        denied = case.scope.denials
        case.scope.denials = denied - set(match.used)
        if any(case.tokens[i].low in {"nothing", "nobody", "no one", "no"} for i in match.used if i >= 0):
            case.scope.denials = set()  # two denials are one: *she don't know nothing*
        words = case.words()
        add_quantifiers(
            case.scope,
            case.tokens,
            [
                i
                for i in words
                if i not in match.used
                and i > max(match.used, default=-1)
                and i - max(match.used, default=0) < 3
                and case.tokens[i].tag in "q"
            ],
        )
        for i in match.used:
            if (
                case.tokens[i].low
                in {
                    "every",
                    "everything",
                    "everyone",
                    "nobody",
                    "nothing",
                    "no one",
                    "anyone",
                    "never",
                    "always",
                    "all",
                    "only",
                    "whatever",
                }
                and case.tokens[i].tag in "dqRW"
            ):
                case.scope.weigh(
                    "absolute" if case.tokens[i].low not in {"all", "anyone", "whatever"} else "plain"
                )
        for i in range(min(match.used, default=0), max(match.used, default=-1) + 1):
            if case.tokens[i].tag == "d" and case.tokens[i].low in {"every", "each"}:
                case.scope.weigh("absolute")
            if case.tokens[i].low in {"rather", "most", "such"}:
                case.scope.degree = "plain"
        value, target = pattern["value"], pattern.get("object")
        if "{v}" in value and "v" in match.slots:
            value = value.replace("{v}", value_of(case.tokens, range(*match.slots["v"])))
        used_end = max((b for _, b in match.slots.values()), default=-1)
        used_end = max([used_end, *[i + 1 for i in match.used]])
        slot = match.slots.get("x") or match.slots.get("p")
        if "{x}" in value or "{rest}" in value:
            span = match.slots.get("x", (used_end, case.end)) if "{x}" in value else (used_end, case.end)
            stop = case.end if "{x}" in value and self._of_follows(case, span[1]) else span[1]
            value = (
                value.replace("{x}", "{rest}")
                .replace(
                    "{rest}",
                    value_of(
                        case.tokens, case.words(span[0], stop if "{x}" in pattern["value"] else case.end)
                    ),
                )
                .strip()
            )
            if not value:
                return []
        if target in {"{p}", "{x}"}:
            target = self._target(case, slot, pattern["aspect"])
        elif target is not None and "{rest}" in target:
            target = target.replace("{rest}", self.object_of(case, used_end)).strip()
        draft = Draft(
            pattern["aspect"],
            value,
            pattern["holds"],
            pattern.get("degree", ""),
            target,
            case.lemma,
            self._said(case, match, words, whole=pattern["aspect"] == "mind"),
            modal=case.modal,
            why=f"{pattern['at']} {pattern['text']}",
        )
        if pattern["aspect"] == "act" and case.modal in {"can", "could"} and case.scope.holds:
            draft.aspect = "skill"
        draft.time = pattern.get("time", "")
        if pattern.get("about"):
            about = match.slots.get(pattern["about"])
            subject = self.subject_of(case, about[0]).people if about else ()
            owner = case.tokens[about[0]].who if about else ""
            draft.who = subject[0] if subject else owner
            draft.cause = True
            if not draft.who:
                return []
        elif not case.who:
            return []
        if slot:
            draft.noun = list(range(*slot))
        drafts = [draft]
        if pattern.get("also"):
            aspect, _, also = str(pattern["also"]).partition(" ")
            drafts.append(Draft(aspect, also, lemma=case.lemma, tail=words, why=draft.why))
        return drafts

    @staticmethod
    def _said(case: Case, match: Match, words: list[int], *, whole: bool = False) -> list[int]:
        """The complement with every word that the entry needs: *can never sit still*."""
        if whole and case.skip:
            return case.all_words()
        needed = {
            i
            for i in match.used
            if i >= case.start and (case.tokens[i].tag == "R" or i in case.skip or i in case.scope.cut)
        }
        further = [i for i in match.used if i >= case.end or i in case.skip]
        if further:
            reach = range(case.start, max(further) + 1)
            needed |= {i for i in reach if case.tokens[i].tag not in ".!?"}  # *has to do what I type*
        return sorted({*words, *needed}) if needed else words

    @staticmethod
    def _of_follows(case: Case, at: int) -> bool:
        return at < case.end and case.tokens[at].low == "of"

    def _target(self, case: Case, slot: tuple[int, int] | None, aspect: str) -> str | None:
        if slot is None:
            return None
        subject = self.subject_of(case, slot[0])
        if subject.people and subject.people[0] != "other":
            return subject.people[0]
        end = slot[1]
        if aspect == "mind":
            end = case.end
        return value_of(case.tokens, case.words(slot[0], end)) or "other"

    def object_of(self, case: Case, start: int) -> str:
        """What is known, forgotten or dreamt: *written* where it is that she was made up."""
        positions = [
            i
            for i in range(start, case.end)
            if i not in case.scope.cut or (case.tokens[i].tag == "R" and i in case.skip)
        ]
        words = set(lows(case.tokens, positions)) | {case.tokens[i].lemma for i in positions}
        text = " ".join(lows(case.tokens, positions))
        makers = {"write", "invent", "create", "imagine", "author"}
        if (
            (
                words & makers
                and (words & {"she", "her", "ruby", "ruby's", "herself"} or case.who == "ruby")
                and not words & {"book", "letter", "novel"}
            )
            or "made her up" in text
            or "made up" in text
            or "made ruby up" in text
        ):
            return "written"
        if words & {
            "character",
            "figment",
            "fiction",
            "fictional",
            "invention",
            "imaginary",
            "creation",
        } and words & {"she", "her", "be", "she's", "herself"}:
            return "written"
        if "real" in words and words & {"not", "n't", "isn't", "never"} and words & {"she", "ruby", "she's"}:
            return "written"
        value: list[str] = []
        for i in positions:
            token = case.tokens[i]
            if (
                token.tag in "ds.,?!TjQ"
                or (token.tag == "R" and token.low not in {"here", "there", "home", "away", "never", "alone"})
                or token.low == "'s"
            ):
                if (
                    token.tag == "s"
                    and token.low != "'s"
                    and token.who in {"calvin", "ruby"}
                    and token.who != case.who
                    and token.low != "my"
                ):
                    pass
                continue
            if token.tag in "po" and token.who:
                value.append(token.low)
            elif token.tag == "x":
                value.append("not")
            else:
                value.append(
                    token.lemma if token.tag in "NPVZDEG" or token.low in {"having", "being"} else token.low
                )
        return " ".join(value)

    @abstractmethod
    def frame(self, case: Case, depth: int = 0) -> list[Draft]:
        """The drafts of a case."""
