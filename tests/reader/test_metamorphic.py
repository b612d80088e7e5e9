"""What must change nothing, changes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from game.reader.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = [
    "Ruby keeps bees on the roof. She hums to them.",
    "Ruby isn't happy anymore. She's lonely and scared.",
    "Ruby can't live without Calvin. She doesn't trust him, but she forgives him.",
    "Whenever the phone rings, Ruby is scared.",
    "Ruby is kind, funny and a little vain. She speaks French.",
    "She was born in Dayton. She used to be a nun.",
    "Let Ruby be free. Don't let her be sad.",
    "Ruby plays the cello beautifully and hates mushrooms.",
    "She never lies, but she won't tell the truth.",
    "Ruby is friends with Harry. She wants a dog.",
    "Ruby has red hair and wears a yellow dress every day.",
    "She can't stop dancing. She must sing.",
]
CHANGES: dict[str, Callable[[str], str]] = {
    "lower case": str.lower,
    "upper case": str.upper,
    "curly quotes": lambda page: page.replace("'", "’"),
    "apostrophes dropped": lambda page: page.replace("'", ""),
    "line breaks": lambda page: page.replace(" ", "\n"),
    "full name": lambda page: re.sub(r"\bRuby\b", "Ruby Sparks", page),
    "space around": lambda page: f"  \n {page} \n ",
    "doubled spaces": lambda page: page.replace(" ", "  "),
    "struck-out text": lambda page: f"~~Ruby is dead. She hates Calvin.~~ {page}",
    "struck-out words": lambda page: page.replace("Ruby ", "Ruby ~~xx~~ ", 1),
    "bold": lambda page: f"**{page}**",
    "markup": lambda page: f"<p>{page}</p>",
}


def gist(reader: Reader, page: str) -> list[tuple[object, ...]]:
    return [
        (c.subject, c.aspect, c.value.lower(), c.holds, c.degree, c.time, c.object, bool(c.when))
        for c in reader.read(page).claims
    ]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("change", CHANGES)
def test_the_claims_stay_the_same(reader: Reader, page: str, change: str) -> None:
    assert gist(reader, page)
    assert gist(reader, CHANGES[change](page)) == gist(reader, page)


@pytest.mark.parametrize("page", PAGES)
def test_reading_as_it_is_typed_ends_in_the_same_reading(reader: Reader, page: str) -> None:
    for end in range(len(page)):
        reader.read(page[:end])
    fresh = Reader(reader.table)
    assert reader.read(page) == fresh.read(page)
