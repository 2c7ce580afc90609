import { useSurroundings } from "./context";
import { explain } from "./explain";
import type { Failure } from "./failure";
import { Icon } from "./icons";

/** What went wrong, what to do about it, and a way to try again. */
export function FailureNote({ failure, onRetry }: { failure: Failure; onRetry?: (() => void) | undefined }) {
  const { texts } = useSurroundings();
  const { title, advice, reference } = explain(failure, texts);
  return (
    <div className="note note-wrong" role="alert">
      <Icon name="warning" />
      <div className="note-text">
        <strong>{title}</strong>
        <span>{advice}</span>
        {reference && <span className="note-reference">{reference}</span>}
      </div>
      {onRetry && (
        <button type="button" className="button button-small" onClick={onRetry}>
          <Icon name="retry" size={16} /> {texts.retry}
        </button>
      )}
    </div>
  );
}
