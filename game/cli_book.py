"""`ruby-sparks book`: a playthrough as a novel, in a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game.cli_common import complain, reader_of, saves_folder_of, story_of

if TYPE_CHECKING:
    import argparse

KINDS: Final = ("epub", "html", "md", "txt", "transcript")
_STREAM: Final = "-"
_BINARY: Final = "application/epub+zip"


def book(options: argparse.Namespace) -> int:
    """`ruby-sparks book`."""
    from game.book.publishing import place_of, publish  # noqa: PLC0415
    from game.play.playthrough import Playthrough  # noqa: PLC0415
    from game.saves.cleaning import clean  # noqa: PLC0415
    from game.saves.errors import SaveError  # noqa: PLC0415
    from game.saves.exchange import write_out  # noqa: PLC0415
    from game.saves.names import AUTOSAVE  # noqa: PLC0415
    from game.saves.slots import Saves  # noqa: PLC0415

    name = options.save if options.save is not None else getattr(options, "slot", AUTOSAVE)
    playthrough, notes = Playthrough.look(
        story_of(options), reader_of(options), Saves(saves_folder_of(options)), name
    )
    for note in notes:
        complain(note)
    copy = publish(playthrough, options.to, options.name)
    if options.out == _STREAM:
        if copy.mime == _BINARY and sys.stdout.isatty():
            raise SaveError(f"An e-book is nothing to show in a terminal. Add: > {copy.file_name}")
        sys.stdout.buffer.write(copy.content)
        sys.stdout.buffer.flush()
        return 0
    path = place_of(copy, Path(options.out if options.out is not None else copy.file_name))
    write_out(path, copy.content, options.force)
    print(clean(f"“{copy.title}” is written to {path}."))
    return 0


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `book` to the commands of a parser."""
    command = commands.add_parser(
        "book",
        parents=[common],
        help="write a playthrough as a novel, to keep",
        epilog="Of a playthrough that has come to no ending, the book goes as far as that does.",
    )
    command.add_argument("save", nargs="?", metavar="SAVE", help="a slot, or a file's path (default: --slot)")
    command.add_argument(
        "--to",
        choices=KINDS,
        default="epub",
        help="the format (default: epub); a transcript has every move",
    )
    command.add_argument(
        "--out",
        metavar="FILE",
        help="where to, a file or a folder; - is the standard output (default: the title, here)",
    )
    command.add_argument("--name", default="", metavar="NAME", help="whose novel it is, for the title page")
    command.add_argument("--force", action="store_true", help="write over a file that is there")
    command.set_defaults(run=book)
