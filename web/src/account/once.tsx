import { useState } from "react";
import { useSurroundings } from "../context";
import { Dialog } from "../dialog";
import { Icon } from "../icons";

interface Secret { label: string; text: string; file?: string | undefined }

/** Something secret that is shown once, to be copied or, with `file`, saved under that name. */
export function Once({ label, text, file }: Secret) {
  const { texts } = useSurroundings();
  const words = texts.account.once;
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      setSaid(words.copyByHand); // no clipboard on an unprotected page
    }
  };
  return (
    <div className="once">
      <pre className="mono" tabIndex={0} aria-label={label}>{text}</pre>
      <div className="part-tools">
        <button type="button" className="button button-small" onClick={() => void copy()}><Icon name="copy" size={16} /> {words.copy}</button>
        {file && <button type="button" className="button button-small" onClick={() => save(new Blob([text + "\n"], { type: "text/plain" }), file)}><Icon name="download" size={16} /> {words.save}</button>}
        <span role="status" className="once-said">{said}</span>
      </div>
    </div>
  );
}

/** The same in a dialog, with what to do with it. */
export function OnceDialog({ title, advice, onClose, ...secret }: Secret & { title: string; advice: string; onClose(): void }) {
  const { texts } = useSurroundings();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{advice}</p>
      <Once {...secret} />
      <div className="dialog-choices"><button type="button" className="button button-main" onClick={onClose}>{texts.account.once.kept}</button></div>
    </Dialog>
  );
}

/** Hands a file to the browser's downloads. */
export function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
