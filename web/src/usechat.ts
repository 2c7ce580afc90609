import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { useSurroundings } from "./context";
import { Failure, isAbort } from "./failure";
import { addressOf, conversationInAddress, pageInAddress } from "./routes";
import { decodePcm } from "./pcm";
import { streamTurn } from "./stream";
import { emptyChat, isRunning, newKey, reduceChat } from "./turns";
import type { Chat, Turn } from "./turns";
import type { Talk } from "./voice/answers";
import { readConversationDetail } from "./wire";
import type { Announcement, ReplyEvent } from "./wire";

export interface ChatControls {
  chat: Chat;
  running: boolean;
  /** Reading a kept conversation, or why it cannot be read. */
  opening: boolean;
  openFailure: Failure | null;
  ask(question: string): void;
  retry(turn: Turn): void;
  stop(): void;
  open(conversationId: string | null): void;
  reopen(): void;
  announce(announcement: Announcement): void;
  /** Takes the turns of a spoken conversation. */
  spoken: Talk;
}

/**
 * One conversation: asks, follows the answers, reads kept ones. `onTurn` is called when a turn has ended well,
 * `hush` when a spoken answer is not wanted any more.
 */
export function useChat(readAloud: boolean, onTurn: (turn: { acted: boolean }) => void, hush: () => void): ChatControls {
  const { session, player, language } = useSurroundings();
  const [chat, dispatch] = useReducer(reduceChat, emptyChat);
  const [running, setRunning] = useState(false);
  const [opening, setOpening] = useState(false);
  const [openFailure, setOpenFailure] = useState<Failure | null>(null);
  const control = useRef<AbortController | null>(null);
  const shown = useRef<string | null>(null);
  const acted = useRef(false);

  const halt = useCallback(() => {
    control.current?.abort();
    control.current = null;
    setRunning(false);
    hush();
    player.stop();
  }, [player, hush]);

  const take = useCallback((key: string, events: ReplyEvent[]) => {
    for (const event of events) {
      if (event.type === "action") acted.current = true;
      if (event.type === "done" && event.conversation_id) {
        shown.current = event.conversation_id;
        const address = addressOf(event.conversation_id);
        // Whoever looks at the house meanwhile stays there.
        if (pageInAddress(window.location.hash) === "chat" && window.location.hash !== address) window.history.replaceState(null, "", address);
      }
    }
    dispatch({ type: "events", key, events });
  }, []);

  const run = useCallback((key: string, question: string) => {
    halt();
    const mine = new AbortController();
    control.current = mine;
    setRunning(true);
    setOpenFailure(null);
    if (readAloud) player.begin(key);
    dispatch({ type: "asked", key, at: new Date().toISOString(), question });
    acted.current = false;
    const follow = (events: ReplyEvent[]) => {
      if (mine.signal.aborted) return;
      for (const event of events) {
        if (event.type === "audio" && readAloud && event.format === "pcm_s16le") player.add(key, decodePcm(event.data) ?? new Float32Array(0), event.rate);
      }
      take(key, events);
    };
    const body = { message: question, ...(shown.current && { conversation_id: shown.current }), ...(readAloud && { speak: true }) };
    streamTurn(session, body, language, mine.signal, follow)
      .then(() => onTurn({ acted: acted.current }))
      .catch((error: unknown) => {
        if (mine.signal.aborted || isAbort(error)) dispatch({ type: "stopped", key });
        else dispatch({ type: "failed", key, failure: Failure.from(error) });
        // Whoever signs in again finds it to be sent.
        if (!isAbort(error) && !session.standing.get().signedIn) session.draft = [question, session.draft].filter(Boolean).join("\n");
      })
      .finally(() => {
        if (control.current !== mine) return;
        control.current = null;
        setRunning(false);
      });
  }, [halt, take, readAloud, player, session, language, onTurn]);

  const stop = useCallback(() => {
    const last = [...chat.entries].reverse().find((entry): entry is Turn => entry.kind === "turn" && isRunning(entry));
    halt();
    if (last) dispatch({ type: "stopped", key: last.key });
  }, [chat, halt]);

  const show = useCallback((conversationId: string | null) => {
    halt();
    shown.current = conversationId;
    setOpenFailure(null);
    dispatch({ type: "cleared" });
    setOpening(conversationId !== null);
    if (conversationId === null) return;
    session.json(`/conversations/${encodeURIComponent(conversationId)}`, readConversationDetail, { language }).then(
      (detail) => {
        if (shown.current !== conversationId) return;
        setOpening(false);
        dispatch({ type: "opened", conversationId, messages: detail.messages });
      },
      (error: unknown) => {
        if (shown.current !== conversationId) return;
        const failure = Failure.from(error);
        if (failure.status === 404 || failure.status === 400) shown.current = null; // what is asked now begins another
        setOpening(false);
        setOpenFailure(failure);
      },
    );
  }, [halt, session, language]);

  const open = useCallback((conversationId: string | null) => {
    if (conversationId === shown.current && conversationId !== null) return;
    window.history.pushState(null, "", addressOf(conversationId));
    show(conversationId);
  }, [show]);

  // The address rules: at the start, and when going back and forth.
  const latestShow = useRef(show);
  latestShow.current = show;
  useEffect(() => {
    const follow = () => {
      if (pageInAddress(window.location.hash) !== "chat") return;
      const wanted = conversationInAddress(window.location.hash);
      if (wanted !== shown.current) latestShow.current(wanted);
    };
    follow();
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);

  useEffect(() => () => {
    control.current?.abort();
    player.stop();
  }, [player]);

  return {
    chat, running: running || chat.entries.some((entry) => entry.kind === "turn" && entry.spoken === true && isRunning(entry)), opening, openFailure, stop, open,
    ask: useCallback((question) => run(newKey(), question), [run]),
    retry: useCallback((turn) => run(turn.key, turn.question), [run]),
    reopen: useCallback(() => show(shown.current), [show]),
    announce: useCallback((announcement) => dispatch({ type: "announced", announcement, at: new Date().toISOString() }), []),
    spoken: {
      asked(key, question, speaker) {
        control.current?.abort(); // what was asked in writing meanwhile
        acted.current = false;
        setOpenFailure(null);
        dispatch({ type: "asked", key, at: new Date().toISOString(), question, spoken: { speaker } });
      },
      events(key, events) {
        take(key, events);
        if (events.some((event) => event.type === "done")) onTurn({ acted: acted.current });
      },
      stopped: (key) => dispatch({ type: "stopped", key }),
      failed: (key, failure) => dispatch({ type: "failed", key, failure }),
      conversation: () => shown.current,
      user: () => {
        const standing = session.standing.get();
        return standing.signedIn ? standing.username : "";
      },
    },
  };
}
