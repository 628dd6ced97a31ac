import { expect, test } from '@playwright/test';
import { systemClock } from '#server/clock.ts';
import { agentPage, customerWritesOnWhatsApp, expectAccessible, rowOf, takePicture } from './journey.ts';

const complaint =
  'Ik heb nu al drie keer gemaild en nog steeds geen antwoord. Ik ben erg teleurgesteld. Kunnen jullie mijn kaartjes omruilen naar zondag?';

test('a webhook posted by hand appears by itself, is read, answered and calm again', async ({ browser }) => {
  const page = await agentPage(browser, 'youssef@demo.nl');
  const name = 'Ellen Postma';
  expect(await customerWritesOnWhatsApp(name, complaint, systemClock.now())).toBe(200);
  await expect(rowOf(page, name)).toBeVisible({ timeout: 15_000 });

  await rowOf(page, name).click();
  const marks = page.getByTestId('cue-mark');
  await expect(marks.filter({ hasText: 'teleurgesteld' })).toBeVisible();
  await expect(marks.filter({ hasText: 'drie keer gemaild' })).toBeVisible();
  await expect(page.getByText('Kalender')).toBeVisible();
  await marks.filter({ hasText: 'teleurgesteld' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Oppakken' }).click();
  const field = page.getByLabel('Je antwoord');
  await field.fill('We komen er z.s.m. op terug.');
  await expect(page.getByText('fout').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /versturen/iu }).last()).toBeDisabled();
  await takePicture(page, 'draft-check');

  await field.fill(
    'Dag Ellen, wat vervelend dat je drie keer mailde en niets hoorde. Excuses daarvoor: onze mailbox liep vol. ' +
      'Ik heb je kaartjes omgeruild naar zondag; je krijgt ze binnen 7 dagen per mail. Past dat zo? Groet, Youssef',
  );
  await expect(page.getByText('fout', { exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await field.press('Control+Enter');
  const reply = page.getByTestId('message').filter({ hasText: 'omgeruild naar zondag' });
  await expect(reply).toContainText(/(?<!wordt )verstuurd|afgeleverd|gelezen/u);
  await expect(page.getByText('Niemand wacht op antwoord.').or(page.getByText('binnen 7 dagen'))).not.toHaveCount(0);
  await expect(page.getByTestId('promise-mark').filter({ hasText: 'binnen 7 dagen' })).toBeVisible();
});

test('two agents claim at once: one has it, the other is told, and both screens show it', async ({ browser }) => {
  const [first, second] = [await agentPage(browser, 'sanne@demo.nl'), await agentPage(browser, 'youssef@demo.nl')];
  const name = 'Bram Kuipers';
  expect(await customerWritesOnWhatsApp(name, 'Hoe laat gaan jullie zondag open?', systemClock.now())).toBe(200);
  for (const page of [first, second]) {
    await expect(rowOf(page, name)).toBeVisible({ timeout: 15_000 });
    await rowOf(page, name).click();
    await expect(page.getByRole('button', { name: 'Oppakken' })).toBeVisible();
  }
  // The slower one may find that the button has gone: then the live update was faster than the click.
  const clicks = [first, second].map((page) =>
    page.getByRole('button', { name: 'Oppakken' }).click({ timeout: 15_000 }),
  );
  const outcomes = await Promise.allSettled(clicks);
  expect(outcomes.map(({ status }) => status)).toContain('fulfilled');
  await expect(rowOf(first, name).getByText(/Opgepakt door/u)).toBeAttached();
  const owners = await Promise.all(
    [first, second].map((page) =>
      rowOf(page, name)
        .getByText(/Opgepakt door/u)
        .textContent(),
    ),
  );
  expect(new Set(owners).size).toBe(1);
});
