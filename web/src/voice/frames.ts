import { Resampler } from "./resample";

/** What the server is sent, in hertz. */
export const SPEECH_RATE = 16_000;

/** Samples in one frame: 20 ms. */
export const FRAME_SAMPLES = SPEECH_RATE / 50;

/** Cuts a stream of samples at any rate into frames of 20 ms of signed 16-bit samples at 16 kHz. */
export class Framer {
  private readonly resampler: Resampler;
  private speech = new Float32Array(0);
  private frame = new Int16Array(FRAME_SAMPLES);
  private filled = 0;

  constructor(rate: number, private readonly take: (frame: Int16Array) => void) {
    this.resampler = new Resampler(rate, SPEECH_RATE);
  }

  push(samples: Float32Array): void {
    const room = this.resampler.room(samples.length);
    if (this.speech.length < room) this.speech = new Float32Array(room);
    const count = this.resampler.push(samples, this.speech);
    for (let at = 0; at < count; at++) {
      const value = Math.max(-1, Math.min(1, this.speech[at] as number));
      this.frame[this.filled++] = Math.round(value * 32_767);
      if (this.filled === FRAME_SAMPLES) {
        this.take(this.frame);
        this.frame = new Int16Array(FRAME_SAMPLES); // the one before goes to another thread
        this.filled = 0;
      }
    }
  }
}

/** How loud a frame is, from 0 (a quiet room) to 1 (somebody shouts into the microphone), by decibels. */
export function loudness(frame: Int16Array): number {
  let sum = 0;
  for (const sample of frame) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / (frame.length * 32_768 ** 2) + 1e-9);
  return Math.max(0, Math.min(1, (decibels + 55) / 45));
}
