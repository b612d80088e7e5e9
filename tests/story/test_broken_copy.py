"""A copy of the story, broken in more than forty ways at once: each is found where it is, and nothing else is."""

# ruff: noqa: E501 (one fault a line reads better than five lines a fault)

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from game.story.errors import CODES
from game.story.loader import examine
from game.story.where import find_story
from game.workshop.lexicon import lexicon_diagnostics

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.story.errors import Diagnostic

MORNING = "chapters/01-blank-page/morning.yaml"
KITCHEN = "chapters/02-ink/kitchen.yaml"
AGAIN = "chapters/03-proof/beats-again.yaml"
SUR = "chapters/04-weather/bigsur.yaml"
JULY = "chapters/04-weather/july.yaml"
FIRST = "chapters/05-mondays/first.yaml"
CAR = "chapters/07-party/car.yaml"
RULES = "canon/rules.yaml"
TWICE = "She had it on good authority that the ship came in on Tuesdays, along with the post."

# Each: a file, a pattern whose first match is replaced, and by what. A code stands where it is to be reported.
FAULTS = [
    ("story.yaml", r"removed: \{", r"removed: {§RS039§monday-two: mondays-ask, "),
    ("world.yaml", r"    name: Ruby\n    pronoun: she\n    if: .*\n    about: .*\n    knows:\n", r"\g<0>      - text: §RS012§{once|twice}\n"),
    ("world.yaml", r"(  grip: \{type: )int", r"\1§RS015§integer"),
    ("world.yaml", r"(  self: \{.*?default: )3", r"\1§RS027§30"),
    ("world.yaml", r"  refusals: \{", r"  §RS050§ladders: {type: int, max: 3}\n  §RS051§raining: {type: bool}\n\g<0>"),
    (RULES, r"  truth: \{aspect: speech, values: .*?\]", r"  §RS013§truth: {aspect: speech"),
    (RULES, r"  life: \{", r"\g<0>§RS014§holds: true, "),
    (RULES, r"(  she-is-told: \{for: \{aspect: )mind", r"\1§RS028§mnid"),
    ("lexicon/mood.yaml", r"(?m)^      (\"walk on air\": ).*$", r"      §RS061§\1She walks on water."),
    ("lexicon/mood.yaml", r"(?m)^      \"walk on sunshine\": .*\n", r'\g<0>      "strut on gravel|sunshine": She struts on gravel.\n'),
    ("lexicon/mood.yaml", r"(?s)(\n  sad:.*?    patterns:\n)", r'\1      §RS062§"strut on salt|sunshine": She struts on salt.\n'),
    (MORNING, r"(?s)(\n  blank-still:.*?goto: )phone-cyrus", r"\1§RS031§phone-cyprus"),
    (MORNING, r"(?s)(\n  blank-still:.*?    text: \|\n      )", r"\1{morning == §RS023§'runs': It has run. |}"),
    (MORNING, r"(?s)(\n  desk-hours:.*?    text: \|\n      )", r"\1§RS020§{held_bobo: The bear looks on. "),
    (KITCHEN, r"at: (conditional, claims: .claims.holds=None, when='unmet')", r"at: §RS035§un\1"),
    (KITCHEN, r"(?s)(\n  kitchen-morning:.*?    during: \[)monday", r"\1§RS049§mondy"),
    (AGAIN, r"(  )(back-alive:)", r"\1§RS057§\2"),
    (AGAIN, r"(?s)(\n  back-written:.*?value: )written", r"\1gone"),
    ("canon/costs/being-days.yaml", r"(costs:\n  )(.*?\n.*?\n    for: \{aspect: being, value: )real", r"\1§RS048§\2alive"),
    ("chapters/07-party/guestbook.yaml", r"(for: \{aspect: being)(?=\})", r"\1, value: alive"),
    ("canon/costs/being-town.yaml", r"(for: \{aspect: being, value: )real", r"\1alive"),
    (SUR, r"(?s)(\n  )(sur-table:.*?      - id: in\n)(.*?      - id: hold\n)", r"\1§RS045§\2        once: true\n\3        once: true\n"),
    (JULY, r"(?s)(\n  hunt-alone:.*?    deal: \{deck: )jobs", r"\1§RS034§jbos"),
    (JULY, r"(?s)(\n  weather-summer:.*?      - )costs", r"\1costs: {at: §RS046§wether}\n      - costs"),
    (FIRST, r"(?s)(\n  mondays-after:\n)", rf"\1    text: |\n      {TWICE}\n\n      It has been §RS059§whisky, mostly.\n"),
    (FIRST, r"(?s)(\n  mondays-page:.*?      wrote_after \+= 1)", r"\1 if §RS024§vow > 1 else 1"),
    (CAR, r"      - id: silence\n", r"""      - {id: round, text: Go round, goto: lost-one}
      - {id: up, text: Go up, goto: lost-attic}
      - {id: done, text: Have done, goto: lost-end}
      - {id: type, text: Type, goto: lost-page}
      - {id: both, text: Do both, goto: lost-both}
      - {id: neither, text: Do neither, goto: lost-if}
      - {id: walk, text: Walk, goto: lost-chapter}
      - {id: late, if: §RS054§closeness > 10, text: Too late, goto: car-silence}
      - {id: unsaid, text: "§RS055§{candour > 3: Say it}", goto: car-silence}
\g<0>"""),
    (CAR, r"(?s)(\n  party-car:.*?          candour \+= )2", r"\1§RS022§courage"),
    (CAR, r"(?s)(\n  party-car:.*?          )(suspicion \+= 1\n          closeness -= 1)", r"\1\2\n          §RS026§candour = 30"),
    (CAR, r"(?s)(\n  party-car:.*?    text:\n)", r"""\1      - {if: "chosen(§RS037§'party-car.sory') > 0", text: You said so.}
      - {if: "§RS025§visits('party-car', 2) > 1", text: And twice.}
      - {if: "§RS052§raining and wrote_after == 0 and wrote_after > 2", text: You wrote.}
      - {if: "raining or candour >§RS021§", text: It rains.}
      - "She looks out§RS058§{raining:  into the rain|}."
"""),
]  # fmt: skip
LOST = f"""\
chapter: party

scenes:
  lost-one: {{goto: §RS019§lost-two}}
  lost-two: {{goto: lost-one}}
  §RS056§lost-attic:
    text: There is nothing up here.
    choices: [{{id: stay, text: Stay, goto: lost-attic}}]
  lost-end: {{ending: §RS033§unwriten}}
  lost-page: {{page: §RS032§mondays-pge}}
  lost-both: {{goto: study-door, ending: §RS017§mondays}}
  lost-if: {{if: §RS018§closeness > 3, goto: study-door, do: ladders += 1}}
  lost-chapter:
    chapter: §RS036§the-party
    text: |
      Nobody said anything to begin with.

      §RS053§{TWICE}
    goto: study-door
  §RS040§lost-nobody: {{goto: study-door}}
  §RS030§party-car: {{goto: study-door}}

storylets:
  §RS044§lost-storylet: {{deck: odds-and-ends, text: Nobody ever deals this.}}

pages:
  §RS042§lost-sheet: {{prompt: What was it?, goto: study-door}}

endings:
  §RS041§lost: {{title: Lost}}

beats:
  §RS043§lost-beat: {{at: attic, for: {{}}, text: Nobody is told this.}}
  §RS038§bare-beat: {{at: bare, for: {{}}, text: She is.}}
  bare-denied: {{at: bare, for: {{holds: false}}, text: She is not.}}

resistances:
  bare: {{for: {{aspect: mood, value: sad}}, at: bare}}

costs:
  §RS047§lost-cost: {{at: attic, for: {{aspect: mood, value: sad}}, note: paid, text: Nobody pays this.}}

exclusions:
  §RS016§Envy: {{aspect: mood, values: [jealous], with: [content]}}
"""
MARK = re.compile(r"§(RS\d{3})§")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(find_story(None), tmp_path / "story")


def broken(folder: Path, faults: Iterable[tuple[str, str, str]]) -> set[tuple[str, str, int, int]]:
    """Break the story in a folder; what is to be found there."""
    for path, pattern, replacement in faults:
        text = (folder / path).read_text(encoding="utf-8")
        changed, times = re.subn(pattern, replacement, text, count=1)
        assert times == 1, f"the story has changed: nothing in {path} is like {pattern}"
        (folder / path).write_text(changed, encoding="utf-8")
    return {one for path in folder.rglob("*.yaml") for one in unmarked(folder, path)}


def unmarked(folder: Path, path: Path) -> Iterable[tuple[str, str, int, int]]:
    text = path.read_text(encoding="utf-8")
    while mark := MARK.search(text):
        line, column = text.count("\n", 0, mark.start()) + 1, mark.start() - text.rfind("\n", 0, mark.start())
        yield mark[1], path.relative_to(folder).as_posix(), line, column
        text = text[: mark.start()] + text[mark.end() :]
    path.write_text(text, encoding="utf-8")


def found_in(folder: Path) -> list[Diagnostic]:
    return [*examine(folder).diagnostics, *lexicon_diagnostics(folder, {})]


def test_every_fault_is_found_by_its_own_diagnostic_where_it_stands(copy: Path) -> None:
    (copy / "chapters/07-party/lost.yaml").write_text(LOST, encoding="utf-8")
    expected = broken(copy, FAULTS)
    assert len({code for code, *_ in expected}) == len(expected) >= 40
    found = found_in(copy)
    assert {(one.code, one.path, one.line, one.column) for one in found} == expected
    assert len(found) == len(expected)
    # What each says can be read without the source of the checker.
    assert all(one.mend for one in found), [one for one in found if not one.mend]


# What keeps a file from being read. A code stands where it is to be reported, or before the file, if it is the file.
UNREADABLE = {
    "open": "scenes:\n  open: {text: 'never closed}\n§RS001§",
    "alias": "scenes:\n  alias: §RS002§*porch\n",
    "tag": "scenes:\n  tag: §RS003§!!python/name:os.system x\n",
    "twice": "scenes:\n  twice: {text: A, §RS004§text: B, goto: study-door}\n",
    "deep": f"scenes:\n  attic: {{text: {'[' * 58}§RS006§{'[' * 90}",
    "number": "scenes:\n  number: {§RS007§1: A, goto: study-door}\n",
    "control": "scenes:\n  control: {text: A§RS008§\x07, goto: study-door}\n",
    "list": "§RS011§- scenes\n",
}


def test_what_keeps_files_from_being_read_is_found_as_well(copy: Path) -> None:
    for name, text in UNREADABLE.items():
        (copy / f"chapters/{name}.yaml").write_text(text, encoding="utf-8")
    expected = broken(copy, [])
    (copy / "chapters/latin.yaml").write_bytes("scenes:\n  café: {}\n".encode("latin-1"))
    (copy / "chapters/long.yaml").write_text("x" * 4_000_001, encoding="utf-8")
    (copy / "chapters/out.yaml").symlink_to("/etc/hostname")
    (copy / "lexicon/mood.yaml").write_text("aspect: moods\n", encoding="utf-8")
    expected |= {
        ("RS005", "chapters/long.yaml", 0, 0),
        ("RS009", "chapters/latin.yaml", 2, 6),
        ("RS010", "chapters/out.yaml", 0, 0),
    }
    found = {(one.code, one.path, one.line, one.column) for one in found_in(copy)}
    assert expected <= found
    assert "RS060" in {code for code, *_ in found - expected}


def test_between_them_these_are_all_the_diagnostics_there_are() -> None:
    once = " ".join([LOST, *UNREADABLE.values(), *(replacement for *_, replacement in FAULTS)])
    assert set(MARK.findall(once)) | {"RS005", "RS009", "RS010", "RS060"} == set(CODES)
