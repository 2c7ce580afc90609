import { useMemo, useState } from "react";
import { useSurroundings } from "./context";
import { Dialog } from "./dialog";
import { Failure } from "./failure";
import { LanguageChoice } from "./fields";
import { age, shortDate } from "./format";
import type { Age } from "./format";
import { Icon } from "./icons";
import { FailureNote } from "./notes";
import { Pages } from "./pages";
import { addressOf, isAccountPage } from "./routes";
import type { Page } from "./routes";
import type { Conversations } from "./useconversations";
import type { ConversationItem } from "./wire";

interface SidebarProps {
  username: string;
  conversations: Conversations;
  current: string | null;
  page: Page;
  onGo(page: Page): void;
  onOpen(id: string | null): void;
  /** Puts the menu away, on a phone. */
  onClose(): void;
  onDeleted(id: string): void;
}

/** The conversations, and what concerns the person: language, signing out. */
export function Sidebar({ username, conversations, current, page, onGo, onOpen, onClose, onDeleted }: SidebarProps) {
  const { texts, session } = useSurroundings();
  const [leaving, setLeaving] = useState<ConversationItem | null>(null);
  const groups = useMemo(() => {
    const now = new Date();
    const found = new Map<Age, ConversationItem[]>();
    for (const item of conversations.items) {
      const key = age(item.updated_at, now);
      found.set(key, [...(found.get(key) ?? []), item]);
    }
    return [...found];
  }, [conversations.items]);

  return (
    <>
      <div className="brand"><span className="brand-mark" aria-hidden="true" /><span className="brand-name">JARVIS</span>
        <button type="button" className="icon-button menu-close" aria-label={texts.closeMenu} onClick={onClose}><Icon name="close" /></button>
      </div>
      <Pages current={page} onGo={onGo} />
      <button type="button" className="button new-conversation" onClick={() => onOpen(null)}>
        <Icon name="plus" /> {texts.newConversation}
      </button>
      <nav className="conversations" aria-label={texts.conversations}>
        {conversations.failure && <FailureNote failure={conversations.failure} onRetry={conversations.refresh} />}
        {conversations.items.length === 0 && !conversations.failure && <p className="conversations-none">{texts.noConversations}</p>}
        {groups.map(([key, items]) => (
          <section key={key} aria-labelledby={`age-${key}`}>
            <h2 id={`age-${key}`}>{texts.ages[key]}</h2>
            <ul>
              {items.map((item) => (
                <Row key={item.id} item={item} current={page === "chat" && item.id === current} onOpen={() => onOpen(item.id)} onDelete={() => setLeaving(item)} />
              ))}
            </ul>
          </section>
        ))}
        {conversations.hasMore && <button type="button" className="button button-small" onClick={conversations.more}>{texts.more}</button>}
      </nav>
      <footer className="person">
        <button type="button" className="person-open" aria-current={isAccountPage(page) ? "page" : undefined} aria-label={texts.account.open(username)} title={texts.account.title} onClick={() => onGo("account")}>
          <span className="person-mark" aria-hidden="true">{(Array.from(username)[0] ?? "·").toUpperCase()}</span>
          <span className="person-name">{username}</span>
        </button>
        <LanguageChoice />
        <button type="button" className="icon-button" aria-label={texts.signOut} title={texts.signOut} onClick={() => {
          window.history.replaceState(null, "", addressOf(null)); // the next person begins afresh
          void session.signOut();
        }}><Icon name="exit" /></button>
      </footer>
      {leaving && (
        <DeleteDialog item={leaving} onClose={() => setLeaving(null)} onDelete={async () => {
          await conversations.remove(leaving.id);
          setLeaving(null);
          onDeleted(leaving.id);
        }} />
      )}
    </>
  );
}

function Row({ item, current, onOpen, onDelete }: { item: ConversationItem; current: boolean; onOpen(): void; onDelete(): void }) {
  const { texts, language } = useSurroundings();
  const title = item.title || texts.untitled;
  return (
    <li className={current ? "conversation conversation-current" : "conversation"}>
      <button type="button" className="conversation-open" aria-current={current ? "page" : undefined} onClick={onOpen}>
        <span className="conversation-title">{title}</span>
        <time dateTime={item.updated_at}>{shortDate(item.updated_at, language, new Date())}</time>
      </button>
      <button type="button" className="icon-button conversation-delete" aria-label={texts.deleteConversation(title)} onClick={onDelete}><Icon name="trash" size={17} /></button>
    </li>
  );
}

function DeleteDialog({ item, onClose, onDelete }: { item: ConversationItem; onClose(): void; onDelete(): Promise<void> }) {
  const { texts } = useSurroundings();
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <Dialog title={texts.deleteTitle} onClose={onClose}>
      <p>{texts.deleteAdvice(item.title || texts.untitled)}</p>
      {failure && <FailureNote failure={failure} />}
      <div className="dialog-choices">
        <button type="button" className="button" onClick={onClose}>{texts.cancel}</button>
        <button type="button" className="button button-danger" onClick={() => {
          onDelete().catch((error: unknown) => setFailure(Failure.from(error)));
        }}>{texts.delete}</button>
      </div>
    </Dialog>
  );
}
