import { useSurroundings } from "../context";
import { Sessions } from "./sessions";

/** What concerns the person who is signed in. */
export function AccountPage() {
  const { texts } = useSurroundings();
  return (
    <div className="page">
      <div className="page-head"><h1>{texts.account.title}</h1></div>
      <Sessions />
    </div>
  );
}
