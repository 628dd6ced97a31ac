import { expect as usualExpect, test, type Page } from '@playwright/test';
import { systemClock } from '#server/clock.ts';
import { agentPage, customerIsPromised, expectAccessible, takePicture } from './journey.ts';

/** A loaded machine is slow, not broken. */
const expect = usualExpect.configure({ timeout: 20_000 });

test.describe.configure({ timeout: 150_000 });

/** Closing time of Monday, then of every day that was open; saves the week. */
async function closeAt(page: Page, time: string): Promise<void> {
  await page.goto('/settings/hours');
  await page.getByLabel('Maandag: tot').fill(time);
  await page.getByRole('button', { name: /Tijden van maandag naar de andere dagen/iu }).click();
  await expect(page.getByLabel('Vrijdag: tot')).toHaveValue(time);
  await page.getByRole('button', { name: 'Week opslaan' }).click();
}

test('new hours ask what to do with an open promise; its reading is corrected in two clicks and listed', async ({
  browser,
}) => {
  const page = await agentPage(browser, 'marit@demo.nl');
  const [customer, words] = ['Hilde Verstegen', 'Je krijgt binnen 3 werkdagen antwoord van ons.'];
  expect(await customerIsPromised(customer, words, systemClock.now())).toBe(200);
  await page.goto('/promises');
  const promised = page.getByRole('link').filter({ hasText: 'binnen 3 werkdagen' }).first();
  await expect(promised).toBeVisible();
  const path = await promised.getAttribute('href');

  await closeAt(page, '18:00');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('binnen 3 werkdagen');
  await expectAccessible(page);
  await takePicture(page, 'hours-recompute');
  await dialog.getByRole('button', { name: 'Herrekenen' }).click();
  await expect(dialog).toBeHidden();

  await closeAt(page, '17:00');
  await expect(dialog).toContainText('binnen 3 werkdagen');
  await dialog.getByRole('button', { name: 'Zo laten' }).click();
  await expect(dialog).toBeHidden();
  await page.reload();
  await expect(page.getByLabel('Maandag: tot')).toHaveValue('17:00');

  await page.goto(path ?? '/inbox');
  await page.getByTestId('promise-mark').filter({ hasText: 'binnen 3 werkdagen' }).click();
  await expect(page.getByText('18:00').first()).toBeVisible();
  await page.getByRole('button', { name: 'Geen belofte' }).click();
  await expect(page.getByTestId('promise-mark').filter({ hasText: 'binnen 3 werkdagen' })).toHaveCount(0);

  await page.goto('/settings/corrections');
  await expect(page.getByText('geen belofte').first()).toBeVisible();
  await expect(page.getByText('binnen 3 werkdagen').first()).toBeVisible();
  await expectAccessible(page);
});

test('the adviser tries a text and shows the week, for private and for public messages', async ({ browser }) => {
  const page = await agentPage(browser, 'lotte@demo.nl');
  await page.goto('/advice');
  await page.getByLabel('Tekst van het antwoord').fill('Je krijgt binnen 5 minuten antwoord.');
  await expect(page.getByText(/^Zou in \d+.* gevallen zijn nagekomen\.$|geen gevallen om naast/u)).toBeVisible();
  // The demo is too young to know an hour by itself: a line for each group that hours fall back to.
  const week = page.getByRole('region', { name: 'Advies per uur van de week' });
  await expect(week.getByRole('listitem').filter({ hasText: 'Tijdens openingstijd' })).toBeVisible();
  await page.getByLabel('Soort bericht').selectOption('public');
  await expect(week.getByRole('listitem').filter({ hasText: 'Buiten openingstijd' })).toBeVisible();
  await expectAccessible(page);
  await takePicture(page, 'advice');
});

test('a lead sets who is told of alerts and when people are warned beforehand', async ({ browser }) => {
  const page = await agentPage(browser, 'marit@demo.nl');
  await page.goto('/settings/alerts');
  const steps = page.getByRole('listitem', { name: /^Stap /u });
  await expect(steps.first()).toBeVisible();
  const count = await steps.count();
  await page.getByRole('button', { name: 'Stap toevoegen' }).click();
  await steps.last().getByLabel('Na (minuten)').fill('240');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Opslaan' }).click();
  // Said in the live region, and there again after a reload.
  await expect(page.getByText('Opgeslagen')).toBeAttached();
  await page.reload();
  await expect(steps).toHaveCount(count + 1);
  await expect(steps.last().getByLabel('Na (minuten)')).toHaveValue('240');

  await page.goto('/settings/norms');
  await page.getByRole('button', { name: 'Waarschuwingen voor een kanaal' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kanaal').selectOption('whatsapp');
  await dialog.getByRole('button', { name: 'Moment toevoegen: Norm' }).click();
  await dialog.getByLabel('Norm, moment 2: hoe het telt').selectOption('openHours');
  await dialog.getByLabel('Norm, moment 1: aantal').fill('95');
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog.getByText(/Kies een tot vier verschillende momenten/u)).toBeVisible();
  await dialog.getByLabel('Norm, moment 1: aantal').fill('30');
  await expectAccessible(page);
  await takePicture(page, 'warnings');
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('in de laatste 30 % van de tijd en 1 u openingstijd ervoor')).toBeVisible();
});

test('the report is filtered by writer in the address, and offers an agent no colleague', async ({ browser }) => {
  const page = await agentPage(browser, 'sanne@demo.nl');
  await page.goto('/report');
  const writer = page.getByLabel('Geschreven door');
  await expect(page.getByRole('heading', { name: 'Wanneer klanten lang wachten' })).toBeVisible();
  await expect(writer.getByRole('option', { name: /Sanne/u })).toBeAttached();
  await expect(writer.getByRole('option', { name: /Youssef/u })).toHaveCount(0);
  await writer.selectOption('authorKind:autoReply');
  await expect(page.getByText(/Wie nog wacht, hoort bij niemand/u)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Wanneer klanten lang wachten' })).toHaveCount(0);
  expect(page.url()).toContain('writer=authorKind');
  await page.reload();
  await expect(writer).toHaveValue('authorKind:autoReply');
  await expect(page.getByText(/Wie nog wacht, hoort bij niemand/u)).toBeVisible();
  await expectAccessible(page);
});
