# ruff: noqa: E501
"""A question and its answer: *Is Ruby happy? Yes. Did she laugh? She did. Shy? Not Ruby.*"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.reader.veil_words import NAMES

if TYPE_CHECKING:
    from game.reader.claims import Claim

_SHE: Final = rf"(?:{NAMES}|she|he|i)"
_AUX: Final = r"(?:is|are|am|was|were|does|do|did|can|could|has|have|had|will|would)"
_LEAD: Final = r"(?:(?:oh|well|why|hell|god|but|and|so|now|ha|sure),?\s+)*"
_ASKED: Final = re.compile(
    rf"{_LEAD}(?P<aux>{_AUX})(?P<neg>n't|nt)?\s+(?P<who>{_SHE})\s+(?P<rest>[^?]+?)\s*\?+", re.IGNORECASE
)
_NAMED: Final = re.compile(
    rf"{_LEAD}(?P<who>{NAMES})\s*[,?]\s*(?P<what>(?:an? )?[a-z-]+)\s*\?+", re.IGNORECASE
)
_WORD: Final = re.compile(r"(?P<what>[a-z-]+)\s*\?+", re.IGNORECASE)
_YES: Final = re.compile(
    rf"{_LEAD}(?:(?:yes|yeah|yep|yup|indeed|of course|absolutely|certainly|definitely|always|totally|very much so|"
    rf"you bet|without a doubt|oh yes)(?:,? (?:indeed|always|{_SHE} (?:always |certainly |really )?{_AUX}))?|"
    rf"{_SHE} (?:always |certainly |really )?{_AUX}(?: indeed)?)[\s.!]*",
    re.IGNORECASE,
)
_NO: Final = re.compile(
    rf"{_LEAD}(?:(?:no|nope|nah|never|not at all|not really|hardly|of course not|absolutely not|certainly not|"
    rf"definitely not|not once|not a bit|no way|not in the least|not for a (?:moment|second|minute)|not ever|"
    rf"not any ?more)(?:,? (?:never|not at all|{_SHE} (?:{_AUX}(?:n't|nt| not)|never {_AUX}|can(?:'t|not)|won't)))?|"
    rf"{_SHE}(?:'s not| (?:(?:certainly |really |most certainly )?{_AUX}(?:n't|nt| not)|never {_AUX}|can(?:'t|not|t)|won't)))"
    rf"(?: at all)?[\s.!]*",
    re.IGNORECASE,
)
_WHO: Final = re.compile(r"(?:guess |and |but |so )?who (?P<rest>[^?]+?)\s*\?+", re.IGNORECASE)
_HER: Final = re.compile(rf"(?P<who>{NAMES}|me|i|her|him)(?: {_AUX})?(?:,? of course)?[\s.!]*", re.IGNORECASE)
_BY: Final = re.compile(rf"{_LEAD}(?P<who>{_SHE})\b", re.IGNORECASE)
_THOUGHT: Final = re.compile(
    rf"(?:everyone|everybody|people|they all|they|some|most people|{_SHE}|my \w+) (?:all )?(?:still |always |really )?"
    rf"(?:thinks?|thought|believes?|believed|says?|said|claims?|claimed|swears?|insists?|assumes?|supposes?|reckons?) "
    rf"(?:that )?(?P<what>{_SHE}(?:'s|'m)? [^,;]+?)[\s.!]*",
    re.IGNORECASE,
)
_NOT_SHE: Final = re.compile(rf"not (?P<who>{NAMES}|her|him|me)[\s.!]*", re.IGNORECASE)


def may_be_answered(sentence: str) -> bool:
    """Whether what comes next may settle it: *Everyone thinks that Ruby is rich. She isn't.*"""
    return len(sentence) < 160 and _THOUGHT.fullmatch(sentence) is not None


def answer(sentence: str, question: str) -> tuple[str, str]:  # noqa: PLR0911
    """What a question and its answer state, and whether it is so: *yes*, *no*, *never*; empty where they do not."""
    if len(sentence) > 60 or len(question) > 160:
        return "", ""
    not_she = _NOT_SHE.fullmatch(sentence)
    who_asked = _WHO.fullmatch(question)
    named_one = not_she or _HER.fullmatch(sentence)
    if (
        who_asked
        and named_one
        and not re.match(r"(?:am|are|was|is|do|did|would|else|knows)\b", who_asked["rest"], re.IGNORECASE)
    ):
        who = {"her": "she", "him": "he", "me": "I", "i": "I"}.get(named_one["who"].lower(), named_one["who"])
        return f"{who} {who_asked['rest']}.", "no" if not_she else "yes"
    word = _WORD.fullmatch(question)
    if not_she and word:
        who = {"her": "she", "him": "he", "me": "I"}.get(not_she["who"].lower(), not_she["who"])
        return f"{who} is {word['what'].lower()}.", "no"
    if _YES.fullmatch(sentence):
        verdict = "yes"
    elif _NO.fullmatch(sentence):
        verdict = (
            "never" if re.search(r"\b(?:never|not once|not ever|not for a)\b", sentence.lower()) else "no"
        )
    else:
        return "", ""
    thought = _THOUGHT.fullmatch(question)
    if thought:
        return f"{thought['what']}.", verdict
    asked = _ASKED.fullmatch(question)
    if asked and not _same(sentence, asked["who"]):
        return "", ""
    if asked:
        return f"{asked['who']} {asked['aux'].lower()} {asked['rest']}.", verdict
    named = _NAMED.fullmatch(question)
    if named:
        return f"{named['who']} is {named['what'].lower()}.", verdict
    return "", ""


def _same(sentence: str, asked: str) -> bool:
    """Whether the answer is of whom the question was: *Do I like broccoli? Ruby does* is not."""
    by = _BY.match(sentence)
    if by is None or by["who"].lower() == asked.lower():
        return True
    return by["who"].lower() in {"she", "he"} and asked.lower() != "i"


def answered(claims: list[Claim], verdict: str, span: tuple[int, int], text: str) -> list[Claim]:
    """The claims of what was asked, as the answer has it."""
    out: list[Claim] = []
    for claim in claims:
        frame = claim.frame
        if verdict != "yes" and frame is not None:
            frame = replace(frame, negated=not frame.negated)
        out.append(
            replace(
                claim,
                holds=claim.holds == (verdict == "yes"),
                degree="absolute" if verdict == "never" else claim.degree,
                span=span,
                text=text,
                frame=frame,
            )
        )
    return out
