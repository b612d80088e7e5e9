"""How labelled pages are scored: strict matches of claims, by the contract's rule for comparing open values.

Strict: subject, aspect, holds and value all right. In the labels a list means that any of its members is
right; `or` gives whole other claim lists.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from game.reader.reader import Reader

PAGES = Path(__file__).parent / "pages"
CLOSED = {"mood", "bond", "will", "speech", "mind", "being", "tie"}
STOP = set(
    "a an the of to in on at with for from by her his their my your she he it and or is be as into onto that this".split()  # noqa: E501, SIM905
)
IRREGULAR = dict(
    pair.split("=")
    for pair in (  # noqa: SIM905
        "men=man women=woman children=child feet=foot teeth=tooth mice=mouse geese=goose wore=wear worn=wear kept=keep "  # noqa: E501
        "grew=grow grown=grow ran=run swam=swim sang=sing drew=draw drawn=draw left=leave went=go gone=go made=make "  # noqa: E501
        "bought=buy brought=bring taught=teach wrote=write written=write knives=knife lives=live"
    ).split()
)
Labels = dict[str, Any]


def crude_lemma(word: str) -> str:
    """Fold the commonest English endings, so that *bees* and *bee* compare equal."""
    word = IRREGULAR.get(word, word)
    for ending, keep in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            word = word[: -len(ending)] + keep
            break
    else:
        if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
            word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word[: -len(ending)]
            if len(word) > 2 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word.rstrip("e") or word


def content(value: object) -> set[str]:
    """The words that count of an open value."""
    words = re.findall(r"[a-z0-9À-ɏ]+", str(value).lower().replace("'", "").replace("’", ""))
    return {crude_lemma(word) for word in words if word not in STOP} or set(words)


def options(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def strictly(expected: Labels, got: Labels) -> bool:
    """Whether a claim is the expected one."""
    if (
        got["subject"] not in options(expected["subject"])
        or got["aspect"] not in options(expected["aspect"])
        or got["holds"] not in options(expected["holds"])
    ):
        return False
    for value in options(expected["value"]):
        if got["aspect"] in CLOSED:
            if got["value"].lower() == str(value).lower():
                return True
        else:
            a, b = content(value), content(got["value"])
            if a and b and len(a & b) / len(a | b) >= 0.5:
                return True
    return False


def pairs(expected: list[Labels], got: list[Labels]) -> list[tuple[int, int]]:
    """Which expected claim is met by which."""
    found: list[tuple[int, int]] = []
    used: set[int] = set()
    for i, claim in enumerate(expected):
        for j, answer in enumerate(got):
            if j not in used and strictly(claim, answer):
                found.append((i, j))
                used.add(j)
                break
    return found


class Score:
    """Counts over a set of pages."""

    def __init__(self) -> None:
        self.n: Counter[str] = Counter()

    def add(self, page: Labels, got: list[Labels]) -> None:
        readings = [page.get("claims") or [], *(page.get("or") or [])]
        expected = max(readings, key=lambda c: (len(pairs(c, got)) - 0.5 * (len(c) + len(got)), -len(c)))
        right = pairs(expected, got)
        self.n.update(expected=len(expected), got=len(got), right=len(right))
        if not expected:
            self.n.update(silent=1, kept=not got)
        for i, j in right:
            self.n["degree"] += got[j]["degree"] in [
                str(d) for d in options(expected[i].get("degree", "plain"))
            ]
            if "when" in expected[i] or got[j]["when"]:
                self.n.update(asked=1, answered=bool(expected[i].get("when")) == bool(got[j]["when"]))

    @property
    def f1(self) -> float:
        """Strict F1."""
        return 2 * self.n["right"] / (self.n["got"] + self.n["expected"])

    @property
    def degree(self) -> float:
        """Share of matched claims whose degree is right."""
        return self.n["degree"] / self.n["right"]

    @property
    def condition(self) -> float:
        """Share of conditions, expected or given, that are both."""
        return self.n["answered"] / self.n["asked"] if self.n["asked"] else 1.0

    @property
    def silence(self) -> float:
        """Share of claim-free pages that stay so."""
        return self.n["kept"] / self.n["silent"] if self.n["silent"] else 1.0


def score(reader: Reader, name: str) -> Score:
    """The score of one set of pages."""
    total = Score()
    for page in yaml.safe_load((PAGES / f"{name}.yaml").read_text("utf-8")):
        total.add(page, [claim.as_dict() for claim in reader.read(page["page"]).claims])
    return total
