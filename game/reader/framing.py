"""Stage 9: from predicates to drafts of claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game.reader import verbs
from game.reader.copula import adjective, copular
from game.reader.drafts import Case, Draft, lows
from game.reader.lexical import lexical
from game.reader.matching import Item, Match, Matcher
from game.reader.reference import People, Subject
from game.reader.scope import add_quantifiers
from game.reader.values import value_of

_BOUND_ALONE = frozenset("leave go escape stop".split())


class Framer:
    """Turns one verb with one complement into drafts of claims."""

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

    def frame(self, case: Case, depth: int = 0) -> list[Draft]:
        """The drafts of a case: a pattern, else an inner verb, else its copula or lexical verb."""
        drafts = self._frame(case, depth)
        for draft in drafts:
            if draft.scope is None:
                draft.scope, draft.case = case.scope, case
        return drafts

    def _frame(self, case: Case, depth: int) -> list[Draft]:  # noqa: PLR0911
        if not case.wish and (case.scope.hedged or case.modal in {"might", "should", "ought"}):
            return []
        if case.lemma in verbs.HEDGING and case.words() and not case.part:
            return []
        match = self.pattern(case)
        if match is not None and (
            case.modal != "may" or case.wish or "may" in match.pattern["elements"][0][1]
        ):
            return self.from_pattern(case, match)
        if depth < 5:
            inner = self.reduce(case, depth)
            if inner is not None:
                return inner
        if case.modal in {"might", "may", "should", "ought"} and not case.wish:
            return []
        if case.scope.hedged:
            return []
        if case.modal == "must" and depth == 0 and case.lemma != "be":
            drafts = self.frame(replace(case, modal="", scope=case.scope.copy()), depth + 1)
            bound = Draft("will", "bound", lemma=case.lemma, tail=case.words(), modal="must", why="must")
            return [
                bound,
                *[
                    d
                    for d in drafts
                    if d.value != "bound" and not (d.aspect == "act" and d.value in _BOUND_ALONE)
                ],
            ]
        if (case.passive or (case.progressive and not case.words())) and case.at >= 0 and not case.part:
            word = case.tokens[case.at].low
            if self.senses("adjectives", word) and not (case.passive and self.agent(case)):
                found = adjective(self, case, case.at)
                if found:
                    return found
        first = case.first()
        if (
            case.lemma == "get"
            and not case.part
            and first < case.end
            and case.tokens[first].tag == "E"
            and not self.senses("adjectives", case.tokens[first].low)
        ):
            moved = case.inner(case.tokens[first].lemma, first, first + 1, passive=True, past=True)
            drafts = self.frame(moved, depth + 1)
            return drafts
        if case.lemma == "wish" and not case.words():
            return []
        if case.lemma in verbs.COPULAS:
            drafts = copular(self, case)
            if drafts is not None:
                return drafts
        if case.lemma == "be":
            return []
        return lexical(self, case)

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

    # patterns

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
            i, forms, token.tag, person, min(phrase.end, max(case.end, case.far)) - i, bool(who.people)
        )

    def pattern(self, case: Case) -> Match | None:
        """The weightiest of the author's patterns that the case fits."""
        items, starts = self.items(case)

        match = self.matcher.best(items, starts, case.partner, case.who)
        if match is not None:
            match.used = [items[k].at for k in match.used if items[k].at >= 0]
            match.slots = {name: (items[a].at, items[b - 1].at + 1) for name, (a, b) in match.slots.items()}
        return match

    def from_pattern(self, case: Case, match: Match) -> list[Draft]:
        """The claim that the author's entry makes."""
        pattern = match.pattern
        case.used = max(match.used, default=-1)
        if pattern["value"] == "nothing":
            return []
        denied = case.scope.denials
        case.scope.denials = denied - set(match.used)
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
        for i in range(min(match.used, default=0), max(match.used, default=-1)):
            if case.tokens[i].tag == "d" and case.tokens[i].low in {"every", "each"}:
                case.scope.weigh("absolute")
            if case.tokens[i].low in {"rather", "most", "such"}:
                case.scope.degree = "plain"
        value, target = pattern["value"], pattern.get("object")
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
        elif target == "{rest}":
            target = self.object_of(case, used_end)
        draft = Draft(
            pattern["aspect"],
            value,
            pattern["holds"],
            pattern.get("degree", ""),
            target,
            case.lemma,
            words,
            modal=case.modal,
            why=f"{pattern['at']} {pattern['text']}",
        )
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
            if i not in case.scope.cut or case.tokens[i].tag == "R" and i in case.skip
        ]
        words = set(lows(case.tokens, positions)) | {case.tokens[i].lemma for i in positions}
        text = " ".join(lows(case.tokens, positions))
        makers = {"write", "invent", "create", "imagine", "author"}
        if (
            words & makers
            and (words & {"she", "her", "ruby", "ruby's", "herself"} or case.who == "ruby")
            and not words & {"book", "letter", "novel"}
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
                value.append(token.lemma if token.tag in "NPVZDEG" else token.low)
        return " ".join(value)

    # catenatives

    def to_verb(self, case: Case) -> int:
        """Position of the verb of a to-infinitive that the complement begins with, or -1."""
        i = case.first()
        if i < case.end and case.tokens[i].tag == "t":
            i += 1
            while i < case.end and case.tokens[i].tag in "Rx":
                i += 1
            if i < case.end and case.tokens[i].tag in "Vbhu":
                return i
        return -1

    def ing_verb(self, case: Case) -> int:
        """Position of the -ing verb that the complement begins with, or -1."""
        i = case.first()
        if i < case.end and case.tokens[i].low in {"from", "on", "up"} and case.tokens[i].tag in "iR":
            i += 1
        return i if i < case.end and (case.tokens[i].tag == "G" or case.tokens[i].low == "being") else -1

    def inner(self, case: Case, at: int, **changes: object) -> Case:
        """The case of the verb at `at`, which the case's own verb leads to."""
        from game.reader.chunks import verb_group  # noqa: PLC0415

        group = verb_group(case.tokens, at)
        end = group.end if group else at + 1
        head = group.head if group else at
        case = case.inner(
            case.tokens[head].lemma, head, end, modal="", perfect=False, progressive=False, part="", **changes
        )
        case.passive = bool(group and group.passive)
        case.before = [i for i in range(at, head) if case.tokens[i].tag in "Rx"]
        return case

    def reduce(self, case: Case, depth: int) -> list[Draft] | None:  # noqa: PLR0911, PLR0912
        """The drafts of the inner verb of *begins to cry, cannot stop dancing, has to sing*; None for a plain verb."""
        lemma = case.lemma
        phrase = case.phrase()
        if (
            lemma in {"want", "need", "wish", "expect"}
            and phrase is not None
            and phrase.end + 1 < case.end
            and case.tokens[phrase.end].tag == "t"
        ):
            words = case.words(phrase.start)
            return [
                Draft(
                    "want",
                    value_of(case.tokens, words),
                    lemma=lemma,
                    tail=case.words(),
                    noun=words,
                    why="wants somebody to",
                )
            ]
        to, ing = self.to_verb(case), self.ing_verb(case)
        if to < 0 and ing < 0:
            return None
        first = case.tokens[case.first()] if case.first() < case.end else None
        if (
            lemma == "use"
            and to >= 0
            and case.at >= 0
            and case.tokens[case.at].low in {"used", "use"}
            and not case.passive
        ):
            inner = self.inner(case, to)
            inner.scope.time, inner.scope.timed = "before", True
            return self.frame(inner, depth + 1)
        if lemma in verbs.HEDGING and to >= 0:
            return []
        if to >= 0 and (
            lemma == "have"
            or (
                lemma in {"need", "get"}
                and case.at >= 0
                and case.tokens[case.at].low in {"need", "needs", "got", "needed"}
                and case.who != "calvin"
            )
            or (case.passive and lemma in verbs.FORCED)
        ):
            if not case.scope.holds:
                return [Draft("will", "bound", lemma=lemma, tail=case.words(), why="has to")]
            inner = self.inner(case, to)
            drafts = self.frame(inner, depth + 1)
            if any(d.aspect == "will" for d in drafts):
                return drafts
            return [
                Draft("will", "bound", lemma=lemma, tail=case.words(), why="has to"),
                *[d for d in drafts if d.value not in _BOUND_ALONE],
            ]
        if lemma in verbs.STOPPING and ing >= 0:
            inner = self.inner(case, ing)
            unable = case.modal in {"can", "could"} and not case.scope.holds
            if unable:
                inner.scope.denials = set()
                drafts = self.frame(inner, depth + 1)
                return [
                    Draft(
                        "will",
                        "bound",
                        lemma=lemma,
                        tail=case.words(),
                        modal=case.modal,
                        flips=False,
                        why="cannot stop",
                    ),
                    *drafts,
                ]
            if case.scope.denials:
                inner.scope.denials = set()
            else:
                inner.scope.denials = {case.at}
            return self.frame(inner, depth + 1)
        if lemma in {"help", "resist"} and ing >= 0 and not case.scope.holds:
            inner = self.inner(case, ing)
            inner.scope.denials = set()
            return [
                Draft("will", "bound", lemma=lemma, tail=case.words(), flips=False, why="cannot help"),
                *self.frame(inner, depth + 1),
            ]
        if lemma in {"learn", "know"} and to >= 0:
            return self._skill(case, to, depth)
        if lemma in verbs.REFUSING and to >= 0:
            inner = self.inner(case, to)
            if lemma == "forget":
                return [
                    Draft(
                        "mind",
                        "forgets",
                        object=self.object_of(case, case.start),
                        lemma=lemma,
                        tail=case.words(),
                        why="forgets to",
                    )
                ]
            if case.scope.denials:
                inner.scope.denials = set()
            else:
                inner.scope.denials = {case.at}
            return self.frame(inner, depth + 1)
        if lemma == "go" and to >= 0 and case.progressive:
            inner = self.inner(case, to)
            inner.scope.time, inner.scope.timed = "later", True
            return self.frame(inner, depth + 1)
        if lemma == "try" and to >= 0:
            return [self._whole("act", case, case.start, "try")]
        if lemma == "pretend" and to >= 0:
            return [self._whole("act", case, case.start, "pretend")]
        if lemma in {"promise", "swear", "offer", "threaten", "vow"} and to >= 0:
            return [self._whole("act", case, case.start, lemma)]
        if (
            (lemma in verbs.WANTING or case.modal == "would" and lemma in {"like", "love"})
            and to >= 0
            and lemma != "decide"
        ):
            return [self.want(case, to)]
        if lemma in {"dream", "think", "consider"} and first is not None and first.tag == "i":
            return None
        if (lemma in verbs.LIKING or lemma in verbs.DISLIKING) and (to >= 0 or ing >= 0):
            at = to if to >= 0 else ing
            value = value_of(case.tokens, case.words(at))
            return [
                Draft(
                    "taste",
                    value,
                    lemma not in verbs.DISLIKING,
                    lemma=lemma,
                    tail=case.words(),
                    noun=case.words(at),
                    why=f"likes: {lemma}",
                )
            ]
        if lemma in verbs.INNER_TO and to >= 0 and lemma != "be":
            return self.frame(self.inner(case, to), depth + 1)
        if lemma in verbs.INNER_ING and ing >= 0 and (first is None or first.tag != "i"):
            inner = self.inner(case, ing)
            if lemma == "keep" or (first is not None and first.low == "on"):
                inner.scope.weigh("plain")
            return self.frame(inner, depth + 1)
        if lemma == "be" and to >= 0 and case.wish:
            return self.frame(self.inner(case, to), depth + 1)
        if to >= 0 and case.passive and lemma in {"allow", "permit", "suppose", "mean", "tell"}:
            return []
        return None

    def want(self, case: Case, to: int) -> Draft:
        """What is wanted: a thing to do or be."""
        return Draft(
            "want",
            value_of(
                case.tokens,
                [
                    i
                    for i in range(to, case.end)
                    if i not in case.scope.cut or case.tokens[i].low in {"home", "away", "alone"}
                ],
            ),
            lemma=case.lemma,
            tail=case.words(),
            noun=case.words(to),
            why=f"wants to: {case.lemma}",
        )

    def _skill(self, case: Case, to: int, depth: int) -> list[Draft]:
        inner = self.inner(case, to)
        inner.modal = "can"
        inner.skip = set(case.skip) - set(range(to, case.end))
        drafts = self.frame(inner, depth + 1)
        for draft in drafts:
            draft.lemma, draft.tail = case.lemma, case.words()
        return drafts

    def _whole(self, aspect: str, case: Case, start: int, verb: str) -> Draft:
        rest = value_of(case.tokens, [i for i in range(start, case.end) if i not in case.scope.cut])
        return Draft(
            aspect, f"{verb} {rest}".strip(), lemma=case.lemma, tail=case.all_words(), why=f"{verb} to"
        )
