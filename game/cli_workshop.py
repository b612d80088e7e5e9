"""The commands for authors: one thin function for each. What a command needs is imported when it runs."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Final

from game.cli_common import complain, reader_of, saves_folder_of, story_folder_of, story_of

_USAGE: Final = 2
"""The exit code for what the person at the keyboard can put right."""


def check(options: argparse.Namespace) -> int:
    """`ruby-sparks check`: everything that is wrong with a story."""
    from game.story.where import find_story  # noqa: PLC0415
    from game.workshop.check import check as check_story  # noqa: PLC0415
    from game.workshop.explaining import explained  # noqa: PLC0415

    if options.explain is not None:
        try:
            print(explained(options.explain))
        except LookupError as error:
            complain(str(error.args[0]))
            return _USAGE
        return 0
    folder = options.folder if options.folder is not None else find_story(getattr(options, "story", None))
    return check_story(folder, "json" if options.json else options.format, sys.stdout)


def schema(_options: argparse.Namespace) -> int:
    """`ruby-sparks schema`: the story format for editors."""
    from game.workshop.schema import json_schema  # noqa: PLC0415

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


def explore(options: argparse.Namespace) -> int:
    """`ruby-sparks explore`: play at random, and say what was seen and what failed."""
    from game.workshop import corpora  # noqa: PLC0415
    from game.workshop import explore as explorer  # noqa: PLC0415
    from game.workshop import report as reports  # noqa: PLC0415
    from game.workshop.commission import Commission, commission  # noqa: PLC0415
    from game.workshop.missing import missing  # noqa: PLC0415
    from game.workshop.phrases import examples_in  # noqa: PLC0415

    story, folder = story_of(options), story_folder_of(options)
    reader = reader_of(options)
    pages = corpora.pages_in(options.pages) if options.pages else corpora.PLAIN_PAGES
    asked = Commission() if options.only_pages else commission(story, reader, examples_in(folder / "lexicon"))
    seed, branches = getattr(options, "seed", 0), options.runs * options.branches
    plan = explorer.Plan(pages, options.runs, seed, options.echo, asked.orders, branches)
    if options.jobs > 1:
        report = explorer.explore_in_parallel(folder, plan, options.jobs)
    else:
        report = explorer.explore(story, reader, plan)
    if options.missing is not None:
        options.missing.write_text("\n".join(missing(story, report, asked)) + "\n", encoding="utf-8")
    if options.json:
        print(reports.as_json(report, story))
        return 0 if report.is_clean else 1
    code = reports.show(report, story, sys.stdout)
    for path in reports.keep_failures(report, story, options.failures):
        print(f"The save that leads there: {path}")
    return code


def prove(options: argparse.Namespace) -> int:
    """`ruby-sparks prove`: every state that the story can come to, as far as that can be found out."""
    from game.workshop.proof import proving, telling  # noqa: PLC0415
    from game.workshop.proof.verdicts import Judge  # noqa: PLC0415

    story = story_of(options)
    if options.walkthrough is not None and options.walkthrough not in story.endings:
        complain(f"There is no ending “{options.walkthrough[:60]}”. There are: {', '.join(story.endings)}.")
        return _USAGE
    plan = proving.Plan(options.limit, options.time, options.jobs, getattr(options, "seed", 0))
    above, searches = proving.run(story_folder_of(options), plan, _progress)
    verdicts = Judge(story, above, searches).verdicts()
    if options.walkthrough is not None:
        named = f"ending {options.walkthrough}"
        way = next((one.witness for one in verdicts if one.property == named), None)
        if way is None:
            complain(
                f"No way to the ending “{options.walkthrough}” was found. A higher --limit may find one."
            )
            return 1
        print(way.walkthrough(story, options.walkthrough), end="")
        return 0
    if options.json:
        print(telling.as_json(story, verdicts, above, searches))
        return 1 if any(one.status == "refuted" for one in verdicts) else 0
    code = telling.show(story, verdicts, above, searches, sys.stdout)
    for path in telling.keep_refutations(verdicts, story, options.refutations):
        print(f"The save that shows it: {path}")
    return code


def _progress(found: Any) -> None:
    """How far a search has come, where somebody is looking."""
    if sys.stderr.isatty():
        reached = sum(goal[0] == "scene" for goal in found.goals)
        print(f"\r{found.states:,} states, {found.steps:,} moves, {reached} scenes", end="", file=sys.stderr)


def new(options: argparse.Namespace) -> int:
    """`ruby-sparks new`: a small story to begin from."""
    from game.story.where import find_story  # noqa: PLC0415
    from game.workshop.beginning import begin_story  # noqa: PLC0415

    for name in begin_story(options.folder, find_story(None) / "lexicon"):
        print(f"{options.folder / name}")
    print(f"Play it:  ruby-sparks play --story {options.folder}")
    print(f"Check it: ruby-sparks check {options.folder}; the guide is in {find_story(None) / 'README.md'}")
    return 0


def playtest(options: argparse.Namespace) -> int:
    """`ruby-sparks playtest`: run the story's playtests, or write one from a save."""
    from game.saves.cleaning import clean  # noqa: PLC0415
    from game.saves.slots import Saves  # noqa: PLC0415
    from game.workshop import playtest as playtests  # noqa: PLC0415

    story, reader = story_of(options), reader_of(options)
    if options.record is not None:
        journal, _ = Saves(saves_folder_of(options)).read(options.record, story.id)
        print(playtests.recorded(story, reader, journal), end="")
        return 0
    paths = options.file or playtests.playtests_in(story_folder_of(options))
    failed = 0
    for path in paths:
        outcome = playtests.run(story, reader, path)
        failed += bool(outcome.faults)
        print(f"{'fails' if outcome.faults else 'holds'}  {path.name}  ({outcome.expectations} expectations)")
        for fault in outcome.faults:
            print(clean(f"  part {fault.document}: {fault.message}"))
    print(f"{len(paths) - failed} of {len(paths)} playtests hold.")
    return 1 if failed else 0


def graph(options: argparse.Namespace) -> int:
    """`ruby-sparks graph`: the story as a map."""
    from game.story import map as maps  # noqa: PLC0415
    from game.workshop import drawing  # noqa: PLC0415
    from game.workshop.report import reached_in  # noqa: PLC0415

    story = story_of(options)
    unknown = [one for one in options.chapter if one not in story.chapters]
    if unknown:
        complain(f"There is no chapter “{unknown[0][:60]}”. There are: {', '.join(story.chapters)}.")
        return _USAGE
    map_ = maps.map_of(story, options.chapter)
    seen = reached_in(options.report) if options.report is not None else None
    match options.to:
        case "mermaid":
            drawn = drawing.mermaid(map_, story)
        case "dot":
            drawn = drawing.dot(map_, story)
        case _:
            drawn = drawing.page(map_, story, seen)
    if options.out is None:
        print(drawn, end="")
    else:
        options.out.write_text(drawn, encoding="utf-8")
        print(f"{options.out}: {len(map_.nodes)} places, {len(map_.edges)} ways.")
    return 0


def why(options: argparse.Namespace) -> int:
    """`ruby-sparks why`: what would be picked where a playthrough stands, and why not the rest."""
    from game.saves.cleaning import clean  # noqa: PLC0415
    from game.saves.names import AUTOSAVE  # noqa: PLC0415
    from game.saves.resume import revival  # noqa: PLC0415
    from game.saves.slots import Saves  # noqa: PLC0415
    from game.workshop.why import why as explain  # noqa: PLC0415

    story = story_of(options)
    journal, _ = Saves(saves_folder_of(options)).read(getattr(options, "slot", AUTOSAVE), story.id)
    played, notes = revival(story, reader_of(options), journal)
    for note in notes:
        complain(note)
    stands = played.line[-1][1].state if played.line else played.opening.state
    for line in explain(story, stands, options.name, options.claim):
        print(clean(line))
    return 0


def export_story(options: argparse.Namespace) -> int:
    """`ruby-sparks export-story`: the story for another engine, and a list of what stays behind."""
    from game.workshop.export.carrying import carry  # noqa: PLC0415
    from game.workshop.export.ink import ink  # noqa: PLC0415
    from game.workshop.export.ink_json import ink_json  # noqa: PLC0415
    from game.workshop.export.twee import twee  # noqa: PLC0415

    script = carry(story_of(options))
    written = {"ink": ink, "ink-json": ink_json, "twee": twee}[options.to](script)
    if options.out is None:
        print(written, end="")
    else:
        options.out.write_text(written, encoding="utf-8")
        print(f"{options.out}: {len(script.passages)} passages.")
    for what, times in sorted(script.lacking.items()):
        complain(f"Not carried to {options.to}: {what}: {times}.")
    return 0


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Let the command line know them."""
    command = commands.add_parser("check", parents=[common], help="find every fault in a story")
    command.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="the story (default: --story)"
    )
    command.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="for whom (default: text)"
    )
    command.add_argument("--json", action="store_true", help="the same as --format json")
    command.add_argument(
        "--explain", metavar="CODE", help="say what a diagnostic means and what to do, and check nothing"
    )
    command.set_defaults(run=check)

    command = commands.add_parser("schema", help="print the JSON Schema of the story format")
    command.set_defaults(run=schema)

    command = commands.add_parser("explore", parents=[common], help="play at random, and say what was seen")
    command.add_argument("--runs", type=_runs, default=100, metavar="N", help="how many times (default: 100)")
    command.add_argument("--pages", type=Path, metavar="FILE", help="a YAML list of pages to type")
    command.add_argument(
        "--only-pages", action="store_true", help="type nothing but those, and no pages made from the story"
    )
    command.add_argument(
        "--missing", type=Path, metavar="FILE", help="list there what was seen one way only, or never"
    )
    command.add_argument(
        "--branches",
        type=_branches,
        default=3,
        metavar="N",
        help="so many for each of them, begun again in its middle, for what was not seen (default: 3)",
    )
    command.add_argument("--echo", action="store_true", help="say also how what was typed came back")
    command.add_argument("--jobs", type=_runs, default=1, metavar="N", help="by so many processes at once")
    command.add_argument(
        "--failures",
        type=Path,
        default=Path("failures"),
        metavar="DIR",
        help="where saves of playthroughs that failed are written (default: failures)",
    )
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=explore)

    _add_prove(commands, common)

    command = commands.add_parser("new", help="begin a story: a small one that plays, to be changed")
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet")
    command.set_defaults(run=new)

    command = commands.add_parser(
        "playtest", parents=[common], help="run the story's playtests, or write one from a save"
    )
    command.add_argument(
        "file", nargs="*", type=Path, metavar="FILE", help="which (default: all in the story's playtests/)"
    )
    command.add_argument(
        "--record",
        metavar="SLOT",
        help="print a playtest that makes the moves of a save, and sees what they show",
    )
    command.set_defaults(run=playtest)

    command = commands.add_parser("graph", parents=[common], help="draw the story as a map")
    command.add_argument(
        "--to", choices=("html", "mermaid", "dot"), default="html", help="as what (default: one HTML page)"
    )
    command.add_argument(
        "--chapter", action="append", default=[], metavar="ID", help="only this chapter (may be repeated)"
    )
    command.add_argument(
        "--report", type=Path, metavar="FILE", help="what explore --json wrote: coloured by what it reached"
    )
    command.add_argument("--out", type=Path, metavar="FILE", help="write it there instead of printing it")
    command.set_defaults(run=graph)

    command = commands.add_parser(
        "export-story", parents=[common], help="write the story for another engine, and say what stays behind"
    )
    command.add_argument(
        "--to",
        choices=("ink", "ink-json", "twee"),
        required=True,
        help="ink source; the same compiled, as runtimes of ink play it; or Twee 3 for SugarCube",
    )
    command.add_argument("--out", type=Path, metavar="FILE", help="write it there instead of printing it")
    command.set_defaults(run=export_story)

    command = commands.add_parser(
        "why",
        parents=[common],
        help="say what would be told where a playthrough stands, and why not the rest",
    )
    command.add_argument("name", metavar="NAME", help="a deck of storylets, or a place of beats")
    command.add_argument(
        "--claim", type=int, metavar="N", help="for beats: the claim's number (default: the last)"
    )
    command.set_defaults(run=why)


def _add_prove(commands: Any, common: argparse.ArgumentParser) -> None:
    command = commands.add_parser(
        "prove",
        parents=[common],
        help="enumerate the states that the story can come to, and say what holds in all",
    )
    command.add_argument(
        "--limit",
        type=_runs,
        default=60_000,
        metavar="STATES",
        help="at most so many states (default: 60000)",
    )
    command.add_argument(
        "--time", type=_runs, default=540, metavar="SECONDS", help="for at most so long (default: 540)"
    )
    command.add_argument("--jobs", type=_runs, default=1, metavar="N", help="by so many processes at once")
    command.add_argument(
        "--refutations",
        type=Path,
        default=Path("refutations"),
        metavar="DIR",
        help="where saves that refute something are written (default: refutations)",
    )
    command.add_argument(
        "--walkthrough", metavar="ENDING", help="print a playtest that comes to this ending instead"
    )
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=prove)


def _branches(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:3]) > 99:
        raise argparse.ArgumentTypeError("the branches of a run are a whole number from 0 to 99")
    return int(text)


def _runs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < len(text) < 7 or int(text) == 0:
        raise argparse.ArgumentTypeError("the runs are a whole number from 1 to 999999")
    return int(text)
