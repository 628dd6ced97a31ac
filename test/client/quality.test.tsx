import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { partInTurn, readReviewKey, scoresToSend } from '#client/features/quality/quality-scores.ts';
import { QualitySection } from '#client/features/quality/QualitySection.tsx';
import { nl } from '#client/lib/i18n/nl.ts';
import { ViewerContext } from '#client/lib/viewer.ts';
import { renderScreen, viewer } from './support/render-screen.tsx';

const lead = { ...viewer, id: 'u9', role: 'lead' } as const;
const sentAt = '2026-03-02T09:00:00.000Z';
const channel = { name: 'messenger', label: 'Messenger' };

const caseOf = (id: string, change: object = {}) => ({
  reply: { id, conversationId: 'c1', sentAt, text: `Hoi. Dat doen wij niet (${id}).`, channel },
  ...{ writer: { id: 'u1', name: 'Sanne de Wit' }, contact: { id: 'k1', displayName: 'Noor' } },
  customerMessages: [{ id: 'm1', sentAt, text: 'Ik wacht al twee dagen!' }],
  ...{ tookMs: 2 * 86_400_000, normMs: 86_400_000, normLateMs: 86_400_000, promiseLateMs: null, promise: null },
  findings: [
    {
      ...{ code: 'late_no_apology', level: 'error', start: null, end: null, suggestion: null },
      message: { nl: 'Geen excuus voor het wachten.', en: 'No apology for the wait.' },
    },
  ],
  ...{ reviews: [], ownReview: null },
  ...change,
});
const sampled = (messageId: string, reviewed = false) => ({
  messageId,
  reviewed,
  writer: { id: 'u1', name: 'Sanne de Wit' },
});
const means = (mean: number | null, count: number) =>
  ['timeliness', 'empathy', 'content', 'tone', 'expectation'].map((part) => ({ part, mean, count }));
const trend = (replies: number, mean: number | null) => ({
  __typename: 'QualityTrend',
  ...{ from: '2026-02-01', to: '2026-03-02', replies, complete: true, means: means(mean, replies) },
  steps: [{ from: '2026-02-23', replies, means: means(mean, replies) }],
});
const sampleOf = (...replies: object[]) => ({
  __typename: 'QualitySample',
  ...{ reviewable: 40, left: 30, complete: true, replies },
});

function showAs(who: typeof lead | typeof viewer, root: object) {
  const shown = (
    <ViewerContext value={who}>
      <QualitySection />
    </ViewerContext>
  );
  return renderScreen(shown, { teams: [], qualityTrend: trend(0, null), ...root });
}

describe('scoring by keyboard', () => {
  test('reads digits, moves and saving; while text is written only saving', () => {
    const press = (key: string, change: object = {}) => ({
      ...{ key, ctrlKey: false, metaKey: false, altKey: false },
      ...change,
    });
    expect(readReviewKey(press('4'), false)).toEqual({ kind: 'score', score: 4 });
    expect(readReviewKey(press('0'), false)).toEqual({ kind: 'score', score: null });
    expect(readReviewKey(press('6'), false)).toBeNull();
    expect(readReviewKey(press('1', { ctrlKey: true }), false)).toBeNull();
    expect(readReviewKey(press('k'), false)).toEqual({ kind: 'move', by: -1 });
    expect(readReviewKey(press('4'), true)).toBeNull();
    expect(readReviewKey(press('Enter', { ctrlKey: true }), true)).toEqual({ kind: 'save' });
    expect(partInTurn({ timeliness: null }, null)).toBe('empathy');
    expect(partInTurn({}, 'tone')).toBe('tone');
    const none = { timeliness: null, empathy: null, content: null, tone: null, expectation: null };
    expect(scoresToSend(none)).toBeNull();
    expect(scoresToSend({ ...none, tone: 2 })).toHaveLength(5);
    expect(scoresToSend({ tone: 2 })).toBeNull();
  });

  test('scores part after part, saves and goes on to the next reply', async () => {
    const { sent } = showAs(lead, {
      qualitySample: sampleOf(sampled('r0', true), sampled('r1'), sampled('r2')),
      reviewCase: ({ messageId }: { messageId: string }) => caseOf(messageId),
      reviewReply: { __typename: 'ReplyReviewed', review: { id: 'q1' } },
    });
    expect(await screen.findByText('1 van 3 beoordeeld')).toBeTruthy();
    expect(await screen.findByText(/Dat doen wij niet \(r1\)/u)).toBeTruthy();
    expect(screen.getByText('Geen excuus voor het wachten.')).toBeTruthy();
    expect(screen.getByText(/1 d over de norm/u)).toBeTruthy();
    const form = screen.getByRole('form', { name: nl.quality.scores });
    fireEvent.keyDown(form, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText(nl.quality.incompleteScores)).toBeTruthy();
    fireEvent.keyDown(within(form).getByText(nl.quality.scores), { key: '2' });
    for (const key of ['3', '4', '0', '5']) fireEvent.keyDown(document.activeElement ?? form, { key });
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    fireEvent.keyDown(document.activeElement ?? form, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText(/Dat doen wij niet \(r2\)/u)).toBeTruthy();
    expect(screen.getByText('2 van 3 beoordeeld')).toBeTruthy();
    const review = sent.find(({ operationName }) => operationName === 'ReviewReply');
    const scores = [2, 3, 4, null, 5].map((score, index) => ({ part: means(null, 0)[index]?.part, score }));
    expect(review?.variables['input']).toEqual({ messageId: 'r1', scores, note: '' });
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe(nl.quality.scores);
    });
  });
});

describe('the page', () => {
  test('says when there is nothing to review, and nothing reviewed yet', async () => {
    showAs(lead, { qualitySample: { ...sampleOf(), reviewable: 0, left: 0 } });
    expect(await screen.findByText(nl.quality.empty)).toBeTruthy();
    expect(await screen.findByText(nl.quality.trendEmpty)).toBeTruthy();
  });

  test('gives no mean of fewer than five replies, and names nobody in the course', async () => {
    showAs(lead, { qualitySample: sampleOf(), qualityTrend: trend(4, null) });
    const course = await screen.findByRole('region', { name: nl.quality.trend });
    await within(course).findByText(/4 antwoorden beoordeeld/u);
    expect(within(course).getAllByText(nl.quality.tooFew).length).toBeGreaterThan(4);
    expect(course.textContent).not.toContain('Sanne');
  });

  test('shows an agent their own reviews and no sample', async () => {
    const scores = means(null, 0).map(({ part }) => ({ part, score: part === 'tone' ? null : 4 }));
    const { sent } = showAs(viewer, {
      ownReviews: [
        {
          ...{
            id: 'q1',
            conversationId: 'c1',
            reviewerName: 'Marit',
            note: 'Mooi gedaan.',
            at: sentAt,
            repliedAt: sentAt,
          },
          ...{ scores, reply: { id: 'r1', text: 'Goedemorgen!' } },
        },
      ],
    });
    expect(await screen.findByText('Mooi gedaan.')).toBeTruthy();
    expect(screen.getByText('Door Marit')).toBeTruthy();
    expect(screen.getByText(nl.quality.notApplicable)).toBeTruthy();
    expect(sent.map(({ operationName }) => operationName)).toEqual(['OwnReviews']);
  });
});
