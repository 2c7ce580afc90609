import type { ReactNode } from "react";
import { Core } from "./core";
import type { CoreState } from "./core";
import { LanguageChoice } from "./fields";

/** The frame of the screens before the chat: emblem, title, a form. */
export function Gate({ title, intro, state, children }: { title: string; intro: string; state: CoreState; children: ReactNode }) {
  return (
    <main className="gate">
      <div className="gate-top"><LanguageChoice /></div>
      <Core state={state} size={132} />
      <section className="panel gate-panel">
        <h1>{title}</h1>
        <p className="gate-intro">{intro}</p>
        {children}
      </section>
    </main>
  );
}
