import { useCallback, useEffect, useState } from "react";
import { useSurroundings } from "../context";
import { Failure, isAbort } from "../failure";
import { readPage } from "../wire";
import { useBack } from "./useback";

export interface Resource<Value> {
  value: Value | null;
  failure: Failure | null;
  /** Whether this server does not have it at all: then there is nothing to show, and nothing to say. */
  missing: boolean;
  refresh(): void;
  /** Shows what the server has just answered. */
  put(value: Value): void;
}

/** Something of the server's, read when it is first shown and on `refresh`. `read` must stay the same function. */
export function useResource<Value>(path: string, read: (value: unknown) => Value | null): Resource<Value> {
  const { session, language } = useSurroundings();
  const [value, setValue] = useState<Value | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const control = new AbortController();
    session.json(path, read, { language, signal: control.signal }).then(
      (found) => {
        setFailure(null);
        setValue(found);
      },
      (error: unknown) => {
        if (!control.signal.aborted) setFailure(Failure.from(error));
      },
    );
    return () => control.abort();
  }, [session, language, path, read, asked]);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);
  useBack(failure, refresh);
  return { value, failure, missing: failure?.status === 404, refresh, put: setValue };
}

/** The reader of a list, for `useResource`: made once, outside of components. */
export function listOf<Item>(read: (value: unknown) => Item | null): (value: unknown) => Item[] {
  return (value) => readPage(value, read).items;
}

export interface Deed {
  busy: boolean;
  failure: Failure | null;
  /** Does one thing at a time. */
  run(body: () => Promise<void>): void;
  clear(): void;
}

/** Something that a person sets off, and what went wrong with it. Giving it up half-way is no failure. */
export function useDeed(): Deed {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = (body: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    body().catch((error: unknown) => {
      if (!isAbort(error)) setFailure(Failure.from(error));
    }).finally(() => setBusy(false));
  };
  return { busy, failure, run, clear: useCallback(() => setFailure(null), []) };
}
