"""Long work without Python's search for circles, which takes longer the more is kept and finds none here."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """The search is off in here. States, turns and claims refer to no one that refers back to them, so
    what is let go of is freed all the same; the few circles that errors make wait until afterwards.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
