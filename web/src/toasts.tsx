import { useEffect, useRef } from "react";
import { TOAST_MS } from "./config";
import { useSurroundings } from "./context";
import { Icon } from "./icons";
import type { Announcement } from "./wire";

/** Announcements in the corner for a while; they stay in the conversation. */
export function Toasts({ toasts, onClose }: { toasts: Announcement[]; onClose(id: string): void }) {
  const { texts } = useSurroundings();
  return (
    <div className="toasts" role="alert" aria-label={texts.announcement}>
      {toasts.map((toast) => (
        <Toast key={toast.id} text={toast.text} onClose={() => onClose(toast.id)} />
      ))}
    </div>
  );
}

function Toast({ text, onClose }: { text: string; onClose(): void }) {
  const { texts } = useSurroundings();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const timer = window.setTimeout(() => close.current(), TOAST_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className="toast">
      <span className="toast-icon"><Icon name="bell" /></span>
      <span className="toast-text">{text}</span>
      <button type="button" className="icon-button" aria-label={texts.dismiss} onClick={onClose}><Icon name="close" size={18} /></button>
    </div>
  );
}
