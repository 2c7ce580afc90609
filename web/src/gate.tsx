import type { ReactNode } from "react";
import { Core } from "./core";
import type { CoreState } from "./core";
import { LanguageChoice } from "./fields";

/** The frame of the screens before the chat: emblem, title, a form. `asksLanguage`: the form itself does, so the corner need not. */
export function Gate({ title, intro, state, asksLanguage = false, children }: { title: string; intro: string; state: CoreState; asksLanguage?: boolean; children: ReactNode }) {
  return (
    <main className="gate">
      {!asksLanguage && <div className="gate-top"><LanguageChoice /></div>}
      <Core state={state} size={132} />
      <section className="panel gate-panel">
        <h1>{title}</h1>
        <p className="gate-intro">{intro}</p>
        {children}
      </section>
    </main>
  );
}
