import { useEffect, useState } from "react";
import { expect, readJson, send } from "../api";
import { BASE_URL } from "../config";
import { useSurroundings } from "../context";
import { Failure, isAbort } from "../failure";
import { Gate } from "../gate";
import { Icon } from "../icons";
import { FailureNote } from "../notes";
import { deviceOf } from "./device";
import { QRCode } from "./qrcode";
import { Section } from "./section";
import { useBack } from "./useback";
import { readHomeCertificate } from "./wire";
import type { HomeCertificate } from "./wire";

/** How this page came here. */
type Line = "safe" | "local" | "open";

function lineOf(location: Location): Line {
  return location.protocol === "https:" ? "safe" : window.isSecureContext ? "local" : "open";
}

/** The certificate of the home to install; `null` until it is known. Whoever has not signed in may have it, too. */
function useHomeCertificate(): { certificate: HomeCertificate | "none" | null; failure: Failure | null; again(): void } {
  const [certificate, setCertificate] = useState<HomeCertificate | "none" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState(0);
  const again = () => setAsked((count) => count + 1);
  useBack(failure, again);
  useEffect(() => {
    const control = new AbortController();
    send("/ca.json", { signal: control.signal }).then(async (response) => {
      setCertificate(expect(readHomeCertificate(await readJson(response))));
      setFailure(null);
    }).catch((error: unknown) => {
      if (isAbort(error)) return;
      const problem = Failure.from(error);
      if (problem.status === 404) setCertificate("none");
      else setFailure(problem);
    });
    return () => control.abort();
  }, [asked]);
  return { certificate, failure, again };
}

/** How a device comes to trust the certificate of the home: the download, and what to do with it there. */
function Installation() {
  const { texts } = useSurroundings();
  const words = texts.account.https;
  const { certificate, failure, again } = useHomeCertificate();
  const line = lineOf(window.location);
  const { system } = deviceOf(navigator.userAgent);
  const mine = words.systems.find(({ names }) => names.includes(system));
  return (
    <>
      <p className="part-intro" role="status">{words.lines[line]}</p>
      {failure && <FailureNote failure={failure} onRetry={again} />}
      {!certificate && !failure && <p role="status">{texts.loading}</p>}
      {certificate === "none" && <p className="part-intro">{words.none}</p>}
      {certificate && certificate !== "none" && (
        <>
          <ol className="steps">
            <li>
              {words.download}<br /><a className="button" href={`${BASE_URL}/ca.crt`} download="jarvis-ca.crt"><Icon name="download" size={18} /> {words.file}</a>
              <p>{words.scan} <code className="mono">{certificate.address}</code></p>
              <QRCode svg={certificate.svg} label={words.qrcode} />
            </li>
            <li>{words.install}</li>
            <li>
              {words.compare} <code className="mono">{certificate.fingerprint}</code>
              {line === "open" && <p>{words.compareThere} <code className="mono">jarvis certificate</code></p>}
            </li>
            <li>{words.open} <a className="mono" href={certificate.page}>{certificate.page}</a></li>
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
  return <Section title={texts.account.https.title} intro={texts.account.https.intro}><Installation /></Section>;
}

/** The same for whoever has not signed in yet. */
export function HttpsScreen() {
  const { texts } = useSurroundings();
  return (
    <Gate title={texts.account.https.title} intro={texts.account.https.intro} state="idle">
      <Installation />
      <p className="gate-links"><a href="#/">{texts.account.back}</a></p>
    </Gate>
  );
}
