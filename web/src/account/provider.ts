// The way to an OpenID provider and back. The page keeps a verifier to itself and shows its hash (as in RFC 7636): the code it comes back with is good for this page alone.

import { keep, readKept } from "../kept";
import { isFields, text } from "../wire";
import { encodeBase64URL } from "./webauthn";

const KEY = "jarvis.provider";

/** What came back from the provider; no code where nothing came of it. `stay`: as it was ticked before leaving. */
export interface Visit { purpose: Purpose; code: string; verifier: string; stay: boolean; invited?: Invited }

/** `join`: to accept an invitation. */
export type Purpose = "sign-in" | "link" | "join";

/** What an invited person has typed before leaving. */
export interface Invited { code: string; username: string }

/** Whether this page can go there: hashing wants a safe address. */
export function hasProviders(): boolean {
  return window.isSecureContext && typeof crypto.subtle === "object";
}

/** Keeps a new verifier for the way back; answers its hash. */
export async function beginVisit(purpose: Purpose, stay: boolean, invited?: Invited): Promise<string> {
  const verifier = encodeBase64URL(crypto.getRandomValues(new Uint8Array(32)));
  keep("session", KEY, JSON.stringify({ purpose, verifier, stay, invited }));
  return encodeBase64URL(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));
}

/** What an address and what was kept before leaving tell; `null` for an address that tells of no visit. */
export function readVisit(hash: string, kept: string | null): Visit | null {
  const found = /^#(oidc|oidc_link|oidc_error)=([\w-]{1,128})$/.exec(hash);
  if (!found?.[1] || !found[2]) return null;
  let told: unknown = null;
  try {
    told = JSON.parse(kept ?? "null");
  } catch {
    // Nothing of this page's.
  }
  const { purpose, verifier, stay, invited } = isFields(told) ? told : { purpose: "", verifier: "", stay: false, invited: null };
  const begun: Purpose = purpose === "link" || purpose === "join" ? purpose : "sign-in";
  const isMine = typeof verifier === "string" && verifier !== "" && found[1] === (begun === "link" ? "oidc_link" : "oidc");
  const visit: Visit = { purpose: begun, code: isMine ? found[2] : "", verifier: isMine ? verifier : "", stay: stay === true };
  return begun === "join" && isFields(invited) ? { ...visit, invited: { code: text(invited.code), username: text(invited.username) } } : visit;
}

/** Reads the address once, and clears it. */
export function takeVisit(): Visit | null {
  const visit = readVisit(window.location.hash, readKept("session", KEY));
  if (!visit) return null;
  keep("session", KEY, null);
  window.history.replaceState(null, "", { link: "#/account", join: "#/invite", "sign-in": "#/" }[visit.purpose]);
  return visit;
}

export function readProvider(value: unknown): string | null {
  return isFields(value) && typeof value.name === "string" && value.name ? value.name : null;
}

/** Where to go: an address on the web, and nothing that a page could run. */
export function readAway(value: unknown): string | null {
  return isFields(value) && typeof value.url === "string" && /^https?:\/\//.test(value.url) ? value.url : null;
}
