import { useCallback, useEffect, useState } from "react";
import { addressOfPage, pageInAddress } from "./routes";
import type { Page } from "./routes";

/** Which page the address names, and the way to another. */
export function usePage(): [Page, (page: Page) => void] {
  const [page, setPage] = useState<Page>(() => pageInAddress(window.location.hash));
  useEffect(() => {
    const follow = () => setPage(pageInAddress(window.location.hash));
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);
  const go = useCallback((next: Page) => {
    if (next !== "chat" && pageInAddress(window.location.hash) !== next) window.history.pushState(null, "", addressOfPage(next));
    setPage(next);
  }, []);
  return [page, go];
}
