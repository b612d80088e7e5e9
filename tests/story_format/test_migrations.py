from __future__ import annotations

import pytest

from .samples import HEAD, SOUND, look, marked

FAULTS = {
    "a scene that is still there": ("RS039", "scenes: {§porch: sheet}"),
    "a scene renamed to what is not there": ("RS031", "scenes: {attic: §loft}"),
    "a scene that went to what is not there": ("RS031", "removed: {attic: §loft}"),
    "a page that is still there": ("RS039", "pages: {§who: who}"),
    "a page renamed to what is not there": ("RS032", "pages: {what: §whom}"),
    "a choice renamed to what is not there": ("RS037", "choices: {porch.tap: §knok}"),
    "a variable there is not": ("RS022", "variables: {§closenes: 3}"),
    "a variable that cannot be so": ("RS027", "variables: {closeness: §11}"),
    "a word that the variable never is": ("RS027", "variables: {vow: §kepd}"),
    "a field there is not": ("RS014", "§scens: {attic: porch}"),
}
SOUND_ONE = """scenes: {attic: porch}, removed: {loft: sheet}, pages: {what: who},
      choices: {porch.tap: knock}, variables: {closeness: 9, vow: kept, told: true}"""


def head_with(migration: str, version: str = "0.1.0") -> str:
    return f"{HEAD}migrations:\n  {version}:\n    {migration}\n"


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_migration_is_reported_where_it_stands(name: str) -> None:
    code, migration = FAULTS[name]
    head, place = marked(head_with(migration))
    found = [(one.code, (one.line, one.column)) for one in look(SOUND, head=head).diagnostics]
    assert (code, place) in found


def test_a_sound_migration_is_part_of_the_story() -> None:
    lines = SOUND_ONE.replace(", removed", "\n    removed").replace(", pages", "\n    pages")
    lines = lines.replace(",\n      choices", "\n    choices").replace(", variables", "\n    variables")
    found = look(SOUND, head=head_with(lines))
    assert found.diagnostics == []
    assert found.story is not None
    (migration,) = found.story.migrations
    assert migration.version == "0.1.0"
    assert migration.variables == {"closeness": 9, "vow": "kept", "told": True}


def test_a_migration_to_a_version_to_come_is_a_fault() -> None:
    found = look(SOUND, head=head_with("scenes: {attic: porch}", version="0.2"))
    assert [one.code for one in found.diagnostics] == ["RS039"]


def test_migrations_are_told_from_the_oldest_on() -> None:
    head = HEAD.replace("version: 0.1.0", "version: 0.10.0")
    head += "migrations:\n  0.10.0: {scenes: {loft: porch}}\n  0.9.0: {scenes: {attic: porch}}\n"
    story = look(SOUND, head=head).story
    assert story is not None
    assert [one.version for one in story.migrations] == ["0.9.0", "0.10.0"]
