import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, takePicture } from './journey.ts';

test('a wrong password is refused, the right one opens the inbox, signing out closes it', async ({ page }) => {
  await page.goto('/');
  await expectAccessible(page);
  await page.getByLabel('E-mailadres').fill('sanne@demo.nl');
  await page.getByLabel('Wachtwoord').fill('niet-dit');
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await expect(page.getByRole('alert')).toContainText('klopt niet');
  await signIn(page, 'sanne@demo.nl');
  await expect(page.getByRole('button', { name: 'Afmelden' })).toBeVisible();
  await expectAccessible(page);
  await takePicture(page, 'inbox');
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await expect(page.getByLabel('Wachtwoord')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Wachtwoord')).toBeVisible();
});

test('the whole screen is there in English too', async ({ page }) => {
  await signIn(page, 'sanne@demo.nl');
  await page.getByRole('button', { name: /^EN/u }).click();
  await expect(page.getByRole('button', { name: 'Unclaimed' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
