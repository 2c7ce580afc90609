import { useEffect, useRef, useState } from "react";
import { expect, readJson, send } from "../api";
import { useSurroundings } from "../context";
import { Failure } from "../failure";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { FailureNote } from "../notes";
import { List } from "./list";
import type { Line } from "./list";
import { beginVisit, hasProviders, readAway, readProvider } from "./provider";
import { Section } from "./section";
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

  const line = (one: ProviderLink): Line => ({ name: one.name || provider, facts: [one.issuer, words.linked(dateTime(one.created_at, language))] });

  if (!provider) return null;
  return (
    <Section title={words.title} intro={words.intro(provider)} of={links}>
      {failed && <FailureNote failure={new Failure("problem", 0, "", "", 0, "oidc_failed")} />}
      {deed.failure && <FailureNote failure={deed.failure} />}
      <List items={links.value} line={line} removal={words.removal} path="/auth/oidc/links" onRemoved={links.refresh} />
      {links.value?.length === 0 && (
        <div className="part-tools"><button type="button" className="button" aria-disabled={deed.busy} onClick={link}><Icon name="plus" size={18} /> {words.link(provider)}</button></div>
      )}
    </Section>
  );
}
