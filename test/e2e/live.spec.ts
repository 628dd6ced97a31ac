import { expect, test } from '@playwright/test';
import { systemClock } from '#server/clock.ts';
import { agentPage, customerWritesOnWhatsApp, expectAccessible, rowOf, takePicture } from './journey.ts';

test('a message arrives in two browsers at once, and its words are announced', async ({ browser }) => {
  const pages = [await agentPage(browser, 'sanne@demo.nl'), await agentPage(browser, 'lotte@demo.nl')];
  const name = 'Noor van Beek';
  expect(await customerWritesOnWhatsApp(name, 'Is er zaterdag nog plek bij de rondleiding?', systemClock.now())).toBe(
    200,
  );
  for (const page of pages) await expect(rowOf(page, name)).toBeVisible({ timeout: 15_000 });
});

test('the bell tells of promises that were missed and leads to the conversation', async ({ browser }) => {
  const page = await agentPage(browser, 'marit@demo.nl');
  await page.getByRole('button', { name: /^Meldingen/u }).click();
  const alert = page
    .getByRole('listitem')
    .filter({ hasText: /niet nagekomen/u })
    .first();
  await expect(alert).toBeVisible();
  await expectAccessible(page);
  await takePicture(page, 'alerts');
});

test('the demo tool plays a customer through a signed webhook', async ({ browser }) => {
  const page = await agentPage(browser, 'sanne@demo.nl');
  await page.getByRole('button', { name: 'Simuleer een bericht' }).click();
  await page.getByLabel('Naam van de klant').fill('Piet Zonneveld');
  await page.getByRole('textbox', { name: 'Bericht' }).fill('Ik wacht al een week op mijn bestelling!');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Versturen als klant' }).click();
  await expect(page.getByText('webhook antwoordde 200')).toBeVisible();
  await expect(rowOf(page, 'Piet Zonneveld')).toBeVisible({ timeout: 15_000 });
});
