"""Claims made by hand, for tests that are not about reading."""

from __future__ import annotations

from game.reader.claims import Claim, Frame

BEES = Claim(
    "ruby",
    "act",
    "keep bee",
    text="Ruby keeps bees",
    span=(0, 15),
    frame=Frame("keep", "bees", noun="bees", plural=True),
)
JOYFUL = Claim("ruby", "mood", "joyful", text="Ruby is happy", span=(0, 13), frame=Frame("be", "happy"))
SAD = Claim("ruby", "mood", "sad", text="Ruby is sad", span=(0, 11), frame=Frame("be", "sad"))
FRENCH = Claim("ruby", "speech", "french", text="Ruby speaks French", frame=Frame("speak", "French"))
SILENT = Claim("ruby", "speech", "silent", text="Ruby says nothing", frame=Frame("say", "nothing"))
