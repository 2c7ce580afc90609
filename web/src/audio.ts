import { Store } from "./store";
import { Resampler } from "./voice/resample";

/** Seconds between the coming of a piece and its sound, when nothing plays: the next pieces have this long to come. */
const LEAD = 0.03;

/** Seconds in which what is cut off fades out: at once for the ear, but without a click. */
const FADE = 0.008;

/** The rates that are played, in hertz. */
const RATES = { least: 3000, most: 192_000 };

/** What one answer says. */
interface Speech {
  readonly key: string;
  readonly fader: GainNode;
  readonly sources: Set<AudioBufferSourceNode>;
  /** From the rate of its pieces to the loudspeaker's. */
  resampler: { rate: number; stream: Resampler } | null;
  /** Where its last sample lies on the context's clock, in samples: pieces follow each other to the sample. */
  end: number;
  /** It is complete. */
  whole: boolean;
  /** Called once, when it is over. */
  readonly over: (() => void) | undefined;
}

/** Plays speech: a whole WAV, or pieces one after the other without a gap. One voice at a time. */
export class Player {
  /** What is being said: the key given to `begin`, or `null`. */
  readonly speaking = new Store<string | null>(null);
  private context: AudioContext | null = null;
  private meter: AnalyserNode | null = null;
  private master: GainNode | null = null;
  private speech: Speech | null = null;
  private loud = 1;
  private samples = new Uint8Array(256);

  /** Browsers let a page make sound only after a key or a click: call this from one. */
  wake(): void {
    const context = this.open();
    if (context?.state === "suspended") void context.resume().catch(() => undefined);
  }

  /** How loud speech is to be, from 0 to 1. */
  setVolume(volume: number): void {
    this.loud = volume;
    if (this.context) this.master?.gain.setTargetAtTime(volume, this.context.currentTime, 0.02);
  }

  /** Silences what is being said, and makes `key` the one that may speak. `over` is called when it is cut off, or has been played to its `finish`. */
  begin(key: string, over?: () => void): void {
    this.stop();
    const context = this.open();
    if (!context || !this.meter) return;
    const fader = context.createGain();
    fader.connect(this.meter);
    this.speech = { key, fader, sources: new Set(), resampler: null, end: 0, whole: false, over };
  }

  /** Silences what is being said; no more of it is taken. */
  stop(): void {
    const speech = this.speech;
    this.speech = null;
    if (speech && this.context) {
      const now = this.context.currentTime;
      speech.fader.gain.setValueAtTime(1, now);
      speech.fader.gain.linearRampToValueAtTime(0, now + FADE);
      for (const source of speech.sources) source.stop(now + FADE);
      if (speech.sources.size === 0) speech.fader.disconnect();
    }
    this.speaking.set(null);
    speech?.over?.();
  }

  /** Adds a piece of samples from -1 to 1 to what `key` says. */
  add(key: string, samples: Float32Array, rate: number): void {
    const speech = this.speech;
    if (!this.context || speech?.key !== key || samples.length === 0 || rate < RATES.least || rate > RATES.most) return;
    if (speech.resampler?.rate !== rate) {
      speech.resampler = { rate, stream: new Resampler(rate, this.context.sampleRate) };
    }
    const { stream } = speech.resampler;
    const played = new Float32Array(stream.room(samples.length));
    this.schedule(speech, played.subarray(0, stream.push(samples, played)));
  }

  /** Adds a whole WAV to what `key` says. Throws when it cannot be decoded. */
  async addWav(key: string, wav: ArrayBuffer): Promise<void> {
    const context = this.open();
    if (!context) return;
    const buffer = await context.decodeAudioData(wav);
    const speech = this.speech;
    if (speech?.key === key) this.start(context, speech, buffer);
  }

  /** What `key` says is complete, but for what may still be added before it has been played. */
  finish(key: string): void {
    const speech = this.speech;
    if (speech?.key !== key) return;
    speech.whole = true;
    if (speech.sources.size === 0) this.ended(speech);
  }

  /** A short sound: up when Jarvis wakes, down when it has heard enough. */
  chime(kind: "wake" | "heard"): void {
    const context = this.open();
    if (!context || !this.master) return;
    const notes = kind === "wake" ? [587, 880] : [660, 494];
    notes.forEach((frequency, at) => {
      const start = context.currentTime + at * 0.07;
      const note = context.createOscillator();
      const shape = context.createGain();
      note.frequency.value = frequency;
      shape.gain.setValueAtTime(0, start);
      shape.gain.linearRampToValueAtTime(0.09, start + 0.012);
      shape.gain.exponentialRampToValueAtTime(0.0005, start + 0.13);
      note.connect(shape).connect(this.master as GainNode);
      note.onended = () => shape.disconnect();
      note.start(start);
      note.stop(start + 0.14);
    });
  }

  /** How loud speech is now, from 0 to 1. */
  level(): number {
    if (!this.meter || !this.speech || this.speech.sources.size === 0) return 0;
    this.meter.getByteTimeDomainData(this.samples);
    let sum = 0;
    for (const sample of this.samples) sum += (sample - 128) ** 2;
    return Math.min(1, Math.sqrt(sum / this.samples.length) / 40);
  }

  private schedule(speech: Speech, samples: Float32Array): void {
    const context = this.context;
    if (!context || samples.length === 0) return;
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);
    buffer.copyToChannel(samples, 0);
    this.start(context, speech, buffer);
  }

  private start(context: AudioContext, speech: Speech, buffer: AudioBuffer): void {
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(speech.fader);
    const late = context.currentTime * context.sampleRate > speech.end;
    const at = late ? Math.ceil((context.currentTime + LEAD) * context.sampleRate) : speech.end;
    speech.end = at + buffer.length;
    speech.sources.add(source);
    source.onended = () => {
      speech.sources.delete(source);
      source.disconnect();
      if (speech.sources.size === 0) this.ended(speech);
    };
    source.start(at / context.sampleRate);
    this.speaking.set(speech.key);
  }

  private ended(speech: Speech): void {
    if (speech !== this.speech) return speech.fader.disconnect();
    this.speaking.set(null);
    if (!speech.whole) return; // more may come
    this.speech = null;
    speech.fader.disconnect();
    speech.over?.();
  }

  private open(): AudioContext | null {
    if (!this.context && typeof AudioContext !== "undefined") {
      this.context = new AudioContext({ latencyHint: "interactive" });
      this.meter = this.context.createAnalyser();
      this.meter.fftSize = this.samples.length;
      this.master = this.context.createGain();
      this.master.gain.value = this.loud;
      this.meter.connect(this.master).connect(this.context.destination);
    }
    return this.context;
  }
}
