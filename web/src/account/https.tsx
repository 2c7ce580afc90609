import { useEffect, useState } from "react";
import { send } from "../api";
import { BASE_URL } from "../config";
import { useSurroundings } from "../context";
import { Failure, isAbort } from "../failure";
import { Gate } from "../gate";
import { Icon } from "../icons";
import { FailureNote } from "../notes";
import { deviceOf } from "./device";
import { Section } from "./section";

const CERTIFICATE = "/ca.crt";

/** How this page came here. */
type Line = "safe" | "local" | "open";

function lineOf(location: Location): Line {
  return location.protocol === "https:" ? "safe" : window.isSecureContext ? "local" : "open";
}

/** Whether there is a certificate of the home to install; `null` until it is known. */
export function useHomeCertificate(): { isThere: boolean | null; failure: Failure | null } {
  const [isThere, setThere] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    const control = new AbortController();
    send(CERTIFICATE, { accept: "application/x-x509-ca-cert", signal: control.signal }).then(
      (response) => {
        setThere((response.headers.get("Content-Type") ?? "").startsWith("application/x-x509-ca-cert"));
        return response.body?.cancel();
      },
      (error: unknown) => {
        if (isAbort(error)) return;
        const problem = Failure.from(error);
        if (problem.status === 404) setThere(false);
        else setFailure(problem);
      },
    );
    return () => control.abort();
  }, []);
  return { isThere, failure };
}

/** How a device comes to trust the certificate of the home: the download, and what to do with it there. */
export function HomeCertificate() {
  const { texts } = useSurroundings();
  const words = texts.account.https;
  const { isThere, failure } = useHomeCertificate();
  const { system } = deviceOf(navigator.userAgent);
  const mine = words.systems.find(({ names }) => names.includes(system));
  return (
    <>
      <p className="part-intro" role="status">{words.lines[lineOf(window.location)]}</p>
      {failure && <FailureNote failure={failure} />}
      {isThere === false && <p className="part-intro">{words.none}</p>}
      {isThere && (
        <>
          <ol className="steps">
            <li>{words.download}<br /><a className="button" href={BASE_URL + CERTIFICATE} download="jarvis-ca.crt"><Icon name="download" size={18} /> {words.file}</a></li>
            <li>{words.install}</li>
            <li>{words.compare} <code className="mono">jarvis certificate</code></li>
            <li>{words.open}</li>
          </ol>
          {words.systems.map((one) => (
            <details key={one.title} className="fold" open={one === mine}>
              <summary>{one.title}</summary>
              <ol className="steps">
                {one.steps.map((step) => <li key={step}>{step}</li>)}
              </ol>
            </details>
          ))}
        </>
      )}
    </>
  );
}

/** The same within the account. */
export function HttpsPage() {
  const { texts } = useSurroundings();
  return <Section title={texts.account.https.title} intro={texts.account.https.intro}><HomeCertificate /></Section>;
}

/** The same for whoever has not signed in yet. */
export function HttpsScreen() {
  const { texts } = useSurroundings();
  return (
    <Gate title={texts.account.https.title} intro={texts.account.https.intro} state="idle">
      <HomeCertificate />
      <p className="gate-links"><a href="#/">{texts.account.back}</a></p>
    </Gate>
  );
}
