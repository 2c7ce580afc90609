// Runs on the browser's audio thread (https://webaudio.github.io/web-audio-api/#AudioWorkletProcessor); built as a file of its own.

import { Framer } from "./frames";

declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** Hands what the microphone hears to the page, in frames ready to be sent. */
class Ear extends AudioWorkletProcessor {
  private readonly framer = new Framer(sampleRate, (frame) => this.port.postMessage(frame.buffer, [frame.buffer]));

  process(inputs: Float32Array[][]): boolean {
    const heard = inputs[0]?.[0];
    if (heard) this.framer.push(heard);
    return true;
  }
}

registerProcessor("ear", Ear);
