"""What is known of what was typed while one page is told whose words are known.

The claims of the page stand when it was told, and if nothing was typed on such a page before, what is asked
of that page alone hangs on them alone. All else of what was typed may be anything, as ever; but what asks
only whether there is such a claim is so if the page made one.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Final

from game.engine.canon import take
from game.engine.kinds import kind
from game.engine.state import CanonEntry
from game.workshop.proof.parts import ENDLESS, Span
from game.workshop.proof.values import NO, YES, Values

if TYPE_CHECKING:
    from game.engine.turn import Type
    from game.reader.claims import Claim
    from game.story.model import Page, Scene, Story

_ASKING: Final = frozenset({"has", "count", "claim", "claims", "resisted"})


class _Some:
    """A claim, or a list of some, of which nothing else is known."""

    def __contains__(self, _: object) -> bool:
        raise TypeError("it is not known what is in it")

    def __eq__(self, other: object) -> bool:
        if other is None:
            return False
        raise TypeError("it is not known what it is")

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return id(self)


SOME: Final = frozenset({_Some()})


class Said:
    """A page with known words, told in one scene. Its claims have no conditions, and none is resisted."""

    def __init__(  # noqa: PLR0913
        self,
        story: Story,
        scene: Scene,
        page: Page,
        typed: Type,
        *,
        is_first: bool,
        is_first_in_chapter: bool,
    ) -> None:
        self._page = page
        self._chapter = scene.chapter
        self._text = typed.text.strip()
        self._is_first = is_first
        self._is_first_in_chapter = is_first_in_chapter
        self._exclusions = story.exclusions
        self._typed = typed
        self._canon: tuple[CanonEntry, ...] = ()

    def take(self, claim: Claim) -> Span:
        """Take a claim of the page in; how many standing claims it contradicts."""
        number = len(self._typed.claims) + len(self._canon) + 1
        entry = CanonEntry(number, claim, self._text, self._page.id, 1, self._chapter, 0)
        taken = take(self._canon, (), entry, self._exclusions)
        self._canon = taken.canon
        return Span(taken.overwrote, ENDLESS)

    def facet(self, aspect: str) -> Values:
        """What she is by this page, or None if it does not say."""
        for entry in reversed(self._canon):
            claim = entry.claim
            if claim.subject == "ruby" and claim.aspect == aspect and claim.holds and claim.time == "now":
                return frozenset({claim.value})
        return None

    def makes(self, call: str) -> bool:
        """Whether one of its claims is such as this call of `has` asks for, without regard to pages."""
        node = ast.parse(call, mode="eval").body
        if not isinstance(node, ast.Call):
            return False
        args = [ast.literal_eval(one) for one in node.args]
        given = {word.arg or "": ast.literal_eval(word.value) for word in node.keywords}
        return bool(kind(*args, **given).pick(self._canon))

    def answer(self, node: ast.Call, function: str) -> Values:
        """What a call answers, or None if that is not known."""
        if function == "new":
            return SOME if self._typed.claims else frozenset({()})
        try:
            args = tuple(ast.literal_eval(one) for one in node.args)
            given = {word.arg or "": ast.literal_eval(word.value) for word in node.keywords}
        except ValueError:
            return None
        if function == "words" and args == (self._page.id,):
            return frozenset({self._text}) if self._is_first or not self._page.live else None
        if function == "backwards" and args == (self._page.id,):
            return NO if self._is_first else None
        return self._of_claims(function, args, given) if function in _ASKING else None

    def _of_claims(self, function: str, args: tuple[Any, ...], given: dict[str, Any]) -> Values:
        if "before" in given:
            return None
        page, chapter = given.get("page"), given.get("chapter")
        if page not in (None, self._page.id) or chapter not in (None, self._chapter):
            return None
        is_all = (page is not None and self._is_first) or (chapter is not None and self._is_first_in_chapter)
        if function == "resisted":
            return frozenset({None}) if is_all else None
        when = given.pop("when", None)
        found = kind(*args, **given).pick(self._canon) if when in (None, "none") else []
        return _all(function, len(found)) if is_all else _at_least(function, len(found))


def _all(function: str, number: int) -> Values:
    match function:
        case "has":
            return YES if number else NO
        case "count":
            return Span(number, number)
        case "claims":
            return SOME if number else frozenset({()})
    return SOME if number else frozenset({None})


def _at_least(function: str, number: int) -> Values:
    if not number:
        return None
    match function:
        case "has":
            return YES
        case "count":
            return Span(number, ENDLESS)
    return SOME
