import assert from "node:assert/strict";
import test from "node:test";
import type { Player } from "../../src/audio";
import { Failure } from "../../src/failure";
import { Answers } from "../../src/voice/answers";
import type { SpokenEvent } from "../../src/voice/wire";

/** Answers with a page and a loudspeaker that write down what becomes of them. */
function stage() {
  const log: string[] = [];
  const names = new Map<string, string>();
  const name = (key: string) => names.get(key) ?? key;
  let over: (() => void) | undefined;
  const player = {
    begin: (key: string, ended: () => void) => {
      over?.();
      over = ended;
      log.push(`begin ${name(key)}`);
    },
    add: (key: string) => log.push(`sound ${name(key)}`),
    finish: (key: string) => log.push(`finish ${name(key)}`),
    stop: () => {
      log.push("silence");
      over?.();
      over = undefined;
    },
  };
  const answers = new Answers(player as unknown as Player, {
    asked: (key, question, speaker) => {
      names.set(key, question || "(Jarvis)");
      log.push(`asked ${question}${speaker && ` by ${speaker}`}`);
    },
    events: (key, events) => log.push(...events.map((event) => `${name(key)}: ${event.type}${event.type === "done" ? ` ${event.conversation_id}` : ""}`)),
    stopped: (key) => log.push(`stopped ${name(key)}`),
    failed: (key) => log.push(`failed ${name(key)}`),
    conversation: () => null,
    user: () => "maison",
  }, () => log.push("played"));
  const take = (...events: Exclude<SpokenEvent, { type: "transcript" }>[]) => events.forEach((event) => answers.take(event));
  const playedOut = () => {
    over?.();
    over = undefined;
  };
  return { answers, log, take, playedOut };
}

const text: SpokenEvent & { type: "text" } = { type: "text", delta: "…" };
const done: SpokenEvent & { type: "done" } = { type: "done", conversation_id: "c", trace_id: "", timings: {} };
const sound: SpokenEvent & { type: "sound" } = { type: "sound", samples: new Float32Array(1), rate: 16_000 };

test("answers: said, played to the end, told", () => {
  const { answers, log, take, playedOut } = stage();
  answers.asked("a", "maison");
  take({ type: "thinking" }, text, sound, sound, done);
  playedOut();
  assert.deepEqual(log, ["asked a by maison", "a: thinking", "a: text", "begin a", "sound a", "sound a", "a: done c", "finish a", "played"]);
  assert.equal(answers.isRunning, false);
});

test("answers: who speaks before an answer has begun waits; afterwards the answer is over", () => {
  const { answers, log, take } = stage();
  answers.asked("a", "");
  answers.asked("b", "");
  take(text, done, text);
  answers.asked("c", "");
  take(text, done);
  assert.deepEqual(log, ["asked a", "asked b", "a: text", "a: done c", "b: text", "asked c", "stopped b", "c: text", "c: done c"]);
});

test("answers: cut off by speech, and gone on with after a cough, also when it was complete", () => {
  const { answers, log, take, playedOut } = stage();
  answers.asked("a", "");
  take(text, sound, done);
  answers.cut();
  take(sound);
  playedOut();
  assert.deepEqual(log, ["asked a", "a: text", "begin a", "sound a", "a: done c", "finish a", "silence", "begin a", "sound a", "finish a", "played"]);
});

test("answers: what is not wanted any more stays away until the next question", () => {
  const { answers, log, take } = stage();
  assert.equal(answers.interrupt(), false);
  answers.asked("a", "");
  take(text, sound);
  assert.equal(answers.interrupt(), true);
  take(text, sound, done);
  answers.asked("b", "");
  take(text);
  assert.deepEqual(log, ["asked a", "a: text", "begin a", "sound a", "silence", "stopped a", "asked b", "b: text"]);
});

test("answers: somebody else's conversation is not the page's; what Jarvis says unasked has no question", () => {
  const { answers, log, take } = stage();
  answers.asked("a", "invité");
  assert.equal(answers.isOwn, false);
  take(done, text);
  assert.equal(answers.isOwn, true);
  assert.deepEqual(log, ["asked a by invité", "a: done ", "asked ", "(Jarvis): text"]);
});

test("answers: the line that breaks fails all that waits, and what has come is still heard", () => {
  const { answers, log, take, playedOut } = stage();
  answers.asked("a", "");
  take(sound);
  answers.asked("b", "");
  answers.fail(new Failure("interrupted"));
  take(sound);
  playedOut();
  assert.deepEqual(log, ["asked a", "begin a", "sound a", "asked b", "failed a", "failed b", "finish a", "played"]);
});
