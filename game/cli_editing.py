"""The commands for whoever edits a story's files: `fmt`, `rename`, `preview`. Each imports when it runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, Final

from game.cli_common import complain, saves_folder_of, story_folder_of

_KINDS: Final = ("scene", "choice", "page", "variable", "beat", "cost", "ending", "deck", "chapter", "place")
"""What `rename` can rename: the kinds of `mentions`, which need not be loaded for --help."""


def fmt(options: argparse.Namespace) -> int:
    """`ruby-sparks fmt`: the story's files laid out alike."""
    from game.workshop import formatting  # noqa: PLC0415
    from game.workshop.writing import write_all  # noqa: PLC0415

    paths = options.file or formatting.files_of(story_folder_of(options))
    done = [formatting.format_file(path) for path in paths]
    for one in done:
        if one.trouble:
            complain(f"{one.path} is left as it is: {one.trouble}.")
    differing = [one for one in done if one.differs]
    if not options.check:
        write_all({one.path: one.after for one in differing})
    for one in differing:
        print(one.path)
    verb = "would be laid out anew" if options.check else "laid out anew"
    print(f"{len(differing)} of {len(done)} files {verb}.")
    return 1 if any(one.trouble for one in done) or (options.check and differing) else 0


def rename(options: argparse.Namespace) -> int:
    """`ruby-sparks rename`: another id for something, in every file at once."""
    from game.saves.cleaning import clean  # noqa: PLC0415
    from game.workshop.renaming import plan  # noqa: PLC0415

    folder = story_folder_of(options)
    renaming = plan(folder, options.old, options.new, options.kind)
    if options.dry_run:
        for one in renaming.changes:
            print(
                clean(
                    f"{one.path}:{one.line}:{one.column}\n  - {one.before.strip()}\n  + {one.after.strip()}"
                )
            )
    else:
        renaming.write(folder)
    verb = "would be" if options.dry_run else "is now"
    print(
        f"The {renaming.kind} `{renaming.old}` {verb} `{renaming.new}`: "
        f"{len(renaming.changes)} lines in {len(renaming.contents)} files."
    )
    if renaming.migrations:
        print("If it was released under its old id, saves need this in story.yaml:")
        print("\n".join(f"  {line}" for line in renaming.migrations))
    if renaming.note:
        print(renaming.note)
    return 0


def preview(options: argparse.Namespace) -> int:
    """`ruby-sparks preview`: play while the story is edited."""
    from game.saves.slots import Saves  # noqa: PLC0415
    from game.workshop.rehearsal import Beginning, Rehearsal  # noqa: PLC0415

    beginning = Beginning(
        options.scene,
        tuple(options.set),
        tuple(options.page),
        getattr(options, "slot", None),
        getattr(options, "seed", 0),
    )
    saves = Saves(saves_folder_of(options))
    plain = options.plain or not (sys.stdin.isatty() and sys.stderr.isatty())
    rehearsal = Rehearsal(story_folder_of(options), saves, beginning)
    if plain:
        from game.line.plain import line_source, measure  # noqa: PLC0415
        from game.preview.plain import PlainPreview  # noqa: PLC0415

        width = measure() if sys.stdout.isatty() else None
        # Unbuffered: a buffer in which somebody still waits for a line cannot be put away at the end.
        with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as stdin:
            return PlainPreview(rehearsal, line_source(stdin), sys.stdout, width).play()
    from game.preview.screen import run_preview  # noqa: PLC0415

    return run_preview(rehearsal)


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Let the command line know them."""
    command = commands.add_parser(
        "fmt", parents=[common], help="lay out a story's files alike; comments, order and words stay"
    )
    command.add_argument("file", nargs="*", type=Path, metavar="FILE", help="which (default: the story's)")
    command.add_argument(
        "--check", action="store_true", help="write nothing; name the files that differ, and exit with 1"
    )
    command.set_defaults(run=fmt)

    command = commands.add_parser(
        "rename", parents=[common], help="give something another id, in every file of the story at once"
    )
    command.add_argument("old", metavar="OLD", help="its id; of a choice: scene.choice")
    command.add_argument("new", metavar="NEW", help="the id that it is to have")
    command.add_argument("--kind", choices=_KINDS, help="what it is, where several things have that id")
    command.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")
    command.set_defaults(run=rename)

    command = commands.add_parser(
        "preview",
        parents=[common],
        help="play while you edit: what is saved is told again where you are",
        epilog="--slot begins where a save stands, and leaves it as it is. Nothing of a preview is kept.",
    )
    command.add_argument("--scene", metavar="ID", help="begin in this scene")
    command.add_argument(
        "--set",
        nargs="+",
        action="extend",
        type=_setting,
        default=[],
        metavar="VARIABLE=VALUE",
        help="with this state",
    )
    command.add_argument(
        "--page",
        action="append",
        default=[],
        metavar="WORDS",
        help="with this page typed before (may be repeated; page-id=WORDS for one of the story's)",
    )
    command.add_argument("--plain", action="store_true", help="in plain text")
    command.set_defaults(run=preview)


def _setting(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError("write it so: closeness=7")
    return name.strip(), value.strip()
