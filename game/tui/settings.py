"""How a player likes it, kept as TOML where the platform keeps settings. Nothing in it can stop the game."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, get_args

import platformdirs

from game.saves.files import write_new

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Arrival = Literal["paragraph", "screen", "at-once"]
Palette = Literal["paper", "night", "contrast", "none"]
Measure = Literal[60, 66, 72]
ContentNotes = Literal["off", "ask"]
FILE_NAME: Final = "settings.toml"
SIZE_LIMIT: Final = 64_000
_TABLE: Final = re.compile(r"(?m)^[ \t]*\[")


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
    measure: Measure = 66
    """Cells in a line of prose."""
    bell: bool = False
    """Whether the terminal's bell rings before the margin."""
    clock: bool = False
    """Whether the time of day is told at the foot."""
    content_notes: ContentNotes = "off"
    """Whether it is said before a chapter what some may want to be told of."""


CHOICES: Final[dict[str, tuple[object, ...]]] = {
    "arrival": get_args(Arrival),
    "palette": get_args(Palette),
    "plain_editing": (False, True),
    "reduced_motion": (False, True),
    "measure": get_args(Measure),
    "bell": (False, True),
    "clock": (False, True),
    "content_notes": get_args(ContentNotes),
}
"""The values that each setting may have, in the order in which they are offered."""
_COMMENTS: Final = {
    "arrival": 'How text arrives: "paragraph", "screen" (as much as fits) or "at-once".',
    "palette": 'Colours: "paper", "night", "contrast" or "none" (the terminal\'s own).',
    "plain_editing": "Edit the page as in any editor, instead of as at a typewriter.",
    "reduced_motion": "Nothing moves by itself.",
    "measure": "Cells in a line of prose: 60, 66 or 72.",
    "bell": "Ring the terminal's bell before the margin.",
    "clock": "Tell the time of day at the foot.",
    "content_notes": 'What some may want to be told of before a chapter: "ask" to be told, or "off".',
}


def settings_path() -> Path:
    """Where the settings are kept."""
    return platformdirs.user_config_path("ruby-sparks") / FILE_NAME


def load_settings(path: Path) -> Settings:
    """The settings in a file. What is missing or makes no sense there has its default."""
    settings = Settings()
    found = _parsed(_bytes_of(path)) or {}
    for name, allowed in CHOICES.items():
        value = found.get(name)
        if any(value == one and type(value) is type(one) for one in allowed):
            settings = changed(settings, name, value)
    return settings


def load_keys(path: Path) -> dict[str, object]:
    """The table of keys in a file: for a command's name its key, both as somebody wrote them."""
    table = (_parsed(_bytes_of(path)) or {}).get("keys")
    keys: dict[str, object] = {}
    for name, value in table.items() if isinstance(table, dict) else ():
        # A dot in a name without quotes makes a table of it.
        if isinstance(value, dict):
            keys |= {f"{name}.{rest}": one for rest, one in value.items()}
        else:
            keys[name] = value
    return keys


def save_settings(settings: Settings, path: Path, ending: str = "") -> None:
    """Write the settings, whole or not at all; what else is in the file stays. Raises OSError.

    A file that cannot be read is kept beside it. `ending` is a comment that a new file ends with.
    """
    before = _bytes_of(path)
    values = asdict(settings)
    content = _rewritten(before, values)
    if content is None:
        if before.strip():
            write_new(path.with_name(f"{path.name}.unreadable"), before)
        content = "\n".join([*_lines(values, values), *([ending] if ending else [])])
    elif not before.strip() and ending:
        content += f"\n{ending}"
    write_new(path, content.encode("utf-8"))


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT)
    except OSError:
        return b""


def _parsed(content: bytes) -> dict[str, object] | None:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _rewritten(content: bytes, values: dict[str, object]) -> str | None:
    """The file with these values in the place of its own, and all else as it is; None if that cannot be."""
    old = _parsed(content)
    if old is None or len(content) >= SIZE_LIMIT:
        return None
    before = content.decode("utf-8")
    table = _TABLE.search(before)
    head, rest = (before[: table.start()], before[table.start() :]) if table else (before, "")
    missing: list[str] = []
    for name, value in values.items():
        line = f"{name} = {_shown(value)}"
        head, count = re.subn(rf"(?m)^{name}[ \t]*=.*$", line, head)
        if not count:
            missing.append(name)
    if missing:
        head = head.rstrip("\n") + ("\n\n" if head.strip() else "")
        head += "\n".join(_lines(values, missing)) + ("\n" if rest else "")
    after = head + rest
    # A value over several lines, a name in quotes: whatever it is that a line is not enough for.
    return after if _parsed(after.encode()) == {**old, **values} else None


def _lines(values: dict[str, object], names: Iterable[str]) -> list[str]:
    return [f"# {_COMMENTS[name]}\n{name} = {_shown(values[name])}\n" for name in names]


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def changed(settings: Settings, name: str, value: object) -> Settings:
    """The settings with one of them set to a value that it may have."""
    return replace(settings, **{name: value})  # type: ignore[arg-type]


def cycled(settings: Settings, name: str, step: int = 1) -> Settings:
    """The settings with one of them moved on to its next value, round and round."""
    allowed = CHOICES[name]
    return changed(settings, name, allowed[(allowed.index(getattr(settings, name)) + step) % len(allowed)])
