import { useEffect, useId, useRef } from "react";

export type CoreState = "idle" | "thinking" | "answering" | "speaking" | "listening" | "hearing" | "asleep" | "offline";

/** The states that follow a voice: Jarvis's own, or what the microphone hears. */
const LIVE = new Set<CoreState>(["speaking", "listening", "hearing"]);

/** The round emblem of Jarvis: breathes when idle, turns when thinking, and follows the voice when speaking or listening. `level` tells how loud that is, from 0 to 1. */
export function Core({ state, size, level }: { state: CoreState; size: number; level?(): number }) {
  const id = useId().replace(/:/g, "");
  const drawing = useRef<SVGSVGElement>(null);

  useEffect(() => {
    const element = drawing.current;
    if (!LIVE.has(state) || !level || !element) return undefined;
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return undefined;
    let frame = 0;
    let shown = 0;
    const follow = () => {
      shown += (level() - shown) * 0.35;
      element.style.setProperty("--level", shown.toFixed(3));
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => {
      cancelAnimationFrame(frame);
      element.style.removeProperty("--level");
    };
  }, [state, level]);

  return (
    <svg ref={drawing} className={`core core-${state}`} viewBox="-100 -100 200 200" width={size} height={size} aria-hidden="true" focusable="false">
      <defs>
        <radialGradient id={`${id}heart`}>
          <stop offset="0" className="core-stop-white" />
          <stop offset=".28" className="core-stop-bright" />
          <stop offset=".62" className="core-stop-deep" />
          <stop offset="1" className="core-stop-none" />
        </radialGradient>
        <linearGradient id={`${id}ring`} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" className="core-stop-bright" />
          <stop offset="1" className="core-stop-second" />
        </linearGradient>
      </defs>
      <circle className="core-level" r="94" />
      <circle className="core-halo" r="98" fill={`url(#${id}heart)`} />
      <circle className="core-ticks" r="86" pathLength="120" />
      <g className="core-turn core-turn-slow">
        <path className="core-arc-thin" d="M0-74A74 74 0 0 1 64.1 37M-37 64.1A74 74 0 0 1-64.1-37" />
      </g>
      <g className="core-turn core-turn-back">
        <path className="core-arc" stroke={`url(#${id}ring)`} d="M-60 0A60 60 0 0 1 42.4-42.4M60 0A60 60 0 0 1 0 60" />
      </g>
      <circle className="core-inner" r="42" />
      <g className="core-turn core-turn-fast">
        <circle className="core-dash" r="42" pathLength="100" />
      </g>
      <circle className="core-heart" r="34" fill={`url(#${id}heart)`} />
      <circle className="core-pupil" r="11" />
    </svg>
  );
}
