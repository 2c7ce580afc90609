import { useState } from "react";
import { useSurroundings } from "../context";
import { Field } from "../fields";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { Ask } from "./ask";
import { deviceOf } from "./device";
import { List, Mark } from "./list";
import type { Line } from "./list";
import { Section } from "./section";
import { listOf, useDeed, useResource } from "./useresource";
import { hasPasskeys, makePasskey, readCreationOptions } from "./webauthn";
import { readPasskey } from "./wire";
import type { Passkey } from "./wire";

export const readPasskeys = listOf(readPasskey);

/** The passkeys one signs in with: made here for the name of this page. */
export function Passkeys() {
  const { texts, language } = useSurroundings();
  const words = texts.account.passkeys;
  const passkeys = useResource("/auth/passkeys", readPasskeys);
  const [adding, setAdding] = useState(false);
  const line = (one: Passkey): Line => ({
    mark: <Mark><Icon name="key" /></Mark>, name: one.name,
    facts: [words.site(one.site), one.synced && words.synced, one.used_at ? words.used(dateTime(one.used_at, language)) : words.made(dateTime(one.created_at, language))],
  });
  return (
    <Section title={words.title} intro={words.intro} of={passkeys}>
      <List items={passkeys.value} line={line} none={words.none} removal={words.removal} path="/auth/passkeys" onRemoved={passkeys.refresh} />
      <div className="part-tools">
        {hasPasskeys()
          ? <button type="button" className="button" onClick={() => setAdding(true)}><Icon name="plus" size={18} /> {words.add}</button>
          : <p className="part-none">{words.unable}</p>}
      </div>
      {adding && <AddPasskey onClose={() => setAdding(false)} onDone={() => {
        setAdding(false);
        passkeys.refresh();
      }} />}
    </Section>
  );
}

function AddPasskey({ onClose, onDone }: { onClose(): void; onDone(): void }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.passkeys;
  const { program, system } = deviceOf(navigator.userAgent);
  const [name, setName] = useState(program && system ? texts.account.sessions.on(program, system) : program || system);
  const deed = useDeed();
  const submit = () => {
    if (!name.trim()) return;
    deed.run(async () => {
      const options = await session.json("/auth/passkeys/options", readCreationOptions, { method: "POST", language });
      const credential = await makePasskey(options);
      await session.send("/auth/passkeys", { json: { name: name.trim(), credential }, language });
      onDone();
    });
  };
  return (
    <Ask title={words.add} action={words.make} deed={deed} onClose={onClose} onSubmit={submit}>
      <p>{words.addAdvice}</p>
      <Field label={words.name} name="name" value={name} onText={setName} autoComplete="off" autoFocus maxLength={64} error={name.trim() ? undefined : words.nameMissing} />
    </Ask>
  );
}
