import { useState } from "react";
import type { ReactNode } from "react";
import { useSurroundings } from "./context";
import { Field } from "./fields";
import { MIN_PASSWORD_CHARACTERS, passwordStrength } from "./strength";
import type { Strength } from "./strength";

export interface NewPassword {
  password: string;
  /** The name of the first field that is not as it should be; `null` when all is well. */
  wrong: "password" | "repeat" | null;
  fields: ReactNode;
}

/** A password somebody chooses, typed twice. `checked`: what is wrong is said. */
export function useNewPassword(username: string, checked: boolean, label?: string): NewPassword {
  const { texts } = useSurroundings();
  const [password, setPassword] = useState("");
  const [repeat, setRepeat] = useState("");
  const isShort = Array.from(password).length < MIN_PASSWORD_CHARACTERS;
  const differs = repeat !== password;
  return {
    password,
    wrong: isShort ? "password" : differs ? "repeat" : null,
    fields: (
      <>
        <Field
          label={label ?? texts.setup.password} name="password" type="password" value={password} onText={setPassword} autoComplete="new-password" maxLength={1024}
          error={checked && isShort ? texts.setup.tooShort(MIN_PASSWORD_CHARACTERS) : undefined} help={<StrengthHint shown={password.length > 0} strength={passwordStrength(password, username)} />}
        />
        <Field
          label={texts.setup.repeat} name="repeat" type="password" value={repeat} onText={setRepeat} autoComplete="new-password" maxLength={1024}
          error={checked && !isShort && differs ? texts.setup.different : undefined}
        />
      </>
    ),
  };
}

function StrengthHint({ shown, strength }: { shown: boolean; strength: Strength }) {
  const { texts } = useSurroundings();
  if (!shown) return <>{texts.strengthHelp}</>;
  return (
    <span className={`strength strength-${strength}`}>
      <span className="strength-bar" aria-hidden="true"><i /><i /><i /><i /></span>
      <span role="status">{texts.strengthLabel}{texts.colon}{texts.strength[strength]}</span>
    </span>
  );
}
