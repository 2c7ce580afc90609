import { useSurroundings } from "./context";
import { Icon } from "./icons";
import type { Page } from "./routes";

const PAGES = [["chat", "chat"], ["home", "home"], ["automations", "clock"]] as const;

/** The way between chat, house and automations. */
export function Pages({ current, onGo }: { current: Page; onGo(page: Page): void }) {
  const { texts } = useSurroundings();
  const names = { chat: texts.house.chat, home: texts.house.title, automations: texts.house.automations };
  return (
    <nav className="pages" aria-label={texts.house.pages}>
      {PAGES.map(([page, icon]) => (
        <button key={page} type="button" className="page-link" aria-current={page === current ? "page" : undefined} onClick={() => onGo(page)}>
          <Icon name={icon} size={18} /> {names[page]}
        </button>
      ))}
    </nav>
  );
}
