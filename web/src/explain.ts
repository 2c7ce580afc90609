import type { Failure } from "./failure";
import type { Texts } from "./texts";

export interface Explanation { title: string; advice: string; reference: string }

/** What went wrong and what to do, in the page's language; the server's own sentence comes first where it has one. */
export function explain(failure: Failure, texts: Texts): Explanation {
  const key = failure.kind === "problem" ? failure.status : failure.kind;
  const general = failure.kind === "problem" && failure.status > 400 && failure.status < 500 ? 400 : 500;
  const [title, advice] = texts.failures[failure.code] ?? texts.failures[key] ?? texts.failures[general] ?? ["", ""];
  const parts = [failure.detail || advice];
  if (failure.retryAfter > 0) parts.push(texts.retryAfter(failure.retryAfter));
  return { title, advice: parts.join(" "), reference: failure.requestId ? texts.reference(failure.requestId) : "" };
}
