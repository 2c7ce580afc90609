import { Fragment, memo } from "react";
import { parseBlocks } from "./markup";
import type { Inline } from "./markup";

/** Shows text with the small subset of `markup.ts`, as React nodes: nothing in it can become an element or a link. */
export const RichText = memo(function RichText({ source }: { source: string }) {
  return (
    <div className="rich">
      {parseBlocks(source).map((block, at) => {
        switch (block.kind) {
          case "paragraph":
            return <p key={at}>{block.lines.map((line, row) => <Fragment key={row}>{row > 0 && <br />}<Line parts={line} /></Fragment>)}</p>;
          case "list": {
            const items = block.items.map((item, row) => <li key={row}><Line parts={item} /></li>);
            return block.ordered ? <ol key={at} start={block.start}>{items}</ol> : <ul key={at}>{items}</ul>;
          }
          case "code":
            return <pre key={at} tabIndex={0}><code>{block.text}</code></pre>;
        }
      })}
    </div>
  );
});

function Line({ parts }: { parts: Inline[] }) {
  return (
    <>
      {parts.map((part, at) => (part.kind === "bold" ? <strong key={at}>{part.text}</strong> : part.kind === "code" ? <code key={at}>{part.text}</code> : <Fragment key={at}>{part.text}</Fragment>))}
    </>
  );
}
