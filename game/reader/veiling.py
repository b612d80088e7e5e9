# ruff: noqa: E501
"""The words around sentences that `veils` takes out: for each rule its triggers, what it matches, what it does.

A rule is looked at only where one of its triggers stands. It matches against the words of the sentence in small
letters with one blank between them, clitics parted (*is n't*). Actions: *silent* (the sentence claims nothing), *deny*
(and *deny absolute*), *cut* (the words are taken out), *hush* (out up to the next comma), *give X* (X stands there
instead), *held KIND* (somebody says, believes or dreams it).
"""

from __future__ import annotations

from typing import Final

BOUNDARY: Final = frozenset({"but", ";", "because", ":", "—", "yet", "though", "although", "however"})

_START = r"(?:^|(?<=^and )|(?<=^but )|(?<=^so )|(?<=^well )|(?<=^well , )|(?<=^no , )|(?<=^and yet )|(?<=; )|(?<=, and )|(?<=, but ))"
_BE = r"(?:is|'s|was|s|ai|would be|'d be|has been)"
_ADV = r"(?:(?:simply|just|quite|really|certainly|absolutely|definitely|strictly|entirely|actually|exactly|even|often|widely|generally|sometimes|commonly|clearly|patently|plainly|rather|very|highly|most|totally|completely|hardly|still) )?"
_ASIDE = r"(?: , [^,]+ ,)?"
_WHO = r"(?:ruby|she|he|her|his|my|i|calvin|harry|langdon|lila|gertrude|mort|susie|scotty|rosenthal|they|we|the|that|a|anyone|anybody|you|there|it)"
_AUX = r"(?:would|will|does|did|do|is|was|are|were|has|had|have|can|could|shall|should|'d|'ll)"
_NAMES = r"(?:harry|langdon|lila|gertrude|mort|susie|rosenthal|calvin|ruby)"

RULES: Final[list[tuple[str, str, str]]] = [
    (
        "there",
        rf"^there (?:is|'s|was) (?:n't |not )?(?:no one|nobody|no-one|no \S+|a|an)(?: on earth| in the world)? (?P<adj>\S+er|more \S+|as \S+)(?: \S+)? (?:than|as) (?P<who>{_NAMES}|her|him|me|she|he|i)(?= [.!]|$)",
        "ranked",
    ),
    ("fear worry fret", r"^(?:fear|worry|fret) not ,", "cut"),
    (
        "as",
        r"(?<!as )as (?:she|he|i|ruby) (?:looks|seems|thinks|claims|pretends|sounds|appears|lets on|would have \S+ believe)(?= [.!,]|$)",
        "cut",
    ),
    (
        "met",
        r"(?:has |had |'s |have )?never met (?P<at>a|an) (?P<noun>[a-z]+) (?:that )?(?:she|he|i) (?:did|does) (?:n't|not) (?:like|love)",
        "fond",
    ),
    ("got", r"(?:do|does|did) (?:n't|not) (?P<at>got)(?= \S)", "give have"),
    (
        "no",
        rf"^(?:{_NAMES}|she|he|i) (?P<at>no)(?= (?:like|want|know|love|speak|have|eat|sleep|drink|care|understand|cry|go|come|talk|swim|cook|dance|sing|work) ?)",
        "give not",
    ),
    ("not", rf"^(?P<who>{_NAMES}|she|he|i)(?= not [a-z-]+(?: [.!]|$))", "given is"),
    ("thing", rf"^the (?:only|one) thing(?: that)?(?= {_WHO} \S+ (?:is|was) )", "give all"),
    ("most", rf"(?<=s )most(?= (?:is|was|of all) )", "cut"),
    (
        "one person",
        r"(?:is|was|'s|s)(?P<neg> not| n't| never)? the (?:only )?(?:one|person) (?:who|that)(?= \S)",
        "sort",
    ),
    (
        "the",
        rf"^the (?P<noun>[a-z]+) (?:is|was|'s) (?P<neg>not |n't )?(?P<who>{_NAMES})(?= [.!]|$)",
        "inverse",
    ),
    (
        "one person girl woman man culprit",
        rf"^the (?:one|person|girl|woman|man|culprit|only one) (?P<rest>who|that) (?P<body>.+?) (?P<be>is|was|'s) (?P<neg>not |n't )?(?P<who>{_NAMES}|me|her|him)(?= [.!]|$)",
        "culprit",
    ),
    (
        "ask asks asked tell tells told beg begs begged warn warns warned promise promises promised try tries tried swear swears swore vow vows vowed pretend pretends pretended agree agrees agreed order orders ordered",
        r"(?<!i )(?:asks?|asked|tells?|told|begs?|begged|warns?|warned|promises?|promised|try|tries|tried|swears?|swore|vows?|vowed|pretends?|pretended|agrees?|agreed|orders?|ordered)(?: \S+)? (?P<at>not)(?= to )",
        "give mild",
    ),
    ("about", r"(?:is|was|'s|am|'m|are|s)(?P<neg> not| n't) about to(?= \S)", "sort"),
    ("please", r"(?<=, )please(?= [a-z])|^please(?= [a-z])", "cut"),
    ("think", r", i do (?:n't|not) think(?= [.!]|$)", "gainsaid"),
    (
        "apparently allegedly supposedly reportedly possibly probably perhaps maybe presumably seemingly ostensibly conceivably purportedly",
        r", (?:apparently|allegedly|supposedly|reportedly|possibly|probably|perhaps|maybe|presumably|seemingly|ostensibly|conceivably|purportedly)(?= [.!,]|$)",
        "silent",
    ),
    (
        "hear told suppose guess gather presume imagine",
        r"(?:, )?(?:or so i (?:hear|'m told|am told|gather|was told)|, i (?:suppose|guess|gather|presume|hear|'m told|am told))(?= [.!]|$)",
        "silent",
    ),
    (
        "alleged supposed so-called purported putative would-be self-styled",
        r"(?:is|was|'s|are) (?:the|a|an|my|her|his|harry 's) (?:alleged|supposed|so-called|purported|putative|would-be|self-styled) .*",
        "silent",
    ),
    (
        "alleged supposed so-called purported putative would-be self-styled",
        r", (?:the|a|an|my|her|his) (?:alleged|supposed|so-called|purported|putative|would-be|self-styled) [^,]+ ,",
        "cut",
    ),
    ("better", rf"(?:had|'d) better (?:not )?(?=[a-z]+)(?!luck|days|things|times|ideas|than)", "silent"),
    ("theory paper principle", rf"{_START}(?:in theory|on paper|in principle) ,", "silent"),
    ("whether", r"^(?:and |but )?whether (?:or not )?[^,]+ ,(?= \S)", "cut"),
    ("say", rf"{_START}say (?={_WHO} (?:were|had) )", "silent"),
    ("swear sworn", r"i could (?:have |'ve )?(?:swear|sworn|almost swear)", "silent"),
    (
        "told hear heard gather",
        rf"{_START}i (?:am told|'m told|was told|have been told|hear|gather|have heard|'ve heard)(?: that)?(?= {_WHO} (?!sing|laugh|cry|weep|say|talk|shout|scream|singing|laughing|crying))",
        "silent",
    ),
    ("guess", r"^guess (?:who|what|where|how)", "silent"),
    (
        "programming rails corundum interpreter compiler gemstone mineral",
        r"programming language|on rails|corundum|ruby interpreter|ruby compiler|gemstone|mineral",
        "silent",
    ),
    ("tuesday wax murray ridge dee", r"ruby (?:tuesday|wax|murray|ridge|dee)(?= [a-z])", "silent"),
    (
        "idea claim rumour rumor notion suggestion theory allegation accusation charge belief myth story suspicion thought lie",
        r"(?P<lead>^(?:the|any|every|that old|this) (?:\S+ )?(?:idea|claim|rumou?r|notion|suggestion|theory|allegation|accusation|charge|belief|myth|story|suspicion|lie) that) (?:.+?) (?P<tail>(?:is|was|are|were) (?:utterly |plainly |completely |totally |quite |simply |just |patently )?(?:absurd|false|a lie|wrong|nonsense|untrue|ridiculous|unfounded|baseless|mistaken|rubbish|laughable|a myth|slander|preposterous|not true|n't true|without foundation|ludicrous|fiction))(?= [.!]|$)",
        "deny",
    ),
    (
        "idea claim rumour rumor notion suggestion theory allegation accusation charge belief story suspicion",
        r"(?P<lead>^the (?:\S+ )?(?:idea|claim|rumou?r|notion|suggestion|theory|allegation|accusation|charge|belief|story|suspicion) that) (?:.+?) (?P<tail>(?:is|was) (?:utterly |plainly |completely |totally |quite |simply |perfectly |all too )?(?:true|correct|accurate|right|well-founded|well founded|justified|no lie|a fact))(?= [.!]|$)",
        "strip",
    ),
    (
        "wish hope prayer desire order command will",
        r"^my (?:only |one |dearest |last |greatest )?(?:wish|hope|prayer|desire|order|command|will) is that(?= \S)",
        "cut",
    ),
    ("sudo", r"^sudo .*", "silent"),
    (
        "thank thanks happy good hello hi goodbye farewell merry congratulations cheers welcome",
        rf"^(?:thank you(?: so much| very much)?|thanks|happy \S+|good (?:morning|night|evening|afternoon|day|luck|grief)|hello|hi|goodbye|farewell|merry christmas|congratulations|cheers|welcome(?: back| home)?) ,? ?(?:dear |my )?(?:{_NAMES}|love|darling)(?= [.!]|$).*",
        "silent",
    ),
    ("tell", r"i (?:can|could) (?:not|n't) (?:tell|say) (?:if|whether|why|how|what|where)", "silent"),
    ("like", r", like ,(?= \S)", "cut"),
    (
        "if",
        r"(?<=[a-z] )(?:, )?(?P<at>if)(?= (?:a little |a bit |slightly |somewhat |rather |perhaps |occasionally |at times )?(?!possible|necessary|needed|drunk|hungry|alone|tired|angry|sad|late|happy|true|so|not|anything|any|ever|only|you|she|he|it|i|pressed|lonely|bored)[a-z-]+(?: [.!]|$))",
        "concede",
    ),
    ("either", rf"{_START}either (?={_WHO}(?!\S)).* or (?={_WHO} )", "silent"),
    (
        "make give must pull spare come who so what tell",
        r"(?:do n't|do not) make me laugh|give me a break|you must be joking|you 've got to be kidding|pull the other one|spare me|come off it|tell me another|what a joke|who cares|so what",
        "silent",
    ),
    (
        "ladies dear your folks kids children friends comrades gentlemen reader readers sir madam members",
        rf"{_START}(?:ladies and gentlemen(?: of the jury)?|gentlemen|ladies|dear readers?|reader|your honou?r|m'lud|folks|kids|children|my friends|friends|comrades|guys|dear diary|members of the jury|sir|madam|class) ,",
        "cut",
    ),
    (
        "god poor bless lord heaven love",
        r", (?:god help (?:her|him|me|us|them)|god bless (?:her|him)|bless (?:her|him)|poor (?:thing|girl|woman|man|lamb|soul|love|devil|dear)|god love (?:her|him)|heaven help (?:her|him|us)|the (?:poor|little|silly) (?:thing|girl|fool|devil|dear))(?: ,)?",
        "cut",
    ),
    ("more", r"no more(?= \S+s .+ than )", "nomore"),
    (
        "day night week hour minute moment",
        r"^(?:and |but )?(?:hardly|not|scarcely|barely|never) (?:a|an|one|a single) (?:day|night|week|hour|minute|moment|morning|evening|month) (?:goes|passes|went|passed|goes past)(?: by)? (?:without|that|when|but)(?= \S)",
        "daily",
    ),
    (
        "how",
        rf"^(?:oh |ah |god |and |but )?(?:, )?how (?=(?:{_NAMES}|she|he|i|my girl|the girl) (?!is |was |does |did |do |can |could |would |will |has |had |'s ))",
        "cut",
    ),
    (
        "how",
        rf"^(?:oh |ah |god |and |but )?(?:, )?how (?:very |terribly |utterly )?(?P<adj>[a-z-]+) (?P<who>{_NAMES}|she|he|i) (?:is|was|'s|looks|feels|seems|am|has become|looked|felt)(?= [.!]|$)",
        "ranked",
    ),
    ("nothing", r"nothing if not(?= \S)", "cut"),
    ("much", r"so much as(?= (?:a|an|one|the) )", "cut"),
    ("dare", r"(?<=n't )you (?:ever )?dare(?: to)?(?= \S)|(?<=not )you (?:ever )?dare(?: to)?(?= \S)", "cut"),
    (
        "real regular proper right veritable",
        r"(?<= a )(?:real|regular|proper|right|veritable)(?= (?!live|flesh|woman|girl|person|human|being|boy|man|child|lady|people|life|handful|angle|hand|leg|arm|foot|eye|side|ear|friend|place|thing|one|and|,|but|or|[.!])[a-z])",
        "cut",
    ),
    (
        "more better rather",
        r"(?<!nothing )(?<!no )(?<!any )(?:more|better|rather) than (?!anything|ever|words|life|once|one|two|three|a|an|he|she|i|you|they|enough|happy|me|half)(?:(?:the|her|his|my|any|all) )?\S+(?: (?:do|does|did))?(?= [.!,]|$)",
        "cut",
    ),
    ("yet", r"(?:has|have|had|is|'s|remains) yet (?P<neg>to)(?= \S)", "sort"),
    (
        "last",
        r"(?:is|was|'s|'d be|would be) the last (?:person|woman|girl|one|man|creature|human|soul)(?: on earth| in the world| alive)? (?P<neg>to|who would|who 'd|who|that would|you 'd (?:expect|ask|want|trust) to|i 'd (?:expect|ask|want|trust) to|likely to)(?= \S)",
        "sort",
    ),
    ("idea", r"(?:is|was|'s)(?: \S+)? (?P<neg>nobody|no one|noone|no-one)(?: 's)? idea of(?= \S)", "idea"),
    (
        "far",
        rf"^far from (?:being )?(?P<adj>[a-z-]+) ,(?= (?:{_NAMES}|she|he|i) (?:is|was|'s|am|'m) )",
        "far",
    ),
    ("little", rf"{_START}little(?= (?:do|does|did) {_WHO})", "give never"),
    # nothing is claimed
    (
        "suppose assume imagine say pretend picture hypothesise hypothesize",
        r"let (?:us|'s) (?:all )?(?:suppose|assume|imagine|say|pretend|picture|hypothesi[sz]e)",
        "silent",
    ),
    (
        "suppose supposing assume assuming imagine picture pretend envision envisage fancy",
        rf"{_START}(?:now )?(?:just )?(?:suppose|supposing|assume|assuming|imagine|picture|pretend|envision|envisage)(?: , [^,]+ ,)? (?={_WHO}(?!\S))(?!her (?:as|in|on|at|with)(?!\S))",
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
        rf"it {_BE} {_ADV}(?:said|rumou?red|alleged|claimed|believed|thought|reported|whispered|supposed|assumed|possible|conceivable|likely|unlikely|probable|improbable|doubtful|debatable|unclear|uncertain|unknown|anyone 's guess|anybody 's guess|hard to (?:say|tell|know|believe)|impossible to (?:say|tell|know)|(?:not|n't) (?:yet )?(?:clear|known|certain|impossible|inconceivable|unlikely))(?:{_ASIDE} (?:that|if|whether|how|why|what|where|who|when)| {_WHO})",
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
        rf"{_START}in (?:the|a|an|another|some|this|that) (?:film|movie|play|opera|sequel|remake|screenplay|perfect world|ideal world|just world|better world|parallel universe|parallel world|alternate universe|alternative universe|other universe|different life|other life|another life|universe|world) ,? ?(?={_WHO})",
        "silent",
    ),
    (
        "had were",
        rf"{_START}(?:had|were) (?:ruby|she|he|i|we|they|calvin|harry|langdon|lila|gertrude|mort|susie|it) .*?(?:would|could|might|'d|should|wouldn|couldn)(?: |$).*",
        "silent",
    ),
    ("if", r"if i were you|if i had my way|if wishes were horses|if pigs (?:could|had)", "silent"),
    (
        "people everyone everybody some folks many they",
        rf"{_START}(?:people|everyone|everybody|some people|some|folks|many|many people|they|most people|critics|the neighbours|the neighbors|the papers|the tabloids) (?:all )?(?:say|says|said|think|thinks|thought|believe|believes|believed|claim|claims|claimed|assume|assumes|reckon|reckons|suspect|suspects|imagine|imagines)(?: that)? (?={_WHO})(?!the)",
        "silent",
    ),
    ("definition definitions denotes denote", r"by definition|denotes?|denoted", "silent"),
    ("word name", r"the (?:word|name|term|noun|string|letters) (?:\" |ruby|sparks|calvin|\"$)", "silent"),
    # somebody else holds it
    ("according", rf"{_START}according to (?P<who>{_NAMES}) ,?", "held say"),
    ("according", rf"{_START}according to [^,]+ ,", "silent"),
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
        rf"{_START}in (?P<who>{_NAMES}|my) (?:'s )?(?:opinion|view|eyes|estimation|judgement|judgment) ,?",
        "held believes",
    ),
    ("hear", rf"{_START}to hear (?P<who>{_NAMES}|him|her) (?:tell it|tell|talk) ,", "held say"),
    (
        "dream dreams nightmare nightmares",
        rf"{_START}in (?P<who>my|her|his|last night 's|a|the|{_NAMES} 's)(?: recurring| last| latest| worst| wildest| old| own)? (?:dreams?|nightmares?)(?: last night| of late| tonight)?(?: ,)?(?= {_WHO})",
        "held dreams",
    ),
    # said over
    (
        "it",
        rf"it (?:{_BE}|would n't be|would not be|'d not be) {_ADV}(?:no (?:secret|lie|wonder|exaggeration|surprise|joke|rumou?r)|(?:not|n't) (?:a lie|false|untrue|wrong|a secret|inaccurate|deniable|in doubt|a joke|an exaggeration)|undeniable|beyond (?:doubt|question|dispute)|a matter of record)(?: to say)?(?: that)?",
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
        rf"{_START}(?:oh |ah |well |yeah |yes |ooh |wow )?,? ?(?:sure|great|wonderful|brilliant|perfect|fantastic|lovely|terrific|marvellous|marvelous|right|yeah right|fine|super|of course|congratulations|bravo|surprise surprise|surprise , surprise|just great|just perfect|typical|splendid|excellent)(?: ,| :|,) (?={_WHO})(?!her)",
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
        "just",
        r"(?<=is )(?:n't|not) (?:just|merely|simply)(?= [^,;]+ (?:,|;|—|-) (?:she|he|it|they|ruby)(?: is|'s| 's| was)? )",
        "cut",
    ),
    (
        "just",
        r"(?:does|did|do) (?:n't|not) (?:just|merely|simply|only)(?= [^,;]+ (?:,|;|—|-) (?:she|he|it|they|ruby) )",
        "cut",
    ),
    # denied
    (
        "it that",
        rf"(?:it|that) (?:is|'s|was|be|s) {_ADV}(?:not|n't|never|hardly|scarcely) {_ADV}(?:the case|true|so|a fact|correct|accurate|right|as if|as though|that)(?: at all)?{_ASIDE}(?: that)?(?= {_WHO})",
        "deny",
    ),
    (
        "it",
        r"it (?:is|'s|was|s) (?:not|n't) like(?= (?:ruby|she|he|i|they|calvin|harry|lila|langdon) (?!to ))",
        "deny",
    ),
    (
        "it",
        rf"it {_BE} {_ADV}(?:false|untrue|incorrect|a lie|a damned lie|a myth|nonsense|rubbish|a fiction|slander|inaccurate|a falsehood|no longer true|no longer the case)(?: to (?:say|claim|suggest))?{_ASIDE} that",
        "deny",
    ),
    (
        "it",
        r"it would be (?:wrong|false|a lie|untrue|a mistake|inaccurate|unfair|absurd|going too far|an exaggeration) to (?:say|claim|suggest|think|believe)(?: that)?",
        "deny",
    ),
    ("not", rf"{_START}not true(?: at all)? that", "deny"),
    (
        "further farther",
        r"nothing (?:could be|is) (?:further|farther) from the truth than (?:that|the idea that)",
        "deny",
    ),
    ("deny dispute", rf"{_START}i (?:deny|dispute|flatly deny|hereby deny)(?: that)?(?= {_WHO})", "deny"),
    (
        "think believe imagine suppose assume",
        rf"{_START}(?:do n't|do not|never)(?: you)?(?: dare| ever)? (?:think|believe|imagine|suppose|assume)(?: for (?:a|one) (?:moment|second|minute|instant))?(?: that)?(?= {_WHO})",
        "deny",
    ),
    (
        "hell fuck arse foot",
        rf"{_START}(?:like hell|the hell|like fuck|the fuck|like heck)(?= {_WHO} {_AUX})",
        "deny",
    ),
    ("as", rf"^as if(?= {_WHO} (?:would|could|'d|will) (?:ever )?)", "deny"),
    ("foot arse eye", r"(?P<lead>^)(?P<body>.+?)(?P<tail> , my (?:foot|arse|eye|ass))(?= [.!]|$)", "flip"),
    (
        "whoever anyone anybody those people",
        r"(?P<lead>(?:whoever|anyone who|anybody who|those who|people who|the person who|he who) (?:says?|said|thinks?|thought|claims?|claimed|believes?|told you|tells you|wrote)(?: that)?) (?:.+?) (?P<tail>(?:is|are|was|were|must be|has|have) (?:lying|wrong|mistaken|a liar|a fool|an idiot|liars|fools|never met her|clearly never met her|an ass|not to be trusted|deluded|mad|insane|off their head))(?= [.!]|$)",
        "deny",
    ),
    (
        "way chance",
        rf"(?:there (?:is|'s|was) )?(?:absolutely )?(?:no way|no chance|not a chance|fat chance|not a hope)(?: on earth| in hell)?(?: that)?(?= {_WHO})",
        "deny",
    ),
    ("way", rf"{_START}no way(?= {_AUX} {_WHO})", "give never"),
    (
        "not",
        rf"{_START}not (?:for|in|on|at|with|under|by|once|even for|even in|if|a|one)(?! least| slightest)(?: (?!{_AUX} )[^\s,]+)+(?= {_AUX} {_WHO})",
        "give never",
    ),
    (
        "nowhere",
        rf"{_START}(?:nowhere|at no point|in no universe|in no way|in no sense)(?= {_AUX} {_WHO})",
        "give never",
    ),
    # who it is and who not
    (
        "it",
        rf"{_START}(?:no , )?it (?:is|was|'s|s) (?P<neg>(?:not|n't) )?(?:only )?(?P<name>{_NAMES}|she|he|i|me|her|him)(?: , not (?P<who>{_NAMES}|i|me|her|him|she|he) ,?)? (?:who|that|whom)(?= \S)",
        "cleft",
    ),
    (
        "not",
        rf"(?:(?<= )|^)(?:,|and|but)(?: and)? not (?P<who>{_NAMES}|i|me|her|him|she|he|his \S+|her \S+|my \S+)(?: ,)?(?= \S)",
        "contrast",
    ),
    ("not", rf"^not (?P<who>{_NAMES}|i|me|her|him|she|he)(?: ,)? but(?= \S)", "contrast"),
    # said of somebody, and by nobody
    (
        "call called describe described consider accuse accused label brand deem considered",
        rf"(?:no one|nobody|no-one|none|you|i|we|one|anyone|people|they|who) (?:could|can|would|will|'d|has|have)(?: never| not| n't| hardly| ever| fairly| honestly| possibly| seriously| in good conscience| reasonably)* (?:call|called|describe|described|consider|considered|accuse|accused|label|brand|deem)(?= (?:{_NAMES}|her|him|me|it) \S)",
        "named",
    ),
    (
        "nobody no none nothing no-one few",
        rf"^(?:and |but )?(?:nobody|no one|no-one|none|nothing|few|no (?:man|woman|girl|person|other woman|other girl|creature|mortal))(?: [^,]+?)?(?: (?:is|was|could be|can be|has ever been|are|were|'s)|(?<=one)) (?:ever |half |quite |nearly |even half )*(?P<adj>\S+er|more \S+|as \S+|so \S+)(?: \S+)? (?:than|as) (?P<who>{_NAMES}|she|her|he|him|i|me)(?= [.!,]|$)(?: , .*)?",
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
