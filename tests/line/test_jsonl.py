from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.line.jsonl import play_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from game.play.session import Session

STATE_KEYS = {"canon", "costs", "facets", "meters", "variables", "visits"}
TIMELINE_KEYS = {"ahead", "moves", "stands"}
TURN_KEYS = {"turn", "scene", "chapter", "passages", "choices", "page", "ending"}
BEES = {"type": "Ruby keeps bees.", "backwards": False}


@pytest.fixture
def play(session: Callable[..., Session]) -> Callable[..., list[dict[str, object]]]:
    """Send orders (objects, or lines as bytes) and get what is answered, the opening first."""

    def send(*orders: object, **options: object) -> list[dict[str, object]]:
        lines = [order if isinstance(order, bytes) else json.dumps(order).encode() for order in orders]
        sink = io.BytesIO()
        options.setdefault("slot", None)
        options.setdefault("seed", 7)
        assert play_json(session(**options), io.BytesIO(b"\n".join(lines)), sink) == 0
        return [json.loads(line) for line in sink.getvalue().decode("utf-8").splitlines()]

    return send


def errors(answers: Iterable[dict[str, object]]) -> list[str]:
    return [answer["error"]["code"] for answer in answers if "error" in answer]  # type: ignore[index]


def test_the_first_object_out_is_the_present_turn(play: Callable[..., list[dict[str, object]]]) -> None:
    (opening,) = play()
    assert opening.keys() == TURN_KEYS
    assert (opening["turn"], opening["scene"], opening["chapter"]) == (0, "desk", "one")
    assert [passage.keys() for passage in opening["passages"]] == [{"id", "kind", "text"}]  # type: ignore[attr-defined]
    assert opening["choices"][1] == {  # type: ignore[index]
        "id": "jump", "text": "Jump", "enabled": False, "forbidden_by": "It is too high.",
    }  # fmt: skip
    assert (opening["page"], opening["ending"]) == (None, None)


def test_a_whole_playthrough_goes_one_object_a_move(play: Callable[..., list[dict[str, object]]]) -> None:
    answers = play({"choose": "sit"}, BEES, {"type": "Ruby sings."}, {"choose": "stay"})
    assert errors(answers) == []
    assert [answer["scene"] for answer in answers] == ["desk", "sheet-in", "second-sheet", "garden", "over"]
    assert answers[1]["page"] == {
        "id": "who",
        "prompt": "Who is she?",
        "optional": True,
        "live": False,
        "instead": None,
    }
    assert [passage["kind"] for passage in answers[2]["passages"]][:2] == ["typed", "prose"]  # type: ignore[attr-defined]
    assert answers[3]["passages"][-1]["kind"] == "interlude"  # type: ignore[index]
    assert answers[4]["ending"] == {"id": "dark", "title": "Dark"}
    assert (answers[4]["choices"], answers[4]["page"]) == ([], None)


def test_after_an_ending_moves_are_errors_and_undo_works(
    play: Callable[..., list[dict[str, object]]],
) -> None:
    answers = play(
        {"choose": "leave"}, {"choose": "stay"}, {"choose": "stay"}, BEES, {"undo": 1}, {"choose": "back"}
    )
    assert len(errors(answers)) == 2
    assert [answer.get("scene") for answer in answers[-2:]] == ["garden", "desk"]


def test_undo_answers_with_the_turn_gone_back_to(play: Callable[..., list[dict[str, object]]]) -> None:
    answers = play({"choose": "sit"}, BEES, {"undo": 2})
    assert answers[3] == answers[0]


def test_redo_answers_with_the_turn_gone_on_to(play: Callable[..., list[dict[str, object]]]) -> None:
    answers = play({"choose": "sit"}, BEES, {"undo": 2}, {"redo": 1}, {"redo": 1}, {"redo": 1})
    assert answers[4:6] == answers[1:3]
    assert errors(answers) == ["nothing-to-redo"]


def test_every_move_is_in_the_timeline_and_can_be_gone_to(
    play: Callable[..., list[dict[str, object]]],
) -> None:
    answers = play(
        {"choose": "sit"}, BEES, {"undo": 1}, {"type": "Ruby sings.\u202e", "backwards": True},
        {"timeline": True}, {"jump": 2}, {"jump": 0}, {"timeline": True}, {"jump": 3},
    )  # fmt: skip
    timeline = answers[5]
    assert (timeline["stands"], timeline["ahead"]) == (4, [])
    assert timeline["moves"] == [
        {"n": 1, "after": 0, "stands": True, "scene": "desk", "choose": "sit"},
        {"n": 2, "after": 1, "stands": False, "scene": "sheet-in", "page": "who"} | BEES,
        {
            "n": 4, "after": 1, "stands": True, "scene": "sheet-in", "page": "who",
            "type": "Ruby sings.", "backwards": True,
        },
    ]  # fmt: skip
    assert answers[6] == answers[2]
    assert answers[7] == answers[0]
    assert (answers[8]["stands"], answers[8]["ahead"]) == (0, [1, 2])
    assert errors(answers) == ["no-such-move"]


def test_save_and_load_answer_as_the_protocol_says(play: Callable[..., list[dict[str, object]]]) -> None:
    answers = play(
        {"choose": "sit"}, {"save": "Mine"}, BEES, {"load": "Mine"}, {"load": "none"}, {"save": "../x"}
    )
    assert answers[2] == {"saved": "Mine"}
    assert answers[4] == answers[1]
    assert errors(answers[5:]) == ["bad-save", "bad-slot-name"]


def test_state_is_canon_facets_meters_and_visits(play: Callable[..., list[dict[str, object]]]) -> None:
    *_, state = play({"choose": "look"}, {"choose": "sit"}, BEES, {"state": True})
    assert state.keys() == STATE_KEYS
    assert [claim["value"] for claim in state["canon"]] == ["keep bees"]  # type: ignore[attr-defined]
    assert state["meters"] == {"nerve": 1}


def test_quit_ends_it_and_nothing_after_it_is_read(play: Callable[..., list[dict[str, object]]]) -> None:
    assert len(play({"quit": True}, {"choose": "sit"})) == 1


def test_a_page_put_in_backwards_comes_true_backwards(play: Callable[..., list[dict[str, object]]]) -> None:
    *_, state = play({"choose": "sit"}, BEES | {"backwards": True}, {"state": True})
    assert [claim["holds"] for claim in state["canon"]] == [False]  # type: ignore[attr-defined]


def test_a_named_slot_goes_on_and_says_so_in_a_notice(play: Callable[..., list[dict[str, object]]]) -> None:
    play({"choose": "sit"}, slot="mine", seed=None)
    (opening,) = play(slot="mine", seed=None)
    assert opening["scene"] == "sheet-in"
    assert opening["passages"][0]["kind"] == "notice"  # type: ignore[index]
    assert "Resumed" in opening["passages"][0]["text"]  # type: ignore[index]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"3",
        b'"choose"',
        b"choose sit",
        b"\xff\xfe",
        b'{"choose": "sit"',
        b'{"choose": 3}',
        b'{"choose": true}',
        b'{"choose": null}',
        b'{"choose": ["sit"]}',
        b'{"choose": "sit", "choose": "leave"}',
        b'{"choose": "sit", "undo": 1}',
        b'{"choose": "sit", "backwards": false}',
        b'{"choose": "sit", "x": 1}',
        b'{"type": 3}',
        b'{"type": "x", "backwards": 1}',
        b'{"type": "x", "backwards": null}',
        b'{"undo": "1"}',
        b'{"undo": true}',
        b'{"undo": 1.0}',
        b'{"undo": NaN}',
        b'{"undo": -1}',
        b'{"undo": 1e400}',
        b'{"undo": ' + b"9" * 5000 + b"}",
        b'{"redo": "1"}',
        b'{"redo": 0}',
        b'{"jump": 1.0}',
        b'{"jump": -1}',
        b'{"jump": true}',
        b'{"jump": ' + b"9" * 4000 + b"}",
        b'{"timeline": 1}',
        b'{"undo": 1, "redo": 1}',
        b'{"save": 1}',
        b'{"load": {"a": 1}}',
        b'{"state": false}',
        b'{"quit": 1}',
        b'{"quit": "yes"}',
        b"[" * 10_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b'{"choose": "' + b"x" * 2_000_000 + b'"}',
        b"x" * 10_000_000,
        b'{"choose": "\\ud800"}',
        b'{"choose": "\\u0000\\u001b[2J"}',
        b'{"save": "\\ud800"}',
        b'{"load": "\\u0000"}',
        b"\x00",
        b"\xef\xbb\xbf{}",
    ],
    ids=lambda line: repr(line[:30]),
)
def test_anything_else_is_an_error_object_and_the_game_goes_on(
    play: Callable[..., list[dict[str, object]]], line: bytes
) -> None:
    opening, answer, after = play(line, {"choose": "sit"})
    assert answer.keys() == {"error"}
    assert answer["error"].keys() == {"code", "message"}  # type: ignore[attr-defined]
    assert all(isinstance(value, str) and value for value in answer["error"].values())  # type: ignore[attr-defined]
    assert "\x1b" not in str(answer)
    assert (opening["scene"], after["scene"]) == ("desk", "sheet-in")


LINES = st.one_of(
    st.binary(max_size=60),
    st.text(max_size=40).map(lambda text: text.encode()),
    st.dictionaries(
        st.sampled_from(
            ["choose", "type", "undo", "redo", "jump", "timeline", "save", "load", "state", "backwards", "x"]
        ),
        st.one_of(
            st.booleans(), st.none(), st.integers(), st.floats(), st.text(max_size=30),
            st.sampled_from(["look", "sit", "leave", "stay", "Ruby keeps bees.", "mine"]),
            st.lists(st.integers(), max_size=2),
        ),
        min_size=1,
        max_size=2,
    ).map(lambda order: json.dumps(order).encode()),
)  # fmt: skip


@given(st.lists(LINES, max_size=10))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_no_lines_at_all_can_end_it(play: Callable[..., list[dict[str, object]]], lines: list[bytes]) -> None:
    sent = b"\n".join(lines)
    answers = play(sent)
    count = len(sent.split(b"\n")) - sent.endswith(b"\n") if sent else 0
    assert len(answers) == 1 + count
    kinds = (TURN_KEYS, {"error"}, {"saved"}, STATE_KEYS, TIMELINE_KEYS)
    assert all(answer.keys() in kinds for answer in answers)


def test_trouble_with_the_disk_is_told_in_the_turn(
    play: Callable[..., list[dict[str, object]]], tmp_path: object
) -> None:
    (tmp_path / "saves").write_text("no folder", encoding="utf-8")  # type: ignore[operator]
    opening, after = play({"choose": "sit"}, slot="mine")
    for answer in (opening, after):
        assert "not saved" in answer["passages"][0]["text"]  # type: ignore[index]


def test_a_page_is_read_without_making_a_move(play: Callable[..., list[dict[str, object]]]) -> None:
    answers = play({"choose": "sit"}, {"read": "Ruby keeps bees."}, BEES)
    assert answers[2].keys() == {"claims", "unread"}
    (claim,) = answers[2]["claims"]  # type: ignore[misc]
    assert (claim["value"], claim["holds"], claim["gloss"]) == ("keep bees", True, "she keeps bees")
    assert claim["span"] == [0, 15]
    assert answers[3]["turn"] == 2, "reading was no move"


def test_a_page_read_backwards_has_its_claims_denied(play: Callable[..., list[dict[str, object]]]) -> None:
    (claim,) = play({"read": "Ruby keeps bees.", "backwards": True})[1]["claims"]  # type: ignore[misc]
    assert (claim["holds"], claim["gloss"]) == (False, "she doesn't keep bees")


def test_a_page_can_be_read_anywhere_and_what_cannot_be_read_is_an_error(
    play: Callable[..., list[dict[str, object]]],
) -> None:
    answers = play({"read": ""}, {"read": 3}, {"read": "x" * 30_000}, {"read": "x", "why": True})
    assert answers[1] == {"claims": [], "unread": []}
    assert errors(answers) == ["bad-order", "page-too-long", "bad-order"]
