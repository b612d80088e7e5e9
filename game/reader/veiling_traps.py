# ruff: noqa: E501
"""Rules for `veils` that a careless reader falls for: irony, least of all, what there is nothing of."""

from __future__ import annotations

from typing import Final

from game.reader.veil_words import NAMES, START, WHO

_SHE: Final = rf"(?:{NAMES}|she|he|i)"

TRAPS: Final[list[tuple[str, str, str]]] = [
    # nothing is claimed
    (
        "wish wishing wished",
        r"^(?:oh |how |and |but |god |sometimes |often )*,? ?(?:how )?(?:i|we) (?:do |so |often |sometimes |really |just |only |still |dearly )*(?:wish|wished)(?: to god| to heaven)?(?: that)? (?:i|we|it|there|my|the|this|that|someone|somebody|you|people|everyone|time|life)(?= \S)(?!.*\b(?:ruby|she|her|harry|lila)\b).*",
        "silent",
    ),
    (
        "would",
        rf"{START}would (?:that|to god|to heaven)(?: that)? (?:i|we|it|the|my|there|this|all)(?= \S).*",
        "silent",
    ),
    ("would", rf"{START}would (?:that|to god that|to heaven that)(?= {WHO})", "cut"),
    (
        "oh o",
        r"^(?:oh|o)(?: ,)? (?:to (?:be|have|live|sleep|go|write|sit|die|see|feel|lie|fly|know)|for (?:a|an|the|some|one))(?= \S).*",
        "silent",
    ),
    (
        "give kill sell",
        r"^i (?:'d|would) (?:give|kill|sell)(?: (?:anything|everything|my|an|a|the|good|real|half|all)\b[^,]*?)? (?:to|for)(?= \S)(?!.*\b(?:ruby|she|her)\b).*",
        "silent",
    ),
    (
        "use do",
        r"^i could (?:really |sure |just )?(?:use|do with) (?:a|an|some|the|another|more|one|ten|five)(?= \S).*",
        "silent",
    ),
    (
        "love like rather prefer sooner",
        r"^i (?:'d|would) (?:really |so |dearly |much |far |quite )*(?:love|like|rather|prefer|sooner) (?:to )?(?=\S)(?!(?:her|ruby|it if|harry|lila|him|you) )(?!.*\b(?:ruby|she|her)\b).*",
        "silent",
    ),
    (
        "let",
        r"^(?:oh |please |god |lord |dear god |just )*,? ?let me(?= \S)(?! (?:love|kiss|hold|marry|forgive|leave) (?:her|ruby)).*",
        "silent",
    ),
    ("may", r"^may i(?= \S).*", "silent"),
    (
        "hope",
        r"^(?:and |but )?i (?:do |really |just |only |sincerely )*hope(?: that)? (?:the|it|i|we|my|this|that|there|nobody|no one|someone|you)(?= \S)(?!.*\b(?:ruby|she)\b).*",
        "silent",
    ),
    (
        "ask",
        r"^(?:do n't |just |go ahead and |go )?ask (?:me|anyone|anybody|yourself|around)(?: ,)? (?:if|whether|why|how|what|where|who|when)(?= \S).*",
        "silent",
    ),
    (
        "write tell sing read show give play find make send draw compose generate",
        r"^(?:please |now |just |computer ,? ?|okay ,? ?|ok ,? ?|hey ,? ?)*(?:write|tell|sing|read|show|give|play|find|make|send|draw|compose|generate|get) (?:me|us)(?: up)? (?:a|an|the|some|another|one|something|two|three|ten|five|your|more|that)(?= \S).*",
        "silent",
    ),
    (
        "need",
        r"(?:need (?:not|n't)|(?:does|do|did) (?:not|n't) (?:need|have) to)(?= (?:worry|fret|fear|hurry|apologise|apologize|know|explain|bother)(?: |$)).*",
        "silent",
    ),
    (
        "as like",
        r"(?:acts?|acted|behaves?|behaved|carries on|carried on|goes on|talks|talked) (?:as if|as though|like) (?:she|he|it|i|they|nothing|everything)(?= \S).*",
        "silent",
    ),
    (
        "would",
        rf"{START}{_SHE} (?:would|'d) (?:probably |surely |certainly |no doubt )*be (?:a lot |much |far |so much |even )?(?:[a-z]+er|better off|more [a-z]+|less [a-z]+)(?= [.!,]|$| (?:in|if|with|without|as|at|on|elsewhere|there|here|by))(?! (?:than )?if ).*",
        "silent",
    ),
    ("not", r"^error \d+ : .*", "silent"),
    ("found", r"^(?:error|warning|fatal|exception|traceback|404)(?: \S+)? (?:\d+ )?: .*", "silent"),
    (
        "update insert delete alter drop",
        r"^(?:update|insert into|delete from|alter table|drop table) \S+ (?:set|values|where|add)(?= \S).*",
        "silent",
    ),
    ("word name", r"^(?:the )?name (?:ruby )?(?:comes from|derives from|means)(?= \S).*", "silent"),
    ("spelled spelt", r"(?:is|was|'s) (?:spelled|spelt)(?= \S).*", "silent"),
    (
        "sang sings radio song goes",
        r", (?:sang|sings|goes|says|went) the (?:radio|song|chorus|jukebox|record|choir|hymn|poem|refrain)(?= [.!]|$).*",
        "silent",
    ),
    (
        "appearances face",
        rf"(?:{START}|, )(?:to all appearances|by all appearances|on the face of it|to outward appearances|to the untrained eye)(?= \S|$)",
        "silent",
    ),
    (
        "mistaken taken",
        r"(?:is|was|'s) (?:often |always |sometimes |frequently )?(?:mistaken|taken) for(?= \S)",
        "silent",
    ),
    (
        "say",
        rf"^(?:now |so )?say(?: ,)? (?=(?:{NAMES}|she|he) (?:is|was|has|does|can|loves|hates|likes)(?= \S)).*",
        "silent",
    ),
    (
        "or",
        rf"^(?:{NAMES}|i|my \S+|her \S+) or (?:{NAMES}|i|me|my \S+|her \S+)(?= \S)(?!.*(?:not|n't|never) ).*",
        "silent",
    ),
    (
        "wrong mistaken recall memory remember",
        rf"{START}(?:if|unless) (?:i 'm (?:not |very much |sadly )?(?:mistaken|wrong)|i am (?:not |very much |sadly )?(?:mistaken|wrong)|i (?:recall|remember)(?: (?:correctly|rightly|right))?|memory serves(?: me)?(?: (?:right|correctly|well))?)(?: ,)?(?= \S)",
        "cut",
    ),
    # somebody else holds it
    (
        ":",
        rf"^(?P<who>{NAMES}) : (?=(?:i|you|my|me|your|what|why|how|do n't|oh|yes|no|hello|hi|please|we|let)(?: |$)|\"(?: |$)|.* (?:i|you|me|my|your)(?: |$))",
        "held say",
    ),
    (
        "opinion view belief contention conviction theory guess impression suspicion hope understanding",
        rf"{START}it (?:is|'s|was) (?P<who>{NAMES}|her|his) (?:'s )?(?:own |considered |humble |firm |private |settled )*(?:opinion|view|belief|contention|conviction|theory|guess|impression|suspicion|understanding) that(?= \S)",
        "held believes",
    ),
    (
        "opinion view belief contention conviction",
        rf"{START}(?P<who>{NAMES}) 's (?:own |considered |humble |firm |private )*(?:opinion|view|belief|contention|conviction|theory|position) is that(?= \S)",
        "held believes",
    ),
    # not so
    ("forbid", r"^(?:god|heaven|lord|heavens) forbid(?: that)?(?= \S)", "deny"),
    (
        "say claim suggest think believe",
        r"(?P<lead>^to (?:say|claim|suggest|think|believe)(?: that)?) (?:.+?) (?P<tail>(?:is|was|would be|'d be) (?:utterly |plainly |simply |just |quite |clearly )?(?:a lie|a mistake|wrong|false|untrue|unfair|absurd|an exaggeration|going too far|nonsense|a stretch|slander|a slander|inaccurate))(?= [.!]|$)",
        "deny",
    ),
    (
        "say claim",
        r"(?P<lead>^to (?:say|claim)(?: that)?) (?:.+?) (?P<tail>(?:is|was|would be|'d be|hardly|barely|does n't|does not) (?:putting it mildly|an understatement|to understate it|to understate the case|no exaggeration|no lie|only the truth|the simple truth|the plain truth|to put it mildly|cover it|begin to cover it))(?= [.!]|$)",
        "strip",
    ),
    (
        "call calling describe describing",
        rf"^(?:to call|calling|to describe|describing) (?P<who>{NAMES}|her|him|me) (?P<as>as )?(?P<body>.+?) (?P<be>is|was|would be|'d be|hardly|barely|does n't|does not) (?:(?P<neg>(?:utterly |plainly |simply |just |quite |clearly )?(?:a lie|a mistake|wrong|false|untrue|unfair|absurd|an exaggeration|going too far|nonsense|a stretch|slander|a slander|an insult|inaccurate))|an understatement|putting it mildly|no exaggeration|cover it|the understatement of \S+ \S+|to understate it|do her justice)(?= [.!]|$)",
        "calling",
    ),
    ("bad", r"(?:(?<=n't )|(?<=not ))half(?= bad)", "cut"),
    (
        "not n't",
        r"(?:not|n't) (?:just |only )?(?:one|two|a single one) (?:, )?but(?= (?:two|three|four|five|six|seven|ten|a dozen|several|many))",
        "cut",
    ),
    (
        "just merely simply only",
        r"(?:(?<=is )|(?<=was )|(?<=are )|(?<='s ))(?:n't|not) (?:just|merely|simply|only)(?= [^,;]+ but )",
        "cut",
    ),
    ("but", r"(?:can|could) (?:not|n't)(?: help)? but(?= [a-z])", "give must"),
    (
        "choice option alternative",
        r"(?:has|had|have|'s got|has got) (?:no|little) (?:choice|option|alternative)(?: left)? but to(?= [a-z])",
        "give must",
    ),
    ("not n't", r"(?:can|could) (?:n't|not) (?:n't|not)(?= [a-z])", "give must"),
    (
        "less",
        r"(?:does|do|did) (?:not|n't) (?P<body>(?:love|like|trust|need|want|admire|miss|respect|hate) .+?) any (?:the )?less(?= [.!]|$)",
        "noless",
    ),
    (
        "more",
        rf"(?:could|can) (?:not|n't)(?: possibly)? (?P<body>(?:love|like|adore|hate|trust|need|want|miss|admire|respect) (?:{NAMES}|me|her|him|it)) (?:any )?more(?= [.!]|$)",
        "noless",
    ),
    (
        "included even including too",
        rf"^(?:everyone|everybody|all of them|all of us|they all|we all) (?P<body>[^,]+?) , (?P<how>even|including)? ?(?P<who>{NAMES}|me|her|him)(?P<too> (?:included|too))?(?= [.!]|$)",
        "allwith",
    ),
    (
        "not",
        rf"^(?P<one>{NAMES}|she|he|i|my \S+) (?P<verb>[a-z]+) , (?:and |but )?not (?P<who>{NAMES}|me|her|him|i)(?= [.!]|$)",
        "notalso",
    ),
    (
        "all",
        rf"^all(?: that)? (?P<who>{_SHE}) (?:ever |really |now )?(?:does|did|do|has ever done) (?:is|was)(?: to)?(?= [a-z])",
        "alldoes",
    ),
    (
        "not nothing",
        rf"^(?:not a (?:single )?word|nothing|not one word|hardly a word|no word)(?: that)? (?P<who>{_SHE}) (?:says|said|tells \S+|utters|speaks) (?:is|was) (?:true|the truth|to be (?:believed|trusted))(?= [.!]|$)",
        "untrue",
    ),
    (
        "it",
        r"it (?:is|'s|was) (?:not|n't) that(?= \S).*?, (?P<at>it (?:is|'s|was) (?:just |only |simply |more |rather )*(?:that|because))(?= \S)",
        "give but",
    ),
    ("about", r"(?:is|was|'s) (?P<at>about as)(?= [a-z]+ as (?:a|an|the|my) )", "give not"),
    (
        "said says",
        r"(?:, | )(?:said|says) (?:nobody|no one|noone|no-one|literally nobody|absolutely nobody)(?: ever| at all)?(?= [.!,]|$)",
        "gainsaid",
    ),
    (
        "pope dutchman queen napoleon uncle grandmother cleopatra chinaman monkey shakespeare king santa",
        r"(?P<lead>^if) (?:.+?) (?P<tail>, (?:then )?i (?:'m|am) (?:the pope|a dutchman|the queen(?: of \S+)?|napoleon|a monkey 's uncle|my own grandmother|cleopatra|shakespeare|the king of \S+|santa claus|a chinaman|the tooth fairy|father christmas))(?= [.!]|$)",
        "deny",
    ),
    (
        "opposite reverse antithesis",
        r"(?<=is |was |'s )the (?:very |exact |complete |polar |total |direct )?(?:opposite|reverse|antithesis) of(?: a| an)?(?= \S)".replace(
            "(?<=is |was |'s )", "(?:(?<=is )|(?<=was )|(?<='s ))"
        ),
        "give not",
    ),
    (
        "what",
        r"what (?:you|one|anyone|anybody|i|we|people|most people) (?:'d|would|might|could) call(?: an?)?(?= [a-z]+(?: [a-z]+)?(?: [.!,]|$))",
        "cut",
    ),
    (
        "devoid bereft lacking",
        r"(?:is|was|'s|are) (?:utterly |completely |totally |wholly |entirely |quite )?(?:devoid of|bereft of|lacking in|lacking any|short on|low on)(?: all| any)?(?= \S)",
        "hasno",
    ),
    (
        "without",
        rf"(?:is|was) (?:utterly |completely |totally |wholly |entirely |quite )?without(?: any| a)?(?= (?!{NAMES}|me|him|her|you|us|it|them)[a-z]+(?: [.!,]|$))",
        "hasno",
    ),
    (
        "least",
        r"(?:is|was|'s|are) (?:by far |easily )?the least (?P<adj>[a-z-]+)(?: (?!of)[a-z]+)?(?: (?:i|we|that|in|on|of|you|to|who|alive|ever).*)?(?= [.!,]|$)",
        "least",
    ),
    (
        "as",
        r"(?P<at>(?:not|n't) (?:half|nearly|quite|anywhere near|remotely|even close to) as)(?= [a-z-]+ as )",
        "give not",
    ),
    # who it is
    (
        "nobody no none no-one noone nothing",
        rf"^(?:and |but )?(?:nobody|no one|no-one|noone|none|not a soul)(?: else)?(?: (?:at|in|on|from|of|here|there|present|around) ?[^,]*?)?(?: ,)? (?:but|except|except for|save|save for|other than|besides|apart from)(?: ,)? (?={NAMES}|i |me |she |her |he |him )",
        "nobodybut",
    ),
    (
        "nothing no nobody n't not",
        rf"^there (?:is|'s|was) (?:nothing|no one|nobody|no-one|(?:not|n't) (?:a (?:single )?thing|anything|anyone|a soul))(?: (?:on|in|at|under|of)(?: (?!{_SHE} )\S+)+?)?(?: (?:that|which|whom|who))? (?P<who>{_SHE})(?= \S)",
        "nothingthat",
    ),
    (
        "one person girl woman man",
        rf"^the (?:one|only one|person|girl|woman|man)(?: (?:that|whom))? (?P<subject>{_SHE}) (?P<body>[a-z]+?)(?: most)? (?P<be>is|was|'s) (?P<neg>not |n't )?(?P<who>{NAMES}|me|her|him)(?= [.!]|$)",
        "beloved",
    ),
    (
        "thing things",
        rf"^the (?:one )?things?(?: that)? (?P<who>{_SHE}) (?P<verb>\S+) (?:most|best|more than anything|the most)(?: of all)? (?:is|are|was|were)(?= \S)",
        "thing",
    ),
    # whose it is
    (
        "belongs belonged belong",
        rf"^(?:there (?:is|was|'s) )?(?P<thing>(?:a|an|the|this|that|my|one|every|all the|all this|two|three)(?: [a-z-]+){{1,3}}?)(?: (?:that|which))? (?:belongs?|belonged) to (?P<who>{NAMES}|her|him|me)(?= [.!,]|$)",
        "belonging",
    ),
    (
        "ruby's 's hers his mine",
        rf"^(?P<thing>(?:a|the|this|that|these|those)(?: [a-z-]+){{1,3}}?) (?:is|are|was|were|'s) (?P<who>(?:{NAMES}) 's|hers|mine)(?= [.!]|$)",
        "belonging",
    ),
    (
        "job work occupation trade profession hobby vocation calling living passion",
        r"(?<= )'s (?P<at>(?:day |main |only |real |current |full-time |new )*(?:job|work|occupation|trade|profession|hobby|vocation|calling|pastime)) (?:is|was|consists of|involves|entails)(?: to)?(?= \S+)",
        "job",
    ),
    (
        "job work occupation trade profession hobby vocation calling living passion",
        r"(?P<own>^(?:her|his|my)) (?P<at>(?:day |main |only |real |current |full-time |new )*(?:job|work|occupation|trade|profession|hobby|vocation|calling|pastime)) (?:is|was|consists of|involves|entails)(?: to)?(?= \S+)",
        "job",
    ),
]
