# ruff: noqa: E501
"""Rules for `veils` about who tells it: what the narrator sees, what it pleased her to do, what nobody knew."""

from __future__ import annotations

from typing import Final

from game.reader.veil_words import NAMES, START

_SHE: Final = rf"(?:{NAMES}|she|he|i)"
_HER: Final = rf"(?:{NAMES}|her|him|me)"
_OWN: Final = rf"(?:her|his|my|(?:{NAMES}) 's)"
_WHO: Final = rf"(?:{NAMES}|she|he|her|his|my|the|this|that|nobody|no one)"

NARRATED: Final[list[tuple[str, str, str]]] = [
    # it pleased her to be late; it was like her to bring a spade; it never occurred to her to ask
    (
        "it",
        rf"{START}it (?:has |had )?(?P<neg>never |not |hardly |scarcely )?(?:once )?(?:occurred|occurs|fell|falls|was left|is left)(?: to)? (?P<who>{_HER}) (?P<to>to)(?= [a-z])",
        "itto",
    ),
    (
        "it",
        rf"{START}it (?P<verb>pleased|pleases|amused|amuses|delighted|delights|suited|suits|tickled|tickles|thrilled|thrills|annoyed|annoys|irked|irks|grieved|grieves|saddened|saddens|bored|bores|comforted|comforts|frightened|frightens|entertained|entertains|embarrassed|embarrasses|shamed|shames|pained|pains) (?P<who>{_HER}) (?P<to>to)(?= [a-z])",
        "itpleased",
    ),
    (
        "it",
        rf"{START}it (?:is|was|'s|would be) (?P<un>un)?(?:just |so |exactly |not )?(?:like|typical of|characteristic of|just like) (?P<who>{_HER}) (?P<to>to)(?= [a-z])",
        "itto",
    ),
    (
        "it",
        rf"{START}it (?:took|takes|cost|costs) (?P<who>{_HER}) (?:[^,;]+? )?(?P<to>to)(?= [a-z])",
        "itto",
    ),
    (
        "it",
        rf"{START}it (?:is|was|'s|became) (?P<own>{_OWN}) (?:[a-z]+ )?(?:habit|custom|practice|way|wont|policy|rule|job|task|duty|lot|fate) (?P<to>to)(?= [a-z])",
        "itto",
    ),
    (
        "it",
        rf"{START}it (?:is|was|'s) (?P<own>{_OWN}) (?:[a-z]+ )?(?:belief|opinion|view|contention|conviction|theory|claim) (?P<to>that)(?= [a-z])",
        "itbelief",
    ),
    # what pleases most
    (
        "nothing",
        rf"{START}(?:nothing|no \S+) (?:ever )?(?P<verb>pleases|pleased|delights|delighted|amuses|amused|thrills|thrilled|cheers|cheered|soothes|soothed|charms|charmed|moves|moved) (?P<who>{_HER}) (?:more than|so much as|as much as|like|better than|quite like|half so much as|so well as)(?= \S)",
        "nothinglike",
    ),
    (
        "there",
        rf"{START}there (?:is|was|'s) (?:nothing|no \S+) (?:that )?(?P<who>{_SHE}) (?P<verb>likes|liked|loves|loved|enjoys|enjoyed|relishes|relished) (?:more than|so much as|as much as|better than|half so much as|so well as)(?= \S)",
        "nothinglike",
    ),
    (
        "there",
        rf"{START}there (?:is|was|'s) (?:nothing|no \S+) (?:that )?(?P<who>{_SHE}) (?P<verb>fears|feared|hates|hated|dreads|dreaded|loathes|loathed|detests|detested|wants|wanted) (?:more than|so much as|as much as|worse than|half so much as)(?= \S)",
        "nothinglike",
    ),
    # known or not, it is so
    (
        "guessed guess suspected thought think",
        rf"{START}(?:no one|nobody|few people|few|hardly anyone|hardly anybody|scarcely anyone|not many people|no one else|nobody else|none of them|none of us|you would n't|you 'd never|you would never|one would never)(?: (?:could|would|had|has|have|ever|really|even|ever have|at the \S+|in the \S+))* (?:have )?(?:guessed|guess|suspected|thought|think)(?: that| it , but| it to look at her , but)?(?= {_WHO}(?!\S))",
        "cut",
    ),
    (
        "think know guess",
        rf"{START}you (?:would|'d|could|might|will) (?:not|n't|never) (?:have )?(?:think|thought|know|known|guess|guessed) (?:it )?(?:to look at (?:her|him) |from (?:her|his) \S+ )?, but(?= {_WHO}(?!\S))",
        "cut",
    ),
    (
        "tell see",
        rf"{START}(?:you|one|anyone|anybody|everyone|even \S+(?: \S+)?) (?:can|could) (?:always |easily )?(?:tell|see)(?: at a glance| at once| from the \S+)?(?: that)?(?= (?:{NAMES}|she|he) )",
        "cut",
    ),
    (
        "authority",
        rf"{START}i have it on (?:the )?(?:good|best|excellent|unimpeachable) authority that(?= \S)",
        "cut",
    ),
    (
        "say pretend claim call swear",
        rf"{START}i (?:can|could|would|will) (?:not|n't) (?:say|pretend|claim|honestly say|swear|in all honesty say) (?:that )?(?={_WHO}(?!\S))",
        "deny",
    ),
    ("lying", rf"{START}i (?:would|'d|should) be lying if i said (?:that )?(?={_WHO}(?!\S))", "deny"),
    (
        "remember recall notice noticed remembered",
        rf"{START}what i (?:chiefly |mostly |best |still |most )?(?:remember|recall|notice|noticed|remembered)(?: (?:best|most|chiefly|about her|of her|now))* (?:is|was) that(?= \S)",
        "cut",
    ),
    (
        "never",
        rf"{START}i (?:have |had |'ve )?never (?:knew|met|saw|seen|known|encountered|heard of) (?:anyone|anybody|a woman|a girl|a creature|another soul|a soul|a man|a person|any woman)(?: (?P<rel>who|that))? (?P<body>[^,;]+?) (?:like|as much as|so well as|as well as|the way) (?P<who>{NAMES}|her|she|him)(?: did| does| could| can| was| is)?(?= [.,;]|$)",
        "neverlike",
    ),
    (
        "known",
        rf"{START}i have (?:often |sometimes |once |twice )?known (?P<who>{_HER}) (?P<to>to)(?= [a-z])",
        "itto",
    ),
]
