// The open conversation is in the address (#/c/ID), so that reload, back and bookmarks work.

export function conversationInAddress(hash: string): string | null {
  const found = /^#\/c\/([A-Za-z0-9._~-]{1,128})$/.exec(hash);
  return found?.[1] ?? null;
}

export function addressOf(conversationId: string | null): string {
  return conversationId ? `#/c/${encodeURIComponent(conversationId)}` : "#/";
}
