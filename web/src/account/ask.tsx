import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useSurroundings } from "../context";
import { Dialog } from "../dialog";
import type { Failure } from "../failure";
import { FailureNote } from "../notes";
import type { Deed } from "./useresource";

interface AskProps {
  title: string;
  action: string;
  deed: Deed;
  /** What is said of a failure below the fields; the deed's, unless one of the fields tells it. */
  failure?: Failure | null;
  isDangerous?: boolean;
  /** Whether what is asked for is not known yet: until then there is nothing to send. */
  isLoading?: boolean;
  /** Another way on, beside the two that are always there. */
  otherwise?: ReactNode;
  children: ReactNode;
  onClose(): void;
  onSubmit(): void;
}

/** A dialog that asks for something, and does it. A field that is wrong gets the focus. */
export function Ask({ title, action, deed, failure = deed.failure, isDangerous = false, isLoading = false, otherwise, children, onClose, onSubmit }: AskProps) {
  const { texts } = useSurroundings();
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [attempts, deed.failure]);
  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form} className="dialog-form" noValidate onSubmit={(event) => {
        event.preventDefault();
        setAttempts((count) => count + 1);
        onSubmit();
      }}>
        {children}
        {failure && <FailureNote failure={failure} />}
        <div className="dialog-choices">
          {otherwise}
          <button type="button" className="button" onClick={onClose}>{texts.cancel}</button>
          <button type="submit" className={`button ${isDangerous ? "button-danger" : "button-main"}`} aria-disabled={deed.busy || isLoading}>{action}</button>
        </div>
      </form>
    </Dialog>
  );
}
