// The open page or conversation is in the address (#/home, #/account, #/c/ID …), so that reload, back and bookmarks work.

const ACCOUNT_ADDRESSES = { account: "#/account", https: "#/https", people: "#/people", households: "#/households", audit: "#/audit" } as const;
const ADDRESSES = { home: "#/home", automations: "#/automations", ...ACCOUNT_ADDRESSES } as const;

export type AccountPageName = keyof typeof ACCOUNT_ADDRESSES;
export type Page = "chat" | keyof typeof ADDRESSES;

export function isAccountPage(page: Page): page is AccountPageName {
  return page in ACCOUNT_ADDRESSES;
}

export function pageInAddress(hash: string): Page {
  const found = Object.entries(ADDRESSES).find(([, address]) => address === hash);
  return found ? (found[0] as Page) : "chat";
}

export function addressOfPage(page: Exclude<Page, "chat">): string {
  return ADDRESSES[page];
}

export function conversationInAddress(hash: string): string | null {
  const found = /^#\/c\/([A-Za-z0-9._~-]{1,128})$/.exec(hash);
  return found?.[1] ?? null;
}

export function addressOf(conversationId: string | null): string {
  return conversationId ? `#/c/${encodeURIComponent(conversationId)}` : "#/";
}
