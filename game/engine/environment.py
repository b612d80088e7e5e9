"""What the names in a story's expressions mean while a move is told: variables, claims and functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from game.engine.canon import says_again
from game.engine.circumstances import is_met, is_so
from game.engine.saliency import eligible
from game.engine.views import ClaimView
from game.engine.wording import words_of
from game.reader.claims import CLOSED_ASPECTS, OPEN_ASPECTS

if TYPE_CHECKING:
    from game.engine.draft import Draft
    from game.engine.state import CanonEntry
    from game.story.model import OwnValue

WIDE_ASPECTS: Mapping[str, frozenset[str]] = {"open": OPEN_ASPECTS, "closed": CLOSED_ASPECTS}


class Environment(Mapping[str, object]):
    """Names to values. Bound names (claims, `index`) come first, then variables, then functions."""

    __slots__ = ("_bound", "_draft", "_functions", "asking")

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._bound: dict[str, object] = {}
        self.asking: set[str] = set()
        """Derived variables and circumstances that are being found out: what hangs on itself is not so."""
        self._functions: dict[str, object] = {
            "claims": self.claims,
            "claim": self.claim,
            "has": lambda *a, **k: bool(self._entries(*a, **k)),
            "count": lambda *a, **k: len(self._entries(*a, **k)),
            "former": self.former,
            "resisted": self.resisted,
            "during": lambda circumstance: is_so(draft.story.circumstances[circumstance], draft, self),
            "can_deal": lambda deck: bool(eligible(deck, draft, self)),
            "new": self.new,
            "typed": lambda page: any(p.id == page for p in draft.pages),
            "words": self._words,
            "backwards": lambda page: any(p.id == page and p.backwards for p in draft.pages),
            "visits": lambda scene: draft.visits[scene],
            "chosen": lambda choice: draft.visits[choice],
            "cap": lambda text: str(text)[:1].upper() + str(text)[1:],
            "lower": _uncapped,
            "listing": listing,
            "ruby": Facets(draft, self),
        }

    def __getitem__(self, name: str) -> object:
        if name in self._bound:
            return self._bound[name]
        if name in self._draft.variables:
            derived = self._draft.story.variables[name].derived
            return self._derive(name, derived) if derived else self._draft.variables[name]
        return self._functions[name]

    def _derive(self, name: str, ways: Sequence[OwnValue]) -> object:
        """What a derived variable is now. Where that hangs on itself, it is what it is at the start."""
        if name in self.asking:
            return self._draft.variables[name]
        self.asking.add(name)
        try:
            found = (one.value for one in ways if one.condition is None or one.condition.evaluate(self))
            return next(found, self._draft.variables[name])
        finally:
            self.asking.discard(name)

    def __iter__(self) -> Iterator[str]:
        return iter((*self._bound, *self._draft.variables, *self._functions))

    def __len__(self) -> int:
        return len(self._bound) + len(self._draft.variables) + len(self._functions)

    def bind(self, names: Mapping[str, object]) -> dict[str, object]:
        """Let `names` stand for these values from now on; answers the bindings before, for `restore`."""
        before = self._bound
        self._bound = before | dict(names)
        return before

    def restore(self, bindings: dict[str, object]) -> None:
        """Go back to earlier bindings."""
        self._bound = bindings

    def view(self, entry: CanonEntry) -> ClaimView:
        """The entry as text sees it."""
        return ClaimView(entry, self._draft.story.people, self._show, self.is_in_force)

    def is_in_force(self, entry: CanonEntry) -> bool:
        """Whether the condition of the claim, if it has one, is so in the present scene."""
        return entry.claim.when is None or is_met(entry.claim, self._draft, self)

    def claims(self, *args: object, **kinds: object) -> list[ClaimView]:
        """The claims that stand and are of that kind, oldest first."""
        return [self.view(entry) for entry in self._entries(*args, **kinds)]

    def claim(self, *args: object, **kinds: object) -> ClaimView | None:
        """Of the claims of that kind the least shown so far, then the newest; None if there is none."""
        found = self._entries(*args, **kinds)
        shown = self._draft.shown
        return self.view(min(found, key=lambda e: (shown[str(e.number)], -e.number))) if found else None

    def former(self, *args: object, **kinds: object) -> ClaimView | None:
        """Of the overwritten claims of that kind the one that went last."""
        found = self._of(self._draft.former, *args, **kinds)
        return self.view(found[-1]) if found else None

    def resisted(self, *args: object, **kinds: object) -> ClaimView | None:
        """Of the claims of that kind that did not take the last."""
        found = self._of(self._draft.resisted, *args, **kinds)
        return self.view(found[-1]) if found else None

    def new(self) -> list[ClaimView]:
        """The claims that the page just typed made."""
        fresh = set(self._draft.fresh)
        stood = (*self._draft.canon, *self._draft.resisted)
        return [self.view(entry) for entry in sorted(stood, key=_number) if entry.number in fresh]

    def on_the_page(self) -> list[ClaimView]:
        """All that the page just typed claims, in its order: also what it took back further on."""
        fresh = set(self._draft.fresh)
        draft = self._draft
        taken = {e.number: e for e in (*draft.canon, *draft.former, *draft.resisted) if e.number in fresh}
        return [
            self.view(entry)
            for number, entry in sorted(taken.items())
            if entry.overwritten_by is None or not says_again(taken[entry.overwritten_by].claim, entry.claim)
        ]

    def _entries(self, *args: object, **kinds: object) -> list[CanonEntry]:
        return self._of(self._draft.canon, *args, **kinds)

    def _of(self, entries: Sequence[CanonEntry], *args: object, **kinds: object) -> list[CanonEntry]:
        """Those of that kind; `before` a page: of what stood when it came; `when`: in force or not."""
        page, when = kinds.pop("before", None), kinds.pop("when", None)
        if page is not None:
            entries = standing_before(str(page), (*self._draft.canon, *self._draft.former))
        found = select(entries, *args, **kinds)  # type: ignore[arg-type]
        if when is None:
            return found
        if when == "none":
            return [entry for entry in found if entry.claim.when is None]
        met = when == "met"
        return [entry for entry in found if entry.claim.when and self.is_in_force(entry) == met]

    def _show(self, number: int) -> None:
        self._draft.shown.add(str(number))

    def _words(self, page: str) -> str:
        texts = [p.text for p in self._draft.pages if p.id == page]
        return texts[-1].strip() if texts else ""


class Facets:
    """Ruby as she is now, by closed aspect: what was last written of it, else what is her own."""

    __slots__ = ("_draft", "_environment")

    def __init__(self, draft: Draft, environment: Environment) -> None:
        self._draft = draft
        self._environment = environment

    def __getattr__(self, aspect: str) -> str:
        for entry in reversed(self._draft.canon):
            claim = entry.claim
            is_hers = claim.subject == "ruby" and claim.aspect == aspect
            if is_hers and claim.holds and claim.time == "now" and self._environment.is_in_force(entry):
                return claim.value
        facet = self._draft.story.facets.get(aspect)
        for own in facet.own if facet else ():
            if own.condition is None or own.condition.evaluate(self._environment):
                return own.value
        return ""


def standing_before(page: str, entries: Sequence[CanonEntry]) -> list[CanonEntry]:
    """Of all that was ever taken, what stood just before the page was typed (for the first time)."""
    first = min((e.number for e in entries if e.page == page), default=None)
    if first is None:
        return sorted((e for e in entries if e.overwritten_by is None), key=_number)
    return sorted(
        (e for e in entries if e.number < first and (e.overwritten_by is None or e.overwritten_by >= first)),
        key=_number,
    )


def _number(entry: CanonEntry) -> int:
    return entry.number


def select(  # noqa: PLR0913
    entries: Sequence[CanonEntry],
    aspect: str | tuple[str, ...] | None = None,
    value: str | tuple[str, ...] | None = None,
    *,
    subject: str = "ruby",
    holds: bool | None = True,
    degree: str | tuple[str, ...] | None = None,
    time: str | tuple[str, ...] | None = None,
    object: str | tuple[str, ...] | None = None,  # noqa: A002
    page: str | None = None,
    chapter: str | None = None,
) -> list[CanonEntry]:
    """The entries of that kind, in their order. An argument that is None asks for nothing."""
    aspects = _aspects(aspect)
    values, objects = _wordings(value), _wordings(object)
    return [
        entry
        for entry in entries
        if subject in ("any", entry.claim.subject)
        and (aspects is None or entry.claim.aspect in aspects)
        and (holds is None or entry.claim.holds == holds)
        and (value is None or _matches(entry.claim.value, values))
        and (degree is None or entry.claim.degree in _several(degree))
        and (time is None or entry.claim.time in _several(time))
        and (object is None or _matches(entry.claim.object, objects))
        and (page is None or entry.page == page)
        and (chapter is None or entry.chapter == chapter)
    ]


def listing(claims: Sequence[ClaimView], form: str = "noun") -> str:
    """The claims in one form, joined as English joins them: *bees, a tuba and an opinion*."""
    said = [str(getattr(claim, form)) for claim in claims]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}" if said else ""


def _several(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _aspects(aspect: str | tuple[str, ...] | None) -> frozenset[str] | None:
    if aspect is None:
        return None
    names = _several(aspect)
    return frozenset().union(*(WIDE_ASPECTS.get(name, frozenset({name})) for name in names))


def _wordings(words: str | tuple[str, ...] | None) -> list[frozenset[str]]:
    return [] if words is None else [words_of(one) for one in _several(words)]


def _matches(value: str | None, wordings: Sequence[frozenset[str]]) -> bool:
    """Whether the value contains all the words of one of the wordings."""
    own = words_of(value)
    return any(wording <= own for wording in wordings)


def _uncapped(text: object) -> str:
    """The text without its capital; *I* keeps its own."""
    words = str(text)
    return words if words[:1] == "I" and not words[1:2].isalpha() else words[:1].lower() + words[1:]
