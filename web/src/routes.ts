// The open page or conversation is in the address (#/home, #/automations, #/c/ID), so that reload, back and bookmarks work.

export type Page = "chat" | "home" | "automations";

export function pageInAddress(hash: string): Page {
  return hash === "#/home" ? "home" : hash === "#/automations" ? "automations" : "chat";
}

export function addressOfPage(page: Exclude<Page, "chat">): string {
  return `#/${page}`;
}

export function conversationInAddress(hash: string): string | null {
  const found = /^#\/c\/([A-Za-z0-9._~-]{1,128})$/.exec(hash);
  return found?.[1] ?? null;
}

export function addressOf(conversationId: string | null): string {
  return conversationId ? `#/c/${encodeURIComponent(conversationId)}` : "#/";
}
