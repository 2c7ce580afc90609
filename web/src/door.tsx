import { useEffect, useState } from "react";
import { ArriveScreen } from "./account/arrive";
import { HttpsScreen } from "./account/https";
import { SignInScreen } from "./signin";
import type { SignInNote } from "./signin";

/** What there is to see without signing in: the address says which. */
export function Door({ note }: { note: SignInNote }) {
  const [address, setAddress] = useState(window.location.hash);
  const [news, setNews] = useState<SignInNote>("");
  useEffect(() => {
    const follow = () => setAddress(window.location.hash);
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);
  const arrived = (next: SignInNote) => {
    setNews(next);
    setAddress(window.location.hash);
  };
  switch (address) {
    case "#/https":
      return <HttpsScreen />;
    case "#/invite":
      return <ArriveScreen key="invite" way="invite" onDone={arrived} />;
    case "#/reset":
      return <ArriveScreen key="reset" way="reset" onDone={arrived} />;
    default:
      return <SignInScreen note={news || note} />;
  }
}
