import { useId } from "react";
import { useSurroundings } from "../context";
import { Dialog } from "../dialog";
import type { VoiceControls } from "./usevoice";

/** Hands-free, the short sounds and the volume. */
export function VoiceSettings({ controls, onClose }: { controls: VoiceControls; onClose(): void }) {
  const { texts } = useSurroundings();
  const { options, volume, setOptions, setVolume } = controls;
  const slider = useId();
  return (
    <Dialog title={texts.voice.settings} onClose={onClose}>
      <div className="voice-settings">
        <label className="check">
          <input type="checkbox" checked={options.handsFree} onChange={(event) => setOptions({ ...options, handsFree: event.target.checked })} />
          <span>{texts.voice.handsFree}</span>
        </label>
        <label className="check">
          <input type="checkbox" checked={options.chimes} onChange={(event) => setOptions({ ...options, chimes: event.target.checked })} />
          <span>{texts.voice.chimes}</span>
        </label>
        <div className="voice-volume">
          <label htmlFor={slider}>{texts.voice.volume}</label>
          <input id={slider} type="range" min={0} max={100} step={5} value={Math.round(volume * 100)} onChange={(event) => setVolume(Number(event.target.value) / 100)} />
        </div>
      </div>
    </Dialog>
  );
}
