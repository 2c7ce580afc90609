import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";
import { send } from "../api";
import { BASE_URL } from "../config";
import { useSurroundings } from "../context";
import { Field } from "../fields";
import { Gate } from "../gate";
import { useNewPassword } from "../newpassword";
import { FailureNote } from "../notes";
import { beginVisit } from "./provider";
import { useProvider } from "./providers";
import { useDeed } from "./useresource";

/** With a code from somebody of the house: an account of one's own (`invite`), or a new password (`reset`). */
export function ArriveScreen({ way, onDone }: { way: "invite" | "reset"; onDone(note: "" | "made" | "changed"): void }) {
  const { texts, session, player, language } = useSurroundings();
  const words = texts.account.arrive[way];
  const [code, setCode] = useState("");
  const [username, setUsername] = useState("");
  const [checked, setChecked] = useState<"" | "names" | "all">("");
  const chosen = useNewPassword(username, checked === "all");
  const provider = useProvider();
  const deed = useDeed();
  const form = useRef<HTMLFormElement>(null);
  const isInvited = way === "invite";
  const isTaken = deed.failure?.status === 409;
  const isBad = deed.failure?.status === 403;

  /** Whether all is there that is wanted; else says what lacks. */
  const isComplete = (wanted: "names" | "all"): boolean => {
    setChecked(wanted);
    const field = !code.trim() ? "code" : isInvited && !username.trim() ? "username" : wanted === "all" ? chosen.wrong : null;
    if (field) form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
    return !field;
  };

  // Back from the provider: what was begun there is finished here.
  const run = useRef(deed.run);
  run.current = deed.run;
  useEffect(() => {
    const visit = isInvited ? session.takeVisit() : null;
    if (!visit) return;
    setCode(visit.invited?.code ?? "");
    setUsername(visit.invited?.username ?? "");
    run.current(async () => {
      await session.joinFromProvider(visit, language);
      window.history.replaceState(null, "", "#/");
    });
  }, [isInvited, session, language]);

  const goToProvider = () => {
    if (!isComplete("names")) return;
    deed.run(async () => {
      const challenge = await beginVisit("join", false, { code: code.trim(), username: username.trim() });
      window.location.assign(`${BASE_URL}/auth/oidc/start?challenge=${challenge}`);
    });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete("all")) return;
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
          error={isBad ? texts.account.arrive.badCode : checked !== "" && !code.trim() ? texts.account.arrive.codeMissing : undefined} />
        {isInvited && (
          <Field label={texts.setup.username} name="username" value={username} onText={setUsername} autoComplete="username" maxLength={64}
            error={isTaken ? texts.account.arrive.taken : checked !== "" && !username.trim() ? texts.setup.nameMissing : undefined} />
        )}
        {chosen.fields}
        {deed.failure && !isTaken && !isBad && <FailureNote failure={deed.failure} />}
        <button type="submit" className="button button-main button-wide" aria-disabled={deed.busy}>{words.submit}</button>
        {isInvited && provider && (
          <button type="button" className="button button-wide" aria-disabled={deed.busy} onClick={goToProvider}>{texts.account.providers.join(provider)}</button>
        )}
      </form>
      <p className="gate-links"><a href="#/">{texts.account.back}</a></p>
    </Gate>
  );
}
