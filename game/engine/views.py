"""A claim as the story's text sees it: the player's own words in every form that prose needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reader import saying

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.engine.state import CanonEntry
    from game.story.model import Person

FORMS = frozenset(
    (
        "third", "base", "ing", "past", "perfect", "negated", "question",
        "first", "second", "other", "told", "mine", "noun", "words", "sentence",
    )
)  # fmt: skip
"""The forms that put the player's words on the screen, and so count as having shown them."""


class ClaimView:
    """One canon entry under a name such as `it`. Reading one of its forms notes that it was shown."""

    __slots__ = ("_entry", "_is_in_force", "_note", "_people")

    def __init__(
        self,
        entry: CanonEntry,
        people: Mapping[str, Person],
        note: Callable[[int], None],
        is_in_force: Callable[[CanonEntry], bool],
    ) -> None:
        self._entry = entry
        self._people = people
        self._note = note
        self._is_in_force = is_in_force

    def asked(self, form: str) -> str:
        """One of its forms, without a note that it was shown: for conditions."""
        return self._say(form)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ClaimView) and other._entry.number == self._entry.number

    def __hash__(self) -> int:
        return self._entry.number

    def __str__(self) -> str:
        self._note(self._entry.number)
        return self._say("words")

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Its forms and qualities are properties, which are made from their tables below."""

    @property
    def entry(self) -> CanonEntry:
        """The entry itself."""
        return self._entry

    def _say(self, form: str) -> str:
        claim = self._entry.claim
        if form == "words":
            return " ".join(claim.text.split()) or self._entry.sentence
        if form == "sentence":
            return self._entry.sentence
        said: str = saying.say(claim, form)
        return said

    def _object(self) -> str:
        thing = self._entry.claim.object
        if not thing:
            return ""
        if thing == "calvin":
            return "you"
        person = self._people.get(thing)
        return person.name if person else saying.object_phrase(self._entry.claim, "other")

    def _subject(self) -> str:
        who = self._entry.claim.subject
        if who == "calvin":
            return "you"
        person = self._people.get(who)
        return person.name if person else "somebody"


def _saying(form: str) -> Callable[[ClaimView], str]:
    def say(view: ClaimView) -> str:
        view._note(view._entry.number)
        return view._say(form)

    return say


_PLAIN: dict[str, Callable[[ClaimView], object]] = {
    "object": ClaimView._object,
    "subject": ClaimView._subject,
    "who": lambda view: view.entry.claim.subject,
    "whom": lambda view: view.entry.claim.object or "",
    "value": lambda view: view.entry.claim.value,
    "aspect": lambda view: view.entry.claim.aspect,
    "degree": lambda view: view.entry.claim.degree,
    "time": lambda view: view.entry.claim.time,
    "when": lambda view: saying.condition_phrase(view.entry.claim, "third"),
    "holds": lambda view: view.entry.claim.holds,
    "page": lambda view: view.entry.page_number,
    "met": lambda view: view._is_in_force(view.entry),
    "resisted": lambda view: view.entry.resisted is not None,
    "plural": lambda view: saying.is_plural(view.entry.claim),
}
for _name, _ask in [*_PLAIN.items(), *((form, _saying(form)) for form in sorted(FORMS))]:
    setattr(ClaimView, _name, property(_ask))
