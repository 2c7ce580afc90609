import { useEffect, useState } from "react";
import { actionName } from "./actions";
import { useSurroundings } from "./context";
import { Dialog } from "./dialog";
import { Failure } from "./failure";
import { clockTime, duration } from "./format";
import { FailureNote } from "./notes";
import type { Turn } from "./turns";
import { readTrace } from "./wire";
import type { Timings, Trace } from "./wire";

/** How one turn went: its path, its stages with their milliseconds, and what it did. */
export function TraceDialog({ turn, onClose }: { turn: Turn; onClose(): void }) {
  const { texts, language, session } = useSurroundings();
  const [trace, setTrace] = useState<Trace | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const traceId = turn.traceId ?? "";

  useEffect(() => {
    const control = new AbortController();
    setFailure(null);
    session.json(`/traces/${encodeURIComponent(traceId)}`, readTrace, { language, signal: control.signal }).then(setTrace, (error: unknown) => {
      if (!control.signal.aborted) setFailure(Failure.from(error));
    });
    return () => control.abort();
  }, [session, traceId, language, attempt]);

  return (
    <Dialog title={texts.trace.title} onClose={onClose}>
      {failure && <FailureNote failure={failure} onRetry={() => setAttempt(attempt + 1)} />}
      {!trace && !failure && <p role="status">{texts.loading}</p>}
      {trace && <Stages trace={withTimings(trace, turn.timings)} />}
      {turn.actions.length > 0 && (
        <>
          <h3>{texts.trace.actions}</h3>
          <ul className="trace-actions">
            {turn.actions.map((action, at) => (
              <li key={at}>
                <strong>{actionName(action.tool, texts)}</strong> <span className="mono">{action.tool}</span>
                {action.status === "failed" && <span className="tag-wrong">{texts.actionFailed}</span>}
                <pre className="mono" tabIndex={0}>{JSON.stringify(action.arguments, null, 1)}</pre>
                {action.evidence && <p className="mono">{action.evidence}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

/** The trace is written before the turn is over; what came after stands in the turn's own timings. */
function withTimings(trace: Trace, timings: Timings = {}): Trace {
  const known = new Set(["total", ...trace.stages.map((stage) => stage.name)]);
  const later = Object.entries(timings).filter(([name]) => !known.has(name)).map(([name, milliseconds]) => ({ name, milliseconds }));
  return { ...trace, stages: [...trace.stages, ...later] };
}

function Stages({ trace }: { trace: Trace }) {
  const { texts, language } = useSurroundings();
  const longest = Math.max(0.001, ...trace.stages.map((stage) => stage.milliseconds));
  const total = trace.stages.reduce((sum, stage) => sum + stage.milliseconds, 0);
  return (
    <>
      <dl className="trace-facts">
        {trace.path && <div><dt>{texts.trace.path}</dt><dd className="mono">{trace.path}</dd></div>}
        {trace.started_at && <div><dt>{texts.trace.started}</dt><dd className="mono">{clockTime(trace.started_at, language)}</dd></div>}
        <div><dt>{texts.trace.total}</dt><dd className="mono">{duration(total, language)}</dd></div>
        {trace.failure && <div><dt>{texts.trace.failure}</dt><dd className="mono">{trace.failure}</dd></div>}
      </dl>
      {trace.stages.length === 0 ? <p>{texts.trace.none}</p> : (
        <table className="trace-stages">
          <thead className="hidden"><tr><th scope="col">{texts.trace.stage}</th><th scope="col">{texts.trace.time}</th></tr></thead>
          <tbody>
            {trace.stages.map((stage, at) => (
              <tr key={at}>
                <th scope="row">{texts.stages[stage.name] ?? stage.name}</th>
                <td>
                  <span className="trace-bar" aria-hidden="true"><i style={{ width: `${Math.max(1, (stage.milliseconds / longest) * 100)}%` }} /></span>
                  <span className="mono">{duration(stage.milliseconds, language)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mono trace-id">{texts.trace.id}{texts.colon}{trace.id}</p>
    </>
  );
}
