import { useState } from "react";
import { useSurroundings } from "../context";
import { FailureNote } from "../notes";
import { addressOfPage } from "../routes";
import type { AccountPageName } from "../routes";
import { Audit } from "./audit";
import { SecondFactor } from "./factors";
import { Households } from "./households";
import { HttpsPage } from "./https";
import { Keys } from "./keys";
import { MyData } from "./mydata";
import { Passkeys } from "./passkeys";
import { Password } from "./password";
import { People } from "./people";
import { Providers } from "./providers";
import { isStaff } from "./rights";
import { Sessions } from "./sessions";
import { useResource } from "./useresource";
import { readMe } from "./wire";

const PAGES: readonly AccountPageName[] = ["account", "https", "people", "households", "audit"];

/** What concerns the person who is signed in, in pages of their own. */
export function AccountPages({ page: wanted }: { page: AccountPageName }) {
  const { texts } = useSurroundings();
  const words = texts.account;
  const me = useResource("/auth/me", readMe);
  const [passwords, setPasswords] = useState(0); // with each, sessions and keys end: their lists are asked for anew
  const mayAdminister = me.value !== null && isStaff(me.value.role);
  const mayOperate = me.value?.operator ?? false;
  const shown: Record<AccountPageName, boolean> = { account: true, https: true, people: mayAdminister, households: mayOperate, audit: mayAdminister };
  const page = me.value === null || shown[wanted] ? wanted : "account"; // an address that somebody else gave
  return (
    <div className="page">
      <div className="page-head"><h1>{words.title}</h1></div>
      <nav className="tabs" aria-label={words.title}>
        {PAGES.filter((one) => shown[one]).map((one) => <a key={one} href={addressOfPage(one)} aria-current={one === page ? "page" : undefined}>{words.pages[one]}</a>)}
      </nav>
      {me.failure && page !== "https" && <FailureNote failure={me.failure} onRetry={me.refresh} />}
      {!me.value && !me.failure && <p role="status">{texts.loading}</p>}
      {me.value && page === "account" && (
        <>
          <Sessions key={`sessions ${passwords}`} />
          <Password username={me.value.username} onChanged={() => setPasswords(passwords + 1)} />
          <SecondFactor />
          <Passkeys />
          <Providers />
          <Keys key={`keys ${passwords}`} isStaff={mayAdminister} />
          <MyData />
        </>
      )}
      {page === "https" && <HttpsPage />}
      {page === "people" && me.value && mayAdminister && <People me={me.value} />}
      {page === "households" && mayOperate && <Households />}
      {page === "audit" && mayAdminister && <Audit />}
    </div>
  );
}
