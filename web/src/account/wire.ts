// The account over the wire: types, and the guards that check them.

import { isFields } from "../wire";

export type Role = "owner" | "admin" | "member" | "child" | "guest";

export const ROLES: readonly Role[] = ["owner", "admin", "member", "child", "guest"];

export interface Me { id: string; username: string; role: Role }

/** Where somebody is signed in. `device` is the User-Agent. */
export interface SignedIn { id: string; device: string; address: string; used_at: string; current: boolean }

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The least that is known of a role this page does not know. */
export function readRole(value: unknown): Role {
  return ROLES.find((role) => role === value) ?? "guest";
}

export function readMe(value: unknown): Me | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), username: text(value.username), role: readRole(value.role) };
}

export function readSignedIn(value: unknown): SignedIn | null {
  if (!isFields(value) || !text(value.id)) return null;
  return { id: text(value.id), device: text(value.device), address: text(value.address), used_at: text(value.used_at), current: value.current === true };
}
