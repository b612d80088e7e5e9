"""A verb and its complement, conjunct by conjunct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import verbs
from game.reader.chunks import is_time
from game.reader.conjuncts import Piece, preposition_before, shares, split, with_list
from game.reader.scope import Scope, add_adverbs, add_times, time_phrases
from game.reader.wishes import Wishes
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import VerbGroup
    from game.reader.claims import Claim
    from game.reader.drafts import Case


OCCASIONS = words("sight sound mention thought presence absence company touch approach smell word")


class Complements(Wishes):
    """Reads complements."""

    def deep(self, lemma: str, start: int, end: int) -> tuple[int, int, str]:
        """The innermost verb of *begins to cry*: its position (-1: none), where its complement starts, its lemma."""  # noqa: E501
        tokens = self.tokens
        at, i = -1, start
        while i < end:
            j = i
            while j < end and tokens[j].tag in "Rx":
                j += 1
            if j < end and tokens[j].tag == "t":
                k = j + 1
                while k < end and tokens[k].tag in "Rx":
                    k += 1
                if k < end and tokens[k].tag in "Vbh" and lemma not in {"be"}:
                    at, i, lemma = k, k + 1, tokens[k].lemma
                    continue
            if (
                j < end
                and tokens[j].tag == "G"
                and j not in self.clauses.by_start
                and lemma in (verbs.INNER_ING | verbs.STOPPING | {"help", "resist"})
            ):
                at, i, lemma = j, j + 1, tokens[j].lemma
                continue
            break
        return at, i, lemma

    def complement(  # noqa: PLR0911, PLR0912, PLR0913, PLR0915, PLR0917
        self,
        group: VerbGroup,
        who: str,
        start: int,
        end: int,
        scope: Scope,
        skip: set[int],
        when: tuple[int, int] | None,
        span: tuple[int, int],
        before: list[int],
        part: str = "",
        wish: bool = False,
    ) -> list[Claim]:
        """The claims of one verb and everything after it, conjunct by conjunct."""
        tokens = self.tokens
        if scope.hedged and not wish:
            return []
        outer = self.case(group, who, start, end, scope.copy())
        outer.before, outer.skip, outer.part, outer.far = (
            before,
            skip,
            part,
            max(end, self.far if self.far > start else 0),
        )
        match = self.framer.pattern(outer)
        if match is not None and match.pattern.get("about"):
            self.used = max(self.used, *match.used)
            return self.settle(self.framer.from_pattern(outer, match), outer, span, when)
        if match is not None and group.lemma in verbs.MAKING and not wish:
            return self.settle(self.framer.from_pattern(outer, match), outer, span, when)
        named = self.named(group, who, start, end, span)
        if named is None and not who and not part:
            named = self.given_to(group, start, end, span)
        if named is not None:
            return named
        caused = self.caused(group, who, start, end, scope, skip, when, span, wish)
        if caused is not None:
            return caused
        if (
            not wish
            and who == "calvin"
            and not part
            and not (group.past and group.lemma in {"ask", "tell", "beg", "order", "command", "forbid"})
            and group.lemma
            in {
                "want",
                "wish",
                "need",
                "like",
                "order",
                "command",
                "ask",
                "tell",
                "beg",
                "force",
                "allow",
                "love",
                "expect",
                "require",
                "forbid",
                "prefer",
            }
        ):
            wished = self.wanted(group, start, end, skip, when, span)
            if wished is not None:
                return wished
        at, deep_start, deep_lemma = self.deep(group.lemma, start, end)
        if group.passive and at < 0:
            deep_lemma = "be"
        nested = [i for i in sorted(skip) if deep_start <= i < end]
        if nested and nested[-1] + 1 < end and tokens[nested[-1] + 1].tag == ",":
            pieces: list[Piece] = []
            for piece in split(tokens, deep_start, end, self.clauses.by_start, deep_lemma):
                if piece.start in skip and pieces:
                    pieces[-1].end = piece.end
                else:
                    pieces.append(piece)
        else:
            inner_end = min(nested, default=end)
            pieces = split(tokens, deep_start, inner_end, self.clauses.by_start, deep_lemma)
            if inner_end < end and pieces:
                pieces[-1].end = end
        claims: list[Claim] = []
        shared = self.trailing(pieces, group, end)
        first = True
        for piece in pieces:
            left = (
                piece.kind == "E" and not first and pieces[0].kind == "N" and group.lemma not in verbs.COPULAS
            )
            if left and not self.own_state(piece):
                continue  # *has her photograph, creased across the throat*
            case = self.case(group, who, start, piece.end, scope.copy())
            case.skip, case.before, case.part, case.wish, case.kind = skip, before, part, wish, piece.kind
            if piece.start <= self.used and not first:
                continue
            case.far = max(end, self.far if self.far > start else 0)
            if scope.denials and any(p.word == "but" for p in pieces[: pieces.index(piece)]):
                case.scope.denials = set()  # *not restless but proud and left-handed*
            if not first:
                self.conjunct(case, piece, at, deep_start, start, group, pieces[0])
            own = range(piece.start if not first else start, piece.end)
            if (
                not first
                and deep_start < end
                and tokens[deep_start].low in {"only", "nothing but"}
                and piece.kind == "N"
            ):
                case.scope.weigh("absolute")
            add_adverbs(
                case.scope,
                tokens,
                [i for i in own if i not in skip and tokens[i].tag in "RxAdi" and not self.inner(i)],
            )
            add_times(
                case.scope,
                tokens,
                time_phrases(tokens, self.clauses.phrases, own.start, own.stop, case.start),
            )
            if shared and piece is not pieces[-1]:
                add_times(case.scope, tokens, shared)
            if piece.kind == "R" and not first and all(tokens[i].tag in "R!" for i in own):
                claims = [self.settler.reweigh(c, case.scope) for c in claims]
                continue
            if piece.negated and first is False:
                case.scope.denials.add(piece.start)
            if (
                case.scope.timed
                and case.scope.time == "before"
                and not (case.past or case.perfect or wish)
                and case.lemma != "use"
            ):
                case.scope.time, case.scope.timed = ("before", True) if group.past else ("now", False)
            own_when = when or self.bare_condition(case) or self.own_condition(case)
            drafts = self.framer.frame(case)
            if case.used >= 0:
                self.used = max(self.used, case.used)
                if own_when and own_when[0] <= case.used < own_when[1]:
                    own_when = None
            claims += self.settle(drafts, case, span, own_when)
            first = False
        self.gists = [(c.aspect, c.value, c.holds, c.degree, c.object) for c in claims[-1:]]
        return claims

    def own_state(self, piece: Piece) -> bool:
        """Whether a participle after an object tells how the subject is."""
        token = self.tokens[piece.start]
        return not piece.detached or bool(self.framer.senses("adjectives", token.low))

    def inner(self, i: int) -> bool:
        """Whether the word stands in a noun phrase that only *of* joins to the clause."""
        phrase = self.clauses.inside.get(i)
        return (
            phrase is not None
            and self.tokens[i].tag == "R"
            and phrase.start > 0
            and self.tokens[phrase.start - 1].low == "of"
        )

    def conjunct(  # noqa: PLR0912, PLR0913, PLR0917
        self, case: Case, piece: Piece, at: int, deep_start: int, start: int, group: VerbGroup, first: Piece
    ) -> None:
        """Make the case that of a later conjunct, which shares what its kind lets it share."""
        tokens = self.tokens
        if piece.word in {"but"} or tokens[piece.start].low in {"only", "just", "merely", "simply"}:
            case.scope.denials = set()
        if piece.kind == "V" and at >= 0 and tokens[at].tag in "Vbh":
            case.hidden = set(range(at, piece.start))
        elif (
            piece.kind in {"G", "T"}
            and group.lemma in verbs.LIKING | verbs.DISLIKING | {"want"}
            and (first.kind != piece.kind)
        ):
            case.hidden = set(range(deep_start, piece.start))
        elif piece.kind == "V" or (
            piece.kind == "G"
            and (group.progressive or piece.detached or first.kind not in "G")
            and not (at >= 0 and tokens[at].tag == "G" and not piece.detached)
        ):
            head = next((i for i in range(piece.start, piece.end) if tokens[i].tag in "VG"), piece.start)
            case.lemma, case.at, case.start = tokens[head].lemma, head, head + 1
            case.before = [i for i in range(piece.start, head) if tokens[i].tag in "Rx"]
            case.passive = False
            if piece.kind == "G" and not group.progressive:
                case.modal = ""
                case.scope = Scope(time=case.scope.time, timed=case.scope.timed)
        elif piece.kind == "G" and at >= 0:
            case.hidden = set(range(at, piece.start))
        elif piece.kind == "T":
            case.hidden = set(range(start, piece.start))
        else:
            case.hidden = set(range(deep_start, piece.start))
            if (
                piece.kind == "N"
                and case.lemma in {"be", "become"}
                and with_list(tokens, first.end, deep_start)
            ):
                case.hidden = set(range(preposition_before(tokens, first.end, deep_start) + 1, piece.start))
            elif piece.kind == "N" and first.kind not in "N":
                shared = preposition_before(tokens, first.end, deep_start)
                if shared >= 0 and shares(tokens, first.end, first.kind, case.lemma):
                    case.hidden = set(range(shared + 1, piece.start))
            if (
                group.passive
                and group.lemma != "be"
                and piece.kind in "AENP"
                and tokens[group.head].tag == "E"
            ):
                case.lemma, case.passive = "be", False
            if piece.kind == "E" and case.lemma == "be":
                head = next(i for i in range(piece.start, piece.end) if tokens[i].tag == "E")
                if not self.framer.senses("adjectives", tokens[head].low):
                    case.lemma, case.at, case.start, case.passive, case.past = (
                        tokens[head].lemma,
                        head,
                        head + 1,
                        True,
                        True,
                    )
                    case.hidden = set()

    def trailing(self, pieces: list[Piece], group: VerbGroup, end: int) -> list[tuple[int, int, str]]:
        """Times at the end of a list of nouns, which hold for the whole list."""
        if len(pieces) < 2 or any(p.kind in "VGT" and p.kind for p in pieces):
            return []
        return time_phrases(self.tokens, self.clauses.phrases, pieces[-1].start, end, group.end)

    def own_condition(self, case: Case) -> tuple[int, int] | None:
        """*never cries except at airports; miserable without him; nervous before exams*."""
        tokens = self.tokens
        for i in range(case.start, case.end):
            if i in case.hidden or tokens[i].tag not in "ik":
                continue
            phrase = self.clauses.by_start.get(i + 1)
            if tokens[i].low in {"except", "unless", "except for"}:
                case.scope.cut.update(range(i, case.end))
                return (i, case.end)
            if (
                phrase is not None
                and (tokens[i].low in {"at", "in", "on"} and tokens[phrase.head].low in OCCASIONS)
                and (
                    phrase.owner >= 0 or (phrase.end < case.end and tokens[phrase.end].low in {"of", "from"})
                )
            ):
                stop = phrase.end
                if stop < case.end and tokens[stop].low in {"of", "from"}:
                    inner = self.clauses.by_start.get(stop + 1)
                    stop = inner.end if inner is not None else stop
                case.scope.cut.update(range(i, stop))
                return (i, stop)
            if tokens[i].low in {"without"} and phrase is not None and self.people.of(tokens, phrase).people:
                return (i, phrase.end)
            if (
                tokens[i].low in {"before", "during", "after"}
                and tokens[i].tag == "i"
                and phrase is not None
                and not is_time(tokens, phrase)
                and case.lemma in verbs.COPULAS
                and i > case.start
            ):
                return (i, phrase.end)
        return None

    def bare_condition(self, case: Case) -> tuple[int, int] | None:
        """*bites if provoked; calm unless asked to dance*."""
        tokens = self.tokens
        for i in range(case.start, case.end - 1):
            if (
                tokens[i].low in {"unless", "if", "when", "whenever", "until", "once"}
                and tokens[i].tag in "kiR"
                and not (tokens[i].low == "once" and tokens[i].tag == "R")
                and self.lone_adjective(i + 1)
                and case.end - i < 6
            ):
                case.scope.cut.update(range(i, case.end))
                return (i, case.end)
        return None

    def lone_adjective(self, i: int) -> bool:
        """Whether an adjective or participle stands there alone: *when drunk*."""
        token, phrase = self.tokens[i], self.clauses.by_start.get(i)
        if phrase is not None and phrase.end > i + 1:
            return False
        return token.tag in "EA" or (token.tag == "N" and bool({"A", "E"} & set(token.tags)))
