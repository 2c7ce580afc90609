import { useSurroundings } from "../context";
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
export function AccountPages({ page }: { page: AccountPageName }) {
  const { texts } = useSurroundings();
  const words = texts.account;
  const me = useResource("/auth/me", readMe);
  const mayAdminister = me.value !== null && isStaff(me.value.role);
  const mayOperate = me.value?.operator ?? false;
  const shown: Record<AccountPageName, boolean> = { account: true, https: true, people: mayAdminister, households: mayOperate, audit: mayAdminister };
  return (
    <div className="page">
      <div className="page-head"><h1>{words.title}</h1></div>
      <nav className="tabs" aria-label={words.title}>
        {PAGES.filter((one) => shown[one]).map((one) => <a key={one} href={addressOfPage(one)} aria-current={one === page ? "page" : undefined}>{words.pages[one]}</a>)}
      </nav>
      {page === "account" && (
        <>
          <Sessions />
          {me.value && <Password username={me.value.username} />}
          <SecondFactor />
          <Passkeys />
          <Providers />
          {me.value && <Keys isStaff={mayAdminister} />}
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
