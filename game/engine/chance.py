"""Chance that is the same everywhere: a number out of a seed and the place that asks for it."""

from __future__ import annotations

from hashlib import blake2b


def draw(seed: int, ordinal: int, salt: str, sides: int) -> int:
    """A number from 0 to `sides` - 1, evenly spread, the same on any machine for the same arguments."""
    digest = blake2b(f"{seed}|{ordinal}|{salt}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % sides
