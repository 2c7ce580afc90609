import { useState } from "react";
import { useSurroundings } from "../context";
import { Field } from "../fields";
import { dateTime } from "../house";
import { Icon } from "../icons";
import { FailureNote } from "../notes";
import { Ask } from "./ask";
import { plainCode } from "./codefield";
import { deviceOf } from "./device";
import { Once, OnceDialog } from "./once";
import { QRCode } from "./qrcode";
import { Confirm, Section } from "./section";
import { useDeed, useResource } from "./useresource";
import { readEnrolment, readFactors, readRecoveryCodes } from "./wire";
import type { Enrolment } from "./wire";

/** The code that is asked for beside the password, its recovery codes, and whether risky orders to the house want a proof, too. */
export function SecondFactor() {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.factors;
  const factors = useResource("/auth/second-factors", readFactors);
  const deed = useDeed();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [asked, setAsked] = useState<"" | "remove" | "renew">("");
  const now = factors.value;

  const begin = () => deed.run(async () => setEnrolment(await session.json("/auth/totp", readEnrolment, { method: "POST", language })));
  const shown = (fresh: string[]) => {
    setEnrolment(null);
    setAsked("");
    setCodes(fresh);
    factors.refresh();
  };

  return (
    <Section title={words.title} intro={words.intro} of={factors}>
      <div className="row">
        <span className="row-icon"><Icon name={now?.totp ? "lock" : "unlock"} /></span>
        <div className="row-text">
          <h3>{now?.totp ? words.on : words.off}</h3>
          <p className="row-facts">
            {now?.totp && now.totp_since && <span>{words.since(dateTime(now.totp_since, language))}</span>}
            {now?.totp && <span>{words.left(now.recovery_codes_left)}</span>}
          </p>
        </div>
        {now && !now.totp && <button type="button" className="button button-small" aria-disabled={deed.busy} onClick={begin}>{words.begin}</button>}
        {now?.totp && <button type="button" className="button button-small" onClick={() => setAsked("renew")}>{words.renew}</button>}
        {now?.totp && <button type="button" className="button button-small" onClick={() => setAsked("remove")}>{words.remove}</button>}
      </div>
      {deed.failure && <FailureNote failure={deed.failure} />}
      <label className="check part-check">
        <input type="checkbox" checked={now?.guards_home ?? false} onChange={(event) => {
          const guards_home = event.target.checked;
          deed.run(async () => {
            await session.send("/auth/second-factors", { method: "PATCH", json: { guards_home }, language });
            factors.refresh();
          });
        }} />
        <span>{words.guardsHome}</span>
      </label>
      {enrolment && <Enrol enrolment={enrolment} onClose={() => setEnrolment(null)} onDone={shown} />}
      {codes && <OnceDialog title={words.recoveryTitle} advice={words.recoveryAdvice} label={words.recoveryTitle} text={codes.join("\n")} file="jarvis-codes.txt" onClose={() => setCodes(null)} />}
      {asked === "remove" && (
        <Confirm title={words.removeTitle} advice={words.removeAdvice} action={words.remove} onClose={() => setAsked("")} onConfirm={async () => {
          await session.send("/auth/totp", { method: "DELETE", language });
          setAsked("");
          factors.refresh();
        }} />
      )}
      {asked === "renew" && (
        <Confirm title={words.renewTitle} advice={words.renewAdvice} action={words.renew} onClose={() => setAsked("")}
          onConfirm={async () => shown(await session.json("/auth/recovery-codes", readRecoveryCodes, { method: "POST", language }))} />
      )}
    </Section>
  );
}

/** The secret for the app, and its first code as a proof that the app has it. */
function Enrol({ enrolment, onClose, onDone }: { enrolment: Enrolment; onClose(): void; onDone(codes: string[]): void }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.factors;
  const [code, setCode] = useState("");
  const deed = useDeed();
  const wrong = deed.failure?.kind === "problem" && deed.failure.status >= 400 && deed.failure.status < 404;
  const submit = () => deed.run(async () => onDone(await session.json("/auth/totp/confirm", readRecoveryCodes, { json: { code: plainCode(code) }, language })));
  return (
    <Ask title={words.enrolTitle} action={words.confirm} deed={deed} failure={wrong ? null : deed.failure} onClose={onClose} onSubmit={submit}>
      <p>{words.scan}</p>
      <QRCode svg={enrolment.svg} label={words.qrcode} />
      {deviceOf(navigator.userAgent).isHandheld && enrolment.uri && <a className="button" href={enrolment.uri}>{words.open}</a>}
      <p>{words.orType}</p>
      <Once label={words.secret} text={enrolment.secret.replace(/(.{4})(?=.)/g, "$1 ")} />
      <Field label={words.firstCode} name="code" value={code} onText={setCode} autoComplete="one-time-code" inputMode="numeric" maxLength={16} error={wrong ? words.wrong : undefined} />
    </Ask>
  );
}
