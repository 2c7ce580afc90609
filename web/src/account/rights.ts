// Who may do what to whom, as the server has it: pure. The server has the last word.

import { CAPABILITIES } from "./wire";
import type { Permissions, Person, Role } from "./wire";

/** What a role may, unless somebody decides otherwise for a person. */
export function usualPermissions(role: Role): Permissions {
  const all = [...CAPABILITIES];
  switch (role) {
    case "owner":
    case "admin":
      return { capabilities: all, areas: null, risk: "dangerous" };
    case "member":
      return { capabilities: all.filter((one) => one !== "admin"), areas: null, risk: "dangerous" };
    case "child":
      return { capabilities: ["talk", "home", "memory_read", "memory_write"], areas: null, risk: "surprising" };
    case "guest":
      return { capabilities: ["talk", "home"], areas: null, risk: "surprising" };
  }
}

export function isStaff(role: Role): boolean {
  return role === "owner" || role === "admin";
}

/** Owners everybody; admins whoever is neither. */
export function mayManage(role: Role, other: Role): boolean {
  return role === "owner" || (role === "admin" && !isStaff(other));
}

export function samePermissions(one: Permissions, other: Permissions): boolean {
  const key = ({ capabilities, areas, risk }: Permissions) => JSON.stringify([[...capabilities].sort(), areas && [...areas].sort(), risk]);
  return key(one) === key(other);
}

/** What a change of a person says over the wire: only what differs. A new role brings its own rights, so others are said with it. */
export function personPatch(before: Person, after: Person): Record<string, unknown> {
  const basis = after.role === before.role ? before.permissions : usualPermissions(after.role);
  const { capabilities, areas, risk } = after.permissions;
  return {
    ...(after.username.trim() !== before.username && { username: after.username.trim() }),
    ...(after.role !== before.role && { role: after.role }),
    ...(!samePermissions(after.permissions, basis) && { permissions: { capabilities, risk, ...(areas && { areas }) } }),
  };
}
