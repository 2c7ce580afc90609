import { useSurroundings } from "./context";
import { Core } from "./core";
import { explain } from "./explain";
import type { Failure } from "./failure";
import { Icon } from "./icons";

/** Shown until the server has answered, and while it does not. */
export function StartingScreen({ failure, onRetry }: { failure: Failure | null; onRetry(): void }) {
  const { texts } = useSurroundings();
  const unreachable = failure !== null;
  const said = failure?.kind === "problem" ? explain(failure, texts) : null;
  return (
    <main className="gate">
      <Core state={unreachable ? "offline" : "thinking"} size={168} />
      <div role="status" className="gate-status">
        <h1>{said?.title ?? (unreachable ? texts.unreachableTitle : texts.startingTitle)}</h1>
        {unreachable && <p>{said?.advice ?? texts.unreachableAdvice}</p>}
      </div>
      {unreachable && (
        <button type="button" className="button button-main" onClick={onRetry}>
          <Icon name="retry" /> {texts.retry}
        </button>
      )}
    </main>
  );
}
