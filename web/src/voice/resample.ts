/** Zero crossings of the sinc on each side of a sample, at the lower of the two rates. */
const CROSSINGS = 16;

/** The share of the lower rate's band that passes whole; what is above its half is then some 80 dB down. */
const PASSED = 0.9;

/** Of the Kaiser window: about 80 dB between what passes and what does not. */
const BETA = 8;

/** Rows of the filter's table at most: between rates without a small ratio the nearest row is taken. */
const MAX_ROWS = 512;

/**
 * Changes the rate of a stream of samples that comes in pieces: a polyphase filter with a windowed sinc
 * (J. O. Smith, Digital Audio Resampling, https://ccrma.stanford.edu/~jos/resample/). The seams between pieces cannot be heard, for there are none.
 */
export class Resampler {
  /** Each `up` outputs take `down` inputs. */
  private readonly up: number;
  private readonly down: number;
  private readonly taps: number;
  private readonly rows: number;
  private readonly table: Float32Array;
  private held: Float32Array;
  private filled: number;
  private phase = 0;
  /** Inputs that are yet to come and not needed any more: a step may be longer than what is held. */
  private skip = 0;

  /** Rates in hertz. */
  constructor(from: number, to: number) {
    const common = divisor(Math.round(from), Math.round(to));
    this.up = Math.round(to) / common;
    this.down = Math.round(from) / common;
    const scale = Math.min(1, this.up / this.down);
    const half = Math.ceil(CROSSINGS / scale);
    this.taps = 2 * half;
    this.rows = Math.min(this.up, MAX_ROWS);
    this.table = filter(this.rows, half, scale * PASSED);
    this.held = new Float32Array(this.taps + 4096);
    this.filled = half - 1; // silence before the first sample, so that the first output lies on it
  }

  /** How many samples `count` more can become, at most. */
  room(count: number): number {
    return Math.ceil(((count + this.taps) * this.up) / this.down) + 1;
  }

  /** Takes the next piece and writes what it becomes to `output`, which has `room` for it; returns how many samples that is. */
  push(input: Float32Array, output: Float32Array): number {
    if (this.up === this.down) {
      output.set(input);
      return input.length;
    }
    this.take(input);
    const { held, table, taps, rows, up, down } = this;
    let written = 0;
    let start = 0;
    while (start + taps <= this.filled) {
      const row = (rows === up ? this.phase : Math.floor((this.phase * rows) / up)) * taps;
      let sum = 0;
      for (let tap = 0; tap < taps; tap++) sum += (held[start + tap] as number) * (table[row + tap] as number);
      output[written++] = sum;
      this.phase += down;
      start += Math.floor(this.phase / up);
      this.phase %= up;
    }
    const used = Math.min(start, this.filled);
    held.copyWithin(0, used, this.filled);
    this.filled -= used;
    this.skip = start - used;
    return written;
  }

  private take(input: Float32Array): void {
    const skipped = Math.min(this.skip, input.length);
    this.skip -= skipped;
    const rest = skipped > 0 ? input.subarray(skipped) : input;
    if (this.filled + rest.length > this.held.length) {
      const larger = new Float32Array((this.filled + rest.length) * 2);
      larger.set(this.held.subarray(0, this.filled));
      this.held = larger;
    }
    this.held.set(rest, this.filled);
    this.filled += rest.length;
  }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** For each of `rows` places between two inputs, the weights of the `2 * half` inputs around it; their sum is 1. */
function filter(rows: number, half: number, cutoff: number): Float32Array {
  const taps = 2 * half;
  const table = new Float32Array(rows * taps);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const at = tap - (half - 1) - row / rows;
      const weight = sinc(cutoff * at) * kaiser(at / half);
      table[row * taps + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < taps; tap++) table[row * taps + tap] = (table[row * taps + tap] as number) / sum;
  }
  return table;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
}

/** The modified Bessel function of the first kind and order 0, by its series. */
function bessel(x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; term > sum * 1e-12; n++) {
    term *= (x / (2 * n)) ** 2;
    sum += term;
  }
  return sum;
}
