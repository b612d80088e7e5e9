"""The closed classes of English: the words whose job is grammar, which no story needs to list.

Tags are single letters, so that a sentence's tags are a string:
N P noun (plural), A adjective, R adverb, V Z D E G verb (base, -s, past, participle, -ing);
n a person's name, p y o pronouns (subject, either, object), s possessive, w *hers*, f *herself*,
d determiner, c number, q *nothing, everyone*, b h u m be, have, do, modal, x *not*, t *to*,
i preposition, j conjunction, k subordinator, W question word, T *that*, Q a quotation, ! interjection,
``,`` and ``.`` punctuation, ``?`` anything else.
"""

from __future__ import annotations

from typing import Final

from game.reader.wordsets import words


def _table(**classes: str) -> dict[str, str]:
    return {word.replace("_", " "): tag for tag, words in classes.items() for word in words.split()}


NAMES: Final[dict[str, str]] = {
    "ruby": "ruby",
    "sparks": "ruby",
    "calvin": "calvin",
    "weir-fields": "calvin",
    "weir": "calvin",
    "cal": "calvin",
    "harry": "harry",
    "langdon": "langdon",
    "tharp": "langdon",
    "lila": "lila",
    "gertrude": "gertrude",
    "mort": "mort",
    "rosenthal": "rosenthal",
    "susie": "susie",
    "scotty": "scotty",
}
MALE: Final = frozenset({"calvin", "harry", "langdon", "mort", "rosenthal", "scotty"})
FEMALE: Final = frozenset({"ruby", "lila", "gertrude", "susie"})
TITLES: Final = frozenset({"dr", "mr", "mrs", "ms", "miss", "doctor", "professor", "prof", "saint", "st"})

DESCRIPTIONS: Final[dict[str, str]] = {
    "the girl": "ruby",
    "this girl": "ruby",
    "the woman": "ruby",
    "this woman": "ruby",
    "that girl": "ruby",
    "that woman": "ruby",
    "the young lady": "ruby",
    "the girl herself": "ruby",
    "my girl": "ruby",
    "my girlfriend": "ruby",
    "my heroine": "ruby",
    "my love": "ruby",
    "my darling": "ruby",
    "my creation": "ruby",
    "my character": "ruby",
    "my muse": "ruby",
    "the young woman": "ruby",
    "the redhead": "ruby",
    "my baby": "ruby",
    "my dream girl": "ruby",
    "the love of my life": "ruby",
    "my beloved": "ruby",
    "his girlfriend": "ruby",
    "his heroine": "ruby",
    "his creation": "ruby",
    "the heroine": "ruby",
    "my ruby": "ruby",
    "my brother": "harry",
    "his brother": "harry",
    "my mother": "gertrude",
    "my mom": "gertrude",
    "my mum": "gertrude",
    "my ex": "lila",
    "my ex-girlfriend": "lila",
    "my therapist": "rosenthal",
    "my psychiatrist": "rosenthal",
    "my shrink": "rosenthal",
    "my analyst": "rosenthal",
    "my doctor": "rosenthal",
    "my stepfather": "mort",
    "my sister-in-law": "susie",
    "my dog": "scotty",
    "the dog": "scotty",
    "her author": "calvin",
    "the author": "calvin",
    "her creator": "calvin",
    "the writer": "calvin",
    "the novelist": "calvin",
    "her boyfriend": "calvin",
    "the narrator": "calvin",
    "her maker": "calvin",
}

PRONOUNS: Final[dict[str, tuple[str, str]]] = {
    # word -> gender or person, case
    "i": ("me", "subject"),
    "me": ("me", "object"),
    "my": ("me", "possessive"),
    "mine": ("me", "own"),
    "myself": ("me", "reflexive"),
    "she": ("f", "subject"),
    "her": ("f", "object"),
    "hers": ("f", "own"),
    "herself": ("f", "reflexive"),
    "he": ("m", "subject"),
    "him": ("m", "object"),
    "his": ("m", "possessive"),
    "himself": ("m", "reflexive"),
    "you": ("you", "subject"),
    "your": ("you", "possessive"),
    "yours": ("you", "own"),
    "yourself": ("you", "reflexive"),
    "we": ("we", "subject"),
    "us": ("we", "object"),
    "our": ("we", "possessive"),
    "ours": ("we", "own"),
    "ourselves": ("we", "reflexive"),
    "they": ("they", "subject"),
    "them": ("they", "object"),
    "their": ("they", "possessive"),
    "theirs": ("they", "own"),
    "themselves": ("they", "reflexive"),
}

CLOSED: Final[dict[str, str]] = {
    **_table(
        p="i she he we they thou",
        y="it you",
        o="me him us them",
        s="my his its our their your",
        w="mine hers yours ours theirs",
        f="myself herself himself itself yourself themselves ourselves oneself themself each_other "
        "one_another",
        d="a an the this these those some any each every no another both all such either enough much many "
        "several few fewer less more most certain countless plenty_of lots_of a_lot_of a_couple_of tons_of "
        "loads_of a_few dozens_of hundreds_of thousands_of heaps_of half a_pair_of a_single",
        q="nothing nobody everything everyone everybody anyone anything something someone somebody anybody "
        "no_one no-one none noone",
        b="am is are was were be been being 're 'm",
        h="have has had having 've",
        u="do does did",
        m="can could will would shall should may might must 'll ought",
        x="not n't",
        t="to",
        i="of in on at with for from by into onto about over under through without between behind "
        "beside besides "
        "near across against along among amongst around toward towards upon within beneath below "
        "above inside "
        "outside off out up down past beyond despite during like unlike per via amid opposite except "
        "than away "
        "back out_of next_to in_front_of because_of instead_of on_top_of apart_from such_as as_well_as "
        "in_spite_of all_over aside_from along_with together_with according_to but_for "
        "other_than rather_than regarding concerning throughout underneath amidst alongside",
        j="and or but nor & plus",
        k="if_only if unless when whenever while because although though until till once since "
        "before after whereas "
        "provided wherever as_long_as so_long_as as_often_as as_soon_as every_time each_time "
        "the_minute the_moment "
        "the_instant provided_that providing in_case even_if even_though only_if only_when "
        "only_because so_that now_that as_if as_though any_time anytime cos cuz coz 'cause as "
        "except_when except_if but_only_when but_only_if on_condition_that "
        "assuming by_the_time no_matter_how in_the_event_that so_far_as as_far_as just_because "
        "no_matter_who no_matter_where however_hard however_much lest not_until "
        "the_second every_time_that each_time_that the_minute_that the_moment_that the_instant_that "
        "the_second_that "
        "everytime til 'til untill whenver on_the_condition_that only_once as_soon_that immediately_after "
        "in_so_far_as insofar_as on_days_when on_nights_when at_times_when not_unless on_days_that "
        "no_matter_when no_matter_which long_as aslong_as anytime_that any_time_that every_single_time "
        "the_very_moment the_very_instant the_very_second the_very_minute whensoever the_next_time next_time"
        "",
        W="who whom whose which what why how where whatever whoever whichever whether",
        T="that",
        c="one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
        "million billion dozen forty-one",
    ),
    "her": "H",
    "there": "R",
    "here": "R",
    "so": "R",
}
CLOSED["!"] = "."

INTERJECTIONS: Final = words(
    "oh ah hey hi hello please well yes no yeah yep nope ok okay lol omg hmm hm ugh wow ha haha "
    "sigh alas damn hell god gosh jeez thanks sorry welcome goodbye bye amen dear honey "
    "sweetheart darling baby huh um uh er eh la dum de xoxo btw tbh imo fyi lmao rofl meh yay "
    "hooray bravo"
)

BE: Final = words("am is are was were be been being 're 'm")
CLITICS: Final[dict[str, tuple[str, ...]]] = {
    # a word run together -> the words in it, with how many letters belong to each but the last
    "cannot": ("can:3", "not"),
    "gonna": ("going:3", "to"),
    "wanna": ("want:3", "to"),
    "gotta": ("got:3", "to"),
    "im": ("i:1", "'m"),
    "ive": ("i:1", "'ve"),
    "shes": ("she:3", "'s"),
    "hes": ("he:2", "'s"),
    "theres": ("there:5", "'s"),
    "thats": ("that:4", "'s"),
    "whos": ("who:3", "'s"),
    "youre": ("you:3", "'re"),
    "theyre": ("they:4", "'re"),
    "youve": ("you:3", "'ve"),
    "theyve": ("they:4", "'ve"),
    "weve": ("we:2", "'ve"),
    "hed": ("he:2", "'d"),
    "shed": ("she:3", "'d"),
    "theyd": ("they:4", "'d"),
    "youd": ("you:3", "'d"),
    "shell": ("she:3", "'ll"),
    "youll": ("you:3", "'ll"),
    "theyll": ("they:4", "'ll"),
    "dunno": ("know:2", "not"),
    "lets": ("let:3", "us"),
}
AMBIGUOUS_CLITICS: Final = frozenset({"shed", "shell", "hed", "lets"})
NEGATED: Final[dict[str, str]] = {
    "isn": "is",
    "wasn": "was",
    "aren": "are",
    "weren": "were",
    "don": "do",
    "doesn": "does",
    "didn": "did",
    "haven": "have",
    "hasn": "has",
    "hadn": "had",
    "won": "will",
    "can": "can",
    "couldn": "could",
    "wouldn": "would",
    "shouldn": "should",
    "mustn": "must",
    "ain": "is",
    "needn": "need",
    "shan": "shall",
    "mightn": "might",
    "dosn": "does",
    "dosen": "does",
    "daren": "dare",
    "din": "did",
    "dint": "did",
    "cudn": "could",
    "wudn": "would",
}

LEMMAS: Final[dict[str, str]] = {
    **dict.fromkeys(BE, "be"),
    **dict.fromkeys(["has", "had", "having", "'ve"], "have"),
    **dict.fromkeys(["does", "did"], "do"),
    "'ll": "will",
    "n't": "not",
    "an": "a",
    "no-one": "no one",
    "noone": "no one",
    "me": "me",
    "'cause": "because",
    "cos": "because",
    "cuz": "because",
    "coz": "because",
    "till": "until",
    "til": "until",
    "'til": "until",
    "untill": "until",
}

ABBREVIATIONS: Final = words("dr mr mrs ms st prof jr sr vs etc no vol mt e.g i.e a.m p.m")

TIME_NOUNS: Final = words(
    "day days night nights morning mornings afternoon afternoons evening evenings week weeks "
    "weekend weekends month months year years hour hours minute minutes moment moments second "
    "seconds summer summers winter winters spring autumn fall dawn dusk noon midnight sunset "
    "sunrise daybreak nightfall today tonight tomorrow yesterday monday tuesday wednesday "
    "thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays january february march april may june july august september october november "
    "december christmas halloween easter thanksgiving o'clock time times decade decades century "
    "centuries lunchtime bedtime daytime nighttime daylight breakfast lunch dinner supper season "
    "seasons while instant century age eternity birthday holidays holiday twilight midday "
    "weekday weekdays am pm"
)
