"""Build the reader's word list from its two sources; run by hand when a source or an edit changes.

    python -m game.workshop.wordlist

needs the packages lemminflect and symspellpy, which the game itself never imports: the list that comes
out (`game/reader/data/words.tsv`) is committed. Edits by hand stand in `wordlist.txt` beside this file.

A line of the list is ``form TAB rank TAB readings``. The readings are tag letters, those whose lemma is the
form itself first; after a blank, ``tags + how many letters to cut + what to add`` for each other lemma:
``left	311	NAR DE4leave`` is noun, adjective, adverb, and past and participle of *leave*.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.reader.adverbs import DEGREES, DENIALS, HEDGES, MANNERS, SKILLED, TIMES
from game.reader.irregular import UNCHANGED
from game.reader.lookup import guess, strip
from game.reader.spelling import COMMON, NEVER_MEANT
from game.reader.vocabulary import CLOSED, INTERJECTIONS, NAMES
from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE: Final = 72_000
"""How many forms to keep, about, of those that the lexicon has."""
OTHERS: Final = (
    CLOSED.keys() | INTERJECTIONS | NAMES.keys() | COMMON.keys()
    | DEGREES.keys() | TIMES.keys() | DENIALS | HEDGES | MANNERS | SKILLED
)  # fmt: skip
"""Words that the reader knows from lists of its own."""
TAGS: Final = "NPARVZDEG"
POS_TAG: Final = {"noun": "N", "verb": "V", "adj": "A", "adv": "R"}
WORD: Final = re.compile(r"[a-z]{2}[a-z'-]*")
HAND_RANK: Final = 12_000
"""The rank of a word added by hand that the sources did not count."""
NAME_RANK: Final = 30_000
"""A proper noun is worth knowing only if it is at least this common."""

VERB_SHARE: Final = 0.02
"""Below this share of -ed and -ing forms, a noun or adjective is taken not to be a verb as well."""
NOUN_SHARE: Final = 0.004
"""Below this share of plurals, an adjective is taken not to be a noun as well."""

_ENDING: Final = r"(?=(?:e|s|es|ed|ing|er|ers|or|ors|able|ful|hood|hoods|ite|ites|ation|ations|ly)?$)"
CLIPPED: Final = words("what that here there where when how who")
"""Words whose clipped *is* is often written without its apostrophe."""
DROPPED: Final = "-"
"""Stands for the part of speech of the forms that are kept of a verb that is dropped."""
_INFLECTED: Final = _ENDING.replace("?$", "$")
SPELLINGS: Final = [
    (re.compile(pattern + ending), other)
    for pattern, other, ending in (
        ("or", "our", _ENDING), ("our", "or", _ENDING), ("iz", "is", _ENDING), ("is", "iz", _ENDING),
        ("yz", "ys", _ENDING), ("l", "ll", _INFLECTED), ("ll", "l", _INFLECTED),
        ("ter", "tre", "(?=s?$)"), ("tre", "ter", "(?=s?$)"), ("og", "ogue", "(?=s?$)"), ("elr", "eller", ""),
        ("gray", "grey", ""), ("ense", "ence", "(?=s?$)"), ("mom", "mum", "(?=|s$|my$)"),
    )
]  # fmt: skip
"""American spellings for British ones and the other way round; the counts have but one of each."""

SUFFIXES: Final = {
    "ly": "R", "able": "A", "ible": "A", "ous": "A", "less": "A", "ish": "A", "some": "A", "ful": "A",
    "ness": "N", "ity": "N", "tion": "N", "ment": "N", "ship": "N", "hood": "N", "ism": "N", "ist": "N",
    "er": "N", "or": "N",
}  # fmt: skip
"""What an ending makes of a word that the lexicon lacks, if what stands before it is known."""

Rows = dict[str, dict[str, list[list[str]]]]
"""lemma -> part of speech -> its inflections, each a list of variants, the commonest first."""
Forms = dict[str, list[str]]
"""tag -> forms, of one lemma in one part of speech."""
Readings = dict[str, dict[str, str]]
"""form -> tag -> lemma."""


def inflections() -> Rows:
    """The SPECIALIST lexicon's inflections, as lemminflect packs them."""
    packed = resources.files("lemminflect") / "resources" / "infl_lu.csv.gz"
    rows: Rows = defaultdict(dict)
    for line in gzip.decompress(packed.read_bytes()).decode("utf-8").splitlines():
        lemma, pos, *columns = line.split(",")
        rows[lemma][pos] = [column.split("/") if column else [] for column in columns]
    return rows


def frequencies() -> dict[str, int]:
    """How often each form was counted, from symspellpy's list."""
    text = (resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text("utf-8-sig")
    return {form: int(count) for form, count in (line.split() for line in text.splitlines())}


class Edits:
    """The corrections by hand: readings to drop, to keep against the rules, to add."""

    def __init__(self, text: str) -> None:
        self.drop: set[tuple[str, str]] = set()
        self.keep: set[tuple[str, str]] = set()
        self.add: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self.omit: set[tuple[str, str]] = set()
        self.prefer: dict[tuple[str, str], str] = {}
        self.sound: list[str] = []
        section = ""
        for line in text.splitlines():
            words = line.partition("#")[0].split()
            if not words:
                continue
            if words[0].startswith("["):
                section = line.strip("[] ")
                continue
            self._take(section, words)

    def _take(self, section: str, words: list[str]) -> None:
        command, _, letters = section.partition(" ")
        if command in ("drop", "keep", "omit"):
            target = {"drop": self.drop, "keep": self.keep, "omit": self.omit}[command]
            target.update((word, letter) for word in words for letter in letters)
        elif command == "add":
            for word in words:
                base, *forms = word.split("/")
                for letter in letters:
                    self.add[base][letter] = forms
        elif command == "sound":
            self.sound += words
        elif command == "prefer":
            form, tags, lemma = words
            self.prefer.update({(form, tag): lemma for tag in tags})
        else:
            raise ValueError(f"wordlist.txt: no section is called [{section}]")


def double(verb: str) -> bool:
    """Whether the last consonant is doubled before -ed and -ing; for words of one stressed syllable."""
    return re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][bdfgklmnprtvz]", verb) is not None


def regular(letter: str, base: str, forms: list[str]) -> Forms:
    """Inflections of a word added by hand: by rule, unless the edit gives them."""
    sibilant = re.search(r"(s|x|z|ch|sh)$", base) is not None
    y = re.search(r"[^aeiou]y$", base) is not None
    plural = base + "es" if sibilant else base[:-1] + "ies" if y else base + "s"
    if letter == "N":
        return {"N": [base], "P": forms or [plural]}
    if letter == "V":
        stem = base + base[-1] if double(base) else base
        past = base[:-1] + "ied" if y else base + "d" if base.endswith("e") else stem + "ed"
        ing = base[:-1] + "ing" if re.search(r"[^eo]e$", base) else stem + "ing"
        third, past, participle, ing = forms if len(forms) == 4 else [plural, past, past, ing]
        return {"V": [base], "Z": [third], "D": [past], "E": [participle], "G": [ing]}
    return {letter: [base, *forms]}


def tagged(pos: str, lemma: str, columns: list[list[str]]) -> Forms:
    """Forms of a lemma by tag, from a row of the lexicon."""
    if pos == "noun":
        plurals = [form for form in columns[0] if form != lemma]
        if not plurals:  # sheep is its own plural, scissors is nothing else, advice has none
            if lemma.endswith("s") and not re.search(r"(ss|us|is)$", lemma):
                return {"P": [lemma]}
            return {"N": [lemma], "P": [lemma]} if lemma in UNCHANGED else {"N": [lemma]}
        return {"N": [lemma], "P": plurals}
    if pos == "verb":
        past, participle, ing, third = columns
        # An empty participle column means that it is the past; of two pasts the regular one is a participle
        # too (*learned* beside *learnt*).
        regular = [form for form in past if form.endswith("ed")] if len(past) > 1 else []
        participles = [*participle, *(form for form in regular if form not in participle)]
        return {"V": [lemma], "Z": third, "D": past, "E": participles if participle else past, "G": ing}
    return {POS_TAG[pos]: [lemma, *(form for column in columns for form in column)]}


def kept(rows: Rows, counts: dict[str, int], edits: Edits) -> dict[tuple[str, str], Forms]:
    """(lemma, letter) -> forms by tag, without the readings that are dropped by rule or by hand."""
    lexemes: dict[tuple[str, str], Forms] = {}
    lower = {lemma for lemma in rows if lemma == lemma.lower()}
    ranks = {form: rank for rank, form in enumerate(counts, 1)}
    for name, by_pos in rows.items():
        lemma = name.lower()
        if not WORD.fullmatch(lemma) or "-" in lemma or "'" in lemma:
            continue
        if name != lemma and (lemma in lower or ranks.get(lemma, NAME_RANK) >= NAME_RANK):
            continue
        for pos, columns in by_pos.items():
            letter = POS_TAG[pos]
            forms = tagged(pos, lemma, [[form.lower() for form in column] for column in columns])
            dropped = (lemma, letter) in edits.drop or ("*" + lemma, letter) in edits.drop
            if dropped or ((lemma, letter) not in edits.keep and rare(lemma, letter, forms, by_pos, counts)):
                lexemes[lemma, DROPPED] = plain(forms, lemma)
            else:
                lexemes[lemma, letter] = forms
    for lemma, letters in edits.add.items():
        for letter, given in letters.items():
            lexemes.setdefault((lemma, letter), regular(letter, lemma, given))
    return derived(lexemes, counts) | lexemes


def stems(cut: str) -> set[str]:
    """What a word may be made from of which an ending was cut off."""
    found = {cut, cut + "e", cut + "le", re.sub("i$", "y", cut), re.sub(r"(.)\1$", r"\1", cut)}
    return found | {cut.removesuffix("al"), cut.removesuffix("a") + "ate", cut + "al"}


def derived(lexemes: dict[tuple[str, str], Forms], counts: dict[str, int]) -> dict[tuple[str, str], Forms]:
    """Counted words that the lexicon lacks but whose stem it has: *stupidly*, because of *stupid*."""
    known = {form for forms in lexemes.values() for group in forms.values() for form in group}
    found: dict[tuple[str, str], Forms] = {}
    for word in counts:
        suffix = next((ending for ending in SUFFIXES if word.endswith(ending)), None)
        if suffix is None or word in known or not WORD.fullmatch(word):
            continue
        stem = word[: -len(suffix)]
        letter = SUFFIXES[suffix]
        if len(stem) > 2 and stems(stem) & known:
            plural = word + "s" in counts and word + "s" not in known
            found[word, letter] = {letter: [word]} | ({"P": [word + "s"]} if letter == "N" and plural else {})
    return found


def plain(forms: Forms, lemma: str) -> Forms:
    """What to keep of a verb that is dropped: forms that cannot mislead, for they are nothing else."""
    return {
        tag: [form for form in forms[tag] if form != lemma and form.endswith(("ed", "ing"))]
        for tag in "DEG"
        if tag in forms
    }


def respelt(rows: Rows, counts: dict[str, int]) -> dict[str, int]:
    """Counts for forms that were counted only in the other spelling: *neighbor*, by *neighbour*."""
    found: dict[str, int] = {}
    forms = set(rows) | {
        form for by_pos in rows.values() for columns in by_pos.values() for c in columns for form in c
    }
    for form in sorted(forms):
        if len(form) < 5 or form in counts or not WORD.fullmatch(form):
            continue
        others = (pattern.sub(other, form) for pattern, other in SPELLINGS)
        count = max((counts.get(other, 0) for other in others), default=0)
        if count:
            found[form] = count
    return found


def unread(forms: Iterable[str], readings: Readings) -> Readings:
    """The forms that no lexeme has: names, makes, new words. They are read by their ending, as unknown words
    are; that they are in the list only keeps them as they are spelt."""
    found: Readings = {}
    for form in forms:
        clipped = form[:-1] in CLIPPED and form.endswith("s")
        if len(form) < 4 or not WORD.fullmatch(form) or form in readings or form in OTHERS or clipped:
            continue
        bases = {tag: strip(form, tag) for tag in guess(form)}
        found[form] = {
            tag: base if base in readings or base in OTHERS else form for tag, base in bases.items()
        }
    return found


def adverbs(rows: Rows, readings: Readings) -> Readings:
    """Adverbs that nobody counted, of adjectives that somebody did: *hatefully*."""
    return {
        form: {"R": form}
        for form, by_pos in rows.items()
        if "adv" in by_pos and form.endswith("ly") and form not in readings and WORD.fullmatch(form)
        if any("A" in readings.get(stem, ()) for stem in stems(form[:-2]))
    }


def rare(lemma: str, letter: str, forms: Forms, by_pos: object, counts: dict[str, int]) -> bool:
    """Whether this reading is so seldom meant, next to the word's others, that it would only mislead."""
    others = set(by_pos) if isinstance(by_pos, dict) else set()
    base = counts.get(lemma, 0)
    if letter == "V" and others & {"noun", "adj"}:
        evidence = {form for tag in "DEG" for form in forms.get(tag, ())} - {lemma}
        return sum(counts.get(form, 0) for form in evidence) < VERB_SHARE * base
    if letter == "N" and "adj" in others:
        return sum(counts.get(form, 0) for form in forms.get("P", ())) < NOUN_SHARE * base
    return False


def chosen(lexemes: dict[tuple[str, str], Forms], counts: dict[str, int], edits: Edits) -> Readings:
    """The commonest lexemes with all their forms (cutting single forms would leave holes), up to SIZE."""

    def commonness(lexeme: tuple[str, str]) -> int:
        return max((counts.get(form, 0) for forms in lexemes[lexeme].values() for form in forms), default=0)

    by_hand = [lexeme for lexeme in lexemes if lexeme[1] in edits.add.get(lexeme[0], ())]
    order = by_hand + sorted(lexemes, key=lambda lexeme: (-commonness(lexeme), lexeme))
    readings: Readings = defaultdict(dict)
    for lexeme in order:
        if len(readings) >= SIZE or (lexeme not in by_hand and not commonness(lexeme)):
            break
        for tag, forms in lexemes[lexeme].items():
            for form in filter(WORD.fullmatch, forms):
                # the fastest is fast, whatever else the lexicon has it for
                if tag not in readings[form] or (tag in "AR" and readings[form][tag] == form):
                    readings[form][tag] = lexeme[0]
    for form, tag in edits.omit:
        readings.get(form, {}).pop(tag, None)
    for (form, tag), lemma in edits.prefer.items():
        readings[form][tag] = lemma
    return {form: tags for form, tags in readings.items() if tags}


def line(form: str, rank: int, tags: dict[str, str]) -> str:
    """One line of the list."""
    by_lemma: dict[str, str] = defaultdict(str)
    for tag in TAGS:
        if tag in tags:
            by_lemma[tags[tag]] += tag
    fields = [by_lemma.pop(form, "")]
    for lemma, letters in sorted(by_lemma.items()):
        common = 0
        while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
            common += 1
        fields.append(f"{letters}{len(form) - common}{lemma[common:]}")
    return f"{form}\t{rank}\t{' '.join(fields)}\n"


def build(edits: Edits) -> str:
    """The whole list."""
    counts, rows = frequencies(), inflections()
    counts = dict(sorted((counts | respelt(rows, counts)).items(), key=lambda pair: -pair[1]))
    readings = chosen(kept(rows, counts, edits), counts, edits)
    readings |= adverbs(rows, readings)
    others = unread([*counts, *edits.sound], readings)
    readings |= others
    ranks = {form: rank for rank, form in enumerate(counts, 1)} | dict.fromkeys(others, NEVER_MEANT)
    lines = []
    for form, tags in sorted(readings.items()):
        by_hand = any(lemma in edits.add for lemma in tags.values())
        lines.append(line(form, ranks.get(form, HAND_RANK if by_hand else len(ranks) + 1), tags))
    return "".join(lines)


def main() -> int:
    """Write the list and say how large it is."""
    here = Path(__file__)
    edits = Edits(here.with_suffix(".txt").read_text("utf-8"))
    target = here.parents[1] / "reader" / "data" / "words.tsv"
    text = build(edits)
    target.write_text(text, "utf-8", newline="\n")
    print(f"{target.name}: {text.count(chr(10))} forms, {len(text.encode())} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
