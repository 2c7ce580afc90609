import { useState } from "react";
import { useSurroundings } from "../context";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { FailureNote } from "../notes";
import { Select } from "./choices";
import { Badge, List } from "./list";
import type { Line } from "./list";
import { OnceDialog } from "./once";
import { PersonDialog } from "./person";
import { mayManage } from "./rights";
import { Section } from "./section";
import { listOf, useDeed, useResource } from "./useresource";
import { ROLES, readCode, readInvitation, readPerson } from "./wire";
import type { Invitation, Me, Person, Role } from "./wire";

const readPeople = listOf(readPerson);
const readInvitations = listOf(readInvitation);

/** A code that was just made, for somebody else to type. */
interface Made { title: string; advice: string; text: string }

/** The people of the house, for its owner and admins. */
export function People({ me }: { me: Me }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.people;
  const people = useResource("/admin/users", readPeople);
  const [edited, setEdited] = useState<Person | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const deed = useDeed();
  const path = (person: Person) => `/admin/users/${encodeURIComponent(person.id)}`;

  const changed = (person: Person) => people.put((people.value ?? []).map((one) => (one.id === person.id ? person : one)));

  const shut = (person: Person) => deed.run(async () => {
    changed(await session.json(path(person), readPerson, { method: "PATCH", json: { disabled: !person.disabled }, language }));
  });
  const reset = (person: Person) => deed.run(async () => {
    const code = await session.json(`${path(person)}/reset`, readCode, { method: "POST", language });
    setMade({ title: words.resetTitle(person.username), advice: words.resetAdvice(`${window.location.origin}/#/reset`), text: code });
  });

  const line = (one: Person): Line => {
    const isFixed = one.id === me.id || !mayManage(me.role, one.role);
    return {
      mark: <span className="person-mark" aria-hidden="true">{(Array.from(one.username)[0] ?? "·").toUpperCase()}</span>, name: one.username,
      badges: <>{one.id === me.id && <Badge>{words.you}</Badge>}{one.disabled && <Badge isWarning>{words.disabled}</Badge>}</>,
      facts: [texts.account.roles[one.role]], isFixed, isOff: one.disabled,
      tools: !isFixed && (
        <>
          <button type="button" className="button button-small" aria-label={words.editName(one.username)} onClick={() => setEdited(one)}>{words.edit}</button>
          <button type="button" className="button button-small" aria-label={words.resetName(one.username)} onClick={() => reset(one)}>{words.reset}</button>
          <button type="button" className="button button-small" aria-label={one.disabled ? words.enableName(one.username) : words.disableName(one.username)} onClick={() => shut(one)}>{one.disabled ? words.enable : words.disable}</button>
        </>
      ),
    };
  };

  return (
    <>
      <Section title={words.title} intro={words.intro} of={people}>
        {deed.failure && <FailureNote failure={deed.failure} />}
        <List items={people.value} line={line} removal={words.removal} path="/admin/users" onRemoved={people.refresh} />
      </Section>
      <Invitations me={me} onMade={setMade} />
      {edited && <PersonDialog person={edited} me={me} onClose={() => setEdited(null)} onDone={(person) => {
        setEdited(null);
        changed(person);
      }} />}
      {made && <OnceDialog label={words.code} {...made} onClose={() => setMade(null)} />}
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
    onMade({ title: words.madeTitle, advice: words.madeAdvice(`${window.location.origin}/#/invite`, dateTime(made.expires_at, language)), text: made.code });
    invitations.refresh();
  });
  const line = (one: Invitation): Line => ({ name: texts.account.roles[one.role], facts: [words.until(dateTime(one.expires_at, language))] });
  return (
    <Section title={words.title} intro={words.intro} of={invitations}>
      <List items={invitations.value} line={line} none={words.none} removal={words.removal} path="/admin/invitations" onRemoved={invitations.refresh} />
      <div className="part-tools part-tools-end">
        <Select label={words.role} all={roles} value={role} names={texts.account.roles} onChange={setRole} />
        <button type="button" className="button" aria-disabled={deed.busy} onClick={invite}><Icon name="plus" size={18} /> {words.make}</button>
      </div>
      {deed.failure && <FailureNote failure={deed.failure} />}
    </Section>
  );
}
