"""A playthrough: the engine, the reader and the journal held together, with undo."""
