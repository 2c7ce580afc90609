import { useId, useState } from "react";
import type { ReactNode } from "react";
import { useSurroundings } from "../context";
import { Field } from "../fields";
import { FailureNote } from "../notes";
import { Ask } from "./ask";
import { useDeed } from "./useresource";
import type { Resource } from "./useresource";

/** A part of a page under a heading. With `of`, what there is of it: nothing where the server does not have it, else its failure, or that it is on its way. */
export function Section({ title, intro, of, children }: { title: string; intro?: string; of?: Resource<unknown>; children: ReactNode }) {
  const { texts } = useSurroundings();
  const id = useId();
  if (of?.missing) return null;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {intro && <p className="part-intro">{intro}</p>}
      {of?.failure && <FailureNote failure={of.failure} onRetry={of.refresh} />}
      {of && of.value === null && !of.failure && <p role="status">{texts.loading}</p>}
      {(!of || of.value !== null) && children}
    </section>
  );
}

/** Asks before something that cannot be taken back; with `name`, for that name to be typed first. */
export function Confirm({ title, advice, action, name, onClose, onConfirm }: { title: string; advice: string; action: string; name?: string | undefined; onClose(): void; onConfirm(): Promise<void> }) {
  const { texts, language } = useSurroundings();
  const words = texts.account.confirm;
  const [typed, setTyped] = useState("");
  const [checked, setChecked] = useState(false);
  const deed = useDeed();
  // It is to make one read, not spell: case, accents and punctuation do not count.
  const isTyped = name === undefined || (typed.trim() !== "" && typed.localeCompare(name, language, { sensitivity: "base", ignorePunctuation: true }) === 0);
  return (
    <Ask title={title} action={action} isDangerous deed={deed} onClose={onClose} onSubmit={() => {
      setChecked(true);
      if (isTyped) deed.run(onConfirm);
    }}>
      <p>{advice}</p>
      {name !== undefined && <Field label={words.type(name)} name="confirmed" value={typed} onText={setTyped} autoComplete="off" maxLength={256} error={checked && !isTyped ? words.other : undefined} />}
    </Ask>
  );
}
