import type { Texts } from "./texts";
import { isFields } from "./wire";
import type { Action } from "./wire";

/** The icon family of a tool, from its name: `timers.set`, `set_timer` and `timer` are all timers. */
export type ActionKind = "timer" | "bell" | "list" | "memory" | "other";

export function actionKind(tool: string): ActionKind {
  if (/timer/i.test(tool)) return "timer";
  if (/remind|alarm/i.test(tool)) return "bell";
  if (/list|shopping/i.test(tool)) return "list";
  if (/memor|remember|recall/i.test(tool)) return "memory";
  return "other";
}

/** `Minuteur`, `Liste` …; the tool's own name when it is not a known one. */
export function actionName(tool: string, texts: Texts): string {
  for (const word of tool.toLowerCase().split(/[^a-z]+/)) {
    const name = texts.tools[word] ?? texts.tools[word.replace(/s$/, "")];
    if (name) return name;
  }
  return tool;
}

const TELLING = ["label", "name", "title", "item", "items", "text", "list", "query", "expression"];

/** The argument that tells most: "les pâtes", "lait, œufs". */
function telling(action: Action): string {
  if (!isFields(action.arguments)) return "";
  for (const key of TELLING) {
    const value = action.arguments[key];
    const text = Array.isArray(value) ? value.filter((part) => typeof part === "string").join(", ") : value;
    if (typeof text === "string" && text) return text;
  }
  return "";
}

/** The arguments that tell most, of actions of one kind, shortened. */
export function actionDetail(actions: Action[]): string {
  const text = actions.map(telling).filter(Boolean).join(", ");
  return text.length > 48 ? `${text.slice(0, 47)}…` : text;
}

/** Those in a row that did the same with different things: three items for the shopping list are one. */
export function actionGroups(actions: Action[]): Action[][] {
  const groups: Action[][] = [];
  for (const action of actions) {
    const last = groups[groups.length - 1];
    if (last?.[0] && last[0].tool === action.tool && last[0].status === action.status) last.push(action);
    else groups.push([action]);
  }
  return groups;
}
