import { useState } from "react";
import type { FormEvent } from "react";
import { useSurroundings } from "../context";
import { Dialog } from "../dialog";
import { Field } from "../fields";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { FailureNote } from "../notes";
import { deviceOf } from "./device";
import { Confirm, Section } from "./section";
import { listOf, useDeed, useResource } from "./useresource";
import { hasPasskeys, makePasskey, readCreationOptions } from "./webauthn";
import { readPasskey } from "./wire";
import type { Passkey } from "./wire";

export const readPasskeys = listOf(readPasskey);

/** The passkeys one signs in with: made here for the name of this page. */
export function Passkeys() {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.passkeys;
  const passkeys = useResource("/auth/passkeys", readPasskeys);
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  return (
    <Section title={words.title} intro={words.intro} of={passkeys}>
      {passkeys.value?.length === 0 && <p className="part-none">{words.none}</p>}
      <ul className="rows">
        {passkeys.value?.map((one) => (
          <li key={one.id} className="row">
            <span className="row-icon"><Icon name="key" /></span>
            <div className="row-text">
              <h3>{one.name}</h3>
              <p className="row-facts">
                <span>{words.site(one.site)}</span>
                {one.synced && <span>{words.synced}</span>}
                <span>{one.used_at ? words.used(dateTime(one.used_at, language)) : words.made(dateTime(one.created_at, language))}</span>
              </p>
            </div>
            <button type="button" className="icon-button" aria-label={words.removeName(one.name)} title={texts.delete} onClick={() => setLeaving(one)}><Icon name="trash" size={18} /></button>
          </li>
        ))}
      </ul>
      <div className="part-tools">
        {hasPasskeys()
          ? <button type="button" className="button" onClick={() => setAdding(true)}><Icon name="plus" size={18} /> {words.add}</button>
          : <p className="part-none">{words.unable}</p>}
      </div>
      {adding && <AddPasskey onClose={() => setAdding(false)} onDone={() => {
        setAdding(false);
        passkeys.refresh();
      }} />}
      {leaving && (
        <Confirm title={words.removeTitle(leaving.name)} advice={words.removeAdvice} action={texts.delete} onClose={() => setLeaving(null)} onConfirm={async () => {
          await session.send(`/auth/passkeys/${encodeURIComponent(leaving.id)}`, { method: "DELETE", language });
          setLeaving(null);
          passkeys.refresh();
        }} />
      )}
    </Section>
  );
}

function AddPasskey({ onClose, onDone }: { onClose(): void; onDone(): void }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.passkeys;
  const { program, system } = deviceOf(navigator.userAgent);
  const [name, setName] = useState(program && system ? texts.account.sessions.on(program, system) : program || system);
  const deed = useDeed();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    deed.run(async () => {
      const options = await session.json("/auth/passkeys/options", readCreationOptions, { method: "POST", language });
      const credential = await makePasskey(options);
      await session.send("/auth/passkeys", { json: { name: name.trim(), credential }, language });
      onDone();
    });
  };
  return (
    <Dialog title={words.add} onClose={onClose}>
      <p>{words.addAdvice}</p>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <Field label={words.name} name="name" value={name} onText={setName} autoComplete="off" autoFocus maxLength={64} error={name.trim() ? undefined : words.nameMissing} />
        {deed.failure && <FailureNote failure={deed.failure} />}
        <div className="dialog-choices">
          <button type="button" className="button" onClick={onClose}>{texts.cancel}</button>
          <button type="submit" className="button button-main" aria-disabled={deed.busy}>{words.make}</button>
        </div>
      </form>
    </Dialog>
  );
}
