"""What is wrong with a story: numbered, placed, and with a mend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Severity = Literal["error", "warning"]

CODES: Final[dict[str, str]] = {
    "RS001": "The file is not YAML.",
    "RS002": "An anchor, an alias or a merge key: a story says everything where it stands.",
    "RS003": "A YAML tag: a story holds only text, numbers, true and false, lists and mappings.",
    "RS004": "The same key twice in one mapping.",
    "RS005": "A file, a text or a number of things beyond the limits.",
    "RS006": "Nested too deep.",
    "RS007": "A key that is not a word.",
    "RS008": "A control character, or one that turns the direction of writing.",
    "RS009": "The file is not UTF-8.",
    "RS010": "Not a file of this folder: a link that leads out of it, a device, or one that cannot be read.",
    "RS011": "The file does not hold one mapping.",
    "RS012": "Braces that YAML took for its own: a text with braces must be quoted.",
    "RS013": "Something has to be there and is not.",
    "RS014": "A field that does not exist.",
    "RS015": "A value of the wrong kind.",
    "RS016": "An id or a name that is not formed like one.",
    "RS017": "A scene without a way on, or with more than one.",
    "RS018": "Fields that do not go together.",
    "RS019": "Scenes that lead into one another for ever, with nothing for the player to do.",
    "RS020": "Text whose braces cannot be read.",
    "RS021": "An expression that cannot be read.",
    "RS022": "An expression that names what is not there.",
    "RS023": "A value that the variable or aspect never has.",
    "RS024": "An expression that joins or compares what cannot be joined or compared.",
    "RS025": "A function with arguments that it does not take.",
    "RS026": "An effect that cannot be.",
    "RS027": "A variable whose declaration does not hold together.",
    "RS028": "A kind of claim that cannot be: no such aspect, value, subject, degree or time.",
    "RS030": "The same id twice.",
    "RS031": "No such scene.",
    "RS032": "No such page.",
    "RS033": "No such ending.",
    "RS034": "No such deck of storylets.",
    "RS035": "No beats at this place.",
    "RS036": "No such chapter.",
    "RS037": "No such choice.",
    "RS038": "A place whose beats do not catch every claim.",
    "RS039": "A migration of what is still there, or for a version that is yet to come.",
    "RS040": "A scene that nothing leads to.",
    "RS041": "An ending that nothing leads to.",
    "RS042": "A page that no scene offers.",
    "RS043": "Beats at a place where nothing is dramatised.",
    "RS044": "A storylet whose deck is never dealt.",
    "RS045": "A menu that can run dry.",
    "RS046": "No costs at this place.",
    "RS047": "Costs at a place where none fall due.",
    "RS048": "An absolute that costs nothing, or only once.",
    "RS049": "No such circumstance.",
    "RS050": "A variable that nothing asks for.",
    "RS051": "A variable that nothing sets.",
    "RS052": "A condition that is always so, or never.",
    "RS053": "The same paragraph twice.",
    "RS054": "A choice that can never be offered or picked, or a storylet that can never be dealt.",
    "RS055": "A slot, or a whole line, that can come out empty.",
    "RS056": "A scene from which no ending can be reached.",
    "RS057": "A value of a closed aspect for which there is no beat, where most others have one.",
    "RS058": "Words that run together, or a space too many, where texts in braces meet.",
    "RS059": "Content for which the chapter has no note.",
    "RS060": "A lexicon that cannot be used.",
    "RS061": "An entry of the lexicon that does not read its example.",
    "RS062": "Two patterns of the lexicon that read the same words as different claims.",
}
"""Every diagnostic there is. Numbers are never used again for something else."""


MENDS: Final[dict[str, str]] = {
    "RS001": "quote the text, or write it as a block: `text: |`",
    "RS006": "part it into scenes, or into texts beside each other",
    "RS015": "see the field in the guide, or in your editor",
    "RS016": "lower case letters and digits, joined by hyphens",
    "RS018": "take one of them out",
    "RS021": "see *Expressions* in the guide",
    "RS022": "see *Expressions* in the guide",
    "RS024": "compare and add like with like: numbers with numbers, words with words by `==`",
    "RS025": "see the table of functions in the guide",
    "RS026": "write a value that the variable can have",
    "RS027": "change one of them, so that they fit",
    "RS030": "give one of them another id",
    "RS031": "name a scene that there is, or write this one",
    "RS032": "name a page that there is, or write this one",
    "RS033": "name an ending that there is, or write this one",
    "RS034": "name a deck that a storylet has",
    "RS035": "write beats with this `at:`",
    "RS046": "write costs with this `at:`",
    "RS049": "declare it under `circumstances:`",
    "RS060": "see *Lexicon* in the guide",
    "RS061": "change the pattern or the example, until the one reads the other",
}
"""What to do where nothing nearer the matter can be said."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault. `line` and `column` count from 1; line 0 stands for the file as a whole."""

    code: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    mend: str = ""

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


class StoryError(Exception):
    """A story that cannot be played, with everything that is wrong with it."""

    def __init__(self, diagnostics: Iterable[Diagnostic], texts: Mapping[str, str] | None = None) -> None:
        self.diagnostics = tuple(diagnostics)
        self.texts = texts or {}
        """The files' texts, for excerpts (see `formatted`)."""
        errors = sum(d.severity == "error" for d in self.diagnostics)
        first = next((d for d in self.diagnostics if d.severity == "error"), None)
        place = f": {located(first)}" if first else ""
        more = f" (and {errors - 1} more)" if errors > 1 else ""
        super().__init__(f"the story has {errors} error{'s' if errors != 1 else ''}{place}{more}")


def located(diagnostic: Diagnostic, folder: str = "") -> str:
    """`path:line:col: RS0xx message`, the path below the folder."""
    path = f"{folder}/{diagnostic.path}" if folder else diagnostic.path
    place = f"{path}:{diagnostic.line}:{diagnostic.column}" if diagnostic.line else path
    warning = "warning: " if diagnostic.severity == "warning" else ""
    return f"{place}: {diagnostic.code} {warning}{diagnostic.message}"


def formatted(diagnostic: Diagnostic, texts: Mapping[str, str], folder: str = "") -> str:
    """The diagnostic for a person: where and what, the line with a caret under it, and the mend."""
    lines = [located(diagnostic, folder)]
    source = texts.get(diagnostic.path, "").split("\n")
    if 0 < diagnostic.line <= len(source):
        lines += _excerpt(source[diagnostic.line - 1], diagnostic.line, diagnostic.column)
    if diagnostic.mend:
        lines.append(f"      = {diagnostic.mend}")
    return "\n".join(lines)


def _excerpt(line: str, number: int, column: int, width: int = 88) -> list[str]:
    text = "".join(char if char.isprintable() else " " for char in line)
    at = min(column - 1, len(text))
    start = max(0, at - width // 2) if len(text) > width else 0
    return [f"{number:>5} | {text[start : start + width]}", f"      | {' ' * (at - start)}^"]
