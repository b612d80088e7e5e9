"""The journal of moves on disk, and the slots it lives in."""
