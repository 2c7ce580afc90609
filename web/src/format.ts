import type { Language } from "./wire";

export const LOCALE: Record<Language, string> = { fr: "fr-FR", en: "en-GB" };

/** `1:05:09`, `4:59`, `0:00`: what is left until a time, in milliseconds. */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const pad = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** `0,4 ms`, `312 ms`, `2,4 s`. */
export function duration(ms: number, language: Language): string {
  const show = (value: number, digits: number) => value.toLocaleString(LOCALE[language], { maximumFractionDigits: digits });
  if (ms >= 1000) return `${show(ms / 1000, 1)} s`;
  return `${show(ms, ms < 10 ? 1 : 0)} ms`;
}

export function clockTime(iso: string, language: Language): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? "" : date.toLocaleTimeString(LOCALE[language], { hour: "2-digit", minute: "2-digit" });
}

export type Age = "today" | "yesterday" | "week" | "older";

/** Which group of the conversation list a time belongs to, in local days. */
export function age(iso: string, now: Date): Age {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return "older";
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000);
  return days <= 0 ? "today" : days === 1 ? "yesterday" : days < 7 ? "week" : "older";
}

export function shortDate(iso: string, language: Language, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return "";
  if (["today", "yesterday"].includes(age(iso, now))) return clockTime(iso, language);
  return date.toLocaleDateString(LOCALE[language], { day: "numeric", month: "short" });
}
