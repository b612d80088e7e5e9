# ruff: noqa: E501
from __future__ import annotations

import keyword
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli import main
from game.story.draft import RESERVED
from game.story.loader import examine
from game.workshop.refusals import CannotRename
from game.workshop.renaming import plan

STORY = Path(__file__).parents[2] / "story"
FILES = {
    "story.yaml": """\
id: sample
title: The last study
ifid: 0A0A0A0A-0A0A-0A0A-0A0A-0A0A0A0A0A0A
version: 0.3.0
start: study   # the study
chapters:
  - {id: one, title: One}
  - {id: study, title: The study}
migrations:
  0.2.0:
    scenes: {den: study}
    choices: {study.sit-down: last, 'study.go': "leave"}
    pages: {sheet: who}
    removed: {hall: study}
    variables: {last: 2}
""",
    "world.yaml": """\
variables:
  last: {type: int, default: 3, about: The last of it.}
  car: {type: enum, values: [none, last], default: none}
  mood_of: {type: enum, values: [car, none], is: [{if: last > 2 and car == 'last', value: car}, {value: none}]}
people:
  harry: {name: Harry, pronoun: he, about: "{last > 1: At last.|The last.}", knows: [{if: last > 3, text: At last.}]}
facets:
  mood: {own: [{if: last == 1, value: sad}, {value: content}]}
""",
    "chapters/one.yaml": """\
# study: the last
chapter: one
scenes:
  study:
    do: last += 1; car = 'last'
    text: |   # last
      The last {last > 1: study {last} at last|desk}, the study at the last-but-one {visits('study')}.

      {chosen('study.last') > 0 and typed('who') and last > 1: At last: {words('who')}.|The car.}
    choices:
      - {id: last, text: "At last, \\"last\\": {last}\\n{car}", needs: last > 0, otherwise: 'It''s {last}, last', goto: who}
      - id: leave
        if: >-
          last > 1 and not
          (last > 9 or backwards('who'))
        text: Leave the study at last
        forbid: claim('act', page='who', chapter='study')
        forbidden: The study.
        do: [last -= 1, "car = 'none' if last > 1 else 'last'"]
        goto: [{if: "last in (1, 2) and last-1 > 0", to: study}, {to: who}]
  who:
    page: who
    choices: [{id: last, text: Back, goto: study}]
  over: {ending: study, recap: "At {last > 1: last|the study}."}
  deal: {deal: {deck: study, then: [{if: can_deal('study'), to: deal}, {to: over}]}}
storylets:
  last:
    chapter: study
    deck: study
    if: last > 1
    once: false
    text:
      - with: {last: "claim('act', before=('who', 'who'))"}
        text: "{last.plural: They|It} last. {car}"
        else: "{last}"
      - with: {tale: claim()}
        text: "{car}"
      - beats: {at: study, claims: "claims(page='who')"}
      - costs: {at: study}
    goto: return
pages:
  who: {prompt: "Who, at {last}?", beats: study, blank: "last {last}", do: last = last + 1, blank_goto: study, goto: deal}
beats:
  study: {at: study, for: {}, if: last > 0, text: "The last {it.third} {last}."}
  last: {at: [study, last], for: {holds: false}, text: "{last} last."}
  any: {at: [study, last], for: {subject: any, holds: any}, text: x}
resistances:
  study: {for: {aspect: will}, if: last > 3, at: last}
costs:
  study: {at: study, for: {}, note: "saw the last {last}", text: The last.}
endings:
  study: {title: The last study, text: "At last, {last}.", open_until: study}
consequences:
  last: {for: {degree: absolute}, if: last > 1, do: last += overwrote}
circumstances:
  last: {words: [last], if: last > 1}
""",
    "playtests/last.yaml": """\
# The last study.
story: sample
seed: 1
---
offered: last
---
scene: study
choose: last
---
scene: who
page: who
type: |-
  Ruby sings last in the study.
---
holds: last > 1 and visits('study') == 1
---
see: last
---
ending: study
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


def write(folder: Path, files: dict[str, str], end: str = "\n") -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.replace("\n", end).encode())


def read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def rename(folder: Path, old: str, new: str, kind: str | None = None) -> None:
    plan(folder, old, new, kind).write(folder)


def test_the_sample_has_no_error(folder: Path) -> None:
    assert [one for one in examine(folder).diagnostics if one.severity == "error"] == []


def test_a_variable_is_renamed_where_it_is_one_and_not_where_it_is_prose(folder: Path) -> None:
    rename(folder, "last", "final", "variable")
    texts = {name: body.decode() for name, body in read(folder).items()}
    chapter = texts["chapters/one.yaml"]
    assert "do: final += 1; car = 'last'" in chapter
    assert "The last {final > 1: study {final} at last|desk}, the study at the last-but-one" in chapter
    assert "text: |   # last\n" in chapter
    assert 'At last, \\"last\\": {final}\\n{car}' in chapter
    assert "otherwise: 'It''s {final}, last'" in chapter
    assert "final > 1 and not\n          (final > 9 or" in chapter
    assert "final in (1, 2) and final-1 > 0" in chapter
    assert "\"car = 'none' if final > 1 else 'last'\"" in chapter
    assert '"{last.plural: They|It} last. {car}"\n        else: "{final}"' in chapter
    assert "chosen('study.last')" in chapter
    assert "variables: {final: 2}" in texts["story.yaml"]
    assert "{if: final > 2 and car == 'last', value: car}" in texts["world.yaml"]
    assert "holds: final > 1 and" in texts["playtests/last.yaml"]
    assert "see: last" in texts["playtests/last.yaml"]


def test_a_scene_is_renamed_wherever_it_is_named_and_not_what_else_has_that_id(folder: Path) -> None:
    rename(folder, "study", "den-now", "scene")
    texts = {name: body.decode() for name, body in read(folder).items()}
    assert "start: den-now   # the study" in texts["story.yaml"]
    assert "scenes: {den: den-now}" in texts["story.yaml"]
    assert "choices: {den-now.sit-down: last, 'den-now.go': \"leave\"}" in texts["story.yaml"]
    assert "{id: study, title: The study}" in texts["story.yaml"]
    chapter = texts["chapters/one.yaml"]
    assert "chosen('den-now.last')" in chapter
    assert "visits('den-now')" in chapter
    assert "blank_goto: den-now" in chapter
    assert "open_until: den-now}" in chapter
    assert "{deck: study, then: [{if: can_deal('study')" in chapter
    assert "scene: den-now\nchoose: last" in texts["playtests/last.yaml"]
    assert "ending: study" in texts["playtests/last.yaml"]


def test_a_choice_is_renamed_in_its_own_scene_alone(folder: Path) -> None:
    rename(folder, "study.last", "sit")
    texts = {name: body.decode() for name, body in read(folder).items()}
    assert "{id: sit, text:" in texts["chapters/one.yaml"]
    assert "choices: [{id: last, text: Back" in texts["chapters/one.yaml"]
    assert "{study.sit-down: sit, " in texts["story.yaml"]
    assert "offered: sit\n---\nscene: study\nchoose: sit\n" in texts["playtests/last.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "kind", "message"),
    [
        ("studdy", "x", None, "did you mean `study`"),
        ("study", "x", None, "`study` is a scene and a beat and a cost and a ending and a deck"),
        ("last", "x", "choice", "There are 2 choices `last`. Say which is meant: study.last, who.last"),
        ("over", "who", "scene", "There is a scene `who` already"),
        ("over", "last", "scene", "There is a scene `last` already"),
        ("over", "Over It", "scene", "is not formed like an id"),
        ("over", "return", "scene", "is not formed like an id"),
        ("car", "the-car", "variable", "cannot be a variable's name"),
        ("car", "claims", "variable", "cannot be a variable's name"),
        ("car", "lambda", "variable", "cannot be a variable's name"),
        ("car", "last", "variable", "There is a variable `last` already"),
        ("car", "tale", "variable", "In chapters/one.yaml `tale` stands for something else where `car`"),
        ("last", "overwrote", "variable", "`overwrote` stands for something else where `last`"),
        ("study.last", "who.sit", None, "A choice stays in its scene"),
        ("over", "den", "scene", "there is still a scene `den`"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    folder: Path, old: str, new: str, kind: str | None, message: str
) -> None:
    before = read(folder)
    with pytest.raises(CannotRename) as caught:
        rename(folder, old, new, kind)
    assert message in str(caught.value)
    assert read(folder) == before


def test_a_story_that_cannot_be_made_sense_of_is_not_touched(folder: Path) -> None:
    (folder / "more.yaml").write_text("scenes:\n  a: [\n")
    with pytest.raises(CannotRename, match="Mend it first"):
        rename(folder, "car", "auto")
    (folder / "more.yaml").write_text("chapter: one\nscenes:\n  a: {text: '{car', goto: study}\n")
    with pytest.raises(CannotRename, match=r"more\.yaml:3:14: this \{ is never closed"):
        rename(folder, "car", "auto")


def test_an_id_that_is_named_but_not_there_is_not_taken(folder: Path) -> None:
    (folder / "more.yaml").write_text("chapter: one\nscenes:\n  a: {goto: nowhere}\n")
    with pytest.raises(CannotRename, match=r"more\.yaml speaks of a scene `nowhere` that is not there"):
        rename(folder, "over", "nowhere")


def test_words_behind_escapes_are_not_guessed_at(folder: Path) -> None:
    (folder / "more.yaml").write_text('chapter: one\nscenes:\n  a: {text: "{c\\x61r}", goto: study}\n')
    with pytest.raises(CannotRename, match=r"more\.yaml:3:13: where in this text `car` stands"):
        rename(folder, "car", "auto")


KINDS = {
    "scene": ["study", "who", "over", "deal", "last"],
    "choice": ["study.last", "study.leave", "who.last"],
    "page": ["who"],
    "variable": ["last", "car", "mood_of"],
    "beat": ["study", "last", "any"],
    "cost": ["study"],
    "ending": ["study"],
    "deck": ["study"],
    "chapter": ["one", "study"],
    "place": ["study", "last"],
}


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([(kind, old) for kind, ids in KINDS.items() for old in ids]),
    st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True),
    st.sampled_from(["\n", "\r\n"]),
)
def test_there_and_back_again_is_as_it_was(
    tmp_path: Path, meant: tuple[str, str], new: str, end: str
) -> None:
    kind, old = meant
    write(tmp_path, FILES, end)
    before = read(tmp_path)
    try:
        rename(tmp_path, old, new, kind)
    except CannotRename:
        taken = (
            {one.rpartition(".")[2] for one in KINDS[kind]} | RESERVED | {"den", "hall", "tale", "overwrote"}
        )
        assert new in taken or keyword.iskeyword(new)
        assert read(tmp_path) == before
        return
    assert read(tmp_path) != before
    back = f"{old.partition('.')[0]}.{new}" if kind == "choice" else new
    if kind == "scene":
        assert [one for one in examine(tmp_path).diagnostics if one.severity == "error"] == []
    rename(tmp_path, back, old.rpartition(".")[2], kind)
    assert read(tmp_path) == before


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STORY, tmp_path / "story", ignore=shutil.ignore_patterns("lexicon")))


def test_the_shipped_story_goes_there_and_back_without_an_error(shipped: Path) -> None:
    before = read(shipped)
    rename(shipped, "car", "taxi")
    assert examine(shipped).errors == 0
    rename(shipped, "taxi", "car")
    assert read(shipped) == before


def test_the_command_shows_first_and_says_what_saves_need(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read(folder)
    assert main(["rename", "study", "den-now", "--kind", "scene", "--dry-run", "--story", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "story.yaml:5:8\n  - start: study   # the study\n  + start: den-now   # the study\n" in shown
    assert "would be `den-now`: 13 lines in 3 files." in shown
    assert "    NEXT-VERSION:\n      scenes: {study: den-now}" in shown
    assert "    0.2.0:\n      scenes: {study: den-now}" in shown
    assert read(folder) == before
    assert main(["rename", "study.leave", "go", "--story", str(folder)]) == 0
    assert "      choices: {study.leave: go}" in capsys.readouterr().out
    assert main(["rename", "study.leave", "go", "--story", str(folder)]) == 2
    assert "There is no id `study.leave`" in capsys.readouterr().err
