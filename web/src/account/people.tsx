import { useState } from "react";
import { useSurroundings } from "../context";
import { Dialog } from "../dialog";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { FailureNote } from "../notes";
import { Select } from "./choices";
import { Once } from "./once";
import { PersonDialog } from "./person";
import { mayManage } from "./rights";
import { Confirm, Section } from "./section";
import { listOf, useDeed, useResource } from "./useresource";
import { ROLES, readCode, readInvitation, readPerson } from "./wire";
import type { Invitation, Me, Person, Role } from "./wire";

const readPeople = listOf(readPerson);
const readInvitations = listOf(readInvitation);

/** A code that was just made, for somebody else to type. */
interface Made { title: string; advice: string; code: string }

/** The people of the house, for its owner and admins. */
export function People({ me }: { me: Me }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.people;
  const people = useResource("/admin/users", readPeople);
  const [edited, setEdited] = useState<Person | null>(null);
  const [leaving, setLeaving] = useState<Person | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const deed = useDeed();
  const path = (person: Person) => `/admin/users/${encodeURIComponent(person.id)}`;

  const changed = (person: Person) => people.put((people.value ?? []).map((one) => (one.id === person.id ? person : one)));

  const shut = (person: Person) => deed.run(async () => {
    changed(await session.json(path(person), readPerson, { method: "PATCH", json: { disabled: !person.disabled }, language }));
  });
  const reset = (person: Person) => deed.run(async () => {
    const code = await session.json(`${path(person)}/reset`, readCode, { method: "POST", language });
    setMade({ title: words.resetTitle(person.username), advice: words.resetAdvice(`${window.location.origin}/#/reset`), code });
  });

  return (
    <>
      <Section title={words.title} intro={words.intro} of={people}>
        {deed.failure && <FailureNote failure={deed.failure} />}
        <ul className="rows">
          {people.value?.map((one) => (
            <li key={one.id} className={one.disabled ? "row row-off" : "row"}>
              <span className="person-mark" aria-hidden="true">{(Array.from(one.username)[0] ?? "·").toUpperCase()}</span>
              <div className="row-text">
                <h3>{one.username}{one.id === me.id && <span className="badge">{words.you}</span>}{one.disabled && <span className="badge badge-off">{words.disabled}</span>}</h3>
                <p className="row-facts"><span>{texts.account.roles[one.role]}</span></p>
              </div>
              {one.id !== me.id && mayManage(me.role, one.role) && (
                <div className="row-tools">
                  <button type="button" className="button button-small" aria-label={words.editName(one.username)} onClick={() => setEdited(one)}>{words.edit}</button>
                  <button type="button" className="button button-small" aria-label={one.disabled ? words.enableName(one.username) : words.disableName(one.username)} onClick={() => shut(one)}>{one.disabled ? words.enable : words.disable}</button>
                  <button type="button" className="icon-button" aria-label={words.resetName(one.username)} title={words.resetName(one.username)} onClick={() => reset(one)}><Icon name="key" size={18} /></button>
                  <button type="button" className="icon-button" aria-label={words.removeName(one.username)} title={texts.delete} onClick={() => setLeaving(one)}><Icon name="trash" size={18} /></button>
                </div>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Invitations me={me} onMade={setMade} />
      {edited && <PersonDialog person={edited} me={me} onClose={() => setEdited(null)} onDone={(person) => {
        setEdited(null);
        changed(person);
      }} />}
      {leaving && (
        <Confirm title={words.removeTitle(leaving.username)} advice={words.removeAdvice} action={texts.delete} onClose={() => setLeaving(null)} onConfirm={async () => {
          await session.send(path(leaving), { method: "DELETE", language });
          setLeaving(null);
          people.refresh();
        }} />
      )}
      {made && (
        <Dialog title={made.title} onClose={() => setMade(null)}>
          <p>{made.advice}</p>
          <Once label={words.code} text={made.code} />
        </Dialog>
      )}
    </>
  );
}

function Invitations({ me, onMade }: { me: Me; onMade(made: Made): void }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.invitations;
  const invitations = useResource("/admin/invitations", readInvitations);
  const roles = ROLES.filter((role) => mayManage(me.role, role));
  const [role, setRole] = useState<Role>("member");
  const deed = useDeed();
  const invite = () => deed.run(async () => {
    const made = await session.json("/admin/invitations", readInvitation, { json: { role }, language });
    onMade({ title: words.madeTitle, advice: words.madeAdvice(`${window.location.origin}/#/invite`, dateTime(made.expires_at, language)), code: made.code });
    invitations.refresh();
  });
  const takeBack = (one: Invitation) => deed.run(async () => {
    await session.send(`/admin/invitations/${encodeURIComponent(one.id)}`, { method: "DELETE", language });
    invitations.refresh();
  });
  return (
    <Section title={words.title} intro={words.intro} of={invitations}>
      <ul className="rows">
        {invitations.value?.map((one) => (
          <li key={one.id} className="row">
            <div className="row-text">
              <h3>{texts.account.roles[one.role]}</h3>
              <p className="row-facts"><span>{words.until(dateTime(one.expires_at, language))}</span></p>
            </div>
            <button type="button" className="button button-small" aria-label={words.takeBackName(texts.account.roles[one.role])} onClick={() => takeBack(one)}>{words.takeBack}</button>
          </li>
        ))}
      </ul>
      <div className="part-tools part-tools-end">
        <Select label={words.role} all={roles} value={role} names={texts.account.roles} onChange={setRole} />
        <button type="button" className="button" aria-disabled={deed.busy} onClick={invite}><Icon name="plus" size={18} /> {words.make}</button>
      </div>
      {deed.failure && <FailureNote failure={deed.failure} />}
    </Section>
  );
}
