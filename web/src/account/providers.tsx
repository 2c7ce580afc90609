import { useEffect, useRef, useState } from "react";
import { expect, readJson, send } from "../api";
import { useSurroundings } from "../context";
import { Failure } from "../failure";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { FailureNote } from "../notes";
import { beginVisit, hasProviders, readAway, readProvider } from "./provider";
import { Confirm, Section } from "./section";
import { listOf, useDeed, useResource } from "./useresource";
import { readLink } from "./wire";
import type { ProviderLink } from "./wire";

const readLinks = listOf(readLink);

/** The name of the provider that one may sign in with; empty when there is none, or this page cannot go there. */
export function useProvider(): string {
  const [name, setName] = useState("");
  useEffect(() => {
    if (!hasProviders()) return undefined;
    const control = new AbortController();
    send("/auth/oidc", { signal: control.signal }).then(async (response) => setName(expect(readProvider(await readJson(response))))).catch(() => undefined); // then there is none to offer
    return () => control.abort();
  }, []);
  return name;
}

/** The accounts elsewhere that one signs in with. */
export function Providers() {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.providers;
  const provider = useProvider();
  const links = useResource("/auth/oidc/links", readLinks);
  const deed = useDeed();
  const [leaving, setLeaving] = useState<ProviderLink | null>(null);
  const [failed, setFailed] = useState(false);
  const refresh = useRef(links.refresh);
  refresh.current = links.refresh;
  const run = useRef(deed.run);
  run.current = deed.run;

  // Back from the provider: what was begun there is finished here.
  useEffect(() => {
    const visit = session.takeVisit();
    if (!visit) return;
    if (visit.purpose !== "link" || !visit.code) return setFailed(true);
    run.current(async () => {
      await session.send("/auth/oidc/link/confirm", { json: { code: visit.code, verifier: visit.verifier } });
      refresh.current();
    });
  }, [session]);

  const link = () => deed.run(async () => {
    setFailed(false);
    const challenge = await beginVisit("link", false);
    window.location.assign(await session.json("/auth/oidc/link", readAway, { json: { challenge }, language }));
  });

  if (!provider) return null;
  return (
    <Section title={words.title} intro={words.intro(provider)} of={links}>
      {failed && <FailureNote failure={new Failure("problem", 0, "", "", 0, "oidc_failed")} />}
      {deed.failure && <FailureNote failure={deed.failure} />}
      <ul className="rows">
        {links.value?.map((one) => (
          <li key={one.id} className="row">
            <div className="row-text">
              <h3>{one.name || provider}</h3>
              <p className="row-facts"><span>{one.issuer}</span><span>{words.linked(dateTime(one.created_at, language))}</span></p>
            </div>
            <button type="button" className="button button-small" aria-label={words.removeName(one.name || provider)} onClick={() => setLeaving(one)}>{words.remove}</button>
          </li>
        ))}
      </ul>
      {links.value?.length === 0 && (
        <div className="part-tools"><button type="button" className="button" aria-disabled={deed.busy} onClick={link}><Icon name="plus" size={18} /> {words.link(provider)}</button></div>
      )}
      {leaving && (
        <Confirm title={words.removeTitle(leaving.name || provider)} advice={words.removeAdvice} action={words.remove} onClose={() => setLeaving(null)} onConfirm={async () => {
          await session.send(`/auth/oidc/links/${encodeURIComponent(leaving.id)}`, { method: "DELETE", language });
          setLeaving(null);
          links.refresh();
        }} />
      )}
    </Section>
  );
}
