"""Keys of the player's own: which commands there are, and whether a key can be given to one."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from textual.binding import Binding
from textual.keys import Keys, _character_to_key
from textual.screen import Screen
from textual.widget import Widget

from game.play.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_OURS: Final = "game.tui"
_EVERYWHERE: Final = "everywhere"
"""The place of commands that are there on every screen."""
_PLACES: Final = {"ReadBackList": "SceneScreen"}
"""The one screen that a widget is on, where that is not any."""
_TYPING: Final = ("app.", "desk.")
"""Commands that are there while something is typed: letters cannot be theirs."""
_SHEET_KEYS: Final = frozenset(
    [
        *(
            "enter",
            "backspace",
            "delete",
            "tab",
            "shift+tab",
            "space",
            "left",
            "right",
            "up",
            "down",
            "home",
            "end",
        ),
        *("pageup", "pagedown", "ctrl+w", "ctrl+t", "ctrl+z", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"),
        *("ctrl+left", "ctrl+right", "ctrl+home", "ctrl+end"),
    ]
)
"""Keys that the sheet in the machine has for itself, or that a terminal sends for one of them."""
_PALETTE: Final = "ctrl+p"
_NAMED: Final = frozenset(key.value for key in Keys) - {"<any>", "<ignore>", "<sigint>", "<scroll-up>"}
_KEY: Final = re.compile(r"(?:(?:ctrl|shift|alt)\+)*([a-z0-9_]+|[!-~])")


@dataclass(frozen=True, slots=True)
class Bound:
    """A command by its name: its keys if nobody says otherwise, and the screens on which it is there."""

    keys: tuple[str, ...]
    places: frozenset[str]


@cache
def commands() -> dict[str, Bound]:
    """Every command that has a key, by its name."""
    for package in ("screens", "widgets"):
        found = importlib.import_module(f"{_OURS}.{package}")
        for module in pkgutil.iter_modules(found.__path__, f"{found.__name__}."):
            importlib.import_module(module.name)
    app = importlib.import_module(f"{_OURS}.app").RubySparks
    keys: dict[str, dict[str, None]] = {}
    places: dict[str, set[str]] = {}
    for kind in (app, *_subclasses(Screen), *_subclasses(Widget)):
        place = kind.__name__ if issubclass(kind, Screen) else _PLACES.get(kind.__name__, _EVERYWHERE)
        for binding in _bindings(kind):
            if binding.id is not None:
                keys.setdefault(binding.id, {}).update(dict.fromkeys(binding.key.split(",")))
                places.setdefault(binding.id, set()).add(place)
    return {name: Bound(tuple(keys[name]), frozenset(places[name])) for name in sorted(keys)}


def keymap(wanted: Mapping[str, object]) -> tuple[dict[str, str], list[str]]:
    """The keys that can be given as somebody wants them, and a sentence for each that cannot."""
    given: dict[str, str] = {}
    refused: list[str] = []
    for name, key in wanted.items():
        if (why := _no_key(name, key)) is None:
            given[name] = ",".join(_keys_in(str(key)))
        else:
            refused.append(why)
    # Two may change places: only when all are given is it known what is taken.
    while taken := next(
        ((n, other, one) for n in reversed(given) for other, one in _clashes(n, given)), None
    ):
        name, other, one = taken
        del given[name]
        refused.append(f"Your keys: {_shown(one)} is taken, by {other}, so {name} keeps its own.")
    return given, refused


def keys_comment() -> str:
    """Every command with its keys, as a comment for the file of settings."""
    lines = (f'# "{name}" = "{",".join(bound.keys)}"' for name, bound in commands().items())
    head = "# Keys of your own: take away the # before [keys], and before each line that you change."
    return "\n".join([head, "# [keys]", *lines, ""])


def _no_key(name: str, key: object) -> str | None:
    """Why a command cannot have a key, whatever keys the others have; None if it can."""
    if name not in commands():
        return f"Your keys: there is no command {_shown(name)}."
    keys = _keys_in(key) if isinstance(key, str) else []
    if not keys or not all(map(_is_key, keys)):
        return f"Your keys: {_shown(key)} is no key, so {name} keeps its own."
    for one in keys:
        if one == _PALETTE:
            return f"Your keys: {_shown(one)} is taken, by the list of commands, so {name} keeps its own."
        if name.startswith(_TYPING) and (one in _SHEET_KEYS or len(one) == 1 or _types_something(one)):
            return f"Your keys: {_shown(one)} is needed for typing, so {name} keeps its own."
    return None


def _clashes(name: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The other commands that have a key that this one is given, with that key."""
    for one in given[name].split(","):
        if one in commands()[name].keys:
            continue  # as it was before
        for other, bound in commands().items():
            if other != name and _meet(name, other) and one in _now(other, bound, given):
                yield other, one


def _shown(key: object) -> str:
    return f"“{clean_line(str(key), 40)}”"


def _now(name: str, bound: Bound, given: Mapping[str, str]) -> Iterable[str]:
    return given[name].split(",") if name in given else bound.keys


def _meet(one: str, other: str) -> bool:
    """Whether two commands are ever there at the same time."""
    places, others = commands()[one].places, commands()[other].places
    return _EVERYWHERE in places | others or bool(places & others)


def _keys_in(text: str) -> list[str]:
    """The keys in a text, parted by commas, by the names that Textual gives them."""
    keys = (key.strip() for key in text.split(","))
    return [_character_to_key(key) if len(key) == 1 else key.lower() for key in keys if key]


def _is_key(key: str) -> bool:
    match = _KEY.fullmatch(key)
    if match is None:
        return False
    last = match[1]
    return last in _NAMED or key in _NAMED or len(last) == 1 or last in _SIGNS


def _types_something(key: str) -> bool:
    """Whether the key leaves something on paper."""
    return key in _SIGNS or (key.startswith("shift+") and len(key) == len("shift+") + 1)


_SIGNS: Final = frozenset(map(_character_to_key, string.punctuation))


def _subclasses(kind: type) -> Iterator[type]:
    subclass: type
    for subclass in kind.__subclasses__():
        if subclass.__module__.startswith(_OURS):
            yield subclass
        yield from _subclasses(subclass)


def _bindings(kind: type) -> Iterator[Binding]:
    """What a class of ours binds, what it inherits of ours included."""
    for one in kind.__mro__:
        if one.__module__.startswith(_OURS):
            for binding in vars(one).get("BINDINGS", ()):
                if isinstance(binding, Binding):
                    yield binding
