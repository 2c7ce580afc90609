import { useSurroundings } from "../context";
import { addressOfPage } from "../routes";
import type { AccountPageName } from "../routes";
import { Audit } from "./audit";
import { SecondFactor } from "./factors";
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

/** What concerns the person who is signed in, in pages of their own. */
export function AccountPages({ page }: { page: AccountPageName }) {
  const { texts } = useSurroundings();
  const words = texts.account;
  const me = useResource("/auth/me", readMe);
  const mayAdminister = me.value !== null && isStaff(me.value.role);
  const pages: AccountPageName[] = ["account", "https", ...(mayAdminister ? ["people" as const, "audit" as const] : [])];
  return (
    <div className="page">
      <div className="page-head"><h1>{words.title}</h1></div>
      <nav className="tabs" aria-label={words.title}>
        {pages.map((one) => <a key={one} href={addressOfPage(one)} aria-current={one === page ? "page" : undefined}>{words.pages[one]}</a>)}
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
      {page === "audit" && mayAdminister && <Audit />}
    </div>
  );
}
