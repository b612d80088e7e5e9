"""The words of claims: aspects and their closed values, subjects, degrees, times.

The contract is the design's *Reading* page, as for the reader, which does not know of stories.
"""

from __future__ import annotations

from typing import Final

CLOSED_VALUES: Final[dict[str, frozenset[str]]] = {
    aspect: frozenset(values.split())
    for aspect, values in {
        "mood": "joyful content sad angry afraid anxious calm bored lonely ashamed numb proud jealous hopeful "
        "restless confused",
        "bond": "loves desires needs trusts misses admires forgives faithful distant indifferent resents hates "
        "fears leaves",
        "will": "free obedient bound defiant",
        "speech": "silent sings whispers shouts rhymes questions truthful lies talkative stammers",
        "mind": "knows forgets remembers believes doubts wonders dreams",
        "being": "real written alive dead gone ageless",
        "tie": "friend family lover rival stranger student colleague",
    }.items()
}
"""The values of each closed aspect; speech takes the name of any language as well."""
CLOSED: Final = frozenset(CLOSED_VALUES)
OPEN: Final = frozenset("trait body skill act have taste want role past place say".split())
ASPECTS: Final = CLOSED | OPEN
GROUPS: Final[dict[str, frozenset[str]]] = {"open": OPEN, "closed": CLOSED}
SUBJECTS: Final = frozenset(
    "ruby calvin harry langdon lila gertrude mort rosenthal susie scotty other".split()
)
DEGREES: Final = frozenset(["slight", "plain", "strong", "absolute"])
TIMES: Final = frozenset(["now", "before", "later"])
