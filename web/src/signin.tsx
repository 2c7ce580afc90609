import { useState } from "react";
import type { FormEvent } from "react";
import { CodeField, plainCode } from "./account/codefield";
import { hasPasskeys } from "./account/webauthn";
import { useSurroundings } from "./context";
import { Failure } from "./failure";
import { Field } from "./fields";
import { Gate } from "./gate";
import { Icon } from "./icons";
import { FailureNote } from "./notes";

/** Why somebody is at the sign-in screen. */
export type SignInNote = "" | "made" | "already" | "expired" | "changed";

/** Name and password, then the code where the account asks for one. `note` says why the person is here. */
export function SignInScreen({ note }: { note: SignInNote }) {
  const { texts, session, player } = useSurroundings();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [stay, setStay] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);

  const enterWithPasskey = async () => {
    if (busy) return;
    setFailure(null);
    setWrong("");
    setBusy(true);
    player.wake();
    try {
      await session.signInWithPasskey(stay);
    } catch (error) {
      setBusy(false);
      const problem = Failure.from(error);
      setFailure(problem.status === 401 ? new Failure("problem", 0, texts.account.passkeys.unknown, "", 0, "passkey_none") : problem);
    }
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    if (!username.trim() || !password) return setWrong(texts.signIn.missing);
    if (asksCode && !code.trim()) return setWrong(texts.account.factors.missing);
    setWrong("");
    setBusy(true);
    player.wake();
    try {
      await session.signIn(username.trim(), password, stay, asksCode ? plainCode(code) : undefined);
    } catch (error) {
      setBusy(false);
      const problem = Failure.from(error);
      if (problem.code === "otp_needed") {
        if (asksCode) setWrong(texts.account.factors.wrong);
        setAsksCode(true);
      } else if (problem.kind === "problem" && (problem.status === 400 || problem.status === 401)) {
        setAsksCode(false);
        setWrong(texts.signIn.wrong);
      } else setFailure(problem);
    }
  };

  const notes = { "": "", made: texts.setup.made, already: texts.setup.already, expired: texts.signIn.expired, changed: texts.account.arrive.changed };
  return (
    <Gate title={texts.signIn.title} intro={asksCode ? texts.account.factors.asked : notes[note] || texts.signIn.intro} state={busy ? "thinking" : "idle"}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {asksCode ? <CodeField value={code} onText={setCode} error={wrong || undefined} /> : (
          <>
            <Field label={texts.setup.username} name="username" value={username} onText={setUsername} autoComplete="username" autoFocus maxLength={256} />
            <Field label={texts.setup.password} name="password" type="password" value={password} onText={setPassword} autoComplete="current-password" maxLength={1024} error={wrong || undefined} />
            <label className="check">
              <input type="checkbox" checked={stay} onChange={(event) => setStay(event.target.checked)} />
              <span>{texts.signIn.stay}</span>
            </label>
          </>
        )}
        {failure && <FailureNote failure={failure} />}
        <button type="submit" className="button button-main button-wide" aria-disabled={busy}>{busy ? texts.signIn.busy : texts.signIn.submit}</button>
        {!asksCode && hasPasskeys() && (
          <button type="button" className="button button-wide" aria-disabled={busy} onClick={() => void enterWithPasskey()}><Icon name="key" size={18} /> {texts.account.passkeys.signIn}</button>
        )}
      </form>
      <p className="gate-links">
        {asksCode && <button type="button" onClick={() => {
          setAsksCode(false);
          setCode("");
          setWrong("");
        }}>{texts.account.back}</button>}
        {!asksCode && <a href="#/invite">{texts.account.arrive.invite.link}</a>}
        {!asksCode && <a href="#/reset">{texts.account.arrive.reset.link}</a>}
        {!window.isSecureContext && <a href="#/https">{texts.account.https.link}</a>}
      </p>
    </Gate>
  );
}
