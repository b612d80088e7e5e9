"""From checked source data to the definitions of a story: no checks here, no YAML and no models.

Texts and conditions are only wrapped here, and parsed when they are needed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from game.story.expressions import Effect, Expression, parse_effects
from game.story.markup import Text
from game.story.model import (
    Beat,
    BeatsBlock,
    Block,
    Choice,
    Circumstance,
    Consequence,
    Cost,
    CostsBlock,
    Deal,
    Ending,
    Exclusion,
    Facet,
    Goto,
    IfBlock,
    Known,
    OwnValue,
    Page,
    Person,
    Resistance,
    Scene,
    TextBlock,
    Variable,
    WithBlock,
)
from game.story.patterns import ClaimPattern
from game.story.vocabulary import GROUPS

if TYPE_CHECKING:
    from game.story.model import PassageKind

Data = dict[str, Any]
_NOT_ABSOLUTE: Final = ["slight", "plain", "strong"]


def version_key(version: str) -> tuple[int, ...]:
    """The numbers of a version, to compare it by; what is no number counts as 0."""
    return tuple(int(part) if part.isascii() and part.isdigit() else 0 for part in version.split(".")[:8])


def words_in(phrase: str) -> frozenset[str]:
    """The words of a phrase, whatever their case, apostrophes and punctuation."""
    return frozenset(re.findall(r"[^\W_]+", phrase.casefold().replace("'", "").replace("’", "")))


def build_scene(id_: str, data: Data) -> Scene:
    """A scene, or a storylet if it has a deck."""
    deck = data.get("deck")
    deal = data.get("deal")
    once = data.get("once")
    return Scene(
        id=id_,
        chapter=data["chapter"],
        text=_blocks(data.get("text"), f"scene/{id_}"),
        do=_effects(data.get("do")),
        kind=data.get("kind") or "prose",
        sky=data.get("sky"),
        choices=tuple(_choice(f"choice/{id_}.{one['id']}", one) for one in data.get("choices") or ()),
        page=data.get("page"),
        goto=build_goto(data.get("goto")),
        deal=Deal(deal["deck"], build_goto(deal["then"]), deal.get("count", 1)) if deal else None,
        ending=data.get("ending"),
        deck=deck,
        condition=_condition(data.get("if")),
        once=bool(deck) if once is None else once,
        notes=tuple(data.get("notes") or ()),
        during=tuple(data.get("during") or ()),
        recap=_text(data.get("recap"), f"scene/{id_}/recap"),
    )


def _choice(key: str, data: Data) -> Choice:
    goto = build_goto(data.get("goto"))
    once = data.get("once")
    otherwise = data.get("otherwise")
    return Choice(
        id=data["id"],
        text=Text(data["text"], f"{key}/text"),
        condition=_condition(data.get("if")),
        do=_effects(data.get("do")),
        say=_blocks(data.get("say"), f"{key}/say"),
        goto=goto,
        once=not goto if once is None else once,
        needs=_condition(data.get("needs")),
        otherwise=None if otherwise is None else Text(otherwise, f"{key}/otherwise"),
        forbid=_condition(data.get("forbid")),
        forbidden=_blocks(data.get("forbidden"), f"{key}/forbidden"),
    )


def build_person(id_: str, data: Data) -> Person:
    """Somebody of the story."""
    key = f"person/{id_}"
    return Person(
        id_,
        data["name"],
        data["pronoun"],
        _text(data.get("about"), f"{key}/about"),
        _condition(data.get("if")),
        tuple(
            Known(_condition(one.get("if")), Text(one["text"], f"{key}/{number}"))
            for number, one in enumerate(data.get("knows") or ())
        ),
    )


def _text(value: str | None, key: str) -> Text | None:
    return None if value is None else Text(value, key)


def build_page(id_: str, data: Data) -> Page:
    """A page. One that may be left blank, or says where that leads, has a (possibly empty) blank text."""
    key = f"page/{id_}"
    goto = build_goto(data["goto"])
    blank: tuple[Block, ...] | None = None
    if data.get("blank") is not None or data.get("optional") or data.get("blank_goto") is not None:
        blank = _blocks(data.get("blank"), f"{key}/blank")
    unread = data.get("unread")
    return Page(
        id=id_,
        prompt=Text(data["prompt"], f"{key}/prompt"),
        optional=data.get("optional", False),
        live=data.get("live", False),
        instead=Text(data["instead"], f"{key}/instead") if data.get("instead") else None,
        do=_effects(data.get("do")),
        before=_blocks(data.get("before"), f"{key}/before"),
        beats=data.get("beats"),
        unread=None if unread is None else _blocks(unread, f"{key}/unread"),
        after=_blocks(data.get("after"), f"{key}/after"),
        blank=blank,
        blank_goto=build_goto(data.get("blank_goto")),
        goto=goto,
    )


def build_beat(id_: str, data: Data) -> Beat:
    """A beat."""
    return Beat(
        id=id_,
        places=tuple(listed(data["at"])),
        pattern=build_pattern(data["for"]),
        text=_blocks(data["text"], f"beat/{id_}"),
        condition=_condition(data.get("if")),
        order=data.get("order", 50),
        do=_effects(data.get("do")),
    )


def build_cost(id_: str, data: Data) -> Cost:
    """A cost; of absolute claims about now, if it does not say of which."""
    return Cost(
        id=id_,
        places=tuple(listed(data["at"])),
        pattern=build_pattern({"degree": "absolute", "time": "now"} | data["for"]),
        text=_blocks(data["text"], f"cost/{id_}"),
        note=Text(data["note"], f"cost/{id_}/note"),
        condition=_condition(data.get("if")),
        do=_effects(data.get("do")),
    )


def build_ending(id_: str, data: Data) -> Ending:
    """An ending."""
    return Ending(id_, data["title"], _blocks(data.get("text"), f"ending/{id_}"), data.get("open_until"))


def build_consequence(id_: str, data: Data) -> Consequence:
    """A consequence."""
    return Consequence(id_, build_pattern(data["for"]), _effects(data.get("do")), _condition(data.get("if")))


def build_exclusion(id_: str, data: Data) -> Exclusion:
    """An exclusion."""
    return Exclusion(id_, data["aspect"], frozenset(data["values"]), frozenset(data.get("with") or ()))


def build_resistance(id_: str, data: Data) -> Resistance:
    """A resistance; never of absolutes, if it does not say of which degrees."""
    pattern = build_pattern({"degree": _NOT_ABSOLUTE} | data["for"])
    return Resistance(id_, pattern, data["at"], _condition(data.get("if")), _effects(data.get("do")))


def build_circumstance(id_: str, data: Data) -> Circumstance:
    """A circumstance."""
    return Circumstance(id_, tuple(map(words_in, data["words"])), _condition(data.get("if")))


def build_pattern(data: Data) -> ClaimPattern:
    """A pattern, with groups of aspects written out."""
    subject = frozenset(listed(data.get("subject", "ruby")))
    holds = data.get("holds", True)
    aspects = data.get("aspect")
    return ClaimPattern(
        subject=None if "any" in subject else subject,
        aspect=None if aspects is None else frozenset().union(*(GROUPS.get(a, {a}) for a in listed(aspects))),
        value=_some(data.get("value")),
        holds=None if holds == "any" else holds,
        degree=_some(data.get("degree")),
        time=_some(data.get("time")),
        object=_some(data.get("object")),
    )


def build_goto(data: str | list[Data] | None) -> tuple[Goto, ...]:
    """Ways on, in the order in which they are tried."""
    if data is None:
        return ()
    if isinstance(data, str):
        return (Goto(None, data),)
    return tuple(Goto(_condition(way.get("if")), way["to"]) for way in data)


def listed(value: str | list[str]) -> list[str]:
    """One or more, as a list."""
    return value if isinstance(value, list) else [value]


def _some(value: str | list[str] | None) -> frozenset[str] | None:
    return None if value is None else frozenset(listed(value))


def _condition(value: str | bool | None) -> Expression | None:
    """`if: true` is as good as none."""
    if value is None or value is True:
        return None
    return Expression(value.strip() if isinstance(value, str) else "False")


def _effects(value: str | list[str] | None) -> tuple[Effect, ...]:
    if value is None:
        return ()
    return parse_effects("\n".join(listed(value)), checked=True)


def build_variable(name: str, data: Data) -> Variable:
    """A variable, with the default that it has if it names none."""
    type_ = data["type"]
    values = tuple(data.get("values") or ())
    default = data.get("default")
    if default is None:
        default = {"int": data.get("min", 0), "bool": False, "enum": values[0] if values else ""}[type_]
    derived = tuple(OwnValue(_condition(one.get("if")), one["value"]) for one in data.get("is") or ())
    minimum, maximum = (data.get("min", 0), data.get("max", 10)) if type_ == "int" else (0, 0)
    return Variable(name, type_, default, minimum, maximum, values, data.get("about", ""), derived)


def build_facet(aspect: str, data: Data) -> Facet:
    """A facet."""
    own = data["own"]
    if isinstance(own, str):
        return Facet(aspect, (OwnValue(None, own),))
    return Facet(aspect, tuple(OwnValue(_condition(one.get("if")), one["value"]) for one in own))


def _blocks(value: Any, key: str, kind: PassageKind | None = None) -> tuple[Block, ...]:
    """Blocks; keys count within their owner, so that two texts of it never share their alternatives."""
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return (TextBlock(kind, Text(value, key)),)
    blocks: list[Block] = []
    for number, one in enumerate(value):
        own = key if number == 0 else f"{key}.{number}"
        if isinstance(one, str):
            blocks += _blocks(one, own, kind)
        else:
            blocks += _block(one, own, kind)
    return tuple(blocks)


def _block(data: Data, key: str, kind: PassageKind | None) -> tuple[Block, ...]:
    kind = data.get("kind") or kind
    if "beats" in data:
        beats = data["beats"]
        return (BeatsBlock(beats["at"], Expression(beats.get("claims", "claims()")), beats.get("limit")),)
    if "costs" in data:
        return (CostsBlock(data["costs"]["at"], data["costs"].get("limit", 1)),)
    then = _blocks(data.get("text"), f"{key}+", kind)
    otherwise = _blocks(data.get("else"), f"{key}-", kind)
    if "if" in data:
        return (IfBlock(_condition(data["if"]) or Expression("True"), then, otherwise),)
    if "with" in data:
        bindings = tuple((name, Expression(source.strip())) for name, source in data["with"].items())
        return (WithBlock(bindings, then, otherwise),)
    return then
