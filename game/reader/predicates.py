"""Stage 7: what a predicate is, and the words that join clauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from game.reader.wordsets import phrases, words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase, VerbGroup

_PLAIN: Final = frozenset(
    [
        "after",
        "any time",
        "anytime",
        "as far as",
        "as long as",
        "as often as",
        "as soon as",
        "assuming",
        "before",
        "but only if",
        "but only when",
        "by the time",
        "each time",
        "even if",
        "every time",
        "except if",
        "except when",
        "if",
        "in case",
        "in the event that",
        "lest",
        "no matter where",
        "no matter who",
        "not until",
        "on condition that",
        "once",
        "only if",
        "only when",
        "provided",
        "provided that",
        "providing",
        "so far as",
        "so long as",
        "the instant",
        "the minute",
        "the moment",
        "till",
        "unless",
        "until",
        "when",
        "whenever",
        "wherever",
        "while",
    ]
)

_MORE: Final = phrases(
    "the second,every time that,each time that,the minute that,the moment that,the instant that,"
    "the second that,everytime,til,'til,untill,whenver,on the condition that,only once,"
    "immediately after,insofar as,in so far as,on days when,on nights when,at times when,"
    "not unless,on days that,long as,aslong as,anytime that,any time that,every single time,"
    "the very moment,the very instant,the very second,the very minute,whensoever,the next time,next time"
)
CONDITIONS: Final = _PLAIN | _MORE

CAUSES: Final = frozenset(
    {"because", "since", "as", "so that", "just because", "only because", "cos", "cuz", "coz", "'cause"}
)

ANTECEDENT: Final = words(
    "the every each any all that those what everything anything nothing whatever someone no"
)

CERTAIN: Final = words(
    "sure certain convinced afraid glad sorry aware positive unaware relieved amazed confident"
)

INVERTING: Final = phrases(
    "never,neither,nor,so,not once,rarely,seldom,hardly,only,hardly ever,scarcely,"
    "never once,never ever,not even once,at no point,not ever,"
    "under no circumstances,at no time,in no way,by no means,on no account,no longer,not only"
)


CLAUSAL: Final = words(
    "say tell know think believe suspect feel hope wish wonder forget remember realise realize "
    "understand guess doubt dream fear insist claim swear promise announce declare admit confess "
    "suppose imagine notice learn see hear decide discover find explain ask reply answer whisper "
    "shout mean pretend assume conclude recall warn convince persuade assure inform remind be "
    "seem appear sense vow argue deny mention murmur worry bet pray love hate care like mind "
    "recollect complain beg demand require prefer order want turn happen report write type sing "
    "agree conclude gather maintain figure reckon acknowledge concede boast yell scream cry "
    "mutter"
)


@dataclass(slots=True)
class Predicate:
    """A finite clause, or a coordinated part of one. Numbers are token positions."""

    group: VerbGroup
    subject: NounPhrase | None
    begin: int
    end: int = 0
    role: str = "main"
    """main, condition, cause, relative, complement or aside."""
    word: str = ""
    """What introduces it."""
    coordinated: bool = False
    inverted: bool = False
    antecedent: NounPhrase | None = None
    when: tuple[int, int] | None = None
    lead: tuple[int, int] = (0, 0)
    """The tokens before the subject that are not what introduces the clause."""
    matrix: int = -1
    aside: tuple[int, int] | None = None
    """A parenthesis between subject and verb."""
    gaps: list[tuple[int, int, tuple[int, int]]] = field(default_factory=list)
    """Complements without the verb, each with its condition (*French when angry, Spanish when tired*)."""
    nested: list[tuple[int, int]] = field(default_factory=list)
