import { useState } from "react";
import { useSurroundings } from "../context";
import { Field } from "../fields";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { Ask } from "./ask";
import { Badge, List, Mark } from "./list";
import type { Line } from "./list";
import { OnceDialog } from "./once";
import { Section } from "./section";
import { listOf, useDeed, useResource } from "./useresource";
import { readHousehold } from "./wire";
import type { Household } from "./wire";

const readHouseholds = listOf(readHousehold);
const PATH = "/admin/households";

/** Those who share this Jarvis, for whoever runs it. */
export function Households() {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.households;
  const households = useResource(PATH, readHouseholds);
  const [adding, setAdding] = useState(false);
  const [renamed, setRenamed] = useState<Household | null>(null);
  const [made, setMade] = useState<Household | null>(null);
  const nameOf = (one: Household) => one.name || words.unnamed;
  const line = (one: Household): Line => ({
    mark: <Mark><Icon name={one.has_house ? "home" : "people"} /></Mark>, name: nameOf(one), badges: one.has_house && <Badge>{words.yours}</Badge>,
    facts: [words.people(one.people), words.made(dateTime(one.created_at, language))], isFixed: one.has_house,
    tools: <button type="button" className="button button-small" aria-label={words.renameName(nameOf(one))} onClick={() => setRenamed(one)}>{words.rename}</button>,
  });
  return (
    <Section title={words.title} intro={words.intro} of={households}>
      <List items={households.value} line={line} removal={words.removal} path={PATH} isTyped onRemoved={households.refresh} />
      <div className="part-tools"><button type="button" className="button" onClick={() => setAdding(true)}><Icon name="plus" size={18} /> {words.add}</button></div>
      {adding && (
        <AskName title={words.add} action={words.make} onClose={() => setAdding(false)} onName={async (name) => {
          setMade(await session.json(PATH, readHousehold, { json: { name }, language }));
          setAdding(false);
          households.refresh();
        }} />
      )}
      {renamed && (
        <AskName title={words.renameName(nameOf(renamed))} action={words.rename} before={renamed.name} onClose={() => setRenamed(null)} onName={async (name) => {
          await session.send(`${PATH}/${encodeURIComponent(renamed.id)}`, { method: "PATCH", json: { name }, language });
          setRenamed(null);
          households.refresh();
        }} />
      )}
      {made?.invitation && (
        <OnceDialog title={words.madeTitle(made.name)} advice={words.madeAdvice(`${window.location.origin}/#/invite`, dateTime(made.invitation.expires_at, language))}
          label={texts.account.people.code} text={made.invitation.code} onClose={() => setMade(null)} />
      )}
    </Section>
  );
}

function AskName({ title, action, before = "", onClose, onName }: { title: string; action: string; before?: string; onClose(): void; onName(name: string): Promise<void> }) {
  const { texts } = useSurroundings();
  const words = texts.account.households;
  const [name, setName] = useState(before);
  const [checked, setChecked] = useState(false);
  const deed = useDeed();
  return (
    <Ask title={title} action={action} deed={deed} onClose={onClose} onSubmit={() => {
      setChecked(true);
      if (name.trim()) deed.run(() => onName(name.trim()));
    }}>
      <Field label={words.name} name="name" value={name} onText={setName} autoComplete="off" maxLength={64} error={checked && !name.trim() ? words.nameMissing : undefined} />
    </Ask>
  );
}
