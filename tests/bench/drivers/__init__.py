"""A program for each engine that is measured, run in a process of its own; it answers in one JSON object."""
