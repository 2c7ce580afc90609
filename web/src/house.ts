// What a device can do and how it is told: pure, without the page.

import { numberOf, textOf } from "./housewire";
import type { Area, Automation, Entity, Run, Trigger } from "./housewire";
import type { HouseTexts } from "./housetexts";
import { LOCALE, clockTime } from "./format";
import type { Language } from "./wire";

/** How a device is used: by a switch, by buttons, or not at all. */
export type Kind = "switch" | "cover" | "climate" | "lock" | "press" | "media" | "read";

const KINDS: Record<string, Kind> = {
  light: "switch", switch: "switch", input_boolean: "switch", fan: "switch", siren: "switch", humidifier: "switch", group: "switch", cover: "cover", valve: "cover",
  climate: "climate", lock: "lock", scene: "press", script: "press", button: "press", input_button: "press", media_player: "media",
};

export function kindOf(entity: Entity): Kind {
  return KINDS[entity.domain] ?? "read";
}

export function isAway(entity: Entity): boolean {
  return entity.state === "unavailable";
}

export function isOn(entity: Entity): boolean {
  return ["on", "open", "opening", "unlocked", "playing", "home", "cleaning", "mowing"].includes(entity.state) || (entity.domain === "climate" && !["off", "unavailable", "unknown"].includes(entity.state));
}

/** Of a lamp, in percent; `null` when it cannot be dimmed. */
export function brightness(entity: Entity): number | null {
  if (entity.domain !== "light") return null;
  const modes = entity.attributes.supported_color_modes;
  if (Array.isArray(modes) && modes.every((mode) => mode === "onoff")) return null;
  const value = numberOf(entity, "brightness");
  return value === null ? (entity.state === "on" ? 100 : 0) : Math.max(1, Math.round(value / 2.55));
}

export interface Room { id: string; name: string; floor: string; entities: Entity[] }

/** The rooms that have something, each with what people use before what they read. */
export function rooms(entities: Entity[], areas: Area[], search: string, rest: string): Room[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const found = entities.filter((entity) => {
    const names = fold(`${entity.name} ${entity.area}`);
    return words.every((word) => names.includes(word));
  });
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  const order: Kind[] = ["switch", "cover", "climate", "lock", "media", "press", "read"];
  const sorted = found.sort((a, b) => Number(isAway(a)) - Number(isAway(b)) || order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)) || byName(a, b));
  const known = [...areas].sort((a, b) => Number(!a.floor) - Number(!b.floor) || a.floor.localeCompare(b.floor) || byName(a, b)).map((area) => ({ ...area, entities: sorted.filter((entity) => entity.area_id === area.id) }));
  const ids = new Set(areas.map((area) => area.id));
  const others = { id: "", name: rest, floor: "", entities: sorted.filter((entity) => !ids.has(entity.area_id)) };
  return [...known, others].filter((room) => room.entities.length > 0);
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** `Allumé`, `21,5 °C`, `Ouvert à 40 %`. */
export function stateText(entity: Entity, texts: HouseTexts, language: Language): string {
  const { state } = entity;
  if (kindOf(entity) === "press" && state === "unknown") return texts.lastUsed("");
  if (state === "unavailable" || state === "unknown" || state === "") return state === "unavailable" ? texts.away : texts.unknown;
  const show = (value: number) => value.toLocaleString(LOCALE[language], { maximumFractionDigits: 1 });
  const unit = textOf(entity, "unit_of_measurement");
  if (entity.domain === "sensor" || entity.domain === "number" || entity.domain === "input_number") {
    const value = Number(state);
    return state.trim() !== "" && Number.isFinite(value) ? `${show(value)}${unit ? ` ${unit}` : ""}` : state;
  }
  if (entity.domain === "binary_sensor") {
    const words = texts.binary[entity.device_class] ?? texts.binary.default;
    return (state === "on" ? words?.[0] : words?.[1]) ?? state;
  }
  if (entity.domain === "light" && state === "on" && numberOf(entity, "brightness") !== null) return texts.onAt(`${brightness(entity)} %`);
  if ((entity.domain === "cover" || entity.domain === "valve") && state === "open") {
    const position = numberOf(entity, "current_position");
    if (position !== null && position < 100) return texts.openAt(`${show(position)} %`);
  }
  if (entity.domain === "climate") {
    const now = numberOf(entity, "current_temperature");
    const mode = texts.states[state] ?? state;
    return now === null ? mode : `${mode} · ${texts.now(`${show(now)} °C`)}`;
  }
  if (kindOf(entity) === "press") return entity.domain === "script" && state === "on" ? texts.running : texts.lastUsed(clockTime(state, language));
  if (entity.domain === "media_player") {
    const title = textOf(entity, "media_title");
    return [texts.states[state] ?? state, title].filter(Boolean).join(" · ");
  }
  return texts.states[state] ?? state;
}

/** The heating's range and step, in degrees. */
export function range(entity: Entity): { low: number; high: number; step: number } {
  return { low: numberOf(entity, "min_temp") ?? 5, high: numberOf(entity, "max_temp") ?? 35, step: numberOf(entity, "target_temp_step") ?? 0.5 };
}

/** What sets an automation off, in a few words. */
export function triggerText(trigger: Trigger, nameOf: (id: string) => string, texts: HouseTexts, language: Language): string {
  const once = trigger.once ? ` (${texts.once})` : "";
  switch (trigger.type) {
    case "at":
      return dateTime(trigger.date, language);
    case "time":
      return texts.atTime(days(trigger.weekdays, texts), trigger.time) + once;
    case "sun": {
      const minutes = Math.round(Math.abs(trigger.offset) / 60);
      const event = trigger.event === "sunrise" ? texts.sunrise : texts.sunset;
      return (minutes === 0 ? event : trigger.offset < 0 ? texts.before(minutes, event) : texts.after(minutes, event)) + once;
    }
    case "state":
      return texts.becomes(nameOf(trigger.entity), (texts.states[trigger.to] ?? trigger.to).toLowerCase(), Math.round(trigger.seconds / 60)) + once;
    case "number": {
      const limit = trigger.above ?? trigger.below ?? 0;
      return texts.passes(nameOf(trigger.entity), limit.toLocaleString(LOCALE[language]), trigger.above !== null) + once;
    }
    case "presence":
      return texts.presence(trigger.person && nameOf(trigger.person), trigger.arrives) + once;
    default:
      return texts.onDemand;
  }
}

/** With the year where it is not this one. */
export function dateTime(iso: string, language: Language, now = new Date()): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return "";
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return date.toLocaleString(LOCALE[language], { weekday: "long", day: "numeric", month: "long", year, hour: "2-digit", minute: "2-digit" });
}

function days(weekdays: number[], texts: HouseTexts): string {
  const sorted = [...new Set(weekdays)].sort();
  const key = sorted.join("");
  if (key === "" || key === "1234567") return texts.everyDay;
  if (key === "12345") return texts.workdays;
  if (key === "67") return texts.weekend;
  return sorted.map((day) => texts.weekdays[day - 1]).join(", ");
}

/** Why an automation was set off. */
export function causeText(run: Run, texts: HouseTexts): string {
  switch (run.cause.type) {
    case "time":
      return texts.causes.time;
    case "sun":
      return run.cause.subject === "sunrise" ? texts.sunrise : texts.sunset;
    case "entity":
      return texts.causes.entity(run.cause.name || run.cause.subject, (texts.states[run.cause.value] ?? run.cause.value).toLowerCase());
    default:
      return texts.causes.request(run.cause.name);
  }
}

/** Those that are on first, then by when they are due. */
export function sortAutomations(automations: Automation[]): Automation[] {
  return [...automations].sort((a, b) => Number(a.paused) - Number(b.paused) || (a.next_due || "9").localeCompare(b.next_due || "9") || a.name.localeCompare(b.name));
}
