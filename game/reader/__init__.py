"""Prose in, claims out. Knows English and a lexicon; knows nothing of stories."""
