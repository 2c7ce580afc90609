import { useId } from "react";
import type { ReactNode } from "react";

/** Boxes to tick, under a title that is read with each. */
export function Choices<Key extends string>({ title, all, chosen, names, onChange }: { title: string; all: readonly Key[]; chosen: readonly Key[]; names: Record<Key, string>; onChange(chosen: Key[]): void }) {
  return (
    <fieldset className="choices">
      <legend>{title}</legend>
      {all.map((key) => (
        <label key={key} className="check">
          <input type="checkbox" checked={chosen.includes(key)} onChange={(event) => onChange(all.filter((one) => (one === key ? event.target.checked : chosen.includes(one))))} />
          <span>{names[key]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** One of a few. */
export function Select<Key extends string>({ label, all, value, names, help, onChange }: { label: string; all: readonly Key[]; value: Key; names: Record<Key, string>; help?: ReactNode; onChange(value: Key): void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} aria-describedby={`${id}-help`} onChange={(event) => {
        const found = all.find((key) => key === event.target.value);
        if (found) onChange(found);
      }}>
        {all.map((key) => <option key={key} value={key}>{names[key]}</option>)}
      </select>
      <div id={`${id}-help`} className="field-help">{help}</div>
    </div>
  );
}
