// Server-sent events, read from pieces of text of any size. No I/O here.

export class EventTooLong extends Error {}

/** Splits a stream of text into the `data` of its events. Bounded: an event longer than `limit` characters throws. */
export class EventParser {
  private line = "";
  private data: string[] = [];
  private size = 0;
  private afterReturn = false;
  private started = false;

  constructor(private readonly limit: number) {}

  /** The data of every event that `chunk` completes. */
  push(chunk: string): string[] {
    const events: string[] = [];
    let from = 0;
    if (!this.started && chunk.length > 0) {
      this.started = true;
      if (chunk.charCodeAt(0) === 0xfeff) from = 1;
    }
    for (let at = from; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code !== 10 && code !== 13) {
        this.afterReturn = false;
        continue;
      }
      if (code === 10 && this.afterReturn) {
        this.afterReturn = false;
        from = at + 1;
        continue;
      }
      this.afterReturn = code === 13;
      this.keep(chunk.slice(from, at));
      from = at + 1;
      const event = this.endLine();
      if (event !== null) events.push(event);
    }
    this.keep(chunk.slice(from));
    return events;
  }

  private keep(piece: string): void {
    this.size += piece.length;
    if (this.size > this.limit) throw new EventTooLong(`an event is longer than ${this.limit} characters`);
    this.line += piece;
  }

  private endLine(): string | null {
    const line = this.line;
    this.line = "";
    if (line === "") {
      const event = this.data.length > 0 ? this.data.join("\n") : null;
      this.data = [];
      this.size = 0;
      return event;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    if (field === "data") {
      const value = colon < 0 ? "" : line.slice(colon + 1);
      this.data.push(value.startsWith(" ") ? value.slice(1) : value);
    } else {
      this.size -= line.length; // comments and other fields are dropped at once
    }
    return null;
  }
}
