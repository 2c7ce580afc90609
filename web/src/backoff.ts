/** The wait before attempt number `attempt` (from 0), in milliseconds: doubles up to half a minute, with jitter so that pages do not come back all at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(30_000, 1000 * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}
