"""Tables of what no rule of English inflection gives: irregular verbs and nouns."""

from __future__ import annotations

from typing import Final

_VERBS: Final = """
arise arose arisen; awake awoke awoken; babysit babysat babysat; be was been; bear bore borne; beat beat
beaten; become became become; befall befell befallen; beget begot begotten; begin began begun; behold
beheld beheld; bend bent bent; bereave bereft bereft; beseech besought besought; beset beset beset; bet
bet bet; bid bid bid; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown; break broke
broken; breastfeed breastfed breastfed; breed bred bred; bring brought brought; broadcast broadcast
broadcast; build built built; burn burnt burnt; burst burst burst; bust bust bust; buy bought bought; cast
cast cast; catch caught caught; choose chose chosen; cling clung clung; come came come; cost cost cost;
creep crept crept; cut cut cut; deal dealt dealt; dig dug dug; dive dived dived; do did done; draw drew
drawn; dream dreamt dreamt; drink drank drunk; drive drove driven; dwell dwelt dwelt; eat ate eaten; fall
fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found; fit fitted fitted; flee
fled fled; fling flung flung; fly flew flown; forbid forbade forbidden; forecast forecast forecast; forego
forewent foregone; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; forgo
forwent forgone; forsake forsook forsaken; forswear forswore forsworn; freeze froze frozen; gaslight
gaslit gaslit; get got got; give gave given; go went gone; grind ground ground; grow grew grown; hamstring
hamstrung hamstrung; hang hung hung; have had had; hear heard heard; hide hid hidden; hit hit hit; hold
held held; hurt hurt hurt; inlay inlaid inlaid; inset inset inset; keep kept kept; kneel knelt knelt; knit
knitted knitted; know knew known; lay laid laid; lead led led; lean leant leant; leap leapt leapt; learn
learnt learnt; leave left left; lend lent lent; let let let; lie lied lied; light lit lit; lose lost lost;
make made made; mean meant meant; meet met met; mow mowed mown; offset offset offset; overlay overlaid
overlaid; partake partook partaken; pay paid paid; plead pleaded pleaded; preset preset preset; prove
proved proven; put put put; quit quit quit; read read read; rend rent rent; rid rid rid; ride rode ridden;
ring rang rung; rise rose risen; run ran run; saw sawed sawn; say said said; see saw seen; seek sought
sought; sell sold sold; send sent sent; set set set; sew sewed sewn; shake shook shaken; shear sheared
shorn; shed shed shed; shine shone shone; shit shat shat; shoe shod shod; shoot shot shot; show showed
shown; shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; slay slew slain;
sleep slept slept; slide slid slid; sling slung slung; slink slunk slunk; slit slit slit; smell smelt
smelt; smite smote smitten; sneak sneaked sneaked; sow sowed sown; speak spoke spoken; speed sped sped;
spell spelt spelt; spend spent spent; spill spilt spilt; spin spun spun; spit spat spat; split split
split; spoil spoilt spoilt; spread spread spread; spring sprang sprung; stand stood stood; steal stole
stolen; stick stuck stuck; sting stung stung; stink stank stunk; strew strewed strewn; stride strode
stridden; strike struck struck; string strung strung; strive strove striven; sublet sublet sublet; swear
swore sworn; sweep swept swept; swell swelled swollen; swim swam swum; swing swung swung; take took taken;
teach taught taught; tear tore torn; telecast telecast telecast; tell told told; think thought thought;
throw threw thrown; thrust thrust thrust; tread trod trodden; typecast typecast typecast; undergo
underwent undergone; understand understood understood; uphold upheld upheld; upset upset upset; wake woke
woken; wear wore worn; weave wove woven; wed wed wed; weep wept wept; wet wet wet; win won won; wind wound
wound; withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood; wring wrung
wrung; write wrote written
"""
_NOUNS: Final = """
child children; person people; man men; woman women; foot feet; tooth teeth; goose geese; mouse mice;
louse lice; ox oxen; die dice; penny pennies; cactus cacti; fungus fungi; stimulus stimuli; alumnus
alumni; nucleus nuclei; phenomenon phenomena; criterion criteria; crisis crises; oasis oases; thesis
theses; analysis analyses; axis axes; basis bases; quiz quizzes; brother-in-law brothers-in-law; elf
elves; self selves; shelf shelves; half halves; calf calves; wolf wolves; leaf leaves; loaf loaves; thief
thieves; sheaf sheaves; knife knives; wife wives; life lives; scarf scarves; hoof hooves; dwarf dwarves;
wharf wharves; hero heroes; potato potatoes; tomato tomatoes; echo echoes; torpedo torpedoes; veto vetoes;
mango mangoes; mosquito mosquitoes; volcano volcanoes; tornado tornadoes; buffalo buffaloes; domino
dominoes; cargo cargoes; embargo embargoes
"""
_UNCHANGED: Final = """
sheep deer fish moose salmon trout squid bison swine aircraft spacecraft hovercraft series species
offspring trousers scissors glasses sunglasses jeans pyjamas pajamas shorts tights leggings binoculars
clothes people tweezers pliers goggles overalls knickers underpants headquarters barracks news
"""

PAST: Final = {
    base: (past, participle) for base, past, participle in (entry.split() for entry in _VERBS.split(";"))
}
"""Past and past participle of irregular verbs. *Lie* is here as a falsehood, see RECLINE."""

RECLINE: Final = ("lay", "lain")
"""Past and participle of *lie* where it is a posture."""

THIRD: Final = {"be": "is", "have": "has", "do": "does"}
ING: Final = {
    "be": "being", "age": "ageing", "binge": "bingeing", "queue": "queueing", "route": "routeing",
    "singe": "singeing", "swinge": "swingeing", "tinge": "tingeing", "whinge": "whingeing",
}  # fmt: skip

PLURALS: Final = dict(entry.split() for entry in _NOUNS.split(";"))
SINGULARS: Final = {plural: base for base, plural in PLURALS.items()} | {"people": "people"}
UNCHANGED: Final = frozenset(_UNCHANGED.split())
"""Nouns with one form for one and many, or for many only."""
