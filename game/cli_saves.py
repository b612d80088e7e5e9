"""`ruby-sparks saves`: one thin function for each action. What an action needs is imported when it runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli_common import complain, reader_of, saves_folder_of, story_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from game.reader.reader import Reader
    from game.saves.slots import Saves
    from game.saves.verify import Verdict
    from game.story.model import Story

_STREAM = "-"
_SAVE_HELP = "a slot, or a file's path"


def list_saves(options: argparse.Namespace) -> int:
    """`ruby-sparks saves list`."""
    from game.line.showing import slots_lines  # noqa: PLC0415
    from game.reader.lexicon import LexiconError  # noqa: PLC0415
    from game.story.errors import StoryError  # noqa: PLC0415

    try:
        game = story_of(options), reader_of(options)
    except (StoryError, LexiconError):
        game = None  # the chapters are then not told; the saves are there all the same
    saves = _saves(options)
    _say([f"In {saves.folder}:", *slots_lines(saves.slots(game))])
    return 0


def show(options: argparse.Namespace) -> int:
    """`ruby-sparks saves show`: what a save holds, in words or as JSON."""
    from game.saves.exchange import locate, read  # noqa: PLC0415
    from game.saves.outline import described, header_lines, tree_lines  # noqa: PLC0415

    located = locate(_saves(options), _save(options))
    _, found = read(located)
    journal = found.journal
    damage = None if found.damage is None else f"its part {len(journal.sealed) + 2} {found.damage}"
    if options.json:
        _print_json({"file": str(located.path), "slot": located.slot, "damage": damage, **described(journal)})
        return 0
    _say([f"{located.name} ({located.path})" if located.slot else located.name, *header_lines(journal)])
    if damage is not None:
        _say([f"It is damaged: {damage}. What comes before that:"])
    _say(["", *tree_lines(journal, pages=options.pages)])
    return 0


def verify(options: argparse.Namespace) -> int:
    """`ruby-sparks saves verify`: whether saves lead where they led. The exit code is the worst of theirs."""
    from game.saves.verify import verdict_lines  # noqa: PLC0415

    story, reader = story_of(options), reader_of(options)
    verdicts = [(name, _verdict(_saves(options), name, story, reader)) for name in _save_names(options)]
    if options.json:
        _print_json([{"save": name, **verdict.as_dict()} for name, verdict in verdicts])
    else:
        for name, verdict in verdicts:
            _say(verdict_lines(verdict, name))
    return max(verdict.exit_code for _, verdict in verdicts)


def export(options: argparse.Namespace) -> int:
    """`ruby-sparks saves export`: a save as it is, to a file or the standard output."""
    from game.saves.cleaning import clean  # noqa: PLC0415
    from game.saves.errors import SaveError  # noqa: PLC0415
    from game.saves.exchange import locate, write_out  # noqa: PLC0415
    from game.saves.files import read_bounded  # noqa: PLC0415
    from game.saves.journal import recover  # noqa: PLC0415

    located = locate(_saves(options), _save(options))
    content = read_bounded(located.path)
    try:
        if (found := recover(content)).damage is not None:
            complain(f"{located.name} is damaged: its part {len(found.journal.sealed) + 2} {found.damage}.")
    except SaveError as error:
        complain(str(error))
    if options.file is not None and options.file != _STREAM:
        write_out(Path(options.file), content, options.force)
        _say([f"“{located.name}” is written to {options.file}."])
    elif sys.stdout.isatty():
        _say([clean(content.decode("utf-8", "replace")).rstrip("\n")])
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    return 0


def import_save(options: argparse.Namespace) -> int:
    """`ruby-sparks saves import`: a file into a slot, checked first; never over another."""
    from game.saves.exchange import IMPORTED, bring_in, read_stream, slot_for  # noqa: PLC0415
    from game.saves.files import read_bounded  # noqa: PLC0415

    streamed = options.file == _STREAM
    content = read_stream(sys.stdin.buffer) if streamed else read_bounded(Path(options.file))
    name = getattr(options, "slot", IMPORTED if streamed else slot_for(options.file))
    slot, notes = bring_in(_saves(options), content, name, story_of(options).id)
    _say([*notes, f"It is in “{slot}”: ruby-sparks --slot '{slot}' plays on in it."])
    return 0


def repair(options: argparse.Namespace) -> int:
    """`ruby-sparks saves repair`."""
    from game.saves.exchange import locate  # noqa: PLC0415
    from game.saves.mending import repair as mend  # noqa: PLC0415

    saves = _saves(options)
    _say(mend(saves, locate(saves, _save(options))).notes)
    return 0


def migrate(options: argparse.Namespace) -> int:
    """`ruby-sparks saves migrate`."""
    from game.saves.exchange import locate  # noqa: PLC0415
    from game.saves.mending import migrate as bring_up_to_date  # noqa: PLC0415

    saves = _saves(options)
    located = locate(saves, _save(options))
    _say(bring_up_to_date(saves, located, story_of(options), reader_of(options)).notes)
    return 0


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `saves` and its actions to the commands of a parser."""
    command = commands.add_parser("saves", help="look after saves")
    actions = command.add_subparsers(title="what to do", metavar="ACTION", required=True)

    action = actions.add_parser("list", parents=[common], help="list the slots")
    action.set_defaults(run=list_saves)

    action = actions.add_parser("show", parents=[common], help="say what a save holds")
    action.add_argument("save", nargs="?", metavar="SAVE", help=f"{_SAVE_HELP} (default: --slot)")
    action.add_argument("--pages", action="store_true", help="with every page in full")
    action.add_argument("--json", action="store_true", help="as JSON")
    action.set_defaults(run=show)

    action = actions.add_parser(
        "verify",
        parents=[common],
        help="say whether saves lead where they led when they were played",
        epilog="Exit code: 0, to the same state and the same words; 1, it differs; 2, it cannot be read, "
        "played or compared.",
    )
    action.add_argument("saves_", nargs="*", metavar="SAVE", help=f"{_SAVE_HELP} (default: --slot)")
    action.add_argument("--json", action="store_true", help="as JSON")
    action.set_defaults(run=verify)

    action = actions.add_parser("export", parents=[common], help="write a save to a file, as it is")
    action.add_argument("save", metavar="SAVE", help=_SAVE_HELP)
    action.add_argument("file", nargs="?", metavar="FILE", help="where to (default: the standard output)")
    action.add_argument("--force", action="store_true", help="write over a file that is there")
    action.set_defaults(run=export)

    action = actions.add_parser(
        "import", parents=[common], help="keep a save from elsewhere in a slot (--slot, or the file's name)"
    )
    action.add_argument("file", metavar="FILE", help="the save; - is the standard input")
    action.set_defaults(run=import_save)

    action = actions.add_parser("repair", parents=[common], help="keep what is sound of a damaged save")
    action.add_argument("save", nargs="?", metavar="SAVE", help=f"{_SAVE_HELP} (default: --slot)")
    action.set_defaults(run=repair)

    action = actions.add_parser(
        "migrate", parents=[common], help="bring a save to the newest format, and to the story as it is"
    )
    action.add_argument("save", nargs="?", metavar="SAVE", help=f"{_SAVE_HELP} (default: --slot)")
    action.set_defaults(run=migrate)


def _verdict(saves: Saves, name: str, story: Story, reader: Reader) -> Verdict:
    from game.saves.errors import SaveError  # noqa: PLC0415
    from game.saves.exchange import locate, read  # noqa: PLC0415
    from game.saves.verify import Verdict, verify  # noqa: PLC0415

    try:
        _, found = read(locate(saves, name))
    except SaveError as error:
        return Verdict("unreadable", str(error))
    return verify(story, reader, found)


def _saves(options: argparse.Namespace) -> Saves:
    from game.saves.slots import Saves  # noqa: PLC0415

    return Saves(saves_folder_of(options))


def _save(options: argparse.Namespace) -> str:
    from game.saves.names import AUTOSAVE  # noqa: PLC0415

    named: str | None = options.save
    default: str = getattr(options, "slot", AUTOSAVE)
    return named if named is not None else default


def _save_names(options: argparse.Namespace) -> list[str]:
    from game.saves.names import AUTOSAVE  # noqa: PLC0415

    return options.saves_ or [getattr(options, "slot", AUTOSAVE)]


def _print_json(value: object) -> None:
    print(json.dumps(value, indent=2))  # in ASCII: nothing in a save reaches the terminal but as escapes


def _say(lines: Iterable[str]) -> None:
    from game.saves.cleaning import clean  # noqa: PLC0415

    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    for line in lines:
        print(clean(line))
