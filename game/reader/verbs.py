"""Classes of English verbs by what their clauses assert."""

from __future__ import annotations

from typing import Final

from game.reader.wordsets import words


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


COPULAS: Final = _set(
    "be become feel get grow stay remain turn go keep fall wake look sound stand sit lie end come prove act"
)
PURE_COPULAS: Final = _set("be become feel stay remain")
INNER_TO: Final = _set(
    "begin start continue manage get tend happen come choose dare decide proceed hurry turn agree be "
    "live bother help deign consent"
)
INNER_ING: Final = _set("begin start keep continue go spend be resume commence practise practice")
STOPPING: Final = _set("stop quit cease avoid")
FORCED: Final = _set("force compel oblige doom condemn bind make require fate sentence obligate destine")
REFUSING: Final = _set("refuse decline fail neglect forget")
WANTING: Final = _set(
    "want hope wish long yearn ache crave intend plan mean aim desire itch aspire expect need prefer "
    "pine hunger thirst burn resolve beg ask plan dream"
)
WANTS: Final = _set("want crave desire covet seek need")
WANTS_FOR: Final = _set("long yearn ache hope wish pine hunger thirst pray")
LIKING: Final = _set(
    "love like enjoy adore prefer relish savour savor fancy cherish treasure dig appreciate favour "
    "favor worship"
)
DISLIKING: Final = _set("hate dislike loathe detest despise abhor resent dread")
HAVING: Final = _set("have own possess keep get hold carry acquire inherit")
OWNING: Final = _set("own possess inherit acquire")
WEARING: Final = _set("wear sport don")
GOING: Final = _set(
    "go come walk run move drive fly travel return sail hurry head wander stroll climb march step "
    "enter sneak creep stumble "
    "rush ride crawl swim emigrate escape flee relocate retreat wade swing slip storm burst get "
    "arrive commute"
)
MOVING: Final = _set(
    "tiptoe skid trudge slink clamber paddle duck dart bolt withdraw retire pedal cycle hitchhike shuffle pad drop "  # noqa: E501
    "scramble scurry scuttle dash race gallop trot canter lope stalk stomp tramp hike trek plod hobble limp stagger "  # noqa: E501
    "lurch totter waddle toddle sashay saunter strut swagger mosey amble roam migrate decamp defect repair adjourn pop "  # noqa: E501
    "nip whiz zoom speed barrel hurtle plunge dive leap jump hop skip vault tumble spill squeeze squirm wriggle edge "  # noqa: E501
    "inch sidle steal slither glide sweep steam row punt canoe kayak ski skate sled taxi motor ferry parachute descend "  # noqa: E501
    "ascend journey voyage venture proceed advance flounce stamp barge waltz breeze troop blunder disappear vanish "  # noqa: E501
    "drift float soar scamper scoot skitter skulk slouch stride streak trail truck tootle wheel wing worm beetle "  # noqa: E501
    "bustle bowl cart clatter clump coast crash thunder lumber stump trundle wobble"
)
"""Other ways of going; only with where to are they a place."""
STAYING: Final = _set(
    "live stay dwell reside remain lodge settle camp hide wait sit stand lie sleep be work study "
    "linger lurk belong"
)
LEAVING: Final = _set("leave enter reach visit inhabit occupy haunt exit abandon flee cross quit")
KNOWING: Final[dict[str, str]] = {
    "know": "knows",
    "realise": "knows",
    "realize": "knows",
    "understand": "knows",
    "discover": "knows",
    "learn": "knows",
    "forget": "forgets",
    "remember": "remembers",
    "recall": "remembers",
    "recollect": "remembers",
    "believe": "believes",
    "think": "believes",
    "suspect": "believes",
    "suppose": "believes",
    "reckon": "believes",
    "assume": "believes",
    "feel": "believes",
    "imagine": "believes",
    "guess": "believes",
    "conclude": "believes",
    "figure": "believes",
    "doubt": "doubts",
    "question": "doubts",
    "wonder": "wonders",
    "dream": "dreams",
    "fantasise": "dreams",
    "fantasize": "dreams",
    "daydream": "dreams",
    "notice": "knows",
    "sense": "knows",
    "see": "knows",
    "hear": "knows",
    "find": "knows",
}
ONLY_WITH_CLAUSE: Final = _set(
    "discover learn suppose reckon assume feel imagine guess conclude figure notice sense see hear "
    "find question"
)
NAMING: Final = words("call name nickname dub christen title style")
SAYING: Final = _set(
    "say tell announce declare admit confess insist claim swear promise explain reply answer whisper "
    "shout scream yell "
    "murmur mutter mention add ask remark warn assure inform state reveal repeat vow reveal "
    "argue complain maintain contend allege testify boast brag hint imply recount protest grumble report "
    "confide observe concede opine disclose divulge proclaim stress volunteer hazard"
)
SPEECH_QUOTED: Final[dict[str, str]] = {
    "whisper": "whispers",
    "shout": "shouts",
    "scream": "shouts",
    "yell": "shouts",
    "holler": "shouts",
    "bellow": "shouts",
    "roar": "shouts",
    "sing": "sings",
    "stammer": "stammers",
    "stutter": "stammers",
    "murmur": "whispers",
    "mutter": "whispers",
    "breathe": "whispers",
    "shriek": "shouts",
    "lie": "lies",
    "croon": "sings",
    "mumble": "whispers",
}
BACKSTORY: Final = _set(
    "grow_up bear raise expel orphan graduate attend study train enlist emigrate apprentice adopt "
    "rear educate jilt widow divorce"
)
SPEAKING: Final = _set(
    "speak talk answer reply converse know swear write read curse sing whisper mutter pray dream "
    "understand learn shout count chat respond communicate say recite mumble"
)
MAKING: Final = _set("make drive leave turn render keep get find send set")
LETTING: Final = _set(
    "let make have give keep help allow force get grant bring cause turn render permit ensure"
)
HEDGING: Final = _set("seem appear")
QUOTING: Final = (
    SAYING
    | SPEECH_QUOTED.keys()
    | words(
        "call beg laugh sigh demand gasp declare snap plead exclaim growl joke think continue go "
        "hiss sob purr croak groan protest write type sign mouth"
    )
) - {"argue", "claim", "reveal"}
