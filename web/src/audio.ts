import { decodePcm } from "./pcm";
import { Store } from "./store";

/** Plays speech: a whole WAV, or pieces one after the other without a gap. One voice at a time. */
export class Player {
  /** What is being said: the key given to `begin`, or `null`. */
  readonly speaking = new Store<string | null>(null);
  private context: AudioContext | null = null;
  private meter: AnalyserNode | null = null;
  private sources = new Set<AudioBufferSourceNode>();
  private current: string | null = null;
  private nextAt = 0;
  private samples = new Uint8Array(256);

  /** Browsers let a page make sound only after a key or a click: call this from one. */
  wake(): void {
    const context = this.open();
    if (context?.state === "suspended") void context.resume().catch(() => undefined);
  }

  /** Silences what is being said, and makes `key` the one that may speak. */
  begin(key: string): void {
    this.stop();
    this.current = key;
  }

  stop(): void {
    this.current = null;
    for (const source of this.sources) {
      source.onended = null;
      source.stop();
      source.disconnect();
    }
    this.sources.clear();
    this.nextAt = 0;
    this.speaking.set(null);
  }

  /** Adds a piece of 16-bit samples in base64 to what `key` says. */
  addPcm(key: string, base64: string, rate: number): void {
    const context = this.open();
    const samples = decodePcm(base64);
    if (!context || key !== this.current || !samples || samples.length === 0 || rate < 3000 || rate > 192_000) return;
    const buffer = context.createBuffer(1, samples.length, rate);
    buffer.copyToChannel(samples, 0);
    this.schedule(context, key, buffer);
  }

  /** Adds a whole WAV to what `key` says. Throws when it cannot be decoded. */
  async addWav(key: string, wav: ArrayBuffer): Promise<void> {
    const context = this.open();
    if (!context) return;
    const buffer = await context.decodeAudioData(wav);
    if (key === this.current) this.schedule(context, key, buffer);
  }

  /** How loud it is now, from 0 to 1. */
  level(): number {
    if (!this.meter || this.sources.size === 0) return 0;
    this.meter.getByteTimeDomainData(this.samples);
    let sum = 0;
    for (const sample of this.samples) sum += (sample - 128) ** 2;
    return Math.min(1, Math.sqrt(sum / this.samples.length) / 40);
  }

  private schedule(context: AudioContext, key: string, buffer: AudioBuffer): void {
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.meter ?? context.destination);
    const at = Math.max(context.currentTime + 0.03, this.nextAt);
    this.nextAt = at + buffer.duration;
    this.sources.add(source);
    source.onended = () => {
      this.sources.delete(source);
      source.disconnect();
      if (this.sources.size === 0) this.speaking.set(null);
    };
    source.start(at);
    this.speaking.set(key);
  }

  private open(): AudioContext | null {
    if (!this.context && typeof AudioContext !== "undefined") {
      this.context = new AudioContext();
      this.meter = this.context.createAnalyser();
      this.meter.fftSize = this.samples.length;
      this.meter.connect(this.context.destination);
    }
    return this.context;
  }
}
