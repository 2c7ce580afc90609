// What goes over the wire, in one place, with the guards that check it: nothing from outside is trusted to have its type.

export type Language = "fr" | "en";

export interface Health { status: string; version: string; setup_required: boolean }

export interface TokenGrant { access_token: string; refresh_token: string; token_type: string; expires_in: number }

/** RFC 9457 problem details. */
export interface ProblemBody { type?: string; title: string; detail?: string; status: number; request_id?: string }

export interface Action { tool: string; arguments: unknown; status: "done" | "failed"; evidence?: string }

/** Milliseconds by stage. */
export type Timings = Record<string, number>;

export type ReplyEvent =
  | { type: "thinking" }
  | { type: "text"; delta: string }
  | ({ type: "action" } & Action)
  | { type: "sentence"; index: number; text: string }
  | { type: "audio"; index: number; format: string; rate: number; data: string }
  | { type: "done"; conversation_id: string; trace_id: string; timings: Timings }
  | { type: "error"; problem: ProblemBody };

export interface Trace { id: string; path?: string; started_at?: string; failure?: string; stages: { name: string; milliseconds: number }[] }

export interface ConversationItem { id: string; title: string; updated_at: string }
export interface StoredMessage { id: string; role: "user" | "assistant"; text: string; at: string; trace_id?: string }
export interface ConversationDetail extends ConversationItem { messages: StoredMessage[] }
/** `remaining` is in seconds, while the timer is paused. */
export interface Timer { id: string; label: string; due_at: string; state: string; remaining: number | null }
export interface Page<Item> { items: Item[]; next_cursor: string | null }
export interface Announcement { id: string; kind: string; text: string; due_at: string }

type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);

export function readHealth(value: unknown): Health | null {
  if (!isFields(value) || typeof value.status !== "string") return null;
  return { status: value.status, version: text(value.version), setup_required: value.setup_required === true };
}

export function readGrant(value: unknown): TokenGrant | null {
  if (!isFields(value) || !text(value.access_token)) return null;
  return {
    access_token: text(value.access_token), refresh_token: text(value.refresh_token),
    token_type: text(value.token_type), expires_in: number(value.expires_in),
  };
}

export function readProblem(value: unknown, status: number): ProblemBody {
  if (!isFields(value)) return { title: "", status };
  return {
    title: text(value.title), status: number(value.status) || status,
    ...(text(value.type) && { type: text(value.type) }),
    ...(text(value.detail) && { detail: text(value.detail) }),
    ...(text(value.request_id) && { request_id: text(value.request_id) }),
  };
}

/** `null` for an event this page does not know: newer servers may send more. */
export function readReplyEvent(value: unknown): ReplyEvent | null {
  if (!isFields(value)) return null;
  switch (value.type) {
    case "thinking":
      return { type: "thinking" };
    case "text":
      return { type: "text", delta: text(value.delta) };
    case "action":
      return {
        type: "action", tool: text(value.tool), arguments: value.arguments, status: value.status === "failed" ? "failed" : "done",
        ...(text(value.evidence) && { evidence: text(value.evidence) }),
      };
    case "sentence":
      return { type: "sentence", index: number(value.index), text: text(value.text) };
    case "audio":
      return { type: "audio", index: number(value.index), format: text(value.format), rate: number(value.rate), data: text(value.data) };
    case "done":
      return { type: "done", conversation_id: text(value.conversation_id), trace_id: text(value.trace_id), timings: readTimings(value.timings) };
    case "error":
      return { type: "error", problem: readProblem(value.problem, 500) };
    default:
      return null;
  }
}

export function readTimings(value: unknown): Timings {
  const timings: Timings = {};
  if (isFields(value)) {
    for (const [stage, ms] of Object.entries(value)) if (typeof ms === "number" && Number.isFinite(ms)) timings[stage] = ms;
  }
  return timings;
}

/** Reads stages as a list of `{name, milliseconds}` or as an object of milliseconds. */
export function readTrace(value: unknown): Trace | null {
  if (!isFields(value)) return null;
  const stages = Array.isArray(value.stages)
    ? value.stages.filter(isFields).map((stage) => ({ name: text(stage.name), milliseconds: number(stage.milliseconds) || number(stage.ms) }))
    : Object.entries(readTimings(value.stages)).map(([name, milliseconds]) => ({ name, milliseconds }));
  return {
    id: text(value.id), stages,
    ...(text(value.path) && { path: text(value.path) }),
    ...(text(value.started_at) && { started_at: text(value.started_at) }),
    ...(text(value.failure) && { failure: text(value.failure) }),
  };
}

export function readPage<Item>(value: unknown, read: (item: unknown) => Item | null): Page<Item> {
  if (!isFields(value) || !Array.isArray(value.items)) return { items: [], next_cursor: null };
  const items = value.items.map(read).filter((item): item is Item => item !== null);
  return { items, next_cursor: text(value.next_cursor) || null };
}

export function readConversation(value: unknown): ConversationItem | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), title: text(value.title), updated_at: text(value.updated_at) };
}

export function readConversationDetail(value: unknown): ConversationDetail | null {
  const head = readConversation(value);
  if (!head || !isFields(value) || !Array.isArray(value.messages)) return null;
  const messages = value.messages.filter(isFields).map((message): StoredMessage => ({
    id: text(message.id), role: message.role === "user" ? "user" : "assistant", text: text(message.text), at: text(message.at),
    ...(text(message.trace_id) && { trace_id: text(message.trace_id) }),
  }));
  return { ...head, messages };
}

export function readTimer(value: unknown): Timer | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), label: text(value.label), due_at: text(value.due_at), state: text(value.state), remaining: typeof value.remaining === "number" ? value.remaining : null };
}

export function readAnnouncement(value: unknown): Announcement | null {
  if (!isFields(value) || value.type !== "announcement") return null;
  return { id: text(value.id), kind: text(value.kind), text: text(value.text), due_at: text(value.due_at) };
}
