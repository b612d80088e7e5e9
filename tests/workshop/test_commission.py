from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.reader.claims import Claim
from game.reader.reader import Reader
from game.story.loader import load_story
from game.story.patterns import ClaimPattern
from game.story.vocabulary import CLOSED_VALUES, DEGREES, TIMES
from game.workshop import explore as explorer
from game.workshop.commission import Commission, commission
from game.workshop.coverage import summaries
from game.workshop.kinds import Kind, Test, kinds_called, kinds_in
from game.workshop.missing import missing
from game.workshop.phrases import Phrasebook, examples_in
from game.workshop.typist import Typist

if TYPE_CHECKING:
    from game.story.model import Story

LEXICON = Path(__file__).parents[2] / "story" / "lexicon"
HEAD = """
id: small
title: Small
ifid: 00000000-0000-4000-8000-000000000000
version: 1.0.0
start: desk
chapters: [{id: one, title: One}, {id: two, title: Two}]
"""
WORLD = """
variables:
  voice:
    type: enum
    values: [own, foreign]
    is:
      - {if: "ruby.speech in ('', 'sings')", value: own}
      - {if: "has('speech', degree='absolute')", value: foreign}
      - {value: own}
"""
STORY = """
chapter: one
scenes:
  desk: {text: A desk., page: first}
  porch:
    text:
      - "{has('being', 'dead') and has('tie', 'friend', object='harry'): Nobody.|Her.}"
      - "{voice == 'foreign': Quoi|What}?"
      - with: {thing: "claim('have', page='first')"}
        text: "There {thing.plural: are|is} {thing.noun}{'bee' in thing.noun: , humming}."
    ending: out
pages:
  first: {prompt: Who?, goto: porch, beats: here, unread: Nothing.}
beats:
  here-any: {at: here, for: {subject: any, holds: any}, text: "So: {it.third}.{it.when: When it is so.}"}
  here-sad:
    at: here
    for: {aspect: mood, value: sad, degree: absolute, time: later}
    text: "{index == 0: Sad.|And sad.}"
  here-harry: {at: here, for: {subject: harry, aspect: mood, value: jealous, holds: false}, text: Not he.}
  here-mute: {at: here, for: {aspect: speech, value: silent}, if: "it.who == 'harry'", text: Never.}
endings: {out: {title: Out}}
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.from_folder(LEXICON)


@pytest.fixture(scope="module")
def book(reader: Reader) -> Phrasebook:
    return Phrasebook(reader, examples_in(LEXICON))


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("small")
    (folder / "story.yaml").write_text(HEAD)
    (folder / "world.yaml").write_text(WORLD)
    (folder / "one.yaml").write_text(STORY)
    return load_story(folder)


@pytest.fixture(scope="module")
def asked(story: Story, reader: Reader) -> Commission:
    return commission(story, reader, examples_in(LEXICON))


def test_a_call_asks_for_a_kind_with_all_that_is_said_of_it() -> None:
    (kind,) = kinds_called(
        "has('open', ('tuba', 'bee'), degree='absolute', holds=None, page='flaw', when='met') and lamp"
    )
    assert kind.pattern.aspect is not None
    assert "skill" in kind.pattern.aspect
    assert "mood" not in kind.pattern.aspect
    assert kind.pattern.value == {"tuba", "bee"}
    assert (kind.pattern.degree, kind.pattern.holds, kind.when) == ({"absolute"}, None, True)
    assert kind.pages == {"flaw"}


def test_what_is_asked_of_a_claim_tells_two_kinds_apart() -> None:
    it = Kind(ClaimPattern(aspect=frozenset({"mood"})))
    kinds = list(kinds_in("lamp and it.value in ('sad', 'numb')", {"it": (it,)}))
    assert [kind.tests for kind in kinds] == [
        (Test("it.value in ('sad', 'numb')", True),),
        (Test("it.value in ('sad', 'numb')", False),),
    ]
    sad, calm = Claim("ruby", "mood", "sad"), Claim("ruby", "mood", "calm")
    assert [[kind.fits(claim) for kind in kinds] for claim in (sad, calm)] == [[True, False], [False, True]]


def test_a_condition_upon_a_claim_is_a_kind_and_not_a_test() -> None:
    it = Kind(ClaimPattern())
    kinds = list(kinds_in("not it.when", {"it": (it,)}))
    assert [kind.when for kind in kinds] == [False, True]
    assert not any(kind.tests for kind in kinds)


def test_what_she_is_now_has_to_be_written_of_her_and_something_else_too() -> None:
    named, other = kinds_in("ruby.speech == 'silent'", {})
    assert named.fits(Claim("ruby", "speech", "silent"))
    assert other.fits(Claim("ruby", "speech", "sings"))
    assert not other.fits(Claim("ruby", "speech", "silent"))
    assert not named.fits(Claim("ruby", "speech", "silent", time="before"))


@pytest.mark.parametrize("aspect", sorted(CLOSED_VALUES))
@pytest.mark.parametrize("degree", sorted(DEGREES))
def test_every_value_of_a_closed_aspect_is_said_in_every_degree(
    book: Phrasebook, aspect: str, degree: str
) -> None:
    unsaid = [
        value
        for value in sorted(CLOSED_VALUES[aspect])
        if not book.sentences(
            Kind(
                ClaimPattern(aspect=frozenset({aspect}), value=frozenset({value}), degree=frozenset({degree}))
            )
        )
    ]
    assert unsaid == []


@given(st.data())
def test_a_sentence_is_given_only_if_it_is_read_so(
    reader: Reader, book: Phrasebook, data: st.DataObject
) -> None:
    aspect = data.draw(st.sampled_from(sorted(CLOSED_VALUES)))
    kind = Kind(
        ClaimPattern(
            subject=data.draw(st.sampled_from([None, frozenset({"ruby"}), frozenset({"harry"})])),
            aspect=frozenset({aspect}),
            value=data.draw(
                st.none() | st.sampled_from(sorted(CLOSED_VALUES[aspect])).map(lambda v: frozenset({v}))
            ),
            holds=data.draw(st.sampled_from([True, False, None])),
            degree=data.draw(st.none() | st.sampled_from(sorted(DEGREES)).map(lambda d: frozenset({d}))),
            time=data.draw(st.none() | st.sampled_from(sorted(TIMES)).map(lambda t: frozenset({t}))),
        ),
        when=data.draw(st.sampled_from([None, True, False])),
    )
    for sentence in book.sentences(kind):
        assert any(kind.fits(claim) for claim in reader.read(sentence).claims), (str(kind), sentence)


def test_all_that_the_story_asks_for_is_ordered_with_words_for_it(asked: Commission) -> None:
    orders = {order.kind: order for order in asked.orders}
    assert any("dead" in kind for kind in orders)
    assert any("friend" in kind and "harry" in kind for kind in orders)
    assert {("beat:here-sad", "beat:here-sad")} <= set(orders["mood sad absolute later"].asked_by)
    assert orders["harry mood jealous denied"].pages == {"first"}
    assert any(order.pages == {"first"} and "plural" in order.kind for order in asked.orders)
    assert any(
        "bee" in sentence for order in asked.orders for sentence in order.sentences if "`'bee'" in order.kind
    )


def test_what_cannot_be_said_is_told_with_who_asks_for_it(asked: Commission) -> None:
    (dead,) = [order for order in asked.unsayable if "`it.who == 'harry'` so" in order.kind]
    assert dead.asked_by[0][0] == "beat:here-mute"


def test_pages_made_from_the_story_reach_what_others_do_not(
    story: Story, reader: Reader, asked: Commission
) -> None:
    plain = explorer.explore(story, reader, explorer.Plan(["Ruby plays the tuba."], 120, 3))
    made = explorer.explore(
        story, reader, explorer.Plan(["Ruby plays the tuba."], 120, 3, orders=asked.orders)
    )
    assert (plain.ended, made.ended) == (120, 120)
    assert plain.unseen(story)["beats"] == ["here-sad", "here-harry", "here-mute"]
    assert made.unseen(story)["beats"] == ["here-mute"]
    conditions, _ = summaries(story, made.coverage)
    assert [gap.what for gap in conditions.gaps] == ["it.who == 'harry'"]


def test_the_same_seed_types_the_same_pages(story: Story, reader: Reader, asked: Commission) -> None:
    plan = explorer.Plan(["Ruby sings."], 15, 4, orders=asked.orders)
    once, again = (explorer.explore(story, reader, plan) for _ in range(2))
    assert once.typed == again.typed
    assert once.coverage.seen == again.coverage.seen


def test_of_what_waits_the_least_typed_comes_first(asked: Commission) -> None:
    typist = Typist([], asked.orders)
    typist.look(lambda key: key != "beat:here-harry")
    (harry,) = [order for order in asked.orders if ("beat:here-harry", "beat:here-harry") in order.asked_by]
    chance = random.Random(0)
    typist.begin(chance)
    pages = [typist.page("first", chance) for _ in range(40)]
    assert sum(any(sentence in page for sentence in harry.sentences) for page in pages) > 30


def test_the_list_of_what_is_missing_names_it_by_lack_with_what_was_typed_for_it(
    story: Story, reader: Reader, asked: Commission
) -> None:
    report = explorer.explore(story, reader, explorer.Plan([], 120, 3, orders=asked.orders))
    said = "\n".join(missing(story, report, asked))
    assert "## Never true: 1\n\nit.who == 'harry'\n    1: beat here-mute\n" in said
    assert "no sentence was found that is read so" in said
    assert "## Beats never told: 1\n\nhere-mute\n" in said
    assert re.search(r"^    speech silent: typed [1-9][0-9]* times: [A-Z]", said, re.MULTILINE)
