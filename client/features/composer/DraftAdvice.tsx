import type { ComposerQuery } from '#client/gql/graphql.ts';
import { DraftPromises } from './DraftPromises.tsx';
import { FindingList } from './FindingList.tsx';
import { OverrideReason } from './OverrideReason.tsx';
import type { useDraftCheck } from './use-draft-check.ts';

type DraftAdviceProps = {
  readonly text: string;
  readonly basis: NonNullable<ComposerQuery['conversation']>['draftBasis'];
  readonly check: ReturnType<typeof useDraftCheck>;
  readonly onShow: (start: number, end: number) => void;
};

/** What the draft promises, what is to be mended in it, and why it may go as it is. */
export function DraftAdvice({ text, basis, check, onShow }: DraftAdviceProps) {
  return (
    <>
      <DraftPromises text={text} vagueMaxMs={basis.vagueMaxMs} hours={basis.hours} now={check.now} />
      <FindingList
        findings={check.findings}
        draft={text}
        acceptedCodes={check.acceptedCodes}
        onAccept={check.accept}
        onShow={onShow}
      />
      {check.overrides ? <OverrideReason reason={check.reason} onChange={check.setReason} /> : null}
    </>
  );
}
