"""The loader on saves spoilt at random: `python -m tests.saves.fuzz --seconds 180`.

Whatever the bytes, a save is read, played and shown as far as it is sound, or refused with a sentence:
no other exception, no wait, no mountain of memory, and nothing that a terminal could obey.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from game.play.session import Session
from game.reader.reader import Reader
from game.saves.errors import SaveError
from game.saves.journal import recover
from game.saves.outline import described, header_lines, tree_lines
from game.saves.resume import revival
from game.saves.verify import verdict_lines, verify
from game.story.loader import load_story
from tests.example import ExampleReader, write_story
from tests.saves.mutations import spoilt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.saves.journal import Recovered
    from game.story.model import Story

ROOT = Path(__file__).parents[2]
CORPUS = sorted((Path(__file__).parent / "corpus").glob("*/*.yaml"))
SLOW = 1.0
"""Seconds of the processor's that no file may take."""
SHIPPED_EVERY = 12
"""One in so many saves of the shipped story is also played: that takes longer than all the rest."""


@dataclass
class Report:
    """What came of it."""

    files: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    slowest_number: int = 0
    failures: list[str] = field(default_factory=list)


class Fuzzer:
    """The saves to spoil, and the stories to play them in."""

    def __init__(self, folder: Path, seed: int, shipped: bool = True) -> None:
        self.seed = seed
        self.folder = folder
        write_story(folder / "story")
        self.games: dict[str, tuple[Story, Reader]] = {}
        self._add(load_story(folder / "story"), ExampleReader())  # type: ignore[arg-type]
        if shipped:
            self._add(load_story(ROOT / "story"), Reader.from_folder(ROOT / "story" / "lexicon"))
        self.seeds = [*_played(folder), *(path.read_bytes() for path in CORPUS)]

    def _add(self, story: Story, reader: Reader) -> None:
        self.games[story.id] = story, reader

    def data(self, number: int) -> bytes:
        """The spoilt save of that number; the same each time."""
        return spoilt(self.seeds, random.Random(f"{self.seed}:{number}"))

    def run(self, numbers: Iterable[int], seconds: float) -> Report:
        """Load one after the other, until the time is up."""
        report = Report()
        until = perf_counter() + seconds
        for number in numbers:
            if perf_counter() >= until:
                break
            data = self.data(number)
            report.files += 1
            begun = process_time()
            try:
                outcome = self.load(data, number)
            except Exception as error:
                outcome = "failed"
                report.failures.append(f"number {number}: {type(error).__name__}: {error}")
            taken = process_time() - begun
            if taken > report.slowest:
                report.slowest, report.slowest_number = taken, number
            if taken > SLOW:
                report.failures.append(f"number {number}: took {taken:.2f} s")
            report.outcomes[outcome] += 1
        return report

    def load(self, data: bytes, number: int) -> str:
        """Load a save in every way there is; the outcome in a word."""
        try:
            found = recover(data)
        except SaveError as error:
            _check_clean([str(error)])
            self._open(data, number)
            return "refused"
        self._check_sound(data, found)
        journal = found.journal
        _check_clean([*header_lines(journal), *tree_lines(journal, pages=True)])
        assert json.dumps(described(journal)).isascii()
        assert len(journal.timeline.ahead) + len(journal.timeline.line) <= len(journal.timeline.nodes)
        self._open(data, number)
        game = self.games.get(journal.header.story)
        if game is None or (journal.header.story != "small" and number % SHIPPED_EVERY):
            return "read"
        verdict = verify(*game, found)
        _check_clean(verdict_lines(verdict, "a"))
        json.dumps(verdict.as_dict())
        _, notes = revival(*game, recover(data).journal)
        _check_clean(notes)
        return f"played: {verdict.status}"

    def _check_sound(self, data: bytes, found: Recovered) -> None:
        """What is sound is sound by itself, and says the same."""
        assert 0 < found.sound <= len(data)
        again = recover(data[: found.sound] + b"\n")
        assert [one.entry for one in again.journal.sealed] == [one.entry for one in found.journal.sealed]
        assert again.damage is None

    def _open(self, data: bytes, number: int) -> None:
        """As the game does it, one in eight: whatever becomes of the slot, the bytes are kept."""
        if number % 8:
            return
        saves = self.folder / "saves"
        saves.mkdir(exist_ok=True)
        for path in saves.iterdir():
            path.unlink()
        path = saves / "autosave.yaml"
        path.write_bytes(data)
        story, reader = self.games["small"]
        try:
            playthrough, notes = Session(story, reader, saves).open()
        except SaveError as error:
            _check_clean([str(error)])
            assert path.read_bytes() == data
            return
        _check_clean(notes)
        playthrough.close()
        kept = [one.read_bytes() for one in saves.glob("*.yaml")]
        whole = data.rstrip(b"-\n\r\t ")
        assert any(one.startswith(whole) for one in kept), "what was in the file is not kept"


def _check_clean(lines: Iterable[str]) -> None:
    for line in lines:
        assert all(character == "\n" or character.isprintable() for character in line), f"unclean: {line!r}"


def _played(folder: Path) -> list[bytes]:
    """Saves of the example with every kind of entry."""
    story = load_story(folder / "story")
    found: list[bytes] = []
    for seed in range(3):
        slot = f"played-{seed}"
        session = Session(story, ExampleReader(), folder / "played", slot=slot, seed=seed)  # type: ignore[arg-type]
        playthrough, _ = session.open()
        playthrough.choose("look")
        playthrough.choose("sit")
        playthrough.type("Ruby keeps bees.\n\nShe sings – é \U0001f41d.")
        playthrough.undo(2)
        playthrough.choose("leave")
        playthrough.jump(3)
        playthrough.type("Ruby juggles ants.", backwards=True)
        if seed:
            playthrough.undo(3)
            playthrough.redo(2)
        playthrough.close()
        found.append(session.saves.path(slot).read_bytes())
    return found


def _peak() -> str:
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return "unknown"
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz for a while, and say what came of it; 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="tests.saves.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, metavar="NUMBER", help="only this one, and print it")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        fuzzer = Fuzzer(Path(name), options.seed)
        if options.only is not None:
            sys.stdout.buffer.write(fuzzer.data(options.only))
            print(fuzzer.load(fuzzer.data(options.only), options.only))
            return 0
        before = _peak()
        report = fuzzer.run(iter(range(10**9)), options.seconds)
    print(
        f"files: {report.files:,}; "
        + ", ".join(f"{what} {n:,}" for what, n in sorted(report.outcomes.items()))
    )
    print(f"slowest: {report.slowest * 1000:.0f} ms (number {report.slowest_number})")
    print(f"peak of memory: {_peak()}, of which before the first file: {before}")
    print(f"failures: {len(report.failures)}")
    for failure in report.failures[:20]:
        print(f"  {failure[:300]}")
    return 1 if report.failures or not report.files else 0


if __name__ == "__main__":
    sys.exit(main())
