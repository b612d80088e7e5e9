"""The story's straight quotation marks as a printer sets them. What is typed stays as the machine has it."""

from __future__ import annotations

import re
from typing import Final

_AFTER: Final = r"(?:^|(?<=[\s(\[{*–—‘“]))"
"""Where a quotation can begin."""
_ELIDED: Final = re.compile(rf"{_AFTER}'(?=(?:em|til|tis|twas|cause|n|\d\ds?)\b)", re.IGNORECASE)
_DOUBLE: Final = re.compile(rf"{_AFTER}\"(?=\S)")
_SINGLE: Final = re.compile(rf"{_AFTER}'(?=\S)")
_BOTH: Final = re.compile(rf"{_AFTER}(?:\"'|'\")(?=\S)")
_CURLED: Final = str.maketrans({'"': "“", "'": "‘"})


def curled(words: str) -> str:
    """A paragraph with curled quotation marks and apostrophes, and nothing else changed."""
    words = _ELIDED.sub("’", words)
    words = _BOTH.sub(lambda opening: opening[0].translate(_CURLED), words)
    words = _SINGLE.sub("‘", _DOUBLE.sub("“", words))
    return words.replace('"', "”").replace("'", "’")
