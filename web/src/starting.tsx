import { useSurroundings } from "./context";
import { Core } from "./core";
import { Icon } from "./icons";

/** Shown until the server has answered, and while it does not. */
export function StartingScreen({ unreachable, onRetry }: { unreachable: boolean; onRetry(): void }) {
  const { texts } = useSurroundings();
  return (
    <main className="gate">
      <Core state={unreachable ? "offline" : "thinking"} size={168} />
      <div role="status" className="gate-status">
        <h1>{unreachable ? texts.unreachableTitle : texts.startingTitle}</h1>
        {unreachable && <p>{texts.unreachableAdvice}</p>}
      </div>
      {unreachable && (
        <button type="button" className="button button-main" onClick={onRetry}>
          <Icon name="retry" /> {texts.retry}
        </button>
      )}
    </main>
  );
}
