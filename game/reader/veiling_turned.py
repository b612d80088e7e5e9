# ruff: noqa: E501
"""Rules for `veils` about what is said the long way round: passives, verdicts, and words that hold a statement up."""

from __future__ import annotations

from typing import Final

from game.reader.veil_words import NAMES, START, WHO

_SHE: Final = rf"(?:{NAMES}|she|he|i)"
_HER: Final = rf"(?:{NAMES}|her|him|me)"
_DEED: Final = (
    r"(?:hit|kissed|bitten|fired|hired|beaten|slapped|robbed|saved|rescued|painted|drawn|photographed|arrested|"
    r"chased|followed|watched|taught|tricked|fooled|punched|kicked|stabbed|shot|poisoned|fed|bathed|carried|caught|"
    r"invited|interrupted|interviewed|sued|nursed|raised|dumped|jilted|murdered|killed|cheated|insulted|ignored|"
    r"tickled|hugged|lifted|dropped|sacked|outwitted|sketched|served|driven|dressed|tied|thrown|trained|woken)"
)

TURNED: Final[list[tuple[str, str, str]]] = [
    (
        "man dude mate pal bro buddy folks guys friend dear sir madam darling honey sweetheart officer ladies gentlemen",
        r", (?:man|dude|mate|pal|bro|buddy|folks|guys|my friends?|my dear|sir|madam|darling|honey|sweetheart|officer|ladies|gentlemen)(?= [.!]|$)",
        "cut",
    ),
    ("have", r", i (?:'d|would) have you (?:know|understand)(?: ,)?", "cut"),
    (
        "whoever",
        rf"^whoever (?P<body>[^,]+) , it (?:is|was|'s|could)(?P<neg> not| n't| never)?(?: have been| be)? (?P<who>{_HER})(?= [.!]|$)",
        "whoever",
    ),
    (
        "least",
        rf"^(?:nobody|no one|no-one|none of us|none of them) , least of all (?P<who>{_HER}) ,(?= [a-z])",
        "leastofall",
    ),
    ("least most", r", (?:least|most|especially|particularly) of all [^,.]+(?= [.!,]|$)", "cut"),
    ("either", r"(?:is|was|'s|are) either \S+(?: \S+){0,3} or(?= \S)", "silent"),
    (
        "a",
        r"(?:is|was|'s|am|'m|are) (?P<at>(?:not|n't) a little)(?= (?!bit|girl|boy|woman|man|child|thing|of)[a-z]+(?: [.!,]|$))",
        "give very",
    ),
    ("more", r"(?P<at>more than a (?:little|bit|trifle))(?= [a-z])", "give very"),
    ("bit", r"(?:is|was|'s|am|'m|are) (?P<at>(?:just )?a (?:little )?bit of)(?= an? )", "give slightly"),
    ("something", r"(?:(?<=is )|(?<=was )|(?<='s ))something of(?= an? )", "cut"),
    (
        "could",
        r"so [a-z]+ (?P<at>(?:that )?(?:she|he|i) could (?:cry|scream|die|sleep|eat|spit|burst|weep|sing|dance|faint|drop|kiss|kill|murder|hardly|barely|scarcely)[^.,]*)(?= [.!,]|$)",
        "snip",
    ),
    (
        "much",
        rf"(?<=[a-z] )(?:almost |nearly |quite )?as much as (?!{NAMES}|i |me|she|he|her|him|you|ever|anyone|possible|anything)[a-z]+(?= [.!]|$)",
        "cut",
    ),
    (
        "neither",
        rf"^neither (?:[^,.]+?) nor (?:[^,.]+?) (?:could|can|will|would|did|ever|has ever|had ever) (?:ever )?(?:make|made|get|got|induce|persuade|force|move|bring|cause|convince|compel|tempt) (?P<who>{_HER})(?: to)?(?= [a-z])",
        "unmoved",
    ),
    (
        "nothing nobody no",
        rf"^(?:nothing|nobody|no one|no-one|no \S+|no \S+ \S+)(?: [^,.]+?)? (?:could|can|will|would|ever|has ever|had ever|'ll) (?:ever )?(?:make|made|get|got|induce|persuade|force|move|convince|compel|tempt) (?P<who>{_HER})(?: to)?(?= [a-z])(?! (?:happy|sad|angry|feel|more|less|as|so)(?: |$))",
        "unmoved",
    ),
    ("so", r"(?:not|n't) \S+(?: \S+)? (?P<at>so much as)(?= \S)", "give but"),
    ("so", r"(?:(?<=never )|(?<=n't )|(?<=not )|(?<=without ))so much as(?= [a-z])", "cut"),
    (
        "or",
        r"^(?:and |but )?(?:drunk|sober|rich|poor|tired|sick|ill|awake|asleep|happy|sad|right|wrong|hungry|young|old|early|late|invited|married|wet|dry|ready|willing|alive|dead) or (?:not|drunk|sober|rich|poor|tired|sick|ill|well|awake|asleep|happy|sad|right|wrong|young|old|single|wet|dry|dead|alive) ,(?= \S)",
        "cut",
    ),
    (
        "come rain",
        r"(?:^|, )(?:come )?(?:rain or shine|hell or high water|wet or fine|day or night|win or lose|sink or swim)(?: ,)?(?= [.!]|$| \S)",
        "cut",
    ),
    (
        "not n't",
        r"^it (?:is|'s|was) (?:not|n't) (?:so much )?what (?:[^,]+) , it (?:is|'s|was) (?:how|what|the way|who|where|why|when)(?= \S).*",
        "silent",
    ),
    ("if", r", if (?:ever|at all|anything|any)(?: ,)?(?= \S)", "cut"),
    (
        "no",
        rf"{START}(?:at no point|in no universe|in no way|in no sense|in no world|on no planet|at no time|in no circumstances)(?= (?:would|will|does|did|do|is|was|are|has|had|have|can|could) {WHO})",
        "give never",
    ),
    (
        "trust count rely depend leave",
        rf"^(?:you can |one can |we can )?(?:always )?(?:trust|count on|rely on|depend on|leave it to|bank on) (?P<who>{_HER}) to(?= [a-z])",
        "trusted",
    ),
    (
        "nothing nowhere",
        r"(?P<at>nothing like as|nowhere near as|not remotely as|nowhere near so|nothing like so)(?= [a-z-]+ as )",
        "give not",
    ),
    ("every", r"every bit(?= as [a-z]+ as )", "cut"),
    ("almost nearly", r"(?:almost|nearly)(?= as much as )", "cut"),
    ("granted", r"^granted ,(?= \S)", "cut"),
    ("contrary", r"^contrary to [^,]+ ,(?= \S)", "cut"),
    (
        "have",
        rf"^(?P<who>{NAMES}) would have (?:you|us|me|everyone|people|the world) (?:believe|think)(?: that)?(?= \S)",
        "held say",
    ),
    (
        "only",
        r"^only (?:a|an|the) (?:complete |total |perfect |blind |damned |real |true )?(?:fool|idiot|madman|lunatic|moron|stranger|liar|child|blind man|cynic|enemy|imbecile|halfwit|ignoramus)(?:s)? (?:would|could) (?:ever )?(?:say|claim|think|believe|suggest|imagine|suppose|tell you)(?: that)?(?= \S)",
        "deny",
    ),
    (
        "only",
        rf"^only (?:a|an|the) (?:complete |total |blind |damned )?(?:fool|idiot|madman|lunatic|moron|stranger|liar|child|cynic|enemy|imbecile|halfwit) (?P<neg>would|could) (?:ever )?(?:call|describe|consider|accuse)(?= (?:{NAMES}|her|him|me) \S)",
        "calledby",
    ),
    (
        "only",
        r"^only (?:a|an|the) (?:complete |total |blind |damned )?(?:fool|idiot|madman|lunatic|moron|stranger|liar|child|cynic|enemy) (?:would|could) (?:ever )?(?:deny|doubt|dispute)(?: that)?(?= \S)",
        "cut",
    ),
    (
        "day",
        rf"^the day (?:that )?(?P<who>{_SHE}) .+? , (?:i 'll eat my (?:hat|shoes|typewriter|words)|pigs (?:will|'ll) fly|hell (?:will|'ll) freeze over|i 'm the pope).*",
        "silent",
    ),
    (
        "rumour rumor rumours rumors gossip whispers talk said rumoured",
        r"^(?:i|we) (?:'ve |have )?(?:once )?heard (?:a |the |some )?(?:rumou?rs?|gossip|talk|whispers|stories|tales|it said|it rumou?red|tell)(?: that| of| about)?(?= \S).*",
        "silent",
    ),
    (
        "could might may",
        rf"^(?:perhaps |maybe |or |and )?(?:i|we) (?:could|might|may)(?: always| just| well| even| yet| also)* (?:make|give|let|turn|write|have|kill|send|call|name|marry|dress|put|teach|move|bring|set|take) (?:{NAMES}|her|him)(?= |$).*",
        "silent",
    ),
    # words that only hold up what is said
    (
        "give grant",
        rf", i (?:'ll|will|must|have to|can) (?:give|grant|say|allow) {_HER} that(?: much)?(?= [.!,]|$)",
        "cut",
    ),
    (
        "say",
        rf"^i (?:'ll|will|must|can|have to) say (?:this|that|one thing|this much) (?:for|about|of) {_HER} (?::|,)(?= \S)",
        "cut",
    ),
    (
        "tell see hear",
        r"^(?:you|anyone|anybody|one|we|everyone|everybody) (?:can|could) (?:always |easily |just |plainly )?(?:tell|see|hear)(?: that)?(?= \S)(?= (?:ruby|she|he|harry|lila|langdon|calvin) )",
        "cut",
    ),
    (
        "remember mind forget know",
        rf"^(?:please |always |just )?(?:remember|bear in mind|keep in mind|never forget|do n't forget|do not forget|you should know|you ought to know|you must know|you may as well know|know|know this)(?: ,| :)? that(?= {WHO})",
        "cut",
    ),
    ("known", r"^be it known(?: to all)?(?: men)?(?: ,| :)?(?: that)?(?= \S)", "cut"),
    (
        "decreed declared ordained resolved agreed ordered ruled settled official",
        r"^it (?:is|'s|was|has been) (?:hereby |now |officially |solemnly )?(?:decreed|declared|ordained|resolved|ordered|ruled|official|settled)(?: that| :)(?= \S)",
        "cut",
    ),
    (
        "write type decree dictate ordain rule command proclaim",
        r"^(?:here |now |and |so |today )?i (?:hereby |now |here |solemnly )?(?:write|type|decree|dictate|ordain|rule|command|proclaim)(?: here| now| down| this)?(?: that| :| ,)(?= \S)",
        "cut",
    ),
    (
        "what",
        r"^what (?:bothers|annoys|irritates|saddens|worries|pleases|delights|amuses|hurts|kills|upsets|surprises|strikes|troubles|frightens|scares|gets) (?:me|us|everyone|people)(?: most| about \S+)? (?:is|was) (?:that|how)(?= \S)",
        "cut",
    ),
    (
        "shame pity wonder miracle blessing comfort relief tragedy disgrace scandal odd strange funny sad curious lucky",
        r"^(?:it (?:is|'s|was) )?(?:such |quite )?(?:a |an )?(?:great |crying |terrible |real |small )?(?:shame|pity|wonder|miracle|blessing|comfort|relief|tragedy|disgrace|scandal|odd|strange|funny|sad|curious|lucky)(?: ,)? (?:that|how)(?= (?:ruby|she|he|harry|lila|langdon|calvin) )",
        "cut",
    ),
    (
        "bothers annoys irritates saddens worries pleases delights amuses hurts upsets surprises regret",
        r"^(?:it (?:really |still |always |deeply )?(?:bothers|annoys|irritates|saddens|worries|pleases|delights|amuses|hurts|upsets|surprises) me|i (?:deeply |bitterly )?regret) (?P<at>that)(?= (?:ruby|she|he|harry|lila|langdon) )",
        "give but",
    ),
    (
        "declare pronounce proclaim name dub crown render",
        rf"^i (?:now |hereby |solemnly |officially |do )*(?:declare|pronounce|proclaim|name|dub|crown|render) (?P<who>{_HER})(?: to be)?(?= \S+)(?! (?:that|after) )",
        "pronounced",
    ),
    # said backwards
    (
        "by",
        rf"^(?P<thing>(?:the|a|an|this|that|these|those|my|his|her|our|every|all the|(?:{NAMES}) 's)(?: (?!by )[a-z-]+){{1,4}}?) (?P<be>is|was|are|were|got|gets|has been|had been|have been)(?: (?:always|often|later|then|once|[a-z]+ly))? (?P<verb>[a-z]+) by (?P<who>{_HER})(?= [.!,]|$)",
        "passive",
    ),
    (
        "by",
        rf"^(?P<thing>{_SHE}) (?P<be>is|was|are|were|got|gets|has been|had been)(?: (?:always|often|later|then|once|[a-z]+ly))? (?P<verb>{_DEED}) by (?P<who>{_HER})(?= [.!,]|$)",
        "passive",
    ),
    (
        "did does will do",
        rf"^(?P<verb>[a-z]+) (?P<who>{_SHE}) (?:did|does|will|do|would)(?P<neg> not| n't)?(?= [.!]|$)",
        "vowed",
    ),
    (
        "did does",
        rf"^what (?P<who>{_SHE}) (?:did|does|does do|always does|usually does)(?: next| then| instead| best)? (?:is|was)(?: to)?(?= [a-z])",
        "didwas",
    ),
    (
        "n't not",
        rf"^(?P<adj>[a-z-]+) ,? ?(?P<who>{_SHE}) (?P<be>is|was|'s|am|'m)(?P<neg> not| n't| never was)(?= [.!]|$)",
        "adjectiveis",
    ),
    ("far", rf"^far be it from (?P<who>{NAMES}|her|him) to(?= [a-z])", "farfrom"),
    ("no sooner", rf"^no sooner had (?P<who>{_SHE}) (?P<body>.+?) (?P<at>than)(?= {WHO})", "nosooner"),
    (
        "one",
        rf"^(?P<who>{_SHE}) (?:can be|may be|is|was|has been|could be) (?:a )?(?:many|lot of|a lot of|several|plenty of) things ,? ?(?:but|and yet|yet) (?:a |an )?(?P<adj>[a-z-]+) (?:is|was) (?:n't|not) one of them(?= [.!]|$)",
        "notoneof",
    ),
    (
        "about",
        r"(?P<has>has|had|'s got|has got) (?:about |roughly |precisely )?as much (?P<what>[a-z ]+?) as (?:a|an|the|my) [^,.]+(?= [.!,]|$)",
        "asmuch",
    ),
    (
        "accused",
        r"(?:has|have|had|'s) never been accused of(?: having)?(?: any| too much)?(?= \S)",
        "neveraccused",
    ),
    ("side", r"on the (?P<adj>[a-z-]+) side(?= [.!,]|$| (?:and|but) )", "onside"),
    (
        "seen heard found spotted caught observed discovered glimpsed",
        r"(?P<be>is|was|can be|could be|may be|is to be|was to be)(?: often| sometimes| always| usually| once| last| never| seldom| rarely)? (?:seen|heard|found|spotted|caught|observed|discovered|glimpsed)(?= (?:to )?[a-z]+)(?! by | out )",
        "seen",
    ),
    # the verdict on what she does or has
    (
        "cooking singing dancing driving writing painting acting spelling handwriting french german spanish italian russian english swimming skating baking piano-playing tennis chess",
        rf"(?P<own>(?:{NAMES}) 's|her|his|my) (?P<what>cooking|singing|dancing|driving|writing|painting|acting|spelling|swimming|skating|baking|tennis|chess) (?:is|was|'s) (?:absolutely |truly |really |quite |simply |just |frankly )?(?P<how>terrible|awful|bad|dreadful|atrocious|appalling|hopeless|abysmal|lousy|horrible|poor|good|great|excellent|superb|wonderful|brilliant|perfect|amazing|flawless|magnificent|sublime|divine|first-rate|legendary)(?= [.!,]|$)",
        "verdict",
    ),
    (
        "legendary endless boundless infinite limitless unlimited famous unmatched proverbial inexhaustible bounds limits end known",
        rf"(?P<own>(?:{NAMES}) 's|her|his|my) (?P<what>[a-z]+) (?:(?:is|was) (?:legendary|endless|boundless|infinite|limitless|unlimited|famous|well known|well-known|unmatched|proverbial|inexhaustible|beyond (?:doubt|question|measure))|knows? no (?:bounds|limits|end)|has no (?:bounds|limits|end|equal))(?= [.!,]|$)",
        "abounds",
    ),
    (
        "out thin exhausted end limits",
        rf"(?P<own>(?:{NAMES}) 's|her|his|my) (?P<what>patience|kindness|generosity|tact|courage|nerve|mercy|tolerance|goodwill|loyalty|discretion|modesty|charity) (?:has (?:run out|its limits|worn thin|gone|deserted \S+|failed \S+)|ran out|is (?:exhausted|wearing thin|gone|at an end|spent)|wore thin|deserted \S+|failed \S+)(?= [.!,]|$)",
        "failed",
    ),
    (
        "wonder",
        r"^(?:and |but )?i (?:do |often |sometimes |still )?wonder(?: (?:about that|sometimes|why|how|when))?(?= [.!]|$)",
        "silent",
    ),
    ("seems", rf"{START}it would seem(?: that)?(?= {WHO}).*", "silent"),
    (
        "not n't",
        r"(?:(?<=will )|(?<=does )|(?<=did )|(?<=do )|(?<=would ))(?:n't|not) (?:n't|not)(?= [a-z])",
        "cut",
    ),
]
