import { useCallback, useEffect, useState } from "react";
import { TIMERS_EVERY_MS } from "./config";
import { useSurroundings } from "./context";
import { countdown } from "./format";
import { Icon } from "./icons";
import { readPage, readTimer } from "./wire";
import type { Timer } from "./wire";

const OVER = new Set(["announced", "cancelled", "done", "fired", "expired"]);

/** The timers that run, read again from time to time, and on `refresh`. */
export function useTimers(): { timers: Timer[]; refresh(): void; cancel(id: string): void } {
  const { session } = useSurroundings();
  const [timers, setTimers] = useState<Timer[]>([]);
  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);

  useEffect(() => {
    const control = new AbortController();
    const read = () => {
      if (document.hidden) return;
      session.json("/timers", (value) => readPage(value, readTimer), { signal: control.signal }).then(
        (page) => setTimers(page.items.filter((timer) => !OVER.has(timer.state)).sort((a, b) => a.due_at.localeCompare(b.due_at))),
        () => undefined, // the connection state says so already
      );
    };
    read();
    const timer = window.setInterval(read, TIMERS_EVERY_MS);
    document.addEventListener("visibilitychange", read);
    return () => {
      control.abort();
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", read);
    };
  }, [session, asked]);

  const cancel = useCallback((id: string) => {
    setTimers((now) => now.filter((timer) => timer.id !== id));
    session.send(`/timers/${encodeURIComponent(id)}`, { method: "DELETE" }).catch(() => undefined).finally(refresh);
  }, [session, refresh]);

  return { timers, refresh, cancel };
}

/** The running timers, each with what is left of it. */
export function TimerBar({ timers, onCancel }: { timers: Timer[]; onCancel(id: string): void }) {
  const { texts } = useSurroundings();
  // What was drawn a second ago is no time to count from: a timer that was just set would have a second too much.
  const now = Math.max(useSeconds(timers.length > 0), Date.now());
  if (timers.length === 0) return null;
  return (
    <ul className="timers" aria-label={texts.timers}>
      {timers.map((timer) => {
        const left = timer.remaining === null ? Date.parse(timer.due_at) - now : timer.remaining * 1000;
        const name = timer.label || texts.timer;
        return (
          <li key={timer.id} className={`timer ${left <= 0 ? "timer-due" : left < 60_000 ? "timer-soon" : ""}`}>
            <Icon name="timer" size={17} />
            <span className="timer-name">{name}</span>
            <span className="timer-left" role="timer" aria-live="off">{left <= 0 ? texts.timerDue : countdown(left)}</span>
            <button type="button" aria-label={texts.cancelTimer(name)} onClick={() => onCancel(timer.id)}><Icon name="close" size={14} /></button>
          </li>
        );
      })}
    </ul>
  );
}

/** The time, anew each second while `running`. */
function useSeconds(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    setNow(Date.now());
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, [running]);
  return now;
}
