"""`play --json`: a JSON object out a turn, one in a move. For programs, and for tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from game.engine.describe import describe_state
from game.engine.turn import MoveError
from game.line.lines import LINE_LIMIT, read_line
from game.line.orders import (
    ChooseOrder,
    LoadOrder,
    Order,
    OrderError,
    QuitOrder,
    ReadOrder,
    SaveOrder,
    StateOrder,
    TypeOrder,
    UndoOrder,
    parse_order,
)
from game.reader.gloss import gloss
from game.reader.saying import deny
from game.saves.cleaning import page_text
from game.saves.errors import SaveError, SlotNameError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from game.engine.turn import Turn
    from game.play.playthrough import Playthrough
    from game.play.session import Session

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
        "page": page and {"id": page.id, "prompt": page.prompt, "optional": page.optional, "live": page.live},
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
