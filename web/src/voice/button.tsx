import { useRef } from "react";
import type { PointerEvent } from "react";
import { useSurroundings } from "../context";
import { Icon } from "../icons";
import type { VoiceControls } from "./usevoice";

/** Click to converse, hold to talk. */
export function MicrophoneButton({ controls }: { controls: VoiceControls }) {
  const { texts } = useSurroundings();
  const { voice, view } = controls;
  /** The click that ends a press says nothing new; one without a press comes from the keyboard or a screen reader. */
  const pointed = useRef(false);
  const on = view.microphone !== "off";

  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    pointed.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    voice.press("pointer");
  };
  const up = () => voice.release();

  return (
    <button
      type="button" className={`composer-button microphone microphone-${view.microphone} ${view.held ? "microphone-held" : ""}`}
      aria-pressed={on} aria-label={on ? texts.voice.hangUp : texts.voice.talk} title={on ? texts.voice.hangUp : texts.voice.talkHelp} aria-describedby="microphone-help"
      onPointerDown={down} onPointerUp={up} onLostPointerCapture={up} onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        if (!pointed.current) voice.toggle();
        pointed.current = false;
      }}
    >
      <Icon name="microphone" />
      <span id="microphone-help" className="hidden">{texts.voice.talkHelp}. {texts.voice.spaceHelp}</span>
    </button>
  );
}
