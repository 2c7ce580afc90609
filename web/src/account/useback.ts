import { useEffect, useRef } from "react";
import { useSurroundings } from "../context";
import type { Failure } from "../failure";
import { useStore } from "../store";

/** Asks again for what could not be had, as soon as the server is there again. */
export function useBack(failure: Failure | null, again: () => void): void {
  const { session } = useSurroundings();
  const reached = useStore(session.reached);
  const latest = useRef(again);
  latest.current = again;
  const lacks = useRef(false);
  lacks.current = failure !== null && failure.kind !== "problem";
  useEffect(() => {
    if (lacks.current) latest.current();
  }, [reached]);
}
