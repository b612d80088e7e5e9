"""The command line: one thin function for each command. What a command needs is imported when it runs."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game import __version__, cli_saves
from game.cli_common import (
    complain,
    lexicon_of,
    reader_of,
    saves_folder_of,
    story_folder_of,
    story_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.play.session import Session

_USAGE: Final = 2
"""The exit code for what the person at the keyboard can put right."""
_INTERRUPTED: Final = 130
_SEED_LIMIT: Final = 2**63
_READ_LIMIT: Final = 1024 * 1024
_FAULTS_SHOWN: Final = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code. Whatever goes wrong is said in a sentence, without a traceback."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = getattr(options, "run", play_in_terminal)
    try:
        return run(options)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone. What is still buffered has nowhere to go either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _fail(error)


def play_in_terminal(options: argparse.Namespace) -> int:
    """`ruby-sparks`: the game on the whole terminal; in plain text where there is none."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()) or os.environ.get("TERM") == "dumb":
        complain("There is no terminal to draw on here, so this is the plain text form (play --plain).")
        return play_as_text(options)
    from game.tui.app import run_app  # noqa: PLC0415

    return run_app(_session(options, keep=True))


def play(options: argparse.Namespace) -> int:
    """`ruby-sparks play`."""
    if options.json:
        return play_as_json(options)
    return play_as_text(options) if options.plain else play_in_terminal(options)


def play_as_text(options: argparse.Namespace) -> int:
    """`ruby-sparks play --plain`."""
    from game.line.plain import keyboard, line_source, measure, play_plain  # noqa: PLC0415

    by_hand = sys.stdin.isatty()
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    read = keyboard if by_hand and sys.stdout.isatty() else line_source(sys.stdin.buffer)
    width = measure() if sys.stdout.isatty() else None
    return play_plain(_session(options, keep=by_hand), read, sys.stdout, width)


def play_as_json(options: argparse.Namespace) -> int:
    """`ruby-sparks play --json`."""
    from game.line.jsonl import play_json  # noqa: PLC0415

    return play_json(_session(options, keep=False), sys.stdin.buffer, sys.stdout.buffer)


def read(options: argparse.Namespace) -> int:
    """`ruby-sparks read`: what a page means."""
    from game.reader import commands  # noqa: PLC0415
    from game.saves.cleaning import clean  # noqa: PLC0415

    if options.verify:
        faults, doubts = commands.verify(lexicon_of(options)), commands.clashes(lexicon_of(options))
        for line in [*faults, *doubts]:
            print(clean(line))
        if not faults:
            print("Every example in the lexicon reads as it says.")
        if doubts:
            print(f"Clashes of two patterns: {len(doubts)}.")
        return 1 if faults else 0
    if options.coverage:
        from game.workshop.corpora import pages_in  # noqa: PLC0415

        pages = [page for file in options.coverage for page in pages_in(file)]
        for line in commands.coverage(lexicon_of(options), pages):
            print(clean(line))
        return 0
    if options.jsonl:
        for stream in (sys.stdin, sys.stdout):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        return commands.read_jsonl(reader_of(options), sys.stdin, sys.stdout)
    text = options.text if options.text is not None else _page(options.file)
    if options.why:
        print(clean(commands.why(reader_of(options), text)))
    else:
        print(json.dumps(commands.read_text(reader_of(options), text)))
    return 0


def check(options: argparse.Namespace) -> int:
    """`ruby-sparks check`: everything that is wrong with a story."""
    from game.story.loader import find_story  # noqa: PLC0415
    from game.workshop.check import check as check_story  # noqa: PLC0415

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

    story = story_of(options)
    pages = corpora.pages_in(options.pages) if options.pages else corpora.PLAIN_PAGES
    plan = explorer.Plan(pages, options.runs, getattr(options, "seed", 0), options.echo)
    if options.jobs > 1:
        report = explorer.explore_in_parallel(story_folder_of(options), plan, options.jobs)
    else:
        report = explorer.explore(story, reader_of(options), plan)
    if options.json:
        print(reports.as_json(report, story))
        return 0 if report.ended == report.runs else 1
    code = reports.show(report, story, sys.stdout)
    for path in reports.keep_failures(report, story, options.failures):
        print(f"The save that leads there: {path}")
    return code


def new(options: argparse.Namespace) -> int:
    """`ruby-sparks new`: a small story to begin from."""
    from game.story.loader import find_story  # noqa: PLC0415
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
    from game.workshop import drawing  # noqa: PLC0415
    from game.workshop import map as maps  # noqa: PLC0415
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


def _parser() -> argparse.ArgumentParser:
    common = _common_options()
    parser = argparse.ArgumentParser(
        prog="ruby-sparks",
        description="A novelist types a woman into being. Without a command: play, where you left off.",
        parents=[common],
    )
    parser.add_argument("--version", action="version", version=f"ruby-sparks {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    command = commands.add_parser(
        "play",
        parents=[common],
        help="play (in the terminal, in plain text, as JSON)",
        epilog="--json, and --plain on a pipe, begin afresh and keep nothing unless --slot names a slot.",
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="plain text and numbered choices")
    form.add_argument("--json", action="store_true", help="a JSON object a line, out and in")
    command.set_defaults(run=play)

    command = commands.add_parser("read", parents=[common], help="print what a page means, as JSON")
    command.add_argument(
        "file", nargs="?", metavar="FILE", help="the page; - is the standard input (default)"
    )
    command.add_argument("--text", help="the page itself, instead of a file")
    command.add_argument(
        "--jsonl", action="store_true", help='answer {"page": ...} lines until there are no more'
    )
    command.add_argument(
        "--verify", action="store_true", help="run every example in the lexicon, and look for clashes"
    )
    command.add_argument(
        "--coverage",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="say which entries no page of these YAML lists used",
    )
    command.add_argument("--why", action="store_true", help="say what made each claim, and what was not read")
    command.set_defaults(run=read)

    command = commands.add_parser("check", parents=[common], help="find every fault in a story")
    command.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="the story (default: --story)"
    )
    command.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="for whom (default: text)"
    )
    command.add_argument("--json", action="store_true", help="the same as --format json")
    command.set_defaults(run=check)

    command = commands.add_parser("schema", help="print the JSON Schema of the story format")
    command.set_defaults(run=schema)

    command = commands.add_parser("explore", parents=[common], help="play at random, and say what was seen")
    command.add_argument("--runs", type=_runs, default=100, metavar="N", help="how many times (default: 100)")
    command.add_argument("--pages", type=Path, metavar="FILE", help="a YAML list of pages to type")
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
        "why",
        parents=[common],
        help="say what would be told where a playthrough stands, and why not the rest",
    )
    command.add_argument("name", metavar="NAME", help="a deck of storylets, or a place of beats")
    command.add_argument(
        "--claim", type=int, metavar="N", help="for beats: the claim's number (default: the last)"
    )
    command.set_defaults(run=why)

    cli_saves.add_commands(commands, common)
    return parser


def _common_options() -> argparse.ArgumentParser:
    """Options that may stand before a command or after it; one that is absent leaves no default."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    group = common.add_argument_group("what to play")
    group.add_argument("--story", type=Path, metavar="DIR", help="the folder of the story")
    group.add_argument("--saves", type=Path, metavar="DIR", help="the folder of the saves")
    group.add_argument("--slot", metavar="NAME", help="the slot to play in (default: autosave)")
    group.add_argument(
        "--new", action="store_true", help="begin again; what is in the slot is kept in another"
    )
    group.add_argument(
        "--seed", type=_seed, metavar="N", help="what chance comes from, when a playthrough begins"
    )
    return common


def _runs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < len(text) < 7 or int(text) == 0:
        raise argparse.ArgumentTypeError("the runs are a whole number from 1 to 999999")
    return int(text)


def _seed(text: str) -> int:
    try:
        seed = int(text) if len(text) <= 20 else _SEED_LIMIT
    except ValueError:
        raise argparse.ArgumentTypeError("a seed is a whole number, as in --seed 7") from None
    if not -_SEED_LIMIT < seed < _SEED_LIMIT:
        raise argparse.ArgumentTypeError("a seed has at most 18 digits")
    return seed


def _session(options: argparse.Namespace, keep: bool) -> Session:
    """A session on what was asked for. Without `keep`, only a slot that was named is written to."""
    from game.play.session import Session  # noqa: PLC0415
    from game.saves.names import AUTOSAVE  # noqa: PLC0415

    story = story_of(options)
    return Session(
        story,
        reader_of(options),
        saves_folder_of(options),
        slot=getattr(options, "slot", AUTOSAVE if keep else None),
        seed=getattr(options, "seed", None),
        new=getattr(options, "new", False),
    )


def _page(file: str | None) -> str:
    if file is None or file == "-":
        data = sys.stdin.buffer.read(_READ_LIMIT)
    else:
        with Path(file).open("rb") as opened:
            data = opened.read(_READ_LIMIT)
    return data.decode("utf-8", "replace")


def _fail(error: Exception) -> int:
    """Say what went wrong. What a person can put right is exit code 2; a fault of the game's own is 1."""
    from game.reader.lexicon import LexiconError  # noqa: PLC0415
    from game.reader.reader import PageTooLong  # noqa: PLC0415
    from game.saves.errors import SaveError  # noqa: PLC0415
    from game.story.errors import StoryError, formatted  # noqa: PLC0415
    from game.workshop.beginning import CannotBegin  # noqa: PLC0415
    from game.workshop.corpora import CorpusError  # noqa: PLC0415
    from game.workshop.report import ReportError  # noqa: PLC0415
    from game.workshop.why import NothingToAsk  # noqa: PLC0415

    if isinstance(error, StoryError):
        faults = [one for one in error.diagnostics if one.severity == "error"]
        complain("\n".join(formatted(one, error.texts) for one in faults[:_FAULTS_SHOWN]))
        more = f" The first {_FAULTS_SHOWN} are above." if len(faults) > _FAULTS_SHOWN else ""
        complain(
            f"The story cannot be played: {len(faults)} to be mended.{more} See them all: ruby-sparks check"
        )
    elif isinstance(
        error, (SaveError, LexiconError, PageTooLong, CorpusError, NothingToAsk, ReportError, CannotBegin)
    ):
        complain(str(error))
    elif isinstance(error, OSError):
        complain(f"{error.filename}: {error.strerror}." if error.filename else f"{error}.")
    else:
        return _own_fault(error)
    return _USAGE


def _own_fault(error: Exception) -> int:
    if os.environ.get("RUBY_SPARKS_TRACEBACK"):
        raise error
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f" ({Path(frame.tb_frame.f_code.co_filename).name}, line {frame.tb_lineno})" if frame else ""
    complain(
        f"The game made a mistake of its own: {type(error).__name__}: {error}{where}. Every move before it "
        "is kept, if there was a slot. RUBY_SPARKS_TRACEBACK=1 in the environment shows more, for a report."
    )
    return 1
