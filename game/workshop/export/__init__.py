"""A story in the languages of other engines: what can be carried, with a list of what cannot."""
