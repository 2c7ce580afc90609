import { useRef, useState } from "react";
import type { FormEvent } from "react";
import { send } from "./api";
import { useSurroundings } from "./context";
import { Failure } from "./failure";
import { Field, LanguageChoice } from "./fields";
import { Gate } from "./gate";
import { FailureNote } from "./notes";
import { MIN_PASSWORD_CHARACTERS, passwordStrength } from "./strength";

/** The first start: makes the owner's account, then signs in. */
export function SetupScreen({ onDone }: { onDone(note: "" | "made" | "already"): void }) {
  const { texts, session, player, language } = useSurroundings();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [repeat, setRepeat] = useState("");
  const [code, setCode] = useState("");
  const [codeWanted, setCodeWanted] = useState<"no" | "yes" | "wrong">("no");
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const strength = passwordStrength(password, username);
  const wrong = {
    username: username.trim() ? undefined : texts.setup.nameMissing,
    password: Array.from(password).length >= MIN_PASSWORD_CHARACTERS ? undefined : texts.setup.tooShort(MIN_PASSWORD_CHARACTERS),
    repeat: repeat === password ? undefined : texts.setup.different,
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy) return;
    if (wrong.username || wrong.password || wrong.repeat) {
      const field = wrong.username ? "username" : wrong.password ? "password" : "repeat";
      form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    player.wake();
    try {
      await send("/auth/setup", { json: { username: username.trim(), password, language, ...(code.trim() && { setup_code: code.trim() }) }, language });
    } catch (error) {
      setBusy(false);
      const problem = Failure.from(error);
      if (problem.status === 403) setCodeWanted(codeWanted === "no" ? "yes" : "wrong");
      else if (problem.status === 409 || problem.status === 410) onDone("already");
      else setFailure(problem);
      return;
    }
    try {
      await session.signIn(username.trim(), password, false);
      onDone("");
    } catch {
      onDone("made");
    }
  };

  return (
    <Gate title={texts.setup.title} intro={texts.setup.intro} state={busy ? "thinking" : "idle"} asksLanguage>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Field label={texts.setup.username} name="username" value={username} onText={setUsername} autoComplete="username" autoFocus maxLength={64} error={checked ? wrong.username : undefined} />
        <Field
          label={texts.setup.password} name="password" type="password" value={password} onText={setPassword} autoComplete="new-password" maxLength={1024} error={checked ? wrong.password : undefined}
          help={<StrengthHint shown={password.length > 0} strength={strength} />}
        />
        <Field label={texts.setup.repeat} name="repeat" type="password" value={repeat} onText={setRepeat} autoComplete="new-password" maxLength={1024} error={checked && !wrong.password ? wrong.repeat : undefined} />
        <div className="field-row"><span>{texts.setup.language}</span><LanguageChoice /></div>
        {codeWanted !== "no" && (
          <Field label={texts.setup.code} name="code" value={code} onText={setCode} autoComplete="one-time-code" autoFocus maxLength={64} help={texts.setup.codeHelp} error={codeWanted === "wrong" ? texts.setup.codeWrong : undefined} />
        )}
        {failure && <FailureNote failure={failure} />}
        <button type="submit" className="button button-main button-wide" aria-disabled={busy}>{busy ? texts.setup.busy : texts.setup.submit}</button>
      </form>
    </Gate>
  );
}

function StrengthHint({ shown, strength }: { shown: boolean; strength: 0 | 1 | 2 | 3 | 4 }) {
  const { texts } = useSurroundings();
  if (!shown) return <>{texts.strengthHelp}</>;
  return (
    <span className={`strength strength-${strength}`}>
      <span className="strength-bar" aria-hidden="true"><i /><i /><i /><i /></span>
      <span role="status">{texts.strengthLabel}{texts.colon}{texts.strength[strength]}</span>
    </span>
  );
}
