import { expect, test } from '@playwright/test';
import { agentPage, expectAccessible, rowOf, takePicture } from './journey.ts';

test('the festival case shows the missed promise, six contact moments and the words that hurt', async ({ browser }) => {
  const page = await agentPage(browser, 'marit@demo.nl', { width: 1440, height: 900 });
  const row = rowOf(page, 'Femke Brouwer');
  await expect(row).toBeVisible();
  await row.click();
  await expect(page.getByTestId('cue-mark').filter({ hasText: 'teleurgesteld' })).toBeAttached();
  await expect(page.getByText('21 d te laat')).toBeVisible();
  await expect(page.getByText('Gedaan terwijl een eerdere belofte al was gemist')).toBeVisible();
  await expect(page.getByText('vóór het eerste echte antwoord')).toBeVisible();
  await expect(page.getByText('6', { exact: true }).first()).toBeVisible();
  await page.getByTestId('cue-mark').filter({ hasText: 'teleurgesteld' }).scrollIntoViewIfNeeded();
  await expectAccessible(page);
  await takePicture(page, 'festival');
});

test('on a phone the list and the conversation are screens of their own', async ({ browser }) => {
  const page = await agentPage(browser, 'marit@demo.nl', { width: 390, height: 844 });
  await takePicture(page, 'mobile-inbox');
  await expectAccessible(page);
  await rowOf(page, 'Femke Brouwer').click();
  await expect(page.getByTestId('message').first()).toBeAttached();
  await expect(page.getByTestId('inbox-row').first()).toBeHidden();
  await expectAccessible(page);
  await takePicture(page, 'mobile-conversation');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole('link', { name: 'Terug naar de lijst' }).click();
  await expect(page.getByTestId('inbox-row').first()).toBeVisible();
});
