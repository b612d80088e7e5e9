"""What to do when the game itself is at fault: nobody's evening ends over it, and it is written down."""

from __future__ import annotations

import traceback
from typing import Final

import platformdirs

from game import __version__

REPORT_NAME: Final = "trouble.log"


def report(error: BaseException) -> str:
    """Write down what went wrong, and return a sentence for the player that says where."""
    folder = platformdirs.user_log_path("ruby-sparks")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / REPORT_NAME).open("a", encoding="utf-8", errors="replace") as file:
            file.write(f"ruby-sparks {__version__}\n{''.join(traceback.format_exception(error))}\n")
    except OSError:
        where = ""
    else:
        where = f" What happened is written down in {folder / REPORT_NAME}."
    return f"Something is wrong in the game itself, and nothing has changed.{where}"
