"""Frames of what is somebody's: her hair is red, her home is a lighthouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader.drafts import Case, Draft, lows
from game.reader.fallbacks import countable
from game.reader.inflection import article
from game.reader.values import value_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.framing import Framer


KINDS: dict[str, tuple[str, bool, str]] = {
    **dict.fromkeys(
        words(
            "passion weakness vice indulgence delight pleasure hobby pastime comfort obsession addiction "
            "luxury consolation tipple treat love"
        ),
        ("taste", True, "like"),
    ),
    **dict.fromkeys(words("aversion bugbear abomination detestation"), ("taste", False, "dislike")),
    **dict.fromkeys(words("forte speciality specialty talent gift accomplishment"), ("skill", True, "do")),
    **dict.fromkeys(words("ambition dream aim goal wish desire hope longing"), ("want", True, "want")),
    **dict.fromkeys(
        words("possession property inheritance dowry belonging treasure"), ("have", True, "have")
    ),
    **dict.fromkeys(words("home address residence lodging"), ("place", True, "live")),
}
"""What a thing is to somebody whose *passion, ambition, home* it is: aspect, whether it holds, a verb for it."""  # noqa: E501


_SPOKEN_BADLY = words(
    "terrible awful atrocious dreadful bad nonexistent non-existent hopeless appalling abysmal horrible"
)


def of_kind(case: Case, part: str, positions: list[int]) -> list[Draft]:
    """*her passion was maps; the attic was her home*."""
    kind = KINDS.get(part)
    value = value_of(case.tokens, positions)
    if kind is None or not value:
        return []
    aspect, holds, verb = kind
    return [Draft(aspect, value, holds, lemma=verb, tail=positions, noun=positions, why=f"her {part} is")]


HOLDERS = words(
    "pocket bag purse suitcase basket handbag satchel rucksack trunk boot sleeve apron lap drawer wallet "
    "knapsack backpack briefcase holster garter saddlebag hatbox locker desk cupboard larder pantry"
)
"""What somebody has things in."""


def contained(case: Case) -> list[Draft]:
    """*her suitcase contained a kettle; her pockets held string*: what she has."""
    phrase = case.phrase()
    if case.part.split()[-1] not in HOLDERS or case.lemma not in {"contain", "hold", "yield", "conceal"}:
        return []
    inside = case.words()
    if phrase is None or not case.scope.holds:
        return []
    return [Draft("have", value_of(case.tokens, inside), lemma="have", tail=inside, noun=inside, why="holds")]


_INNER = words("heart soul spirit mind mood temper humour humor")
"""What is as she feels: *her heart was glad*."""


def of_part(framer: Framer, case: Case) -> list[Draft]:  # noqa: PLR0911, PLR0912
    """*her hair is red, her home is a lighthouse, her favourite colour is green*."""
    tokens = case.tokens
    i = case.first()
    if i >= case.end and case.part.startswith(("favourite ", "favorite ")) and case.end > case.start:
        name = [k for k in range(case.start, case.end) if tokens[k].text[:1].isupper()]
        if name:
            value = " ".join(tokens[k].low for k in name)
            return [Draft("taste", value, lemma="like", tail=name, noun=name, why="favourite")]
    if i >= case.end:
        return []
    part = case.part.split()[-1]
    tail = case.words()
    rest = case.words(i)
    phrase = case.by_start.get(i)
    body = framer.in_list("body_parts", part)
    if case.part.startswith(("favourite ", "favorite ")):
        return [Draft("taste", value_of(tokens, rest), lemma="like", tail=rest, noun=rest, why="favourite")]
    if part in KINDS and phrase is not None and case.lemma in {"be", "become", "remain"} and case.who:
        return of_kind(case, part, rest)
    if part in {"home", "house", "address", "residence", "apartment", "flat"} and (
        phrase is not None or tokens[i].tag == "i"
    ):
        noun = rest if phrase is not None else case.words(i + 1)
        return [Draft("place", value_of(tokens, rest), lemma="live", tail=rest, noun=noun, why="her home is")]
    if part in {"job", "trade", "profession"} and phrase is None and tokens[i].tag in "AEG":
        return [_of_her("have", part, case, i)]
    if part in {
        "name",
        "job",
        "profession",
        "calling",
        "occupation",
        "trade",
        "nickname",
        "surname",
        "vocation",
    }:
        return [
            Draft(
                "role",
                value_of(tokens, rest) or tokens[i].low,
                lemma="be",
                tail=rest,
                noun=rest,
                why=f"her {part} is",
            )
        ]
    if part in framer.table["languages"] and tokens[i].tag in "AER":
        return [
            Draft(
                "speech",
                framer.table["languages"][part],
                tokens[i].low not in _SPOKEN_BADLY,
                lemma="speak",
                tail_text=part.capitalize(),
                why="her language",
            )
        ]
    spoken = framer.table["languages"]
    if part == "language" or (part == "tongue" and any(tokens[k].low in spoken for k in rest)):
        return [
            Draft(
                "speech",
                framer.table["languages"][tokens[k].low],
                lemma="speak",
                tail=[k],
                noun=[k],
                why="her language is",
            )
            for k in rest
            if tokens[k].low in framer.table["languages"]
        ]
    if part == "age":
        return [Draft("body", value_of(tokens, rest), lemma="be", tail=rest, why="her age is")]
    if part in _INNER and tokens[i].tag in "AE":
        for aspect, value, holds, degree in framer.senses("adjectives", tokens[i].low):
            if aspect == "mood":
                return [Draft(aspect, value, holds, degree, lemma="be", tail=rest, why=f"her {part} is")]
    if not body:
        if (
            tokens[i].tag in "AE"
            and phrase is None
            and part not in {"life", "mind", "world", "future", "past", "love", "soul"}
        ):
            return [_of_her("body" if framer.in_list("garments", part) else "have", part, case, i)]
        return []
    if case.lemma not in {"be", "become", "turn", "go", "get", "grow", "look", "feel", "stay", "remain"}:
        return [
            Draft(
                "body",
                f"{part} {value_of(tokens, [case.at, *tail])}".strip(),
                lemma="have",
                tail=tail,
                tail_text=part,
                why="her body",
            )
        ]
    if tokens[i].tag in "AEG":
        return [_of_her("body", part, case, i)]
    if phrase is not None:
        if part == "heart":
            return []  # a figure of speech that the lexicon does not know
        draft = Draft("body", f"{value_of(tokens, rest)} {part}", lemma="have", tail=rest, why="her body")
        draft.tail_text = part + " "
        return [draft]
    return [
        Draft(
            "body",
            f"{part} {value_of(tokens, rest)}",
            lemma="have",
            tail=rest,
            tail_text=part + " ",
            why="her body",
        )
    ]


def _of_her(aspect: str, part: str, case: Case, i: int) -> Draft:
    """*her hair is red* as *have red hair*."""
    tokens = case.tokens
    words = [k for k in case.words(i) if tokens[k].tag in "AERGNP,ij"]
    adjective_text = " ".join(lows(tokens, [k for k in words if tokens[k].tag != ","]))
    draft = Draft(aspect, f"{value_of(tokens, words)} {part}", lemma="have", why=f"her {part} is")
    many = is_many(case)
    if any(tokens[k].tag == "i" for k in words):  # *her hair is made of soup, her tin is full of pencils*
        draft.tail_text = draft.noun_text = f"{part if many else one_of(part)} {adjective_text}"
        return draft
    draft.prefix = adjective_text if many else one_of(f"{adjective_text} {part}").removesuffix(f" {part}")
    draft.tail_text = draft.noun_text = part
    return draft


def is_many(case: Case) -> bool:
    """Whether the part that is spoken of is several: *her eyes are green*."""
    part = case.part.split()[-1]
    end = case.at if case.at >= 0 else case.start
    said = next((t for t in reversed(case.tokens[max(0, end - 6) : end]) if part in (t.lemma, t.low)), None)
    return said is not None and said.tag == "P"


def one_of(phrase: str) -> str:
    """A phrase with the article that its noun, the last word, asks for: *a torn dress*, but *red hair*."""
    return f"{article(phrase)} {phrase}" if countable(phrase.rsplit(maxsplit=1)[-1]) else phrase
