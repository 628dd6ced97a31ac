import { Notice } from '#client/ui/StateViews.tsx';

/** What there is to tell after sending was tried. */
export function SendNotices({ notice, problem }: { readonly notice: string | null; readonly problem: string | null }) {
  return (
    <>
      {notice === null ? null : <Notice tone="info">{notice}</Notice>}
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
    </>
  );
}
