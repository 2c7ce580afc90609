import type { Player } from "../audio";
import { Failure } from "../failure";
import type { Line } from "../socket";
import { Store } from "../store";
import { Answers } from "./answers";
import type { Talk } from "./answers";
import { Microphone } from "./microphone";
import type { VoiceTrouble } from "./trouble";
import { quiet, reduceVoice } from "./view";
import type { VoiceChange, VoiceView } from "./view";
import type { Opening, SpokenEvent } from "./wire";

/** From here on a press is a hold, in milliseconds: on the button, and on the space bar, where a short press is nothing. */
const HOLD_MS = { pointer: 350, key: 150 };

/** How long it is listened on when the button is let go, in milliseconds: people let go with the last syllable. */
const TAIL_MS = 150;

/** Frames of 20 ms that wait until they can be sent: two seconds. */
const MAX_WAITING_FRAMES = 100;

/** How long the server may take to say that it listens, in milliseconds. */
const START_MS = 10_000;

/** How long the microphone stays on in a page that nobody sees, in milliseconds. */
const HIDDEN_MS = 60_000;

export interface VoiceOptions { handsFree: boolean; chimes: boolean }

/** The spoken conversation of the page: microphone, line and loudspeaker, and what a button does to them. */
export class Voice {
  readonly view = new Store<VoiceView>(quiet);
  private readonly microphone = new Microphone();
  private options: VoiceOptions = { handsFree: false, chimes: true };
  /** How it was opened, as soon as it is known whether a press is a hold. */
  private opening: Opening | null = null;
  /** The server was told to begin. */
  private begun = false;
  private conversation: string | null = null;
  private waiting: ArrayBuffer[] = [];
  private pressed: { timer: number; wasOn: boolean; pointer: boolean } | null = null;
  private startWatch = 0;
  private hiddenWatch = 0;
  /** What is done some moments after the button was let go. */
  private tail: { timer: number; end(): void } | null = null;
  private resumes = false;
  /** The wake word was heard, and nothing behind it yet. */
  private woken = false;
  private chimed = false;
  private readonly answers: Answers;

  constructor(private readonly line: Line, private readonly player: Player, private readonly talk: Talk) {
    this.answers = new Answers(player, talk, () => line.say({ type: "played" }));
  }

  /** Follows the line and the page; ends with what it returns. */
  attach(): () => void {
    const leave = this.line.state.subscribe(() => this.follow());
    document.addEventListener("visibilitychange", this.look);
    return () => {
      leave();
      document.removeEventListener("visibilitychange", this.look);
      window.clearTimeout(this.hiddenWatch);
      this.end();
    };
  }

  /** How loud the microphone hears it now, from 0 to 1. */
  level = (): number => this.microphone.level();

  setOptions(options: VoiceOptions): void {
    const changed = options.handsFree !== this.options.handsFree;
    this.options = options;
    if (changed && this.view.get().microphone === "on" && this.opening && this.opening !== "button") this.converse(options.handsFree ? "wake" : "speech");
  }

  // What a person does

  /** A finger, a mouse button or the space bar goes down. What is said from then on counts. */
  press(by: "pointer" | "key"): void {
    if (this.pressed) return;
    this.player.wake();
    this.tail?.end();
    const wasOn = this.view.get().microphone !== "off";
    this.pressed = { wasOn, pointer: by === "pointer", timer: window.setTimeout(() => this.hold(), HOLD_MS[by]) };
    if (!wasOn && by === "pointer") this.listen(null);
  }

  /** It goes up again. */
  release(): void {
    const { pressed } = this;
    if (!pressed) return;
    this.pressed = null;
    window.clearTimeout(pressed.timer);
    if (this.view.get().held) this.letGo(pressed.wasOn);
    else if (pressed.pointer && pressed.wasOn) this.hangUp();
    else if (pressed.pointer && this.view.get().microphone !== "off") this.converse();
  }

  /** Begins or ends an open conversation. */
  toggle(): void {
    this.player.wake();
    if (this.view.get().microphone !== "off") return this.hangUp();
    this.listen(this.options.handsFree ? "wake" : "speech");
  }

  /** The microphone goes off; what was said is answered yet. */
  hangUp(): void {
    this.send();
    this.end();
    this.change({ type: "off" });
  }

  /** The answer is not wanted any more. */
  interrupt(): void {
    if (!this.answers.interrupt()) return;
    this.line.say({ type: "interrupt" });
    this.change({ type: "hushed" });
  }

  /** Another conversation is on the page: what is said from now on belongs there. */
  goOn(conversation: string | null): void {
    if (!this.begun || conversation === this.conversation) return;
    this.conversation = conversation;
    this.beginAgain();
  }

  /** The page is in another language: that is the one that is spoken from now on. */
  translate(): void {
    if (this.begun) this.beginAgain();
  }

  /** What was in the way is read. */
  dismiss(): void {
    this.change({ type: "trouble", trouble: null });
  }

  // The microphone

  private listen(opening: Opening | null): void {
    this.interrupt();
    this.opening = opening;
    this.waiting = [];
    this.change({ type: "asked", opening });
    void this.microphone.open({
      frame: (samples) => {
        this.waiting.push(samples);
        if (this.waiting.length > MAX_WAITING_FRAMES) this.waiting.shift();
        if (this.begun && this.opening) this.send();
      },
      muted: (muted) => this.change({ type: "muted", muted }),
      lost: () => this.fail("lost"),
    }).then((trouble) => {
      if (trouble === false) return;
      if (trouble) return this.fail(trouble);
      this.change({ type: "on" });
      this.begin();
    });
  }

  private hold(): void {
    const { pressed } = this;
    if (!pressed) return;
    if (!pressed.wasOn) {
      if (!pressed.pointer) this.listen("button");
      this.opening = "button";
    }
    this.answers.cut();
    this.change({ type: "asked", opening: this.opening });
    this.change({ type: "held", held: true });
    if (pressed.wasOn && this.begun) this.line.say({ type: "button", down: true });
    else this.begin();
  }

  private letGo(staysOn: boolean): void {
    this.change({ type: "held", held: false });
    if (!this.begun || this.view.get().microphone !== "on") {
      // Nothing could be said.
      this.hangUp();
      return this.change({ type: "hushed" });
    }
    const end = () => {
      window.clearTimeout(this.tail?.timer);
      this.tail = null;
      this.send();
      const told = this.line.say({ type: "button", down: false });
      if (!staysOn) {
        this.microphone.close();
        this.change({ type: "off" });
      }
      if (told) return;
      this.change({ type: "hushed" });
      this.change({ type: "trouble", trouble: new Failure("unreachable") });
    };
    this.tail = { end, timer: window.setTimeout(end, TAIL_MS) };
  }

  private converse(opening: Opening = this.options.handsFree ? "wake" : "speech"): void {
    this.opening = opening;
    this.begun = false;
    this.change({ type: "asked", opening });
    this.begin();
  }

  /** Once the microphone hears and it is known what for: tells the server. */
  private begin(): void {
    const { microphone, held } = this.view.get();
    if (microphone !== "on" || !this.opening) return;
    // Pushing to talk goes on with the conversation that is open already.
    if (!this.begun || this.opening !== "button") {
      this.begun = true;
      this.conversation = this.talk.conversation();
      this.line.converse(() => this.start());
      if (this.opening !== "button") this.watchStart();
    }
    if (held) this.line.say({ type: "button", down: true });
    this.send();
  }

  private beginAgain(): void {
    if (this.view.get().microphone === "on") this.line.converse(() => this.start());
    else this.end();
  }

  private start() {
    return { opening: this.opening ?? "speech", conversation: this.conversation };
  }

  private send(): void {
    let sent = 0;
    while (sent < this.waiting.length && this.line.sound(this.waiting[sent] as ArrayBuffer)) sent++;
    this.waiting.splice(0, sent);
  }

  private end(): void {
    window.clearTimeout(this.startWatch);
    window.clearTimeout(this.tail?.timer);
    window.clearTimeout(this.pressed?.timer);
    this.tail = null;
    this.pressed = null;
    this.microphone.close();
    this.waiting = [];
    if (this.begun) this.line.leave();
    this.begun = false;
  }

  private fail(trouble: VoiceTrouble): void {
    this.end();
    this.change({ type: "off", trouble });
  }

  private watchStart(): void {
    window.clearTimeout(this.startWatch);
    this.startWatch = window.setTimeout(() => {
      if (this.line.state.get() === "open") this.fail("silent");
    }, START_MS);
  }

  // The line

  /** The line went down, or is back: what is held is held again. */
  private follow(): void {
    if (this.line.state.get() !== "open") {
      window.clearTimeout(this.startWatch);
      this.answers.fail(new Failure("interrupted"));
      this.change({ type: "reconnecting" });
    } else if (this.begun) {
      if (this.view.get().held) this.line.say({ type: "button", down: true });
      else if (this.opening !== "button") this.watchStart();
      this.send();
    }
  }

  /** Something that the server tells. */
  hear(event: SpokenEvent): void {
    window.clearTimeout(this.startWatch);
    switch (event.type) {
      case "listening":
        // Who listens answers nothing any more, unless the wake word or the button came into the answer.
        if (!this.woken && !this.view.get().held && !this.tail) this.answers.settle();
        this.woken = false;
        break;
      case "asleep":
        this.woken = false;
        this.answers.settle();
        break;
      case "wake":
        this.woken = true;
        this.chime("wake");
        break;
      case "speech_started":
        this.woken = this.chimed = false;
        this.answers.cut();
        break;
      case "interrupted":
        this.answers.cut();
        break;
      case "speech_ended":
        this.woken = false;
        if (this.view.get().partial) this.chime("heard"); // else it may have been a cough
        break;
      case "transcript":
        if (!event.final || !event.text) break;
        this.chime("heard");
        this.answers.asked(event.text, event.speaker);
        break;
      case "error":
        if (this.failure(Failure.fromProblem(event.problem, event.problem.status))) return;
        this.answers.take(event);
        break;
      case "done":
        if (event.conversation_id && this.answers.isOwn) this.conversation = event.conversation_id;
        this.answers.take(event);
        break;
      default:
        this.answers.take(event);
    }
    this.change({ type: "heard", event });
  }

  /** Whether a failure ended the conversation; one of an utterance is told beside the microphone, one of an answer in its place. */
  private failure(failure: Failure): boolean {
    const isUtterance = failure.code === "not_understood" || !this.answers.isRunning;
    if (!isUtterance || !this.begun || this.answers.isHushed) return false;
    if (this.view.get().phase === "starting") {
      this.fail(failure);
      return true;
    }
    this.change({ type: "trouble", trouble: failure });
    return false;
  }

  private chime(kind: "wake" | "heard"): void {
    if (!this.options.chimes || (kind === "heard" && (this.chimed || this.opening === "button"))) return;
    this.chimed = kind === "heard";
    this.player.chime(kind);
  }

  // The page

  private look = (): void => {
    window.clearTimeout(this.hiddenWatch);
    if (document.hidden) {
      this.hiddenWatch = window.setTimeout(() => {
        if (this.view.get().microphone === "off") return;
        this.resumes = this.opening === "wake";
        this.fail("hidden");
      }, HIDDEN_MS);
    } else if (this.resumes) {
      this.resumes = false;
      this.listen("wake");
    }
  };

  private change(change: VoiceChange): void {
    this.view.set(reduceVoice(this.view.get(), change));
  }
}
