"""`ruby-sparks schema`: the story format as JSON Schema, for editors."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from game.story.format import StoryFile, StoryHead


def json_schema() -> dict[str, Any]:
    """One schema for every file of a story: story.yaml is the one that has an `ifid`."""
    _, schema = models_json_schema(
        [(StoryFile, "validation"), (StoryHead, "validation")], by_alias=True, ref_template="#/$defs/{model}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Ruby Sparks story, format 1",
        "if": {"required": ["ifid"]},
        "then": {"$ref": "#/$defs/StoryHead"},
        "else": {"$ref": "#/$defs/StoryFile"},
        "$defs": _as_written(schema["$defs"]),
    }


def _as_written(node: Any) -> Any:
    """Without null: a field is written with a value, or left out."""
    if isinstance(node, list):
        return [_as_written(one) for one in node if one != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    kept = {
        key: _as_written(value) for key, value in node.items() if not (key == "default" and value is None)
    }
    options = kept.get("anyOf")
    if isinstance(options, list) and len(options) == 1:
        del kept["anyOf"]
        kept = options[0] | kept
    return kept
