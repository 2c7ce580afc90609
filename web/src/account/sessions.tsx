import { useState } from "react";
import { useSurroundings } from "../context";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { addressOf } from "../routes";
import { deviceOf } from "./device";
import { Badge, List, Mark } from "./list";
import type { Line } from "./list";
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
  const [endsAll, setEndsAll] = useState(false);
  const sorted = [...(sessions.value ?? [])].sort((one, other) => Number(other.current) - Number(one.current) || other.used_at.localeCompare(one.used_at));
  const line = (one: SignedIn): Line => {
    const { program, system, isHandheld } = deviceOf(one.device);
    return {
      mark: <Mark><Icon name={isHandheld ? "phone" : "screen"} /></Mark>, name: program && system ? words.on(program, system) : program || system || words.unknown,
      badges: one.current && <Badge>{words.current}</Badge>, isFixed: one.current,
      facts: [words.used(dateTime(one.used_at, language)), one.ends_at && words.until(dateTime(one.ends_at, language)), one.address && <span className="mono">{one.address}</span>],
    };
  };
  return (
    <Section title={words.title} intro={words.intro} of={sessions}>
      <List items={sorted} line={line} removal={words.removal} path="/auth/sessions" onRemoved={sessions.refresh} />
      <div className="part-tools">
        <button type="button" className="button button-danger" onClick={() => setEndsAll(true)}><Icon name="exit" size={18} /> {words.endAll}</button>
      </div>
      {endsAll && (
        <Confirm title={words.endAllTitle} advice={words.endAllAdvice} action={words.endAll} onClose={() => setEndsAll(false)} onConfirm={async () => {
          await session.signOutEverywhere();
          window.history.replaceState(null, "", addressOf(null)); // the next person begins afresh
        }} />
      )}
    </Section>
  );
}
