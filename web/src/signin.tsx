import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";
import { CodeField, plainCode } from "./account/codefield";
import { beginVisit } from "./account/provider";
import type { Visit } from "./account/provider";
import { useProvider } from "./account/providers";
import { hasPasskeys } from "./account/webauthn";
import { BASE_URL } from "./config";
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

  const [visit, setVisit] = useState<Visit | null>(null);
  const provider = useProvider();

  const attempt = async (enter: () => Promise<void>, refused: (problem: Failure) => void) => {
    if (busy) return;
    setFailure(null);
    setWrong("");
    setBusy(true);
    player.wake();
    try {
      await enter();
    } catch (error) {
      setBusy(false);
      refused(Failure.from(error));
    }
  };

  /** Asks for the code where that is all that lacks; says whether it is. */
  const lacksCode = (problem: Failure): boolean => {
    if (problem.code !== "otp_needed") return false;
    if (asksCode) setWrong(texts.account.factors.wrong);
    setAsksCode(true);
    return true;
  };

  const enterWithPassword = (otp?: string) => attempt(() => session.signIn(username.trim(), password, stay, otp), (problem) => {
    if (lacksCode(problem)) return;
    if (problem.kind === "problem" && (problem.status === 400 || problem.status === 401)) {
      setAsksCode(false);
      setWrong(texts.signIn.wrong);
    } else setFailure(problem);
  });

  const enterWithPasskey = () => attempt(() => session.signInWithPasskey(stay), (problem) => {
    setFailure(problem.status === 401 ? new Failure("problem", 0, texts.account.passkeys.unknown, "", 0, "passkey_none") : problem);
  });

  const enterFromProvider = (back: Visit, otp?: string) => attempt(() => session.signInFromProvider(back, otp), (problem) => {
    if (lacksCode(problem)) return;
    setVisit(null);
    setAsksCode(false);
    setFailure(problem.status === 403 ? new Failure("problem", 0, texts.account.providers.unknown, "", 0, "oidc_failed") : problem);
  });

  const goToProvider = () => attempt(async () => {
    const challenge = await beginVisit("sign-in", stay);
    window.location.assign(`${BASE_URL}/auth/oidc/start?challenge=${challenge}`);
  }, setFailure);

  // Back from the provider: what was begun there is finished here.
  const finish = useRef(enterFromProvider);
  finish.current = enterFromProvider;
  useEffect(() => {
    const back = session.takeVisit();
    if (!back) return;
    setVisit(back);
    void finish.current(back);
  }, [session]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (asksCode) {
      if (!code.trim()) return setWrong(texts.account.factors.missing);
      void (visit ? enterFromProvider(visit, plainCode(code)) : enterWithPassword(plainCode(code)));
    } else if (!username.trim() || !password) setWrong(texts.signIn.missing);
    else void enterWithPassword();
  };

  const notes = { "": "", made: texts.setup.made, already: texts.setup.already, expired: texts.signIn.expired, changed: texts.account.arrive.changed };
  return (
    <Gate title={texts.signIn.title} intro={asksCode ? texts.account.factors.asked : notes[note] || texts.signIn.intro} state={busy ? "thinking" : "idle"}>
      <form onSubmit={submit} noValidate>
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
        {!asksCode && provider && (
          <button type="button" className="button button-wide" aria-disabled={busy} onClick={() => void goToProvider()}>{texts.account.providers.signIn(provider)}</button>
        )}
        {!asksCode && hasPasskeys() && (
          <button type="button" className="button button-wide" aria-disabled={busy} onClick={() => void enterWithPasskey()}><Icon name="key" size={18} /> {texts.account.passkeys.use}</button>
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
