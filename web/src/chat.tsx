import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { AccountPages } from "./account/page";
import { AutomationsPage } from "./automations";
import { Composer } from "./composer";
import { MAX_TOASTS } from "./config";
import { useSurroundings } from "./context";
import { Core } from "./core";
import type { CoreState } from "./core";
import { HomePage } from "./home";
import type { HouseEvent } from "./housewire";
import { Icon } from "./icons";
import { keep, readKept } from "./kept";
import { guessLanguage } from "./language";
import { Log } from "./log";
import { addressOf, isAccountPage } from "./routes";
import type { Page } from "./routes";
import { Sidebar } from "./sidebar";
import { Line } from "./socket";
import type { Link } from "./socket";
import { useStore } from "./store";
import { TimerBar, useTimers } from "./timers";
import { Toasts } from "./toasts";
import { TraceDialog } from "./trace";
import type { Turn } from "./turns";
import { useChat } from "./usechat";
import { useConversations } from "./useconversations";
import { useHouse } from "./usehouse";
import { useOnline } from "./useonline";
import { usePage } from "./usepage";
import { VoiceBar } from "./voice/bar";
import { VoiceSettings } from "./voice/settings";
import { useSpaceBar, useVoice } from "./voice/usevoice";
import type { SpokenEvent } from "./voice/wire";
import type { Announcement } from "./wire";

const READ_ALOUD_KEY = "jarvis.read-aloud";

/** The screen of every day: conversations, the chat, the house, timers, announcements. */
export function ChatScreen({ username }: { username: string }) {
  const { texts, session, player, language } = useSurroundings();
  const [readAloud, setReadAloud] = useState(() => readKept("local", READ_ALOUD_KEY) === "yes");
  const [menuOpen, setMenuOpen] = useState(false);
  const [traced, setTraced] = useState<Turn | null>(null);
  const [tuning, setTuning] = useState(false);
  const [toasts, setToasts] = useState<Announcement[]>([]);
  const [page, setPage] = usePage();
  const house = useHouse(page === "home" || page === "automations");
  const field = useRef<HTMLTextAreaElement>(null);
  const stage = useRef<HTMLElement>(null);
  const conversations = useConversations();
  const { timers, refresh: refreshTimers, cancel: cancelTimer } = useTimers();

  const refreshConversations = conversations.refresh;
  const onTurn = useCallback(({ acted }: { acted: boolean }) => {
    refreshConversations();
    if (acted) refreshTimers();
  }, [refreshConversations, refreshTimers]);
  const hush = useRef<() => void>(() => undefined);
  const talk = useChat(readAloud, onTurn, useCallback(() => hush.current(), []));
  const speaking = useStore(player.speaking) !== null;

  const onAnnouncement = (announcement: Announcement) => {
    setToasts((now) => [...now.filter((toast) => toast.id !== announcement.id), announcement].slice(-MAX_TOASTS));
    talk.announce(announcement);
    refreshTimers();
    if (!readAloud) return;
    const key = `announcement-${announcement.id}`;
    player.begin(key);
    session.send("/synthesize", { json: { text: announcement.text, language: guessLanguage(announcement.text, language) }, accept: "audio/wav" })
      .then((response) => response.arrayBuffer())
      .then((wav) => player.addWav(key, wav))
      .catch(() => undefined); // it stands on the page in any case
  };
  const hear = useRef<(event: SpokenEvent) => void>(() => undefined);
  const line = useLine(onAnnouncement, house.take, hear, page === "home");
  const link = useStore(line.state);
  const controls = useVoice(line, talk.spoken);
  const { voice, view } = controls;
  hear.current = (event) => voice.hear(event);
  hush.current = () => voice.interrupt();
  useSpaceBar(voice, page === "chat" && !menuOpen);
  const { conversationId } = talk.chat;
  useEffect(() => {
    if (!talk.opening) voice.goOn(conversationId);
  }, [voice, conversationId, talk.opening]);
  const online = useOnline();

  const toggleReadAloud = () => {
    player.wake();
    if (readAloud) player.stop();
    keep("local", READ_ALOUD_KEY, readAloud ? null : "yes");
    setReadAloud(!readAloud);
  };

  const openConversation = (id: string | null) => {
    if (page !== "chat" && id !== null && id === talk.chat.conversationId) window.history.pushState(null, "", addressOf(id));
    talk.open(id);
    setPage("chat");
    setMenuOpen(false);
    field.current?.focus();
  };

  const go = (next: Page) => {
    if (next === "chat" && page !== "chat") window.history.pushState(null, "", addressOf(talk.chat.conversationId));
    setPage(next);
    setMenuOpen(false);
  };

  const names = useMemo(() => new Map(house.entities.map((entity) => [entity.id, entity.name])), [house.entities]);

  const ask = (text: string) => {
    player.wake();
    talk.ask(text);
  };

  useEffect(() => {
    // On a phone the keyboard would cover the page at once.
    if (window.matchMedia("(hover: hover)").matches) field.current?.focus();
  }, []);

  // On a phone the menu lies over the chat: meanwhile the chat is out of reach, and Escape closes the menu.
  useEffect(() => {
    if (!menuOpen) return undefined;
    const chat = stage.current;
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) setMenuOpen(false);
    };
    chat?.setAttribute("inert", "");
    document.querySelector<HTMLElement>(".menu-close")?.focus();
    window.addEventListener("keydown", close);
    return () => {
      chat?.removeAttribute("inert");
      window.removeEventListener("keydown", close);
      if (document.activeElement === document.body || document.activeElement?.closest(".sidebar")) chat?.querySelector<HTMLElement>(".menu-button")?.focus();
    };
  }, [menuOpen]);

  // Escape silences Jarvis from wherever the focus is, unless there is something else to close.
  const stop = talk.stop;
  const answering = talk.running || speaking;
  useEffect(() => {
    if (!answering || menuOpen) return undefined;
    const silence = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      stop();
    };
    window.addEventListener("keydown", silence);
    return () => window.removeEventListener("keydown", silence);
  }, [answering, menuOpen, stop]);

  const last = talk.chat.entries[talk.chat.entries.length - 1];
  const state: CoreState =
    !online ? "offline"
    : view.phase === "hearing" ? "hearing"
    : speaking ? "speaking"
    : talk.running ? (last?.kind === "turn" && last.state === "answering" ? "answering" : "thinking")
    : view.phase === "starting" ? "idle"
    : view.phase;
  const level = useCallback(() => Math.max(player.level(), voice.level()), [player, voice]);
  const live = view.phase === "hearing" || view.partial ? view.partial : null;
  const empty = page === "chat" && talk.chat.entries.length === 0 && !talk.opening && live === null;
  const connection = online ? link : "offline";

  return (
    <div className={`shell ${menuOpen ? "shell-menu" : ""}`}>
      <a className="skip" href={page === "chat" ? "#message" : "#content"} onClick={(event) => {
        event.preventDefault();
        (field.current ?? stage.current)?.focus();
      }}>{page === "chat" ? texts.skipToMessage : texts.house.skip}</a>
      <aside className="sidebar" id="sidebar">
        <Sidebar
          username={username} conversations={conversations} current={talk.chat.conversationId} page={page} onGo={go} onOpen={openConversation} onClose={() => setMenuOpen(false)}
          onDeleted={(id) => {
            if (id === talk.chat.conversationId) talk.open(null);
            field.current?.focus();
          }}
        />
      </aside>
      <div className="veil" aria-hidden="true" onClick={() => setMenuOpen(false)} />
      <main className="stage" id="content" ref={stage} tabIndex={-1}>
        {page === "chat" && !empty && <h1 className="hidden">{texts.log}</h1>}
        <header className="bar">
          <div className="bar-side">
            <button type="button" className="icon-button menu-button" aria-label={texts.openMenu} aria-expanded={menuOpen} aria-controls="sidebar" onClick={() => setMenuOpen(true)}>
              <Icon name="menu" />
            </button>
            <LinkState connection={connection} />
          </div>
          <div className={empty ? "bar-core bar-core-away" : "bar-core"}>
            <Core state={state} size={76} level={level} />
            <span className="bar-state">{texts.coreStates[state]}</span>
          </div>
          <div className="bar-side bar-right">
            <button type="button" className="icon-button" aria-label={texts.voice.settings} title={texts.voice.settings} onClick={() => setTuning(true)}><Icon name="tune" /></button>
            <button type="button" className={`toggle ${readAloud ? "toggle-on" : ""}`} aria-pressed={readAloud} aria-label={texts.readAloud} title={texts.readAloud} onClick={toggleReadAloud}>
              <Icon name={readAloud ? "speaker" : "mute"} /> <span className="toggle-text">{texts.readAloud}</span>
            </button>
          </div>
        </header>
        <TimerBar timers={timers} onCancel={cancelTimer} />
        {connection === "offline" && <div className="away" role="status"><Icon name="warning" size={18} /><span><strong>{texts.offlineTitle}</strong> {texts.offlineAdvice}</span></div>}
        {connection === "waiting" && (
          <div className="away" role="status">
            <Icon name="warning" size={18} /><span>{texts.serverAwayAdvice}</span>
            <button type="button" className="button button-small" onClick={line.hurry}>{texts.reconnectNow}</button>
          </div>
        )}
        {page === "home" && <HomePage house={house} />}
        {page === "automations" && <AutomationsPage nameOf={(id) => names.get(id) ?? id} />}
        {isAccountPage(page) && <AccountPages page={page} />}
        {page === "chat" && <Log talk={talk} username={username} coreState={state} level={level} live={live} onAsk={ask} onTrace={setTraced} />}
        <div className={page === "chat" ? "dock" : "dock dock-alone"}>
          <VoiceBar controls={controls} reconnecting={connection !== "open"} alone={page !== "chat"} />
          {page === "chat" && <Composer field={field} running={talk.running} speaking={speaking} voice={controls} onSend={ask} onStop={talk.stop} />}
        </div>
      </main>
      <Toasts toasts={toasts} onClose={(id) => {
        setToasts((now) => now.filter((toast) => toast.id !== id));
        field.current?.focus();
      }} />
      {tuning && <VoiceSettings controls={controls} onClose={() => setTuning(false)} />}
      {traced && <TraceDialog turn={traced} onClose={() => setTraced(null)} />}
    </div>
  );
}

function LinkState({ connection }: { connection: Link | "offline" }) {
  const { texts } = useSurroundings();
  return (
    <span className={`link link-${connection}`} role="status">
      <i aria-hidden="true" /><span className="link-text">{texts.links[connection]}</span>
    </span>
  );
}

/** The line to Jarvis, open as long as the screen is; with `states`, what changes in the house is told over it, too. */
function useLine(
  onAnnouncement: (announcement: Announcement) => void, onHouse: (event: HouseEvent) => void, hear: { current: (event: SpokenEvent) => void }, states: boolean,
): Line {
  const { session, language } = useSurroundings();
  const take = useRef({ onAnnouncement, onHouse });
  take.current = { onAnnouncement, onHouse };
  const spoken = useRef(language);
  spoken.current = language;
  const [line] = useState(() => new Line(session, () => spoken.current, {
    announce: (announcement) => take.current.onAnnouncement(announcement), tell: (event) => take.current.onHouse(event), hear: (event) => hear.current(event),
  }));
  useEffect(() => {
    line.start();
    return () => line.stop();
  }, [line]);
  useEffect(() => line.want(states), [line, states]);
  return line;
}
