"""Content that players may want to be told of beforehand, in chapters whose notes do not tell them.

Only words that leave little doubt are looked for, in what the author wrote: no list knows what a story is
about, and a note for what is merely mentioned helps nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from game.story.markup import Alternatives, Conditional, Literal
from game.story.walking import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.story.draft import Draft
    from game.story.markup import Node
    from game.story.walking import Met

_OWN: Final = "(?:my|your|him|her|it)self|themselves"
TOPICS: Final[dict[str, tuple[str, str]]] = {
    "suicide": (
        rf"suicid\w*|(?:kill|hang|shoot|drown)(?:s|ed|ing)? (?:{_OWN})"
        r"|(?:takes?|took|taking) (?:her|his|my) own life",
        r"suicid|death",
    ),
    "self-harm": (
        rf"self-harm\w*|(?:cuts?|cutting|burns?|burned|burning) (?:{_OWN}) (?:again|on purpose|to)",
        r"self-harm|harm",
    ),
    "sexual violence": (r"rap(?:ed?|es|ing|ists?)|molest\w*", r"sexual|rape|assault"),
    "violence": (
        r"(?:stab(?:s|bed)|strangle[sd]|murder(?:s|ed)|punche[sd]) (?:her|him|you|me|them)",
        r"violen|assault|murder|abuse|fight",
    ),
    "drugs": (r"cocaine|heroin|overdos\w*|crack pipe|snort(?:s|ed|ing)? (?:it|a line)", r"drug|substance"),
    "alcohol": (
        r"whisk(?:e?y|ies|eys)|vodkas?|tequilas?|gin and tonics?|hungover|hangovers?|drunken\w*"
        r"|(?:is|was|are|were|get|gets|got|be|been|being|so|very) drunk"
        r"(?! [a-z' ]*(?:mug|cup|glass|bottle)s?\b)",
        r"alcohol|drink|drunk|substance",
    ),
}
"""By the note that is missing: what calls for it, and in which words of a note it may be said."""


def check_notes(draft: Draft, met: Iterable[Met]) -> None:
    """Report scenes and endings whose prose calls for a note that their chapter has not."""
    if draft.incomplete:
        return
    notes: dict[str, list[str]] = {}
    for section in ("scenes", "storylets"):
        for scene in draft.sections[section].values():
            own = scene.data.get("notes")
            notes.setdefault(scene.chapter or "", []).extend(own if isinstance(own, list) else ())
    told: set[tuple[str, str]] = set()
    for one in met:
        definition = one.place.definition
        if not isinstance(one, Said) or definition.section not in ("scenes", "storylets"):
            continue
        chapter = definition.chapter or ""
        for note, offset, words in _called_for(one.text.source, one.text.parts):
            said = any(
                re.search(TOPICS[note][1], str(given), re.IGNORECASE) for given in notes.get(chapter, ())
            )
            if said or (chapter, note) in told:
                continue
            told.add((chapter, note))
            message = f"“{words}”, and no scene of the chapter `{chapter}` has a content note for it"
            mend = f"add `notes: [{note}]` to the scene, unless it is only mentioned"
            one.place.warn("RS059", offset, message, mend)


def _called_for(source: str, parts: Sequence[Node]) -> Iterator[tuple[str, int, str]]:
    prose = " ".join(" ".join(_prose(parts)).split())
    for note, (calls, _) in TOPICS.items():
        if found := re.search(rf"\b(?:{calls})\b", prose, re.IGNORECASE):
            yield note, max(source.find(found[0].split()[0]), 0), found[0]


def _prose(parts: Sequence[Node]) -> Iterator[str]:
    """The words of a text, without what stands in conditions."""
    for part in parts:
        match part:
            case Literal(text):
                yield text
            case Conditional(_, yes, no):
                yield from _prose(yes.parts)
                yield from _prose(no.parts)
            case Alternatives(options=options):
                for option in options:
                    yield from _prose(option.parts)
