import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { LabelsSection } from '#client/features/settings/LabelsSection.tsx';
import { renderScreen, viewer } from './support/render-screen.tsx';

const said = (text: string, change: object = {}) => ({
  ...{ kind: 'explicit', act: 'reply', dueAt: '2026-03-03T16:00:00.000Z', wording: { text } },
  ...change,
});
const labels = [
  {
    ...{ id: 'l1', verdict: 'changed', text: 'We bellen u morgen voor vijf uur.' },
    ...{ reader: said('morgen'), person: said('morgen voor vijf uur', { act: 'call' }) },
    ...{ conversation: { id: 'c7' }, by: { id: 'u2', name: 'Youssef Amrani' }, at: '2026-03-02T10:00:00.000Z' },
  },
  {
    ...{ id: 'l2', verdict: 'noPromise', text: 'U had gisteren antwoord moeten krijgen.' },
    ...{ reader: said('gisteren'), person: null, conversation: null, by: null, at: '2026-03-01T10:00:00.000Z' },
  },
];
const admin = { ...viewer, role: 'admin' } as const;
const exportName = 'Downloaden als JSON-regels';

describe('the list of corrections', () => {
  test('sets what the reader read beside what a colleague made of it, with the way to the conversation', async () => {
    renderScreen(<LabelsSection />, { promiseLabels: labels });
    const [changed, none] = await screen.findAllByRole('article');
    const inChanged = within(changed as HTMLElement);
    expect(inChanged.getByText('anders')).toBeDefined();
    expect(inChanged.getByText('morgen')).toBeDefined();
    expect(inChanged.getByText('morgen voor vijf uur')).toBeDefined();
    expect(inChanged.getByText(/Youssef Amrani/u)).toBeDefined();
    expect(inChanged.getByRole('link', { name: 'Naar het gesprek' }).getAttribute('href')).toBe('/inbox/c7');
    const inNone = within(none as HTMLElement);
    expect(inNone.getByText('geen belofte')).toBeDefined();
    expect(inNone.getByText('niets')).toBeDefined();
    expect(inNone.queryByRole('link')).toBeNull();
    // Only admins take the lines out of the product.
    expect(screen.queryByRole('button', { name: exportName })).toBeNull();
  });

  test('is empty in words, with nothing to download', async () => {
    renderScreen(<LabelsSection />, { promiseLabels: [] }, admin);
    expect(await screen.findByText('Er is nog niets verbeterd.')).toBeDefined();
    expect(screen.queryByRole('button', { name: exportName })).toBeNull();
  });

  test('tells when it cannot be read, and is read again on request', async () => {
    let answers = 0;
    const promiseLabels = () => {
      answers += 1;
      if (answers === 1) throw new Error('lost');
      return labels;
    };
    renderScreen(<LabelsSection />, { promiseLabels });
    fireEvent.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }));
    expect(await screen.findAllByRole('article')).toHaveLength(2);
  });

  test('tells an admin when the lines cannot be fetched', async () => {
    const promiseLabelLines = () => {
      throw new Error('lost');
    };
    const { sent } = renderScreen(<LabelsSection />, { promiseLabels: labels, promiseLabelLines }, admin);
    fireEvent.click(await screen.findByRole('button', { name: exportName }));
    expect((await screen.findByRole('alert')).textContent).toContain('konden niet worden opgehaald');
    await waitFor(() => {
      expect(sent.map(({ operationName }) => operationName)).toContain('LabelsSection_lines');
    });
  });
});
