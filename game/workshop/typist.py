"""Somebody who types what the story waits for, beside what people type."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from game.workshop.commission import Order, Question
    from game.workshop.goals import Goal

_CORPUS: Final = 25
"""How many of a hundred pages are out of the corpora."""
_BLANK: Final = 4
_AIMED: Final = 50
"""How often, of a hundred times, a page says what the run is about."""
_TWICE: Final = 15
_LENGTHS: Final = (1, 1, 2, 2, 3, 4)
"""How many sentences a page may have; each as likely."""
_AT_ONCE: Final = (1, 1, 1, 2, 2, 3)
"""How many of the kinds that a condition asks for come together; each as likely."""
_TIMES: Final = (1, 1, 1, 2, 5)
"""How many sentences an order that a goal asks for is given in; each as likely."""
_UNREAD: Final = ("asdf jkl", "The rain.", "What now?", "It rained, and the lamp was on.", "Stop.", "Ruby")
"""What is read as no claim."""

Manner = Literal["aimed", "any", "unread", "blank"]
"""What to type: what a goal asks for, anything, what is read as nothing, nothing."""


class Typist:
    """Writes pages for run after run. Of all orders it prefers those that something still waits for, and
    of these the ones typed least often on the page in question.

    A run is about one piece of the story as well: what several of its conditions ask for comes together.
    """

    def __init__(self, pages: Sequence[str], orders: Sequence[Order]) -> None:
        self._pages = pages
        self._orders = orders
        self._typed: Counter[tuple[str, int]] = Counter()
        self._asked: dict[Question, list[int]] = defaultdict(list)
        """The numbers of the orders for each question that waits."""
        self._by_key: dict[str, list[int]] = defaultdict(list)
        """The same, whether it waits or not, by the question's key."""
        self._telling: dict[str, int] = {}
        """The order by which a part of the story is told at all, for those that answer claims."""
        for number, order in enumerate(orders):
            for question in order.asked_by:
                self._asked[question].append(number)
                self._by_key[question[1]].append(number)
                if not question[1].isdigit():
                    self._telling[question[0]] = number
        self._waiting = [len(order.asked_by) for order in orders]
        self._aimed: Counter[Question] = Counter()
        self._at: dict[str, tuple[list[int], list[int]]] = {}
        self._aim: list[int] = []
        self._narrow = False

    @property
    def has_orders(self) -> bool:
        """Whether there is anything to be typed but the pages."""
        return bool(self._orders)

    def begin(self, chance: random.Random) -> None:
        """Begin a run: choose the question that it is about, and whether it is about nothing else."""
        self._narrow, self._aim = chance.randrange(2) == 0, []
        if not self._asked:
            return
        fewest = min(self._aimed[question] for question in self._asked)
        question = chance.choice([one for one in self._asked if self._aimed[one] == fewest])
        self._aimed[question] += 1
        told = [self._telling[question[0]]] if question[0] in self._telling else []
        asked = [number for number in self._asked[question] if number not in told]
        self._aim = told + chance.sample(asked, min(chance.choice(_AT_ONCE), len(asked)))

    def look(self, is_covered: Callable[[str], bool]) -> None:
        """See which beats, costs and conditions wait no longer."""
        for question in [one for one in self._asked if is_covered(one[1])]:
            for number in self._asked.pop(question):
                self._waiting[number] -= 1

    def typed(self) -> Counter[str]:
        """How often each kind was typed so far, wherever."""
        counts: Counter[str] = Counter()
        for (_, number), times in self._typed.items():
            counts[self._orders[number].kind] += times
        return counts

    def page(self, page: str, chance: random.Random) -> str:
        """What is typed on a page."""
        which = chance.randrange(100)
        if which < _BLANK:
            return ""
        if self._pages and (which < _BLANK + _CORPUS or not self._orders):
            return chance.choice(self._pages)
        numbers: list[int] = []
        if self._narrow or chance.randrange(100) < _AIMED:
            numbers += [number for number in self._aim if self._is_for(number, page)]
        if not (self._narrow and numbers):
            numbers += self._rarest(page, chance)
        chance.shuffle(numbers)
        self._typed.update((page, number) for number in numbers)
        return " ".join(
            sentence for number in dict.fromkeys(numbers) for sentence in self._said(number, chance)
        )

    def wrote(self, manner: Manner, goal: Goal, page: str, chance: random.Random) -> str:
        """What is typed on a page for a goal. Where nothing is ordered, it is one of the pages."""
        if not self._orders:
            return chance.choice(self._pages) if self._pages else ""
        if manner == "any":
            return self.page(page, chance)
        if manner == "aimed":
            return self._aimed_at(goal, page, chance) or self.page(page, chance)
        return chance.choice(_UNREAD) if manner == "unread" else ""

    def _aimed_at(self, goal: Goal, page: str, chance: random.Random) -> str:
        """Sentences of what the goal asks for; none, if nothing that can be typed here does."""
        told = self._for_key(goal.piece, page)
        asked: list[int] = []
        for key in goal.asks:
            asked += self._for_key(key, page) if key != goal.piece else []
            if asked and chance.randrange(2):
                break
        numbers = chance.sample(asked, min(chance.choice(_AT_ONCE), len(asked)))
        if not numbers or chance.randrange(5):
            numbers += told
        self._typed.update((page, number) for number in numbers)
        said = [
            sentence
            for number in dict.fromkeys(numbers)
            for sentence in self._some_of(number, chance.choice(_TIMES), chance)
        ]
        chance.shuffle(said)
        return " ".join(said)

    def _some_of(self, number: int, times: int, chance: random.Random) -> list[str]:
        sentences = self._orders[number].sentences
        return chance.sample(sentences, min(len(sentences), times))

    def _for_key(self, key: str, page: str) -> list[int]:
        return [number for number in self._by_key.get(key, ()) if self._is_for(number, page)]

    def _rarest(self, page: str, chance: random.Random) -> list[int]:
        """Orders for this page and for any in turn, those typed least often on it."""
        own, anywhere = self._orders_at(page)
        numbers = []
        for turn in range(chance.choice(_LENGTHS)):
            among = (own, anywhere)[turn % 2] or own or anywhere
            if among:
                numbers.append(self._least_typed(page, among, chance))
        return numbers

    def _said(self, number: int, chance: random.Random) -> list[str]:
        """A sentence of the order, now and then two, for what is told of the second of a kind."""
        two = chance.randrange(100) < _TWICE * (2 if self._narrow else 1)
        return self._some_of(number, 2 if two else 1, chance)

    def _orders_at(self, page: str) -> tuple[list[int], list[int]]:
        """The numbers of the orders for this page, and of those for any."""
        if page not in self._at:
            own = [n for n, order in enumerate(self._orders) if order.pages and page in order.pages]
            self._at[page] = own, [n for n, order in enumerate(self._orders) if order.pages is None]
        return self._at[page]

    def _is_for(self, number: int, page: str) -> bool:
        pages = self._orders[number].pages
        return pages is None or page in pages

    def _least_typed(self, page: str, among: Sequence[int], chance: random.Random) -> int:
        waiting = [number for number in among if self._waiting[number]] or among
        rarity = {number: self._typed[page, number] / max(1, self._waiting[number]) for number in waiting}
        fewest = min(rarity.values())
        return chance.choice([number for number in waiting if rarity[number] == fewest])
