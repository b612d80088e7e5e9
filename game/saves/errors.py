"""What can be wrong with a save, in sentences for the player."""

from __future__ import annotations


class SaveError(ValueError):
    """A save that cannot be used as asked. The message says what is wrong, where, and what to do."""


class SlotNameError(SaveError):
    """A slot name that is not allowed; the message says what is."""


class NewerFormatError(SaveError):
    """A save that a newer version of the game wrote. It is left untouched."""
