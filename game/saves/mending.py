"""A save made whole again, or brought up to date. The file as it was is kept beside it, always."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.saves.cleaning import clean_line
from game.saves.entries import FORMAT, Chosen, Typed
from game.saves.errors import SaveError
from game.saves.exchange import held, read
from game.saves.files import set_aside, write_new
from game.saves.journal import Journal, rewritten
from game.saves.marks import mark_of
from game.saves.resume import revival

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.reader.reader import Reader
    from game.saves.entries import Mark
    from game.saves.exchange import Located
    from game.saves.journal import Recovered
    from game.saves.resume import Replay
    from game.saves.slots import Saves
    from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done to a save, in sentences; `changed` is False where nothing had to be."""

    changed: bool
    notes: tuple[str, ...]


def repair(saves: Saves, located: Located) -> Mended:
    """Keep what is sound of a file, with its checks made anew; the whole of it is set aside.

    Raises SaveError if nothing in it can be read, or a newer version of the game wrote it.
    """
    with held(saves, located):
        data, found = read(located)
        journal = found.journal
        if found.damage is None and not journal.edited:
            return Mended(False, ("There is nothing to repair.",))
        entries = [sealed.entry for sealed in journal.sealed]
        notes = [_kept_words(found, len(data))]
        if journal.edited:
            notes.append(_edited_words(journal.edited))
        notes.append(_write(located, rewritten(journal.header, entries)))
    return Mended(True, tuple(notes))


def migrate(saves: Saves, located: Located, story: Story, reader: Reader) -> Mended:
    """Bring a save to the newest format, and to the story of now as far as it can be played in it.

    Raises SaveError if it is of another story, damaged, of a newer format, or none of it can be played.
    """
    with held(saves, located):
        _, found = read(located)
        journal = found.journal
        _check_migratable(located, found, story)
        played, told = revival(story, reader, journal)
        if played.stopped is not None and not played.line:
            raise SaveError(
                f"{located.name} is left as it is: not even its first move can be made in the story as it "
                f"is. {played.stopped.rstrip('.')}."
            )
        marks = _missing_marks(story, journal, played)
        entries = [
            replace(sealed.entry, mark=marks[number])
            if number in marks and isinstance(sealed.entry, Chosen | Typed)
            else sealed.entry
            for number, sealed in enumerate(journal.sealed, 1)
        ]
        waiting = journal.waiting
        if journal.header.format == FORMAT and not waiting and not marks:
            return Mended(False, ("It is of the newest format and of the story as it is already.",))
        brought = rewritten(replace(journal.header, format=FORMAT), [*entries, *waiting])
        notes = list(told)
        if journal.header.format < FORMAT:
            notes.append(f"Its format is {FORMAT} now; it was {journal.header.format}.")
        if marks:
            notes.append(f"What each move led to is kept with {len(marks)} of its moves that did not say.")
        notes.append(_write(located, brought))
    return Mended(True, tuple(notes))


def _check_migratable(located: Located, found: Recovered, story: Story) -> None:
    journal = found.journal
    if journal.header.story != story.id:
        other = clean_line(journal.header.story, 40)
        raise SaveError(
            f"{located.name} is a save of another story (“{other}”). It is left as it is: "
            "name that story with --story."
        )
    if found.damage is not None:
        raise SaveError(
            f"{located.name} is damaged: its part {len(journal.sealed) + 2} {found.damage}. It is left as it "
            "is: `ruby-sparks saves repair` first."
        )


def _missing_marks(story: Story, journal: Journal, played: Replay) -> Mapping[int, Mark]:
    """Where moves led that do not say so, if they were made with the story as it is."""
    made_with = journal.made_with()
    found: dict[int, Mark] = {}
    before = played.opening
    for number, (_, turn) in zip(played.numbers, played.line, strict=True):
        entry = journal.sealed[number - 1].entry
        unmarked = isinstance(entry, Chosen | Typed) and entry.mark is None
        if unmarked and made_with[number][1] == story.content_hash:
            found[number] = mark_of(story, before.state, turn)
        before = turn
    return found


def _write(located: Located, journal: Journal) -> str:
    """Set the file aside and write this in its place. Raises SaveError, with the file as it was."""
    try:
        aside = set_aside(located.path)
        write_new(located.path, journal.content)
    except OSError as error:
        raise SaveError(
            f"{located.path} is left as it is, for it could not be written anew: {error.strerror or error}."
        ) from error
    return f"The file as it was is kept as {aside.name}."


def _kept_words(found: Recovered, size: int) -> str:
    kept = len(found.journal.sealed)
    entries = f"{kept} entr{'y' if kept == 1 else 'ies'}"
    kept_are = "is" if kept == 1 else "are"
    if found.damage is None:
        return f"All of its {entries} {kept_are} kept."
    return (
        f"Its part {kept + 2} {found.damage}. The {entries} before that {kept_are} kept; "
        f"the {size - found.sound:,} bytes from there on are not."
    )


def _edited_words(edited: list[int]) -> str:
    where = ", ".join(map(str, edited[:8])) + (" and more" if len(edited) > 8 else "")
    return f"Edited by hand, and now sealed as it stands: {where}."
