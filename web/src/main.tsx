import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { takeVisit } from "./account/provider";
import { App } from "./app";
import { Player } from "./audio";
import { Session } from "./auth";

const root = document.getElementById("root");
if (root) {
  const session = new Session(takeVisit());
  const player = new Player();
  createRoot(root).render(<StrictMode><App session={session} player={player} /></StrictMode>);
}
