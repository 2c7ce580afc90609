import { useEffect, useRef } from "react";
import { useSurroundings } from "../context";
import { explain } from "../explain";
import { Failure } from "../failure";
import { Icon } from "../icons";
import { addressOfPage } from "../routes";
import { useStore } from "../store";
import type { Texts } from "../texts";
import type { VoiceTrouble } from "./trouble";
import type { VoiceControls } from "./usevoice";

/** Whether the microphone is on, and where the conversation stands; above the message field, and on the pages that have none. */
export function VoiceBar({ controls, reconnecting, alone }: { controls: VoiceControls; reconnecting: boolean; alone: boolean }) {
  const { texts, player } = useSurroundings();
  const { voice, view } = controls;
  const words = texts.voice;
  const speaking = useStore(player.speaking) !== null;
  const on = view.microphone === "on";
  const text =
    view.microphone === "off" ? (view.phase === "thinking" && !speaking ? words.states.thinking : "")
    : view.muted ? words.muted
    : reconnecting && view.phase === "starting" && on ? words.reconnecting
    : view.held && on ? words.held
    : speaking && view.phase !== "hearing" ? words.speaking
    : words.states[view.phase];
  return (
    <>
      {view.trouble && <Trouble trouble={view.trouble} onRetry={view.microphone === "off" ? () => voice.toggle() : undefined} onClose={() => voice.dismiss()} />}
      <div className={text ? "voice-bar" : "voice-bar voice-bar-away"}>
        {on && <Meter level={voice.level} label={words.live} />}
        <span className="voice-state" role="status" aria-live="polite">{text}</span>
        {alone && view.microphone !== "off" && (
          <button type="button" className="icon-button" aria-label={words.hangUp} title={words.hangUp} onClick={() => voice.hangUp()}><Icon name="close" size={18} /></button>
        )}
      </div>
    </>
  );
}

/** A dot that shows that the microphone is on, and grows with what it hears. */
function Meter({ level, label }: { level(): number; label: string }) {
  const dot = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let frame = 0;
    const follow = () => {
      dot.current?.style.setProperty("--level", level().toFixed(2));
      frame = requestAnimationFrame(follow);
    };
    if (!window.matchMedia("(prefers-reduced-motion: reduce)").matches) follow();
    return () => cancelAnimationFrame(frame);
  }, [level]);
  return <span ref={dot} className="voice-live" role="img" aria-label={label} />;
}

export function explainTrouble(trouble: VoiceTrouble, texts: Texts): { title: string; advice: string; reference: string } {
  if (trouble instanceof Failure) {
    const known = explain(trouble, texts);
    if (trouble.code === "not_understood") return explainTrouble("unclear", texts);
    const [title, advice] = texts.voice.troubles.speech ?? ["", ""];
    // The server's own sentence is for whoever mends it: it comes last.
    return trouble.status === 503 ? { title, advice, reference: [trouble.detail, known.reference].filter(Boolean).join(" · ") } : known;
  }
  const [title, advice] = texts.voice.troubles[trouble] ?? ["", ""];
  return { title, advice, reference: "" };
}

function Trouble({ trouble, onRetry, onClose }: { trouble: VoiceTrouble; onRetry: (() => void) | undefined; onClose(): void }) {
  const { texts } = useSurroundings();
  const { title, advice, reference } = explainTrouble(trouble, texts);
  return (
    <div className="note note-wrong voice-trouble" role="alert">
      <Icon name="warning" />
      <div className="note-text">
        <strong>{title}</strong>
        <span>{advice}</span>
        {reference && <span className="note-reference">{reference}</span>}
      </div>
      {trouble === "insecure" && <a className="button button-small" href={addressOfPage("https")}>{texts.account.https.link}</a>}
      {onRetry && trouble !== "insecure" && trouble !== "unsupported" && (
        <button type="button" className="button button-small" onClick={onRetry}><Icon name="retry" size={16} /> {texts.retry}</button>
      )}
      <button type="button" className="icon-button" aria-label={texts.close} onClick={onClose}><Icon name="close" size={18} /></button>
    </div>
  );
}
