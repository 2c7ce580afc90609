import { useSurroundings } from "../context";
import { addressOfPage } from "../routes";
import type { AccountPageName } from "../routes";
import { HttpsPage } from "./https";
import { SecondFactor } from "./factors";
import { Passkeys } from "./passkeys";
import { Sessions } from "./sessions";

/** What concerns the person who is signed in, in pages of their own. */
export function AccountPages({ page }: { page: AccountPageName }) {
  const { texts } = useSurroundings();
  const words = texts.account;
  const pages: AccountPageName[] = ["account", "https"];
  return (
    <div className="page">
      <div className="page-head"><h1>{words.title}</h1></div>
      <nav className="tabs" aria-label={words.title}>
        {pages.map((one) => <a key={one} href={addressOfPage(one)} aria-current={one === page ? "page" : undefined}>{words.pages[one]}</a>)}
      </nav>
      {page === "account" && (
        <>
          <Sessions />
          <SecondFactor />
          <Passkeys />
        </>
      )}
      {page === "https" && <HttpsPage />}
    </div>
  );
}
