"""How quick the reader and the engine are on this machine. Run by hand: `python -m tests.bench`."""
