import { useCallback, useEffect, useRef, useState } from "react";
import { useSurroundings } from "./context";
import { Failure } from "./failure";
import { readConversation, readPage } from "./wire";
import type { ConversationItem } from "./wire";

const PAGE = 30;

export interface Conversations {
  items: ConversationItem[];
  hasMore: boolean;
  failure: Failure | null;
  refresh(): void;
  more(): void;
  remove(id: string): Promise<void>;
}

/** The list of conversations, newest first, page by page. */
export function useConversations(): Conversations {
  const { session, language } = useSurroundings();
  const [items, setItems] = useState<ConversationItem[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reading = useRef(0);

  const read = useCallback((after: string | null) => {
    const number = ++reading.current;
    const query = `?limit=${PAGE}${after ? `&cursor=${encodeURIComponent(after)}` : ""}`;
    session.json(`/conversations${query}`, (value) => readPage(value, readConversation), { language }).then(
      (page) => {
        if (number !== reading.current) return;
        setFailure(null);
        setCursor(page.next_cursor);
        setItems((known) => (after ? [...known, ...page.items.filter((item) => !known.some((other) => other.id === item.id))] : page.items));
      },
      (error: unknown) => {
        if (number === reading.current) setFailure(Failure.from(error));
      },
    );
  }, [session, language]);

  useEffect(() => read(null), [read]);

  const remove = useCallback(async (id: string) => {
    await session.send(`/conversations/${encodeURIComponent(id)}`, { method: "DELETE", language }).catch((error: unknown) => {
      if (!(error instanceof Failure && error.status === 404)) throw error; // gone already: as wanted
    });
    setItems((known) => known.filter((item) => item.id !== id));
  }, [session, language]);

  return { items, failure, remove, hasMore: cursor !== null, refresh: useCallback(() => read(null), [read]), more: useCallback(() => read(cursor), [read, cursor]) };
}
