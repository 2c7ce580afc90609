// What an entry of the audit trail is about, in words: the server writes it for machines. Pure.

import { deviceOf } from "./device";
import type { AccountTexts } from "./texts";
import { ROLES } from "./wire";
import type { Role } from "./wire";

const isRole = (word: string): word is Role => ROLES.some((role) => role === word);

/** `names`: of the people of the household, by id. What it does not know stays as it is. */
export function targetOf(target: string, names: ReadonlyMap<string, string>, texts: AccountTexts): string {
  const { roles, sessions, audit } = texts;
  const known = names.get(target);
  if (known !== undefined) return known;
  if (isRole(target)) return roles[target];
  const named = /^(.+) \((\w+)\)$/.exec(target);
  if (named?.[1] && named[2] && isRole(named[2])) return `${named[1]} (${roles[named[2]]})`;
  const means = Object.keys(audit.means).find((word) => target === word || target.startsWith(`${word}, `));
  if (means) return [audit.means[means], targetOf(target.slice(means.length + 2), names, texts)].filter(Boolean).join(", ");
  if (target.startsWith("Mozilla/")) {
    const { program, system } = deviceOf(target);
    return program && system ? sessions.on(program, system) : program || system || sessions.unknown;
  }
  return target;
}
