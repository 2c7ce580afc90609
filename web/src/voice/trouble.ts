import type { Failure } from "../failure";

/** Why there is no voice: the microphone's own reasons, or what the server answered. */
export type VoiceTrouble =
  | "insecure" // the page is neither https nor localhost
  | "unsupported" // the browser cannot do it
  | "refused" // nobody allowed the microphone
  | "missing" // there is none
  | "busy" // another program holds it
  | "lost" // it was unplugged, or the system took it away
  | "hidden" // the page was out of sight for long
  | "unclear" // what was said was not understood
  | "silent" // the server does not say that it listens
  | Failure;

/** What `getUserMedia` rejected with (https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia). */
export function troubleFrom(error: unknown): VoiceTrouble {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "refused";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    case "NotReadableError":
      return "busy";
    default:
      return "unsupported";
  }
}
