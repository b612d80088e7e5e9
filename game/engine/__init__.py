"""A story, a state and a move in; a turn out. Pure: no clock, no file, no chance but the seed."""
