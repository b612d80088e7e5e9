"""Every example of the guides is run: none stands in a README that nothing here, or in CI, has tried."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import game
from game import cli
from game.reader import saying
from game.reader.reader import Reader
from game.story.format import SECTIONS
from game.story.loader import load_story
from game.workshop import explore as explorer

from .samples import HEAD, look

CHECKOUT = Path(game.__file__).parents[1]
GUIDE = (CHECKOUT / "story" / "README.md").read_text(encoding="utf-8")
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
SAVES = (CHECKOUT / "saves" / "README.md").read_text(encoding="utf-8")
LEXICON = CHECKOUT / "story" / "lexicon"
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
TOP_BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
ELSEWHERE = {
    "aspect:": "test_tools reads pages by it",
    "format:": "tests/workshop/test_playtest reads it as a playtest",
    "migrations:": "tests/saves/test_migrations brings a save on by it",
    "book:": "its shape is checked in test_tools, and what it does in tests/book",
}

# What the guide's examples speak of and leave to the reader, so that together they are a story.
REST = """\
chapter: one
variables:
  candour: {type: int}
  fray: {type: int}
  grip: {type: int}
  self: {type: int}
  suspicion: {type: int}
  lamp: {type: bool}
scenes:
  beach: {goto: kitchen-morning}
  kitchen-toast: {text: Toast., page: flaw, do: "lamp = not lamp; self += 2; harry_believes = True"}
  desk-refused: {text: Not today., goto: night}
  night:
    deal: {deck: evening, then: arcade}
  arcade:
    goto: [{if: visits('night') > 2, to: last-refusal}, {to: bus-stop}]
  last-refusal: {text: "{vow}{her_voice}", goto: the-end}
  the-end: {ending: block}
  tuba: {text: She plays., ending: blocks}
storylets:
  moths: {deck: evening, text: Moths.}
beats:
  flaw-said: {at: flaw, for: {}, text: "She {it.third}."}
  flaw-denied: {at: flaw, for: {holds: false}, text: "She {it.third}."}
  flaw-others: {at: flaw, for: {subject: any, holds: any}, text: "{it.subject} {it.third}."}
  kitchen-denied: {at: kitchen, for: {holds: false}, text: "She {it.third}."}
  kitchen-others: {at: kitchen, for: {subject: any, holds: any}, text: "{it.subject} {it.third}."}
"""


def pieces() -> list[str]:
    """The guide's pieces of story files, each as a file of its own."""
    found = []
    for kind, block in BLOCKS:
        if kind != "yaml" or "{...}" in block or block.startswith(tuple(ELSEWHERE)):
            continue
        if block.startswith("text:"):
            indented = "".join(f"    {line}\n" for line in block.splitlines())
            block = f"endings:\n  blocks:\n    title: Blocks\n{indented}"  # noqa: PLW2901
        found.append(f"chapter: one\n{block.replace(', ...]', ']')}")
    return found


def test_every_block_of_the_guide_is_run_by_something() -> None:
    told = [block for kind, block in BLOCKS if kind == "yaml" and block.startswith(tuple(ELSEWHERE))]
    overview = [block for kind, block in BLOCKS if "{...}" in block]
    commands = [block for kind, block in BLOCKS if kind != "yaml"]
    assert len(pieces()) + len(told) + len(overview) + len(commands) == len(BLOCKS)
    assert {re.match(r"\w+:", block)[0] for block in told} == set(ELSEWHERE)  # type: ignore[index]
    assert len(overview) == len(commands) == 1


def test_the_overview_names_the_sections_that_a_file_can_have() -> None:
    (overview,) = [block for _, block in BLOCKS if "{...}" in block]
    named = re.findall(r"^(\w+): \{\.\.\.\}", overview, re.MULTILINE)
    assert set(named) == set(SECTIONS) - {"people", "facets"}  # these two have their place in world.yaml


def test_the_guide_s_examples_make_a_story() -> None:
    found = look(*pieces(), REST)
    assert [one for one in found.diagnostics if one.severity == "error"] == []


def test_that_story_plays_to_its_endings(tmp_path: Path) -> None:
    (tmp_path / "story.yaml").write_text(HEAD, encoding="utf-8")
    for number, piece in enumerate([*pieces(), REST]):
        (tmp_path / f"{number}.yaml").write_text(piece, encoding="utf-8")
    pages = [
        "Ruby is always joyful.",
        "Ruby can play the tuba.",
        "She is obedient. Ruby is happy when it rains.",
        "Harry is a coward. Ruby doesn't dance.",
        "",
        "Rain.",
    ]
    story = load_story(tmp_path)
    report = explorer.explore(story, Reader.from_folder(LEXICON), explorer.Plan(pages, 200, 1))
    assert report.ended == report.runs
    assert report.unseen(story)["endings"] == []


def test_the_table_of_forms_says_what_the_forms_say() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in GUIDE.splitlines()
        if line.startswith(("| form |", "| `{it."))
    ]
    head, *forms = rows
    reader = Reader.from_folder(LEXICON)
    claims = [reader.read(f"Ruby {cell.strip('*')}.").claims[0] for cell in head[1:]]
    for name, *cells in forms:
        form = re.match(r"`\{it\.(\w+)\}`", name)[1]  # type: ignore[index]
        for claim, cell in zip(claims, cells, strict=True):
            if cell != "–":
                assert saying.say(claim, form) == cell, (form, claim.text)


def test_the_guide_s_preview_begins_where_it_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (command,) = [block for kind, block in BLOCKS if kind != "yaml"]
    program, *arguments = shlex.split(command)
    assert program == "ruby-sparks"
    with (tmp_path / "nothing").open("w+") as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        assert cli.main([*arguments, "--plain", "--saves", str(tmp_path)]) == 0
    assert "kitchen floor" in capsys.readouterr().out


def test_the_commands_in_boxes_of_the_top_readme_are_run() -> None:
    install, book, tests = [block for _, block in TOP_BLOCKS]
    ci = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")
    # CI takes its test command from the README itself, and the line that installs differs only in extras.
    assert "grep -m1 -E '^python3 .*pytest' README.md" in ci
    assert tests.startswith("python3 ")
    assert "pytest" in tests
    assert install.split(" && ")[0] == tests.split(" && ")[0]
    assert install.split(" && ")[1] == tests.split(" && ")[1].replace("'.[test]'", ".")
    _, *arguments = shlex.split(book)
    parsed = cli._parser().parse_args(arguments)  # what it does is tested in tests/book
    assert (parsed.to, parsed.name) == ("epub", "Your Name")


def commands() -> list[str]:
    """Whatever is written as a command of ours, in any README."""
    found = re.findall(r"`(ruby-sparks[^`]*)`", "\n".join([README, GUIDE, SAVES]))
    return sorted({" ".join(one.replace("\\|", "|").split()) for one in found} - {"ruby-sparks"})


@pytest.mark.parametrize("command", commands())
def test_a_command_that_a_guide_names_is_one(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = re.sub(r" > \S+$", "", command)  # what is to become of its output is the shell's
    command = command.replace("[DIR]", "DIR").replace(" ...", "").replace("[FILE]", "FILE")
    command = re.sub(r"(\w)\|[\w|-]+", r"\1", command).replace('--text "', '--text "x')
    _, *arguments = shlex.split(command)
    told = ""
    try:
        cli._parser().parse_args(arguments)
    except SystemExit as stopped:
        told = capsys.readouterr().err if stopped.code else ""
    # Named without what it needs, as one names a command in a sentence: then only that is missing.
    assert "error" not in told or "the following arguments are required" in told, told
