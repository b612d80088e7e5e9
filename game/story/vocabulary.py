"""The words of claims: aspects and their closed values, subjects, degrees, times.

The contract is the design's *Reading* page, as for the reader, which does not know of stories.
"""

from __future__ import annotations

from typing import Final

CLOSED_VALUES: Final[dict[str, frozenset[str]]] = {
    aspect: frozenset(values.split())
    for aspect, values in {
        "mood": """joyful content sad angry afraid anxious calm bored lonely ashamed numb proud jealous
            hopeful restless confused""",
        "bond": """loves desires needs trusts misses admires forgives faithful distant indifferent resents
            hates fears leaves""",
        "will": "free obedient bound defiant",
        "speech": "silent sings whispers shouts rhymes questions truthful lies talkative stammers",
        "mind": "knows forgets remembers believes doubts wonders dreams",
        "being": "real written alive dead gone ageless",
        "tie": "friend family lover rival stranger student colleague",
    }.items()
}
"""The values of each closed aspect; speech takes the name of any language as well."""
_LANGUAGES: Final = """
    arabic armenian bengali cantonese catalan chinese czech danish dutch english esperanto farsi finnish
    french gaelic german greek hebrew hindi hungarian icelandic irish italian japanese klingon korean latin
    latvian mandarin norwegian persian polish portuguese romanian russian sanskrit spanish swahili swedish
    tagalog
    thai turkish ukrainian urdu vietnamese welsh yiddish zulu"""
LANGUAGES: Final = frozenset(_LANGUAGES.split())
"""The commonest of them, so that a slip in a value of speech can be told from a language."""
CLOSED: Final = frozenset(CLOSED_VALUES)
_OPEN: Final = "trait body skill act have taste want role past place say"
OPEN: Final = frozenset(_OPEN.split())
ASPECTS: Final = CLOSED | OPEN
GROUPS: Final[dict[str, frozenset[str]]] = {"open": OPEN, "closed": CLOSED}
_SUBJECTS: Final = "ruby calvin harry langdon lila gertrude mort rosenthal susie scotty other"
SUBJECTS: Final = frozenset(_SUBJECTS.split())
DEGREES: Final = frozenset({"slight", "plain", "strong", "absolute"})
TIMES: Final = frozenset({"now", "before", "later"})
