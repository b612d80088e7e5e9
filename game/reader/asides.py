"""Between tagging and clauses: comments set off by commas, which claim nothing (*I regret to say, thank God*)."""  # noqa: E501

from __future__ import annotations  # noqa: I001

import re
from typing import TYPE_CHECKING, Final
import itertools

if TYPE_CHECKING:
    from game.reader.tokens import Token

_COMMENT: Final = re.compile(
    r"(?:and |but )?(?:"
    r"(?:i|we) (?:(?:must|should|might|may|can|will|do|am|have|would|could|rather|quite|often|only|well|sometimes|'m) )*"  # noqa: E501
    r"(?:think|suppose|believe|regret|confess|fear|hope|gather|hear|admit|say|guess|imagine|suspect|swear|know"
    r"|tell you|told|add|dare say|daresay|trust|promise|assume|presume|repeat|insist|note|concede|grant|happy|sorry"  # noqa: E501
    r"|glad|sad|pleased|afraid|ashamed|delighted|proud)"
    r"(?: to (?:say|admit|report|add|note|tell you|confess|think|remember|inform you))?(?: to have been told)?"  # noqa: E501
    r"|(?:god|heaven|heavens|lord) (?:forgive|help|bless|knows|rest|save) ?(?:her|him|me|us|them|knows|why)?"
    r"|thank (?:god|heaven|heavens|goodness)|bless (?:her|him|them)(?: heart)?|mind you|if you please"
    r"|(?:he|she|they|everyone|everybody|even \\w+|calvin|ruby|harry) (?:had to|must|would|could only|was forced to) (?:admit|allow|concede|confess|own|agree)"  # noqa: E501
    r"|in (?:her|his|my) (?:time|day|youth|way|own way|prime|heyday)|by then|by now|at (?:last|length|first)|in the end|in those days|in her own words"  # noqa: E501
    r"|it (?:should|must|may|will|can|has|ought to) be (?:noted|said|admitted|confessed|remembered|recorded|added|told)"  # noqa: E501
    r"|it (?:is|was) (?:true|said|fair to say)|too|also|likewise|then|i (?:have|had|'ve) (?:decided|noticed|observed|learned|learnt|discovered|found|concluded|come to \w+)|it (?:turned out|turns out|transpired|transpires|so happens|so happened)|they say|so (?:they|i'm|i am|he|she) (?:say|says|told)"  # noqa: E501
    r"|(?:and )?to (?:be (?:fair|sure|precise|exact|honest|clear|frank)|tell the truth|tell you the truth"
    r"|(?:my|our|anyone 's|anybody 's) (?:certain |best )?knowledge|say the least|put it (?:mildly|kindly|bluntly|politely|simply|charitably|plainly|delicately)|speak plainly)"  # noqa: E501
    r"|to (?:her|his|my) (?:credit|shame|surprise|horror|astonishment|delight|relief|amazement|regret|annoyance)"  # noqa: E501
    r"|for (?:her|his|my) part|in (?:my|his|her) (?:\w+ )?(?:opinion|view|estimation)|in (?:short|fact|sum|truth|brief)"  # noqa: E501
    r"|(?:dear |gentle )?reader|after all|by the way|needless to say|truth (?:be told|to tell)"
    r"|as (?:ever|usual|always|a rule|it happens|it were|you know|i say|i said|you can see|it turns out|far as i know)"  # noqa: E501
    r"|if you (?:must know|like|will|ask me)|so to speak|strange to say|sad to say|you (?:see|know|understand|understand me)"  # noqa: E501
    r"|however \w+|no doubt|for all i know|all the same|all things considered|like it or not|rain or shine"
    r"|as (?:they|he|she|we|people|men|women|girls|boys|others) (?:always |often )?(?:do|does|did|will|would|must|used to)(?: .*)?"  # noqa: E501
    r"|as (?:the|a|an|all|some|only|other) [^,]* (?:do|does|did|will|would|are said to [a-z]+|can)"
    r"|and (?:does|did|do|is|was|will|has|can|could|would)(?: so)?(?: often| still)?|but not (?:much|often|well|always|for long|very|quite|entirely|by much|a lot)"  # noqa: E501
    r"|do n't get me wrong|make no mistake|believe (?:you )?me|trust me|let me tell you|i can tell you|mark my words"  # noqa: E501
    r"|take my word for it|i kid you not|no word of a lie|no lie|unless i am (?:much |very |greatly )?mistaken(?: in the matter)?|(?:so )?good luck with that|(?:i 'll |i )?tell you what|so help me|good luck with that"  # noqa: E501
    r"|what can i say|go figure|as god is my witness|between (?:you and me|ourselves)|strictly speaking|folks|my friends"  # noqa: E501
    r"|(?:her|his|my|the|our|all her|all the) (?:\w+ )?\w+s (?:agreed|agree|said|say|insist|insisted|thought|felt|noticed|remembered|recalled)"  # noqa: E501
    r"|(?:everyone|everybody|people|all|they|we all) (?:agreed|agrees|agree|said|says|say)"
    r"|(?:it was |it is )?(?:generally |widely |universally )?(?:agreed|acknowledged|conceded|felt)"
    r"|(?:and )?(?:worse|better|worse still|better still|worst of all|best of all|more to the point|what is more|what was more|what is worse|what was worse)"  # noqa: E501
    r"|your honou?r|members of the jury|my lord|ladies and gentlemen|god willing|alas|naturally|frankly|honestly"  # noqa: E501
    r")"
)


def silence(tokens: list[Token]) -> None:  # noqa: PLR0912
    """Retag comments as interjections, commas and all."""
    for i, token in enumerate(tokens[3:], 3):
        if (
            token.tag in "ED"
            and token.tag
            and tokens[i - 1].low in {"life", "lives", "days"}
            and tokens[i - 2].tag == "s"
            and tokens[i - 3].low in {"in", "of"}
        ):
            j = i - 4
            while j >= 0 and tokens[j].tag in "Rxi" and tokens[j].low not in {"out"}:
                j -= 1
            if j >= 0 and tokens[j].tag in "hb" and j < i - 4:
                for inner in tokens[i - 3 : i]:
                    inner.tag = inner.tags = "!"
    _idle(tokens)
    marks = [i for i, t in enumerate(tokens) if t.tag in {",", "."}]
    if not any(tokens[i].tag == "," for i in marks):
        return
    edges = [-1, *marks]
    if not marks or marks[-1] != len(tokens) - 1:
        edges.append(len(tokens))
    for a, b in itertools.pairwise(edges):
        if b - a < 2 or b - a > 14 or (a < 0 and b == len(tokens)):
            continue
        if a < 0 and tokens[min(b, len(tokens) - 1)].tag != ",":
            continue
        inside = tokens[a + 1 : b]
        if any(t.tag == "Q" for t in inside):
            continue
        if not _held(tokens, a, b) and _COMMENT.fullmatch(" ".join(t.low for t in inside)) is None:
            continue
        for token in inside:
            if token.low not in {"and", "but"}:
                token.tag = token.tags = "!"
                token.who = ""
        if b < len(tokens) and tokens[b].tag == ",":
            tokens[b].tag = "!"
            if b + 1 < len(tokens) and tokens[b + 1].low == "that":
                tokens[b + 1].tag = "k"
        if a >= 0 and tokens[a].tag == "," and b < len(tokens) and tokens[b].tag == "!":
            tokens[a].tag = "!"


def _held(tokens: list[Token], a: int, b: int) -> bool:
    """Whether the words between two commas part a verb from what it governs (*was, by all accounts, a saint*)."""  # noqa: E501
    if a < 1 or b + 1 >= len(tokens) or tokens[b].tag != ",":
        return False
    before, first, after = tokens[a - 1], tokens[a + 1], tokens[b + 1]
    inside = tokens[a + 1 : b]
    if before.tag in "bhumx" and before.tag and tokens[a + 2].tag != ",":
        return first.tag in "ikRW!" and after.tag in "dAERGVb" and bool(after.tag)
    if plain_to(tokens, a, b):
        return True
    if (
        before.lemma in {"feel", "become", "look", "remain", "grow"}
        and before.tag in "VZD"
        and after.tag in "AE"
    ):
        return first.tag in "iR" and bool(after.tag)
    plain = not any(t.tag in "VZDGEbhum" for t in inside)
    if plain and all(t.tag in "Rx" for t in inside):
        return (after.tag in "kT" or after.low == "that") and before.tag in "VZDonNP"
    return (
        plain
        and first.tag == "i"
        and before.tag in "VZD"
        and bool(before.tag)
        and (after.tag in "ikT" or after.low == "that")
    )


def bracketed(tokens: list[Token]) -> tuple[int, int] | None:
    """Where a whole clause stands in brackets, as offsets with the brackets; None if none does."""
    opens = next((i for i, t in enumerate(tokens) if t.low == "("), -1)
    closes = next((i for i in range(opens + 1, len(tokens)) if tokens[i].low == ")"), -1) if opens > 0 else -1
    if closes < 0 or not any(t.tag in "ZDbhum" and t.tag for t in tokens[opens + 1 : closes]):
        return None
    outside = [*tokens[:opens], *tokens[closes + 1 :]]
    if not any(t.tag in "ZDbhum" and t.tag for t in outside):
        return None
    return tokens[opens].start, tokens[closes].end


def plain_to(tokens: list[Token], a: int, b: int) -> bool:
    """*moves, with the furniture, to a drier county*."""
    before, first, after = tokens[a - 1], tokens[a + 1], tokens[b + 1]
    return (
        before.tag in "VZD"
        and bool(before.tag)
        and first.tag == "i"
        and after.low in {"to", "into", "onto"}
        and b + 2 < len(tokens)
        and tokens[b + 2].tag in "dsNAPn"
        and not any(t.tag in "VZDGEbhum" for t in tokens[a + 1 : b])
    )


def _idle(tokens: list[Token]) -> None:
    """*not so much as* is *not*; *after which she* is *and she*."""
    for i in range(1, len(tokens) - 2):
        low = tokens[i].low
        if low == "to" and tokens[i + 1].low == "this" and tokens[i + 2].low == "day":
            for token in tokens[i : i + 3]:
                token.tag = token.tags = "!"
            if i + 3 < len(tokens) and tokens[i + 3].low == "that":
                tokens[i + 3].tag = "k"
        if low in {"so much", "so"} and i + 1 < len(tokens):
            stop = i + 1 if low == "so much" else i + 2
            if stop < len(tokens) and tokens[stop].low == "as" and tokens[i - 1].tag == "x":
                for token in tokens[i : stop + 1]:
                    token.tag = token.tags = "!"
        elif low == "which" and tokens[i - 1].low in {"after", "upon", "at"} and tokens[i + 1].tag in "pn":
            tokens[i - 1].tag, tokens[i - 1].low, tokens[i].tag = "j", "and", "!"
