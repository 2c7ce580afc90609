import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useSurroundings } from "../context";
import { Confirm } from "./section";

/** How one thing of a list is shown. */
export interface Line {
  name: string;
  /** In front of it. */
  mark?: ReactNode;
  badges?: ReactNode;
  /** What else is known of it; what is empty is left out. */
  facts: ReactNode[];
  /** What can be done with it, but for taking it away. */
  tools?: ReactNode;
  /** It cannot be taken away. */
  isFixed?: boolean;
  isOff?: boolean;
}

/** The words for taking something away. */
export interface RemovalTexts { action: string; of(name: string): string; title(name: string): string; advice: string }

interface ListProps<Item> {
  items: Item[] | null;
  line(item: Item): Line;
  /** Said where there is nothing. */
  none?: string;
  removal: RemovalTexts;
  /** Of the list, on the server: what it holds is deleted by its id below. */
  path: string;
  /** Whether the name is typed before it is taken away. */
  isTyped?: boolean;
  onRemoved(): void;
}

/** What the server keeps for somebody, each with what is known of it and the way to be rid of it. */
export function List<Item extends { id: string }>({ items, line, none, removal, path, isTyped = false, onRemoved }: ListProps<Item>) {
  const { session, language } = useSurroundings();
  const [leaving, setLeaving] = useState<Item | null>(null);
  const leavingName = leaving ? line(leaving).name : "";
  const list = useRef<HTMLUListElement>(null);
  const [removed, setRemoved] = useState(false);
  // The button that had the focus is gone with its line.
  useEffect(() => {
    if (removed && document.activeElement === document.body) list.current?.focus();
  }, [removed, items]);
  return (
    <>
      {none && items?.length === 0 && <p className="part-none">{none}</p>}
      <ul ref={list} className="rows" tabIndex={-1}>
        {items?.map((item) => {
          const { name, mark, badges, facts, tools, isFixed, isOff } = line(item);
          return (
            <li key={item.id} className={isOff ? "row row-off" : "row"}>
              {mark}
              <div className="row-text">
                <h3>{name}{badges}</h3>
                <p className="row-facts">{facts.filter(Boolean).map((fact, index) => <span key={index}>{fact}</span>)}</p>
              </div>
              <div className="row-tools">
                {tools}
                {!isFixed && <button type="button" className="button button-small" aria-label={removal.of(name)} onClick={() => setLeaving(item)}>{removal.action}</button>}
              </div>
            </li>
          );
        })}
      </ul>
      {leaving && (
        <Confirm title={removal.title(leavingName)} advice={removal.advice} action={removal.action} name={isTyped ? leavingName : undefined} onClose={() => setLeaving(null)} onConfirm={async () => {
          await session.send(`${path}/${encodeURIComponent(leaving.id)}`, { method: "DELETE", language });
          setLeaving(null);
          setRemoved(true);
          onRemoved();
        }} />
      )}
    </>
  );
}

/** In front of a line. */
export function Mark({ children }: { children: ReactNode }) {
  return <span className="row-icon">{children}</span>;
}

/** A word behind a name; `isWarning` for what is not as usual. */
export function Badge({ isWarning = false, children }: { isWarning?: boolean; children: ReactNode }) {
  return <span className={isWarning ? "badge badge-off" : "badge"}>{children}</span>;
}
