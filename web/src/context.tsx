import { createContext, useContext } from "react";
import type { Player } from "./audio";
import type { Session } from "./auth";
import { TEXTS } from "./texts";
import type { Texts } from "./texts";
import type { Language } from "./wire";

/** What every screen needs: who is signed in, the voice, and the language of the page. */
export interface Surroundings {
  session: Session;
  player: Player;
  language: Language;
  setLanguage(language: Language): void;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings & { texts: Texts } {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error("a screen is shown outside SurroundingsContext");
  return { ...surroundings, texts: TEXTS[surroundings.language] };
}
