// What goes over the open line while somebody speaks; the answers' own events are in ../wire.ts.

import { isFields, readReplyEvent } from "../wire";
import type { ReplyEvent } from "../wire";

/** What makes an utterance begin: speech, the wake word, or a button that is held. */
export type Opening = "speech" | "wake" | "button";

export type SpokenEvent =
  | { type: "listening" | "asleep" | "wake" | "speech_started" | "speech_ended" | "interrupted" }
  | { type: "transcript"; text: string; final: boolean; speaker: string }
  | Exclude<ReplyEvent, { type: "audio" }>
  /** A piece of speech, one channel from -1 to 1, at `rate` hertz. */
  | { type: "sound"; samples: Float32Array; rate: number };

const MARKS = new Set(["listening", "asleep", "wake", "speech_started", "speech_ended", "interrupted"]);

/** What a text frame says, but for audio, whose samples come in the next frame; `null` when this page does not know it. */
export function readSpokenEvent(value: unknown): SpokenEvent | null {
  if (!isFields(value)) return null;
  if (typeof value.type === "string" && MARKS.has(value.type)) return { type: value.type } as SpokenEvent;
  if (value.type === "transcript") {
    const text = (field: unknown) => (typeof field === "string" ? field : "");
    return { type: "transcript", text: text(value.text), final: value.final === true, speaker: text(value.speaker) };
  }
  const event = readReplyEvent(value);
  return event && event.type !== "audio" ? event : null;
}
