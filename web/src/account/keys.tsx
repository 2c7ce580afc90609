import { useState } from "react";
import { useSurroundings } from "../context";
import { Field } from "../fields";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { Ask } from "./ask";
import { Choices, Select } from "./choices";
import { List, Mark } from "./list";
import type { Line } from "./list";
import { OnceDialog } from "./once";
import { Section } from "./section";
import { listOf, useDeed, useResource } from "./useresource";
import { CAPABILITIES, readAPIKey } from "./wire";
import type { APIKey, Capability } from "./wire";

const readKeys = listOf(readAPIKey);
const DAYS = ["7", "30", "90", "365"] as const;

/** Keys with which programs of one's own come in. `isStaff`: whether one may give them the right to administer. */
export function Keys({ isStaff }: { isStaff: boolean }) {
  const { texts, language } = useSurroundings();
  const words = texts.account.keys;
  const keys = useResource("/auth/api-keys", readKeys);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<APIKey | null>(null);
  const line = (one: APIKey): Line => ({
    mark: <Mark><Icon name="plug" /></Mark>, name: one.name,
    facts: [
      one.scopes.map((scope) => texts.account.capabilities[scope]).join(", "), words.until(dateTime(one.expires_at, language)),
      one.used_at ? words.used(dateTime(one.used_at, language)) : words.unused,
    ],
  });
  return (
    <Section title={words.title} intro={words.intro} of={keys}>
      <List items={keys.value} line={line} none={words.none} removal={words.removal} path="/auth/api-keys" onRemoved={keys.refresh} />
      <div className="part-tools"><button type="button" className="button" onClick={() => setAdding(true)}><Icon name="plus" size={18} /> {words.add}</button></div>
      {adding && <AddKey isStaff={isStaff} onClose={() => setAdding(false)} onDone={(key) => {
        setAdding(false);
        setMade(key);
        keys.refresh();
      }} />}
      {made && <OnceDialog title={words.madeTitle(made.name)} advice={words.madeAdvice} label={words.key} text={made.key} onClose={() => setMade(null)} />}
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
  const submit = () => {
    setChecked(true);
    if (!name.trim() || scopes.length === 0) return;
    deed.run(async () => onDone(await session.json("/auth/api-keys", readAPIKey, { json: { name: name.trim(), scopes, days: Number(days) }, language })));
  };
  return (
    <Ask title={words.add} action={words.make} deed={deed} onClose={onClose} onSubmit={submit}>
      <Field label={words.name} name="name" value={name} onText={setName} autoComplete="off" maxLength={64} error={checked && !name.trim() ? words.nameMissing : undefined} />
      <Choices title={words.scopes} all={CAPABILITIES.filter((one) => isStaff || one !== "admin")} chosen={scopes} names={texts.account.capabilities} onChange={setScopes} />
      {checked && scopes.length === 0 && <div className="field-error" role="alert">{words.scopesMissing}</div>}
      <Select<typeof DAYS[number]> label={words.days} all={DAYS} value={days} names={words.lifetimes} onChange={setDays} />
    </Ask>
  );
}
