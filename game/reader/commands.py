"""What the command line does with a reader."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from game.reader import lexicon
from game.reader.reader import PageTooLong, Reader

if TYPE_CHECKING:
    from pathlib import Path

    from game.reader.claims import Claim


def read_text(reader: Reader, text: str) -> dict[str, object]:
    """The reading of one page, in the form of the contract. Raises PageTooLong."""
    return reader.read(text).as_dict()


def _answer(reader: Reader, line: str) -> dict[str, object]:
    def error(code: str, message: str) -> dict[str, object]:
        return {"error": {"code": code, "message": message}}

    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return error(
            "not-json", 'This line is not JSON. Send one object a line, such as {"page": "Ruby sings."}.'
        )
    if not isinstance(asked, dict) or not isinstance(asked.get("page"), str):
        return error("no-page", 'This object has no text under "page". Send {"page": "Ruby sings."}.')
    try:
        return read_text(reader, asked["page"])
    except PageTooLong as too_long:
        return error("page-too-long", str(too_long))


def read_jsonl(reader: Reader, stream_in: TextIO, stream_out: TextIO) -> int:
    """Answer one JSON object a line with one a line, flushed, to the end of the input; the exit status."""
    for line in stream_in:
        if line.strip():
            stream_out.write(json.dumps(_answer(reader, line), ensure_ascii=True) + "\n")
            stream_out.flush()
    return 0


def verify(folder: Path) -> list[str]:
    """Run every pattern's example, and say which fail: nothing for a sound lexicon. Raises LexiconError."""
    table = lexicon.load(folder)
    reader = Reader(table)
    problems: list[str] = []
    for at, text, example, aspect, value, holds, others in table["examples"]:
        claims = reader.read(example).claims
        if value == "nothing":
            if claims:
                problems.append(f"{at}: {example!r} should claim nothing, and claims {_brief(claims)}")
        elif not any(_fits(claim, aspect, value) and claim.holds == holds for claim in claims):
            problems.append(
                f"{at}: {text!r} does not read its example {example!r}: {_brief(claims) or 'no claims'}"
            )
        problems.extend(
            f"{at}: {text!r} also reads {other!r}, which it should not"
            for other in others
            if any(_fits(claim, aspect, value) for claim in reader.read(other).claims)
        )
    return problems


def _fits(claim: Claim, aspect: str, value: str) -> bool:
    return claim.aspect == aspect and ("{" in value or claim.value == value)


def _brief(claims: tuple[Claim, ...]) -> str:
    return ", ".join(f"{c.subject} {c.aspect} {c.value}{'' if c.holds else ' (denied)'}" for c in claims)


def why(reader: Reader, text: str) -> str:
    """For each claim the entry or rule that made it; for each stretch unread, that nothing reads it."""
    lines = [
        f"{claim.subject} {claim.aspect} {claim.value}{'' if claim.holds else ', denied'}, {claim.degree}: {reason or 'by rule'}\n    {claim.text}"  # noqa: E501
        for claim, reason in reader.explain(text)
    ]
    lines += [f"unread: {text[a:b]!r}: no clause about a person" for a, b in reader.read(text).unread]
    return "\n".join(lines)
