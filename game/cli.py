"""The command line: one thin function for each command. What a command needs is imported when it runs."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game import __version__, cli_book, cli_editing, cli_saves, cli_workshop
from game.cli_common import (
    complain,
    deferred_reader_of,
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
    from game.tui.splash import Splash  # noqa: PLC0415

    with Splash("Ruby Sparks") as splash:
        from game.tui.app import run_app  # noqa: PLC0415 - after there is something to look at

        return run_app(_session(options, keep=True), splash=splash)


def visit(options: argparse.Namespace) -> int:
    """`ruby-sparks visit`: the game for one visitor of `ruby-sparks serve`, which alone starts it."""
    from game.tui.app import run_app  # noqa: PLC0415

    return run_app(_session(options, keep=True), guest=True)


def serve(options: argparse.Namespace) -> int:
    """`ruby-sparks serve`: the game in a browser."""
    try:
        from game.tui.browser.server import GameServer  # noqa: PLC0415
    except ModuleNotFoundError as error:
        complain(f"{error.name} is not installed. To serve the game: pip install 'ruby-sparks[serve]'")
        return _USAGE
    folder = story_folder_of(options).resolve()  # said now, if there is none, and not to each visitor
    story_of(options)
    GameServer(
        saves_folder_of(options).resolve(), ["--story", str(folder)], options.host, options.port
    ).serve()
    return 0


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


def about(options: argparse.Namespace) -> int:
    """`ruby-sparks about`: whose this is, and the licences; or its record for the field's catalogues."""
    if options.ifiction:
        from datetime import UTC, datetime  # noqa: PLC0415

        from game.book.ifiction import ifiction  # noqa: PLC0415

        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        print(ifiction(story_of(options), datetime.now(UTC).date()), end="")
        return 0
    from game.play.about import about_lines  # noqa: PLC0415
    from game.saves.cleaning import clean  # noqa: PLC0415
    from game.story.errors import StoryError  # noqa: PLC0415

    try:
        story = story_of(options)
    except StoryError:
        story = None  # the program is whose it is all the same
    for line in about_lines(story):
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

    cli_workshop.add_commands(commands, common)
    cli_editing.add_commands(commands, common)
    cli_saves.add_commands(commands, common)
    cli_book.add_commands(commands, common)

    command = commands.add_parser("serve", parents=[common], help="serve the game to a browser")
    command.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="where (default: this machine alone)"
    )
    command.add_argument("--port", type=_port, default=8000, metavar="N", help="the port (default: 8000)")
    command.set_defaults(run=serve)

    command = commands.add_parser("visit", parents=[common])  # no help: it is not for people
    command.set_defaults(run=visit)

    command = commands.add_parser("about", parents=[common], help="say whose this is, and the licences")
    command.add_argument(
        "--ifiction", action="store_true", help="print the story's iFiction record (Treaty of Babel) instead"
    )
    command.set_defaults(run=about)
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


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 5 or not 0 < int(text) < 65_536:
        raise argparse.ArgumentTypeError("a port is a whole number from 1 to 65535")
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
        deferred_reader_of(options),
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
    from game.workshop.refusals import CannotPreview, CannotRename  # noqa: PLC0415
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
        error,
        (
            SaveError,
            LexiconError,
            PageTooLong,
            CorpusError,
            NothingToAsk,
            ReportError,
            CannotBegin,
            CannotRename,
            CannotPreview,
        ),
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
