"""The Textual front end."""

import os

# Textual paints so many times a second at most, and no key or reading is to wait a sixtieth of one.
os.environ.setdefault("TEXTUAL_FPS", "250")
