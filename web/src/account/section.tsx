import { useId } from "react";
import type { ReactNode } from "react";
import { useSurroundings } from "../context";
import { Dialog } from "../dialog";
import { FailureNote } from "../notes";
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

/** Asks before something that cannot be taken back. */
export function Confirm({ title, advice, action, onClose, onConfirm }: { title: string; advice: string; action: string; onClose(): void; onConfirm(): Promise<void> }) {
  const { texts } = useSurroundings();
  const deed = useDeed();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{advice}</p>
      {deed.failure && <FailureNote failure={deed.failure} />}
      <div className="dialog-choices">
        <button type="button" className="button" onClick={onClose}>{texts.cancel}</button>
        <button type="button" className="button button-danger" aria-disabled={deed.busy} onClick={() => deed.run(onConfirm)}>{action}</button>
      </div>
    </Dialog>
  );
}
