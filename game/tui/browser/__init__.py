"""The game in a browser, by textual-serve."""
