"""What the command line does with a reader."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, TextIO

from game.reader import lexicon
from game.reader.reader import PageTooLong, Reader
from game.reader.words import Words
from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from game.reader.claims import Claim

_SECTIONS: Final = ("adjectives", "nouns", "verbs", "causes", "languages")
_CLAIMED: Final = ("aspect", "value", "holds", "degree", "object", "time", "about", "also")
_DETERMINERS: Final = words("a an the this that these those some such")
"""Words that a pattern passes over where it does not ask for them."""
_STANDING_FOR: Final = {
    "c": words("calvin him me"),
    "p": words("calvin him me harry langdon lila gertrude mort rosenthal susie"),
    "h": words("his my"),
    "s": words("her his my"),
    "r": words("herself himself myself"),
    "i": words("she he i"),
}
"""Words that a slot may hold, of those that patterns also ask for by themselves."""
_SAMPLES: Final = {
    "c": "him",
    "p": "him",
    "h": "his",
    "s": "her",
    "r": "herself",
    "i": "she",
    "x": "the sea",
    "v": "sing",
}
_THINGS: Final = words("it everything nothing anything something her him me everyone everybody nobody")
_FARTHEST: Final = 5
"""One more than the words that a gap or a noun phrase is tried with."""

Element = tuple[str, list[str]]
"""A kind (`w` word, `o` optional word, or a slot) and the words it may be."""


def read_text(reader: Reader, text: str) -> dict[str, object]:
    """The reading of one page, in the form of the contract. Raises PageTooLong."""
    return reader.read(text).as_dict()


def _answer(reader: Reader, line: str) -> dict[str, object]:
    def error(code: str, message: str) -> dict[str, object]:
        return {"error": {"code": code, "message": message}}

    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return error(
            "not-json", 'This line is not JSON. Send one object a line, such as {"page": "Ruby sings."}.'
        )
    if not isinstance(asked, dict) or not isinstance(asked.get("page"), str):
        return error("no-page", 'This object has no text under "page". Send {"page": "Ruby sings."}.')
    try:
        return read_text(reader, asked["page"])
    except PageTooLong as too_long:
        return error("page-too-long", str(too_long))


def read_jsonl(reader: Reader, stream_in: TextIO, stream_out: TextIO) -> int:
    """Answer one JSON object a line with one a line, flushed, to the end of the input; the exit status."""
    for line in stream_in:
        if line.strip():
            stream_out.write(json.dumps(_answer(reader, line), ensure_ascii=True) + "\n")
            stream_out.flush()
    return 0


def verify(folder: Path) -> list[str]:
    """Run every pattern's example, and say which fail: nothing for a sound lexicon. Raises LexiconError."""
    table = lexicon.load(folder, whole=True)
    reader = Reader(table)
    problems: list[str] = []
    for at, text, example, aspect, value, holds, others in table["examples"]:
        claims = reader.read(example).claims
        if value == "nothing":
            if claims:
                problems.append(f"{at}: {example!r} should claim nothing, and claims {_brief(claims)}")
        elif not any(_fits(claim, aspect, value) and claim.holds == holds for claim in claims):
            problems.append(
                f"{at}: {text!r} does not read its example {example!r}: {_brief(claims) or 'no claims'}"
            )
        problems.extend(
            f"{at}: {text!r} also reads {other!r}, which it should not"
            for other in others
            if any(_fits(claim, aspect, value) for claim in reader.read(other).claims)
        )
    return problems


def _fits(claim: Claim, aspect: str, value: str) -> bool:
    return claim.aspect == aspect and ("{" in value or claim.value == value)


def _brief(claims: tuple[Claim, ...]) -> str:
    return ", ".join(f"{c.subject} {c.aspect} {c.value}{'' if c.holds else ' (denied)'}" for c in claims)


def why(reader: Reader, text: str) -> str:
    """For each claim the entry or rule that made it; for each stretch unread, that nothing reads it."""
    lines = [
        f"{claim.subject} {claim.aspect} {claim.value}{'' if claim.holds else ', denied'}, {claim.degree}"
        f"{f', {claim.when}' if claim.when else ''}: {reason or 'by rule'}\n    {claim.text}"
        for claim, reason in reader.explain(text)
    ]
    lines += [f"unread: {text[a:b]!r}: no clause about a person" for a, b in reader.read(text).unread]
    return "\n".join(lines)


def coverage(folder: Path, pages: Iterable[str]) -> list[str]:
    """Which entries of a lexicon no page used, by file:line, and the share used. Raises LexiconError.

    A word is used where the reader asked for it at a place where it could count; a pattern, where it was
    the weightiest that the clause fits. Pages too long to be read are passed over.
    """
    table = lexicon.load(folder, whole=True)
    used: set[str] = set()
    reader = Reader(_noting(table, used))
    read = 0
    for page in pages:
        try:
            reader.read(page)
        except PageTooLong:
            continue
        read += 1
    return list(_report(_entries(table), used, read))


class _Noted(dict[str, Any]):
    """Words of the lexicon; notes those that are asked for and there."""

    def __init__(self, words_of: dict[str, Any], name: str, used: set[str]) -> None:
        super().__init__(words_of)
        self._name, self._used = name, used

    def _note(self, key: object) -> None:
        if super().__contains__(key):
            self._used.add(f"{self._name}:{key}")

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return super().__contains__(key)

    def __getitem__(self, key: str) -> Any:
        self._note(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._note(key)
        return super().get(key, default)


class _NotedPattern(dict[str, Any]):
    """A pattern; its value is asked for only when it has been chosen."""

    def __init__(self, pattern: dict[str, Any], used: set[str]) -> None:
        super().__init__(pattern)
        self._used = used

    def __getitem__(self, key: str) -> Any:
        if key == "value":
            self._used.add(_name(self))
        return super().__getitem__(key)


def _noting(table: lexicon.Table, used: set[str]) -> lexicon.Table:
    """The table, with every entry that the reader uses added to `used`."""
    noted = {name: _Noted(table[name], name, used) for name in _SECTIONS}
    lists = {name: _Noted(of, name, used) for name, of in table["lists"].items()}
    return {**table, **noted, "lists": lists, "patterns": [_NotedPattern(p, used) for p in table["patterns"]]}


def _name(pattern: dict[str, Any]) -> str:
    return f"{pattern.get('at')} {pattern.get('text')}"


def _entries(table: lexicon.Table) -> list[tuple[str, int, str, str, str]]:
    """File, line, section, word or pattern, and the name that its use is noted under; in the file's order."""
    found: set[tuple[str, int, str, str, str]] = set()
    for name, places in table["origins"].items():
        section, _, word = name.partition(":")
        for place in places:
            file, _, line = place.rpartition(":")
            found.add((file, int(line), section, word, name))
    for pattern in table["patterns"]:
        file, _, line = pattern["at"].rpartition(":")
        found.add((file, int(line), "pattern", pattern["text"].replace("no_one", "no one"), _name(pattern)))
    return sorted(found)


def _report(entries: Sequence[tuple[str, int, str, str, str]], used: set[str], pages: int) -> Iterator[str]:
    unused: dict[tuple[str, int, str], list[str]] = {}
    for file, line, section, text, name in entries:
        if name not in used:
            unused.setdefault((file, line, section), []).append(text)
    for (file, line, section), texts in unused.items():
        yield f"{file}:{line}: {section}: {(' / ' if section == 'pattern' else ', ').join(texts)}"
    every = Counter(entry[0] for entry in entries)
    of_them = Counter(entry[0] for entry in entries if entry[4] in used)
    for file, number in every.items():
        yield f"{file}: {of_them[file]:,} of {number:,} entries used, {of_them[file] / number:.0%}."
    total, hit = len(entries), of_them.total()
    yield f"In all: {hit:,} of {total:,} entries used by {pages:,} pages, {hit / max(total, 1):.0%}."


def clashes(folder: Path) -> list[str]:
    """Two patterns that read the same words with equal weight as different claims. Raises LexiconError."""
    found: dict[tuple[str, str], str] = {}
    shelves: dict[tuple[int, str], list[lexicon.Pattern]] = {}
    for pattern in lexicon.load(folder)["patterns"]:
        for first in sorted({base for word in pattern["elements"][0][1] for base in _bases(word)}):
            shelf = shelves.setdefault((pattern["weight"], first), [])
            for other in shelf:
                pair = (_name(other), _name(pattern))
                if pair in found or _claimed(other) == _claimed(pattern):
                    continue
                both = _Overlap(other["elements"], pattern["elements"]).words()
                if both:
                    found[pair] = _clash(other, pattern, both)
            shelf.append(pattern)
    return list(found.values())


def _clash(one: lexicon.Pattern, other: lexicon.Pattern, both: str) -> str:
    return (
        f"{other['at']}: {other['text']!r} reads {both!r} as {_told(other)}, and "
        f"{one['text']!r} ({one['at']}) reads it as {_told(one)}. They weigh the same, so the latter, which "
        "is loaded first, is taken. Take the words that they share out of one of them, or make the one that "
        "should win longer by a word."
    )


def _claimed(pattern: lexicon.Pattern) -> tuple[Any, ...]:
    return tuple(pattern.get(key) or "" for key in _CLAIMED)


def _told(pattern: lexicon.Pattern) -> str:
    more = [f"{key} {pattern[key]}" for key in _CLAIMED[3:] if pattern.get(key)]
    denied = [] if pattern["holds"] else ["denied"]
    return " ".join([pattern["aspect"], pattern["value"], *denied, *more])


def _bases(word: str) -> set[str]:
    """The word and what it may be a form of; possessives are no form of anything."""
    known = Words.load()
    return {word} | {known.lemma(word, tag) for tag in known.tags(word)}


def _is_thing(word: str) -> bool:
    return word in _THINGS or bool(set(Words.load().tags(word)) & set("NP"))


class _Overlap:
    """Looks for words that two patterns both read from their first word to their last."""

    def __init__(self, one: list[Element], other: list[Element]) -> None:
        self._both = (one, other)
        self._seen: set[tuple[int, int]] = set()

    def words(self) -> str:
        """Such words, or nothing."""
        return " ".join(self._from(0, 0, []) or [])

    def _from(self, i: int, j: int, read: list[str]) -> list[str] | None:
        one, other = self._both
        if (i, j) in self._seen:
            return None
        self._seen.add((i, j))
        if i == len(one) and j == len(other):
            return read
        for forward, back, taken in self._steps(i, j, bool(read)):
            found = self._from(i + forward, j + back, [*read, *taken])
            if found is not None:
                return found
        return None

    def _steps(self, i: int, j: int, begun: bool) -> Iterator[tuple[int, int, list[str]]]:
        """How far to go on in each of the two, and by which words."""
        one, other = self._both
        for forward, back, taken in _alone(one[i:], other[j:], begun):
            yield forward, back, taken
        for back, forward, taken in _alone(other[j:], one[i:], begun):
            yield forward, back, taken
        if i < len(one) and j < len(other):
            word = _shared(one[i], other[j])
            if word:
                yield 1, 1, [word]


def _alone(mine: list[Element], theirs: list[Element], begun: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Steps that are no word for a word: what may be left out, gaps, and phrases for a slot."""
    if not mine:
        return
    kind, said = mine[0]
    if kind in "o*" or (kind == "$" and not theirs):
        yield 1, 0, []
    if kind == "w" and begun and _DETERMINERS & set(said):
        yield 1, 0, [said[0]]
    if kind in "*x":
        for far in range(1 if kind == "*" else 2, min(_FARTHEST, len(theirs) + 1)):
            part = theirs[:far]
            if any(other in "*$" for other, _ in part):
                return
            if kind == "*" or _is_phrase(part):
                yield 1, far, [said[0] if said else _SAMPLES[other] for other, said in part]


def _is_phrase(part: list[Element]) -> bool:
    """Whether the elements can be one noun phrase."""
    *lead, (last, nouns) = part
    return (
        last in "wo"
        and any(_is_thing(word) for word in nouns)
        and all(
            kind in "hs"
            or (kind in "wo" and any(w in _DETERMINERS or "A" in Words.load().tags(w) for w in said))
            for kind, said in lead
        )
    )


def _shared(one: Element, other: Element) -> str:
    """A word that both elements take, or nothing."""
    if other[0] in "wo":
        one, other = other, one
    (kind, said), (slot, others) = one, other
    if slot in "wo":
        pairs = ((a, b) for a in said for b in others)
        return next((a for a, b in pairs if a == b or a in _bases(b) or b in _bases(a)), "")
    if kind in "wo":
        return next((word for word in said if _may_hold(slot, word)), "")
    return _SAMPLES.get(kind, "") if kind == slot or {kind, slot} <= {"c", "p", "x"} else ""


def _may_hold(slot: str, word: str) -> bool:
    if slot == "x":
        return _is_thing(word)
    if slot == "v":
        return bool(set(Words.load().tags(word)) & set("VG"))
    return word in _STANDING_FOR.get(slot, ())
