"""What a careless reader falls for: irony, ownership said backwards, what there is nothing of, texting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from game.reader.reader import Reader


def said(reader: Reader, page: str) -> list[tuple[str, str, str, bool]]:
    return [(c.subject, c.aspect, c.value, c.holds) for c in reader.read(page).claims]


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("She's about as graceful as a cow on skates.", ("ruby", "trait", "graceful", False)),
        ("Ruby is the least jealous person I know.", ("ruby", "mood", "jealous", False)),
        ("Ruby is not half as clever as Langdon.", ("ruby", "trait", "clever", False)),
        ("Ruby is the opposite of shy.", ("ruby", "trait", "shy", False)),
        ("Ruby is not what you would call shy.", ("ruby", "trait", "shy", False)),
        ("Ruby is happy, said nobody ever.", ("ruby", "mood", "joyful", False)),
        ("If Ruby is a nurse, I'm the Pope.", ("ruby", "role", "nurse", False)),
        ("Ruby is without shame.", ("ruby", "mood", "ashamed", False)),
        ("There is nothing Ruby fears.", ("ruby", "mood", "afraid", False)),
        ("There is nothing on a plate that Ruby won't eat.", ("ruby", "act", "eat everything", True)),
        ("Nobody but Ruby clapped.", ("ruby", "act", "clap", True)),
        ("Ruby is nobody's.", ("ruby", "will", "free", True)),
        ("Ruby can no longer walk.", ("ruby", "skill", "walk", False)),
        ("Ruby's job is painting houses.", ("ruby", "act", "paint house", True)),
        ("There is a horse that belongs to Ruby.", ("ruby", "have", "horse", True)),
        ("The red car is Ruby's.", ("ruby", "have", "red car", True)),
        ("The one I love is Ruby.", ("calvin", "bond", "loves", True)),
        ("Spiders terrify her.", ("ruby", "mood", "afraid", True)),
        ("According to Harry, Ruby is a thief.", ("harry", "say", "Ruby is a thief", True)),
        ("It is Harry's opinion that Ruby is a thief.", ("harry", "mind", "believes", True)),
        ("To say that Ruby is kind would be a lie.", ("ruby", "trait", "kind", False)),
        ("Calling Ruby shy would be an exaggeration.", ("ruby", "trait", "shy", False)),
        ("Nothing Ruby says is true.", ("ruby", "speech", "truthful", False)),
        ("All Ruby ever does is cry.", ("ruby", "act", "cry", True)),
        ("Ruby does not love me any less.", ("ruby", "bond", "loves", True)),
        ("Ruby couldn't love me more.", ("ruby", "bond", "loves", True)),
        ("Everybody laughed, Ruby included.", ("ruby", "act", "laugh", True)),
        ("Ruby never, ever, under any circumstances, apologises.", ("ruby", "act", "apologise", False)),
        ("Ruby is still a nurse.", ("ruby", "role", "nurse", True)),
        ('"Ruby hates you," the psychic hissed.', ("other", "say", "Ruby hates you", True)),
        ("RUBY: I don't love you.", ("ruby", "say", "I don't love you", True)),
        ("Ruby sparks joy.", ("ruby", "act", "spark joy", True)),
        ("Ruby is not my wife.", ("ruby", "role", "wife", False)),
        ("Ruby was given a book by Harry.", ("ruby", "have", "book", True)),
        ("Ruby loves that dog.", ("ruby", "taste", "dog", True)),
        ("Ruby is less lonely now.", ("ruby", "mood", "lonely", False)),
        ("Patience is not Ruby's strong suit.", ("ruby", "trait", "patient", False)),
        ("Ruby has about as much tact as a brick.", ("ruby", "trait", "tactful", False)),
        ("Ruby's kindness knows no bounds.", ("ruby", "trait", "kind", True)),
        ("Ruby's patience has run out.", ("ruby", "trait", "patient", False)),
        ("Ruby's cooking is terrible.", ("ruby", "skill", "cook", False)),
        ("Ruby is a bit on the shy side.", ("ruby", "trait", "shy", True)),
        ("Shy, Ruby isn't.", ("ruby", "trait", "shy", False)),
        ("Laugh she did.", ("ruby", "act", "laugh", True)),
        ("What Ruby did was laugh.", ("ruby", "act", "laugh", True)),
        ("The window was broken by Ruby.", ("ruby", "act", "break window", True)),
        ("Down the stairs Ruby fell.", ("ruby", "act", "fall down stair", True)),
        ("Ruby was heard to laugh.", ("ruby", "act", "laugh", True)),
        ("You can tell Ruby is tired.", ("ruby", "body", "tired", True)),
        ("I hereby declare Ruby free.", ("ruby", "will", "free", True)),
        ("Is Ruby happy? No.", ("ruby", "mood", "joyful", False)),
        ("Did Ruby laugh? She did.", ("ruby", "act", "laugh", True)),
        ("Shy? Not Ruby.", ("ruby", "trait", "shy", False)),
        ("Neither hail nor taxes could make Ruby leave.", ("ruby", "bond", "leaves", False)),
        ("Only an idiot would call Ruby dull.", ("ruby", "trait", "dull", False)),
        ("Trust Ruby to lose the tickets.", ("ruby", "act", "lose ticket", True)),
        ("Ruby would never, in a million years, wear beige.", ("ruby", "body", "wear beige", False)),
        ("Ruby seldom, if ever, shouts.", ("ruby", "speech", "shouts", False)),
        ("Never once has Ruby thanked the bus driver.", ("ruby", "act", "thank bus driver", False)),
        ("Ruby has never so much as looked at a map.", ("ruby", "act", "look at map", False)),
        ("Rich or not, Ruby steals spoons.", ("ruby", "act", "steal spoon", True)),
        ("Contrary to popular belief, Ruby can swim.", ("ruby", "skill", "swim", True)),
        ("Langdon would have you believe that Ruby snores.", ("langdon", "say", "Ruby snores", True)),
        ("Who stole the swan? Not Ruby.", ("ruby", "act", "steal swan", False)),
        ("Everyone thinks Ruby is rich. She isn't.", ("ruby", "trait", "rich", False)),
        ("Everyone thinks Ruby is rich, but she's broke.", ("ruby", "trait", "broke", True)),
        ("Ruby can't stand Langdon, and who can blame her?", ("ruby", "taste", "langdon", False)),
        ("Ruby is not a little annoyed.", ("ruby", "mood", "angry", True)),
        ("Nobody, least of all Ruby, expected the otters.", ("ruby", "act", "expect otter", False)),
        ("Whoever ate the custard, it wasn't Ruby.", ("ruby", "act", "eat custard", False)),
        ("Ruby won't not go to the funeral.", ("ruby", "place", "funeral", True)),
        ("Ruby is about as musical as a tractor.", ("ruby", "trait", "musical", False)),
        ("Ruby's not here, man.", ("ruby", "place", "here", False)),
        ("Ruby, I'd have you know, has never once been late.", ("ruby", "trait", "late", False)),
        ("Ruby is hard to please.", ("ruby", "trait", "hard to please", True)),
        ("Ruby adors me", ("ruby", "bond", "loves", True)),
        ("Ruby forgivs me", ("ruby", "bond", "forgives", True)),
        ("ruby wants 2 b a doctor", ("ruby", "want", "be doctor", True)),
        ("rubys eyes r green", ("ruby", "body", "green eye", True)),
        ("ruby so pretty", ("ruby", "body", "pretty", True)),
        ("she mad at me", ("ruby", "mood", "angry", True)),
        ("ruby no like fish", ("ruby", "taste", "fish", False)),
        ("ruby is v happy", ("ruby", "mood", "joyful", True)),
    ],
)
def test_a_trap_is_seen_through(reader: Reader, page: str, claim: tuple[str, str, str, bool]) -> None:
    assert said(reader, page) == [claim]


@pytest.mark.parametrize(
    "page",
    [
        "I wish I had a pony and a brother who could cook.",
        "Would that I were a bird.",
        "Oh, to be twenty again.",
        "I'd give anything to be able to finish this.",
        "I could use a drink.",
        "May I be forgiven.",
        "Let me be brave.",
        "She would be happier in Paris.",
        "I hope the rain stops.",
        "Write me a poem about the sea",
        "She acts as though she were happy.",
        "Ask me whether she's content and I'll tell you it's none of your business.",
        "To all appearances Ruby is happy.",
        "Ruby or Harry laughed.",
        "Ruby was mistaken for a nurse.",
        "Everyone but Ruby had brought a lunch.",
        "git commit -m 'she loves me' && git push --force",
        "Sparks fly.",
        "Ruby is either asleep or dead.",
        "I could make her a dancer.",
        "She could be asleep.",
        "Men are dogs and women weep.",
        "Is Ruby happy? Does she love me?",
        "Far be it from me to call Ruby a flirt.",
        "Error 404: Ruby not found",
        "UPDATE ruby SET mood='happy' WHERE 1=1;",
    ],
)
def test_what_claims_nothing_is_let_be(reader: Reader, page: str) -> None:
    assert said(reader, page) == []


def test_what_one_can_the_other_cannot(reader: Reader) -> None:
    assert said(reader, "Harry can swim. Ruby can't.") == [
        ("harry", "skill", "swim", True),
        ("ruby", "skill", "swim", False),
    ]


@pytest.mark.parametrize(
    ("page", "degree"),
    [
        ("She doesn't flirt with waiters. Not once.", "absolute"),
        ("Ruby is vain. Very.", "strong"),
        ("Ruby is jealous. Sometimes.", "slight"),
        ("Ruby is scared of clowns but only a little bit.", "slight"),
        ("She dances too.", "plain"),
        ("So Ruby got a dog.", "plain"),
        ("Ruby doesn't really like opera.", "plain"),
    ],
)
def test_a_degree_is_taken_where_it_is_said(reader: Reader, page: str, degree: str) -> None:
    assert [c.degree for c in reader.read(page).claims] == [degree]


def test_a_list_without_commas_is_one(reader: Reader) -> None:
    assert said(reader, "1) Ruby is kind 2) Ruby is tall") == [
        ("ruby", "trait", "kind", True),
        ("ruby", "body", "tall", True),
    ]
    assert [v for _, _, v, _ in said(reader, "ruby has a dog a cat and a bird")] == ["dog", "cat", "bird"]
    assert [v for _, _, v, _ in said(reader, "Ruby is kind / funny / late.")] == ["kind", "funny", "late"]
