/** Where the API is. Empty: the same origin as the page, which is how Jarvis serves it. */
export const BASE_URL = "";

/** How long a plain request may take before it counts as unanswered, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 15_000;

/** How long a streamed answer may stay silent before it counts as lost, in milliseconds. */
export const STREAM_SILENCE_MS = 120_000;

/** The longest server-sent event that is accepted, in characters. One sentence of audio is about 0.5 million. */
export const MAX_EVENT_CHARACTERS = 4_000_000;

/** The longest answer that is kept on the page, in characters. */
export const MAX_ANSWER_CHARACTERS = 200_000;

/** The longest message that can be typed, in characters: the server takes no more. */
export const MAX_MESSAGE_CHARACTERS = 8000;

/** How often the timers are read again while the page is in front, in milliseconds: some are set by voice. */
export const TIMERS_EVERY_MS = 30_000;

/** How long an announcement stays in the corner, in milliseconds. */
export const TOAST_MS = 30_000;

/** Toasts and announcements kept on the page at once. */
export const MAX_TOASTS = 4;
