# ruff: noqa: E501
"""The words around sentences that `veils` takes out: for each rule its triggers, what it matches, what it does.

A rule is looked at only where one of its triggers stands. It matches against the words of the sentence in small
letters with one blank between them, clitics parted (*is n't*). Actions: *silent* (the sentence claims nothing), *deny*
(and *deny absolute*), *cut* (the words are taken out), *hush* (out up to the next comma), *give X* (X stands there
instead), *held KIND* (somebody says, believes or dreams it).
"""

from __future__ import annotations

from typing import Final

from game.reader.recasting import RECAST
from game.reader.veil_words import ADV, ASIDE, AUX, BE, BOUNDARY, NAMES, START, WHO
from game.reader.veiling_fronted import FRONTED
from game.reader.veiling_more import MORE
from game.reader.veiling_narrated import NARRATED
from game.reader.veiling_traps import TRAPS
from game.reader.veiling_turned import TURNED

__all__ = ["BOUNDARY", "RULES", "TRIGGERS"]

RULES: Final[list[tuple[str, str, str]]] = [
    *RECAST,
    *TRAPS,
    *NARRATED,
    *TURNED,
    *FRONTED,
    *MORE,
    # nothing is claimed
    (
        "suppose assume imagine say pretend picture hypothesise hypothesize",
        r"let (?:us|'s) (?:all )?(?:suppose|assume|imagine|say|pretend|picture|hypothesi[sz]e)",
        "silent",
    ),
    (
        "suppose supposing assume assuming imagine picture pretend envision envisage fancy",
        rf"{START}(?:now )?(?:just )?(?:suppose|supposing|assume|assuming|imagine|picture|pretend|envision|envisage)(?: , [^,]+ ,)? (?={WHO}(?!\S))(?!her (?:as|in|on|at|with)(?!\S))",
        "silent",
    ),
    ("argument", r"for the sake of argument|for argument 's sake", "silent"),
    (
        "rumour rumor rumours rumors legend gossip word folklore tradition hearsay scuttlebutt story myth",
        r"(?:the )?(?:rumou?rs?|legend|gossip|word|folklore|tradition|hearsay|scuttlebutt|story|myth) (?:has it|had it|have it|goes|says|say|is that|on the street)",
        "silent",
    ),
    (
        "there rumour rumor talk rumours rumors",
        r"there (?:is|'s|was|are|were) (?:a |some |no )?(?:rumou?rs?|talk|gossip|speculation|suggestion|evidence|proof|reason to (?:think|believe|suppose))(?: \S+)? (?:that|of|about)",
        "silent",
    ),
    (
        "it",
        rf"it {BE} {ADV}(?:said|rumou?red|alleged|claimed|believed|thought|reported|whispered|supposed|assumed|possible|conceivable|likely|unlikely|probable|improbable|doubtful|debatable|unclear|uncertain|unknown|anyone 's guess|anybody 's guess|hard to (?:say|tell|know|believe)|impossible to (?:say|tell|know)|(?:not|n't) (?:yet )?(?:clear|known|certain|impossible|inconceivable|unlikely))(?:{ASIDE} (?:that|if|whether|how|why|what|where|who|when)| {WHO})",
        "silent",
    ),
    (
        "it",
        r"it (?:seems|seemed|appears|appeared|looks|looked|feels|felt|sounds|sounded)(?: to me| to us| to everyone)? (?:like|as if|as though|that|ruby|she)",
        "silent",
    ),
    ("it", r"it (?:may|might|could|may well|might well|could well) be(?: that)?", "silent"),
    ("chances odds", r"(?:the )?(?:chances|odds) are(?: that)?", "silent"),
    ("all", r"for all (?:i|we|anyone|anybody|you|they) (?:know|knows|care|cares|knew)", "silent"),
    (
        "knows knew tell say says",
        r"(?:god|heaven|goodness|lord|christ|who|nobody|no one|no-one) (?:alone |only |really |even )?(?:knows|knew|can say|can tell|could say|could tell) (?:if|whether|why|how|where|what|when|who)",
        "silent",
    ),
    ("far", r"far be it from me", "silent"),
    ("guess", r"(?:anyone|anybody|anyones|anybodys)(?: 's)? guess", "silent"),
    (
        "in",
        rf"{START}in (?:the|a|an|another|some|this|that) (?:film|movie|play|opera|sequel|remake|screenplay|perfect world|ideal world|just world|better world|parallel universe|parallel world|alternate universe|alternative universe|other universe|different life|other life|another life|universe|world) ,? ?(?={WHO})",
        "silent",
    ),
    (
        "had were",
        rf"{START}(?:had|were) (?:ruby|she|he|i|we|they|calvin|harry|langdon|lila|gertrude|mort|susie|it) (?!to ).*?(?:would|could|might|'d|should|wouldn|couldn)(?: |$).*",
        "silent",
    ),
    ("if", r"if i were you|if i had my way|if wishes were horses|if pigs (?:could|had)", "silent"),
    (
        "people everyone everybody some folks many they",
        rf"{START}(?:people|everyone|everybody|some people|some|folks|many|many people|they|most people|critics|the neighbours|the neighbors|the papers|the tabloids) (?:all )?(?:say|says|said|think|thinks|thought|believe|believes|believed|claim|claims|claimed|assume|assumes|reckon|reckons|suspect|suspects|imagine|imagines)(?: that)? (?={WHO})(?!the)",
        "silent",
    ),
    ("definition definitions denotes denote", r"by definition|denotes?|denoted", "silent"),
    ("word name", r"the (?:word|name|term|noun|string|letters) (?:\" |ruby|sparks|calvin|\"$)", "silent"),
    # somebody else holds it
    ("according", rf"{START}according to (?P<who>{NAMES}) ,?", "held say"),
    ("according", rf"{START}according to [^,]+ ,", "silent"),
    (
        "says say told think believe thinks",
        r"(?:, |— )?or so (?:she|he|they|i|people|everyone|it|harry|lila|langdon|the story) (?:is |am |was |'m )?(?:says?|said|claims?|claimed|told|thinks?|thought|believes?|likes to think|seems?|goes|would have \S+ believe|hopes?|hope)",
        "silent",
    ),
    (
        "say says reckon",
        r", (?:they|people|some|everyone) (?:say|says|said|reckon|claim)(?= [.!,]|$)",
        "silent",
    ),
    ("few", r"^(?:very )?few (?:people |of us |others |women |men |girls )?(?:\S+s?)", "silent"),
    (
        "think believe suppose guess reckon imagine fancy gather",
        r", i (?:think|believe|suppose|guess|reckon|imagine|fancy|gather|trust|'d say|would say)(?= [.!,]|$)(?: ,)?",
        "cut",
    ),
    ("according", r", according to (?:(?!,).)+$", "silent"),
    (
        "opinion view eyes estimation book mind",
        rf"{START}in (?P<who>{NAMES}|my) (?:'s )?(?:opinion|view|eyes|estimation|judgement|judgment) ,?",
        "held believes",
    ),
    ("hear", rf"{START}to hear (?P<who>{NAMES}|him|her) (?:tell it|tell|talk) ,", "held say"),
    (
        "dream dreams nightmare nightmares",
        rf"{START}in (?P<who>my|her|his|last night 's|a|the|{NAMES} 's)(?: recurring| last| latest| worst| wildest| old| own)? (?:dreams?|nightmares?)(?: last night| of late| tonight)?(?: ,)?(?= {WHO})",
        "held dreams",
    ),
    # said over
    (
        "it",
        rf"it (?:{BE}|would n't be|would not be|'d not be) {ADV}(?:no (?:secret|lie|wonder|exaggeration|surprise|joke|rumou?r)|(?:not|n't) (?:a lie|false|untrue|wrong|a secret|inaccurate|deniable|in doubt|a joke|an exaggeration)|undeniable|beyond (?:doubt|question|dispute)|a matter of record)(?: to say)?(?: that)?",
        "cut",
    ),
    (
        "denying doubt question disputing doubting escaping hiding mistaking arguing",
        r"there (?:is|'s|was|can be) no (?:denying|doubt|question|doubting|disputing|escaping|hiding|mistaking|arguing)(?: about it| the fact)?(?: that| but that| :)?",
        "cut",
    ),
    (
        "denied disputed doubted",
        r"it can (?:not|n't) be (?:denied|disputed|doubted|said too often) that",
        "cut",
    ),
    (
        "deny dispute doubt",
        r"(?:no one|nobody|no-one|none|who|you) (?:can|could|would|will|has ever) (?:not |n't |ever |seriously )?(?:deny|dispute|denied|disputed)(?: that| the fact that)?",
        "cut",
    ),
    ("mistake", r"make no mistake(?: about it)?(?: ,| :|,)?", "cut"),
    (
        "sure great wonderful brilliant perfect fantastic lovely terrific marvellous right fine super course congratulations bravo surprise typical yeah",
        rf"{START}(?:oh |ah |well |yeah |yes |ooh |wow )?,? ?(?:sure|great|wonderful|brilliant|perfect|fantastic|lovely|terrific|marvellous|marvelous|right|yeah right|fine|super|of course|congratulations|bravo|surprise surprise|surprise , surprise|just great|just perfect|typical|splendid|excellent)(?: ,| :|,) (?={WHO})(?!her)",
        "cut",
    ),
    (
        "thank thanks please mind believe swear promise trust mark know see mean record must like bless god tell help say ask honest rest guess",
        r"(?:, |; |— )(?:thank you(?: very much)?|thanks very much|if you please|mind you|believe you me|believe it or not|believe me|trust me|mark my words|i tell you|let me tell you|if you must know|like it or not|so help me(?: god)?|for the record|bless her(?: heart)?|god bless her|if i say so myself|if i may say so|if you ask me|i swear|i promise you|i assure you|you know|you see|i mean|i dare say|as you know|rest assured|you mark my words|it must be said|it has to be said|i must say|i have to say|i might add|it goes without saying)(?= [.!,;]|$)(?: ,)?",
        "cut",
    ),
    (
        "mind believe swear promise trust mark know see mean record must like bless god tell help say ask honest rest word",
        r"^(?:mind you|believe you me|believe it or not|believe me|trust me|mark my words|i tell you|let me tell you|if you must know|like it or not|so help me(?: god)?|for the record|god bless her|i swear|i swear to god|i promise you|i promise|i assure you|you know|you see|i mean|rest assured|as you know|my word|upon my word|take my word for it|note to self|fun fact|true story|spoiler alert|news flash|breaking news|guess what|long story short|it must be said that|i must say|i have to say|it goes without saying that)(?: that)?(?: ,| :| —| -)? ?(?=\S)",
        "cut",
    ),
    ("one", r"(?<=i )for one(?= \S)", "cut"),
    ("not", r", not that (?:she|he|it|i|they|anyone|you|ruby)(?: [^,]+)?", "cut"),
    ("notwithstanding", r", [^,]+ notwithstanding ,?", "cut"),
    (
        "just merely simply",
        r"(?<=is )(?:n't|not) (?:just|merely|simply)(?= [^,;]+ (?:,|;|—|-) (?:she|he|it|they|ruby)(?: is|'s| 's| was)? )",
        "cut",
    ),
    (
        "just merely simply only",
        r"(?:does|did|do) (?:n't|not) (?:just|merely|simply|only)(?= [^,;]+ (?:,|;|—|-) (?:she|he|it|they|ruby) )",
        "cut",
    ),
    # denied
    (
        "it that",
        rf"(?:it|that) (?:is|'s|was|be|s) {ADV}(?:not|n't|never|hardly|scarcely) {ADV}(?:the case|true|so|a fact|correct|accurate|right|as if|as though|that)(?: at all)?{ASIDE}(?: that)?(?= {WHO})",
        "deny",
    ),
    (
        "it",
        r"it (?:is|'s|was|s) (?:not|n't) like(?= (?:ruby|she|he|i|they|calvin|harry|lila|langdon) (?!to ))",
        "deny",
    ),
    (
        "it",
        rf"it {BE} {ADV}(?:false|untrue|incorrect|a lie|a damned lie|a myth|nonsense|rubbish|a fiction|slander|inaccurate|a falsehood|no longer true|no longer the case)(?: to (?:say|claim|suggest))?{ASIDE} that",
        "deny",
    ),
    (
        "it",
        r"it would be (?:wrong|false|a lie|untrue|a mistake|inaccurate|unfair|absurd|going too far|an exaggeration) to (?:say|claim|suggest|think|believe)(?: that)?",
        "deny",
    ),
    ("not", rf"{START}not true(?: at all)? that", "deny"),
    (
        "further farther",
        r"nothing (?:could be|is) (?:further|farther) from the truth than (?:that|the idea that)",
        "deny",
    ),
    ("deny dispute", rf"{START}i (?:deny|dispute|flatly deny|hereby deny)(?: that)?(?= {WHO})", "deny"),
    (
        "think believe imagine suppose assume",
        rf"{START}(?:do n't|do not|never)(?: you)?(?: dare| ever)? (?:think|believe|imagine|suppose|assume)(?: for (?:a|one) (?:moment|second|minute|instant))?(?: that)?(?= {WHO})",
        "deny",
    ),
    (
        "hell fuck arse foot",
        rf"{START}(?:like hell|the hell|like fuck|the fuck|like heck)(?= {WHO} {AUX})",
        "deny",
    ),
    ("as", rf"^as if(?= {WHO} (?:would|could|'d|will) (?:ever )?)", "deny"),
    ("foot arse eye", r"(?P<lead>^)(?P<body>.+?)(?P<tail> , my (?:foot|arse|eye|ass))(?= [.!]|$)", "flip"),
    (
        "whoever anyone anybody those people",
        r"(?P<lead>(?:whoever|anyone who|anybody who|those who|people who|the person who|he who) (?:says?|said|thinks?|thought|claims?|claimed|believes?|told you|tells you|wrote)(?: that)?) (?:.+?) (?P<tail>(?:is|are|was|were|must be|has|have) (?:lying|wrong|mistaken|a liar|a fool|an idiot|liars|fools|never met her|clearly never met her|an ass|not to be trusted|deluded|mad|insane|off their head))(?= [.!]|$)",
        "deny",
    ),
    (
        "way chance",
        rf"(?:there (?:is|'s|was) )?(?:absolutely )?(?:no way|no chance|not a chance|fat chance|not a hope)(?: on earth| in hell)?(?: that)?(?= {WHO})",
        "deny",
    ),
    ("way", rf"{START}no way(?= {AUX} {WHO})", "give never"),
    (
        "not",
        rf"{START}not (?:for|in|on|at|with|under|by|once|even for|even in|if|a|one)(?! least| slightest)(?: (?!{AUX} )[^\s,]+)+(?= {AUX} {WHO})",
        "give never",
    ),
    (
        "nowhere",
        rf"{START}(?:nowhere|at no point|in no universe|in no way|in no sense)(?= {AUX} {WHO})",
        "give never",
    ),
    # who it is and who not
    (
        "it",
        rf"{START}(?:no , )?it (?:is|was|'s|s) (?P<neg>(?:not|n't) )?(?:only )?(?P<name>{NAMES}|she|he|i|me|her|him)(?: , not (?P<who>{NAMES}|i|me|her|him|she|he) ,?)? (?:who|that|whom)(?= \S)",
        "cleft",
    ),
    (
        "not",
        rf"(?:(?<= )|^)(?:,|and|but)(?: and)? not (?P<who>{NAMES}|i|me|her|him|she|he|his \S+|her \S+|my \S+)(?: ,)?(?= \S)",
        "contrast",
    ),
    ("not", rf"^not (?P<who>{NAMES}|i|me|her|him|she|he)(?: ,)? but(?= \S)", "contrast"),
    # said of somebody, and by nobody
    (
        "call called describe described consider accuse accused label brand deem considered",
        rf"(?:no one|nobody|no-one|none|you|i|we|one|anyone|people|they|who) (?:could|can|would|will|'d|has|have)(?: never| not| n't| hardly| ever| fairly| honestly| possibly| seriously| in good conscience| reasonably)* (?:call|called|describe|described|consider|considered|accuse|accused|label|brand|deem)(?= (?:{NAMES}|her|him|me|it) \S)",
        "named",
    ),
    (
        "nobody no none nothing no-one few",
        rf"^(?:and |but )?(?:nobody|no one|no-one|none|nothing|few|no (?:man|woman|girl|person|other woman|other girl|creature|mortal))(?: [^,]+?)?(?: (?:is|was|could be|can be|has ever been|are|were|'s)|(?<=one)) (?:ever |half |quite |nearly |even half )*(?P<adj>\S+er|more \S+|as \S+|so \S+)(?: \S+)? (?:than|as) (?P<who>{NAMES}|she|her|he|him|i|me)(?= [.!,]|$)(?: , .*)?",
        "ranked",
    ),
    (
        "kind sort type",
        r"(?:is|was|'s|s)(?P<neg> not| n't| never)?(?: really| exactly)? (?:the|a) (?:kind|sort|type) (?:of \S+ )?(?:who|that|to)(?= \S)",
        "sort",
    ),
    ("one", r"(?:is|was|'s|s)(?P<neg> not| n't| never)(?: really| exactly)? one to(?= \S)", "sort"),
    (
        "rather sooner",
        r"(?:would|'d|had) (?:much |far )?(?P<how>rather|sooner)(?P<neg> not)?(?= \S)",
        "rather",
    ),
    (
        "could can",
        r"(?:could|can) (?:n't|not)(?: possibly)? (?:be|feel|look|seem)(?= (?:\S+er|more|less)(?: |$))(?! (?:her|other|over|under|either|after|ever|never)(?: |$))",
        "give is",
    ),
    (
        "never",
        r"(?:has|have|had|'s|'ve) never (?:been|felt|looked|seemed)(?= (?:\S+er|more|less)(?: \S+)?(?: [.!,]|$))(?! (?:her|other|over|under|either|after|ever)(?: |$))",
        "give is",
    ),
    ("agree", r"(?P<lead>could|can) (?:n't|not) agree(?: with \S+)? (?P<tail>more)(?= [.!,]|$)", "hearty"),
    # two denials are none
    ("not", r"never (?:once )?(?:not|n't)", "give always"),
    ("not", r"can (?:n't|not) (?:n't|not)", "give must"),
    (
        "not",
        r"(?:is|'s|are|'m|was) (?:not|n't) (?:allowed|permitted|able|free) to (?:not|n't)|(?:is|'s) (?:forbidden|forbid) (?:not to|to not)",
        "give must",
    ),
    ("so", r"(?:not|n't) so much \S+(?: \S+)? (?P<at>as)(?= \S)", "give but"),
    ("so", r"(?<=not )so much(?= \S+(?: \S+)? but )|(?<=n't )so much(?= \S+(?: \S+)? but )", "cut"),
]

TRIGGERS: Final[dict[str, list[int]]] = {}
for _number, (_words, _, _) in enumerate(RULES):
    for _word in _words.split():
        TRIGGERS.setdefault(_word, []).append(_number)
