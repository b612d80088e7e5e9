"""Help: which keys there are, and how this is played."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.binding import Binding

from game.tui.screens.leaves import LeavesScreen
from game.tui.typesetting import Kind, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.tui.app import RubySparks

_HELP: Final[tuple[tuple[Kind, str], ...]] = (
    ("chapter", "Help"),
    (
        "prose",
        "You are Calvin, who writes. Read; where there are choices, pick one by its number, or with the "
        "arrows and enter, or with the mouse. Where there is a sheet in the machine, type on it in plain "
        "English. Words that glow and are underlined as you type will take. Then pull the page.",
    ),
    ("heading", "Reading"),
    (
        "typed",
        "space, enter, down   read on\n"
        "page up, page down   turn back through what was read\n"
        "home, end            the beginning; all of it, to the end\n"
        "s                    skip what you have read before, in this\n"
        "                     playthrough or another, as far as what\n"
        "                     is new\n"
        "1 to 9, then 0       pick a choice\n"
        "u                    take back the last move; while typing,\n"
        "                     from the menu\n"
        "r                    make the move again that was taken back\n"
        "F8                   look back: what happened so far, every\n"
        "                     move and a way to go to it, the people,\n"
        "                     the endings found\n"
        "m or F6              the manuscript: pages typed so far, and\n"
        "                     what came of each; there, t is then and\n"
        "                     now: Ruby after one page and another",
    ),
    ("heading", "At the typewriter"),
    (
        "typed",
        "F2 or ctrl+d         pull the page\n"
        "F3                   turn the sheet round\n"
        "F4                   tear it up; it stays in the bin\n"
        "F7                   read it back: what is understood of it;\n"
        "                     there, up and down, and x to strike out\n"
        "F5 or tab            the choices under the sheet, and back;\n"
        "                     there, their numbers\n"
        "backspace            mend the word being typed; beyond it,\n"
        "                     type over the word before\n"
        "ctrl+t               type over the last word at once\n"
        "page up, page down   what has gone up out of sight; of the\n"
        "                     story, while the whole sheet is seen",
    ),
    (
        "prose",
        "What is typed stays. A word that is typed over is still on the page, under the x. If you would "
        "rather edit as in any editor, there is a setting for that; ctrl+z then takes back, and ctrl+t "
        "still strikes out.",
    ),
    ("heading", "At any time"),
    (
        "typed",
        "escape               the menu\n"
        "F1                   this\n"
        "ctrl+p               every command, by name\n"
        "ctrl+s               save under a name\n"
        "ctrl+o               the saves: go on from one; there, r, d,\n"
        "                     e and i rename, delete, export, import\n"
        "ctrl+q               quit",
    ),
    (
        "prose",
        "The menu can also begin a transcript: what is told, what you pick and type, in a text file. "
        "While it is on, a note for the testers goes into it, and nowhere else.",
    ),
    (
        "prose",
        "Keys can be changed in settings.toml, the file that the settings are kept in; it lists every one.",
    ),
    (
        "prose",
        "Every move is kept as you make it, and next time you go on where you left off. There is also a "
        "plain form of the game for screen readers and pipes: ruby-sparks play --plain.",
    ),
)


class HelpScreen(LeavesScreen):
    """A page to read."""

    BINDINGS: ClassVar = [Binding("f1", "close", "Back", show=False, id="help.close")]

    def paragraphs(self) -> Sequence[Paragraph]:
        """The same everywhere, but for keys of the player's own."""
        help_ = [Paragraph(kind, text) for kind, text in _HELP]
        if own := cast("RubySparks", self.app).own_keys:
            help_.append(Paragraph("heading", "Keys of your own"))
            help_.append(Paragraph("typed", "\n".join(f"{name:<24} {key}" for name, key in own.items())))
        return help_
