import { useCallback, useEffect, useRef } from "react";

/** Hands on the last value once it has rested for a while; at once when the control goes away. */
export function useRest<Value>(milliseconds: number, send: (value: Value) => void): (value: Value) => void {
  const pending = useRef<{ value: Value; timer: number } | null>(null);
  const latest = useRef(send);
  latest.current = send;
  const flush = useCallback(() => {
    const now = pending.current;
    pending.current = null;
    if (!now) return;
    window.clearTimeout(now.timer);
    latest.current(now.value);
  }, []);
  useEffect(() => flush, [flush]);
  return useCallback((value: Value) => {
    if (pending.current) window.clearTimeout(pending.current.timer);
    pending.current = { value, timer: window.setTimeout(flush, milliseconds) };
  }, [flush, milliseconds]);
}
