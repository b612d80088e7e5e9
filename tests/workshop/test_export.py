from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from game.cli import main
from game.engine.step import begin, step
from game.engine.turn import Choose
from game.story.loader import load_story
from game.workshop.export.carrying import carry
from game.workshop.export.ink import ink
from game.workshop.export.ink_json import ink_json
from game.workshop.export.twee import twee

if TYPE_CHECKING:
    from pathlib import Path

    from game.engine.turn import Turn
    from game.story.model import Story

HEAD = {
    "id": "small",
    "title": "Small # and [odd]",
    "ifid": "00000000-0000-4000-8000-000000000000",
    "version": "1.0.0",
    "start": "s0",
    "chapters": [{"id": "one", "title": "One"}],
}
WAYS = [{"if": "n > 2 or s1", "value": "hi"}, {"value": "lo"}]
WORLD = {
    "variables": {
        "n": {"type": "int", "min": -2, "max": 5, "default": 1},
        "s1": {"type": "bool"},  # named as a scene is: ink knows one space of names
        "e": {"type": "enum", "values": ["x", "y", "z"], "default": "x"},
        "d": {
            "type": "enum",
            "values": ["hi", "lo"],
            "is": WAYS,
        },
    },
    "circumstances": {
        "rain": {"words": ["rain"]},
        "dark": {"words": ["dark"], "if": "n < 0 or during('rain')"},
    },
    "facets": {"mood": {"own": [{"if": "n > 3", "value": "anxious"}, {"value": "content"}]}},
}
SCENES = 5
ENDING = {"text": "The {d} end.", "ending": "out"}

ATOMS = [
    "n > 2", "n == 1", "0 <= n < 3", "s1", "not s1", "e == 'x'", "e in ('y', 'z')",
    "e not in ('x', 'y')", "d == 'hi'", "visits('s1') > 1", "visits('t0') == 0", "chosen('s1.c0') > 0",
    "chosen('s2.c1') == chosen('s1.c0')", "can_deal('deck')", "n + visits('s2') - 1 >= 2",
    "has('mood')", "not has('mood', 'sad')", "count() > 0", "during('rain')", "during('dark')",
    "ruby.mood == 'anxious'", "(2 if s1 else n) > 1", "(e if s1 else 'z') == 'z'", "n", "visits('s3')",
    "-n > 0", "e if n > 0 else s1",
]  # fmt: skip


def conditions_of(atoms: list[str]) -> st.SearchStrategy[str]:
    return st.recursive(
        st.sampled_from(atoms),
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(
                lambda t: f"({t[0]}) {t[1]} ({t[2]})"
            ),
            inner.map(lambda one: f"not ({one})"),
        ),
        max_leaves=3,
    )


conditions = conditions_of(ATOMS)
after_storylets = conditions_of([atom for atom in ATOMS if "during" not in atom and "deal" not in atom])
"""What is so in a storylet is not carried to where it returns; and no deck asks whether it can be dealt."""
effects = st.sampled_from(
    [
        "n += 1", "n -= 2", "n = n * 2", "n += visits('s1') - 1", "n = 3 if s1 else n", "s1 = not s1",
        "s1 = n > 2",
        "e = 'y'", "e = 'z' if s1 else 'x'", "n = -n", "s1 = has('act')", "n += 1; e = 'z'; n -= 1",
    ]
)  # fmt: skip
words = st.text(st.sampled_from("abc  .,'\"-*+=~#<>/[]&!$_@^éß–“”"), min_size=1, max_size=12).filter(
    str.strip
)
STARTS = [
    "",
    "* ",
    "- ",
    "+ ",
    "= ",
    "=== ",
    "~ n = 1 ",
    "-> END ",
    "TODO: ",
    "VAR x = 1 ",
    "// ",
    "# ",
    "<- ",
    "!",
    "::",
]


def escaped(text: str) -> str:
    return text.replace("{", "\\{").replace("}", "\\}").replace("|", "\\|").replace(":", "\\:")


@st.composite
def markup(draw: st.DrawFn, depth: int = 2, breaks: bool = True) -> str:
    parts = [escaped(draw(st.sampled_from(STARTS)) + draw(words))]
    for _ in range(draw(st.integers(0, 2)) if depth else 0):
        inner = [draw(markup(depth - 1, breaks=breaks)) for _ in range(3)]
        gap = "\n\n" if breaks and draw(st.integers(0, 3)) == 0 else " "
        parts.append(
            draw(
                st.sampled_from(
                    [
                        f"{{{draw(conditions)}: {inner[0]}|{inner[1]}}}",
                        f"{{{draw(conditions)}: {inner[0]}{gap}{inner[2]}}}",
                        f"{{{inner[0].lstrip(chr(126))}|{inner[1]}|{inner[2]}}}",
                        f"{{&{inner[0]}|{inner[1]}}}",
                        f"{{!{inner[0]}|{inner[1]}}}",
                        "{n}", "{d}", "{e}", "{n + 1}", "{visits('s1')}", "{cap('the')} {words('p')}",
                    ]
                )
            )
        )  # fmt: skip
        parts.append(escaped(draw(words)) + gap)
    return "".join(parts)


@st.composite
def blocks(draw: st.DrawFn) -> list[Any]:
    found: list[Any] = []
    for _ in range(draw(st.integers(0, 2))):
        kind = draw(st.integers(0, 3))
        if kind == 0:
            found.append({"if": draw(conditions), "text": draw(markup()), "else": draw(markup())})
        elif kind == 1:
            found.append({"with": {"it": "claim('have')"}, "text": "A {it.noun}.", "else": draw(markup())})
        else:
            found.append(draw(markup()))
    return found


def without_empty(**given: Any) -> dict[str, Any]:
    return {key: value for key, value in given.items() if value not in (None, [], "")}


@st.composite
def goto(draw: st.DrawFn, targets: list[str], conditions: st.SearchStrategy[str] = conditions) -> Any:
    to = st.sampled_from(targets)
    if draw(st.booleans()):
        return draw(to)
    return [{"if": draw(conditions), "to": draw(to)}, {"to": draw(to)}]


@st.composite
def choices(draw: st.DrawFn, targets: list[str]) -> list[dict[str, Any]]:
    found = [
        without_empty(
            **{
                "if": draw(st.none() | conditions),
                "needs": draw(st.none() | conditions),
                "once": draw(st.sampled_from([None, True, False])),
            },
            id=f"c{number}",
            text=draw(markup(1, breaks=False)),
            do=draw(st.none() | effects),
            say=draw(blocks()),
            goto=draw(st.none() | goto(targets)),
        )
        for number in range(2)
    ]
    for one in found:
        if "needs" in one:
            one["otherwise"] = "You cannot."
    return [*found, {"id": "leave", "text": "Leave", "goto": "end" if "end" in targets else "return"}]


@st.composite
def stories(draw: st.DrawFn) -> dict[str, Any]:
    everywhere = [*(f"s{number}" for number in range(SCENES)), "end"]
    scenes: dict[str, Any] = {}
    for number in range(SCENES):
        further = [*(f"s{later}" for later in range(number + 1, SCENES)), "end"]
        kind = draw(st.integers(0, 3)) if number not in (1, 2) else 3
        if kind == 0:
            way = {"goto": draw(goto(further))}
        elif kind == 1:
            then, count = draw(goto(further, after_storylets)), draw(st.integers(1, 3))
            way = {"deal": {"deck": "deck", "then": then, "count": count}}
        else:
            way = {"choices": draw(choices(everywhere))}
        during = draw(st.sampled_from([None, ["rain"]]))
        scenes[f"s{number}"] = without_empty(
            text=draw(blocks()), do=draw(st.none() | effects), during=during, **way
        )
    storylets = {
        f"t{number}": without_empty(
            **{"if": draw(st.none() | after_storylets), "once": draw(st.sampled_from([None, False]))},
            deck="deck",
            text=draw(blocks()),
            do=draw(st.none() | effects),
            **draw(
                st.sampled_from([{}, {"goto": "return"}]) | choices(["return"]).map(lambda c: {"choices": c})
            ),
        )
        for number in range(3)
    }
    return {
        "chapter": "one",
        "scenes": scenes | {"end": ENDING},
        "storylets": storylets,
        "endings": {"out": {"title": "Out"}},
    }


UNTYPED = {"prompt": "?", "goto": "end"}


def story_in(folder: Path, content: dict[str, Any]) -> Story:
    for name, data in (
        ("story", HEAD),
        ("world", WORLD),
        ("one", content | {"pages": {"p": UNTYPED} | content.get("pages", {})}),
    ):
        (folder / f"{name}.yaml").write_text(
            yaml.safe_dump(data, allow_unicode=True, width=10_000), encoding="utf-8"
        )
    return load_story(folder)


def lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def seen_of(turn: Turn) -> tuple[list[str], list[str]]:
    told = [line for passage in turn.passages for line in lines_of(passage.text)]
    return told, [" ".join(choice.text.split()) for choice in turn.choices if choice.enabled]


def seen_in_ink(played: Any) -> tuple[list[str], list[str]]:
    told = []
    while played.can_continue():
        told += lines_of(played.cont())
    return told, [" ".join(choice.split()) for choice in played.choices]


def without_dice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where dice decide between storylets, the first is taken, as in the export."""
    monkeypatch.setattr("game.engine.draft.draw", lambda *_: 0)


def play_alike(story: Story, compiled: str, seed: int, moves: int = 25) -> int:
    """Play both, move for move; answers how many moves were made."""
    bink = pytest.importorskip(
        "bink.story", reason="bink is not installed: it has wheels for Linux on x86-64"
    )
    chance, turn, played = random.Random(seed), begin(story, seed), bink.Story(compiled)
    for made in range(moves):
        told, offered = seen_of(turn)
        assert seen_in_ink(played) == (told, offered)
        if turn.ending is not None or not offered:
            return made
        picked = min(chance.randrange(len(offered)), chance.randrange(len(offered)))
        open_ones = [choice.id for choice in turn.choices if choice.enabled]
        turn = step(story, turn.state, Choose(open_ones[picked]))
        played.choose_choice_index(picked)
    return moves


SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]

NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""To make such a story smaller takes minutes, and a person sees as soon which line differs."""


@settings(deadline=None, max_examples=50, suppress_health_check=SLOW, phases=NO_SHRINKING)
@given(content=stories(), seed=st.integers(0, 999))
def test_a_story_of_text_alone_plays_the_same_in_ink_move_for_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: dict[str, Any], seed: int
) -> None:
    without_dice(monkeypatch)
    story = story_in(tmp_path, content)
    play_alike(story, ink_json(carry(story)), seed)


EVERYTHING = r"""
chapter: one
scenes:
  s0:
    during: [rain]
    do: "n += 2; e = 'y' if s1 else 'x'"
    text: |
      # Not a tag. {during('rain'): Rain, {visits('s0') == 1: the first|more}.|Dry.}
      -> Not a divert // nor a comment, {n > 2: *three*

      or|less, and} {d}.

      {One|Two|Three}, {&round|and round}{!, once|, twice}.
    choices:
      - {id: further, text: "On {n}", goto: s1}
      - {id: look, text: Look, say: "Nothing {e}.", do: n -= 1}
      - {id: again, text: Again, once: false, say: "{Once|Again}.", if: chosen('s0.look') > 0}
      - {id: turning, text: "{Turn|Turn again}", if: n < 3, do: n += 1}
      - {id: high, text: "{!High|Higher}", needs: n > 4, otherwise: Too low., goto: end}
      - {id: silent, text: Nothing, forbid: "claim('speech', 'talkative')", forbidden: You talk., goto: s0}
  s1:
    text: [{if: can_deal('deck'), text: There is more., else: There is no more.}]
    deal: {deck: deck, count: 2, then: [{if: "visits('s1') < 3", to: s0}, {to: end}]}
  end: {ending: out, text: The end.}
storylets:
  t0: {deck: deck, if: n > 0 and e == 'x', text: A very particular one., do: s1 = True}
  t1:
    deck: deck
    once: false
    text: "{One|Another} of many."
    choices: [{id: back, text: Back, goto: return}, {id: out, text: Out, goto: end}]
  t2: {deck: deck, if: s1, once: false, text: "Only if {ruby.mood}."}
endings: {out: {title: Out, text: "{d == 'hi': High|Low} it ends."}}
"""
TYPED = """
chapter: one
scenes:
  s0:
    sky: SMALL
    recap: You sat down.
    notes: [bees]
    text:
      - with: {it: "claim('have')"}
        text: "A {it.noun}."
      - {beats: {at: here, claims: claims()}}
      - {costs: {at: here}}
      - "{has('act', 'keep bee'): Bees.|No bees.} {~Heads|Tails}."
    page: first
    choices: [{id: leave, text: Leave, goto: end, if: "not typed('first')"}]
  end: {ending: out}
pages: {first: {prompt: "Who?", optional: true, goto: end, beats: here, unread: It says nothing., do: n += 1}}
costs: {glad: {at: here, for: {aspect: mood, value: joyful}, note: laughed, text: She laughs.}}
beats: {here-any: {at: here, for: {subject: any, holds: any}, text: So.}}
endings: {out: {title: Out}}
"""


def test_every_construct_is_carried_over_a_hundred_playthroughs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_dice(monkeypatch)
    story = story_in(tmp_path, yaml.safe_load(EVERYTHING))
    compiled = ink_json(carry(story))
    assert sum(play_alike(story, compiled, seed, moves=40) for seed in range(100)) > 400


def compiled_by_inkjs(source: str, folder: Path) -> str:
    """What the compiler of inkjs makes of ink source. Skips where there is none."""
    node = shutil.which("node")
    command = (
        "const {Compiler, CompilerOptions} = require('inkjs/full'), fs = require('fs'), wrong = [];"
        "const note = (message, kind) => wrong.push(message);"
        "const options = new CompilerOptions(null, [], false, note);"
        "const story = new Compiler(fs.readFileSync('in.ink', 'utf8'), options).Compile();"
        "if (wrong.length) throw new Error(wrong.join('; '));"
        "fs.writeFileSync('out.json', story.ToJson());"
    )
    found = node and subprocess.run(
        [node, "-e", "require('inkjs/full')"], cwd=folder, capture_output=True, check=False, env=os.environ
    )
    if not found or found.returncode:
        pytest.skip("there is no ink compiler here: npm install inkjs, and NODE_PATH where it is")
    (folder / "in.ink").write_text(source, encoding="utf-8")
    subprocess.run([str(node), "-e", command], cwd=folder, check=True, capture_output=True, env=os.environ)
    return (folder / "out.json").read_text(encoding="utf-8-sig")


def test_the_source_says_the_same_as_what_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_dice(monkeypatch)
    story = story_in(tmp_path, yaml.safe_load(EVERYTHING))
    compiled = compiled_by_inkjs(ink(carry(story)), tmp_path)
    assert sum(play_alike(story, compiled, seed, moves=40) for seed in range(20)) > 60


@settings(deadline=None, max_examples=8, suppress_health_check=SLOW, phases=NO_SHRINKING)
@given(content=stories(), seed=st.integers(0, 999))
def test_whatever_the_text_the_source_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: dict[str, Any], seed: int
) -> None:
    without_dice(monkeypatch)
    story = story_in(tmp_path, content)
    play_alike(story, compiled_by_inkjs(ink(carry(story)), tmp_path), seed)


def test_what_cannot_be_carried_is_counted_and_noted_where_it_stood(tmp_path: Path) -> None:
    script = carry(story_in(tmp_path, yaml.safe_load(TYPED)))
    assert script.lacking == {
        "pages to type": 1,
        "texts round a claim": 1,
        "places where claims are answered": 1,
        "places where costs fall due": 1,
        "questions about what was typed": 3,
        "titles in the sky": 1,
        "recaps": 1,
        "content notes": 1,
        "beats": 1,
        "costs": 1,
        "circumstances": 2,
    }
    for written in (ink(script), twee(script)):
        assert "Here claims are answered: here" in written
        assert "Here a page is typed: first" in written
        assert "has('act', 'keep bee')" in written
        assert "No bees." in written
        assert "content notes: bees" in written
        assert "Not carried: pages to type: 1" in written


def test_a_page_becomes_choices_that_say_nothing(tmp_path: Path) -> None:
    bink = pytest.importorskip(
        "bink.story", reason="bink is not installed: it has wheels for Linux on x86-64"
    )
    played = bink.Story(ink_json(carry(story_in(tmp_path, yaml.safe_load(TYPED)))))
    told, offered = seen_in_ink(played)
    assert told in (["No bees. Heads."], ["No bees. Tails."])
    assert offered == ["Who?", "Leave the page blank", "Leave"]
    played.choose_choice_index(0)
    assert seen_in_ink(played) == (["It says nothing."], [])
    assert played.get_variable("n") == 2


def passages_of(source: str) -> dict[str, str]:
    """The passages of a Twee file by name."""
    parts = re.split(r"^:: (.*)$", source, flags=re.MULTILINE)[1:]
    names = [re.sub(r" \[[^]]*\]$", "", name) for name in parts[::2]]
    assert len(set(names)) == len(names)
    return dict(zip(names, parts[1::2], strict=True))


@settings(deadline=None, max_examples=30, suppress_health_check=SLOW, phases=NO_SHRINKING)
@given(content=stories())
def test_every_way_in_twee_leads_to_a_passage_and_every_macro_is_closed(
    tmp_path: Path, content: dict[str, Any]
) -> None:
    story = story_in(tmp_path, content)
    passages = passages_of(twee(carry(story)))
    data = json.loads(passages["StoryData"])
    assert data["start"] in passages
    assert re.fullmatch(r"[0-9A-F-]{36}", data["ifid"])
    assert set(story.scenes) <= set(passages)
    started = set(re.findall(r"<<set \$(\w+) to", passages["StoryInit"]))
    for name, body in passages.items():
        for to in re.findall(r'<<(?:include|run \$back\.push\() ?"([^"]+)"', body):
            assert to in passages, name
        for macro in ("if", "switch", "link"):
            assert len(re.findall(rf"<<{macro}\b", body)) == body.count(f"<</{macro}>>"), (name, macro)
        for code in re.findall(r"<<(?:if|set|print|switch)\b(.*?)>>", body):
            assert set(re.findall(r"\$(\w+)", code)) <= started, (name, code)


def test_words_are_no_markup_in_twee(tmp_path: Path) -> None:
    text = "<<set $n to 9>> [[end]] $n //sloping// ''heavy'' {{{raw}}} <b>b</b>"
    content = {
        "chapter": "one",
        "scenes": {
            "s0": {"text": text.replace("{", "\\{").replace("}", "\\}"), "goto": "end"},
            "end": ENDING,
        },
    }
    content |= {"endings": {"out": {"title": "Out"}}}
    told = passages_of(twee(carry(story_in(tmp_path, content))))["s0"].split("<<include")[0]
    assert not re.search(r"<<set \$n|\[\[|\$n|//|''|{{{|<b>", told)
    assert "&#60;" in told


@pytest.mark.parametrize("to", ["ink", "ink-json", "twee"])
def test_the_command_writes_a_file_and_says_what_stays_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], to: str
) -> None:
    story_in(tmp_path, yaml.safe_load(TYPED))
    out = tmp_path / "out.txt"
    assert main(["--story", str(tmp_path), "export-story", "--to", to, "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert "passages" in said.out
    assert f"Not carried to {to}: pages to type: 1." in said.err
    assert out.read_text(encoding="utf-8")
