import { useCallback, useEffect, useState } from "react";
import { useSurroundings } from "./context";
import { Dialog } from "./dialog";
import { Failure } from "./failure";
import { Hint } from "./home";
import { causeText, dateTime, sortAutomations, triggerText } from "./house";
import { readAutomation, readRun } from "./housewire";
import type { Automation, Run } from "./housewire";
import { Icon } from "./icons";
import { FailureNote } from "./notes";
import { isFields, readPage } from "./wire";

/** What is done later, or each time something happens: paused, run, explained, deleted. */
export function AutomationsPage({ nameOf }: { nameOf(id: string): string }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.house;
  const [automations, setAutomations] = useState<Automation[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [note, setNote] = useState("");
  const [leaving, setLeaving] = useState<Automation | null>(null);
  const [explained, setExplained] = useState<Automation | null>(null);
  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);

  useEffect(() => {
    const control = new AbortController();
    const read = () => {
      if (document.hidden) return;
      session.json("/automations", (value) => readPage(value, readAutomation), { language, signal: control.signal }).then(
        (page) => {
          setFailure(null);
          setAutomations(sortAutomations(page.items));
        },
        (error: unknown) => {
          if (!control.signal.aborted) setFailure(Failure.from(error));
        },
      );
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => {
      control.abort();
      document.removeEventListener("visibilitychange", read);
    };
  }, [session, language, asked]);

  const change = (automation: Automation, request: Promise<unknown>) => {
    setNote("");
    request.then((answer) => {
      setNote(isFields(answer) && typeof answer.result === "string" ? `${automation.name}${texts.colon}${words.done(answer.result)}` : "");
      refresh();
    }, (error: unknown) => setFailure(Failure.from(error)));
  };
  const path = (automation: Automation) => `/automations/${encodeURIComponent(automation.id)}`;

  return (
    <div className="page">
      <div className="page-head"><h1>{words.automations}</h1></div>
      {failure && <FailureNote failure={failure} onRetry={refresh} />}
      {!automations && !failure && <p role="status">{texts.loading}</p>}
      {automations && <p className="page-note" role="status">{note}</p>}
      {automations?.length === 0 && <Hint title={words.noAutomations} advice={words.automationHint} />}
      <ul className="rules">
        {automations?.map((automation) => (
          <li key={automation.id} className={automation.paused ? "rule rule-paused" : "rule"}>
            <div className="rule-text">
              <h2>{automation.name}</h2>
              <p>{triggerText(automation.trigger, nameOf, words, language)}{automation.conditions > 0 && ` · ${words.conditions(automation.conditions)}`}</p>
              <p className="rule-facts">
                {automation.paused ? <span className="rule-badge">{words.paused}</span> : automation.next_due && <span>{words.nextDue(dateTime(automation.next_due, language))}</span>}
                <span>{words.by(automation.created_by)}</span>
              </p>
            </div>
            <div className="rule-tools">
              <button type="button" className="button button-small" aria-label={automation.paused ? words.resumeName(automation.name) : words.pauseName(automation.name)}
                onClick={() => change(automation, session.json(path(automation), readAutomation, { method: "PATCH", json: { paused: !automation.paused }, language }))}>
                <Icon name={automation.paused ? "play" : "pause"} size={16} /> {automation.paused ? words.resumeIt : words.pauseIt}
              </button>
              {!automation.paused && (
                <button type="button" className="button button-small" aria-label={words.runName(automation.name)}
                  onClick={() => change(automation, session.json(`${path(automation)}/run`, (value) => (isFields(value) ? value : null), { method: "POST", language, timeout: 60_000 }))}>
                  <Icon name="spark" size={16} /> {words.runIt}
                </button>
              )}
              <button type="button" className="button button-small" aria-label={words.whyName(automation.name)} onClick={() => setExplained(automation)}>{words.why}</button>
              <button type="button" className="icon-button" aria-label={words.deleteName(automation.name)} title={texts.delete} onClick={() => setLeaving(automation)}><Icon name="trash" size={18} /></button>
            </div>
          </li>
        ))}
      </ul>
      {explained && <WhyDialog automation={explained} onClose={() => setExplained(null)} />}
      {leaving && (
        <Dialog title={words.deleteTitle} onClose={() => setLeaving(null)}>
          <p>{words.deleteAdvice(leaving.name)}</p>
          <div className="dialog-choices">
            <button type="button" className="button" onClick={() => setLeaving(null)}>{texts.cancel}</button>
            <button type="button" className="button button-danger" onClick={() => {
              change(leaving, session.send(path(leaving), { method: "DELETE", language }));
              setLeaving(null);
            }}>{texts.delete}</button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** When it was set off, by what, and what came of it. */
function WhyDialog({ automation, onClose }: { automation: Automation; onClose(): void }) {
  const { texts, session, language } = useSurroundings();
  const words = texts.house;
  const [runs, setRuns] = useState<Run[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    const control = new AbortController();
    session.json(`/automations/${encodeURIComponent(automation.id)}/runs?limit=20`, (value) => readPage(value, readRun), { language, signal: control.signal }).then(
      (page) => setRuns(page.items),
      (error: unknown) => {
        if (!control.signal.aborted) setFailure(Failure.from(error));
      },
    );
    return () => control.abort();
  }, [session, language, automation.id]);
  return (
    <Dialog title={words.whyTitle(automation.name)} onClose={onClose}>
      {failure && <FailureNote failure={failure} />}
      {!runs && !failure && <p role="status">{texts.loading}</p>}
      {runs?.length === 0 && <p>{words.noRuns}</p>}
      <ul className="runs">
        {runs?.map((run) => (
          <li key={run.id} className={run.outcome === "done" || run.outcome === "running" ? "run" : "run run-wrong"}>
            <time dateTime={run.started_at}>{dateTime(run.started_at, language)}</time>
            <span>{causeText(run, words)} · <strong>{words.outcomes[run.outcome] ?? run.outcome}</strong></span>
            {run.result && <span className="run-result">{run.result}</span>}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
