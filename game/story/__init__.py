"""YAML in, a checked story out. Knows the format; knows nothing of play."""
