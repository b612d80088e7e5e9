"""`play --json`: a JSON object out a turn, one in a move. For programs, and for tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from game.engine.describe import describe_state
from game.engine.turn import MoveError
from game.line.lines import LINE_LIMIT, read_line
from game.line.orders import (
    ChooseOrder,
    JumpOrder,
    LoadOrder,
    Order,
    OrderError,
    QuitOrder,
    ReadOrder,
    RedoOrder,
    SaveOrder,
    StateOrder,
    TimelineOrder,
    TypeOrder,
    UndoOrder,
    parse_order,
)
from game.reader.gloss import gloss
from game.reader.saying import deny
from game.saves.cleaning import clean, clean_line, page_text
from game.saves.entries import Chosen
from game.saves.errors import SaveError, SlotNameError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from game.engine.turn import Turn
    from game.play.playthrough import Playthrough
    from game.play.session import Session
    from game.saves.entries import Played

Answer = dict[str, object]


def play_json(session: Session, source: BinaryIO, sink: BinaryIO) -> int:
    """Answer orders until there are no more, or one to quit; the exit code. Raises what Session.open does."""
    playthrough, notes = session.open()
    try:
        _send(sink, turn_object(playthrough.turn, notes))
        while (read := read_line(source)) is not None:
            answer = _answer(playthrough, *read)
            if answer is None:
                break
            _send(sink, answer)
    finally:
        playthrough.close()
    return 0


def turn_object(turn: Turn, notes: Sequence[str] = ()) -> Answer:
    """A turn in the form of the protocol; notes for the player come first, as passages of the kind notice."""
    notices = [
        {"id": f"note-{number}", "kind": "notice", "text": note} for number, note in enumerate(notes, 1)
    ]
    page, ending = turn.page, turn.ending
    return {
        "turn": turn.number,
        "scene": turn.scene,
        "chapter": turn.chapter,
        "passages": notices + [{"id": p.id, "kind": p.kind, "text": p.text} for p in turn.passages],
        "choices": [
            {
                "id": choice.id,
                "text": choice.text,
                "enabled": choice.enabled,
                "forbidden_by": choice.forbidden_by,
            }
            for choice in turn.choices
        ],
        "page": page and page._asdict(),
        "ending": ending and {"id": ending.id, "title": ending.title},
    }


def read_object(playthrough: Playthrough, text: str, backwards: bool) -> Answer:
    """What would be understood of a page: claims as they would come true, each with its gloss; spans unread.

    Spans are offsets in the page as it would be typed: line ends plain, control characters taken out.
    """
    page = page_text(text)
    reading = playthrough.read(page)
    claims = [deny(claim) if backwards else claim for claim in reading.claims]
    return {
        "claims": [{**claim.as_dict(), "gloss": gloss(claim)} for claim in claims],
        "unread": [list(span) for span in reading.unread],
    }


def timeline_object(playthrough: Playthrough) -> Answer:
    """Every move ever made, numbered as in the save, each after the one that it was made at."""
    timeline = playthrough.timeline
    line = {node.number for node in timeline.line}
    return {
        "stands": timeline.present,
        "ahead": [node.number for node in timeline.ahead],
        "moves": [
            {"n": node.number, "after": node.parent, "stands": node.number in line, **_move(node.move)}
            for node in timeline.nodes.values()
        ],
    }


def _move(move: Played) -> dict[str, object]:
    """A move as it would be sent, with its scene. What a save holds is cleaned as it is when it is played."""
    if isinstance(move, Chosen):
        return {"scene": clean_line(move.scene), "choose": clean_line(move.choice)}
    return {
        "scene": clean_line(move.scene), "page": clean_line(move.page),
        "type": clean(move.text), "backwards": move.backwards,
    }  # fmt: skip


def _answer(playthrough: Playthrough, line: bytes, whole: bool) -> Answer | None:
    """What to answer a line with; None for an order to quit."""
    if not whole:
        return _error("line-too-long", f"A line may hold {LINE_LIMIT:,} bytes. This one was not read.")
    try:
        order = parse_order(line)
        return None if isinstance(order, QuitOrder) else _obey(playthrough, order)
    except (OrderError, MoveError) as error:
        return _error(error.code, str(error))
    except SlotNameError as error:
        return _error("bad-slot-name", str(error))
    except SaveError as error:
        return _error("bad-save", str(error))


def _obey(playthrough: Playthrough, order: Order) -> Answer:
    notes: list[str] = []
    match order:
        case ChooseOrder(choice):
            playthrough.choose(choice)
        case TypeOrder(text, backwards):
            playthrough.type(text, backwards)
        case ReadOrder(text, backwards):
            return read_object(playthrough, text, backwards)
        case UndoOrder(count):
            playthrough.undo(count)
        case RedoOrder(count):
            playthrough.redo(count)
        case JumpOrder(to):
            playthrough.jump(to)
        case TimelineOrder():
            return timeline_object(playthrough)
        case LoadOrder(name):
            notes = playthrough.load(name)
        case SaveOrder(name):
            playthrough.save(name)
            return {"saved": name}
        case StateOrder():
            return describe_state(playthrough.story, playthrough.turn.state)
    if playthrough.trouble is not None:
        notes = [*notes, playthrough.trouble]
    return turn_object(playthrough.turn, notes)


def _error(code: str, message: str) -> Answer:
    return {"error": {"code": code, "message": message}}


def _send(sink: BinaryIO, answer: Answer) -> None:
    # A lone surrogate has no UTF-8; it can only come from an id that the line itself made up.
    sink.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    sink.flush()
