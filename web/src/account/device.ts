// What a device is called, from what its program says of itself (User-Agent, RFC 9110 section 10.1.5): pure, without the page.

/** The first that fits names it: browsers also name those they descend from. */
const BROWSERS: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"], [/OPR\/|Opera/, "Opera"], [/SamsungBrowser\//, "Samsung Internet"], [/Vivaldi\//, "Vivaldi"], [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chromium\//, "Chromium"], [/Chrome\/|CriOS\//, "Chrome"], [/Version\/.*Safari\//, "Safari"],
];

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, "iPhone"], [/iPad/, "iPad"], [/Android/, "Android"], [/Windows/, "Windows"], [/Macintosh|Mac OS X/, "Mac"], [/CrOS/, "ChromeOS"], [/Linux|X11/, "Linux"],
];

export interface Device { program: string; system: string; isHandheld: boolean }

/** Empty words where nothing is known; a program that is no browser is called as it calls itself. */
export function deviceOf(userAgent: string): Device {
  const find = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "";
  const own = /^[^\s/(]{1,40}/.exec(userAgent)?.[0] ?? "";
  const browser = find(BROWSERS);
  return { program: browser || (own === "Mozilla" ? "" : own), system: find(SYSTEMS), isHandheld: /iPhone|iPad|Android|Mobile/.test(userAgent) };
}
