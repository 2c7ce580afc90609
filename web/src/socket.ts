import type { Session } from "./auth";
import { backoff } from "./backoff";
import { BASE_URL } from "./config";
import { Failure } from "./failure";
import { readHouseEvent } from "./housewire";
import type { HouseEvent } from "./housewire";
import { Store } from "./store";
import { isFields, readAnnouncement } from "./wire";
import type { Announcement, Language } from "./wire";

export type Link = "connecting" | "open" | "waiting";

/** Frames longer than this are dropped unread, in characters. */
const MAX_FRAME_CHARACTERS = 65_536;

/** The open line over which Jarvis announces what is due, and tells what changes in the house. Comes back by itself, ever more patiently. */
export class AnnouncementLink {
  readonly state = new Store<Link>("connecting");
  private socket: WebSocket | null = null;
  private timer = 0;
  private attempt = 0;
  private stopped = true;
  private generation = 0;

  private wantsStates = false;

  constructor(
    private readonly session: Session, private readonly language: () => Language, private readonly announce: (announcement: Announcement) => void,
    private readonly tell: (event: HouseEvent) => void,
  ) {}

  /** Whether the states of the house are to be told as they change. */
  want(states: boolean): void {
    if (states === this.wantsStates) return;
    this.wantsStates = states;
    if (this.state.get() === "open" && this.socket) this.greet(this.socket);
  }

  private greet(socket: WebSocket): void {
    socket.send(JSON.stringify({ type: "start", mode: "text", language: this.language(), states: this.wantsStates }));
  }

  start(): void {
    this.stopped = false;
    window.addEventListener("online", this.hurry);
    window.addEventListener("offline", this.drop);
    document.addEventListener("visibilitychange", this.hurry);
    void this.connect();
  }

  stop(): void {
    this.stopped = true;
    window.removeEventListener("online", this.hurry);
    window.removeEventListener("offline", this.drop);
    document.removeEventListener("visibilitychange", this.hurry);
    this.close();
  }

  /** Tries at once instead of waiting. */
  hurry = (): void => {
    if (this.stopped || this.state.get() !== "waiting" || document.hidden) return;
    this.attempt = 0;
    void this.connect();
  };

  private drop = (): void => {
    if (!this.stopped) this.wait();
  };

  private async connect(): Promise<void> {
    this.close();
    const generation = this.generation;
    const current = () => !this.stopped && generation === this.generation;
    this.state.set("connecting");
    try {
      const ticket = await this.session.json("/auth/ws-ticket", (value) => (isFields(value) && typeof value.ticket === "string" ? value.ticket : null), { method: "POST" });
      if (!current()) return;
      const url = new URL(`${BASE_URL}/ws`, window.location.href);
      url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
      url.searchParams.set("ticket", ticket);
      const socket = new WebSocket(url);
      this.socket = socket;
      socket.onopen = () => {
        if (!current()) return;
        this.attempt = 0;
        this.state.set("open");
        this.greet(socket);
      };
      socket.onmessage = (event: MessageEvent<unknown>) => {
        if (current()) this.read(event.data);
      };
      socket.onclose = () => {
        if (current()) this.wait();
      };
    } catch (error) {
      if (!current()) return;
      if (error instanceof Failure && error.status === 401) return; // signed out: the page shows the sign-in screen
      this.wait();
    }
  }

  private read(data: unknown): void {
    if (typeof data !== "string" || data.length > MAX_FRAME_CHARACTERS) return;
    try {
      const value: unknown = JSON.parse(data);
      const announcement = readAnnouncement(value);
      if (announcement) this.announce(announcement);
      const event = readHouseEvent(value);
      if (event) this.tell(event);
    } catch {
      // Not JSON: nothing this page understands.
    }
  }

  private wait(): void {
    this.close();
    this.state.set("waiting");
    this.timer = window.setTimeout(() => void this.connect(), backoff(this.attempt++));
  }

  private close(): void {
    this.generation++;
    window.clearTimeout(this.timer);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }
}
