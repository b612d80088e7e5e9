"""A playthrough as a book to keep: one model of it, and a renderer for each format."""
