import { useEffect, useState } from "react";
import { HttpsScreen } from "./account/https";
import { SignInScreen } from "./signin";

/** What there is to see without signing in: the address says which. */
export function Door({ note }: { note: "" | "made" | "already" | "expired" }) {
  const [address, setAddress] = useState(window.location.hash);
  useEffect(() => {
    const follow = () => setAddress(window.location.hash);
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);
  return address === "#/https" ? <HttpsScreen /> : <SignInScreen note={note} />;
}
