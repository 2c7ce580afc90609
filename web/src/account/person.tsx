import { useState } from "react";
import { useSurroundings } from "../context";
import { Field } from "../fields";
import { readArea } from "../housewire";
import { Ask } from "./ask";
import { Choices, Select } from "./choices";
import { isStaff, mayManage, personPatch, usualPermissions } from "./rights";
import { listOf, useDeed, useResource } from "./useresource";
import { CAPABILITIES, RISKS, ROLES, readPerson } from "./wire";
import type { Me, Permissions, Person } from "./wire";

const readAreas = listOf(readArea);

/** What somebody of the house is, and may. */
export function PersonDialog({ person, me, onClose, onDone }: { person: Person; me: Me; onClose(): void; onDone(person: Person): void }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.people;
  const [draft, setDraft] = useState(person);
  const areas = useResource("/home/areas", readAreas);
  const deed = useDeed();
  const { permissions } = draft;
  const rooms = areas.value ?? [];
  const allow = (change: Partial<Permissions>) => setDraft({ ...draft, permissions: { ...permissions, ...change } });
  // Rooms that are gone stay in the list, so that they can be taken away.
  const known = new Map(rooms.map((area) => [area.id, area.name]));
  const keys = [...new Set([...rooms.map((area) => area.id), ...(permissions.areas ?? [])])];

  const submit = () => {
    if (!draft.username.trim()) return;
    const patch = personPatch(person, draft);
    if (Object.keys(patch).length === 0) return onClose();
    deed.run(async () => {
      onDone(await session.json(`/admin/users/${encodeURIComponent(person.id)}`, readPerson, { method: "PATCH", json: patch, language }));
    });
  };

  return (
    <Ask title={words.editTitle(person.username)} action={words.save} deed={deed} onClose={onClose} onSubmit={submit}>
      <Field label={texts.setup.username} name="name" value={draft.username} onText={(username) => setDraft({ ...draft, username })} autoComplete="off" maxLength={64} error={draft.username.trim() ? undefined : texts.setup.nameMissing} />
      <Select label={words.role} all={ROLES.filter((role) => mayManage(me.role, role))} value={draft.role} names={texts.account.roles} help={words.roleHelp}
        onChange={(role) => setDraft({ ...draft, role, permissions: usualPermissions(role) })} />
      {!isStaff(draft.role) && (
        <Choices title={words.capabilities} all={CAPABILITIES.filter((one) => one !== "admin")} chosen={permissions.capabilities} names={texts.account.capabilities} onChange={(capabilities) => allow({ capabilities })} />
      )}
      {!isStaff(draft.role) && permissions.capabilities.includes("home") && (
        <>
          <Select label={words.risk} all={RISKS} value={permissions.risk} names={words.risks} help={words.risksHelp[permissions.risk]} onChange={(risk) => allow({ risk })} />
          {keys.length > 0 && (
            <>
              <label className="check">
                <input type="checkbox" checked={permissions.areas === null} onChange={(event) => allow({ areas: event.target.checked ? null : rooms.map((area) => area.id) })} />
                <span>{words.allAreas}</span>
              </label>
              {permissions.areas && (
                <Choices title={words.areas} all={keys} chosen={permissions.areas} names={Object.fromEntries(keys.map((key) => [key, known.get(key) ?? key]))} onChange={(chosen) => allow({ areas: chosen })} />
              )}
            </>
          )}
        </>
      )}
    </Ask>
  );
}
