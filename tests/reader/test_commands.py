from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from game.reader.commands import read_jsonl, read_text, why

if TYPE_CHECKING:
    from game.reader.reader import Reader


def test_read_text_answers_in_the_form_of_the_contract(reader: Reader) -> None:
    answer = read_text(reader, "Ruby is happy.")
    assert answer["claims"] == [
        {
            "subject": "ruby", "aspect": "mood", "value": "joyful", "holds": True, "degree": "plain", "time": "now",  # noqa: E501
            "when": None, "object": None, "span": [0, 13], "text": "Ruby is happy",
        }
    ]  # fmt: skip


def test_jsonl_answers_every_line_and_goes_on_after_a_bad_one(reader: Reader) -> None:
    lines = [
        '{"page": "Ruby sings."}',
        "not json",
        "[1]",
        '{"page": 3}',
        json.dumps({"page": "a" * 20_001}),
        "",
        '{"page": "é"}',
    ]
    out = io.StringIO()
    assert read_jsonl(reader, io.StringIO("\n".join(lines)), out) == 0
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [a.get("error", {}).get("code") for a in answers] == [
        None,
        "not-json",
        "no-page",
        "no-page",
        "page-too-long",
        None,
    ]
    assert answers[0]["claims"][0]["value"] == "sings"


def test_why_names_the_entry(reader: Reader) -> None:
    told = why(reader, "Ruby is over the moon. Rain fell.")
    assert "mood.yaml" in told
    assert "over the moon" in told
    assert "unread: 'Rain fell'" in told
