"""What a slot may be called: something that is a file name on every system, and stays in its folder."""

from __future__ import annotations

import re
from typing import Final

from game.saves.errors import SlotNameError

AUTOSAVE: Final = "autosave"
"""The slot of the playthrough that goes on where it was left."""
NAME_LIMIT: Final = 60

_ALLOWED = re.compile(rf"[A-Za-z0-9][A-Za-z0-9 _-]{{0,{NAME_LIMIT - 1}}}(?<! )")
# Names that Windows keeps for devices, whatever the suffix.
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", re.IGNORECASE)


def slot_name(name: str) -> str:
    """The name, if a slot may be called so. Raises SlotNameError with what is allowed."""
    if not _ALLOWED.fullmatch(name) or _RESERVED.fullmatch(name):
        raise SlotNameError(
            f"{_shown(name)} cannot be the name of a slot. It may hold letters (a to z), digits, spaces, "
            f"- and _, with a letter or a digit first, and at most {NAME_LIMIT} characters."
            + (" This one is a device on Windows." if _RESERVED.fullmatch(name) else "")
        )
    return name


def _shown(name: str) -> str:
    printable = "".join(character if character.isprintable() else "?" for character in name[:NAME_LIMIT])
    return f"“{printable}{'…' if len(name) > NAME_LIMIT else ''}”" if name else "An empty name"
