"""Every word that the lexicon has, with what it can be: for looking words up and for spelling them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAGS: Final = (("adjectives", "A"), ("nouns", "N"), ("people", "N"), ("verbs", "V"), ("causes", "V"))


def story_words(table: Mapping[str, Any], sections: tuple[str, ...]) -> dict[str, str]:
    """The lexicon's words, each with what it can be; nothing for a word that only a pattern has."""
    tags: dict[str, str] = {}
    for source in (*(table[section] for section in sections), table["languages"], *table["lists"].values()):
        tags.update(dict.fromkeys(source, ""))
    for pattern in table["patterns"]:
        for kind, alternatives in pattern["elements"]:
            if kind in "wo":
                tags.update(dict.fromkeys(alternatives, ""))
    for section, tag in _TAGS:
        for word in table.get(section) or table["lists"].get(section, ()):
            tags[word] += tag
    return tags


def by_initial(words: Mapping[str, str]) -> dict[str, list[str]]:
    """The words that are letters only, in order, by their first letter."""
    shelves: dict[str, list[str]] = {}
    for word in sorted(words):
        if word.isalpha():
            shelves.setdefault(word[0], []).append(word)
    return shelves
