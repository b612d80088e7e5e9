"""What authors meet: the checker's report, the schema for editors, and the guide."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

import game
from game.reader.reader import Reader
from game.story.errors import CODES, Diagnostic, formatted, located
from game.story.format import SECTIONS, BookHead, Migration
from game.story.reading import read_source
from game.story.shapes import check_shape
from game.workshop.check import check, main
from game.workshop.schema import json_schema

from .samples import HEAD, SOUND

CHECKOUT = Path(game.__file__).parents[1]
GUIDE = CHECKOUT / "story" / "README.md"
SHAPES = SECTIONS | {"migrations": Migration}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.yaml").write_text(HEAD)
    (tmp_path / "one.yaml").write_text(SOUND)
    return tmp_path


def test_a_sound_story_is_summed_up_and_passes(folder: Path) -> None:
    out = io.StringIO()
    assert check(folder, stream=out) == 0
    assert out.getvalue() == "Sample: 6 scenes, 1 page, 4 beats, 1 ending; 0 errors, 0 warnings\n"


def test_a_fault_is_shown_with_its_line_a_caret_and_a_mend(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    (folder / "one.yaml").write_text(SOUND.replace("        goto: sheet", "        goto: sheets"))
    out = io.StringIO()
    assert check(folder, stream=out) == 1
    assert out.getvalue().split("\n")[:4] == [
        f"{folder.name}/one.yaml:14:15: RS031 there is no scene `sheets`",
        "   14 |         goto: sheets",
        "      |               ^",
        "      = did you mean `sheet`?",
    ]


def test_warnings_do_not_fail_the_check(folder: Path) -> None:
    (folder / "one.yaml").write_text(SOUND + "  free: {title: Free}\n")
    out = io.StringIO()
    assert check(folder, stream=out) == 0
    assert "warning: nothing leads to the ending `free`" in out.getvalue()
    assert "0 errors, 1 warning" in out.getvalue()
    assert out.getvalue().endswith("What a number means: ruby-sparks check --explain RS041\n")


def test_the_report_can_be_had_as_json(folder: Path) -> None:
    (folder / "two.yaml").write_text("scenes:\n  a: {goto: nowhere-at-all}\n")
    out = io.StringIO()
    assert check(folder, "json", stream=out) == 1
    report = json.loads(out.getvalue())
    assert (report["errors"], report["warnings"]) == (2, 1)
    assert {one["code"] for one in report["diagnostics"]} == {"RS031", "RS036", "RS040"}
    assert all(set(one) == {*Diagnostic.__slots__, "page"} for one in report["diagnostics"])


def test_the_checker_runs_as_a_module(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    assert "Sample" in capsys.readouterr().out
    assert main([str(folder / "nowhere"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["errors"] == 1


def test_an_excerpt_cannot_reach_the_terminal_as_more_than_text() -> None:
    one = Diagnostic("RS008", "error", "a.yaml", 1, 4, "a character")
    shown = formatted(one, {"a.yaml": "a: \x1b[2J\t\u202e" + "x" * 500})
    assert shown.replace("\n", "").isprintable()
    assert all(len(line) < 100 for line in shown.split("\n"))


def test_a_fault_of_a_whole_file_is_shown_without_an_excerpt() -> None:
    one = Diagnostic("RS010", "error", "a.yaml", 0, 0, "it is a link", "put a file there")
    assert located(one) == "a.yaml: RS010 it is a link"
    assert formatted(one, {}, "story") == "story/a.yaml: RS010 it is a link\n      = put a file there"


def test_every_code_says_what_it_is() -> None:
    assert all(re.fullmatch(r"RS0[0-9]{2}", code) for code in CODES)
    assert len(set(CODES.values())) == len(CODES)


def _refs(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["$ref"]} if "$ref" in node else set()
        return own.union(*(_refs(value) for value in node.values()))
    return set().union(*(_refs(value) for value in node)) if isinstance(node, list) else set()


def test_the_schema_describes_every_field_to_an_editor() -> None:
    schema = json_schema()
    assert _refs(schema) == {f"#/$defs/{name}" for name in schema["$defs"]}
    for name, model in schema["$defs"].items():
        assert model["additionalProperties"] is False
        for field, shape in model["properties"].items():
            assert shape.get("description"), f"{name}.{field}"


def test_the_schema_knows_no_null() -> None:
    assert "null" not in json.dumps(json_schema())


def test_the_schema_beside_the_story_is_the_one_that_the_models_give() -> None:
    assert json.loads((CHECKOUT / "story" / "schema.json").read_text()) == json_schema()


def _examples() -> list[str]:
    found = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    return [one for one in found if "{...}" not in one and not one.startswith(("aspect:", "format:"))]


def test_the_guide_s_lexicon_is_one_that_loads(tmp_path: Path) -> None:
    files = re.findall(r"```yaml\n(aspect: (\w+).*?)```", GUIDE.read_text(), re.DOTALL)
    for text, aspect in files:
        (tmp_path / f"{aspect}.yaml").write_text(text)
    reader = Reader.from_folder(tmp_path)
    assert [claim.value for claim in reader.read("Ruby is glum and untidy.").claims] == ["sad", "messy"]


@pytest.mark.parametrize("example", _examples())
def test_every_example_of_the_guide_has_the_shape_of_the_format(example: str) -> None:
    if example.startswith("text:"):
        indented = "".join(f"    {line}\n" for line in example.split("\n"))
        example = f"endings:\n  a:\n    title: A\n{indented}"
    source = read_source("guide.yaml", example.encode())
    for section, definitions in (source.data or {}).items():
        if section == "book":
            check_shape(source, (section,), BookHead)
            continue
        for id_ in definitions:
            check_shape(source, (section, id_), SHAPES[section])
    assert source.data
    assert source.diagnostics == []


def test_the_guide_has_examples_of_all_that_a_story_is_made_of() -> None:
    sections = set(re.findall(r"^([a-z]+):", "\n".join(_examples()), re.MULTILINE))
    assert sections >= set(SHAPES) - {"storylets"}
