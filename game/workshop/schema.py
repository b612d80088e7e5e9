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
        "$defs": schema["$defs"],
    }
