import type { Player } from "../audio";
import type { Failure } from "../failure";
import { newKey } from "../turns";
import type { ReplyEvent } from "../wire";
import type { SpokenEvent } from "./wire";

/** Where the turns of a spoken conversation are shown. */
export interface Talk {
  /** An utterance was understood, and is being answered. */
  asked(key: string, question: string, speaker: string): void;
  events(key: string, events: ReplyEvent[]): void;
  stopped(key: string): void;
  failed(key: string, failure: Failure): void;
  /** The conversation that is on the page. */
  conversation(): string | null;
  /** Who is signed in. */
  user(): string;
}

interface Turn {
  key: string;
  /** Something of its answer has come: another utterance now ends it, and else waits for it. */
  begun: boolean;
  /** Somebody else said it, in a conversation of their own. */
  others: boolean;
}

/** The turns of a spoken conversation, from what was understood to the last sound of the answer. */
export class Answers {
  /** The turn that is being answered. */
  private current: Turn | null = null;
  private waiting: Turn[] = [];
  /** The turn whose speech comes: it may still come when the answer is complete. */
  private voice: string | null = null;
  /** The turn whose speech is being played. */
  private sounding: string | null = null;
  /** The answer was cut off here: what is still on its way is not wanted. */
  private hushed = false;

  /** `played` is called when an answer has been heard to its end. */
  constructor(private readonly player: Player, private readonly talk: Talk, private readonly played: () => void) {}

  get isRunning(): boolean {
    return this.current !== null;
  }

  /** Whether an answer was cut off here, and what still comes of it is passed over. */
  get isHushed(): boolean {
    return this.hushed;
  }

  /** Whether what is being answered belongs to the conversation of the page. */
  get isOwn(): boolean {
    return this.current?.others === false;
  }

  asked(question: string, speaker: string): void {
    this.hushed = false;
    const turn = { key: newKey(), begun: false, others: speaker !== "" && speaker !== this.talk.user() };
    this.talk.asked(turn.key, question, speaker);
    if (this.current && !this.current.begun) {
      this.waiting.push(turn);
    } else {
      if (this.current) this.talk.stopped(this.current.key);
      this.begin(turn);
    }
  }

  take(event: Exclude<SpokenEvent, { type: "transcript" }>): void {
    if (this.hushed) return;
    switch (event.type) {
      case "sound":
        return this.play(event.samples, event.rate);
      case "text":
      case "action":
      case "sentence":
        if (!this.current) this.asked("", ""); // Jarvis speaks first
        break;
    }
    const { current } = this;
    if (!current) return;
    switch (event.type) {
      case "thinking":
      case "text":
        current.begun = true;
        return this.talk.events(current.key, [event]);
      case "action":
      case "sentence":
        return this.talk.events(current.key, [event]);
      case "done":
        this.talk.events(current.key, [current.others ? { ...event, conversation_id: "" } : event]);
        return this.next();
      case "error":
        this.talk.events(current.key, [event]);
        return this.next();
    }
  }

  /** Somebody speaks: the loudspeaker falls silent. It goes on when it turns out to have been a cough. */
  cut(): void {
    this.hushed = false;
    if (this.sounding === null) return;
    this.sounding = null;
    this.player.stop();
  }

  /** The answer is not wanted; `false` when there is none. */
  interrupt(): boolean {
    if (!this.current && this.sounding === null) return false;
    this.cut();
    this.settle();
    this.hushed = true;
    return true;
  }

  /** Nothing is being answered any more. */
  settle(): void {
    for (const turn of this.all()) this.talk.stopped(turn.key);
  }

  fail(failure: Failure): void {
    for (const turn of this.all()) this.talk.failed(turn.key, failure);
    this.voice = null;
    if (this.sounding !== null) this.player.finish(this.sounding);
  }

  private all(): Turn[] {
    const turns = [...(this.current ? [this.current] : []), ...this.waiting];
    this.current = null;
    this.waiting = [];
    return turns;
  }

  private begin(turn: Turn): void {
    this.cut();
    this.current = turn;
    this.voice = turn.key;
  }

  private next(): void {
    if (this.sounding !== null) this.player.finish(this.sounding);
    this.current = null;
    const next = this.waiting.shift();
    if (next) this.begin(next);
  }

  private play(samples: Float32Array, rate: number): void {
    const key = this.voice;
    if (key === null) return;
    if (this.sounding !== key) {
      this.player.begin(key, () => {
        if (this.sounding !== key) return; // cut off
        this.sounding = null;
        this.played();
      });
      this.sounding = key;
    }
    this.player.add(key, samples, rate);
    if (this.current?.key !== key) this.player.finish(key); // the rest, after a cough
  }
}
