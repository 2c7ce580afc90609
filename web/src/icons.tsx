import type { ReactNode } from "react";

export type IconName = "send" | "stop" | "play" | "speaker" | "mute" | "plus" | "trash" | "menu" | "close" | "timer" | "list" | "memory" | "spark" | "trace" | "retry" | "down" | "exit" | "warning" | "bell" | "eye" | "hidden" | "home" | "chat" | "clock" | "lamp" | "plug" | "shutter" | "lock" | "unlock" | "heat" | "fan" | "pause" | "up" | "minus" | "microphone" | "tune" | "key" | "copy" | "download" | "screen" | "phone" | "people";

const SHAPES: Record<IconName, ReactNode> = {
  send: <path d="M5 12h13M12.5 5.5 19 12l-6.5 6.5" />,
  stop: <rect x="6.5" y="6.5" width="11" height="11" rx="2" fill="currentColor" />,
  play: <path d="M8 5.5v13l10.5-6.5z" fill="currentColor" />,
  speaker: <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11" />,
  mute: <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5m0-5-5 5" />,
  plus: <path d="M12 5v14M5 12h14" />,
  trash: <path d="M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.2 10.5v5.5M13.8 10.5v5.5" />,
  menu: <path d="M4 7h16M4 12h11M4 17h16" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  timer: <><circle cx="12" cy="13.5" r="7" /><path d="M12 9.5v4l2.5 2M9.5 3.5h5" /></>,
  list: <path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.5M4.5 12h.5M4.5 17.5h.5" />,
  memory: <path d="M6 4.5h12v15l-6-4-6 4z" />,
  spark: <path d="M13 3 5.5 13.5H11L10 21l8-11h-6z" />,
  trace: <path d="M4 18.5V13M9.3 18.5V6M14.6 18.5V10M20 18.5V8" />,
  retry: <path d="M19 12a7 7 0 1 1-2.2-5.1M19.5 3.5V8H15" />,
  down: <path d="M12 5v13M6 12.5l6 6 6-6" />,
  exit: <path d="M14 5H6v14h8M10.5 12H20M16.5 8.5 20 12l-3.5 3.5" />,
  warning: <path d="M12 4 3 19.5h18zM12 10v4.5M12 17v.3" />,
  bell: <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4" />,
  eye: <><path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" /><circle cx="12" cy="12" r="2.8" /></>,
  home: <path d="m4 11.5 8-7 8 7M6.5 9.8V19.5h11V9.8M10.2 19.5v-5h3.6v5" />,
  chat: <path d="M4.5 5.5h15v10.5h-8l-4 3.5v-3.5h-3z" />,
  clock: <><circle cx="12" cy="12" r="8" /><path d="M12 7.5V12l3 2.5" /></>,
  lamp: <path d="M9.5 17.5h5M10.3 20.5h3.4M12 3.5a6 6 0 0 0-3.4 11c.6.5.9 1.1.9 1.8v1.2h5v-1.2c0-.7.3-1.3.9-1.8a6 6 0 0 0-3.4-11z" />,
  plug: <path d="M9 3.5V8M15 3.5V8M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v3.5" />,
  shutter: <path d="M4.5 4.5h15M6 4.5v15h12v-15M6 8.2h12M6 11.9h12M6 15.6h12" />,
  lock: <path d="M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2" />,
  unlock: <path d="M6 11h12v8.5H6zM8.5 11V7.5a3.5 3.5 0 0 1 6.8-1.2M12 14.5v2" />,
  heat: <path d="M10 14.2V5.5a2 2 0 0 1 4 0v8.7a4 4 0 1 1-4 0zM12 9v7" />,
  fan: <><circle cx="12" cy="12" r="1.8" /><path d="M12 10.2C11 6 12.5 3.5 15 4.5s1 4-1.5 6.2M13.6 13c3.9 1.7 5.2 4.3 3.3 6-1.9 1.8-4-.3-4.6-3.8M10.4 12.9c-2.9 3.1-5.9 3.3-6.5.8-.6-2.6 2.2-3.6 5.8-2.6" /></>,
  pause: <path d="M8 5.5v13M16 5.5v13" strokeWidth="3" />,
  up: <path d="M12 19V6M6 11.5l6-6 6 6" />,
  minus: <path d="M5 12h14" />,
  microphone: <><rect x="9" y="3.5" width="6" height="11" rx="3" /><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" /></>,
  tune: <path d="M4 7h9M17 7h3M4 17h3M11 17h9M13 4.8v4.4h4V4.8zM7 14.8v4.4h4v-4.4z" />,
  key: <><circle cx="8" cy="15.5" r="4" /><path d="M11 12.5 19.5 4M15.5 8l3 3M13.2 10.3l1.6 1.6" /></>,
  copy: <path d="M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9" />,
  download: <path d="M12 4.5v11M7 11l5 5 5-5M5 19.5h14" />,
  screen: <path d="M4 5.5h16v10.5H4zM9.5 19.5h5M12 16v3.5" />,
  phone: <><rect x="7.5" y="3.5" width="9" height="17" rx="2" /><path d="M11.2 17.5h1.6" /></>,
  people: <><circle cx="9" cy="9" r="3.2" /><path d="M3.5 19c.4-3.4 2.6-5 5.5-5s5.1 1.6 5.5 5M15.5 6.1a3.2 3.2 0 0 1 0 5.8M17 14.4c2 .6 3.2 2.1 3.5 4.6" /></>,
  hidden: <path d="M4 4l16 16M9.5 5.9A9.5 9.5 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6 7.8A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.9" />,
};

/** A line drawing of 24 units; what it means is said by the control that holds it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
