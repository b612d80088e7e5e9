# ruff: noqa: E501
"""Rules for `veils` that say a sentence over in plain words: *languages came easily to her* is *she is good at languages*.

A rule's action holds the new sentence: `{who}` stands as its subject, other groups in braces as they were, and every
further word is given with its tag and lemma (`said/D/say`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.fronting import VERBAL, after, between, subject_of
from game.reader.tokens import Token
from game.reader.veil_words import NAMES, START

if TYPE_CHECKING:
    import re

_HER: Final = rf"(?P<who>{NAMES}|her|him|me)"
_SHE: Final = rf"(?P<who>{NAMES}|she|he|i)"
_OWN: Final = rf"(?P<who>(?:{NAMES})(?= 's )|her|his|my)(?: 's)?"
_IS: Final = r"(?:is|was|'s|are|were)"
_END: Final = r"(?= [.!;,]| in | on | at |$)"

RECAST: Final[list[tuple[str, str, str]]] = [
    ("wonder", r", i wonder(?= [.!?]|$)", "silent"),
    (
        "looked looks sounded sounds acted acts behaved behaves",
        rf"{START}{_SHE} (?:looked|looks|sounded|sounds|acted|acts|behaved|behaves) (?:for all the world |almost |rather |just )?as (?:if|though)",
        "silent",
    ),
    ("day", rf",? ?if {_SHE} (?:is|was|'s) a day", "cut"),
    (
        "taller shorter",
        r"(?:an?|two|three|half an?) (?:head|heads|inch|inches|foot|hand) (?=(?:taller|shorter)(?!\S))",
        "cut",
    ),
    (
        "there",
        rf"{START}there {_IS} (?:no|hardly an?|scarcely an?|not an?) (?P<noun>(?:[a-z-]+ )?(?!that |which )[a-z-]+) (?:that |which )?{_SHE} (?P<can>can|could) (?:not|n't) (?P<verb>[a-z]+)",
        "recast {who} {can} {verb} every/d/every {noun}",
    ),
    (
        "nobody no",
        rf"{START}(?:nobody|no one|no other \S+) (?:else )?(?:ever )?(?P<rest>[a-z]+s(?: [a-z-]+){{0,4}}?) (?:quite )?(?:like|as well as) {_HER}(?= [.!;]|$)",
        "recast {who} {rest} beautifully/R/beautifully",
    ),
    (
        "easily naturally",
        rf"{START}(?P<thing>[a-z]+(?: [a-z]+)?) (?:came|come|comes) (?:very |quite |so )?(?:easily|naturally|easy) to {_HER}",
        "recast {who} was/b/be good/A/good at/i/at {thing}",
    ),
    (
        "taste liking",
        rf"{START}(?P<thing>(?:[a-z-]+ ){{1,4}}?){_IS} (?:not|never|n't) (?:at all |quite |really )?to {_OWN} (?:taste|liking)",
        "recast {who} disliked/D/dislike {thing}",
    ),
    (
        "taste liking",
        rf"{START}(?P<thing>(?:[a-z-]+ ){{1,4}}?){_IS} (?:very much |quite |just )?to {_OWN} (?:taste|liking)",
        "recast {who} liked/D/like {thing}",
    ),
    (
        "ambition dream wish hope desire",
        rf"{START}it {_IS} {_OWN} (?:one |only |great |secret |life 's |lifelong |dearest )*(?:ambition|dream|wish|hope|desire) (?P<to>to)(?= [a-z])",
        "recast {who} wanted/D/want {to}",
    ),
    (
        "made elected crowned appointed named",
        rf"{START}(?:they|the town|the village|the council|the others) (?:made|elected|crowned|appointed|named) {_HER} (?P<noun>(?:the |an? )?[a-z]+){_END}",
        "recast {who} became/D/become {noun}",
    ),
    (
        "call",
        rf"{START}call {_HER} (?P<noun>an? [a-z-]+(?: [a-z-]+)?)(?= [.!;,]|$)",
        "recast {who} is/b/be {noun}",
    ),
    (
        "left",
        rf"{START}there {_IS} (?P<much>no|little|much|some) (?P<noun>[a-z]+) left in {_HER}",
        "recast {who} had/h/have {much} {noun}",
    ),
    (
        "something",
        rf"{START}something (?:in|inside|within) {_HER} (?:broke|breaks|died|dies|snapped|cracked|gave way)",
        "recast {who} was/b/be heartbroken/A/heartbroken",
    ),
    (
        "died",
        rf"{START}{_SHE} could have died (?:of|from) (?P<what>[a-z]+)",
        "recast {who} felt/D/feel {what}",
    ),
    (
        "passed left escaped crossed",
        rf"{START}not (?:a|one|another) (?:word|sound|syllable|whisper) (?:passed|left|escaped|crossed) {_OWN} lips",
        "recast {who} said/D/say nothing/q/nothing",
    ),
    (
        "gone vanished faded slipped",
        rf"{START}(?P<thing>(?:[a-z'-]+ ){{1,6}}?)(?:has|had|'s|'d)? ?(?:gone|went|vanished|faded|slipped) (?:clean |completely )?(?:from|out of) {_OWN} (?:mind|memory|head)",
        "recast {who} forgot/D/forget {thing}",
    ),
    (
        "back",
        rf"{START}(?P<thing>(?:the|her|his|my|a|all|everything|that) (?!(?:dog|cat|man|boy|girl|woman|bird|horse|husband|lover|parrot|soldier|letter|ring) )(?:[a-z'-]+ ){{0,5}}?)(?:came|comes|come|flooded|drifted) back to {_HER}",
        "recast {who} remembered/D/remember {thing}",
    ),
    (
        "memory",
        rf"{START}(?:somewhere )?in {_OWN} memory there {_IS} (?P<thing>an? (?:[a-z-]+ )*[a-z]+)",
        "recast {who} remembered/D/remember {thing}",
    ),
    (
        "something",
        rf"{START}there (?P<be>is|was) something (?:very |rather |a little |almost )?(?P<what>[a-z-]+) (?:about|in) {_HER}",
        "recast {who} {be} {what}",
    ),
    (
        "ran runs",
        rf"{START}(?P<noun>[a-z]+) (?:ran|runs) (?:deep )?in {_HER}",
        "recast {who} has/h/have {noun}",
    ),
    (
        "whatever anything",
        rf"{START}(?:whatever|anything) (?P<i>i) (?P<verb>type|typed|write|wrote|say|said|ask|asked|tell her|told her|command|order)(?: her)? (?:, )?{_SHE} (?P<do>does|did|do)",
        "recast {who} {do} whatever/W/whatever {i} {verb}",
    ),
    (
        "nobody no",
        rf"{START}(?:nobody|no one|no woman|no man) (?:has |had )?ever (?P<rest>(?:loved|wanted|hated|missed|needed|admired|trusted) (?:{NAMES}|him|her|me)) (?:as|so|like|the way|half so much as|as much as|more than) (?:much as )?{_SHE}(?: did| does| has| had)?",
        "recast {who} {rest}",
    ),
    ("never", rf"{START}{_SHE} never was(?= [.!;]|$)", "recast {who} never/R/never existed/D/exist"),
    (
        "law",
        rf"{START}my (?:word|wish|command) (?:is|was) (?P<who>her|{NAMES})(?: 's)? (?:law|command)",
        "recast {who} obeys/Z/obey me/o/me",
    ),
    (
        "never",
        rf"{START}{_SHE} (?:has|had|'s|'d) never (?:in (?:her|his|my) life )?(?:felt|been) (?:so|happier|more|quite so|half so) (?P<what>[a-z]+)(?= [.!;,]|$)",
        "recast {who} was/b/be very/R/very {what}",
    ),
    (
        "never seldom rarely",
        rf"{START}{_SHE} (?:has|had|'s|'d) (?:never|seldom|rarely) (?:known|felt) such (?P<what>[a-z]+)",
        "recast {who} felt/D/feel great/A/great {what}",
    ),
    (
        "seldom rarely",
        rf"{START}{_SHE} (?:has|had|'s|'d) (?:seldom|rarely|hardly ever) (?:felt|been) so (?P<what>[a-z]+)",
        "recast {who} was/b/be very/R/very {what}",
    ),
    (
        "called named",
        rf"{START}{_OWN} (?P<noun>(?:cat|dog|parrot|horse|goat|boat|donkey|mule|hen|pony|tortoise|goldfish|canary|snake|pig|brother|sister|husband|son|daughter)) {_IS} (?:called|named)",
        "recast {who} has/h/have a/d/a {noun} called/E/call",
    ),
    (
        "question questions",
        rf"{START}(?:every|each) (?:sentence|word|remark|thing) {_SHE} (?:utters|uttered|says|said|speaks) (?:is|was) a question",
        "recast {who} always/R/always asks/Z/ask questions/P/question",
    ),
    (
        "truth",
        rf"{START}there {_IS} (?:not|n't|never) (?:a|one) (?:word|grain|shred|scrap) of truth in (?:anything|what|a thing|a word) {_SHE} (?:says|said|tells|told)(?: (?:us|me|him|them|her))?",
        "recast {who} lied/D/lie",
    ),
]


def recast(template: str, match: re.Match[str], tokens: list[Token], at: dict[int, int]) -> bool:
    """Put the new sentence in place of what matched. Whether that was done."""
    if any(match.start(name) not in at for name in match.re.groupindex if match.group(name)):
        return False
    first, last = at[match.start()], after(tokens, at, match.end())
    here, new = tokens[first].start, list[Token]()
    for piece in template.split():
        if piece == "{who}":
            new.append(subject_of(tokens[at[match.start("who")]], here))
        elif piece.startswith("{"):
            new += between(tokens, at, match, piece[1:-1])
        else:
            low, tag, lemma = piece.split("/")
            new.append(Token(here, here, low, low, tag, tag, lemma))
    if "verb" in match.re.groupindex:
        verb = tokens[at[match.start("verb")]]
        if "V" not in verb.tags and verb.tag not in VERBAL:
            return False
        if "can" in match.re.groupindex:
            verb.tag, verb.lemma = "V", verb.low
    if template.startswith("{who} {rest}"):
        verb = tokens[at[match.start("rest")]]
        if "Z" not in verb.tags + verb.tag and "D" not in verb.tags + verb.tag:
            return False
        if verb.tag not in "ZD":
            verb.tag = "Z" if "Z" in verb.tags else "D"
    tokens[first:last] = new
    return True
