import { useSurroundings } from "../context";

/** What is being said, as far as it is understood; it becomes a message when it is final. */
export function LiveBubble({ text }: { text: string }) {
  const { texts } = useSurroundings();
  return (
    <article className="turn">
      <div className="question question-live" aria-busy="true">
        <span className="hidden">{texts.you}{texts.colon}</span>
        {text ? <p>{text}</p> : <p className="pending-dots" aria-hidden="true"><i /><i /><i /></p>}
      </div>
    </article>
  );
}
