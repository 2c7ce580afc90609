import { useState } from "react";
import type { Proof } from "../auth";
import { useSurroundings } from "../context";
import { Field } from "../fields";
import { Icon } from "../icons";
import { useStore } from "../store";
import { Ask } from "./ask";
import { CodeField, plainCode } from "./codefield";
import { readPasskeys } from "./passkeys";
import { useDeed, useResource } from "./useresource";
import { hasPasskeys, readRequestOptions, usePasskey } from "./webauthn";
import { readFactors } from "./wire";

/** Shown whenever the server wants to know once more who is there; what was asked goes on by itself afterwards. */
export function StepUp() {
  const { session } = useSurroundings();
  const proof = useStore(session.proof);
  return proof && <ProofDialog proof={proof} />;
}

function ProofDialog({ proof }: { proof: Proof }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.stepUp;
  const factors = useResource("/auth/second-factors", readFactors);
  const passkeys = useResource("/auth/passkeys", readPasskeys);
  const hasPasskey = hasPasskeys() && (passkeys.value ?? []).some((one) => one.site === window.location.hostname);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState(false);
  const deed = useDeed();
  const isKnown = factors.value !== null || factors.failure !== null;
  const asksCode = factors.value?.totp ?? false;
  const wrong = deed.failure?.code === "otp_needed" ? texts.account.factors.wrong : deed.failure?.code === "forbidden" ? words.wrong : undefined;
  const lack = missing ? (asksCode ? texts.account.factors.missing : words.missing) : undefined;

  const submit = () => {
    if (!isKnown) return;
    const isMissing = asksCode ? !code.trim() : !password;
    setMissing(isMissing);
    if (isMissing) return;
    deed.run(async () => {
      await session.send("/auth/step-up", { json: asksCode ? { otp: plainCode(code) } : { password }, language });
      proof.given();
    });
  };

  const usePasskeyInstead = () => deed.run(async () => {
    const options = await session.json("/auth/step-up/options", readRequestOptions, { method: "POST", language });
    await session.send("/auth/step-up", { json: { passkey: await usePasskey(options) }, language });
    proof.given();
  });

  return (
    <Ask
      title={words.title} action={words.go} deed={deed} failure={wrong ? null : deed.failure} isLoading={!isKnown} onClose={proof.refused} onSubmit={submit}
      otherwise={hasPasskey && <button type="button" className="button choice-first" aria-disabled={deed.busy} onClick={usePasskeyInstead}><Icon name="key" size={18} /> {texts.account.passkeys.use}</button>}
    >
      <p>{words.advice}</p>
      {!isKnown && <p role="status">{texts.loading}</p>}
      {isKnown && (asksCode
        ? <CodeField value={code} onText={setCode} error={lack ?? wrong} />
        : <Field label={texts.setup.password} name="password" type="password" value={password} onText={setPassword} autoComplete="current-password" autoFocus maxLength={1024} error={lack ?? wrong} />)}
    </Ask>
  );
}
