import { useRef, useState } from "react";
import type { FormEvent } from "react";
import { send } from "../api";
import { useSurroundings } from "../context";
import { Field } from "../fields";
import { Gate } from "../gate";
import { useNewPassword } from "../newpassword";
import { FailureNote } from "../notes";
import { useDeed } from "./useresource";

/** With a code from somebody of the house: an account of one's own (`invite`), or a new password (`reset`). */
export function ArriveScreen({ way, onDone }: { way: "invite" | "reset"; onDone(note: "" | "made" | "changed"): void }) {
  const { texts, session, player, language } = useSurroundings();
  const words = texts.account.arrive[way];
  const [code, setCode] = useState("");
  const [username, setUsername] = useState("");
  const [checked, setChecked] = useState(false);
  const chosen = useNewPassword(username, checked);
  const deed = useDeed();
  const form = useRef<HTMLFormElement>(null);
  const isInvited = way === "invite";
  const isTaken = deed.failure?.status === 409;
  const isBad = deed.failure?.status === 403;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const field = !code.trim() ? "code" : isInvited && !username.trim() ? "username" : chosen.wrong;
    if (field) return form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
    player.wake();
    deed.run(async () => {
      const name = username.trim();
      await send(isInvited ? "/auth/register" : "/auth/reset", { json: { code: code.trim(), password: chosen.password, ...(isInvited && { username: name, language }) }, language });
      window.history.replaceState(null, "", "#/");
      if (!isInvited) return onDone("changed");
      await session.signIn(name, chosen.password, false).catch(() => onDone("made"));
    });
  };

  return (
    <Gate title={words.title} intro={words.intro} state={deed.busy ? "thinking" : "idle"}>
      <form ref={form} onSubmit={submit} noValidate>
        <Field label={texts.account.arrive.code} name="code" value={code} onText={setCode} autoComplete="off" autoFocus maxLength={128}
          error={isBad ? texts.account.arrive.badCode : checked && !code.trim() ? texts.account.arrive.codeMissing : undefined} />
        {isInvited && (
          <Field label={texts.setup.username} name="username" value={username} onText={setUsername} autoComplete="username" maxLength={64}
            error={isTaken ? texts.account.arrive.taken : checked && !username.trim() ? texts.setup.nameMissing : undefined} />
        )}
        {chosen.fields}
        {deed.failure && !isTaken && !isBad && <FailureNote failure={deed.failure} />}
        <button type="submit" className="button button-main button-wide" aria-disabled={deed.busy}>{words.submit}</button>
      </form>
      <p className="gate-links"><a href="#/">{texts.account.back}</a></p>
    </Gate>
  );
}
