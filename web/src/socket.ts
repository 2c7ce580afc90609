import type { Session } from "./auth";
import { backoff } from "./backoff";
import { BASE_URL } from "./config";
import { Failure } from "./failure";
import { readHouseEvent } from "./housewire";
import type { HouseEvent } from "./housewire";
import { Store } from "./store";
import { floats } from "./pcm";
import { SPEECH_RATE } from "./voice/frames";
import { readSpokenEvent } from "./voice/wire";
import type { Opening, SpokenEvent } from "./voice/wire";
import { isFields, readAnnouncement, readReplyEvent } from "./wire";
import type { Announcement, Language } from "./wire";

export type Link = "connecting" | "open" | "waiting";

/** Frames longer than this are dropped unread, in characters and in bytes. */
const MAX_FRAME_CHARACTERS = 65_536;
const MAX_FRAME_BYTES = 4_000_000;

/** Audio that may wait for the network, in bytes: two seconds. What comes on top is lost, as a conversation cannot wait. */
const MAX_WAITING_BYTES = 2 * 2 * SPEECH_RATE;

/** A spoken conversation, as the server is told of it at its start and whenever the line comes back. */
export interface VoiceStart { opening: Opening; conversation: string | null }

export interface LineListener {
  announce(announcement: Announcement): void;
  tell(event: HouseEvent): void;
  hear(event: SpokenEvent): void;
}

/**
 * The open line to Jarvis: what is due is announced over it, what changes in the house is told, and spoken conversations are held.
 * Comes back by itself, ever more patiently.
 */
export class Line {
  readonly state = new Store<Link>("connecting");
  private socket: WebSocket | null = null;
  private timer = 0;
  private attempt = 0;
  private stopped = true;
  private generation = 0;

  private wantsStates = false;
  /** Tells how the conversation is to be held, while one is. */
  private voice: (() => VoiceStart) | null = null;
  /** The rate of the samples that the next binary frame holds. */
  private rate = 0;

  constructor(private readonly session: Session, private readonly language: () => Language, private readonly listener: LineListener) {}

  /** Whether the states of the house are to be told as they change. */
  want(states: boolean): void {
    if (states === this.wantsStates) return;
    this.wantsStates = states;
    if (!this.voice) this.greetAgain(); // they are told during a conversation, anyway: another start would end it
  }

  /** Begins a spoken conversation, in place of one that is held. */
  converse(voice: () => VoiceStart): void {
    this.voice = voice;
    this.greetAgain();
  }

  /** The microphone is off: what was said so far is answered yet. */
  leave(): void {
    this.voice = null;
    this.say({ type: "stop" });
  }

  /** Says something to the server; `false` when the line is down. */
  say(event: { type: string; down?: boolean }): boolean {
    if (this.state.get() !== "open" || !this.socket) return false;
    this.socket.send(JSON.stringify(event));
    return true;
  }

  /** Sends what the microphone heard; `false` when it cannot be taken now. */
  sound(frame: ArrayBuffer): boolean {
    if (this.state.get() !== "open" || !this.socket || this.socket.bufferedAmount > MAX_WAITING_BYTES) return false;
    this.socket.send(frame);
    return true;
  }

  private greetAgain(): void {
    if (this.state.get() === "open" && this.socket) this.greet(this.socket);
  }

  private greet(socket: WebSocket): void {
    const voice = this.voice?.();
    const start = voice
      ? {
        mode: "voice", opening: voice.opening, audio: { format: "pcm_s16le", rate: SPEECH_RATE }, speak: true, states: true,
        ...(voice.conversation && { conversation_id: voice.conversation }),
      }
      : { mode: "text", states: this.wantsStates };
    socket.send(JSON.stringify({ type: "start", language: this.language(), ...start }));
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
      socket.binaryType = "arraybuffer";
      this.socket = socket;
      this.rate = 0;
      socket.onopen = () => {
        if (!current()) return;
        this.attempt = 0;
        this.greet(socket); // before anybody is told that it is open: nothing may be sent before the start
        this.state.set("open");
        this.session.reached.set(this.session.reached.get() + 1);
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
    if (data instanceof ArrayBuffer) return this.readSound(data);
    if (typeof data !== "string" || data.length > MAX_FRAME_CHARACTERS) return;
    let value: unknown;
    try {
      value = JSON.parse(data);
    } catch {
      return; // nothing this page understands
    }
    const announcement = readAnnouncement(value);
    if (announcement) return this.listener.announce(announcement);
    const told = readHouseEvent(value);
    if (told) return this.listener.tell(told);
    const audio = readReplyEvent(value);
    if (audio?.type === "audio") {
      this.rate = audio.format === "pcm_s16le" ? audio.rate : 0;
      return;
    }
    const heard = readSpokenEvent(value);
    if (heard) this.listener.hear(heard);
  }

  private readSound(data: ArrayBuffer): void {
    const rate = this.rate;
    this.rate = 0;
    if (rate > 0 && data.byteLength <= MAX_FRAME_BYTES) this.listener.hear({ type: "sound", samples: floats(data), rate });
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
