import { isFields, readProblem } from "./wire";

export type FailureKind =
  | "problem" // the server said no, with a status
  | "unreachable" // no answer: offline, server down
  | "timeout"
  | "interrupted" // the answer broke off
  | "unreadable"; // the answer was not what the contract says

/** Something that went wrong between the page and the server, as the page can explain it. */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly status = 0,
    readonly detail = "",
    readonly requestId = "",
    /** Seconds to wait before trying again, when the server said so. */
    readonly retryAfter = 0,
    /** The server's word for the kind of problem, like `confirmation_needed`. */
    readonly code = "",
  ) {
    super(`${kind} ${status} ${detail}`);
  }

  static from(error: unknown): Failure {
    if (error instanceof Failure) return error;
    if (error instanceof TypeError) return new Failure("unreachable"); // what fetch throws when there is no answer
    return new Failure("interrupted");
  }

  static fromProblem(body: unknown, status: number, retryAfter: string | null = null): Failure {
    const problem = readProblem(body, status);
    // OAuth errors (RFC 6749) have error_description where problem details have detail.
    const description = isFields(body) && typeof body.error_description === "string" ? body.error_description : "";
    return new Failure("problem", problem.status, problem.detail ?? (description || problem.title), problem.request_id, Number(retryAfter) || 0, (problem.type ?? "").split(":").pop());
  }
}

/** Whether the person stopped it: not a failure to show. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
