import { useEffect, useState } from "react";
import type { FormEvent } from "react";
import { useSurroundings } from "../context";
import { Failure } from "../failure";
import { dateTime } from "../house";
import { FailureNote } from "../notes";
import { readPage } from "../wire";
import { Select } from "./choices";
import { Section } from "./section";
import { targetOf } from "./target";
import { useBack } from "./useback";
import { listOf, useResource } from "./useresource";
import { ACTIONS, readAuditEntry, readPerson } from "./wire";
import type { AuditAction, AuditEntry } from "./wire";

const readEntries = (value: unknown) => readPage(value, readAuditEntry);
const readPeople = listOf(readPerson);
const FILTERS = ["all", ...ACTIONS] as const;

/** Who did what in the house, the newest first. */
export function Audit() {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.audit;
  const [action, setAction] = useState<AuditAction | "all">("all");
  const [typed, setTyped] = useState("");
  const [who, setWho] = useState("");
  const [cursor, setCursor] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const [entries, setEntries] = useState<AuditEntry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const people = useResource("/admin/users", readPeople);
  const names = new Map(people.value?.map((person) => [person.id, person.username]));

  useEffect(() => {
    const control = new AbortController();
    const query = new URLSearchParams({ limit: "50", ...(action !== "all" && { action }), ...(who && { who }), ...(cursor && { cursor }) });
    session.json(`/admin/audit?${query.toString()}`, readEntries, { language, signal: control.signal }).then(
      (page) => {
        setFailure(null);
        setEntries((before) => (cursor ? [...(before ?? []), ...page.items] : page.items));
        setNext(page.next_cursor);
      },
      (error: unknown) => {
        if (!control.signal.aborted) setFailure(Failure.from(error));
      },
    );
    return () => control.abort();
  }, [session, language, action, who, cursor, asked]);

  const again = () => setAsked((count) => count + 1);
  useBack(failure, again);

  const narrow = (event: FormEvent) => {
    event.preventDefault();
    setCursor(null);
    setWho(typed.trim());
    again();
  };

  return (
    <Section title={words.title} intro={words.intro}>
      <form className="part-tools part-tools-end" role="search" onSubmit={narrow}>
        <Select<AuditAction | "all"> label={words.action} all={FILTERS} value={action} names={{ ...words.actions, all: words.all }} onChange={(chosen) => {
          setCursor(null);
          setAction(chosen);
        }} />
        <div className="field">
          <label htmlFor="audit-who">{words.who}</label>
          <input id="audit-who" type="search" value={typed} maxLength={64} onChange={(event) => setTyped(event.target.value)} />
        </div>
        <button type="submit" className="button">{words.search}</button>
      </form>
      {failure && <FailureNote failure={failure} onRetry={again} />}
      {!entries && !failure && <p role="status">{texts.loading}</p>}
      {entries?.length === 0 && <p className="part-none" role="status">{words.none}</p>}
      <ul className="entries">
        {entries?.map((entry) => (
          <li key={entry.number} className={entry.outcome === "done" ? "entry" : "entry entry-wrong"}>
            <time dateTime={entry.at}>{dateTime(entry.at, language)}</time>
            <span>
              <strong>{entry.erased ? words.erased : entry.name || words.nobody}</strong> · {words.actions[entry.action]}
              {entry.outcome !== "done" && <span className="badge badge-off">{words.outcomes[entry.outcome]}</span>}
            </span>
            <Details entry={entry} names={names} />
          </li>
        ))}
      </ul>
      {next && <div className="part-tools"><button type="button" className="button" onClick={() => setCursor(next)}>{texts.more}</button></div>}
    </Section>
  );
}

/** On what, and from where. */
function Details({ entry, names }: { entry: AuditEntry; names: ReadonlyMap<string, string> }) {
  const { texts } = useSurroundings();
  const target = targetOf(entry.target, names, texts.account);
  if (!target && !entry.address) return null;
  return <span className="entry-more">{target}{target && entry.address && " · "}{entry.address && <span className="mono">{entry.address}</span>}</span>;
}
