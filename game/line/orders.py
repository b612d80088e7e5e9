"""What a program may send, a JSON object a line: read strictly, so that no mistake is taken for a move."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final, NoReturn


class OrderError(ValueError):
    """A line that is no order. The message says what is wrong and what was expected."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class ChooseOrder:
    """``{"choose": "choice-id"}``."""

    choice: str


@dataclass(frozen=True, slots=True)
class TypeOrder:
    """``{"type": "text", "backwards": false}``."""

    text: str
    backwards: bool


@dataclass(frozen=True, slots=True)
class ReadOrder:
    """``{"read": "text", "backwards": false}``: what would be understood of a page. No move."""

    text: str
    backwards: bool


@dataclass(frozen=True, slots=True)
class UndoOrder:
    """``{"undo": 1}``."""

    count: int


@dataclass(frozen=True, slots=True)
class RedoOrder:
    """``{"redo": 1}``: make moves again that were taken back."""

    count: int


@dataclass(frozen=True, slots=True)
class JumpOrder:
    """``{"jump": 3}``: go to where a move led, by its number in the timeline; 0 is the beginning."""

    to: int


@dataclass(frozen=True, slots=True)
class TimelineOrder:
    """``{"timeline": true}``: every move ever made."""


@dataclass(frozen=True, slots=True)
class SaveOrder:
    """``{"save": "name"}``."""

    name: str


@dataclass(frozen=True, slots=True)
class LoadOrder:
    """``{"load": "name"}``."""

    name: str


@dataclass(frozen=True, slots=True)
class StateOrder:
    """``{"state": true}``."""


@dataclass(frozen=True, slots=True)
class QuitOrder:
    """``{"quit": true}``."""


Order = (
    ChooseOrder
    | TypeOrder
    | ReadOrder
    | UndoOrder
    | RedoOrder
    | JumpOrder
    | TimelineOrder
    | SaveOrder
    | LoadOrder
    | StateOrder
    | QuitOrder
)

_EXPECTED: Final = (
    'Send one JSON object a line: {"choose": "choice-id"}, {"type": "text", "backwards": false}, '
    '{"read": "text"}, {"undo": 1}, {"redo": 1}, {"jump": 3}, {"timeline": true}, {"save": "name"}, '
    '{"load": "name"}, {"state": true} or {"quit": true}.'
)
_COUNTED: Final[dict[str, type[UndoOrder | RedoOrder | JumpOrder]]] = {
    "undo": UndoOrder,
    "redo": RedoOrder,
    "jump": JumpOrder,
}
_BARE: Final[dict[str, type[StateOrder | TimelineOrder | QuitOrder]]] = {
    "state": StateOrder,
    "timeline": TimelineOrder,
    "quit": QuitOrder,
}
_KEYS: Final = frozenset(("choose", "type", "read", "save", "load", *_COUNTED, *_BARE))


def parse_order(line: bytes) -> Order:
    """The order in a line. Raises OrderError for anything else, whatever the bytes are."""
    fields = _object(line)
    kinds = _KEYS & fields.keys()
    allowed = kinds | {"backwards"} if kinds & {"type", "read"} else kinds
    if len(kinds) != 1 or fields.keys() - allowed:
        raise OrderError("bad-order", _EXPECTED)
    (kind,) = kinds
    value = fields[kind]
    match kind:
        case "choose":
            return ChooseOrder(_string(kind, value))
        case "type" | "read":
            backwards = _boolean("backwards", fields.get("backwards", False))
            return (TypeOrder if kind == "type" else ReadOrder)(_string(kind, value), backwards)
        case "undo" | "redo" | "jump":
            return _COUNTED[kind](_whole_number(kind, value))
        case "save":
            return SaveOrder(_string(kind, value))
        case "load":
            return LoadOrder(_string(kind, value))
    if value is not True:
        raise OrderError("bad-order", f'"{kind}" takes true. {_EXPECTED}')
    return _BARE[kind]()


def _object(line: bytes) -> dict[str, object]:
    try:
        value = json.loads(
            line.decode("utf-8"), object_pairs_hook=_without_duplicates, parse_constant=_no_constant
        )
    except UnicodeDecodeError as error:
        raise OrderError("bad-encoding", f"The line is not UTF-8. {_EXPECTED}") from error
    except OrderError:
        raise
    except (ValueError, RecursionError) as error:
        raise OrderError("bad-json", f"The line is not JSON that can be read. {_EXPECTED}") from error
    if not isinstance(value, dict):
        raise OrderError("bad-order", _EXPECTED)
    return value


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise OrderError("bad-json", f"A key stands twice in one object. {_EXPECTED}")
    return fields


def _no_constant(name: str) -> NoReturn:
    raise OrderError("bad-json", f"{name} is not JSON. {_EXPECTED}")


def _string(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise OrderError("bad-order", f'"{key}" takes a string. {_EXPECTED}')
    return value


def _boolean(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise OrderError("bad-order", f'"{key}" takes true or false. {_EXPECTED}')
    return value


def _whole_number(key: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise OrderError("bad-order", f'"{key}" takes a whole number. {_EXPECTED}')
    return value
