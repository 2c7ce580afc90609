import { loudness } from "./frames";
import { troubleFrom } from "./trouble";
import type { VoiceTrouble } from "./trouble";

/** The address of the built `worklet.ts`, set by `build.sh`. */
declare const WORKLET_URL: string;

export interface MicrophoneListener {
  /** The next 20 ms: signed 16-bit samples at 16 kHz. */
  frame(samples: ArrayBuffer): void;
  /** The system silenced the microphone, or lets it be heard again. */
  muted(muted: boolean): void;
  /** It went away by itself. */
  lost(): void;
}

/** The browser's microphone, without echo and noise. It is on from `open` to `close`, and at no other time. */
export class Microphone {
  private stream: MediaStream | null = null;
  private context: AudioContext | null = null;
  private generation = 0;
  private loud = 0;

  /** Why it cannot even be asked for here, or `null`. */
  static obstacle(): VoiceTrouble | null {
    if (!window.isSecureContext) return "insecure";
    if (!navigator.mediaDevices?.getUserMedia || typeof AudioWorkletNode === "undefined") return "unsupported";
    return null;
  }

  /** Call it from a key or a click. Answers with what is in the way, or `null` once it is on; `false` when it was closed meanwhile. */
  async open(listener: MicrophoneListener): Promise<VoiceTrouble | null | false> {
    this.close();
    const obstacle = Microphone.obstacle();
    if (obstacle) return obstacle;
    const generation = this.generation;
    const asked = navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 } });
    asked.catch(() => undefined); // it is waited for below
    try {
      const context = new AudioContext({ latencyHint: "interactive" });
      this.context = context;
      await context.audioWorklet.addModule(WORKLET_URL);
      const stream = await asked;
      if (generation !== this.generation) {
        release(stream);
        return false;
      }
      this.stream = stream;
      const ear = new AudioWorkletNode(context, "ear", { numberOfInputs: 1, numberOfOutputs: 1, channelCount: 1, channelCountMode: "explicit" });
      ear.port.onmessage = (event: MessageEvent<ArrayBuffer>) => {
        if (generation !== this.generation) return;
        this.loud = loudness(new Int16Array(event.data));
        listener.frame(event.data);
      };
      context.createMediaStreamSource(stream).connect(ear);
      ear.connect(context.destination); // it says nothing, but is not run otherwise
      if (context.state === "suspended") void context.resume().catch(() => undefined);
      for (const track of stream.getAudioTracks()) {
        track.onended = () => {
          if (generation === this.generation) listener.lost();
        };
        track.onmute = track.onunmute = () => {
          if (track.muted) this.loud = 0;
          if (generation === this.generation) listener.muted(track.muted);
        };
        if (track.muted) listener.muted(true);
      }
      return null;
    } catch (error) {
      asked.then(release, () => undefined); // nobody uses it
      if (generation !== this.generation) return false;
      this.close();
      return troubleFrom(error);
    }
  }

  close(): void {
    this.generation++;
    this.loud = 0;
    if (this.stream) release(this.stream);
    this.stream = null;
    void this.context?.close().catch(() => undefined);
    this.context = null;
  }

  /** How loud it is now, from 0 to 1. */
  level(): number {
    return this.loud;
  }
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.stop();
  }
}
