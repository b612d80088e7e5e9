"""The author's words: YAML in, one compiled table out, cached by content."""

from __future__ import annotations

import gc
import hashlib
import marshal
import re
from pathlib import Path
from typing import Any, Final

from game.reader.claims import ASPECTS
from game.reader.elements import element, variants
from game.reader.storywords import by_initial, story_words
from game.reader.wordsets import words

FORMAT: Final = 14
"""Raised whenever the compiled form changes, so that an old cache is not read."""

VALUES: Final[dict[str, frozenset[str]]] = {
    "mood": words(
        "joyful content sad angry afraid anxious calm bored lonely ashamed numb proud jealous hopeful restless confused"  # noqa: E501
    ),
    "bond": words(
        "loves desires needs trusts misses admires forgives faithful distant indifferent resents hates fears leaves"  # noqa: E501
    ),
    "will": words("free obedient bound defiant"),
    "speech": words("silent sings whispers shouts rhymes questions truthful lies talkative stammers"),
    "mind": words("knows forgets remembers believes doubts wonders dreams"),
    "being": words("real written alive dead gone ageless"),
    "tie": words("friend family lover rival stranger student colleague"),
}
"""What an aspect may say, where that is closed; speech may also be a language."""

WORD_SECTIONS: Final = ("adjectives", "nouns", "verbs", "causes", "phrases", "subjects", "parts")
_KEYS: Final = frozenset(WORD_SECTIONS) | {"patterns"}
_PATTERN_KEYS: Final = frozenset(
    {"ex", "not", "degree", "holds", "object", "value", "aspect", "also", "time", "about"}
)

_LEAD: Final = re.compile(r"(?:[>|][-+]?)?\s*")
"""What stands before a word in the file: a block's indicator, space, line ends."""

Sense = tuple[str, str, bool, str]
"""Aspect, value, whether it holds, degree (or nothing)."""
Pattern = dict[str, Any]
Table = dict[str, Any]


class LexiconError(ValueError):
    """A lexicon that cannot be used: what is wrong, at file:line, and the mend."""


_KEPT: Final = 16
"""How many compiled lexicons are kept; the least recently written go first."""
_FOR_TESTS: Final = ("examples", "origins")
"""What only those ask for who test a lexicon."""


def load(folder: Path, *, whole: bool = False) -> Table:
    """The compiled lexicon of a folder of YAML files: what reading needs, or the `whole`, with its examples.

    Raises LexiconError for a bad one.
    """
    files = _files(folder)
    sources = [(file.name, file.read_bytes()) for file in files]
    cached = _cached_as(sources, whole=whole)
    table = _from_cache(cached)
    if table is None:
        table = compile_sources(
            [(file, data.decode("utf-8", "replace")) for file, (_, data) in zip(files, sources, strict=True)]
        )
        if not whole:
            for section in _FOR_TESTS:
                del table[section]
        table = _shared(table, {})
        _to_cache(cached, table)
    return table


def is_kept(folder: Path) -> bool:
    """Whether what reading needs of a folder is compiled already, so that nothing in it can be wrong.

    Raises LexiconError where there is no lexicon at all.
    """
    cached = _cached_as([(file.name, file.read_bytes()) for file in _files(folder)], whole=False)
    return cached is not None and cached.is_file()


def _files(folder: Path) -> list[Path]:
    if files := sorted(folder.glob("*.yaml")):
        return files
    raise LexiconError(f"{folder}: no lexicon here. Put one .yaml file for each aspect into this folder.")


def _cached_as(sources: list[tuple[str, bytes]], *, whole: bool) -> Path | None:
    digest = hashlib.blake2b(digest_size=16)
    own = Path(__file__).stat()  # for those who change it: two states of it never share a cache
    digest.update(f"{FORMAT} {own.st_size} {own.st_mtime_ns}".encode())
    for name, data in sources:
        digest.update(name.encode() + b"\0" + data + b"\0")
    return _cache_file(digest.hexdigest() + ("-whole" if whole else ""))


def _shared(value: Any, known: dict[Any, Any]) -> Any:
    """The same data with equal words as one object: that is smaller on the disk, and quicker to read back."""
    match value:
        case str():
            return known.setdefault(value, value)
        case dict():
            return {_shared(key, known): _shared(one, known) for key, one in value.items()}
        case list():
            return [_shared(one, known) for one in value]
        case tuple():
            found = tuple(_shared(one, known) for one in value)
            return known.setdefault(found, found) if _is_plain(found) else found
    return value


def _is_plain(value: tuple[Any, ...]) -> bool:
    """Whether it is of words, truths and such tuples, so that what is equal to it is the same."""
    return all(isinstance(one, str | bool) or (isinstance(one, tuple) and _is_plain(one)) for one in value)


def _cache_file(digest: str) -> Path | None:
    try:
        from platformdirs import user_cache_path  # noqa: PLC0415

        return user_cache_path("ruby-sparks") / f"lexicon-{digest}.bin"
    except (ImportError, OSError, RuntimeError):
        return None


def _from_cache(file: Path | None) -> Table | None:
    if file is None:
        return None
    try:
        data = file.read_bytes()
        check, body = data[:16], data[16:]
        if hashlib.blake2b(body, digest_size=16).digest() != check:
            return None
        collects = gc.isenabled()
        gc.disable()  # nothing in the table is garbage, and looking for it takes longer than reading
        try:
            table = marshal.loads(body)
        finally:
            if collects:
                gc.enable()
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return table if isinstance(table, dict) else None


def _to_cache(file: Path | None, table: Table) -> None:
    if file is None:
        return
    try:
        body = marshal.dumps(table)
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".part")
        partial.write_bytes(hashlib.blake2b(body, digest_size=16).digest() + body)
        partial.replace(file)
        _prune(file.parent)
    except (OSError, ValueError):
        return


def _prune(folder: Path) -> None:
    files = sorted(folder.glob("lexicon-*.bin"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[_KEPT:]:
        file.unlink(missing_ok=True)


def compile_sources(sources: list[tuple[Path, str]]) -> Table:
    """Read the YAML texts into one table. Raises LexiconError with file:line."""
    import yaml  # noqa: PLC0415

    table: Table = {section: {} for section in WORD_SECTIONS}
    table.update(patterns=[], index={}, languages={}, lists={}, examples=[], origins={})
    for file, text in sources:
        try:
            node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            raise LexiconError(
                f"{file.name}:{line}: this is not YAML ({getattr(error, 'problem', error)}). Mend the indentation or the quotes."  # noqa: E501
            ) from None
        if node is not None:
            _File(file, text, table).read(node)
    table["patterns"].sort(key=lambda p: -p["weight"])
    often: dict[str, int] = {}
    for pattern in table["patterns"]:
        for kind, forms in pattern["elements"]:
            for word in forms if kind == "w" else ():
                often[word] = often.get(word, 0) + 1
    for number, pattern in enumerate(table["patterns"]):
        others = [words for kind, words in pattern["elements"][1:] if kind == "w"]
        rarest = min(others, key=lambda words: max(often[word] for word in words), default=[""])
        for word in pattern["elements"][0][1]:
            shelf = table["index"].setdefault(word, {})
            for other in rarest:
                shelf.setdefault(other, []).append(number)
    table["story"] = story_words(table, WORD_SECTIONS)
    table["by_initial"] = by_initial(table["story"])
    return table


class _File:
    """Reads one file's YAML nodes into the table."""

    def __init__(self, file: Path, text: str, table: Table) -> None:
        self.file, self.text, self.table = file, text, table

    def at(self, place: Any) -> str:
        """file:line of a node or of a line."""
        line = place if isinstance(place, int) else place.start_mark.line + 1
        return f"{self.file.name}:{line}"

    def fail(self, place: Any, what: str, mend: str) -> LexiconError:
        return LexiconError(f"{self.at(place)}: {what}. {mend}")

    def pairs(self, node: Any) -> list[tuple[str, Any, Any]]:
        if node.id != "mapping":
            raise self.fail(node, "a mapping was expected here", "Write `key: value` lines.")
        first: dict[str, Any] = {}
        for key, _ in node.value:
            if (word := str(key.value)) in first:
                raise self.fail(
                    key,
                    f"`{word[:60]}` stands here twice",
                    f"The first one is in line {first[word].start_mark.line + 1}; leave one of them out.",
                )
            first[word] = key
        return [(str(key.value), key, value) for key, value in node.value]

    def words(self, node: Any) -> list[tuple[str, int]]:
        """The words, or phrases, that commas part, each with the line that it begins on."""
        if node.id == "scalar":
            words = [w.strip() for w in node.value.split(",")]
            return [(w, line) for w, line in zip(words, self._lines(node, len(words)), strict=True) if w]
        if node.id == "sequence":
            return [w for item in node.value for w in self.words(item)]
        raise self.fail(node, "words were expected here", "Write them with commas between.")

    def _lines(self, node: Any, count: int) -> list[int]:
        line = node.start_mark.line + 1
        written = self.text[node.start_mark.index : node.end_mark.index].split(",")
        if len(written) != count:
            return [line] * count
        lines: list[int] = []
        for piece in written:
            lead = _LEAD.match(piece)
            lines.append(line + (lead[0].count("\n") if lead else 0))
            line += piece.count("\n")
        return lines

    def read(self, root: Any) -> None:
        aspect = ""
        for key, at, node in self.pairs(root):
            if key == "aspect":
                aspect = node.value
                if aspect not in ASPECTS:
                    raise self.fail(
                        node, f"there is no aspect {aspect!r}", f"It is one of {', '.join(ASPECTS)}."
                    )
            elif key == "values":
                for value, where, entry in self.pairs(node):
                    if not aspect:
                        raise self.fail(
                            where,
                            "the file has not said its aspect",
                            "Begin it with `aspect: mood` or another.",
                        )
                    self.entry(aspect, value, entry)
            elif key == "entries":
                self.entry(aspect, "", node)
            elif key == "languages":
                self.mapped("languages", self.table["languages"], node)
            elif key == "lists":
                for name, _, words in self.pairs(node):
                    self.mapped(name, self.table["lists"].setdefault(name, {}), words)
            else:
                raise self.fail(
                    at, f"unknown key {key!r}", "Known are aspect, values, entries, languages and lists."
                )

    def entry(self, aspect: str, value: str, node: Any) -> None:
        for key, at, content in self.pairs(node):
            if key not in _KEYS:
                raise self.fail(at, f"unknown section {key!r}", f"Known are {', '.join(sorted(_KEYS))}.")
            if key == "patterns":
                for text, where, body in self.pairs(content):
                    self.pattern(aspect, value, text, where, body)
            elif key == "phrases":
                for phrase in self.phrases(content):
                    self.phrase(aspect, value, *phrase)
            else:
                for word, line in self.words(content):
                    self.word(key, aspect, value, word, line)

    def mapped(self, name: str, target: dict[str, str], node: Any) -> None:
        """`word` or `word = what it is`, of a list."""
        for written, line in self.words(node):
            word, _, meant = (part.strip() for part in written.partition("="))
            target[word] = meant or word
            self.table["origins"].setdefault(f"{name}:{word}", []).append(self.at(line))

    def phrases(self, node: Any) -> list[tuple[str, str, Any]]:
        """Phrases with the value they name, if they name one."""
        if node.id == "mapping":
            return [(key, value.value, at) for key, at, value in self.pairs(node)]
        return [(w, "", line) for w, line in self.words(node)]

    def check(self, aspect: str, value: str, node: Any) -> None:
        """Refuse a value that the aspect does not have."""
        allowed = VALUES.get(aspect)
        if allowed is not None and value not in allowed and value != "nothing" and "{" not in value:
            raise self.fail(
                node, f"{aspect} has no value {value!r}", f"It is one of {', '.join(sorted(allowed))}."
            )

    def word(self, section: str, aspect: str, value: str, word: str, line: int) -> None:
        """`word`, `-word` (denied), `word = value`, `word ^strong`."""
        word, _, degree = word.partition("^")
        word, _, own = word.partition("=")
        word = word.strip()
        holds = not word.startswith("-")
        word = word.lstrip("-").strip()
        sense = (aspect, own.strip() or value or word, holds, degree.strip())
        self.check(aspect, sense[1], line)
        self.table[section].setdefault(word, []).append(sense)
        self.table["origins"].setdefault(f"{section}:{word}", []).append(self.at(line))

    def phrase(self, aspect: str, value: str, phrase: str, own: str, node: Any) -> None:
        """A phrase after a copula is the pattern `be` + phrase."""
        phrase, _, degree = phrase.partition("^")
        phrase, _, named = phrase.partition("=")
        own = own or named.strip()
        holds = not phrase.startswith("-")
        phrase = phrase.lstrip("-").strip()
        phrase = phrase.replace("no one", "no_one")
        said = (
            phrase.split("|")[0] if "|" not in phrase else " ".join(w.split("|")[0] for w in phrase.split())
        )
        said = (
            said.replace("{c}", "Calvin")
            .replace("{his}", "Calvin's")
            .replace("{p}", "Harry")
            .replace("{r}", "herself")
            .replace("{x}", "the sea")
            .replace(" *", "")
            .replace("no_one", "no one")
            .replace(" 's", "'s")
            .replace(" $", "")
            .replace("(", "")
            .replace(")", "")
        )
        meta = {"ex": f"Ruby is {said}.", "holds": holds, "value": own or value or phrase, "aspect": aspect}
        if degree:
            meta["degree"] = degree
        self.add_pattern("be " + phrase, meta, node)

    def pattern(self, aspect: str, value: str, text: str, at: Any, node: Any) -> None:
        meta: Pattern = {"aspect": aspect, "value": value, "holds": True}
        if node.id == "scalar":
            meta["ex"] = node.value
        else:
            for key, where, content in self.pairs(node):
                if key not in _PATTERN_KEYS:
                    raise self.fail(
                        where,
                        f"unknown key {key!r} in a pattern",
                        f"Known are {', '.join(sorted(_PATTERN_KEYS))}.",
                    )
                if key == "not":
                    meta["not"] = (
                        [n.value for n in content.value] if content.id == "sequence" else [content.value]
                    )
                elif key == "holds":
                    meta[key] = content.value.lower() == "true"
                else:
                    meta[key] = content.value
        if not meta.get("ex"):
            raise self.fail(
                at, f"the pattern {text!r} has no example", f"Write `{text}: A sentence that it reads.`"
            )
        if meta["aspect"] not in ASPECTS:
            raise self.fail(
                at, f"there is no aspect {meta['aspect']!r}", f"It is one of {', '.join(ASPECTS)}."
            )
        self.add_pattern(text, meta, at)

    def add_pattern(self, text: str, meta: Pattern, node: Any) -> None:
        for elements in variants([element(part) for part in text.replace("no one", "no_one").split()]):
            kept = {key: value for key, value in meta.items() if key not in {"ex", "not"}}
            self._add(text, elements, kept, node)
        self.table["examples"].append(
            (
                self.at(node),
                text,
                meta["ex"],
                meta["aspect"],
                meta.get("value", ""),
                meta["holds"],
                meta.get("not", []),
            )
        )

    def _add(self, text: str, elements: list[tuple[str, list[str]]], meta: Pattern, node: Any) -> None:
        if not elements or elements[0][0] not in "wo":
            raise self.fail(
                node, f"the pattern {text!r} does not begin with a word", "Begin it with the verb."
            )
        self.check(meta["aspect"], meta["value"], node)
        meta["elements"] = tuple((kind, tuple(forms)) for kind, forms in elements)
        meta["text"] = text
        meta["weight"] = sum({"w": 3, "c": 2, "h": 2, "p": 1, "y": 1}.get(kind, 0) for kind, _ in elements)
        meta["at"] = self.at(node)
        self.table["patterns"].append(meta)
