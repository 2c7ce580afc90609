// What the chat shows, as a value, and how events change it. No I/O here.

import { MAX_ANSWER_CHARACTERS } from "./config";
import { Failure } from "./failure";
import type { Action, Announcement, ReplyEvent, StoredMessage, Timings } from "./wire";

export type TurnState = "waiting" | "thinking" | "answering" | "done" | "stopped" | "failed";

export interface Turn {
  kind: "turn";
  key: string;
  at: string;
  question: string;
  /** Who said it, where the voice is known. */
  speaker?: string;
  /** It was said, and is answered aloud. */
  spoken?: boolean;
  answer: string;
  state: TurnState;
  actions: Action[];
  traceId?: string;
  timings?: Timings;
  failure?: Failure;
}

export interface Notice { kind: "notice"; key: string; at: string; announcement: Announcement }

export type Entry = Turn | Notice;

export interface Chat { conversationId: string | null; entries: Entry[] }

export const emptyChat: Chat = { conversationId: null, entries: [] };

export type ChatChange =
  | { type: "cleared" }
  | { type: "opened"; conversationId: string; messages: StoredMessage[] }
  | { type: "asked"; key: string; at: string; question: string; spoken?: { speaker: string } }
  | { type: "events"; key: string; events: ReplyEvent[] }
  | { type: "stopped"; key: string }
  | { type: "failed"; key: string; failure: Failure }
  | { type: "announced"; announcement: Announcement; at: string };

let lastKey = 0;
export const newKey = (): string => `turn-${++lastKey}`;

export function isRunning(turn: Turn): boolean {
  return turn.state === "waiting" || turn.state === "thinking" || turn.state === "answering";
}

export function reduceChat(chat: Chat, change: ChatChange): Chat {
  switch (change.type) {
    case "cleared":
      return emptyChat;
    case "opened":
      return { conversationId: change.conversationId, entries: fromHistory(change.messages) };
    case "asked": {
      const turn: Turn = { kind: "turn", key: change.key, at: change.at, question: change.question, answer: "", state: "waiting", actions: [] };
      if (change.spoken) {
        turn.spoken = true;
        if (change.spoken.speaker) turn.speaker = change.spoken.speaker;
      }
      // A question asked again takes the place of the attempt that failed.
      const rest = chat.entries.filter((entry) => entry.key !== change.key);
      return { ...chat, entries: [...rest, turn] };
    }
    case "events": {
      const done = change.events.find((event) => event.type === "done");
      const changed = update(chat, change.key, (turn) => change.events.reduce(applyEvent, turn));
      return done?.type === "done" && changed !== chat ? { ...changed, conversationId: done.conversation_id || chat.conversationId } : changed;
    }
    case "stopped":
      return update(chat, change.key, (turn) => (isRunning(turn) ? { ...turn, state: "stopped" } : turn));
    case "failed":
      return update(chat, change.key, (turn) => (isRunning(turn) ? { ...turn, state: "failed", failure: change.failure } : turn));
    case "announced": {
      const key = `notice-${change.announcement.id}`;
      if (chat.entries.some((entry) => entry.key === key)) return chat;
      return { ...chat, entries: [...chat.entries, { kind: "notice", key, at: change.at, announcement: change.announcement }] };
    }
  }
}

function update(chat: Chat, key: string, change: (turn: Turn) => Turn): Chat {
  if (!chat.entries.some((entry) => entry.kind === "turn" && entry.key === key)) return chat;
  return { ...chat, entries: chat.entries.map((entry) => (entry.kind === "turn" && entry.key === key ? change(entry) : entry)) };
}

export function applyEvent(turn: Turn, event: ReplyEvent): Turn {
  if (!isRunning(turn)) return turn;
  switch (event.type) {
    case "thinking":
      return turn.state === "waiting" ? { ...turn, state: "thinking" } : turn;
    case "text":
      return { ...turn, state: "answering", answer: (turn.answer + event.delta).slice(0, MAX_ANSWER_CHARACTERS) };
    case "action": {
      const { type: _, ...action } = event;
      return { ...turn, actions: [...turn.actions, action] };
    }
    case "sentence":
    case "audio":
      return turn;
    case "done":
      return { ...turn, state: "done", timings: event.timings, ...(event.trace_id && { traceId: event.trace_id }) };
    case "error":
      return { ...turn, state: "failed", failure: Failure.fromProblem(event.problem, event.problem.status) };
  }
}

/** Pairs what was said with what was answered. */
export function fromHistory(messages: StoredMessage[]): Turn[] {
  const turns: Turn[] = [];
  for (const message of messages) {
    const last = turns[turns.length - 1];
    if (message.role === "assistant" && last && !last.answer) {
      last.answer = message.text;
    } else {
      turns.push({
        kind: "turn", key: `message-${message.id}`, at: message.at, state: "done", actions: [],
        question: message.role === "user" ? message.text : "", answer: message.role === "user" ? "" : message.text,
      });
    }
    const turn = turns[turns.length - 1];
    if (turn && message.trace_id) turn.traceId = message.trace_id;
  }
  return turns;
}
