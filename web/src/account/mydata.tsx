import { useState } from "react";
import { useSurroundings } from "../context";
import { Failure } from "../failure";
import { Field } from "../fields";
import { Icon } from "../icons";
import { FailureNote } from "../notes";
import { addressOf } from "../routes";
import { Ask } from "./ask";
import { CodeField, plainCode } from "./codefield";
import { save } from "./once";
import { Section } from "./section";
import { useDeed } from "./useresource";

/** What is kept of oneself: to have, or to be gone. */
export function MyData() {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.data;
  const deed = useDeed();
  const [leaving, setLeaving] = useState(false);
  const download = () => deed.run(async () => {
    const response = await session.send("/auth/me/export", { accept: "application/x-ndjson", language, timeout: 0 });
    save(await response.blob(), "jarvis-export.jsonl");
  });
  return (
    <Section title={words.title} intro={words.intro}>
      <div className="part-tools">
        <button type="button" className="button" aria-disabled={deed.busy} onClick={download}><Icon name="download" size={18} /> {words.download}</button>
        <button type="button" className="button button-danger" onClick={() => setLeaving(true)}><Icon name="trash" size={18} /> {words.erase}</button>
      </div>
      {deed.failure && <FailureNote failure={deed.failure} />}
      {leaving && <Erase onClose={() => setLeaving(false)} />}
    </Section>
  );
}

function Erase({ onClose }: { onClose(): void }) {
  const { texts, session } = useSurroundings();
  const words = texts.account.data;
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const [checked, setChecked] = useState(false);
  const deed = useDeed();
  const isWrong = deed.failure?.code === "forbidden";
  const wantsCode = deed.failure?.code === "otp_needed";

  const submit = () => {
    setChecked(true);
    if (!password || (asksCode && !code.trim())) return;
    deed.run(async () => {
      try {
        await session.erase(password, asksCode ? plainCode(code) : undefined);
      } catch (error) {
        setAsksCode(asksCode || Failure.from(error).code === "otp_needed");
        setChecked(asksCode);
        throw error;
      }
      window.history.replaceState(null, "", addressOf(null)); // the next person begins afresh
    });
  };

  return (
    <Ask title={words.eraseTitle} action={words.erase} isDangerous deed={deed} failure={isWrong || wantsCode ? null : deed.failure} onClose={onClose} onSubmit={submit}>
      <p>{words.eraseAdvice}</p>
      <Field label={texts.setup.password} name="password" type="password" value={password} onText={setPassword} autoComplete="current-password" maxLength={1024}
        error={isWrong ? texts.account.stepUp.wrong : checked && !password ? texts.account.stepUp.missing : undefined} />
      {asksCode && <CodeField value={code} onText={setCode} error={checked ? (!code.trim() ? texts.account.factors.missing : wantsCode ? texts.account.factors.wrong : undefined) : undefined} />}
    </Ask>
  );
}
