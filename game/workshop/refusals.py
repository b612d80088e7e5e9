"""What the workshop says no to. By themselves, so that saying so loads nothing else."""

from __future__ import annotations


class CannotRename(ValueError):
    """A renaming that cannot be. The message says why, and what to do. No file was changed."""


class CannotPreview(ValueError):
    """A beginning that this story does not have. The message says what to ask for instead."""
