import { useEffect, useRef, useState } from "react";
import type { FormEvent, KeyboardEvent, RefObject } from "react";
import { MAX_MESSAGE_CHARACTERS } from "./config";
import { useSurroundings } from "./context";
import { Icon } from "./icons";
import { MicrophoneButton } from "./voice/button";
import type { VoiceControls } from "./voice/usevoice";

interface ComposerProps {
  field: RefObject<HTMLTextAreaElement>;
  running: boolean;
  /** An answer is heard, also after it is complete. */
  speaking: boolean;
  voice: VoiceControls;
  onSend(text: string): void;
  onStop(): void;
}

/** Where the message is written, or spoken. Enter sends. */
export function Composer({ field, running, speaking, voice, onSend, onStop }: ComposerProps) {
  const { texts, session } = useSurroundings();
  const [text, setText] = useState(session.draft);
  const form = useRef<HTMLFormElement>(null);
  const left = MAX_MESSAGE_CHARACTERS - text.length;

  useEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, 200)}px`;
  }, [text, field]);

  useEffect(() => {
    session.draft = text;
  }, [session, text]);

  useEffect(() => {
    if (field.current) field.current.enterKeyHint = "send"; // what a phone's keyboard shows on its Enter key
  }, [field]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    onSend(text.trim());
    setText("");
    field.current?.focus();
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      form.current?.requestSubmit();
    }
  };

  return (
    <form ref={form} className="composer" onSubmit={submit}>
      <label className="hidden" htmlFor="message">{texts.message}</label>
      <textarea
        ref={field} id="message" rows={1} value={text} maxLength={MAX_MESSAGE_CHARACTERS} placeholder={texts.messagePlaceholder} aria-describedby="message-help"
        onChange={(event) => setText(event.target.value)} onKeyDown={onKey}
      />
      <span id="message-help" className="hidden">{texts.messageHelp}</span>
      {left < 500 && <span className="composer-left" role="status">{texts.messageLeft(left)}</span>}
      <MicrophoneButton controls={voice} />
      {running || (speaking && !text.trim()) ? (
        <button type="button" className="composer-button composer-stop" aria-label={texts.stop} title={texts.stop} onClick={() => {
          onStop();
          field.current?.focus();
        }}><Icon name="stop" /></button>
      ) : (
        <button type="submit" className="composer-button" aria-label={texts.send} title={texts.send} aria-disabled={!text.trim()}><Icon name="send" /></button>
      )}
    </form>
  );
}
