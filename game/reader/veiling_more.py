# ruff: noqa: E501
"""More rules for `veils`, tried first: the turns of phrase that came later."""

from __future__ import annotations

from typing import Final

from game.reader.veil_words import NAMES, START, WHO

MORE: Final[list[tuple[str, str, str]]] = [
    (
        "as",
        r", as (?:she|he|i|ruby|calvin) (?:always |never |ever |once )?(?:has|had|have|is|was|does|did|do|will|would|used to|must|should)(?: been| done)?(?= [.!,;]|$)",
        "cut",
    ),
    (
        "as",
        r", as (?:the|a|an|some|most) [a-z]+(?: [a-z]+)? (?:does|do|did|will|must|would)(?= [.!,;]|$)",
        "cut",
    ),
    (
        "as way",
        r"^(?:ruby|she|he) (?:is|was|'s) (?:just |exactly )?(?:as|the way) (?:she|he) (?:was|is|were|used to be|had been|has been)(?: before)?(?= [.!]|$)",
        "silent",
    ),
    (
        "just only simply",
        r"(?<= )(?:just|only|simply) (?:ruby|herself) ,(?= [a-z]+ or [a-z]+ or )",
        "cut",
    ),
    (
        "however whatever whichever",
        r"(?:, )?or (?:however|whatever|whichever) (?:else )?(?:she|he|ruby|i) (?:feels|felt|likes|liked|is|was|wants|wanted|pleases|pleased|happens to be|happens to feel)(?= [.!,;]|$)",
        "cut",
    ),
    (
        "reason",
        r"(?:, )?for no (?:good |real |apparent |particular )?reason (?:that |which )?(?:she|he|i|ruby|calvin|anyone|anybody) (?:could|can|knew|knows)(?: give| name| say| see| think of)?(?: ,)?(?= \S)",
        "cut",
    ),
    (
        "think guess suppose reckon",
        r"(?<=[a-z] )(?<!what )(?<!than )(?<!as )(?<!that )(?<!so )(?<!more )i (?:think|guess|suppose|reckon)(?= [.!,;]|$)",
        "cut",
    ),
    (
        "day night moment minute hour morning evening afternoon week year",
        r"(?:cries|cried|weeps|wept|laughs|laughed|smiles|smiled|sings|sang|dances|danced|screams|screamed|faints|fainted|dies|died|sleeps|slept|quits|moves|moved) (?P<at>(?:on )?the (?:very )?(?:day|night|moment|minute|hour|morning|evening|afternoon|week|year) (?:that |when )?(?:she|he|i|they|we|ruby|calvin|her|his|my|their|the) [^,.!;]+?)(?= [.!,;]|$)",
        "snip",
    ),
    ("much", r"(?:did|does|do) (?:n't|not) so much(?= \S)", "cut"),
    (
        "man dude bro buddy pal folks guys mate sir boss ladies",
        r", (?:man|dude|bro|buddy|pal|folks|guys|mate|sir|boss|ladies and gentlemen)(?= [.!]|$)",
        "cut",
    ),
    ("know", r", i (?:'d|'ll|would|will) have you know ,", "cut"),
    (
        "make makes made",
        rf"^(?:nothing|nobody|no one|you) (?:(?:that )?(?:i|he|she|calvin|anyone|anybody) (?:ever )?(?:says?|said|does?|did|do|types?|typed|writes?|wrote|tries|try|tried) )?(?:(?:can|could|will|would|ever|'ll)(?: never| not| n't| ever)* |(?:has|have|had)(?: ever| yet)? )?(?:make|makes|made)(?= (?:{NAMES}|her|him) (?!\S+er |more |feel \S+er))",
        "named",
    ),
    ("let", r"^let (?:no one|nobody|nothing)(?= \S).*", "silent"),
    ("included excepted aside", rf", (?:{NAMES}|her|him|me) (?:included|excepted|aside|apart)(?: ,)?", "cut"),
    ("compared", rf"{START}compared (?:to|with) [^,]+ ,(?= \S)", "cut"),
    (
        "love loves loved like likes liked hate hates hated adore adores adored despise despises loathe loathes detest detests enjoy enjoys",
        rf"^(?P<thing>(?:the |his |my |her )?[a-z]+) (?P<who>{NAMES}|she|he|i) (?:[a-z]+ly )?(?:loves?|loved|likes?|liked|hates?|hated|adores?|adored|despises?|loathes?|detests?|enjoys?)(?= [.!]|$)",
        "fronted",
    ),
    (
        "put",
        rf"{START}as (?P<who>{NAMES}|she|he) (?:once )?(?:put|puts|says|said|likes to say|would say|would have)(?: it)? ,",
        "held say",
    ),
    ("words", rf"{START}in (?P<who>{NAMES}) 's (?:own )?words ,", "held say"),
    ("not", r"\( not \)|\( not really \)", "gainsaid"),
    ("that", r"(?<=n't )that(?= (?:into|keen|fond|[a-z]+(?: [.!]|$)))", "cut"),
    (
        "there",
        rf"^there (?:is|'s|was) (?:n't |not )?(?:no one|nobody|no-one|no \S+|a|an)(?: on earth| in the world)? (?P<adj>\S+er|more \S+|as \S+)(?: \S+)? (?:than|as) (?P<who>{NAMES}|her|him|me|she|he|i)(?= [.!]|$)",
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
        rf"^(?:{NAMES}|she|he|i) (?P<at>no)(?= (?:like|want|know|love|speak|have|eat|sleep|drink|care|understand|cry|go|come|talk|swim|cook|dance|sing|work) ?)",
        "give not",
    ),
    ("not", rf"^(?P<who>{NAMES}|she|he|i)(?= not [a-z-]+(?: [.!]|$))", "given is"),
    ("thing", rf"^the (?:only|one) thing(?: that)?(?= {WHO} \S+ (?:is|was) )", "give all"),
    ("most best", r"(?<=s )(?:most|best)(?= (?:is|was|of all) )", "cut"),
    (
        "one person",
        r"(?:is|was|'s|s)(?P<neg> not| n't| never)? the (?:only )?(?:one|person) (?:who|that)(?= \S)",
        "sort",
    ),
    (
        "the",
        rf"^the (?P<noun>[a-z]+) (?:is|was|'s) (?P<neg>not |n't )?(?P<who>{NAMES})(?= [.!]|$)",
        "inverse",
    ),
    (
        "one person girl woman man culprit",
        rf"^the (?:one|person|girl|woman|man|culprit|only one) (?P<rest>who|that) (?P<body>.+?) (?P<be>is|was|'s) (?P<neg>not |n't )?(?P<who>{NAMES}|me|her|him)(?= [.!]|$)",
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
    ("better", r"(?:had|'d) better (?:not )?(?=[a-z]+)(?!luck|days|things|times|ideas|than)", "silent"),
    ("theory paper principle", rf"{START}(?:in theory|on paper|in principle) ,", "silent"),
    ("whether", r"^(?:and |but )?whether (?:or not )?[^,]+ ,(?= \S)", "cut"),
    ("say", rf"{START}say (?={WHO} (?:were|had) )", "silent"),
    ("swear sworn", r"i could (?:have |'ve )?(?:swear|sworn|almost swear)", "silent"),
    (
        "told hear heard gather",
        rf"{START}i (?:am told|'m told|was told|have been told|hear|gather|have heard|'ve heard)(?: that)?(?= {WHO} (?!sing|laugh|cry|weep|say|talk|shout|scream|singing|laughing|crying))",
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
        rf"^(?:thank you(?: so much| very much)?|thanks|happy \S+|good (?:morning|night|evening|afternoon|day|luck|grief)|hello|hi|goodbye|farewell|merry christmas|congratulations|cheers|welcome(?: back| home)?) ,? ?(?:dear |my )?(?:{NAMES}|love|darling)(?= [.!]|$).*",
        "silent",
    ),
    ("tell", r"i (?:can|could) (?:not|n't) (?:tell|say) (?:if|whether|why|how|what|where)", "silent"),
    ("like", r", like ,(?= \S)", "cut"),
    (
        "if",
        r"(?<=[a-z] )(?:, )?(?P<at>if)(?= (?:a little |a bit |slightly |somewhat |rather |perhaps |occasionally |at times )?(?!possible|necessary|needed|drunk|hungry|alone|tired|angry|sad|late|happy|true|so|not|anything|any|ever|only|you|she|he|it|i|pressed|lonely|bored)[a-z-]+(?: [.!]|$))",
        "concede",
    ),
    ("either", rf"{START}either (?={WHO}(?!\S)).* or (?={WHO} )", "silent"),
    (
        "make give must pull spare come who so what tell",
        r"(?:do n't|do not) make me laugh|give me a break|you must be joking|you 've got to be kidding|pull the other one|spare me|come off it|tell me another|what a joke|who cares|so what",
        "silent",
    ),
    (
        "ladies dear your folks kids children friends comrades gentlemen reader readers sir madam members",
        rf"{START}(?:ladies and gentlemen(?: of the jury)?|gentlemen|ladies|dear readers?|reader|your honou?r|m'lud|folks|kids|children|my friends|friends|comrades|guys|dear diary|members of the jury|sir|madam|class) ,",
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
        rf"^(?:oh |ah |god |and |but )?(?:, )?how (?=(?:{NAMES}|she|he|i|my girl|the girl) (?!is |was |does |did |do |can |could |would |will |has |had |'s ))",
        "cut",
    ),
    (
        "how",
        rf"^(?:oh |ah |god |and |but )?(?:, )?how (?:very |terribly |utterly )?(?P<adj>[a-z-]+) (?P<who>{NAMES}|she|he|i) (?:is|was|'s|looks|feels|seems|am|has become|looked|felt)(?= [.!]|$)",
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
        rf"^far from (?:being )?(?P<adj>[a-z-]+) ,(?= (?:{NAMES}|she|he|i) (?:is|was|'s|am|'m) )",
        "far",
    ),
    ("little", rf"{START}little(?= (?:do|does|did) {WHO})", "give never"),
]
