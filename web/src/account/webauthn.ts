// Passkeys in the browser (WebAuthn Level 3): options and answers as the server writes them, in base64url.

import { Failure } from "../failure";
import { isFields } from "../wire";

/** Whether this page can use passkeys: they want a safe address with a name. */
export function hasPasskeys(): boolean {
  return window.isSecureContext && typeof window.PublicKeyCredential === "function" && !/^[\d.]+$|:/.test(window.location.hostname);
}

export function decodeBase64URL(text: string): Uint8Array {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function encodeBase64URL(bytes: ArrayBuffer | Uint8Array): string {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  let binary = "";
  for (const byte of view) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function descriptors(value: unknown): PublicKeyCredentialDescriptor[] {
  return (Array.isArray(value) ? value : []).filter(isFields).map((one) => ({ type: "public-key", id: decodeBase64URL(text(one.id)) }));
}

/** PublicKeyCredentialCreationOptionsJSON, as far as Jarvis writes it. */
export function readCreationOptions(value: unknown): PublicKeyCredentialCreationOptions | null {
  if (!isFields(value) || !isFields(value.rp) || !isFields(value.user) || !text(value.challenge) || !Array.isArray(value.pubKeyCredParams)) return null;
  try {
    return {
      rp: { id: text(value.rp.id), name: text(value.rp.name) },
      user: { id: decodeBase64URL(text(value.user.id)), name: text(value.user.name), displayName: text(value.user.displayName) },
      challenge: decodeBase64URL(text(value.challenge)),
      pubKeyCredParams: value.pubKeyCredParams.filter(isFields).map((one) => ({ type: "public-key", alg: Number(one.alg) })),
      timeout: Number(value.timeout) || 120_000,
      excludeCredentials: descriptors(value.excludeCredentials),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
    };
  } catch {
    return null; // no base64url
  }
}

/** PublicKeyCredentialRequestOptionsJSON, as far as Jarvis writes it. */
export function readRequestOptions(value: unknown): PublicKeyCredentialRequestOptions | null {
  if (!isFields(value) || !text(value.challenge)) return null;
  try {
    return {
      challenge: decodeBase64URL(text(value.challenge)), rpId: text(value.rpId), timeout: Number(value.timeout) || 120_000,
      allowCredentials: descriptors(value.allowCredentials), userVerification: "required",
    };
  } catch {
    return null;
  }
}

/** Has the browser make a passkey: RegistrationResponseJSON. */
export async function makePasskey(publicKey: PublicKeyCredentialCreationOptions): Promise<unknown> {
  const made = await asked(navigator.credentials.create({ publicKey }));
  const response = made.response as AuthenticatorAttestationResponse;
  return { id: made.id, type: made.type, response: { clientDataJSON: encodeBase64URL(response.clientDataJSON), attestationObject: encodeBase64URL(response.attestationObject) } };
}

/** Has the browser use one: AuthenticationResponseJSON. */
export async function usePasskey(publicKey: PublicKeyCredentialRequestOptions): Promise<unknown> {
  const used = await asked(navigator.credentials.get({ publicKey }));
  const response = used.response as AuthenticatorAssertionResponse;
  return {
    id: used.id, type: used.type,
    response: {
      clientDataJSON: encodeBase64URL(response.clientDataJSON), authenticatorData: encodeBase64URL(response.authenticatorData), signature: encodeBase64URL(response.signature),
      ...(response.userHandle && { userHandle: encodeBase64URL(response.userHandle) }),
    },
  };
}

/** The browser does not tell why there is none: whoever looks must not learn which passkeys exist. */
async function asked(answer: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const trouble = (code: string) => new Failure("problem", 0, "", "", 0, code);
  try {
    const credential = await answer;
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    if (error instanceof DOMException && error.name === "InvalidStateError") throw trouble("passkey_known");
  }
  throw trouble("passkey_none");
}
