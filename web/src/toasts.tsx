import { useSurroundings } from "./context";
import { Icon } from "./icons";
import type { Announcement } from "./wire";

/** Announcements in the corner, until they are closed. */
export function Toasts({ toasts, onClose }: { toasts: Announcement[]; onClose(id: string): void }) {
  const { texts } = useSurroundings();
  return (
    <div className="toasts" role="alert" aria-label={texts.announcement}>
      {toasts.map((toast) => (
        <div key={toast.id} className="toast">
          <span className="toast-icon"><Icon name="bell" /></span>
          <span className="toast-text">{toast.text}</span>
          <button type="button" className="icon-button" aria-label={texts.dismiss} onClick={() => onClose(toast.id)}><Icon name="close" size={18} /></button>
        </div>
      ))}
    </div>
  );
}
