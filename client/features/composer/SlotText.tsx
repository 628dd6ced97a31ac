import { markText } from '#client/lib/marked-text.ts';
import { openSlotsOf } from './draft-findings.ts';

/** A text with its open slots marked. */
export function SlotText({ text }: { readonly text: string }) {
  const marks = openSlotsOf(text).map(({ start, end, name }) => ({ start, end, value: name }));
  return (
    <p className="suggestion__text">
      {markText(text, marks).map((segment) =>
        segment.values.length === 0 ? (
          <span key={segment.start}>{segment.text}</span>
        ) : (
          <mark key={segment.start} className="slot">
            {segment.values[0]}
          </mark>
        ),
      )}
    </p>
  );
}
