import { BASE_URL, REQUEST_TIMEOUT_MS } from "./config";
import { Failure, isAbort } from "./failure";
import type { Language } from "./wire";

export interface RequestOptions {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  json?: unknown;
  form?: Record<string, string>;
  /** The kind of answer wanted; JSON unless said. */
  accept?: string;
  token?: string | undefined;
  language?: Language;
  signal?: AbortSignal;
  /** Milliseconds until the head of the answer; 0 waits for as long as it takes. */
  timeout?: number;
}

/** One request. Answers with a 2xx response, or throws a `Failure`, or the AbortError of `signal`. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: `${options.accept ?? "application/json"}, application/problem+json` };
  if (options.token) headers.Authorization = `Bearer ${options.token}`;
  if (options.language) headers["Accept-Language"] = options.language;
  let body: string | null = null;
  if (options.json !== undefined) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(options.json);
  } else if (options.form) {
    headers["Content-Type"] = "application/x-www-form-urlencoded";
    body = new URLSearchParams(options.form).toString();
  }

  const control = new AbortController();
  const forward = () => control.abort();
  if (options.signal?.aborted) control.abort();
  options.signal?.addEventListener("abort", forward);
  let timedOut = false;
  const limit = options.timeout ?? REQUEST_TIMEOUT_MS;
  const timer = limit > 0 ? window.setTimeout(() => {
    timedOut = true;
    control.abort();
  }, limit) : 0;

  try {
    const response = await fetch(BASE_URL + path, {
      method: options.method ?? (body === null ? "GET" : "POST"),
      headers, body, signal: control.signal, cache: "no-store", credentials: "omit",
    });
    if (!response.ok) throw Failure.fromProblem(await readJson(response), response.status, response.headers.get("Retry-After"));
    // A path that no route has is answered with the page itself.
    if (response.headers.get("Content-Type")?.startsWith("text/html")) throw new Failure("problem", 404);
    return response;
  } catch (error) {
    if (timedOut) throw new Failure("timeout");
    if (isAbort(error)) throw error;
    throw Failure.from(error);
  } finally {
    window.clearTimeout(timer);
    // A streamed body still needs the signal: only requests that end here let go of it.
    if (limit > 0) options.signal?.removeEventListener("abort", forward);
  }
}

/** The body as JSON; `null` when it is empty or something else. */
export async function readJson(response: Response): Promise<unknown> {
  try {
    const value: unknown = await response.json();
    return value;
  } catch (error) {
    if (isAbort(error)) throw error;
    return null;
  }
}

/** Checks a value with its reader. */
export function expect<Value>(value: Value | null): Value {
  if (value === null) throw new Failure("unreadable");
  return value;
}
