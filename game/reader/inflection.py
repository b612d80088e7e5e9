"""English inflection: verb forms, plurals and articles, by rule with exceptions.

Verbs that nobody has seen before follow the rules (*zorb, zorbs, zorbing*). Where spelling leaves a choice
(*hopping* or *hoping*, *echoes* or *echos*) the word list decides, and without it the commoner pattern.
Every function takes any text at all and gives text back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from game.reader.irregular import ING, PAST, PLURALS, SINGULARS, THIRD, UNCHANGED
from game.reader.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

_PREFIXES: Final = re.compile(
    r"(?:re|over|out|under|un|mis|fore|inter|pre|ghost|hand|type|proof|sight|sleep|spoon|day|side)-?"
)
_S_ENDINGS: Final[tuple[tuple[str, int, tuple[str, ...]], ...]] = (
    (r"[^aeiou]y$", 1, ("ies",)),
    (r"^topaz$", 0, ("es",)),
    (r"(?:[^aeiou]|qu)[aeiou]z$", 0, ("zes",)),
    (r"(?:stoma|mona|monar|patriar|epo|lo)ch$", 0, ("s",)),
    (r"(?:sis|^[a-z]xis)$", 2, ("es",)),
    (r"(?:s|x|z|sh|ch)$", 0, ("es",)),
    (r"(?:^|over|under|out|for|fore|re|un)(?:go|do)$", 0, ("es",)),
    (r"[^aeiou]o$", 0, ("s", "es")),
)
"""How a word ends, how many letters to cut, what to add: the likeliest first."""
_SINGULAR_ENDINGS: Final = (
    (r"..men$", 2, "an"),
    (r"[^aeiou]ies$", 3, "y"),
    (r"(?:ss|x|z|ch|sh)es$", 2, ""),
    (r"(?:ss|us|is)$", 0, ""),
    (r"...s$", 1, ""),
)
_COMPOUND_NOUN: Final = re.compile(
    r"(?:man|woman|child|foot|tooth|goose|mouse|wife|life|knife|wolf|shelf|leaf)$"
)
_NO_COMPOUNDS: Final = ("human", "german", "roman", "shaman", "talisman", "mongoose", "ottoman")

_AN: Final = re.compile(r"(?:hour|honest|honou?r|heir|herb\b|x-ray)")
_A: Final = re.compile(
    r"(?:uni(?!n|m|dent|ss)|unanim|ubiq|uganda|uk[aeiour]|ur[aeio]|us[aeu]|ut[eio]|u-|ufo|eu|ewe|onc?e\b|ouija)"
)
_AN_NUMBER: Final = re.compile(r"(?:8|1[18](?:\D|$)|1[18]\d{3}(?:\D|$))")
_SPELT_AN: Final = re.compile(
    r"(?:[AEFHILMNORSX][BCDFGHJKLMNPQRSTVWXZ]{0,3}|SUV|FBI|MRI|MBA|HIV|IOU|SOS)(?![A-Za-z])"
)


def third(lemma: str) -> str:
    """Third person singular, present: *keeps, is, panics*."""
    return _inflect(lemma, _third)


def past(lemma: str) -> str:
    """Simple past: *kept, was, panicked*."""
    return _inflect(lemma, lambda verb: _past(verb, 0))


def participle(lemma: str) -> str:
    """Past participle: *kept, been, swum*."""
    return _inflect(lemma, lambda verb: _past(verb, 1))


def ing(lemma: str) -> str:
    """Present participle and gerund: *keeping, dyeing, lying*."""
    return _inflect(lemma, _ing)


def plural(noun: str) -> str:
    """The plural of a noun or of a phrase's last word: *bees, wolves, opera singers*."""
    head, last = _split_last(noun)
    return head + _cased(_plural(last.lower()), last) if last else noun


def singular(noun: str) -> str:
    """The singular of a noun or of a phrase's last word; what is singular already comes back as it is."""
    head, last = _split_last(noun)
    return head + _cased(_singular(last.lower()), last) if last else noun


def article(phrase: str) -> str:
    """*a* or *an*, whichever the phrase takes by sound: *an hour, a ukulele, an 11-foot pole*."""
    word = phrase.lstrip("\"'“‘(*_ ")
    if word[:1].isdigit():
        return "an" if _AN_NUMBER.match(word) else "a"
    if _SPELT_AN.match(word) and not word.startswith("I "):
        return "an"
    word = word.lower()
    if _AN.match(word):
        return "an"
    return "an" if word[:1] in tuple("aeiouàáâäåæèéêëìíîïòóôöøùúûü") and not _A.match(word) else "a"


def _inflect(lemma: str, rule: Callable[[str], str]) -> str:
    """Inflect the head of a lemma: the first word of *let go*, the last part of *dumpster-dive*."""
    head, blank, rest = lemma.strip().partition(" ")
    front, hyphen, verb = head.rpartition("-")
    if not verb:
        return lemma.strip()
    whole = front + hyphen + verb
    form = rule(whole.lower() if whole.lower() in PAST else verb.lower())
    return ("" if whole.lower() in PAST else front + hyphen) + _cased(form, verb) + blank + rest


def _cased(form: str, model: str) -> str:
    """Put an initialism's capitals back: *DJs, DJing*."""
    if model.isupper() and form.startswith(model.lower()):
        return model + form[len(model) :]
    return form


def _known(tag: str, lemma: str, *candidates: str) -> str:
    """The commonest candidate that the word list has as this form of this lemma, else the first of all."""
    known = [form for form in candidates if _has(tag, lemma, form)]
    return min(known, key=Words.load().rank, default=candidates[0])


def _third(verb: str) -> str:
    if verb in THIRD:
        return THIRD[verb]
    return _with_s(verb, "Z")


def _with_s(word: str, tag: str) -> str:
    """A plural or third person: -s, -es or -ies, and what the word list has where that varies."""
    if word in PLURALS and word.endswith("o"):
        return PLURALS[word]
    for ending, cut, added in _S_ENDINGS:
        if re.search(ending, word):
            return _known(tag, word, *(word[: len(word) - cut] + end for end in added))
    return word + "s"


def _past(verb: str, which: int) -> str:
    if verb in PAST:
        return PAST[verb][which]
    regular = _known("D", verb, *(stem + "ed" for stem in _stems(verb)))
    if _has("D", verb, regular):
        return regular
    prefix = _PREFIXES.match(verb)
    if prefix and verb[prefix.end() :] in PAST:
        return prefix[0] + PAST[verb[prefix.end() :]][which]
    compound = _compound(verb)
    if compound:
        return compound[0] + _past(compound[1], which)
    return regular


def _ing(verb: str) -> str:
    if verb in ING:
        return ING[verb]
    if re.search(r"[^aeiou]?ie$", verb) and len(verb) > 2 and not verb.endswith(("eie", "kie")):
        return verb[:-2] + "ying"
    if re.search(r"[^eoy]e$", verb) and len(verb) > 2:
        return verb[:-1] + "ing"
    if verb.endswith(("y", "ee", "oe", "ye")):
        return verb + "ing"
    compound = _compound(verb)
    if compound:
        return compound[0] + _ing(compound[1])
    return _known("G", verb, *(stem + "ing" for stem in _stems(verb)))


def _stems(verb: str) -> tuple[str, ...]:
    """What -ed and -ing can be put to, the likeliest first."""
    if verb.endswith("e"):
        return (verb[:-1],)
    if re.search(r"[^aeiou]y$", verb):
        return (verb[:-1] + "i",)
    if re.search(r"[aeiou]c$", verb):
        return (verb + "k", verb)
    if re.search(r"(?:ia|ue|[^aeiou][aeio])l$", verb):  # travelled: as the British spell it
        return (verb + "l",)
    if not re.search(r"(?:[^aeiou]|^|qu)[aeiouy][bdfgklmnprstvz]$", verb):
        return (verb,)
    doubled = verb + verb[-1]
    one_syllable = re.fullmatch(r"(?:[^aeiouy]*|y|[^aeiou]*qu)[aeiouy][^aeiou]", verb) is not None
    return (doubled, verb) if one_syllable else (verb, doubled)


def _has(tag: str, lemma: str, form: str) -> bool:
    words = Words.load()
    return tag in words.tags(form) and words.lemma(form, tag) == lemma


def _compound(verb: str) -> tuple[str, str] | None:
    """Parts of an invented compound (*moonswim*): a known word, then a verb that is short and common."""
    words = Words.load()
    if verb in words:
        return None
    for cut in range(len(verb) - 5, len(verb) - 2):
        front, back = verb[:cut], verb[cut:]
        if cut >= 4 and front in words and "V" in words.tags(back) and words.rank(back) < 8_000:
            return front, back
    return None


def _split_last(phrase: str) -> tuple[str, str]:
    head, blank, last = phrase.rpartition(" ")
    return (head + blank, last) if last[-1:].isalpha() else (phrase, "")


def _plural(noun: str) -> str:
    if noun in UNCHANGED:
        return noun
    if noun in PLURALS:
        return PLURALS[noun]
    compound = _COMPOUND_NOUN.search(noun)
    if compound and not noun.endswith(_NO_COMPOUNDS):
        return noun[: compound.start()] + PLURALS[compound[0]]
    return _with_s(noun, "P")


def _singular(noun: str) -> str:
    words = Words.load()
    tags = words.tags(noun)
    if noun in SINGULARS or noun in UNCHANGED:
        return SINGULARS.get(noun, noun)
    if "P" in tags:
        return words.lemma(noun, "P")
    if "N" in tags or "A" in tags:
        return noun
    for ending, cut, added in _SINGULAR_ENDINGS:
        if re.search(ending, noun):
            return noun[: len(noun) - cut] + added
    return noun
