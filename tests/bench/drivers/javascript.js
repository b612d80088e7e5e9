// inkjs: ink's runtime in JavaScript, on compiled ink. Does what driver.py does, with its numbers: MODE STORY NUMBERS.

"use strict";

const fs = require("fs");

const [mode, path, numbers] = process.argv.slice(2);
const { FIRST_PICK, MULTIPLIER, MODULUS, COLD, WARM, BATCH, SECONDS, SAVED_AT, SAVES, AHEAD, COMPARED } =
  JSON.parse(numbers);
const { Story, Compiler } = mode === "compile" ? require("inkjs/full") : require("inkjs");

const now = () => performance.now() / 1000;

function peak() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(fs.readFileSync("/proc/self/status", "utf-8"))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

let story;
let text;
let menu;

function load() {
  story = new Story(fs.readFileSync(path, "utf-8"));
}

function render() {
  text = story.ContinueMaximally();
  menu = story.currentChoices.map((choice) => choice.text);
}

function begin() {
  story.ResetState();
  render();
}

function play(turns, pick) {
  for (let turn = 0; turn < turns; turn++) {
    if (menu.length) {
      pick = (pick * MULTIPLIER) % MODULUS;
      story.ChooseChoiceIndex(pick % menu.length);
      render();
    } else {
      begin();
    }
  }
  return pick;
}

function seconds(work) {
  const begun = now();
  work();
  return now() - begun;
}

function median(values) {
  const ordered = [...values].sort((a, b) => a - b);
  const middle = ordered.length >> 1;
  return ordered.length % 2 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
}

// What is shown, and after some more turns.
function ahead() {
  const shown = JSON.stringify([text.trim(), menu]);
  play(AHEAD, FIRST_PICK);
  return shown + JSON.stringify([text.trim(), menu]);
}

function saving() {
  begin();
  let pick = FIRST_PICK;
  for (let turns = 0; turns < SAVED_AT; ) {
    turns = menu.length ? turns + 1 : 0;
    pick = play(1, pick);
  }
  const saved = story.state.ToJson();
  const save = [];
  const restore = [];
  for (let time = 0; time < SAVES; time++) save.push(seconds(() => story.state.ToJson()));
  const back = () => {
    story.state.LoadJson(saved);
    text = story.currentText;
    menu = story.currentChoices.map((choice) => choice.text);
  };
  const before = ahead();
  for (let time = 0; time < SAVES; time++) restore.push(seconds(back));
  if (ahead() !== before) throw new Error("it went on otherwise once restored");
  return { save: median(save), restore: median(restore), bytes: Buffer.byteLength(saved) };
}

const modes = {
  compile() {
    const work = () => {
      const compiled = new Compiler(fs.readFileSync(path.replace(/\.json$/, ".ink"), "utf-8")).Compile();
      fs.writeFileSync(path, compiled.ToJson());
    };
    return { compile: seconds(work), compile_rss: peak() };
  },
  first() {
    load();
    begin();
    return { characters: text.length + menu.join("").length };
  },
  play() {
    const figures = { load: seconds(load) };
    begin();
    let begun = now();
    let pick = play(COLD, FIRST_PICK);
    figures.cold_rate = COLD / (now() - begun);
    pick = play(WARM - COLD, pick);
    let made = 0;
    begun = now();
    const used = process.cpuUsage();
    while (now() < begun + SECONDS) {
      pick = play(BATCH, pick);
      made += BATCH;
    }
    figures.rate = made / (now() - begun);
    const { user, system } = process.cpuUsage(used);
    figures.cpu_rate = (made * 1e6) / (user + system);
    return { ...figures, ...saving(), rss: peak() };
  },
  transcript() {
    load();
    begin();
    const turns = [[text.trim(), menu]];
    let pick = FIRST_PICK;
    for (let turn = 0; turn < COMPARED; turn++) {
      pick = play(1, pick);
      turns.push([text.trim(), menu]);
    }
    return { turns };
  },
};

console.log(JSON.stringify(modes[mode]()));
