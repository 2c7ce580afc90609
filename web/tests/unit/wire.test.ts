import assert from "node:assert/strict";
import test from "node:test";
import { actionDetail, actionGroups, actionKind, actionName } from "../../src/actions";
import { backoff } from "../../src/backoff";
import { explain } from "../../src/explain";
import { Failure } from "../../src/failure";
import { age, countdown, duration } from "../../src/format";
import { decodePcm } from "../../src/pcm";
import { addressOf, conversationInAddress } from "../../src/routes";
import { EventParser, EventTooLong } from "../../src/sse";
import { passwordStrength } from "../../src/strength";
import { TEXTS } from "../../src/texts";
import { applyEvent, emptyChat, fromHistory, reduceChat } from "../../src/turns";
import { readHealth, readPage, readReplyEvent, readTimer, readTrace } from "../../src/wire";

test("events: whole whatever the pieces", () => {
  const source = "\ufeffdata: {\"a\":1}\r\n\r\n: comment\nevent: x\ndata: é\ndata:two\n\ndata\n\nid: 7\n\ndata: last\r\r";
  const expected = ["{\"a\":1}", "é\ntwo", "", "last"];
  for (let size = 1; size <= source.length; size++) {
    const parser = new EventParser(1000);
    const found: string[] = [];
    for (let at = 0; at < source.length; at += size) found.push(...parser.push(source.slice(at, at + size)));
    assert.deepEqual(found, expected, `in pieces of ${size}`);
  }
});

test("events: bounded, in one line and over many", () => {
  assert.throws(() => new EventParser(10).push("data: 0123456789"), EventTooLong);
  const parser = new EventParser(20);
  assert.throws(() => { for (let n = 0; n < 10; n++) parser.push("data: 1\n"); }, EventTooLong);
  const comments = new EventParser(20);
  for (let n = 0; n < 100; n++) assert.deepEqual(comments.push(": keep-alive\n"), []);
});

test("wire: what has the wrong type does not pass", () => {
  assert.equal(readReplyEvent(null), null);
  assert.equal(readReplyEvent({ type: "unheard_of" }), null);
  assert.deepEqual(readReplyEvent({ type: "text", delta: 7 }), { type: "text", delta: "" });
  assert.deepEqual(readReplyEvent({ type: "done", conversation_id: "c", trace_id: "t", timings: { a: 1, b: "x", c: NaN } }), { type: "done", conversation_id: "c", trace_id: "t", timings: { a: 1 } });
  assert.equal(readHealth([]), null);
  assert.deepEqual(readHealth({ status: "ok", version: "1", setup_required: "yes" }), { status: "ok", version: "1", setup_required: false });
  assert.deepEqual(readPage({ items: [{ id: "1" }, 3, {}], next_cursor: 5 }, readTimer), { items: [{ id: "1", label: "", due_at: "", state: "", remaining: null }], next_cursor: null });
  assert.deepEqual(readTrace({ id: "t", stages: { think: 3 } })?.stages, [{ name: "think", milliseconds: 3 }]);
  assert.deepEqual(readTrace({ id: "t", stages: [{ name: "think", milliseconds: 3 }, "x"] })?.stages, [{ name: "think", milliseconds: 3 }]);
});

test("turns: an answer from its events", () => {
  let chat = reduceChat(emptyChat, { type: "asked", key: "k", at: "", question: "?" });
  chat = reduceChat(chat, { type: "events", key: "k", events: [{ type: "thinking" }, { type: "text", delta: "Bon" }, { type: "action", tool: "timers.set", arguments: { label: "thé" }, status: "done" }] });
  chat = reduceChat(chat, { type: "events", key: "k", events: [{ type: "text", delta: "jour" }, { type: "done", conversation_id: "c1", trace_id: "t1", timings: {} }] });
  const turn = chat.entries[0];
  assert.ok(turn?.kind === "turn" && turn.answer === "Bonjour" && turn.state === "done" && turn.traceId === "t1" && turn.actions.length === 1);
  assert.equal(chat.conversationId, "c1");
  assert.equal(reduceChat(chat, { type: "failed", key: "k", failure: new Failure("timeout") }).entries[0], turn, "what is done stays done");
  assert.ok(turn?.kind === "turn" && applyEvent(turn, { type: "text", delta: "!" }) === turn);
});

test("turns: events of a turn that is no longer shown change nothing", () => {
  assert.equal(reduceChat(emptyChat, { type: "events", key: "gone", events: [{ type: "done", conversation_id: "x", trace_id: "", timings: {} }] }), emptyChat);
});

test("turns: an announcement is shown once; history is paired", () => {
  const announcement = { id: "a", kind: "timer", text: "Thé !", due_at: "" };
  const once = reduceChat(emptyChat, { type: "announced", announcement, at: "" });
  assert.equal(reduceChat(once, { type: "announced", announcement, at: "" }), once);
  const said = (id: string, role: "user" | "assistant", text: string) => ({ id, role, text, at: "" });
  const turns = fromHistory([said("1", "user", "a"), said("2", "assistant", "b"), said("3", "user", "c"), said("4", "user", "d"), said("5", "assistant", "e")]);
  assert.deepEqual(turns.map((turn) => [turn.question, turn.answer]), [["a", "b"], ["c", ""], ["d", "e"]]);
});

test("failures: explained in both languages, the server's own sentence first", () => {
  const failure = Failure.fromProblem({ title: "x", detail: "Trop tôt.", status: 429, request_id: "r1" }, 429, "12");
  assert.deepEqual(explain(failure, TEXTS.fr), { title: "Trop de demandes", advice: "Trop tôt. Réessayez dans 12 s.", reference: "Référence : r1" });
  for (const kind of ["unreachable", "timeout", "interrupted", "unreadable"] as const) for (const texts of [TEXTS.fr, TEXTS.en]) assert.ok(explain(new Failure(kind), texts).advice);
  assert.equal(explain(new Failure("problem", 418), TEXTS.en).title, "Request refused");
  assert.equal(explain(new Failure("problem", 502), TEXTS.en).title, "Jarvis ran into an error");
});

test("texts: both languages say the same things", () => {
  const shape = (value: unknown): unknown => (typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)).map(([key, inner]) => [key, shape(inner)])) : typeof value);
  assert.deepEqual(shape(TEXTS.en), shape(TEXTS.fr));
});

test("passwords: length counts most", () => {
  assert.equal(passwordStrength("court"), 0);
  assert.equal(passwordStrength("aaaaaaaaaaaaaaaa"), 0);
  assert.equal(passwordStrength("motdepasse123"), 0);
  assert.ok(passwordStrength("Tr0ub4dor&3x") >= 2);
  assert.equal(passwordStrength("cheval agrafe pile correcte"), 4);
});

test("formats: countdown, durations, ages, waits, addresses", () => {
  assert.deepEqual([countdown(599_001), countdown(3_661_000), countdown(-5)], ["10:00", "1:01:01", "0:00"]);
  assert.deepEqual([duration(0.42, "fr"), duration(312.4, "en"), duration(2400, "fr")], ["0,4 ms", "312 ms", "2,4 s"]);
  const now = new Date(2026, 2, 10, 0, 30);
  assert.deepEqual([new Date(2026, 2, 10, 0, 5), new Date(2026, 2, 9, 23, 59), new Date(2026, 2, 5), new Date(2025, 2, 5)].map((date) => age(date.toISOString(), now)), ["today", "yesterday", "week", "older"]);
  assert.deepEqual([0, 1, 4, 5, 99].map((attempt) => backoff(attempt, () => 1)), [1000, 2000, 16_000, 30_000, 30_000]);
  assert.equal(backoff(0, () => 0), 500);
  assert.equal(conversationInAddress(addressOf("c-1")), "c-1");
  assert.equal(conversationInAddress("#/c/<script>"), null);
});

test("audio: 16-bit samples", () => {
  assert.deepEqual(Array.from(decodePcm("AAAAgP9/AA==") ?? []), [0, -1, 32767 / 32768]);
  assert.equal(decodePcm("no base64!"), null);
});

test("actions: named and summed up", () => {
  assert.deepEqual([actionKind("set_timer"), actionKind("reminders.set"), actionKind("lists.add"), actionKind("weather")], ["timer", "bell", "list", "other"]);
  assert.deepEqual([actionName("timers.set", TEXTS.fr), actionName("frobnicate", TEXTS.fr)], ["Minuteur", "frobnicate"]);
  assert.equal(actionDetail([{ tool: "", arguments: { items: ["lait", "œufs"] }, status: "done" }]), "lait, œufs");
  assert.equal(actionDetail([{ tool: "", arguments: "x", status: "done" }]), "");
  const add = (text: string, status: "done" | "failed" = "done") => ({ tool: "lists.add", arguments: { list: "courses", text }, status });
  const groups = actionGroups([add("lait"), add("œufs"), add("sel", "failed"), { tool: "timers.set", arguments: { label: "le riz" }, status: "done" }, add("riz")]);
  assert.deepEqual(groups.map(actionDetail), ["lait, œufs", "sel", "le riz", "riz"]);
});
