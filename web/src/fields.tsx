import { useId, useState } from "react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { useSurroundings } from "./context";
import { Icon } from "./icons";
import type { Language } from "./wire";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value"> {
  label: string;
  value: string;
  onText(value: string): void;
  error?: string | undefined;
  help?: ReactNode;
}

/** A labelled line of text; its help and its error are tied to it for those who listen to the page. */
export function Field({ label, value, onText, error, help, type = "text", ...rest }: FieldProps) {
  const { texts } = useSurroundings();
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === "password";
  return (
    <div className={`field ${error ? "field-wrong" : ""}`}>
      <label htmlFor={id}>{label}</label>
      <div className="field-line">
        <input
          {...rest} id={id} type={secret && shown ? "text" : type} value={value} onChange={(event) => onText(event.target.value)}
          aria-invalid={error ? true : undefined} aria-describedby={`${id}-help ${id}-error`} autoCapitalize="none" spellCheck={false}
        />
        {secret && (
          <button type="button" className="field-eye" aria-label={shown ? texts.hidePassword : texts.showPassword} aria-pressed={shown} onClick={() => setShown(!shown)}>
            <Icon name={shown ? "hidden" : "eye"} />
          </button>
        )}
      </div>
      <div id={`${id}-help`} className="field-help">{help}</div>
      <div id={`${id}-error`} className="field-error" role={error ? "alert" : undefined}>{error}</div>
    </div>
  );
}

/** French or English, for the page. */
export function LanguageChoice() {
  const { texts, language, setLanguage } = useSurroundings();
  const all: Language[] = ["fr", "en"];
  return (
    <div className="languages" role="group" aria-label={texts.language}>
      {all.map((code) => (
        <button key={code} type="button" lang={code} aria-pressed={code === language} aria-label={texts.languageNames[code]} onClick={() => setLanguage(code)}>
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
