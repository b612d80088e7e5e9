"""Pages to type when nobody is there to type them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PLAIN_PAGES = (
    "Ruby plays the tuba.",
    "She is kind, stubborn and always late.",
    "Ruby loves Calvin.",
    "She has a red bicycle and a brother in Toledo.",
    "Ruby can't swim, and she hates mushrooms.",
    "Ruby is never sad.",
    "asdf jkl",
    "She does whatever he says.",
)
"""What is typed if no file of pages is given."""


class CorpusError(ValueError):
    """A file of pages that cannot be used; names the file and what it should hold."""


def pages_in(path: Path) -> list[str]:
    """The pages of a file: a YAML list of texts, or of objects with a `page`. Raises CorpusError."""
    import yaml  # noqa: PLC0415

    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CorpusError(f"{path} cannot be read as a list of pages: {error}") from error
    listed = data if isinstance(data, list) else []
    pages = [one.get("page") if isinstance(one, dict) else one for one in listed]
    if not pages or not all(isinstance(page, str) for page in pages):
        raise CorpusError(f'{path} is no list of pages. Write `- "Ruby keeps bees."`, one a line.')
    return [str(page) for page in pages]
