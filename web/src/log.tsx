import { useEffect, useRef, useState } from "react";
import { useSurroundings } from "./context";
import { Core } from "./core";
import type { CoreState } from "./core";
import { explain } from "./explain";
import { Icon } from "./icons";
import { plainText } from "./markup";
import { FailureNote } from "./notes";
import { NoticeView, TurnView } from "./turnview";
import type { Entry, Turn } from "./turns";
import type { ChatControls } from "./usechat";
import { LiveBubble } from "./voice/bubble";

/** Within this many pixels of the end, the log follows the answer. */
const NEAR_END = 80;

interface LogProps {
  talk: ChatControls;
  username: string;
  coreState: CoreState;
  level(): number;
  /** What is being said just now; `null` when nothing is. */
  live: string | null;
  onAsk(text: string): void;
  onTrace(turn: Turn): void;
}

/** The conversation, or the invitation to begin one. */
export function Log({ talk, username, coreState, level, live, onAsk, onTrace }: LogProps) {
  const { texts } = useSurroundings();
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);
  const { entries } = talk.chat;
  const lastKey = entries[entries.length - 1]?.key;

  const toEnd = () => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  };

  useEffect(() => {
    following.current = true; // what was just asked is what one wants to see
    toEnd();
  }, [lastKey]);

  useEffect(() => {
    if (following.current) toEnd();
  }, [entries, live]);

  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    following.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END;
    setAway(!following.current);
  };

  const empty = entries.length === 0 && !talk.opening && !talk.openFailure && live === null;
  return (
    <div className="log-frame">
      <div className="log" ref={box} onScroll={onScroll} role="log" aria-live="off" aria-label={texts.log} tabIndex={0}>
        {empty && <Invitation username={username} state={coreState} level={level} onAsk={onAsk} />}
        {talk.opening && <p className="log-status" role="status">{texts.loading}</p>}
        {talk.openFailure && <div className="log-status"><FailureNote failure={talk.openFailure} onRetry={talk.reopen} /></div>}
        <div className="log-inner">
          {entries.map((entry) => (entry.kind === "turn" ? <TurnView key={entry.key} turn={entry} onRetry={talk.retry} onTrace={onTrace} /> : <NoticeView key={entry.key} notice={entry} />))}
          {live !== null && <LiveBubble text={live} />}
        </div>
      </div>
      {away && <button type="button" className="icon-button to-end" aria-label={texts.toBottom} onClick={toEnd}><Icon name="down" /></button>}
      <Announcer entry={entries[entries.length - 1]} />
    </div>
  );
}

/** Says a whole answer, once, to those who listen to the page: piece by piece it would stutter. */
function Announcer({ entry }: { entry: Entry | undefined }) {
  const { texts } = useSurroundings();
  const seen = useRef("");
  let text = "";
  // What is said aloud needs no second voice; the state of a spoken conversation is told beside the microphone.
  if (entry?.kind === "turn" && !entry.spoken) {
    if (entry.state === "waiting" || entry.state === "thinking" || entry.state === "answering") {
      seen.current = entry.key;
      text = texts.waiting;
    } else if (seen.current === entry.key) {
      // Only what was answered here, not what was read from a kept conversation. A failure has its own alert.
      text = entry.state === "failed" && entry.failure ? explain(entry.failure, texts).title : plainText(entry.answer);
    }
  }
  return <div className="hidden" aria-live="polite" data-testid="spoken">{text}</div>;
}

function Invitation({ username, state, level, onAsk }: { username: string; state: CoreState; level(): number; onAsk(text: string): void }) {
  const { texts } = useSurroundings();
  return (
    <div className="invitation">
      <Core state={state} size={196} level={level} />
      <h1>{texts.greeting(new Date().getHours())}{username ? `, ${username}` : ""}</h1>
      <p>{texts.invitation}</p>
      <ul className="suggestions">
        {texts.suggestions.map((text) => <li key={text}><button type="button" onClick={() => onAsk(text)}>{text}</button></li>)}
      </ul>
    </div>
  );
}
