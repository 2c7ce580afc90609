import { useCallback, useEffect, useMemo, useState } from "react";
import { StepUp } from "./account/stepup";
import { expect, readJson, send } from "./api";
import type { Player } from "./audio";
import type { Session } from "./auth";
import { backoff } from "./backoff";
import { ChatScreen } from "./chat";
import { SurroundingsContext } from "./context";
import { Door } from "./door";
import { Failure } from "./failure";
import { keep, readKept } from "./kept";
import { preferredLanguage } from "./language";
import { SetupScreen } from "./setup";
import { useStore } from "./store";
import { readHealth } from "./wire";
import type { Language } from "./wire";
import { StartingScreen } from "./starting";

type Stage = "starting" | "setup" | "ready";

const LANGUAGE_KEY = "jarvis.language";

function initialLanguage(): Language {
  const kept = readKept("local", LANGUAGE_KEY);
  return kept === "fr" || kept === "en" ? kept : preferredLanguage(navigator.languages);
}

export function App({ session, player }: { session: Session; player: Player }) {
  const [stage, setStage] = useState<Stage>("starting");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [setUpNote, setSetUpNote] = useState<"" | "made" | "already">("");
  const [language, setLanguageState] = useState<Language>(initialLanguage);
  const standing = useStore(session.standing);

  const setLanguage = useCallback((next: Language) => {
    keep("local", LANGUAGE_KEY, next);
    setLanguageState(next);
  }, []);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  // Ask the server how it stands; while it does not answer, ask again.
  useEffect(() => {
    if (stage !== "starting") return undefined;
    let current = true;
    let timer = 0;
    const again = () => setAttempt((count) => count + 1);
    const begin = async () => {
      try {
        const health = expect(readHealth(await readJson(await send("/health"))));
        if (!current) return;
        if (health.setup_required) return setStage("setup");
        await session.restore();
        if (current) setStage("ready");
      } catch (error) {
        if (!current) return;
        setFailure(Failure.from(error));
        timer = window.setTimeout(again, backoff(attempt));
      }
    };
    void begin();
    window.addEventListener("online", again);
    return () => {
      current = false;
      window.clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [attempt, session, stage]);

  const surroundings = useMemo(() => ({ session, player, language, setLanguage }), [session, player, language, setLanguage]);

  return (
    <SurroundingsContext.Provider value={surroundings}>
      {stage === "starting" ? (
        <StartingScreen failure={failure} onRetry={() => setAttempt((count) => count + 1)} />
      ) : stage === "setup" ? (
        <SetupScreen onDone={(note) => {
          setSetUpNote(note);
          setStage("ready");
        }} />
      ) : standing.signedIn ? (
        <>
          <ChatScreen key={standing.username} username={standing.username} />
          <StepUp />
        </>
      ) : (
        <Door note={standing.expired ? "expired" : setUpNote} />
      )}
    </SurroundingsContext.Provider>
  );
}
