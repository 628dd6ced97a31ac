import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { HoursSection } from '#client/features/settings/HoursSection.tsx';
import { renderScreen } from './support/render-screen.tsx';

const office = [{ from: '09:00', to: '17:00' }];
const setup = {
  effective: {
    ...{ timeZone: 'Europe/Amsterdam', closures: [], openings: [], dutchHolidays: true, holidayChoices: [] },
    versions: [{ validFrom: '2000-01-01', week: [office, office, office, office, office, [], []] }],
  },
  ...{ weeks: [], days: [], holidays: [] },
};
const noZone = { nl: 'De tijdzone “Europe/Utrecht” bestaat niet.', en: 'This time zone does not exist.' };

function open() {
  return renderScreen(<HoursSection />, {
    ...{ channelAccounts: [], teams: [], users: [], openingHours: setup },
    setOpeningWeek: () => ({ __typename: 'SetHoursSuccess', setup, otherwiseDue: [] }),
    setSpecialDays: () => ({ __typename: 'SetHoursSuccess', setup, otherwiseDue: [] }),
    setBusinessZone: () => ({ __typename: 'InvalidInput', field: 'timeZone', message: noZone }),
  });
}
type Sent = ReturnType<typeof open>['sent'];
/** The variables of the requests whose input holds this part. */
const inputsOf = (sent: Sent, part: string) =>
  sent
    .map(({ variables }) => variables as { readonly input?: Readonly<Record<string, unknown>> })
    .filter(({ input = {} }) => part in input);
const weekForm = async () => within(await screen.findByRole('form', { name: 'De week' }));
const type = (field: HTMLElement, value: string): void => {
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};

describe('the editor of opening hours', () => {
  test.each([
    ['an empty block', '09:00', 'Maandag: het blok 09:00 – 09:00 is leeg.'],
    ['a block that ends before it begins', '8', 'Maandag: het blok 09:00 – 08:00 eindigt voor het begint.'],
    ['words that are no time', 'vijf', 'Maandag: “09:00 – vijf” is geen tijd; schrijf uu:mm.'],
  ])('refuses %s in words, and sends nothing', async (_name, to, words) => {
    const { sent } = open();
    const form = await weekForm();
    type(form.getByLabelText('maandag: tot'), to);
    fireEvent.click(form.getByRole('button', { name: 'Week opslaan' }));
    expect(await screen.findByText(new RegExp(words.replace(/[.?]/gu, '[.]'), 'iu'))).toBeDefined();
    expect(inputsOf(sent, 'week')).toEqual([]);
  });

  test('refuses blocks that overlap, and takes them once they do not, as typed without a colon', async () => {
    const { sent } = open();
    const form = await weekForm();
    const add = form.getByRole('button', { name: 'Blok toevoegen op maandag' });
    add.focus();
    expect(document.activeElement).toBe(add);
    fireEvent.click(add);
    const [, from] = form.getAllByLabelText('maandag: van');
    const [, to] = form.getAllByLabelText('maandag: tot');
    if (!from || !to) throw new Error('there is no second block');
    type(from, '1600');
    type(to, '18');
    const save = form.getByRole('button', { name: 'Week opslaan' });
    fireEvent.click(save);
    expect(await screen.findByText(/09:00 – 17:00 en 16:00 – 18:00 overlappen/u)).toBeDefined();
    type(from, '17:30');
    fireEvent.click(save);
    await waitFor(() => {
      expect(inputsOf(sent, 'week')).toMatchObject([
        { input: { week: [[...office, { from: '17:30', to: '18:00' }], office, office, office, office, [], []] } },
      ]);
    });
    expect(screen.queryByText(/overlappen/u)).toBeNull();
  });

  test('refuses a closure that ends before it begins', async () => {
    const { sent } = open();
    fireEvent.change(await screen.findByLabelText('Eerste dag'), { target: { value: '2026-04-02' } });
    fireEvent.change(screen.getByLabelText('Laatste dag'), { target: { value: '2026-04-01' } });
    fireEvent.change(screen.getByLabelText('Reden'), { target: { value: 'feest' } });
    fireEvent.click(screen.getByRole('button', { name: 'Dag toevoegen' }));
    expect(await screen.findByText('De laatste dag (2026-04-01) ligt voor de eerste (2026-04-02).')).toBeDefined();
    expect(inputsOf(sent, 'reason')).toEqual([]);
  });

  test('tells that a time zone does not exist', async () => {
    open();
    fireEvent.change(await screen.findByLabelText('Tijdzone'), { target: { value: 'Europe/Utrecht' } });
    fireEvent.click(screen.getByRole('button', { name: 'Tijdzone opslaan' }));
    expect(await screen.findByText(noZone.nl)).toBeDefined();
  });
});
