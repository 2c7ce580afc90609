import { memo, useState } from "react";
import { actionDetail, actionGroups, actionKind, actionName } from "./actions";
import { useSurroundings } from "./context";
import { Failure } from "./failure";
import { clockTime, duration } from "./format";
import { Icon } from "./icons";
import { guessLanguage } from "./language";
import { plainText } from "./markup";
import { FailureNote } from "./notes";
import { RichText } from "./richtext";
import { useStore } from "./store";
import { isRunning } from "./turns";
import type { Notice, Turn } from "./turns";
import type { Action } from "./wire";

interface TurnProps { turn: Turn; onRetry(turn: Turn): void; onTrace(turn: Turn): void }

/** A question and its answer. */
export const TurnView = memo(function TurnView({ turn, onRetry, onTrace }: TurnProps) {
  const { texts, language } = useSurroundings();
  const running = isRunning(turn);
  const total = turn.timings ? turn.timings.total ?? Object.values(turn.timings).reduce((sum, ms) => sum + ms, 0) : null;
  return (
    <article className="turn">
      {turn.question && (
        <div className="question">
          {turn.speaker ? <span className="question-speaker">{turn.speaker}</span> : <span className="hidden">{texts.you}{texts.colon}</span>}
          <p>{turn.question}</p>
        </div>
      )}
      <div className={`answer ${running ? "answer-running" : ""}`} aria-busy={running}>
        <div className="answer-head"><span className="answer-name">Jarvis</span><time dateTime={turn.at}>{clockTime(turn.at, language)}</time></div>
        {turn.actions.length > 0 && <ul className="actions">{actionGroups(turn.actions).map((group, at) => <ActionChip key={at} group={group} />)}</ul>}
        {turn.answer && <RichText source={turn.answer} />}
        {running && !turn.answer && <p className="pending"><span className="pending-dots" aria-hidden="true"><i /><i /><i /></span><span className="hidden">{texts.waiting}</span></p>}
        {turn.state === "stopped" && <p className="stopped">{texts.stopped}</p>}
        {turn.failure && <FailureNote failure={turn.failure} onRetry={turn.question ? () => onRetry(turn) : undefined} />}
        {!running && (turn.answer || turn.traceId) && (
          <div className="answer-tools">
            {turn.answer && <PlayButton turn={turn} />}
            {turn.state === "stopped" && <button type="button" className="tool" onClick={() => onRetry(turn)}><Icon name="retry" size={16} /> {texts.retry}</button>}
            {turn.traceId && (
              <button type="button" className="tool tool-trace" aria-label={texts.openTrace(total === null ? "" : duration(total, language))} onClick={() => onTrace(turn)}>
                <Icon name="trace" size={16} /> {total === null ? "···" : duration(total, language)}
              </button>
            )}
          </div>
        )}
      </div>
    </article>
  );
});

function ActionChip({ group }: { group: Action[] }) {
  const { texts } = useSurroundings();
  const [action] = group;
  if (!action) return null;
  const kind = actionKind(action.tool);
  const detail = actionDetail(group);
  return (
    <li className={`action ${action.status === "failed" ? "action-failed" : ""}`}>
      <Icon name={action.status === "failed" ? "warning" : kind === "other" ? "spark" : kind} size={15} />
      <span>{actionName(action.tool, texts)}</span>
      {detail && <span className="action-detail">{detail}</span>}
      {action.status === "failed" && <span className="tag-wrong">{texts.actionFailed}</span>}
    </li>
  );
}

function PlayButton({ turn }: { turn: Turn }) {
  const { texts, session, player, language } = useSurroundings();
  const speaking = useStore(player.speaking) === turn.key;
  const [state, setState] = useState<"idle" | "loading" | Failure>("idle");

  const play = async () => {
    player.wake();
    if (speaking) return player.stop();
    player.begin(turn.key);
    setState("loading");
    try {
      const text = plainText(turn.answer);
      const response = await session.send("/synthesize", { json: { text, language: guessLanguage(text, language) }, accept: "audio/wav", language });
      await player.addWav(turn.key, await response.arrayBuffer());
      setState("idle");
    } catch (error) {
      setState(error instanceof DOMException ? new Failure("unreadable") : Failure.from(error));
    }
  };

  return (
    <>
      <button type="button" className={`tool ${speaking ? "tool-on" : ""}`} aria-disabled={state === "loading"} onClick={() => void play()}>
        <Icon name={speaking ? "stop" : "play"} size={16} /> {state === "loading" ? texts.listening : speaking ? texts.silence : texts.listen}
      </button>
      {state instanceof Failure && <FailureNote failure={state} onRetry={() => void play()} />}
    </>
  );
}

/** An announcement in the conversation. */
export const NoticeView = memo(function NoticeView({ notice }: { notice: Notice }) {
  const { language } = useSurroundings();
  return (
    <article className="notice">
      <Icon name="bell" size={17} />
      <p>{notice.announcement.text}</p>
      <time dateTime={notice.at}>{clockTime(notice.at, language)}</time>
    </article>
  );
});
