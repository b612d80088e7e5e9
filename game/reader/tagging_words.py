"""Words that the tagger knows by name."""

from __future__ import annotations

from typing import Final

from game.reader.wordsets import words

BARE = words("let make have help watch see hear feel")

GOING = words("go come walk drive move run return travel fly ride get head back send take sing")

CALLED = words("called named known shaped titled made")

TAKING_ING = words("stop start begin keep quit love hate like enjoy adore dislike finish avoid try practise")

LEAVING = words("leave make find keep get have render")

SERVED = words(
    "breakfast lunch dinner supper toast coffee tea cocoa soup sandwiches pancakes cookies cocktails presents promises "  # noqa: E501
    "gifts offers lists plans signs notes"
)
"""What is made for somebody: *she makes me breakfast*."""
MODIFIERS = words("very so too really quite rather extremely pretty always never")


DONE: Final = words(
    "draws sings cooks swims paints smokes drinks walks runs reads writes bakes sews knits travels "
    "works plays sleeps dreams talks laughs cries weeps smiles jogs hikes skates surfs climbs juggles "
    "types swears gossips whistles hums snores stammers paces gambles cheats steals lies prays "
    "teaches studies complains worries giggles yawns sneezes hiccups shouts screams whispers mumbles "
    "blushes sulks waits watches listens stares dances jumps skips fights argues apologises "
    "apologizes forgets leaves stays goes returns vanishes rhymes"
)
"""At the end of a list of clauses these are done, not owned: *keeps bees, has a dog and draws*."""
