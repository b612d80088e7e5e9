"""Every diagnostic is found, at its very place."""

# ruff: noqa: E501 (one fault a line reads better than five lines a fault)

from __future__ import annotations

import pytest

from game.story.errors import CODES

from .samples import HEAD, SOUND, look, marked, sound_with

PORCH = "      The porch, {closeness > 3: warm|cold}.\n"
# Each: the code, and the sound story with one fault; the mark stands where the fault is reported.
IN_THE_FILE = {
    "a text that is not closed": ("RS001", SOUND + "extra: 'x\n§"),
    "a colon in a plain text": ("RS001", sound_with("text: Moths.", "text: Moths§: many.")),
    "a tab": ("RS001", sound_with("    text: Moths.", "§\ttext: Moths.")),
    "an alias": ("RS002", sound_with("text: Moths.", "text: §*moths")),
    "an anchor": ("RS002", sound_with("text: Moths.", "text: §&moths Moths.")),
    "a merge key": ("RS002", sound_with("    text: Moths.", "    §<<: {text: Moths.}")),
    "a tag": ("RS003", sound_with("text: Moths.", "text: §!!python/name:os.system Moths.")),
    "a key twice": ("RS004", sound_with("    text: Moths.", "    text: Moths.\n    §text: More.")),
    "a long text": ("RS005", sound_with("text: Moths.", f"text: §{'moth ' * 50_000}")),
    "too deep": ("RS006", sound_with("text: Moths.", f"text: {'[' * 58}§{'[' * 900}")),
    "a number for a key": ("RS007", sound_with("    text: Moths.", "    §1: Moths.")),
    "true for a key": ("RS007", sound_with("    text: Moths.", "    §true: Moths.")),
    "a list for a key": ("RS007", sound_with("    text: Moths.", "    ? §[a]\n    : Moths.")),
    "an escape sequence": ("RS008", sound_with("text: Moths.", 'text: §"Moths \\e[31m"')),
    "a control character": ("RS008", sound_with("text: Moths.", "text: Moths§\x07")),
    "text that runs the other way": ("RS008", sound_with("text: Moths.", "text: Mo§\u202eths")),
    "a list of a file": ("RS011", "§- porch\n"),
    "a second document": ("RS011", SOUND + "§---\nscenes: {}\n"),
    "unquoted braces": ("RS012", sound_with("text: Moths.", "text: §{moths|bats}")),
    "unquoted braces in a list": ("RS012", sound_with("text: Moths.", "text:\n      - §{moths|bats}")),
    "unquoted braces before words": ("RS012", sound_with("text: Moths.", "text: {a|b} §fly")),
    "a page without a prompt": ("RS013", sound_with("  who:\n    prompt: Who is she?\n", "  §who:\n")),
    "a storylet without a deck": ("RS013", sound_with("  moths:\n    deck: evening\n", "  §moths:\n    goto: bed\n")),
    "an unknown field": ("RS014", sound_with("    text: Moths.", "    §txt: Moths.")),
    "an unknown field of a choice": ("RS014", sound_with("        say: Nothing", "        §says: Nothing")),
    "an unknown field of a block": ("RS014", sound_with("text: Moths.", "text: [{if: told, §then: A, text: B}]")),
    "an unknown field of a pattern": ("RS014", sound_with("{holds: false}", "{holds: false, §aspects: mood}")),
    "an unknown section": ("RS014", SOUND + "§scene: {}\n"),
    "a comma in unquoted words": ("RS014", sound_with("about: As lived.}", "about: As lived, §as it were.}")),
    "a number for text": ("RS015", sound_with("text: Moths.", "text: §1984")),
    "a list for text": ("RS015", sound_with("prompt: Who is she?", "prompt: §[Who]")),
    "text for a number": ("RS015", sound_with("min: 0", "min: §none")),
    "a word for true": ("RS015", sound_with("    beats: desk", "    optional: §yes\n    beats: desk")),
    "a word that is none of the list": ("RS015", sound_with("type: bool", "type: §boolean")),
    "an empty menu": ("RS015", sound_with("  bed:\n    goto: [{if: told, to: end}, {to: end}]", "  bed:\n    choices: §[]")),
    "a number out of bounds": ("RS015", sound_with("then: bed}", "then: bed, count: §0}")),
    "nothing after the colon": ("RS015", sound_with("    text: Moths.", "    §text:")),
    "a section that is a list": ("RS015", sound_with("endings:\n  block: {title: Block, text: The end.}", "facets: §[a]")),
    "a definition that is text": ("RS015", sound_with("block: {title: Block, text: The end.}", "block: §Block")),
    "capitals in an id": ("RS016", sound_with("  evening:\n", "  §Evening-: {goto: bed}\n  evening:\n")),
    "a goto that is no id": ("RS016", sound_with("        goto: sheet", "        goto: §The sheet")),
    "a variable named like a function": ("RS016", sound_with("  told: {", "  §count: {type: bool}\n  told: {")),
    "a variable named like a keyword": ("RS016", sound_with("  told: {", "  §if: {type: bool}\n  told: {")),
    "a chapter that is no id": ("RS016", sound_with("chapter: one", "chapter: §One of them")),
    "no way on": ("RS017", sound_with("  end:\n    ending: block", "  end:\n    ending: block\n  §nowhere: {text: A}")),
    "two ways on": ("RS017", sound_with("    ending: block", "    ending: §block\n    goto: bed")),
    "a last way with a condition": ("RS017", sound_with("{to: end}]", "{if: §told, to: end}]")),
    "an empty list of ways": ("RS017", sound_with("goto: [{if: told, to: end}, {to: end}]", "goto: §[]")),
    "a reason without a need": ("RS018", sound_with("say: Nothing comes.", "otherwise: §No.")),
    "a need without a reason": ("RS018", sound_with("say: Nothing comes.", "needs: §told")),
    "a condition of a scene": ("RS018", sound_with("    page: who", "    page: who\n    if: §told")),
    "values of a number": ("RS018", sound_with("min: 0, max: 10", "values: §[a]")),
    "one value that excludes nothing": ("RS018", SOUND + "exclusions:\n  a: {aspect: mood, values: §[sad]}\n"),
    "a scene that leads to itself": ("RS019", sound_with("  evening:\n", "  attic: {goto: §attic}\n  evening:\n")),
    "scenes that lead to each other": ("RS019", sound_with("  evening:\n", "  stairs: {goto: attic}\n  attic: {goto: §loft}\n  loft: {goto: attic}\n  evening:\n")),
    "a brace that is not closed": ("RS020", sound_with(PORCH, "      The porch, §{closeness > 3: warm.\n")),
    "a brace that closes nothing": ("RS020", sound_with(PORCH, "      The porch.\n\n      It is§} warm.\n")),
    "empty braces": ("RS020", sound_with("text: Moths.", "text: 'Moths §{ }'")),
    "three texts for a condition": ("RS020", sound_with("text: Moths.", "text: '{told: a|b§|c}'")),
    "a condition that is none": ("RS021", sound_with("text: Moths.", "text: '{told and§ : a|b}'")),
    "a condition with one equals sign": ("RS021", sound_with("text: Moths.", "text: '{vow §= none: a|b}'")),
    "a slot that is no expression": ("RS021", sound_with("text: Moths.", "text: '{the §moths}'")),
    "an expression that is none": ("RS021", sound_with("if: closeness > 2", "if: closeness >§")),
    "a function that is none": ("RS021", sound_with("if: closeness > 2", "if: §__import__('os')")),
    "an attribute that is none": ("RS021", sound_with("She {it.third}.\"}\n  desk-denied", "She {§it.thrid}.\"}\n  desk-denied")),
    "an unknown name": ("RS022", sound_with("if: closeness > 2", "if: §closenes > 2")),
    "an unknown name in a text": ("RS022", sound_with("closeness > 3: warm", "§closenes > 3: warm")),
    "an unknown name in an effect": ("RS022", sound_with("do: closeness += 1", "do: §closenes += 1")),
    "a function without its brackets": ("RS022", sound_with("if: closeness > 2", "if: §new")),
    "the claim of a beat in a scene": ("RS022", sound_with("text: Moths.", "text: 'Moths {§it.third}'")),
    "an unknown facet": ("RS022", sound_with("if: closeness > 2", "if: §ruby.third == 'a'")),
    "a form that claims have not": ("RS022", sound_with("She {it.third}.\"}\n  desk-denied", "{§it.mood}\"}\n  desk-denied")),
    "small true": ("RS022", sound_with("if: closeness > 2", "if: told == §true")),
    "a value the variable never has": ("RS023", sound_with("if: closeness > 2", "if: vow == §'kepd'")),
    "one of several such values": ("RS023", sound_with("if: closeness > 2", "if: vow in ('none', §'kepd')")),
    "a mood there is not": ("RS023", sound_with("if: closeness > 2", "if: ruby.mood == §'joyfull'")),
    "a closed value there is not": ("RS023", sound_with("for: {},", "for: {aspect: mood, value: §joyfull},")),
    "a slip in a way of speaking": ("RS023", sound_with("for: {},", "for: {aspect: speech, value: §slient},")),
    "a name where the id is meant": ("RS023", sound_with("\"{it.subject} {it.third}.\"", "\"{it.subject == §'harry': He}\"")),
    "a claim's value there is not": ("RS023", sound_with("if: closeness > 2", "if: has('bond', §'lovs')")),
    "a facet's value there is not": ("RS023", SOUND + "facets:\n  mood: {own: §contented}\n"),
    "a text compared with a number": ("RS024", sound_with("if: closeness > 2", "if: §vow > 2")),
    "true added to text": ("RS024", sound_with("if: closeness > 2", "if: §vow + 1 == 'a'")),
    "a claim shown as it is": ("RS024", sound_with("She {it.third}.\"}\n  desk-denied", "{§it}\"}\n  desk-denied")),
    "true and false shown": ("RS024", sound_with("text: Moths.", "text: '{§told}'")),
    "claims shown": ("RS024", sound_with("text: Moths.", "text: \"{§claims('have')}\"")),
    "a claim that may not be": ("RS024", sound_with("text: Moths.", "text: \"{§claim('have').noun}\"")),
    "a number bound as a claim": ("RS024", sound_with("text: Moths.", "text: [{with: {a: §closeness}, text: A}]")),
    "beats for what is no claim": ("RS024", sound_with("text: Moths.", "text: [{beats: {at: desk, claims: '§1'}}]")),
    "too many arguments": ("RS025", sound_with("if: closeness > 2", "if: has('have', 'bee', §'now')")),
    "an unknown keyword": ("RS025", sound_with("if: closeness > 2", "if: has('have', §who='ruby')")),
    "no argument": ("RS025", sound_with("if: closeness > 2", "if: §visits()")),
    "an id that is not written out": ("RS025", sound_with("if: closeness > 2", "if: visits(§vow)")),
    "a form there is not": ("RS025", sound_with("text: Moths.", "text: \"{listing(claims(), §'nouns')}\"")),
    "an effect that is none": ("RS026", sound_with("do: closeness += 1", "do: §closeness")),
    "an effect that compares": ("RS026", sound_with("do: closeness += 1", "do: §closeness == 1")),
    "an effect out of range": ("RS026", sound_with("do: closeness += 1", "do: §closeness = 11")),
    "an effect of the wrong kind": ("RS026", sound_with("do: closeness += 1", "do: told = True; §told += 1")),
    "an effect with an unknown word": ("RS026", sound_with("do: closeness += 1", "do: §vow = 'kepd'")),
    "an enum without values": ("RS027", sound_with("type: enum, values: [none, kept], default: none", "type: §enum")),
    "a default that is no value": ("RS027", sound_with("default: none}", "default: §nil}")),
    "a default out of range": ("RS027", sound_with("default: 3,", "default: §11,")),
    "a range the wrong way round": ("RS027", sound_with("min: 0, max: 10, default: 3", "min: §9, max: 2, default: 3")),
    "an unknown aspect": ("RS028", sound_with("for: {},", "for: {aspect: §moood},")),
    "an unknown degree": ("RS028", sound_with("for: {},", "for: {degree: [plain, §total]},")),
    "an unknown aspect in a call": ("RS028", sound_with("if: closeness > 2", "if: has(§'haves')")),
    "a facet of an open aspect": ("RS028", SOUND + "facets:\n  have: §{own: bee}\n"),
    "an id twice": ("RS030", sound_with("  moths:\n", "  §porch: {deck: evening}\n  moths:\n")),
    "a choice twice": ("RS030", sound_with("id: wait", "id: §knock")),
    "an unknown scene": ("RS031", sound_with("        goto: sheet", "        goto: §sheets")),
    "an unknown scene after a deal": ("RS031", sound_with("then: bed", "then: §beds")),
    "return from what was not dealt": ("RS031", sound_with("    goto: evening\nbeats", "    goto: §return\nbeats")),
    "an unknown scene asked for": ("RS031", sound_with("if: closeness > 2", "if: visits(§'porches') > 1")),
    "an unknown page": ("RS032", sound_with("page: who", "page: §whom")),
    "an unknown page asked for": ("RS032", sound_with("if: closeness > 2", "if: typed(§'whom')")),
    "an unknown ending": ("RS033", sound_with("ending: block", "ending: §blocked")),
    "an unknown deck": ("RS034", sound_with("deal: {deck: evening,", "deal: {deck: §evenings,")),
    "an unknown place": ("RS035", sound_with("beats: desk", "beats: §desks")),
    "an unknown chapter": ("RS036", sound_with("chapter: one", "chapter: §three")),
    "an unknown chapter of a scene": ("RS036", sound_with("    page: who", "    page: who\n    chapter: §three")),
    "no chapter at all": ("RS036", "scenes:\n  §attic: {goto: porch}\n"),
    "an unknown choice": ("RS037", sound_with("if: closeness > 2", "if: chosen(§'porch.knok')")),
    "an effect on what is derived": ("RS026", sound_with("values: [none, kept], default: none}", "values: [none, kept], is: [{value: none}]}").replace("do: closeness += 1", "do: §vow = 'kept'")),
    "a derived value there is not": ("RS027", sound_with("values: [none, kept], default: none}", "values: [none, kept], is: [{value: §kepd}]}")),
    "a derived variable without a last word": ("RS027", sound_with("values: [none, kept], default: none}", "values: [none, kept], is: [{if: §told, value: kept}]}")),
    "a derived number": ("RS018", sound_with("min: 0, max: 10, default: 3", "is: §[{value: a}]")),
    "an unknown place of costs": ("RS046", sound_with("text: Moths.", "text: [Moths., {costs: {at: §town}}]")),
    "an unknown circumstance": ("RS049", sound_with("    page: who", "    page: who\n    during: [§rain]")),
    "an unknown circumstance asked for": ("RS049", sound_with("if: closeness > 2", "if: during(§'rain')")),
    "an unknown deck asked for": ("RS034", sound_with("if: closeness > 2", "if: can_deal(§'evenings')")),
    "an unknown page to look back from": ("RS032", sound_with("if: closeness > 2", "if: has('have', before=§'whom')")),
    "nothing for what is denied": ("RS038", sound_with("  desk-said:", "  §desk-said:").replace("{subject: any, holds: any}", "{subject: harry}").replace("{holds: false}", "{holds: false, aspect: open}")),
}  # fmt: skip

TWELVE = "Moths came in at the window and sat down upon the lamp shade."
EVERY_COST = "costs:\n" + "".join(
    f"  cost-{n}: {{at: town, for: {{aspect: closed}}, note: paid, text: It costs.}}\n" for n in (1, 2)
)

WARNINGS = {
    "a scene that nothing leads to": ("RS040", sound_with("  end:\n", "  §attic: {goto: end}\n  end:\n")),
    "an ending that nothing leads to": ("RS041", SOUND + "  §free: {title: Free}\n"),
    "a page that nothing offers": ("RS042", sound_with("pages:\n", "pages:\n  §what: {prompt: What?, goto: end}\n")),
    "beats for nothing": ("RS043", sound_with("beats:\n", "beats:\n  §attic: {at: attic, for: {}, text: A}\n")),
    "a deck that is never dealt": ("RS044", sound_with("storylets:\n", "storylets:\n  §bats: {deck: night}\n")),
    "a variable that nothing asks for": ("RS050", sound_with("  vow: {", "  §nerve: {type: int}\n  vow: {").replace("do: closeness += 1", "do: closeness += 1; nerve = 1")),
    "a variable that nothing sets": ("RS051", sound_with("  vow: {", "  §nerve: {type: int}\n  vow: {").replace("if: told,", "if: told or nerve > 2,")),
    "a condition that is never so": ("RS052", sound_with("if: told,", "if: §told and closeness > 10,")),
    "a word that is never set": ("RS052", sound_with("{if: told,", "{if: §told and vow == 'lost',").replace("values: [none, kept]", "values: [none, kept, lost]")),
    "a number that only goes up": ("RS052", sound_with("{closeness > 3: warm|cold}", "{§closeness > 2: warm|cold}").replace("; closeness -= 2", "").replace("closeness > 2\n", "closeness > 5\n")),
    "a contradiction": ("RS052", sound_with("if: told,", "if: §told and closeness > 5 and closeness < 3,")),
    "a contradiction of two facets": ("RS052", sound_with("if: told,", "if: §told and ruby.mood == 'sad' and ruby.mood == 'calm',")),
    "what the condition round it implies": ("RS052", sound_with("{closeness > 3: warm|cold}", "{closeness > 5: {§closeness > 3: warm|mild}|cold}")),
    "what the block round it rules out": ("RS052", sound_with("text: Moths.", "text: [{if: told, text: 'Moths{§not told: , unseen}.'}]")),
    "what the storylet's own condition implies": ("RS052", sound_with("text: Moths.", "text: 'Moths{§closeness >= 2: , near}.'")),
    "a way that those before it leave nothing for": ("RS052", sound_with("{if: told, to: end}", "{if: told or closeness > 3, to: end}, {if: §closeness > 5, to: moths}")),
    "a way after one without a condition": ("RS052", sound_with("{if: told, to: end}", "{to: end}, §{if: told, to: end}")),
    "a storylet that is never dealt": ("RS054", sound_with("if: closeness > 2", "if: §closeness > 10")),
    "a choice that is never offered": ("RS054", sound_with("        say: Nothing", "        if: §vow == 'lost'\n        say: Nothing").replace("values: [none, kept]", "values: [none, kept, lost]")),
    "a choice that is never open": ("RS054", sound_with("        say: Nothing", "        if: told\n        needs: §not told\n        otherwise: No.\n        say: Nothing")),
    "a facet that may be empty": ("RS055", sound_with("text: Moths.", "text: 'Moths, {§ruby.mood}.'")),
    "an object that may be empty": ("RS055", sound_with("She {it.third}.\"}\n  desk-denied", "She and {§it.object}.\"}\n  desk-denied")),
    "words of a page that may be blank": ("RS055", sound_with("text: Moths.", "text: \"Moths: {§words('who')}.\"").replace("    beats: desk", "    optional: true\n    beats: desk")),
    "a listing of what may not be": ("RS055", sound_with("text: Moths.", "text: \"Moths: {§listing(claims('have'))}.\"")),
    "a choice with nothing in it": ("RS055", sound_with("text: Wait", "text: '§{told: Wait}'")),
    "a scene without an end to come to": ("RS056", sound_with("        goto: sheet", "        goto: attic").replace("  sheet:\n", "  sheet:\n", 1).replace("        say: Nothing comes.", "        goto: sheet").replace("  evening:\n", "  §attic:\n    choices: [{id: stay, text: Stay, goto: attic}]\n  evening:\n")),
    "moods without a beat": ("RS057", sound_with("beats:\n", "beats:\n  §desk-moods: {at: desk, for: {aspect: mood, value: [joyful, content, sad, angry, afraid, anxious, calm, bored, lonely, ashamed, numb, proud, jealous, hopeful, restless]}, text: She is.}\n")),
    "a space that is swallowed": ("RS058", sound_with("text: Moths.", "text: 'Moths§{told:  at the lamp}.'")),
    "words that run together": ("RS058", sound_with("text: Moths.", "text: 'Moths fly§{told: to the lamp|away from it}.'")),
    "sentences that run together": ("RS058", sound_with("text: Moths.", "text: 'Moths.§{told: They come in.|They go.}'")),
    "a space before a full stop": ("RS058", sound_with("text: Moths.", "text: 'Moths §{told: at the lamp|}.'")),
    "drink without a note": ("RS059", sound_with("text: Moths.", "text: The moths had been at the §whisky.")),
    "a condition that is always so": ("RS052", sound_with("if: closeness > 2", "if: §closeness >= 0 or told")),
    "a condition in a text that is never so": ("RS052", sound_with("{closeness > 3: warm|cold}", "{§not closeness <= 10: warm|cold}")),
    "a paragraph twice": ("RS053", sound_with("text: Moths.", f"text: {TWELVE}").replace("text: The end.", f"text: §{TWELVE}")),
    "costs that never fall due": ("RS047", SOUND + EVERY_COST.replace("  cost-", "  §cost-", 1)),
    "an absolute that costs nothing": ("RS048", sound_with("text: Moths.", "text: [Moths., {costs: {at: town}}]") + EVERY_COST.replace("  cost-", "  §cost-", 1).replace("closed", "mood")),
    "a menu that can run dry": ("RS045", sound_with("  evening:\n", "  evening:\n").replace("  porch:\n", "  §porch:\n").replace("        goto: sheet\n", "        goto: sheet\n        once: true\n")),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_THE_FILE)
def test_a_fault_is_reported_where_it_stands(name: str) -> None:
    code, text = IN_THE_FILE[name]
    text, place = marked(text)
    files = (text,) if text.startswith("chapter:") or code in ("RS011",) else (SOUND, text)
    found = look(*files)
    errors = [(one.code, (one.line, one.column)) for one in found.diagnostics if one.severity == "error"]
    assert (code, place) in errors, found.diagnostics
    assert found.story is None


@pytest.mark.parametrize("name", WARNINGS)
def test_a_loose_end_is_a_warning_and_the_story_plays(name: str) -> None:
    code, text = WARNINGS[name]
    text, place = marked(text)
    found = look(text)
    assert [(one.code, (one.line, one.column)) for one in found.diagnostics] == [(code, place)]
    assert {one.severity for one in found.diagnostics} == {"warning"}
    assert found.story is not None


def test_a_fault_of_the_file_itself_has_no_line() -> None:
    found = look(SOUND, "x" * 4_000_001)
    assert [(one.code, one.path, one.line) for one in found.diagnostics] == [("RS005", "file1.yaml", 0)]


def test_what_is_not_utf8_is_placed_by_its_bytes() -> None:
    from game.story.reading import read_source  # noqa: PLC0415

    found = read_source("a.yaml", "scenes:\n  pörch: ".encode() + b"\xff\n")
    assert [(one.code, one.line, one.column) for one in found.diagnostics] == [("RS009", 2, 10)]


def test_the_head_of_a_story_is_checked_like_the_rest() -> None:
    found = look(SOUND, head=HEAD.replace("start: porch", "start: attic").replace("id: two", "id: one"))
    assert {(one.code, one.path) for one in found.diagnostics} == {
        ("RS031", "story.yaml"),
        ("RS030", "story.yaml"),
    }


def test_every_code_of_the_table_is_triggered_here() -> None:
    triggered = {code for code, _ in (IN_THE_FILE | WARNINGS).values()}
    elsewhere = {"RS039", "RS060", "RS061", "RS062"}  # see test_migrations, and tests/workshop/test_check
    assert set(CODES) - triggered - elsewhere <= {"RS009", "RS010"}
    assert triggered <= set(CODES)


@pytest.mark.parametrize("name", IN_THE_FILE)
def test_a_fault_says_what_it_is_and_what_to_do(name: str) -> None:
    code, text = IN_THE_FILE[name]
    text, _ = marked(text)
    files = (text,) if text.startswith("chapter:") or code in ("RS011",) else (SOUND, text)
    for one in look(*files).diagnostics:
        assert one.mend, one
        assert one.message
        assert one.message == one.message.strip()
        assert len(one.message) < 300
        assert one.message.isprintable(), one
        assert one.mend.isprintable(), one


def test_one_look_finds_every_fault_of_every_file() -> None:
    broken = "chapter: one\nscenes:\n  attic:\n    text: 'never closed\n"
    faulty = "chapter: one\nscenes:\n  a: {goto: attic}\n  b: {goto: cellar}\n  C: {txt: 1}\n  d: {text: '{', goto: a}\n"
    found = look(SOUND, broken, faulty)
    assert [(one.code, one.path, one.line) for one in found.diagnostics] == [
        ("RS001", "file1.yaml", 5),
        ("RS031", "file2.yaml", 4),
        ("RS016", "file2.yaml", 5),
        ("RS014", "file2.yaml", 5),
        ("RS020", "file2.yaml", 6),
    ]


def test_the_sound_story_has_no_fault_at_all() -> None:
    found = look(SOUND)
    assert found.diagnostics == []
    assert found.story is not None


def test_a_slip_in_an_effect_or_a_condition_is_told_once() -> None:
    # What was meant to be set, or asked for, is not told to be never so or of no use as well.
    effect = sound_with("do: \"vow = 'kept'; closeness -= 2\"", "do: \"vow == 'kept'; closeness -= 2\"")
    condition = sound_with("if: vow == 'kept', do: \"told", "if: vow = 'kept', do: \"told")
    for text, code in ((effect, "RS026"), (condition, "RS021")):
        assert [one.code for one in look(text).diagnostics] == [code]


def test_an_id_that_is_nearly_one_is_put_right() -> None:
    (one,) = look(sound_with("        goto: sheet", "        goto: The sheet")).diagnostics
    assert one.mend.startswith("write `the-sheet`:")
