import { useState } from "react";
import { useSurroundings } from "../context";
import { Field } from "../fields";
import { useNewPassword } from "../newpassword";
import { Ask } from "./ask";
import { Section } from "./section";
import { useDeed } from "./useresource";

export function Password({ username, onChanged }: { username: string; onChanged(): void }) {
  const { texts } = useSurroundings();
  const words = texts.account.password;
  const [changing, setChanging] = useState(false);
  const [note, setNote] = useState("");
  return (
    <Section title={words.title} intro={words.intro}>
      <div className="part-tools">
        <button type="button" className="button" onClick={() => {
          setNote("");
          setChanging(true);
        }}>{words.change}</button>
        <span role="status" className="once-said">{note}</span>
      </div>
      {changing && <ChangePassword username={username} onClose={() => setChanging(false)} onDone={() => {
        setChanging(false);
        setNote(words.done);
        onChanged();
      }} />}
    </Section>
  );
}

function ChangePassword({ username, onClose, onDone }: { username: string; onClose(): void; onDone(): void }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.account.password;
  const [old, setOld] = useState("");
  const [checked, setChecked] = useState(false);
  const chosen = useNewPassword(username, checked, words.fresh);
  const deed = useDeed();
  const isWrong = deed.failure?.code === "forbidden";
  const submit = () => {
    setChecked(true);
    if (!old || chosen.wrong) return;
    deed.run(async () => {
      await session.send("/auth/password", { json: { old_password: old, new_password: chosen.password }, language });
      onDone();
    });
  };
  return (
    <Ask title={words.change} action={words.change} deed={deed} failure={isWrong ? null : deed.failure} onClose={onClose} onSubmit={submit}>
      <input type="text" name="username" value={username} autoComplete="username" readOnly hidden />
      <Field label={words.old} name="old" type="password" value={old} onText={setOld} autoComplete="current-password" maxLength={1024}
        error={isWrong ? texts.account.stepUp.wrong : checked && !old ? texts.account.stepUp.missing : undefined} />
      {chosen.fields}
    </Ask>
  );
}
