// The account over the wire: types, and the guards that check them.

import { isFields } from "../wire";

export type Role = "owner" | "admin" | "member" | "child" | "guest";

export const ROLES: readonly Role[] = ["owner", "admin", "member", "child", "guest"];

/** `operator`: whether this Jarvis is theirs, and with it the households. */
export interface Me { id: string; username: string; role: Role; operator: boolean }

/** Where somebody is signed in. `device` is the User-Agent. */
export interface SignedIn { id: string; device: string; address: string; used_at: string; ends_at: string; current: boolean }

/** What is asked for beside the password. */
export interface Factors { totp: boolean; totp_since: string; recovery_codes_left: number; guards_home: boolean }

/** What an authenticator app needs: the secret in base 32, the same as a QR code in SVG, and as an address that opens the app on a phone. */
export interface Enrolment { secret: string; svg: string; uri: string }

/** `site`: the host name it is for. `synced`: its authenticator may copy it to other devices. */
export interface Passkey { id: string; name: string; site: string; synced: boolean; created_at: string; used_at: string }

/** What somebody may have done. `areas`: of the house, by id; `null` for all of it. */
export interface Permissions { capabilities: Capability[]; areas: string[] | null; risk: Risk }

export type Capability = "talk" | "home" | "web" | "memory_read" | "memory_write" | "admin";
export const CAPABILITIES: readonly Capability[] = ["talk", "home", "web", "memory_read", "memory_write", "admin"];

export type Risk = "harmless" | "surprising" | "dangerous";
export const RISKS: readonly Risk[] = ["harmless", "surprising", "dangerous"];

export interface Person { id: string; username: string; role: Role; disabled: boolean; permissions: Permissions }

/** `code` only when it has just been made. */
export interface Invitation { id: string; role: Role; code: string; expires_at: string }

/** People who share one Jarvis with others, and see nothing of them. `invitation`, of their first owner, only when it has just been made. */
export interface Household { id: string; name: string; people: number; has_house: boolean; created_at: string; invitation: Invitation | null }

/** A key of a program; `key` only when it has just been made. */
export interface APIKey { id: string; name: string; scopes: Capability[]; key: string; expires_at: string; used_at: string }

/** An account elsewhere that one signs in with. */
export interface ProviderLink { id: string; issuer: string; name: string; created_at: string }

export const ACTIONS = [
  "sign_in", "sign_out", "lock_out", "token_reuse", "step_up", "request_refused", "rate_limited", "risky_order", "set_up", "household_add", "household_change", "household_remove", "invite", "invite_revoke", "user_add",
  "user_change", "user_remove", "password_change", "factor_add", "factor_remove", "api_key_add", "api_key_revoke", "export", "erase", "memory_import", "key_rotate", "audit_cut", "audit_gap",
] as const;
export type AuditAction = typeof ACTIONS[number];
export type Outcome = "done" | "refused" | "failed";

/** `erased`: the person it was about is gone, and what it said of them. */
export interface AuditEntry { number: number; at: string; action: AuditAction; outcome: Outcome; name: string; address: string; target: string; erased: boolean }

/** The certificate that devices at home are to trust: where it is, the same as a QR code in SVG, its fingerprint (SHA-256), and where Jarvis is for whoever trusts it. */
export interface HomeCertificate { address: string; svg: string; fingerprint: string; page: string }

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The least that is known of a role this page does not know. */
export function readRole(value: unknown): Role {
  return ROLES.find((role) => role === value) ?? "guest";
}

export function readMe(value: unknown): Me | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), username: text(value.username), role: readRole(value.role), operator: value.operator === true };
}

export function readSignedIn(value: unknown): SignedIn | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), device: text(value.device), address: text(value.address), used_at: text(value.used_at), ends_at: text(value.ends_at), current: value.current === true };
}

export function readFactors(value: unknown): Factors | null {
  if (!isFields(value) || typeof value.totp !== "boolean") return null;
  const left = value.recovery_codes_left;
  return { totp: value.totp, totp_since: text(value.totp_since), recovery_codes_left: typeof left === "number" ? left : 0, guards_home: value.guards_home === true };
}

export function readEnrolment(value: unknown): Enrolment | null {
  if (!isFields(value) || !/^[A-Z2-7]{16,128}$/.test(text(value.secret))) return null;
  return { secret: text(value.secret), svg: text(value.svg), uri: text(value.uri).startsWith("otpauth://totp/") ? text(value.uri) : "" };
}

export function readRecoveryCodes(value: unknown): string[] | null {
  if (!isFields(value) || !Array.isArray(value.recovery_codes)) return null;
  const codes = value.recovery_codes.map(text).filter(Boolean);
  return codes.length > 0 ? codes : null;
}

export function readPasskey(value: unknown): Passkey | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), name: text(value.name), site: text(value.site), synced: value.synced === true, created_at: text(value.created_at), used_at: text(value.used_at) };
}

function readCapabilities(value: unknown): Capability[] {
  const found = Array.isArray(value) ? value : [];
  return CAPABILITIES.filter((capability) => found.includes(capability));
}

export function readPermissions(value: unknown): Permissions | null {
  if (!isFields(value)) return null;
  return {
    capabilities: readCapabilities(value.capabilities), areas: Array.isArray(value.areas) ? value.areas.map(text).filter(Boolean) : null,
    risk: RISKS.find((risk) => risk === value.risk) ?? "harmless",
  };
}

export function readPerson(value: unknown): Person | null {
  if (!isFields(value) || !text(value.id)) return null;
  const permissions = readPermissions(value.permissions);
  return permissions && { id: text(value.id), username: text(value.username), role: readRole(value.role), disabled: value.disabled === true, permissions };
}

export function readInvitation(value: unknown): Invitation | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), role: readRole(value.role), code: text(value.code), expires_at: text(value.expires_at) };
}

export function readHousehold(value: unknown): Household | null {
  if (!isFields(value) || !text(value.id)) return null;
  return {
    id: text(value.id), name: text(value.name), people: typeof value.people === "number" ? value.people : 0, has_house: value.has_house === true, created_at: text(value.created_at),
    invitation: readInvitation(value.invitation),
  };
}

export function readCode(value: unknown): string | null {
  return isFields(value) && text(value.code) ? text(value.code) : null;
}

export function readAPIKey(value: unknown): APIKey | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), name: text(value.name), scopes: readCapabilities(value.scopes), key: text(value.key), expires_at: text(value.expires_at), used_at: text(value.used_at) };
}

/** `null` for an action this page does not know: newer servers may have more. */
export function readAuditEntry(value: unknown): AuditEntry | null {
  if (!isFields(value) || typeof value.number !== "number") return null;
  const action = ACTIONS.find((one) => one === value.action);
  if (!action) return null;
  return {
    number: value.number, at: text(value.at), action, outcome: value.outcome === "refused" || value.outcome === "failed" ? value.outcome : "done", name: text(value.name),
    address: text(value.address), target: text(value.target), erased: value.erased === true,
  };
}

export function readHomeCertificate(value: unknown): HomeCertificate | null {
  if (!isFields(value) || !text(value.address).startsWith("http://") || !text(value.page).startsWith("https://")) return null;
  return { address: text(value.address), svg: text(value.svg), fingerprint: text(value.fingerprint), page: text(value.page) };
}

export function readLink(value: unknown): ProviderLink | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), issuer: text(value.issuer), name: text(value.name), created_at: text(value.created_at) };
}
