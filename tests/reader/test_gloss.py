"""What is read back to the player: cases read by eye, and what holds of all of them."""

from __future__ import annotations

import itertools
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.reader.claims import ASPECTS, SUBJECTS, Claim, Frame, Ref
from game.reader.gloss import LIMIT, gloss
from game.reader.pronouns import NAMES
from game.reader.saying import deny

VALUES = {
    "mood": "joyful sad afraid numb",
    "bond": "loves desires needs trusts misses admires forgives faithful distant indifferent resents hates "
    "fears leaves",
    "will": "free obedient bound defiant",
    "speech": "french silent sings whispers shouts rhymes questions truthful lies talkative stammers",
    "mind": "knows forgets remembers believes doubts wonders dreams",
    "being": "real written alive dead gone ageless",
    "tie": "friend family lover rival stranger student colleague",
}
OPEN_VALUES = {
    "trait": ("kind", "morning person", "bad-tempered"),
    "body": ("red hair", "tall", "wear yellow dress", "green eye", "allergic to peanut"),
    "skill": ("play piano", "swim", "chess", "boil egg"),
    "act": ("keep bee", "dance", "crawl on floor"),
    "have": ("dog", "three cat", "anything"),
    "taste": ("mushroom", "zombie film", "rain", "nothing"),
    "want": ("dog", "be dancer", "leave los angeles", "nothing"),
    "role": ("painter", "student", "queen of denmark"),
    "past": ("born dayton", "grow up farm", "expel high school"),
    "place": ("paris", "kitchen", "home", "leave house", "stay"),
    "say": ("Stay", "Who wrote this?"),
}
OBJECTS = (None, "written", "harry", "calvin", "ruby", "other", "own name", "that the earth is flat", "")
CONDITIONS = (None, "whenever it rains", "Unless I forbid it", "if Calvin leaves")
BEGINNINGS = re.compile(rf"(?:before now: )?(?:where )?(?:she|you|someone|{'|'.join(NAMES.values())}) ")


def claim(aspect: str, value: str, **fields: object) -> Claim:
    return Claim(fields.pop("subject", "ruby"), aspect, value, **fields)  # type: ignore[arg-type]


def values_of(aspect: str) -> tuple[str, ...]:
    return tuple(VALUES[aspect].split()) if aspect in VALUES else OPEN_VALUES[aspect]


@pytest.mark.parametrize(
    ("understood", "said"),
    [
        (claim("mood", "joyful", degree="absolute"), "she is joyful: always"),
        (claim("mood", "joyful", holds=False), "she isn't joyful"),
        (claim("mood", "joyful", holds=False, degree="absolute"), "she is never joyful"),
        (claim("mood", "joyful", holds=False, degree="slight"), "she is hardly ever joyful"),
        (claim("mood", "joyful", holds=False, degree="strong"), "she really isn't joyful"),
        (claim("mood", "joyful", holds=False, degree="strong", subject="calvin"), "you really aren't joyful"),
        (claim("mood", "sad", time="before"), "before now: she was sad"),
        (claim("mood", "sad", time="before", degree="slight"), "before now: she was sad, a little"),
        (claim("mood", "sad", time="later", when="If it rains"), "she will be sad: if it rains"),
        (claim("mood", "sad", time="later", holds=False), "she won't be sad"),
        (
            claim("bond", "needs", degree="strong", when="whenever it rains"),
            "she needs you: very much, whenever it rains",
        ),
        (claim("bond", "leaves", holds=False, degree="absolute"), "she never leaves you"),
        (claim("bond", "loves", subject="calvin"), "you love her"),
        (claim("bond", "fears", subject="harry"), "Harry is afraid of you"),
        (claim("bond", "misses", when="when I am out"), "she misses you: when you are out"),
        (claim("will", "obedient", degree="absolute"), "she does as you say: always"),
        (claim("will", "obedient", subject="calvin"), "you do as she says"),
        (claim("will", "bound"), "she is bound"),
        (claim("will", "defiant", holds=False), "she doesn't defy you"),
        (claim("speech", "french", degree="absolute"), "she speaks French: always"),
        (claim("speech", "silent", time="before"), "before now: she was silent"),
        (claim("speech", "lies", time="before"), "before now: she lied"),
        (claim("speech", "lies", holds=False), "she doesn't lie"),
        (claim("mind", "knows", object="written"), "she knows that she was written"),
        (claim("mind", "wonders", object="written"), "she wonders whether she was written"),
        (claim("mind", "knows", object="written", subject="harry"), "Harry knows that she was written"),
        (
            claim("mind", "knows", object="written", subject="calvin", text="I know that I am a character"),
            "you know that you were written",
        ),
        (claim("mind", "dreams", object="blue door"), "she dreams of blue door"),
        (claim("mind", "believes", object="earth is flat"), "she believes that earth is flat"),
        (claim("mind", "forgets", object="calvin"), "she forgets you"),
        (claim("mind", "remembers"), "she remembers something"),
        (claim("mind", "forgets", object="nothing", holds=False), "she doesn't forget anything"),
        (claim("being", "written"), "she is made up"),
        (claim("being", "dead", time="later", holds=False, degree="absolute"), "she will never be dead"),
        (claim("tie", "friend", object="harry"), "she is Harry's friend"),
        (claim("tie", "lover", object="ruby", subject="langdon"), "Langdon is her lover"),
        (claim("tie", "family", object="lila"), "she is related to Lila"),
        (claim("tie", "family", object="twin brother"), "she has a twin brother"),
        (claim("tie", "family", object="mother", holds=False), "she doesn't have a mother"),
        (claim("tie", "stranger", object="other"), "she is a stranger to someone"),
        (claim("tie", "rival", object="beekeeper"), "she is a rival of a beekeeper"),
        (claim("trait", "kind", degree="strong"), "she is kind: very much so"),
        (claim("body", "red hair"), "she has red hair"),
        (claim("body", "green eye", holds=False), "she doesn't have green eyes"),
        (claim("body", "tired", subject="calvin"), "you are tired"),
        (claim("body", "wear yellow dress"), "she wears a yellow dress"),
        (claim("skill", "swim", holds=False), "she can't swim"),
        (claim("skill", "swim", time="before"), "before now: she could swim"),
        (claim("skill", "swim", time="later", holds=False), "she won't be able to swim"),
        (claim("skill", "play piano"), "she can play the piano"),
        (claim("act", "keep bee", subject="lila"), "Lila keeps bees"),
        (claim("act", "dance", holds=False), "she doesn't dance"),
        (claim("have", "dog"), "she has a dog"),
        (claim("have", "anything", holds=False), "she doesn't have anything"),
        (claim("taste", "mushroom"), "she likes mushrooms"),
        (claim("taste", "mushroom", holds=False), "she doesn't like mushrooms"),
        (claim("taste", "rain", degree="strong"), "she likes rain: very much"),
        (claim("want", "be dancer"), "she wants to be a dancer"),
        (claim("want", "nothing", holds=False, degree="absolute"), "she never wants anything"),
        (claim("role", "coward", subject="harry"), "Harry is a coward"),
        (claim("role", "painter", subject="other"), "someone is a painter"),
        (claim("past", "born dayton", time="before"), "before now: she was born in Dayton"),
        (claim("place", "paris", degree="absolute"), "where she is: Paris, always"),
        (claim("place", "kitchen", time="later", subject="calvin"), "where you will be: the kitchen"),
        (claim("place", "stay", holds=False, degree="absolute"), "she never stays"),
        (claim("say", "Who wrote this?", subject="mort"), "Mort says “Who wrote this?”"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_was_understood_is_said_in_plain_words(understood: Claim, said: str) -> None:
    assert gloss(understood) == said


FRAMED = [
    (
        claim("act", "keep bee", text="Ruby keeps bees on the roof", frame=Frame("keep", "bees on the roof")),
        "she keeps bees",
    ),
    (
        claim(
            "act",
            "let go of sleeve",
            holds=False,
            degree="absolute",
            text="never lets go of my sleeve",
            frame=Frame("let", "go of my sleeve", (Ref(6, 8, "calvin", "possessive"),), "never"),
        ),
        "she never lets go of your sleeve",
    ),
    (
        claim(
            "past", "expel from school", text="was expelled from school", frame=Frame("expel", "from school")
        ),
        "before now: she was expelled from school",
    ),
    (
        claim("past", "grow up on farm", text="grew up on a farm", frame=Frame("grow", "up on a farm")),
        "before now: she grew up on a farm",
    ),
    (
        claim("past", "ohio", text="is from Ohio", frame=Frame("be", "from Ohio", noun="from Ohio")),
        "before now: she came from Ohio",
    ),
    (
        claim("want", "be dancer", text="wants to be a dancer", frame=Frame("want", "to be a dancer")),
        "she wants to be a dancer",
    ),
    (
        claim("want", "pet axolotl", text="wants a pet axolotl", frame=Frame("want", "a pet axolotl")),
        "she wants a pet axolotl",
    ),
    (
        claim("place", "kitchen", text="walks into the kitchen", frame=Frame("walk", "into the kitchen")),
        "where she is: the kitchen",
    ),
    (
        claim("skill", "chess", text="is very good at chess", frame=Frame("be", "very good at chess")),
        "she is good at chess",
    ),
    (
        claim(
            "mind",
            "forgets",
            object="own name",
            text="forgets her own name",
            frame=Frame("forget", "her own name"),
        ),
        "she forgets her own name",
    ),
    (
        claim("mind", "believes", object="earth is flat", frame=Frame("think", "the earth is flat")),
        "she believes that the earth is flat",
    ),
    (
        claim("mind", "believes", object="i 'm wonderful", frame=Frame("think", "I'm wonderful")),
        "she believes that you're wonderful",
    ),
    (
        claim("have", "three dog", text="with her three dogs", frame=Frame("have", "her three dogs")),
        "she has three dogs",
    ),
    (
        claim("taste", "opera", holds=False, text="HATES THE OPERA", frame=Frame("hate", "THE OPERA")),
        "she doesn't like the opera",
    ),
]


@pytest.mark.parametrize(("understood", "said"), FRAMED, ids=[said for _, said in FRAMED])
def test_the_values_own_words_are_said_in_the_shape_they_were_typed_in(understood: Claim, said: str) -> None:
    assert gloss(understood) == said


def test_what_was_typed_beside_it_is_not_said() -> None:
    typed = Frame("keep", "very many bees on the roof of the bank")
    assert gloss(claim("act", "keep bee", text="keeps bees", frame=typed)) == "she keeps bees"


def test_a_claim_put_in_backwards_is_said_so() -> None:
    typed = claim("act", "keep bee", text="keeps bees", frame=Frame("keep", "bees"))
    assert gloss(deny(typed)) == "she doesn't keep bees"
    assert gloss(deny(claim("mood", "joyful", degree="absolute"))) == "she is never joyful"


def check(said: str) -> None:
    assert 0 < len(said) <= LIMIT
    assert said == said.strip()
    assert "  " not in said
    assert not {char for char in said if unicodedata.category(char)[0] == "C"}
    assert BEGINNINGS.match(said), said


@pytest.mark.parametrize("aspect", ASPECTS)
def test_every_combination_is_one_line_that_begins_with_whom_it_is_about(aspect: str) -> None:
    combinations = itertools.product(
        SUBJECTS,
        values_of(aspect),
        (True, False),
        ("slight", "plain", "strong", "absolute"),
        ("now", "before", "later"),
        CONDITIONS[:1] if aspect in ("mind", "tie") else CONDITIONS,
        OBJECTS if aspect in ("mind", "tie") else (None,),
    )
    for subject, value, holds, degree, time, when, thing in combinations:
        one = Claim(subject, aspect, value, holds, degree, time, when, thing)  # type: ignore[arg-type]
        said = gloss(one)
        check(said)
        denied = re.search(r"n't\b|\bnot\b|\bnever\b|\bhardly ever\b", said) is not None
        assert denied is not holds, said


TEXT = st.text(max_size=60)


@given(
    st.sampled_from(ASPECTS), st.sampled_from(SUBJECTS), TEXT, st.none() | TEXT, st.none() | TEXT, TEXT, TEXT
)
def test_whatever_is_in_a_claim_it_is_one_line(
    aspect: str, subject: str, value: str, thing: str | None, when: str | None, lemma: str, tail: str
) -> None:
    one = Claim(subject, aspect, value, when=when, object=thing, text=tail, frame=Frame(lemma, tail))
    check(gloss(one))
    check(gloss(Claim(subject, aspect, value, False, "strong", "later", when, thing, frame=None)))
