"""Playing a story while it is edited: a front end that knows the workshop."""
