// What the page shows of a spoken conversation, as a value, and how events change it. No I/O here.

import type { SpokenEvent, Opening } from "./wire";
import type { VoiceTrouble } from "./trouble";

/** Where the conversation stands, apart from what is being played. */
export type Phase = "idle" | "starting" | "listening" | "asleep" | "hearing" | "thinking";

export interface VoiceView {
  /** What is true of the microphone itself: `on` means that it hears. */
  microphone: "off" | "opening" | "on";
  /** How the conversation that runs was opened; `null` when none does. */
  opening: Opening | null;
  phase: Phase;
  /** A button or the space bar is held. */
  held: boolean;
  /** The system silenced the microphone. */
  muted: boolean;
  /** What was heard so far of an utterance. */
  partial: string;
  trouble: VoiceTrouble | null;
}

export const quiet: VoiceView = { microphone: "off", opening: null, phase: "idle", held: false, muted: false, partial: "", trouble: null };

export type VoiceChange =
  | { type: "asked"; opening: Opening | null }
  | { type: "on" }
  | { type: "off"; trouble?: VoiceTrouble | undefined }
  | { type: "held"; held: boolean }
  | { type: "muted"; muted: boolean }
  | { type: "reconnecting" }
  | { type: "hushed" }
  | { type: "trouble"; trouble: VoiceTrouble | null }
  | { type: "heard"; event: SpokenEvent };

export function reduceVoice(view: VoiceView, change: VoiceChange): VoiceView {
  switch (change.type) {
    case "asked":
      return { ...quiet, microphone: view.microphone === "on" ? "on" : "opening", muted: view.muted, opening: change.opening, phase: "starting" };
    case "on":
      return { ...view, microphone: "on" };
    case "off":
      if (change.trouble) return { ...quiet, trouble: change.trouble };
      // What was said is still answered.
      return view.phase === "thinking" ? { ...view, microphone: "off", held: false, muted: false } : { ...quiet, opening: view.opening };
    case "held":
      return { ...view, held: change.held, phase: change.held ? "hearing" : "thinking", partial: "" };
    case "muted":
      return { ...view, muted: change.muted };
    case "reconnecting":
      return view.microphone === "off" ? { ...view, phase: "idle", partial: "" } : { ...view, phase: "starting", partial: "" };
    case "trouble":
      return { ...view, trouble: change.trouble };
    case "hushed":
      return { ...view, phase: rest(view), partial: "" };
    case "heard":
      return honest(hear(view, change.event));
  }
}

/** Without a microphone nothing is heard, whatever the server still tells of what it was sent. */
function honest(view: VoiceView): VoiceView {
  if (view.microphone !== "off" || view.phase === "idle" || view.phase === "thinking") return view;
  return { ...view, phase: view.phase === "hearing" ? "thinking" : "idle" };
}

/** Where a conversation stands when nothing is being said: the server tells soon if it is asleep. */
function rest(view: VoiceView): Phase {
  return view.microphone === "off" || view.opening === "button" ? "idle" : "listening";
}

function hear(view: VoiceView, event: SpokenEvent): VoiceView {
  switch (event.type) {
    case "listening":
      return view.held ? view : { ...view, phase: view.opening === "button" ? "idle" : "listening", partial: "" };
    case "asleep":
      return { ...view, phase: "asleep", partial: "" };
    case "wake":
      return { ...view, phase: "listening", partial: "" };
    case "speech_started":
      return { ...view, phase: "hearing" };
    case "speech_ended":
      return view.held ? view : { ...view, phase: "thinking" };
    case "transcript":
      // A final one without a word: there was nothing to understand.
      if (event.final) return { ...view, phase: event.text ? "thinking" : rest(view), partial: "", trouble: null };
      return { ...view, phase: view.phase === "thinking" ? "thinking" : "hearing", partial: event.text };
    case "thinking":
    case "text":
      return view.phase === "hearing" ? view : { ...view, phase: "thinking" };
    case "done":
    case "error":
      return view.phase === "hearing" || view.phase === "asleep" || view.phase === "listening" ? view : { ...view, phase: rest(view), partial: "" };
    case "interrupted":
    case "action":
    case "sentence":
    case "sound":
      return view;
  }
}
