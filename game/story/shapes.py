"""Each definition held against its model; what does not fit becomes diagnostics with places and mends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from game.story import format as fmt
from game.story.syntax import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.source import Path, Source

_INNER: Final[dict[str, type[fmt.Model]]] = {
    "choices": fmt.Choice,
    "deal": fmt.Deal,
    "for": fmt.Pattern,
    "own": fmt.Own,
    "is": fmt.Derived,
    "knows": fmt.Known,
    "goto": fmt.Goto,
    "blank_goto": fmt.Goto,
    "then": fmt.Goto,
    "chapters": fmt.ChapterEntry,
    "migrations": fmt.Migration,
    "(if)": fmt.IfBlock,
    "(with)": fmt.WithBlock,
    "(beats)": fmt.BeatsBlock,
    "(costs)": fmt.CostsBlock,
    "(kind)": fmt.KindBlock,
}
_OF_BLOCKS: Final[dict[tuple[type[fmt.Model], str], type[fmt.Model]]] = {
    (fmt.BeatsBlock, "beats"): fmt.Dramatised,
    (fmt.CostsBlock, "costs"): fmt.Charged,
}
_TEXTS: Final = frozenset(
    [
        "text",
        "say",
        "else",
        "before",
        "after",
        "blank",
        "unread",
        "instead",
        "prompt",
        "otherwise",
        "forbidden",
    ]
)
_BLOCK: Final = frozenset({"text", "if", "else", "with", "kind", "beats", "costs"})
"""What the mappings have of which one at least can stand for a text."""
_ID: Final = re.compile(fmt.ID_PATTERN)
_NAME: Final = re.compile(fmt.NAME_PATTERN)


def check_shape(source: Source, path: Path, model: type[fmt.Model]) -> bool:
    """Whether the value at a path has the shape of the model. Reports what does not."""
    try:
        model.model_validate(source.at(path))
    except ValidationError as error:
        braced: set[Path] = set()
        for fault in error.errors(include_url=False, include_context=True):
            _report(source, path, model, fault, braced)
        return False
    return not _report_empty(source, path)


def _report_empty(source: Source, path: Path) -> bool:
    """Report fields with nothing after the colon, and answer whether there are any."""
    if not _holds_nothing(source.at(path)):
        return False
    found = False
    waiting = [path]
    while waiting:
        where = waiting.pop()
        value = source.at(where)
        if value is None:
            found = True
            place = source.place(where, key=True)
            source.report("RS015", place, f"nothing stands after `{where[-1]}`", "fill it, or leave it out")
        elif isinstance(value, dict | list):
            steps: list[str | int] = list(value) if isinstance(value, dict) else list(range(len(value)))
            waiting += [(*where, step) for step in steps]
    return found


def _holds_nothing(value: Any) -> bool:
    """Whether None is anywhere in it."""
    if isinstance(value, dict):
        return any(map(_holds_nothing, value.values()))
    return any(map(_holds_nothing, value)) if isinstance(value, list) else value is None


def _report(source: Source, path: Path, model: type[fmt.Model], fault: Any, braced: set[Path]) -> None:
    where, last, inner = _locate(source, path, fault["loc"], model)
    kind = fault["type"]
    owner = where if kind in ("missing", "extra_forbidden") else where[:-1]
    for one in (where, owner):
        if one and _is_unquoted(source, one):
            if one not in braced:
                braced.add(one)
                mend = "quote the text, or write it as a block: `text: |`"
                place = source.place(one)
                source.report("RS012", place, "YAML has taken these braces for its own", mend)
            return
    if kind == "missing":
        what = _described(inner, last)
        source.report("RS013", source.place(where, key=True), f"`{last}` is missing here", what)
    elif kind == "extra_forbidden":
        fields = _fields(inner)
        mend = suggestion(last, fields, f"here can stand: {', '.join(sorted(fields))}")
        if " " in last and source.at((*where, last)) is None:
            mend = "if this goes on the text before the comma, quote the whole text"
        source.report(
            "RS014", source.place((*where, last), key=True), f"there is no field `{last[:60]}`", mend
        )
    elif kind in ("string_pattern_mismatch", "string_too_long"):
        _report_id(source, where, fault)
    else:
        _report_kind(source, where, fault)


def _locate(
    source: Source, path: Path, loc: tuple[str | int, ...], model: type[fmt.Model]
) -> tuple[Path, str, type[fmt.Model]]:
    """The path of a fault, its last step (which may be missing), and the model it is a fault of."""
    where = path
    inner = model
    last = ""
    for number, step in enumerate(loc):
        final = number == len(loc) - 1
        if isinstance(step, str) and step.startswith("(") and step.endswith(")"):
            inner = _INNER.get(step, inner)
            continue
        if step == "[key]":
            continue
        value = source.at(where)
        there = isinstance(value, dict | list) and source.at((*where, step)) is not None
        last = str(step)
        if final and isinstance(value, dict) and step not in value:
            return where, last, inner
        if final and isinstance(step, str) and step not in _fields(inner) and inner is not fmt.StoryHead:
            return where, last, inner
        if there or (isinstance(value, dict) and step in value):
            where = (*where, step)
            if isinstance(step, str):
                inner = _OF_BLOCKS.get((inner, step)) or _INNER.get(step, inner)
    return where, last, inner


def _is_unquoted(source: Source, path: Path) -> bool:
    """Whether `text: {a|b}`, or `text: {condition: a|b}`, has become a mapping."""
    value = source.at(path)
    place = source.values.get(path)
    if not isinstance(value, dict) or place is None or place.style != "{" or not value:
        return False
    in_text = any(step in _TEXTS for step in path[-2:])
    return in_text and (all(one is None for one in value.values()) or _BLOCK.isdisjoint(value))


def _fields(model: type[fmt.Model]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def _described(model: type[fmt.Model], name: str) -> str:
    for field_name, field in model.model_fields.items():
        if (field.alias or field_name) == name and field.description:
            return f"add `{name}:` ({field.description[0].lower()}{field.description[1:].rstrip('.')})"
    return f"add `{name}:`"


def _report_id(source: Source, where: Path, fault: Mapping[str, Any]) -> None:
    value = str(fault["input"])[:60]
    if where and where[-1] == "ifid":
        mend = "write a UUID in capitals, such as `uuidgen` prints"
    elif "with" in where[-2:]:
        mend = "lower case letters, digits and underscores"
    else:
        mend = "lower case letters and digits, joined by hyphens"
        if is_id(formed := re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")):
            mend = f"write `{formed}`: {mend}"
    source.report("RS016", source.place(where), f"`{value}` is not formed like an id", mend)


def _report_kind(source: Source, where: Path, fault: Mapping[str, Any]) -> None:
    kind, value, context = fault["type"], fault["input"], fault.get("ctx", {})
    place = source.place(where)
    found = _kind_of(value)
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", context["expected"]) or [context["expected"]]
        mend = suggestion(str(value), words, f"one of {', '.join(words)}")
        source.report("RS015", place, f"`{str(value)[:60]}` cannot stand here", mend)
    elif kind == "string_type" and isinstance(value, bool | int):
        source.report("RS015", place, f"here must stand text, and this is {found}", "quote it")
    elif kind in ("string_type", "model_type", "dict_type", "list_type"):
        wanted = {"string_type": "text", "list_type": "a list"}.get(kind, "a mapping")
        mend = "write something, or leave the field out" if value is None else f"write {wanted}"
        source.report("RS015", place, f"here must stand {wanted}, and this is {found}", mend)
    elif kind == "too_short":
        source.report("RS015", place, "this must not be empty", "leave the field out, or fill it")
    elif kind in ("greater_than_equal", "less_than_equal"):
        bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
        source.report(
            "RS015", place, f"this must be {bound}, and is {value}", f"write a number that is {bound}"
        )
    elif kind in ("int_type", "bool_type"):
        wanted = "a whole number" if kind == "int_type" else "true or false"
        mend = f"write {wanted}, without quotation marks"
        source.report("RS015", place, f"here must stand {wanted}, and this is {found}", mend)
    else:
        source.report("RS015", place, f"this does not fit here: {fault['msg'][:120]}")


def _kind_of(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case int():
            return "a number"
        case str():
            return "text"
        case list():
            return "a list"
        case _:
            return "a mapping"


def is_id(value: str) -> bool:
    """Lower case letters and digits, joined by hyphens."""
    return len(value) <= 80 and bool(_ID.match(value))


def is_name(value: str) -> bool:
    """A name for an expression: lower case letters, digits and underscores."""
    return len(value) <= 60 and bool(_NAME.match(value))
