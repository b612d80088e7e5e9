"""What can be done at any time: one list for the menu, the command palette and the help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the player can have done.

    `action` is the app's action; `key` its usual key, if it has one, and `binding` the name under which it
    can be given another.
    """

    action: str
    title: str
    about: str
    key: str | None = None
    binding: str = ""


AT_TIMES: Final = frozenset(("redo", "read_back", "tester_note"))
"""Listed in the menu only where they can be done; they are the last, and move no other's number."""
COMMANDS: Final = (
    Command("undo", "Take back the last move", "Go back to before it", "u", "scene.undo"),
    Command(
        "looking_back",
        "Looking back",
        "What happened so far, every move, the people, endings",
        "F8",
        "scene.looking-back",
    ),
    Command(
        "manuscript", "Manuscript", "The pages typed so far, and what came of them", "F6", "scene.manuscript"
    ),
    Command("save", "Save under a name", "Keep a copy of this playthrough", "ctrl+s", "app.save"),
    Command("load", "Saves", "Go on from one; rename, delete, export, import", "ctrl+o", "app.load"),
    Command("settings", "Settings", "How text arrives, editing, colours, motion"),
    Command("help", "Help", "Keys, and how this is played", "F1", "app.help"),
    Command("restart", "New playthrough", "Begin again; this one is kept"),
    Command("quit", "Quit", "Leave; you go on from here next time", "ctrl+q", "app.quit"),
    Command("transcript", "Transcript", "Write what is told and typed to a file, or leave off"),
    Command("about", "About", "Whose this is, what it stands on, the licence"),
    Command("book", "The book", "What you have played as a novel, to keep"),
    Command("tester_note", "Note for the testers", "A line that goes into the transcript only"),
    Command(
        "read_back",
        "Read the sheet back",
        "What is understood of the sheet in the machine",
        "F7",
        "desk.read-back",
    ),
    Command("redo", "Make the move again", "Make the move again that was taken back last", "r", "scene.redo"),
)

_BY_ACTION: Final = {command.action: command for command in COMMANDS}
AFTER_ENDING: Final = tuple(
    _BY_ACTION[action] for action in ("manuscript", "book", "undo", "restart", "load", "quit")
)
"""The ways on from where a story has come to its end; first the one that changes nothing."""
