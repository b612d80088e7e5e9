"""The word list: what a common English form can be, its lemma, and how common it is.

The list (`data/words.tsv`; `game/workshop/wordlist.py` builds it and tells its format) is held as one
string. Forms that share their first two letters are shelved together, when the first of them is asked for,
and each is unpacked when it is asked for itself.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

Entry = tuple[int, str, dict[str, str]]
"""Rank, tags, and the lemma of each tag whose lemma is not the form itself."""

_LIST = Path(__file__).parent / "data" / "words.tsv"


class Words:
    """Common English forms. Closed classes (pronouns, prepositions, numerals ...) are not in it.

    Tags are letters: N noun, P plural, A adjective, R adverb (both with their comparatives), V verb in base
    form, Z its third person, D past, E past participle, G -ing form.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._shelves: dict[str, dict[str, str]] = {}
        self._entries: dict[str, Entry] = {}

    @staticmethod
    @cache
    def load() -> Words:
        """The list that the game ships, read once."""
        return Words(_LIST.read_text("utf-8"))

    def tags(self, form: str) -> str:
        """What the form can be, as letters; nothing for an unknown form. Forms are lower case."""
        entry = self._entry(form)
        return entry[1] if entry else ""

    def lemma(self, form: str, tag: str) -> str:
        """The dictionary form, where `form` is read as `tag`; the form itself where that is not known."""
        entry = self._entry(form)
        return entry[2].get(tag, form) if entry else form

    def rank(self, form: str) -> int:
        """How common the form is, 1 for the commonest; 0 for an unknown form."""
        entry = self._entry(form)
        return entry[0] if entry else 0

    def shelf(self, prefix: str) -> Collection[str]:
        """All forms that begin with these two letters."""
        return self._shelf(prefix).keys()

    def __contains__(self, form: object) -> bool:
        return isinstance(form, str) and self._entry(form) is not None

    def _entry(self, form: str) -> Entry | None:
        entry = self._entries.get(form)
        if entry is None:
            packed = self._shelf(form[:2]).get(form)
            if packed is not None:
                entry = self._entries[form] = _unpacked(form, packed)
        return entry

    def _shelf(self, prefix: str) -> dict[str, str]:
        shelf = self._shelves.get(prefix)
        if shelf is None:
            if len(prefix) < 2 or not (prefix.isascii() and prefix.isalpha()):
                return {}
            start = self._first_line(prefix)
            end = self._first_line(prefix[0] + chr(ord(prefix[1]) + 1))
            shelf = self._shelves[prefix] = dict(
                line.split("\t", 1) for line in self._text[start:end].splitlines()
            )
        return shelf

    def _first_line(self, prefix: str) -> int:
        """Offset of the first line that is not before `prefix`, found by bisection."""
        text, low, high = self._text, 0, len(self._text)
        while low < high:
            start = text.rfind("\n", low, (low + high) // 2) + 1 or low
            end = text.find("\n", start, high) + 1 or high
            if text[start:end] < prefix:
                low = end
            else:
                high = start
        return low


def _unpacked(form: str, packed: str) -> Entry:
    rank, readings = packed.split("\t")
    own, *others = readings.split(" ")
    tags, lemmas = own, {}
    for other in others:
        letters = other.rstrip("abcdefghijklmnopqrstuvwxyz-'")
        lemma = other[len(letters) :]
        letters, cut = letters.rstrip("0123456789"), letters.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        stem = form[: len(form) - int(cut)]
        tags += letters
        lemmas.update(dict.fromkeys(letters, stem + lemma))
    return int(rank), tags, lemmas
