# ruff: noqa: E501
"""Rules for `veils` about word order: what a writer puts first, last or in a frame of its own."""

from __future__ import annotations

from typing import Final

from game.reader.veil_words import NAMES, START

_OWN: Final = rf"(?:her|his|my|(?:{NAMES}) 's)"
_SHE: Final = rf"(?:{NAMES}|she|he|i)"
_HER: Final = rf"(?:{NAMES}|her|him|me)"
_BE: Final = r"(?:is|was|'s|were|are)"
_PUT: Final = (
    r"(?:hung|hangs|dangled|dangles|lay|lies|sat|sits|stood|stands|rested|rests|swung|swings|gleamed|gleams|"
    r"glittered|glitters|nestled|nestles|perched|perches|bobbed|bobs|trailed|trails|rode|rides|bulged|bulges|"
    r"is|was|are|were|protruded|protrudes|peeped|peeps|poked|pokes|flapped|flaps|rattled|rattles|jingled|jingles)"
)

FRONTED: Final[list[tuple[str, str, str]]] = [
    # such was her pride that she never wrote; so proud is she that she never writes
    (
        "such",
        rf"{START}such (?:is|was) (?P<own>{_OWN}) (?P<what>[^,;]+?)(?: ,)? that(?= \S)",
        "suchwas",
    ),
    (
        "so",
        rf"{START}so (?P<what>\S+)(?P<more>(?: and(?: so)? \S+)?) (?P<be>is|was|am|did|does) (?P<who>{_SHE}) (?P<rest>[^,;]*?)(?:, )?that(?= \S)",
        "sowas",
    ),
    (
        "so",
        rf"{START}so (?P<what>\S+) (?:is|was) (?P<own>{_OWN}|the (?:young )?(?:lady|girl|woman) 's) (?P<noun>\S+)(?: ,)? that(?= \S)",
        "sohad",
    ),
    (
        "called named",
        rf"{START}(?:once upon a time )?(?:, )?(?:there (?:once )?(?:is|was|lived|lives)(?: once)?|(?:in|on|by|near|at) [^,;]+? (?:there )?(?:lived|lives|dwelt)) (?:a|an|another) (?:[a-z-]+ ){{0,3}}?(?:girl|woman|man|boy|lady|child|widow|clockmaker|princess|creature|person|[a-z]+er|[a-z]+ist) (?:called|named|by the name of) (?P<who>{NAMES})(?: ,)? (?:who|that|and (?:she|he))(?= \S)",
        "onceupon",
    ),
    (
        "is was",
        rf"{START}(?P<what>[a-z-]+) (?P<be>is|was|are|were) (?P<who>{_SHE})(?= (?:who|that|,|in|with|at|and)| [.;!]|$)",
        "wasshe",
    ),
    (
        "is was",
        rf"{START}(?P<what>[a-z-]+) (?P<who>{_SHE}) (?P<be>is|was)(?P<neg> not| never| n't)?(?= [.,;]|$)",
        "shewas",
    ),
    (
        "virtues virtue gifts talents strengths faults fault vices vice suit point forte failing weaknesses",
        rf"{START}(?P<what>[a-z-]+) (?:is|was|has|had)(?P<neg> not| never| n't| hardly| scarcely)?(?: been)?(?: among| one of)? (?P<own>{_OWN}) (?:(?:many|few|great|greatest|chief|only|strong|strongest|main|one|besetting) )?(?:virtues?|gifts|talents|strengths|faults?|vices?|suit|point|forte|failing|weaknesses)(?= [.,;]|$)",
        "virtue",
    ),
    ("over", rf"{START}(?:this|that|it) (?:is|was|'s) (?P<who>{NAMES}) all over(?: :| ,)?(?= \S)", "allover"),
    (
        "enter enters exit exits",
        rf"^(?:re-)?(?P<how>enters?|exits?) (?P<who>{NAMES})(?= [,.]|$| [a-z])",
        "stage",
    ),
    (
        "cut fade close angle pan open dissolve",
        r"^(?:smash cut (?:to|on)|hard cut to|cut (?:to|back to)|fade in on|fade in|close (?:up )?on|angle on|pan (?:to|across to)|we open on|open on|dissolve to)(?: :)?(?= [a-z])",
        "cut",
    ),
    (
        "or",
        r"(?<=[a-z] ), or (?:(?:miss|mrs|ms|mr) )?[a-z']+(?: [a-z']+)?(?: , as [^,]+)? ,(?= \S)(?<!not ,)",
        "orcalled",
    ),
    (
        "as",
        r"(?P<be>is|was) as (?P<one>[a-z-]+) as (?:she|he|i) (?:is|was|am) (?P<two>[a-z-]+)(?= [.,;]|$)",
        "asas",
    ),
    (
        "only",
        rf"{START}only (?:once|twice|then|later|now|afterwards|(?:in|at|on|when|after|with|for) [^,;]+?) (?P<be>did|does|do|has|had|will|would|can|could|is|was) (?P<who>{_SHE})(?= \S)",
        "onlyonce",
    ),
    (
        "hardly scarcely barely sooner",
        rf"{START}(?:hardly|scarcely|barely|no sooner) had (?P<who>{_SHE}) (?P<rest>[^,;]+?)(?: ,)? (?P<to>when|than|before)(?= \S)",
        "hardlyhad",
    ),
    (
        "what",
        r"(?<=is |'s |as )what (?:[^,;]+? )?(?:would|might|could|used to)(?: have)? (?:call|called|be called|describe as|described as)(?= an? )",
        "cut",
    ),
    ("here", rf"{START}here lies (?P<who>{NAMES})", "herelies"),
    (
        "meet behold consider regard introducing presenting see observe look",
        rf"{START}(?:meet|behold|consider|regard|introducing|presenting|look at|take)(?= (?:{NAMES})(?: :| ,| ,))",
        "cut",
    ),
    (
        "wanted report notice item entry memo subject lot exhibit status",
        rf"^(?:[a-z-]+ ){{0,3}}(?:wanted|report|notice|item|entry|memo|subject|status|headline|verdict)(?: [a-z0-9-]+)? :(?= (?:{NAMES}|she) )",
        "cut",
    ),
    # what was left; everything about her
    (
        "what",
        rf"{START}(?:all that|what) (?:remained|remains|was left|is left)(?: of (?P<who>{_HER}))? (?P<be>is|was)(?= (?:an?|the) )",
        "remained",
    ),
    (
        "everything nothing",
        rf"{START}(?P<all>everything|nothing) (?:about|in) (?P<who>{_HER}) (?P<be>is|was)(?= \S)",
        "allabout",
    ),
    (
        "of",
        r"(?P<noun>(?<= a )[a-z]+|(?<= an )[a-z]+) of a (?:man|woman|girl|boy|fellow|child|creature|house)(?= [,.;]| with| who|$)",
        "ofaman",
    ),
    (
        "record known noted",
        rf"{START}let (?:the record|it be|it)(?: be)? (?:show|reflect|state|known|noted|recorded|said|written)(?: ,)? that(?= \S)",
        "cut",
    ),
    (
        "must should confess admit recorded admitted said owned allowed",
        rf"{START}(?:(?:dear |gentle )?reader , )?(?:i (?:must|have to|should|shall|will|am bound to|am obliged to|am forced to) (?:now |here )?(?:confess|admit|say|own|report|record|add|note|allow|acknowledge|concede|tell you)|it (?:must|should|has to|may) be (?:recorded|admitted|said|confessed|owned|allowed|noted|added))(?: ,[^,]+,)? that(?= \S)",
        "cut",
    ),
    (
        "which",
        r", which (?:means|meant|is why|was why|explains why|explained why)(?: that)?(?= \S)",
        "give and",
    ),
    ("possessed", r"(?:is|was) possessed of(?= \S)", "give has"),
    # it was silence that she feared; it is in Paris that she learnt to swim
    (
        "it",
        rf"{START}it (?:is|was|'s) (?:only |always |precisely |perhaps )?(?P<what>(?!true|clear|certain|plain|obvious|known|said|rumou?red|possible|likely|said|not|n't|no |as |like |a pity|a shame|a fact|a wonder|a miracle|lucky|strange|odd|funny|nice|good|bad|sad|time)[^,;]+?) that(?: it was)? (?P<who>{_SHE}) (?=\S)",
        "cleftobject",
    ),
    (
        "not less",
        r"(?P<neg>(?:does|do|did|is|was|'s|am|has|had) (?:not|n't)) so much (?P<what>[^,;]+?) (?:as|but)(?= \S)",
        "notso",
    ),
    ("less", r"(?<=is |'s |as )less (?P<what>an? [^,;]+?|[a-z-]+) than(?= (?:an?|[a-z-]+) ?)", "lessthan"),
    ("no", r"no less(?= (?:an? )?[a-z-]+(?: \S+)?(?: than|[ ,.;]))", "cut"),
    # there was in her a stubbornness; hers was a cruel wit; from her belt hung a ring of keys
    (
        "there",
        rf"{START}there (?:is|was|'s|are|were) (?P<prep>in|about|to) (?P<who>{_HER})(?P<rest> always| still| also)? (?=(?:an?|something|the|no|much|such|more|little|some) )",
        "thereinher",
    ),
    (
        "there",
        rf"{START}there (?:is|was|'s|are|were) (?=(?P<noun>an? (?:certain |great |sort of |kind of |touch of |streak of |hint of |trace of |air of )?(?:[a-z-]+ ){{1,4}}?)(?:in|about|to) (?P<who>{_HER})(?= [.,;]| that|$))",
        "inherthere",
    ),
    (
        "hers his mine",
        rf"{START}(?P<who>hers|his|mine) (?:is|was|are|were)(?= (?:an?|the|no|one|two|three) )",
        "hers",
    ),
    (
        "hung hangs dangled dangles lay lies sat sits stood stands rested rests swung swings is was are were gleamed gleams bulged bulges jingled jingles rattled rattles",
        rf"{START}(?:inside|on|in|from|round|around|at|under|over|about|beneath|behind|across|between|beside) (?:(?:one|each|both|the back|the knee|the pocket|the bottom|the crook|the corner|the sleeve|the lapel|the hem) of )?(?P<own>{_OWN}) (?:[a-z-]+ ){{1,3}}?(?:, [^,]+ , )?(?P<put>{_PUT}) (?=(?:an?|the|her|his|two|three|four|five|several|some|nothing but|only) )",
        "putthere",
    ),
    ("about", r"(?<=had |has )about (?:her|him|me) (?=(?:an?|the|something|all) )", "cut"),
    # ways of saying so
    (
        "known clear plain understand",
        r"(?:has |had |have )?(?:let|lets|made|makes|make|letting) (?:it )?(?:be )?(?:perfectly |very |quite |abundantly )?(?:known|clear|plain)(?: to \S+(?: \S+)?)?(?= that )",
        "give says",
    ),
    (
        "say saying telling remark remarking heard",
        r"(?:likes? to say|is fond of (?:saying|telling me|remarking)|was fond of (?:saying|telling me|remarking)|was heard to (?:say|remark)|never tired of saying|takes pains to say|took pains to say|went so far as to say|goes so far as to say)(?= that )",
        "give says",
    ),
    ("understand", r"(?:gave|gives|has given) (?:me|us|him|\S+) to understand(?= that )", "give says"),
    (
        "there",
        rf"{START}(?:inside|in|on|under|beneath|at the bottom of|behind|beside) (?P<own>{_OWN}) (?:[a-z-]+ ){{1,3}}?(?:, )?there (?P<put>is|was|'s|were|are|lay|lies|hung|hangs|stood|stands)(?: always| still| also)? (?=(?:an?|the|two|three|four|five|several|some|nothing but|only|no) )",
        "putthere",
    ),
    # rather than, as much as
    ("much", r"(?P<what>(?<= )[a-z-]+) as much as (?=[a-z-]+(?: [.,;]|$))", "asmuch"),
]
