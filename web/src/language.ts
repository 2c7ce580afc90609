import type { Language } from "./wire";

/** The language of a browser's list of languages: the first that Jarvis speaks, else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const code = tag.slice(0, 2).toLowerCase();
    if (code === "fr" || code === "en") return code;
  }
  return "en";
}

const FRENCH = new Set("le la les un une des du de et est sont je tu il elle nous vous ils pas ne que qui dans pour avec sur au aux ce cette ces mon ma mes ton ta tes votre vos il y à où heures heure".split(" "));
const ENGLISH = new Set("the a an is are and of to in it its for with on at this that these you your i my we they not no was were will can do does have has it's i'm".split(" "));

/** The language a text is most likely in, `fallback` when nothing tells. Used to choose the voice that reads it. */
export function guessLanguage(text: string, fallback: Language): Language {
  let french = 0;
  let english = 0;
  for (const word of text.slice(0, 2000).toLowerCase().split(/[^\p{L}’']+/u)) {
    if (ENGLISH.has(word.replace("’", "'"))) english += 1;
    for (const part of word.split(/['’]/)) if (FRENCH.has(part)) french += 1;
    if (/[éèêëàâçùûîïôœ]/.test(word) || /^(l|d|j|c|n|s|qu|m|t)['’]/.test(word)) french += 1;
  }
  return french === english ? fallback : french > english ? "fr" : "en";
}
