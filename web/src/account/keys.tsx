import { useState } from "react";
import type { FormEvent } from "react";
import { useSurroundings } from "../context";
import { Dialog } from "../dialog";
import { Field } from "../fields";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { FailureNote } from "../notes";
import { Choices, Select } from "./choices";
import { Once } from "./once";
import { Confirm, Section } from "./section";
import { listOf, useDeed, useResource } from "./useresource";
import { CAPABILITIES, readAPIKey } from "./wire";
import type { APIKey, Capability } from "./wire";

const readKeys = listOf(readAPIKey);
const DAYS = ["7", "30", "90", "365"] as const;

/** Keys with which programs of one's own come in. `isStaff`: whether one may give them the right to administer. */
export function Keys({ isStaff }: { isStaff: boolean }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.keys;
  const keys = useResource("/auth/api-keys", readKeys);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<APIKey | null>(null);
  const [leaving, setLeaving] = useState<APIKey | null>(null);
  return (
    <Section title={words.title} intro={words.intro} of={keys}>
      {keys.value?.length === 0 && <p className="part-none">{words.none}</p>}
      <ul className="rows">
        {keys.value?.map((one) => (
          <li key={one.id} className="row">
            <span className="row-icon"><Icon name="plug" /></span>
            <div className="row-text">
              <h3>{one.name}</h3>
              <p className="row-facts">
                <span>{one.scopes.map((scope) => texts.account.capabilities[scope]).join(", ")}</span>
                <span>{words.until(dateTime(one.expires_at, language))}</span>
                <span>{one.used_at ? words.used(dateTime(one.used_at, language)) : words.unused}</span>
              </p>
            </div>
            <button type="button" className="button button-small" aria-label={words.revokeName(one.name)} onClick={() => setLeaving(one)}>{words.revoke}</button>
          </li>
        ))}
      </ul>
      <div className="part-tools"><button type="button" className="button" onClick={() => setAdding(true)}><Icon name="plus" size={18} /> {words.add}</button></div>
      {adding && <AddKey isStaff={isStaff} onClose={() => setAdding(false)} onDone={(key) => {
        setAdding(false);
        setMade(key);
        keys.refresh();
      }} />}
      {made && (
        <Dialog title={words.madeTitle(made.name)} onClose={() => setMade(null)}>
          <p>{words.madeAdvice}</p>
          <Once label={words.key} text={made.key} />
          <div className="dialog-choices"><button type="button" className="button button-main" onClick={() => setMade(null)}>{words.kept}</button></div>
        </Dialog>
      )}
      {leaving && (
        <Confirm title={words.revokeTitle(leaving.name)} advice={words.revokeAdvice} action={words.revoke} onClose={() => setLeaving(null)} onConfirm={async () => {
          await session.send(`/auth/api-keys/${encodeURIComponent(leaving.id)}`, { method: "DELETE", language });
          setLeaving(null);
          keys.refresh();
        }} />
      )}
    </Section>
  );
}

function AddKey({ isStaff, onClose, onDone }: { isStaff: boolean; onClose(): void; onDone(key: APIKey): void }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.keys;
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<Capability[]>(["talk"]);
  const [days, setDays] = useState<typeof DAYS[number]>("90");
  const [checked, setChecked] = useState(false);
  const deed = useDeed();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!name.trim() || scopes.length === 0) return;
    deed.run(async () => onDone(await session.json("/auth/api-keys", readAPIKey, { json: { name: name.trim(), scopes, days: Number(days) }, language })));
  };
  return (
    <Dialog title={words.add} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <Field label={words.name} name="name" value={name} onText={setName} autoComplete="off" maxLength={64} error={checked && !name.trim() ? words.nameMissing : undefined} />
        <Choices title={words.scopes} all={CAPABILITIES.filter((one) => isStaff || one !== "admin")} chosen={scopes} names={texts.account.capabilities} onChange={setScopes} />
        {checked && scopes.length === 0 && <div className="field-error" role="alert">{words.scopesMissing}</div>}
        <Select<typeof DAYS[number]> label={words.days} all={DAYS} value={days} names={words.lifetimes} onChange={setDays} />
        {deed.failure && <FailureNote failure={deed.failure} />}
        <div className="dialog-choices">
          <button type="button" className="button" onClick={onClose}>{texts.cancel}</button>
          <button type="submit" className="button button-main" aria-disabled={deed.busy}>{words.make}</button>
        </div>
      </form>
    </Dialog>
  );
}
