"""How a player likes it, kept as TOML where the platform keeps settings. Nothing in it can stop the game."""

from __future__ import annotations

import os
import tempfile
import tomllib
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Final, Literal, get_args

import platformdirs

Arrival = Literal["paragraph", "screen", "at-once"]
Palette = Literal["paper", "night", "contrast", "none"]
FILE_NAME: Final = "settings.toml"
SIZE_LIMIT: Final = 64_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default."""

    arrival: Arrival = "paragraph"
    """How new text comes: a paragraph at a key, as much as fits at a key, or all of it at once."""
    palette: Palette = "paper"
    """Which colours."""
    plain_editing: bool = False
    """Whether the typewriter lets the caret go anywhere and letters be deleted."""
    reduced_motion: bool = False
    """Whether everything stays still that would move by itself."""


CHOICES: Final[dict[str, tuple[object, ...]]] = {
    "arrival": get_args(Arrival),
    "palette": get_args(Palette),
    "plain_editing": (False, True),
    "reduced_motion": (False, True),
}
"""The values that each setting may have, in the order in which they are offered."""
_COMMENTS: Final = {
    "arrival": 'How text arrives: "paragraph", "screen" (as much as fits) or "at-once".',
    "palette": 'Colours: "paper", "night", "contrast" or "none" (the terminal\'s own).',
    "plain_editing": "Edit the page as in any editor, instead of as at a typewriter.",
    "reduced_motion": "Nothing moves by itself.",
}


def settings_path() -> Path:
    """Where the settings are kept."""
    return platformdirs.user_config_path("ruby-sparks") / FILE_NAME


def load_settings(path: Path) -> Settings:
    """The settings in a file. What is missing or makes no sense there has its default."""
    settings = Settings()
    try:
        with path.open("rb") as file:
            found = tomllib.loads(file.read(SIZE_LIMIT).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return settings
    for name, allowed in CHOICES.items():
        value = found.get(name)
        if any(value == one and type(value) is type(one) for one in allowed):
            settings = changed(settings, name, value)
    return settings


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings, whole or not at all. Raises OSError."""
    lines = []
    for field in fields(settings):
        value = getattr(settings, field.name)
        shown = f'"{value}"' if isinstance(value, str) else str(value).lower()
        lines.append(f"# {_COMMENTS[field.name]}\n{field.name} = {shown}\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, text=True)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def changed(settings: Settings, name: str, value: object) -> Settings:
    """The settings with one of them set to a value that it may have."""
    return replace(settings, **{name: value})  # type: ignore[arg-type]


def cycled(settings: Settings, name: str, step: int = 1) -> Settings:
    """The settings with one of them moved on to its next value, round and round."""
    allowed = CHOICES[name]
    return changed(settings, name, allowed[(allowed.index(getattr(settings, name)) + step) % len(allowed)])
