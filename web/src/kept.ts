// What the browser keeps between visits. A browser may refuse storage (private mode): then nothing is kept, and nothing fails.

export type Place = "session" | "local";

function storage(place: Place): Storage | null {
  try {
    return place === "local" ? window.localStorage : window.sessionStorage;
  } catch {
    return null;
  }
}

export function readKept(place: Place, key: string): string | null {
  try {
    return storage(place)?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

export function keep(place: Place, key: string, value: string | null): void {
  try {
    if (value === null) storage(place)?.removeItem(key);
    else storage(place)?.setItem(key, value);
  } catch {
    // Full or refused.
  }
}
