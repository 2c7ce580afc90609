import assert from "node:assert/strict";
import test from "node:test";
import { Failure } from "../../src/failure";
import { FRAME_SAMPLES, Framer, loudness, SPEECH_RATE } from "../../src/voice/frames";
import { Resampler } from "../../src/voice/resample";
import { quiet, reduceVoice } from "../../src/voice/view";
import type { VoiceChange, VoiceView } from "../../src/voice/view";
import { readSpokenEvent } from "../../src/voice/wire";
import type { SpokenEvent } from "../../src/voice/wire";

function sine(frequency: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: Math.round(rate * seconds) }, (_, at) => 0.5 * Math.sin((2 * Math.PI * frequency * at) / rate));
}

/** All of it, pushed in pieces of `size`. */
function resampled(input: Float32Array, from: number, to: number, size: number): Float32Array {
  const stream = new Resampler(from, to);
  const pieces: number[] = [];
  for (let at = 0; at < input.length; at += size) {
    const piece = input.subarray(at, at + size);
    const output = new Float32Array(stream.room(piece.length));
    pieces.push(...output.subarray(0, stream.push(piece, output)));
  }
  return Float32Array.from(pieces);
}

const RATES = [[48_000, 16_000], [44_100, 16_000], [96_000, 16_000], [16_000, 16_000], [8000, 16_000], [22_050, 48_000], [24_000, 44_100], [16_000, 44_100], [44_056, 47_999]] as const;

test("resampling: a tone stays what it is, to the sample and whatever the pieces", () => {
  for (const [from, to] of RATES) {
    const frequency = 1000;
    const output = resampled(sine(frequency, from, 0.5), from, to, 128);
    assert.ok(Math.abs(output.length - to / 2) < 0.01 * to, `${from} → ${to}: ${output.length} samples`);
    let worst = 0;
    for (let at = 200; at < output.length - 200; at++) worst = Math.max(worst, Math.abs((output[at] as number) - 0.5 * Math.sin((2 * Math.PI * frequency * at) / to)));
    assert.ok(worst < 0.003, `${from} → ${to}: off by ${worst}`);
    for (const size of [1, 97, 5000]) assert.deepEqual(resampled(sine(frequency, from, 0.1), from, to, size), resampled(sine(frequency, from, 0.1), from, to, 441), `${from} → ${to} in pieces of ${size}`);
  }
});

test("resampling: what 16 kHz cannot hold is gone, and does not come back as another pitch", () => {
  for (const [from, to] of [[48_000, 16_000], [44_100, 16_000]] as const) {
    for (const frequency of [9500, 11_000, 15_000, 20_000]) {
      const loudest = resampled(sine(frequency, from, 0.2), from, to, 128).subarray(100).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      assert.ok(loudest < 0.5e-3, `${frequency} Hz at ${from}: ${loudest}`);
    }
    const kept = resampled(sine(6000, from, 0.2), from, to, 128).subarray(100).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    assert.ok(kept > 0.49, `6000 Hz at ${from}: ${kept}`);
  }
});

test("frames: 20 ms of 16-bit samples, clipped and not wrapped", () => {
  const frames: Int16Array[] = [];
  const framer = new Framer(48_000, (frame) => frames.push(frame));
  const loud = sine(300, 48_000, 1).map((sample) => sample * 4);
  for (let at = 0; at < loud.length; at += 128) framer.push(loud.subarray(at, at + 128));
  assert.equal(frames.length, 49); // the last waits for what the filter needs behind it
  assert.ok(frames.every((frame) => frame.length === FRAME_SAMPLES));
  assert.equal(new Set(frames.map((frame) => frame.buffer)).size, frames.length);
  const samples = frames.flatMap((frame) => [...frame]);
  assert.equal(Math.max(...samples), 32_767);
  // Two crossings of zero for each wave.
  const crossings = samples.filter((sample, at) => at > 0 && sample >= 0 !== (samples[at - 1] as number) >= 0).length;
  assert.ok(Math.abs(crossings - (2 * 300 * samples.length) / SPEECH_RATE) <= 2, `${crossings} crossings`);
});

test("loudness: from a quiet room to a shout", () => {
  const of = (amplitude: number) => loudness(Int16Array.from({ length: FRAME_SAMPLES }, (_, at) => amplitude * Math.sin(at / 3)));
  assert.equal(of(0), 0);
  assert.equal(of(20), 0);
  assert.ok(of(1000) > 0.2 && of(1000) < of(5000) && of(5000) < of(20_000));
  assert.equal(of(32_767), 1);
});

test("spoken events: read, and passed over when they are not known", () => {
  assert.deepEqual(readSpokenEvent({ type: "transcript", text: "allume", final: false }), { type: "transcript", text: "allume", final: false, speaker: "" });
  assert.deepEqual(readSpokenEvent({ type: "transcript", text: 7, final: "yes", speaker: null }), { type: "transcript", text: "", final: false, speaker: "" });
  assert.deepEqual(readSpokenEvent({ type: "asleep", extra: 1 }), { type: "asleep" });
  assert.deepEqual(readSpokenEvent({ type: "text", delta: "a" }), { type: "text", delta: "a" });
  for (const value of [null, [], "listening", { type: "audio", rate: 16_000 }, { type: "state" }, { type: "constructor" }, {}]) assert.equal(readSpokenEvent(value), null);
});

const heard = (...events: SpokenEvent[]): VoiceChange[] => events.map((event) => ({ type: "heard", event }));
const after = (...changes: VoiceChange[]): VoiceView => changes.reduce(reduceVoice, quiet);
const open = (opening: "speech" | "wake" | "button"): VoiceChange[] => [{ type: "asked", opening }, { type: "on" }];
const transcript = (text: string, final: boolean): SpokenEvent => ({ type: "transcript", text, final, speaker: "" });
const done: SpokenEvent = { type: "done", conversation_id: "c", trace_id: "t", timings: {} };

test("view: an exchange, from the press to the next", () => {
  const steps: [VoiceChange[], Partial<VoiceView>][] = [
    [[{ type: "asked", opening: "speech" }], { microphone: "opening", phase: "starting" }],
    [[{ type: "on" }], { microphone: "on" }],
    [heard({ type: "listening" }), { phase: "listening" }],
    [heard({ type: "speech_started" }, transcript("quelle", false)), { phase: "hearing", partial: "quelle" }],
    [heard({ type: "speech_ended" }), { phase: "thinking", partial: "quelle" }],
    [heard(transcript("quelle heure est-il", true)), { phase: "thinking", partial: "" }],
    [heard({ type: "thinking" }, { type: "text", delta: "Il est" }), { phase: "thinking" }],
    [heard(done), { phase: "listening" }],
    [heard({ type: "speech_started" }, { type: "interrupted" }), { phase: "hearing" }],
    [heard(done), { phase: "hearing" }],
    [heard({ type: "speech_ended" }, { type: "listening" }), { phase: "listening" }],
    [[{ type: "off" }], { microphone: "off", phase: "idle" }],
  ];
  let view = quiet;
  for (const [changes, expected] of steps) {
    view = changes.reduce(reduceVoice, view);
    for (const [key, value] of Object.entries(expected)) assert.equal(view[key as keyof VoiceView], value, `${key} after ${JSON.stringify(changes)}`);
  }
});

test("view: asleep until the wake word, and again", () => {
  assert.equal(after(...open("wake"), ...heard({ type: "asleep" })).phase, "asleep");
  assert.equal(after(...open("wake"), ...heard({ type: "asleep" }, { type: "wake" })).phase, "listening");
  assert.equal(after(...open("wake"), ...heard({ type: "wake" }, transcript("merci", true), done, { type: "asleep" })).phase, "asleep");
});

test("view: what is held, let go, and answered after the microphone is off", () => {
  const held: VoiceChange[] = [...open("button"), { type: "held", held: true }];
  assert.equal(after(...held, ...heard({ type: "listening" })).phase, "hearing");
  assert.equal(after(...held, ...heard({ type: "speech_ended" })).phase, "hearing");
  const let_go = [...held, { type: "held", held: false }, { type: "off" }] as VoiceChange[];
  assert.deepEqual([after(...let_go).phase, after(...let_go).microphone, after(...let_go).held], ["thinking", "off", false]);
  assert.equal(after(...let_go, ...heard(transcript("allume", true), done)).phase, "idle");
  assert.equal(after(...let_go, ...heard(transcript("", true))).phase, "idle");
});

test("view: trouble turns everything off, the next attempt clears it", () => {
  const troubled = after(...open("speech"), { type: "off", trouble: "lost" });
  assert.deepEqual(troubled, { ...quiet, trouble: "lost" });
  assert.equal(reduceVoice(troubled, { type: "asked", opening: "speech" }).trouble, null);
  const unclear = after(...open("speech"), { type: "trouble", trouble: new Failure("problem", 422) });
  assert.equal(unclear.microphone, "on");
  assert.equal(reduceVoice(unclear, { type: "heard", event: transcript("oui", true) }).trouble, null);
});

test("view: the microphone is what it is, whatever the server tells", () => {
  const events: SpokenEvent[] = [{ type: "listening" }, { type: "asleep" }, { type: "wake" }, { type: "speech_started" }, { type: "speech_ended" }, { type: "interrupted" }, transcript("a", false), transcript("a", true), { type: "thinking" }, done];
  let seed = 7;
  const random = (limit: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % limit;
  for (const start of [[], open("speech"), open("wake"), open("button")] as VoiceChange[][]) {
    let view = after(...start);
    for (let step = 0; step < 500; step++) {
      const next = reduceVoice(view, { type: "heard", event: events[random(events.length)] as SpokenEvent });
      assert.equal(next.microphone, view.microphone);
      assert.ok(next.microphone === "on" || next.phase === "idle" || next.phase === "thinking", `${next.phase} without a microphone`);
      view = next;
    }
  }
});
