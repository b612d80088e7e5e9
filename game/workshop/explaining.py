"""`ruby-sparks check --explain`: what the page about diagnostics says of one of them."""

from __future__ import annotations

import re
from typing import Final

from game.story.errors import CODES
from game.story.where import find_story

PAGE: Final = "diagnostics.md"
"""The page, beside the guide."""


def page_of(code: str) -> str:
    """Where the page speaks of a diagnostic, as a link."""
    return f"{PAGE}#{code.lower()}"


def sections(page: str) -> dict[str, str]:
    """The page's sections by their codes, each with its heading."""
    parts = re.split(r"^(?=## )", page, flags=re.MULTILINE)[1:]
    return {part.split("\n", 1)[0].removeprefix("## "): part.strip() for part in parts}


def explained(code: str) -> str:
    """What a diagnostic means and what to do, as plain text.

    Raises LookupError, with what there is, for what is no diagnostic; OSError if the page is not there.
    """
    known = code.strip().upper()
    if known not in CODES:
        first, last = next(iter(CODES)), list(CODES)[-1]
        raise LookupError(f"That is no diagnostic. They are numbered {first} to {last}: RS031.")
    text = sections((find_story(None) / PAGE).read_text(encoding="utf-8"))[known]
    return re.sub(
        r"^```yaml\n(.*?)^```(?:\n|$)", _indented, text.removeprefix("## "), flags=re.MULTILINE | re.DOTALL
    )


def _indented(block: re.Match[str]) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in block[1].splitlines())
