import { useState } from "react";
import { useSurroundings } from "../context";
import { Field } from "../fields";

/** The six digits of an authenticator app, or a recovery code instead: they want another keyboard. */
export function CodeField({ value, onText, error, autoFocus = true }: { value: string; onText(value: string): void; error?: string | undefined; autoFocus?: boolean }) {
  const { texts } = useSurroundings();
  const words = texts.account.factors;
  const [recovers, setRecovers] = useState(false);
  return (
    <div>
      {recovers
        ? <Field key="recovery" label={words.recoveryCode} name="otp" value={value} onText={onText} autoComplete="off" autoFocus maxLength={64} error={error} />
        : <Field key="code" label={words.code} name="otp" value={value} onText={onText} autoComplete="one-time-code" inputMode="numeric" autoFocus={autoFocus} maxLength={16} help={words.codeHelp} error={error} />}
      <button type="button" className="text-button" onClick={() => {
        setRecovers(!recovers);
        onText("");
      }}>{recovers ? words.useApp : words.useRecovery}</button>
    </div>
  );
}

/** As it is sent: people and apps write digits in groups. */
export function plainCode(code: string): string {
  const digits = code.replace(/\s/g, "");
  return /^\d+$/.test(digits) ? digits : code.trim();
}
