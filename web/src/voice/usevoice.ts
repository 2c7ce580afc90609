import { useCallback, useEffect, useRef, useState } from "react";
import { useSurroundings } from "../context";
import { keep, readKept } from "../kept";
import type { Line } from "../socket";
import { useStore } from "../store";
import type { Talk } from "./answers";
import { Voice } from "./voice";
import type { VoiceOptions } from "./voice";
import type { VoiceView } from "./view";

const KEYS = { handsFree: "jarvis.hands-free", chimes: "jarvis.chimes", volume: "jarvis.volume" };

export interface VoiceControls {
  voice: Voice;
  view: VoiceView;
  options: VoiceOptions;
  /** From 0 to 1. */
  volume: number;
  setOptions(options: VoiceOptions): void;
  setVolume(volume: number): void;
}

/** The voice of the page, with what a person has set, which the browser keeps. */
export function useVoice(line: Line, talk: Talk): VoiceControls {
  const { player, language } = useSurroundings();
  const latest = useRef(talk);
  latest.current = talk;
  const [voice] = useState(() => new Voice(line, player, {
    asked: (...turn) => latest.current.asked(...turn),
    events: (...turn) => latest.current.events(...turn),
    stopped: (key) => latest.current.stopped(key),
    failed: (...turn) => latest.current.failed(...turn),
    conversation: () => latest.current.conversation(),
    user: () => latest.current.user(),
  }));
  const [options, setKeptOptions] = useState<VoiceOptions>(() => ({ handsFree: readKept("local", KEYS.handsFree) === "yes", chimes: readKept("local", KEYS.chimes) !== "no" }));
  const [volume, setKeptVolume] = useState(() => {
    const kept = parseFloat(readKept("local", KEYS.volume) ?? "");
    return kept >= 0 && kept <= 1 ? kept : 1;
  });

  useEffect(() => voice.attach(), [voice]);
  useEffect(() => voice.translate(), [voice, language]);
  useEffect(() => voice.setOptions(options), [voice, options]);
  useEffect(() => player.setVolume(volume), [player, volume]);

  return {
    voice, view: useStore(voice.view), options, volume,
    setOptions: useCallback((next) => {
      keep("local", KEYS.handsFree, next.handsFree ? "yes" : null);
      keep("local", KEYS.chimes, next.chimes ? null : "no");
      setKeptOptions(next);
    }, []),
    setVolume: useCallback((next) => {
      keep("local", KEYS.volume, String(next));
      setKeptVolume(next);
    }, []),
  };
}

/** Push-to-talk with the space bar, where no space could be wanted: in the empty message field, or with no control in focus. */
export function useSpaceBar(voice: Voice, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const isFree = (target: EventTarget | null) =>
      target === document.body || (target instanceof HTMLElement && (target.id === "content" || (target instanceof HTMLTextAreaElement && target.id === "message" && target.value === "")));
    let down = false;
    const press = (event: KeyboardEvent) => {
      if (event.code !== "Space" || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
      if (down) return event.preventDefault(); // it repeats while it is held
      if (!isFree(event.target) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      down = true;
      voice.press("key");
    };
    const release = (event: Event) => {
      if (!down || (event instanceof KeyboardEvent && event.code !== "Space")) return;
      down = false;
      voice.release();
    };
    window.addEventListener("keydown", press);
    window.addEventListener("keyup", release);
    window.addEventListener("blur", release);
    return () => {
      window.removeEventListener("keydown", press);
      window.removeEventListener("keyup", release);
      window.removeEventListener("blur", release);
      if (down) voice.release();
    };
  }, [voice, wanted]);
}
