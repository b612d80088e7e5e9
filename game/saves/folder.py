"""Where saves are kept when nobody says otherwise."""

from __future__ import annotations

from pathlib import Path

import game


def saves_folder() -> Path:
    """The checkout's own `saves`, or for an installed copy the platform's folder for a user's data."""
    checkout = Path(game.__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "story" / "story.yaml").is_file():
        return checkout / "saves"
    import platformdirs  # noqa: PLC0415 (a checkout does without)

    return platformdirs.user_data_path("ruby-sparks", appauthor=False) / "saves"
