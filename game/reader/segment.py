"""Stage 2: sentences, with quotations kept whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from game.reader.vocabulary import ABBREVIATIONS, NAMES, PRONOUNS
from game.reader.wordsets import words

_DOUBLE = re.compile(r'"([^"\n]*(?:\n(?!\s*\n)[^"\n]*)*)"')
_SINGLE = re.compile(r"(?<!\w)'(?=\w)((?:[^'\n]|(?<=\w)'(?=\w))*[.,!?])'(?!\w)")
_END = re.compile(r"[.!?]+[)\]]*(?=\s|$|\")|;|\n[ ]*\n\s*")
_WORD_BEFORE = re.compile(r"([\w.']+)$")
_NEXT_WORDS = re.compile(r"\s*([\w'.-]+)(?:\s+([\w'-]+))?(?:\s+([\w'-]+))?")
SAYING: Final = words(
    "said says say saying asked asks whispered whispers shouted shouts cried cries called "
    "replied replies answered answers told tells yelled yells murmured murmurs muttered mutters "
    "begged begs added adds announced announces screamed screams sang sings declared declares "
    "sighed sighs laughed snapped demanded demands insisted insists admitted admits stammered "
    "stammers hissed hisses breathed exclaimed wondered groaned promised warned repeated repeats "
    "explained confessed confesses wrote writes growled typed observed remarked stuttered "
    "bellowed hollered roared mumbled pleaded continued offered lied joked purrs purred wailed "
    "sobbed gasped croaked barked went like"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's offsets in the page and those of the quotations inside it."""

    start: int
    end: int
    quotes: tuple[tuple[int, int], ...] = ()
    question: bool = False


def quotations(text: str) -> list[tuple[int, int]]:
    """The offsets of everything in quotation marks, marks included."""
    found = [m.span() for m in _DOUBLE.finditer(text)]
    if "'" in text:
        for match in _SINGLE.finditer(text):
            if not any(a <= match.start() < b for a, b in found):
                found.append(match.span())
        found.sort()
    return found


def _goes_on(text: str, before: int, quote: tuple[int, int]) -> bool:
    """Whether the sentence goes on after this quotation: *"Stay." Ruby said*."""
    match = _NEXT_WORDS.match(text, quote[1])
    if not match:
        return False
    words = [w.lower() for w in match.groups() if w]
    if text[quote[1] : match.start(1)].count("\n") > 1:
        return False
    said_before = any(w in SAYING for w in re.findall(r"[a-z]+", text[before : quote[0]].lower()))
    if words[0] in SAYING:
        return True
    if (
        not said_before
        and any(w in SAYING for w in words[1:3])
        and (words[0] in NAMES or words[0] in PRONOUNS or words[0] in {"the", "my"})
    ):
        return True
    if match.group(1)[0].isupper() and match.group(1) != "I":
        return text[quote[1] - 2] not in ".!?"
    return (
        text[quote[1] - 2] not in ".!?"
        or not said_before
        or words[0] in {"and", "but", "then", "in", "as", "to"}
    )


def sentences(text: str) -> list[Sentence]:
    """The sentences of a normalised page, in order."""
    quotes = quotations(text)
    out: list[Sentence] = []
    start, q = 0, 0
    ends = [(m.start(), m.end(), m.group()) for m in _END.finditer(text)]
    marks: list[tuple[int, bool]] = []
    for at, end, mark in ends:
        while q < len(quotes) and quotes[q][1] <= at:
            q += 1
        if q < len(quotes) and quotes[q][0] <= at < quotes[q][1]:
            continue
        if mark == ".":
            word = _WORD_BEFORE.search(text, max(0, at - 12), at)
            if word and (
                word.group(1).lower() in ABBREVIATIONS
                or (re.fullmatch(r"[A-Z]", word.group(1)) and word.group(1) != "I")
            ):
                continue
        marks.append((end, "?" in mark))
    for quote in quotes:
        begins = max([m for m, _ in marks if m <= quote[0]], default=0)
        if text[max(quote[0], quote[1] - 2)] in ".!?" and not _goes_on(text, begins, quote):
            marks.append((quote[1], False))
    for end, question in sorted(marks):
        if end > start and text[start:end].strip():
            out.append(_sentence(text, start, end, quotes, question))
            start = end
    if text[start:].strip():
        out.append(_sentence(text, start, len(text), quotes, False))
    return out


def _sentence(text: str, start: int, end: int, quotes: list[tuple[int, int]], question: bool) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    inside = tuple(q for q in quotes if start <= q[0] and q[1] <= end)
    return Sentence(start, end, inside, question)
