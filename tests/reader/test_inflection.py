"""English inflection: the forms that the player's words come back in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.reader import inflection

VERBS = """
be is was been being
have has had had having
do does did done doing
go goes went gone going
lie lies lied lied lying
lay lays laid laid laying
quit quits quit quit quitting
hiccup hiccups hiccuped hiccuped hiccuping
panic panics panicked panicked panicking
dye dyes dyed dyed dyeing
die dies died died dying
backflip backflips backflipped backflipped backflipping
zorb zorbs zorbed zorbed zorbing
keep keeps kept kept keeping
know knows knew known knowing
think thinks thought thought thinking
forget forgets forgot forgotten forgetting
remember remembers remembered remembered remembering
love loves loved loved loving
hate hates hated hated hating
swim swims swam swum swimming
sing sings sang sung singing
ring rings rang rung ringing
run runs ran run running
come comes came come coming
become becomes became become becoming
begin begins began begun beginning
write writes wrote written writing
ride rides rode ridden riding
drive drives drove driven driving
rise rises rose risen rising
speak speaks spoke spoken speaking
break breaks broke broken breaking
steal steals stole stolen stealing
wear wears wore worn wearing
bear bears bore borne bearing
tear tears tore torn tearing
swear swears swore sworn swearing
eat eats ate eaten eating
see sees saw seen seeing
give gives gave given giving
take takes took taken taking
shake shakes shook shaken shaking
make makes made made making
get gets got got getting
sit sits sat sat sitting
stand stands stood stood standing
understand understands understood understood understanding
sleep sleeps slept slept sleeping
weep weeps wept wept weeping
sweep sweeps swept swept sweeping
creep creeps crept crept creeping
feel feels felt felt feeling
kneel kneels knelt knelt kneeling
deal deals dealt dealt dealing
mean means meant meant meaning
leave leaves left left leaving
lose loses lost lost losing
sell sells sold sold selling
tell tells told told telling
hold holds held held holding
hear hears heard heard hearing
read reads read read reading
lead leads led led leading
feed feeds fed fed feeding
bleed bleeds bled bled bleeding
bring brings brought brought bringing
buy buys bought bought buying
catch catches caught caught catching
teach teaches taught taught teaching
seek seeks sought sought seeking
fight fights fought fought fighting
find finds found found finding
wind winds wound wound winding
grind grinds ground ground grinding
bind binds bound bound binding
blow blows blew blown blowing
grow grows grew grown growing
throw throws threw thrown throwing
fly flies flew flown flying
draw draws drew drawn drawing
fall falls fell fallen falling
choose chooses chose chosen choosing
freeze freezes froze frozen freezing
bite bites bit bitten biting
hide hides hid hidden hiding
shoot shoots shot shot shooting
shut shuts shut shut shutting
cut cuts cut cut cutting
hit hits hit hit hitting
put puts put put putting
let lets let let letting
let go lets go let go let go letting go
hurt hurts hurt hurt hurting
cast casts cast cast casting
burst bursts burst burst bursting
spin spins spun spun spinning
win wins won won winning
dig digs dug dug digging
swing swings swung swung swinging
cling clings clung clung clinging
sting stings stung stung stinging
stick sticks stuck stuck sticking
strike strikes struck struck striking
slide slides slid slid sliding
light lights lit lit lighting
build builds built built building
lend lends lent lent lending
spend spends spent spent spending
pay pays paid paid paying
say says said said saying
wake wakes woke woken waking
weave weaves wove woven weaving
shine shines shone shone shining
drink drinks drank drunk drinking
sink sinks sank sunk sinking
stink stinks stank stunk stinking
shrink shrinks shrank shrunk shrinking
spring springs sprang sprung springing
tread treads trod trodden treading
hang hangs hung hung hanging
meet meets met met meeting
bend bends bent bent bending
flee flees fled fled fleeing
overthink overthinks overthought overthought overthinking
outgrow outgrows outgrew outgrown outgrowing
undo undoes undid undone undoing
rebuild rebuilds rebuilt rebuilt rebuilding
relay relays relayed relayed relaying
babysit babysits babysat babysat babysitting
ghostwrite ghostwrites ghostwrote ghostwritten ghostwriting
moonswim moonswims moonswam moonswum moonswimming
try tries tried tried trying
cry cries cried cried crying
play plays played played playing
obey obeys obeyed obeyed obeying
worry worries worried worried worrying
hop hops hopped hopped hopping
hope hopes hoped hoped hoping
bake bakes baked baked baking
hum hums hummed hummed humming
nap naps napped napped napping
knit knits knitted knitted knitting
stop stops stopped stopped stopping
beg begs begged begged begging
prefer prefers preferred preferred preferring
admit admits admitted admitted admitting
occur occurs occurred occurred occurring
visit visits visited visited visiting
whisper whispers whispered whispered whispering
open opens opened opened opening
listen listens listened listened listening
travel travels travelled travelled travelling
yodel yodels yodelled yodelled yodelling
fix fixes fixed fixed fixing
mow mows mowed mown mowing
kiss kisses kissed kissed kissing
waltz waltzes waltzed waltzed waltzing
quiz quizzes quizzed quizzed quizzing
buzz buzzes buzzed buzzed buzzing
wish wishes wished wished wishing
watch watches watched watched watching
echo echoes echoed echoed echoing
tango tangos tangoed tangoed tangoing
ski skis skied skied skiing
tie ties tied tied tying
agree agrees agreed agreed agreeing
canoe canoes canoed canoed canoeing
binge binges binged binged bingeing
singe singes singed singed singeing
mimic mimics mimicked mimicked mimicking
picnic picnics picnicked picnicked picnicking
queue queues queued queued queueing
argue argues argued argued arguing
lip-sync lip-syncs lip-synced lip-synced lip-syncing
dumpster-dive dumpster-dives dumpster-dived dumpster-dived dumpster-diving
photobomb photobombs photobombed photobombed photobombing
vlog vlogs vlogged vlogged vlogging
googlify googlifies googlified googlified googlifying
Panic panics panicked panicked panicking
DJ DJs DJed DJed DJing
"""
NOUNS = """
bee bees, dog dogs, bus buses, box boxes, dress dresses, witch witches, wish wishes, stomach stomachs,
quiz quizzes, baby babies, boy boys, party parties, toy toys, key keys, wolf wolves, leaf leaves, knife
knives, life lives, wife wives, shelf shelves, elf elves, roof roofs, belief beliefs, scarf scarves, hero
heroes, potato potatoes, piano pianos, photo photos, radio radios, kangaroo kangaroos, man men, woman
women, child children, foot feet, tooth teeth, goose geese, mouse mice, person people, sheep sheep, deer
deer, fish fish, moose moose, trousers trousers, sunglasses sunglasses, series series, cactus cacti,
crisis crises, oasis oases, analysis analyses, tuba tubas, ukulele ukuleles, octopus octopuses, fox
foxes, salesman salesmen, human humans, mongoose mongooses, grandchild grandchildren, werewolf
werewolves, opera singer opera singers, zorb zorbs, fizz fizzes, eye eyes, brother-in-law
brothers-in-law, mango mangoes
"""


def verbs() -> list[tuple[str, ...]]:
    rows = [tuple(line.split()) for line in VERBS.strip().splitlines()]
    return [
        row if len(row) == 5 else tuple(" ".join(row[i : i + 2]) for i in range(0, 10, 2)) for row in rows
    ]


def nouns() -> list[tuple[str, str]]:
    pairs = (pair.split() for pair in NOUNS.replace("\n", " ").strip().split(","))
    return [(" ".join(pair[: len(pair) // 2]), " ".join(pair[len(pair) // 2 :])) for pair in pairs]


def test_the_tables_are_as_long_as_they_say() -> None:
    assert len(verbs()) >= 160
    assert len(nouns()) >= 60


@pytest.mark.parametrize(("lemma", "third", "past", "participle", "ing"), verbs())
def test_verb_forms(lemma: str, third: str, past: str, participle: str, ing: str) -> None:
    forms = [
        rule(lemma) for rule in (inflection.third, inflection.past, inflection.participle, inflection.ing)
    ]
    assert forms == [third, past, participle, ing]


@pytest.mark.parametrize(("one", "many"), nouns())
def test_plural_and_back(one: str, many: str) -> None:
    assert inflection.plural(one) == many
    assert inflection.singular(many) == ("people" if many == "people" else one)
    assert inflection.singular(one) == one


@pytest.mark.parametrize(
    "phrase",
    [
        "hour", "honest man", "heir", "umbrella", "uninvited guest", "unusual smile", "utter fool",
        "only child", "Ohioan", "FBI agent", "MRI", "SUV", "X-ray", "8-foot man", "11th toe", "18 year old",
        '"owl"', "apple", "undying love", "ugly duckling", "uncle", "élan", "urchin",
        "Uber driver",
    ],
)  # fmt: skip
def test_an_before_a_vowel_sound(phrase: str) -> None:
    assert inflection.article(phrase.strip()) == "an"


@pytest.mark.parametrize(
    "phrase",
    [
        "ukulele", "unicorn", "university", "union", "useful trick", "user", "usual", "utopia",
        "European", "eulogy", "ewe", "one-legged parrot", "one-off", "once-over", "UFO",
        "NASA engineer", "house", "hundred bees", "180", "7-foot man", "tuba", "Ukrainian", "u-turn",
        "unanimous vote", "urologist", "yes", "(tuba)",
    ],
)  # fmt: skip
def test_a_before_a_consonant_sound(phrase: str) -> None:
    assert inflection.article(phrase.strip()) == "a"


@given(st.text(max_size=60))
def test_any_text_is_inflected_without_an_error(text: str) -> None:
    for rule in (inflection.third, inflection.past, inflection.participle, inflection.ing):
        assert bool(rule(text)) == bool(text.strip())
    assert inflection.article(text) in ("a", "an")
    assert bool(inflection.plural(text)) == bool(text)
    assert bool(inflection.singular(text)) == bool(text)
