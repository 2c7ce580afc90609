import { useRef, useState } from "react";
import type { FormEvent } from "react";
import { send } from "./api";
import { useSurroundings } from "./context";
import { Failure } from "./failure";
import { Field, LanguageChoice } from "./fields";
import { Gate } from "./gate";
import { useNewPassword } from "./newpassword";
import { FailureNote } from "./notes";

/** The first start: makes the owner's account, then signs in. */
export function SetupScreen({ onDone }: { onDone(note: "" | "made" | "already"): void }) {
  const { texts, session, player, language } = useSurroundings();
  const [username, setUsername] = useState("");
  const [code, setCode] = useState("");
  const [codeWanted, setCodeWanted] = useState<"no" | "yes" | "wrong">("no");
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const chosen = useNewPassword(username, checked);
  const nameError = username.trim() ? undefined : texts.setup.nameMissing;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy) return;
    if (nameError || chosen.wrong) {
      const field = nameError ? "username" : chosen.wrong;
      form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    player.wake();
    try {
      await send("/auth/setup", { json: { username: username.trim(), password: chosen.password, language, ...(code.trim() && { setup_code: code.trim() }) }, language });
    } catch (error) {
      setBusy(false);
      const problem = Failure.from(error);
      if (problem.status === 403) setCodeWanted(codeWanted === "no" ? "yes" : "wrong");
      else if (problem.status === 409 || problem.status === 410) onDone("already");
      else setFailure(problem);
      return;
    }
    try {
      await session.signIn(username.trim(), chosen.password, false);
      onDone("");
    } catch {
      onDone("made");
    }
  };

  return (
    <Gate title={texts.setup.title} intro={texts.setup.intro} state={busy ? "thinking" : "idle"} asksLanguage>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Field label={texts.setup.username} name="username" value={username} onText={setUsername} autoComplete="username" autoFocus maxLength={64} error={checked ? nameError : undefined} />
        {chosen.fields}
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
