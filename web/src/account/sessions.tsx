import { useState } from "react";
import { useSurroundings } from "../context";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { addressOf } from "../routes";
import { deviceOf } from "./device";
import { Confirm, Section } from "./section";
import { listOf, useResource } from "./useresource";
import { readSignedIn } from "./wire";
import type { SignedIn } from "./wire";

const readList = listOf(readSignedIn);

/** Where one is signed in: this device first, then those used last. */
export function Sessions() {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.sessions;
  const sessions = useResource("/auth/sessions", readList);
  const [ending, setEnding] = useState<SignedIn | "all" | null>(null);
  const nameOf = (one: SignedIn) => {
    const { program, system } = deviceOf(one.device);
    return program && system ? words.on(program, system) : program || system || words.unknown;
  };
  const sorted = [...(sessions.value ?? [])].sort((one, other) => Number(other.current) - Number(one.current) || other.used_at.localeCompare(one.used_at));

  return (
    <Section title={words.title} intro={words.intro} of={sessions}>
      <ul className="rows">
        {sorted.map((one) => (
          <li key={one.id} className="row">
            <span className="row-icon"><Icon name={deviceOf(one.device).isHandheld ? "phone" : "screen"} /></span>
            <div className="row-text">
              <h3>{nameOf(one)}{one.current && <span className="badge">{words.current}</span>}</h3>
              <p className="row-facts">
                <span>{words.used(dateTime(one.used_at, language))}</span>
                {one.ends_at && <span>{words.until(dateTime(one.ends_at, language))}</span>}
                {one.address && <span className="mono">{one.address}</span>}
              </p>
            </div>
            {!one.current && (
              <button type="button" className="button button-small" aria-label={words.endName(nameOf(one))} onClick={() => setEnding(one)}>{words.end}</button>
            )}
          </li>
        ))}
      </ul>
      <div className="part-tools">
        <button type="button" className="button button-danger" onClick={() => setEnding("all")}><Icon name="exit" size={18} /> {words.endAll}</button>
      </div>
      {ending === "all" && (
        <Confirm title={words.endAllTitle} advice={words.endAllAdvice} action={words.endAll} onClose={() => setEnding(null)} onConfirm={async () => {
          await session.signOutEverywhere();
          window.history.replaceState(null, "", addressOf(null)); // the next person begins afresh
        }} />
      )}
      {ending !== null && ending !== "all" && (
        <Confirm title={words.endTitle(nameOf(ending))} advice={words.endAdvice} action={words.end} onClose={() => setEnding(null)} onConfirm={async () => {
          await session.send(`/auth/sessions/${encodeURIComponent(ending.id)}`, { method: "DELETE", language });
          setEnding(null);
          sessions.refresh();
        }} />
      )}
    </Section>
  );
}
