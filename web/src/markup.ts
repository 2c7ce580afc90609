// The small subset of Markdown that answers are shown in: paragraphs, line breaks, lists, **bold**, `code`. Everything else is plain text.

export type Inline = { kind: "text" | "bold" | "code"; text: string };
export type Block =
  | { kind: "paragraph"; lines: Inline[][] }
  | { kind: "list"; ordered: boolean; start: number; items: Inline[][] }
  | { kind: "code"; text: string };

const BULLET = /^\s{0,3}[-*•]\s+(.*)$/;
const NUMBER = /^\s{0,3}(\d{1,4})[.)]\s+(.*)$/;

export function parseBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let fence: string[] | null = null;
  let open: Block | null = null; // the paragraph or list that the next line may continue
  for (const line of source.replace(/\r\n?/g, "\n").split("\n")) {
    if (line.trimStart().startsWith("```")) {
      if (fence) blocks.push({ kind: "code", text: fence.join("\n") });
      fence = fence ? null : [];
      open = null;
      continue;
    }
    if (fence) {
      fence.push(line);
      continue;
    }
    if (line.trim() === "") {
      open = null;
      continue;
    }
    const bullet = BULLET.exec(line);
    const numbered = bullet ? null : NUMBER.exec(line);
    if (bullet || numbered) {
      const ordered = numbered !== null;
      const item = parseInline((bullet ? bullet[1] : numbered?.[2]) ?? "");
      if (open?.kind === "list" && open.ordered === ordered) open.items.push(item);
      else blocks.push((open = { kind: "list", ordered, start: Number(numbered?.[1] ?? 1), items: [item] }));
    } else if (open?.kind === "paragraph") {
      open.lines.push(parseInline(line));
    } else {
      blocks.push((open = { kind: "paragraph", lines: [parseInline(line)] }));
    }
  }
  if (fence) blocks.push({ kind: "code", text: fence.join("\n") }); // still being streamed
  return blocks;
}

export function parseInline(source: string): Inline[] {
  const parts: Inline[] = [];
  let plain = "";
  const flush = () => {
    if (plain) parts.push({ kind: "text", text: plain });
    plain = "";
  };
  let at = 0;
  while (at < source.length) {
    const mark = source[at] === "`" ? "`" : source.startsWith("**", at) ? "**" : null;
    const close = mark ? source.indexOf(mark, at + mark.length + 1) : -1;
    if (mark && close > 0) {
      const inner = source.slice(at + mark.length, close);
      if (inner && (mark === "`" || inner.trim() === inner)) {
        flush();
        parts.push({ kind: mark === "`" ? "code" : "bold", text: inner });
        at = close + mark.length;
        continue;
      }
    }
    plain += source[at] ?? "";
    at++;
  }
  flush();
  return parts;
}

/** The answer without its marks, as it is read aloud. */
export function plainText(source: string): string {
  const inline = (parts: Inline[]) => parts.map((part) => part.text).join("");
  return parseBlocks(source)
    .map((block) => {
      switch (block.kind) {
        case "paragraph": return block.lines.map(inline).join("\n");
        case "list": return block.items.map(inline).join("\n");
        case "code": return block.text;
      }
    })
    .join("\n");
}
