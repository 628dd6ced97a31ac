import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { leadInWords, nextLead } from '#client/features/settings/warning-leads.ts';
import { WarningsCard } from '#client/features/settings/WarningsCard.tsx';
import { nl } from '#client/lib/i18n/nl.ts';
import { renderScreen } from './support/render-screen.tsx';

const share = { kind: 'share', amount: 20 } as const;
const rules = (id: string, visibility: string, change: object = {}) => ({
  ...{ id, channel: null, visibility, norm: [share], explicit: [share], vague: [share] },
  ...{ validFrom: '1970-01-01T00:00:00.000Z', ...change },
});
const root = (outcome: object) => ({
  warningRules: [rules('a', 'private'), rules('b', 'public', { norm: [share, { kind: 'openHours', amount: 60 }] })],
  channelAccounts: [{ id: 'acc', channel: { name: 'x', label: 'X' } }],
  setWarningRules: () => outcome,
});
const refusal = {
  ...{ __typename: 'InvalidInput', field: 'norm' },
  message: { nl: 'Kies andere momenten.', en: 'Choose other moments.' },
};

describe('warnings in the settings', () => {
  test('say in words when they go out', async () => {
    renderScreen(<WarningsCard />, root({}));
    expect(await screen.findByText('in het laatste vijfde van de tijd en 1 u openingstijd ervoor')).toBeDefined();
    expect(leadInWords({ kind: 'calendar', amount: 90 }, nl, 'nl')).toBe('1 u 30 min ervoor');
    expect(leadInWords({ kind: 'share', amount: 35 }, nl, 'nl')).toBe('in de laatste 35 % van de tijd');
  });

  test('are asked for as typed, and a refusal is told beside the form', async () => {
    const { sent } = renderScreen(<WarningsCard />, root(refusal));
    fireEvent.click(
      await screen.findByRole('button', { name: 'Wijzigen: Waarschuwingen vooraf, Alle kanalen, privé' }),
    );
    const dialog = within(await screen.findByRole('dialog', {}));
    expect(dialog.getByRole('button', { name: 'Norm: moment 1 weghalen' })).toHaveProperty('disabled', true);
    fireEvent.click(dialog.getByRole('button', { name: 'Moment toevoegen: Norm' }));
    fireEvent.change(dialog.getByLabelText('Norm, moment 2: aantal'), { target: { value: '15' } });
    fireEvent.change(dialog.getByLabelText('Norm, moment 2: hoe het telt'), { target: { value: 'openHours' } });
    fireEvent.submit(dialog.getByRole('button', { name: 'Opslaan' }));
    expect(await dialog.findByText('Kies andere momenten.')).toBeDefined();
    await waitFor(() => {
      expect(sent.find(({ operationName }) => operationName === 'WarningRules_set')?.variables).toEqual({
        input: {
          ...{ channel: null, visibility: 'private', explicit: [share], vague: [share] },
          norm: [share, { kind: 'openHours', amount: 15 }],
        },
      });
    });
  });

  test('a further moment is one that is not there yet', () => {
    const [first, second] = [{ key: 0, ...share }, { key: 4, kind: 'calendar', amount: 60 } as const];
    expect(nextLead([first])).toEqual({ key: 1, kind: 'calendar', amount: 60 });
    expect(nextLead([first, second])).toEqual({ key: 5, kind: 'calendar', amount: 15 });
  });
});
