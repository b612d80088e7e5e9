"""Stage 4, second half: what a misspelt word was meant to be, or the word itself.

A weighted noisy channel over single edits (two for long words of the story), then words with the same
consonants in the same order. It abstains when in doubt.
"""

from __future__ import annotations

import re
from math import log10
from typing import TYPE_CHECKING, Final, Protocol

from game.reader.vocabulary import CLOSED, INTERJECTIONS, NAMES
from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

COMMON: Final[dict[str, str]] = dict(
    pair.split("=")
    for pair in words(
        "evry=every dosnt=doesn't dosent=doesn't thier=their teh=the adn=and an'=and beleive=believe "
        "beleives=believes freind=friend freinds=friends freindly=friendly wierd=weird "
        "definately=definitely alot=a recieve=receive becuase=because becouse=because beacuse=because "
        "bcuz=because tommorow=tomorrow tommorrow=tomorrow tomorow=tomorrow seperate=separate untill=until "
        "wich=which whith=with wth=with verry=very veyr=very vrey=very realy=really allways=always "
        "alwasy=always alway=always nevr=never nver=never neva=never luvs=loves luv=love luvd=loved "
        "lovs=loves lov=love loev=love hapy=happy hapyp=happy happey=happy sadd=sad angery=angry "
        "angri=angry scarred=scarred scard=scared afriad=afraid affraid=afraid lonley=lonely lonly=lonely "
        "jelous=jealous jelaous=jealous beautifull=beautiful beutiful=beautiful beatiful=beautiful "
        "gorgous=gorgeous forgeting=forgetting rember=remember remembr=remember remeber=remember "
        "remebers=remembers forgetts=forgets speeks=speaks speks=speaks spanis=spanish frensh=french "
        "frech=french portugese=portuguese japenese=japanese italain=italian tatoo=tattoo sholder=shoulder "
        "havent=haven't u=you ur=your r=are n=and w/=with wiht=with somthing=something sumthing=something "
        "nuthin=nothing nothin=nothing everthing=everything evrything=everything evryone=everyone "
        "everone=everyone noboddy=nobody compleatly=completely completly=completely completley=completely "
        "desparately=desperately desperatly=desperately truely=truly extremly=extremely "
        "absolutly=absolutely constantley=constantly constantally=constantly independant=independent "
        "suprised=surprised embarassed=embarrassed embarrased=embarrassed greatful=grateful "
        "stuborn=stubborn intelligant=intelligent inteligent=intelligent genious=genius kindd=kind "
        "funy=funny clevr=clever exsist=exist existance=existence charachter=character charactor=character "
        "caracter=character writen=written writting=writing writes=writes calvins=calvin's rubys=ruby's "
        "ruby's=ruby's rubby=ruby rbuy=ruby rubie=ruby ruuby=ruby ruvy=ruby rudy=rudy calivn=calvin "
        "clavin=calvin calven=calvin kalvin=calvin calvn=calvin hary=harry langden=langdon cud=could "
        "wud=would shud=should thru=through tho=though cuz=because bc=because b/c=because coz=because "
        "kno=know knos=knows sez=says wuz=was iz=is ownz=owns hav=have haz=has havs=has gurl=girl "
        "mornin=morning goin=going nite=night tonite=tonight probly=probably prolly=probably abt=about "
        "ppl=people smtg=something sumtimes=sometimes somtimes=sometimes sometimez=sometimes wisper=whisper "
        "wispers=whispers whispars=whispers obay=obey obays=obeys disapear=disappear disapears=disappears "
        "dissapear=disappear dissapears=disappears dissapeared=disappeared disapeared=disappeared "
        "lieing=lying dieing=dying dyeing=dyeing definatly=definitely neccesary=necessary bycicle=bicycle "
        "bycycle=bicycle resturant=restaurant libary=library kichen=kitchen ktichen=kitchen guitarr=guitar "
        "pianno=piano pian=piano violen=violin musik=music togther=together togehter=together "
        "foreever=forever foever=forever 4ever=forever furever=forever bleive=believe belives=believes "
        "belive=believe wana=wanna cryin=crying cryes=cries crys=cries trys=tries flys=flies blushs=blushes "
        "watchs=watches dont=don't wint=won't onli=only olny=only jus=just alwais=always whenver=whenever "
        "wheneverr=whenever excape=escape excited=excited hisself=himself theirself=themselves "
        "screem=scream screems=screams lawer=lawyer "
        "laffing=laughing laffs=laughs laff=laugh trippin=tripping themself=themselves wuvs=loves "
        "wuv=love woud=would wud=would sumone=someone desapears=disappears 2day=today 2nite=tonight "
        "2moro=tomorrow b4=before gr8=great l8=late m8=friend luvly=lovely v=very rly=really "
        "reli=really rlly=really srsly=seriously gf=girlfriend bf=boyfriend fav=favourite "
        "fave=favourite favs=favourites pls=please plz=please thx=thanks hapily=happily obv=obviously "
        "obvs=obviously omw=coming convo=conversation vry=very evrybody=everybody everbody=everybody "
        "evrythin=everything everythin=everything anythin=anything nuffin=nothing somethin=something "
        "lookin=looking lil=little lol=lol af=af wen=when wenever=whenever whenevr=whenever "
        "wheneva=whenever evrytime=everytime coz=because bcos=because becos=because cuse=because "
        "unles=unless cept=except xcept=except exept=except excpet=except wiv=with wif=with dat=that "
        "dem=them da=the tha=the dey=they wot=what wat=what wots=what's gud=good bettr=better "
        "neva=never nevah=never alwayz=always alwys=always allwayz=always 4eva=forever foreva=forever "
        "4evr=forever hav=have hv=have gona=gonna loose=loose loosing=loosing jelly=jelly "
    )
)
"""Misspellings that people make by habit, and what is meant; what is sound but looks like one, as itself."""
_VOWELS: Final = frozenset("aeiouy")
_NEAR: Final = {
    keys[0]: frozenset(keys[1:])
    for keys in words(
        "qwa wqeas ewrsd retdf tryfg ytugh uyihj iuojk oipkl pol aqwsz sawedzx dserfxc fdrtgcv gftyhvb "
        "hgyujbn jhuiknm kjiolm lkop zasx xzsdc cxdfv vcfgb bvghn nbhjm mnjk"
    )
}
"""Each letter with those beside it on a keyboard."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_SOUNDS: Final = [
    (re.compile(written), meant, cost)
    for written, meant, cost in (
        (r"(?<=[^aeiou])d$", "ed", 0.4),
        (r"(?<=sh|ch)s$", "es", 0.4),
        (r"(?<=[sxz])s$", "es", 0.4),
        (r"es$", "s", 0.6),
        (r"(?<=[^aeiou])eing$", "ing", 0.4),
        (r"(?<=[^aeiou])s$", "es", 0.5),
        (r"ys$", "ies", 0.4),
        (r"yed$", "ied", 0.4),
        (r"y(?=ness|ly|er|est)", "i", 0.4),
        (r"ey$", "y", 0.5),
        (r"ie(?=ing$)", "y", 0.5),
        (r"nn?g$", "ing", 0.7),
        (r"ite", "ight", 0.5),
        (r"ck(?=s?$)", "c", 0.4),
        (r"f", "ph", 0.4),
        (r"ph", "f", 0.8),
        (r"le$", "al", 0.7),
        (r"al$", "le", 0.6),
        (r"(?:le|el)(?=s?$)", "al", 0.7),
        (r"shun", "tion", 0.6),
        (r"tion", "sion", 0.6),
        (r"ks", "x", 0.8),
        (r"kw", "qu", 0.7),
        (r"(?<=.)er$", "re", 0.8),
        (r"full(?=y?$)", "ful", 0.3),
        (r"fuly$", "fully", 0.3),
    )
]
"""How endings and sounds are miswritten by more than a letter, or more often than by chance."""
_VOWEL_RUN: Final = re.compile("[aeiouy]+")
_DOUBLED: Final = re.compile(r"(.)\1+")
_SKELETON_RANK: Final = 20_000
"""How common a word must be at least to be found by its consonants, unless it is the story's."""


NEVER_MEANT: Final = 100_000
"""From this rank on, words that are sound, but that nothing else is corrected to: names, new words."""
_NOT_GUESSED: Final = words(
    "genital genitals penis vagina anal anus rectum semen sperm incest rape raped rapes rapist porn porno "
    "whore slut sluts bitch bitches cunt dick dicks cock cocks tit tits fag fags faggot nazi nazis retard "
    "retards"
)
"""Words that nobody is to find on a page without having typed them."""
LIMITS: Final = {4: 1.6, 5: 2.0, 6: 2.25}
"""The worst score at which a correction is still believed, by the length of the word."""
STRICTER: Final = 0.3
"""How much better it must be where the story does not have the word."""
EDGE: Final = 0.7
"""What a wrong first letter costs besides."""


class Source(Protocol):
    """What is known of a form."""

    def rank(self, form: str) -> int:
        """1 for the commonest, 0 for an unknown form."""
        ...

    def tags(self, form: str) -> str:
        """Everything the form can be."""
        ...

    def lemma(self, form: str, tag: str) -> str:
        """Its base form as `tag`."""
        ...

    def shelf(self, prefix: str) -> Collection[str]:
        """All forms that begin with these two letters."""
        ...


class Speller:
    """Corrects a token that no list knows."""

    def __init__(self, source: Source, story: Collection[str], close: Mapping[str, list[str]]) -> None:
        self._words, self._story, self._close = source, story, close
        self._known: dict[str, str] = {}

    def correct(self, low: str, typed: str, first: bool) -> str:
        """The word meant, or `low` itself when unsure."""
        if low in COMMON:
            return COMMON[low]
        if low.endswith("s") and low[:-1] in COMMON and self._words.rank(COMMON[low[:-1]] + "s"):
            return COMMON[low[:-1]] + "s"
        shouting = typed.isupper()
        if len(low) < 4 or not low.isascii() or not low.isalpha() or len(low) > 20:
            return low
        if typed[0].isupper() and not shouting and not first:
            return low
        known = self._known.get(low)
        if known is None:
            known = self._known[low] = self._best(low, first and typed[0].isupper() and not shouting)
            if len(self._known) > 4000:
                self._known.clear()
        return known

    def _best(self, low: str, capital: bool) -> str:
        best, best_score = low, 9.0
        for candidate, cost in sorted(edits(low).items()):
            score = self._score(candidate, cost)
            if score < best_score:
                best, best_score = candidate, score
        limit = LIMITS[min(len(low), 6)]
        if capital:
            limit -= 0.5
        if best_score <= limit - (0 if self._storied(best) else STRICTER):
            return best
        if capital:
            return low
        return (self._two_edits(low) if len(low) >= 7 else "") or self._same_consonants(low) or low

    def _storied(self, form: str) -> bool:
        """Whether the story has the word, in this form or another."""
        return form in self._story or any(
            self._words.lemma(form, tag) in self._story for tag in self._words.tags(form)
        )

    def _same_consonants(self, low: str) -> str:
        """The commonest word that differs in its vowels and doubled letters alone, and in few of these."""
        bones = _skeleton(low)
        if len(low) < 5 or len(bones) < 3:
            return ""
        found = [
            (self._words.rank(form), form)
            for form in self._words.shelf(low[:2])
            if form not in _NOT_GUESSED
            if form[-1] == low[-1] or form[-1] in _VOWELS or low[-1] in _VOWELS
            if abs(len(form) - len(low)) <= 2 and _skeleton(form) == bones
        ]
        most = 2 if len(low) < 9 else 3
        for rank, form in sorted(found):
            known = rank <= _SKELETON_RANK or (rank < NEVER_MEANT and self._storied(form))
            if known and _distance(low, form, most) <= most:
                return form
        return ""

    def _score(self, candidate: str, cost: float) -> float:
        if candidate in NAMES:
            return cost + 0.55
        if candidate in _NOT_GUESSED:
            return 9.0
        if (candidate in CLOSED and " " not in candidate) or candidate in INTERJECTIONS:
            return cost + 0.7 if len(candidate) > 2 else 9.0
        rank = self._words.rank(candidate)
        if not 0 < rank < NEVER_MEANT:
            return 9.0
        return cost + 0.25 * log10(rank + 50) - 0.35 * self._storied(candidate)

    def _two_edits(self, low: str) -> str:
        near = [w for w in self._close.get(low[0], ()) if abs(len(w) - len(low)) <= 2 and len(w) >= 7]
        found = [w for w in near if _distance(low, w, 2) <= 2 and w not in _NOT_GUESSED]
        return found[0] if len(found) == 1 else ""


def edits(word: str) -> dict[str, float]:
    """Every word one edit away, with what the edit costs."""
    out: dict[str, float] = {}

    def offer(candidate: str, cost: float) -> None:
        if cost < out.get(candidate, 9.0):
            out[candidate] = cost

    for i in range(len(word) + 1):
        a, b = word[:i], word[i:]
        edge = EDGE if i == 0 else 0.0
        if b:
            double = i > 0 and word[i - 1] == b[0]
            offer(a + b[1:], (0.45 if double else 1.0) + edge + (0.15 if len(b) == 1 and not double else 0))
        if len(b) > 1:
            offer(a + b[1] + b[0] + b[2:], 0.6 + edge)
        for letter in _LETTERS:
            if b:
                vowels = b[0] in _VOWELS and letter in _VOWELS
                offer(
                    a + letter + b[1:],
                    (0.7 if vowels else 0.8 if letter in _NEAR.get(b[0], ()) else 1.1) + edge,
                )
            double = (i > 0 and word[i - 1] == letter) or (bool(b) and b[0] == letter)
            offer(a + letter + b, (0.45 if double else 0.7 if letter in _VOWELS else 0.9) + edge)
    for written, meant, cost in _SOUNDS:
        for found in written.finditer(word):
            offer(word[: found.start()] + meant + word[found.end() :], cost)
    out.pop(word, None)
    return out


def _skeleton(word: str) -> str:
    """Its consonants, doubled ones once."""
    return _DOUBLED.sub(r"\1", _VOWEL_RUN.sub("", _DOUBLED.sub(r"\1", word)))


def _distance(one: str, other: str, most: int) -> int:
    """Edits from one to the other, transpositions one each; more than `most` is all the same."""
    before2: list[int] = []
    before = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before2[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before2, before = before, row
    return before[-1]
