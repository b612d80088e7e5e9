"""Stage 1: a page in plain letters, every character still at its own offset."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_PLAIN: Final = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "ʼ": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "–": "—",
        "‑": "-",
        "‐": "-",
        "…": ".",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
        "\r": " ",
        "\u000b": " ",
        "\u000c": " ",
        "\u0085": " ",
        "\u2028": " ",
        "\u2029": " ",
    }
)
_STRUCK = re.compile(r"~~.*?~~", re.DOTALL)
_TYPED_OVER = re.compile(r"\b(?:x{3,}|X{4,})\b")
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>\n]{0,80}>|\[/?[a-z]{1,12}\]|&[a-z]{2,6};|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)"
)
_HEADING = re.compile(r"^[ ]*(?:#{1,6}|[-*+>]|\d{1,3}[.)])[ ]+", re.MULTILINE)
_SHELL = re.compile(
    r"^[ ]*(?:[$>%] )?(?:git|npm|npx|pip3?|sudo|cd|ls|rm|mkdir|echo|curl|wget|ssh|docker|gem|bundle|brew|"
    r"apt(?:-get)?|chmod|python3?|node|grep|ruby)[ ]"
    r"(?=[^\n]*(?:[ ]-{1,2}\w|&&|\||~/|[ ]/\w|\w\.(?:py|rb|js|sh|txt|md)\b))[^\n]*$",
    re.MULTILINE,
)
"""A line typed to a shell."""
_ITEM = re.compile(r"(?<=[\w.,;] )\d\)(?= \w)")
_SLASH = re.compile(r"(?<=\w )/(?= \w)")
_LONE = re.compile(r"(?<=\w )-(?= \w)")
_DASHES = re.compile(r"--+")


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def normalise(page: str) -> str:
    """The page with quotes straightened and markup, strike-outs and control characters blanked; same length."""  # noqa: E501
    text = page.translate(_PLAIN)
    if not text.isascii():
        text = "".join(
            " "
            if (unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "So", "Sk"} and c != "\n")
            or c == "\ufe0f"  # noqa: E501, RUF100
            else c
            for c in text
        )
    text = re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", " ", text)
    if "xxx" in text or "XXX" in text:
        text = _TYPED_OVER.sub(_blank, text)
    if "~~" in text:
        text = _STRUCK.sub(_blank, text)
    text = _SHELL.sub(_blank, text)
    text = _ITEM.sub(". ", text)
    text = _SLASH.sub(",", text)
    text = text.replace("''", '" ') if "''" in text else text
    text = _LONE.sub("—", text)
    text = _DASHES.sub(lambda m: "—" + " " * (len(m.group()) - 1), text)
    text = _HEADING.sub(_blank, text)
    return _MARKUP.sub(_blank, text)
