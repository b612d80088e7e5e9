"""What answers claims: that places have beats, and every claim and closed value its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.story.build import build_pattern
from game.story.syntax import suggestion
from game.story.vocabulary import ASPECTS, CLOSED_VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.draft import Definition, Draft
    from game.story.patterns import ClaimPattern
    from game.story.source import Path

_OFTEN: Final = 0.5
"""The share of an aspect's values with beats of their own, beyond which the rest are taken for forgotten."""


def check_beats(draft: Draft, used: Mapping[str, list[tuple[Definition, Path]]]) -> None:
    """Report places without beats, beats without a place, and claims that no beat is sure to answer."""
    places: dict[str, list[Definition]] = {}
    for beat in draft.all("beats"):
        at = beat.data["at"]
        for place in at if isinstance(at, list) else [at]:
            places.setdefault(place, []).append(beat)
    for place, users in used.items():
        if place not in places and place not in draft.elsewhere:
            for one, path in users:
                one.report("RS035", path, f"there are no beats at `{place}`", suggestion(place, set(places)))
    unsound = any(not one.sound for one in draft.sections["beats"].values())
    for place, beats in places.items():
        if place not in used:
            if not draft.incomplete:
                beats[0].warn(
                    "RS043", f"nothing is dramatised at `{place}`", "name the place in a page or block"
                )
        elif not unsound and not draft.incomplete:
            _catch_all(place, beats)
            _values(place, beats)


def _catch_all(place: str, beats: list[Definition]) -> None:
    """Whether some beat without a condition fits every claim there can be."""
    patterns = [build_pattern(beat.data["for"]) for beat in beats if beat.data.get("if", True) is True]
    general = [one for one in patterns if _is_general(one)]
    for subject, whose, for_ in (
        ("ruby", "what is said of Ruby", "for: {}"),
        ("ruby", "what is denied of Ruby", "for: {holds: false}"),
        ("", "what is said of anyone else", "for: {subject: any, holds: any}"),
    ):
        holds = (True, False) if not subject else ("denied" not in whose,)
        missing = [
            aspect
            for aspect in sorted(ASPECTS)
            if not all(_covered(general, subject, aspect, h) for h in holds)
        ]
        if missing:
            which = "any aspect" if len(missing) == len(ASPECTS) else ", ".join(missing)
            message = f"no beat at `{place}` is sure to answer {whose} ({which})"
            beats[0].source.report(
                "RS038",
                beats[0].source.place(beats[0].path, key=True),
                message,
                f"add a beat at `{place}` with `{for_}`",
            )


def _covered(patterns: list[ClaimPattern], subject: str, aspect: str, holds: bool) -> bool:
    return any(
        (one.subject is None or (bool(subject) and subject in one.subject))
        and (one.aspect is None or aspect in one.aspect)
        and (one.holds is None or one.holds == holds)
        for one in patterns
    )


def _values(place: str, beats: list[Definition]) -> None:
    """Where most values of a closed aspect have beats of their own, whether the others are forgotten."""
    patterns = [(build_pattern(beat.data["for"]), beat) for beat in beats]
    ours = [
        (pattern, beat)
        for pattern, beat in patterns
        if pattern.aspect is not None
        and pattern.holds is not False
        and (pattern.subject is None or "ruby" in pattern.subject)
    ]
    for aspect, values in CLOSED_VALUES.items():
        about = [(pattern, beat) for pattern, beat in ours if aspect in (pattern.aspect or ())]
        if any(_is_general(pattern) and beat.data.get("if", True) is True for pattern, beat in about):
            continue
        answered = {value for pattern, _ in about for value in pattern.value or ()} & values
        if _OFTEN * len(values) < len(answered) < len(values):
            lacking = ", ".join(sorted(values - answered))
            message = f"at `{place}`, {aspect} has beats of its own for other values, and none for: {lacking}"
            mend = f"add beats for them, or one for the rest: `for: {{aspect: {aspect}}}`"
            about[0][1].warn("RS057", message, mend)


def _is_general(pattern: ClaimPattern) -> bool:
    """Whether it fits whatever is said of its aspects."""
    return all(one is None for one in (pattern.value, pattern.degree, pattern.time, pattern.object))
