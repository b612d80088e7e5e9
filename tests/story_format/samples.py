"""A small story, and what to change in it."""

from __future__ import annotations

from game.story.loader import Examination, examine_contents

MARK = "§"

HEAD = """\
id: sample
title: Sample
ifid: 0A0A0A0A-0A0A-0A0A-0A0A-0A0A0A0A0A0A
version: 0.1.0
start: porch
chapters:
  - {id: one, title: One}
  - {id: two, title: Two}
"""

SOUND = """\
chapter: one
variables:
  closeness: {type: int, min: 0, max: 10, default: 3, about: As lived.}
  vow: {type: enum, values: [none, kept], default: none}
  told: {type: bool, default: false}
scenes:
  porch:
    do: closeness += 1
    text: |
      The porch, {closeness > 3: warm|cold}.
    choices:
      - id: knock
        text: Knock
        goto: sheet
      - id: wait
        text: Wait
        say: Nothing comes.
  sheet:
    page: who
  evening:
    deal: {deck: evening, then: bed}
  bed:
    goto: [{if: told, to: end}, {to: end}]
  end:
    ending: block
storylets:
  moths:
    deck: evening
    if: closeness > 2
    text: Moths.
pages:
  who:
    prompt: Who is she?
    beats: desk
    do: "vow = 'kept'; closeness -= 2"
    unread: "It says {words('who')}."
    goto: evening
beats:
  desk-said: {at: desk, for: {}, text: "She {it.third}."}
  desk-denied: {at: desk, for: {holds: false}, text: "She {it.third}."}
  desk-others: {at: desk, for: {subject: any, holds: any}, text: "{it.subject} {it.third}."}
  desk-later: {at: desk, for: {time: later}, if: vow == 'kept', do: "told = True; vow = 'none'", text: Later.}
endings:
  block: {title: Block, text: The end.}
"""


def look(*files: str, head: str = HEAD, **named: str) -> Examination:
    """Examine a story of these files (each by its number) beside the head."""
    contents = {"story.yaml": head.encode()}
    contents |= {f"file{number}.yaml": text.encode() for number, text in enumerate(files)}
    contents |= {name.replace("__", "/") + ".yaml": text.encode() for name, text in named.items()}
    return examine_contents(contents, [], closely=True)


def sound_with(old: str, new: str) -> str:
    """The sound story with one thing changed."""
    assert SOUND.count(old) == 1, old
    return SOUND.replace(old, new)


def marked(text: str) -> tuple[str, tuple[int, int]]:
    """The text without its mark, and the line and column at which the mark stood."""
    before, _, after = text.partition(MARK)
    return before + after, (before.count("\n") + 1, len(before) - before.rfind("\n"))
