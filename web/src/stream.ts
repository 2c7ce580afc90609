import type { Session } from "./auth";
import { MAX_EVENT_CHARACTERS, STREAM_SILENCE_MS } from "./config";
import { Failure, isAbort } from "./failure";
import { EventParser, EventTooLong } from "./sse";
import { readReplyEvent } from "./wire";
import type { Language, ReplyEvent } from "./wire";

export interface Question { message: string; conversation_id?: string; speak?: boolean }

/**
 * Asks, and hands over the events of the answer as they come, in order, in batches.
 * Ends after `done` or `error`; throws a `Failure` when the answer breaks off, and the AbortError of `signal` when it was stopped.
 */
export async function streamTurn(
  session: Session, question: Question, language: Language, signal: AbortSignal, take: (events: ReplyEvent[]) => void,
): Promise<void> {
  const silence = new AbortController();
  const stop = () => silence.abort();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  let quiet = false;
  let watch = 0;
  const heard = () => {
    window.clearTimeout(watch);
    watch = window.setTimeout(() => {
      quiet = true;
      silence.abort();
    }, STREAM_SILENCE_MS);
  };
  try {
    heard();
    const response = await session.send("/chat/stream", { json: question, accept: "text/event-stream", language, signal: silence.signal, timeout: 0 });
    const reader = response.body?.getReader();
    if (!reader) throw new Failure("unreadable");
    const text = new TextDecoder();
    const parser = new EventParser(MAX_EVENT_CHARACTERS);
    try {
      for (;;) {
        const piece = await reader.read();
        if (piece.done) throw new Failure("interrupted");
        heard();
        const events = parser.push(text.decode(piece.value, { stream: true })).map(readEvent).filter((event): event is ReplyEvent => event !== null);
        if (events.length > 0) take(events);
        if (events.some((event) => event.type === "done" || event.type === "error")) return;
      }
    } finally {
      reader.cancel().catch(() => undefined);
    }
  } catch (error) {
    if (quiet) throw new Failure("timeout");
    if (isAbort(error)) throw error;
    if (error instanceof EventTooLong) throw new Failure("unreadable");
    throw error instanceof TypeError ? new Failure("interrupted") : Failure.from(error);
  } finally {
    window.clearTimeout(watch);
    signal.removeEventListener("abort", stop);
  }
}

function readEvent(data: string): ReplyEvent | null {
  try {
    return readReplyEvent(JSON.parse(data));
  } catch {
    throw new Failure("unreadable");
  }
}
