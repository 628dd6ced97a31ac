import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import {
  encodeBody,
  messengerEcho,
  messengerText,
  postSigned,
  whatsappText,
} from '#server/channels/simulator/bodies.ts';
import { demoAccounts, demoPassword, demoSecrets } from '#server/demo/demo-accounts.ts';

/** Where the server under test listens. */
export const origin = `http://127.0.0.1:${process.env['WOORDHOUDER_E2E_PORT'] ?? ''}`;

/** Signs in as a demo user and waits for the inbox. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(demoPassword);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached();
  await expect(page.getByTestId('inbox-row').first()).toBeVisible();
}

/** A signed-in page of its own browser, in Dutch and Amsterdam time. */
export async function agentPage(
  browser: Browser,
  email: string,
  viewport = { width: 1280, height: 800 },
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    baseURL: origin,
  });
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}

/** Posts a WhatsApp message as the platform does, signed; returns the HTTP status. */
export async function customerWritesOnWhatsApp(name: string, text: string, at: Date): Promise<number> {
  const { externalId, handle } = demoAccounts.whatsapp;
  const digits = Array.from(name).reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 100_000_000, 7);
  const body = whatsappText({
    numberId: externalId,
    displayNumber: handle,
    from: `316${String(digits).padStart(8, '0')}`,
    name,
    id: `wamid.e2e-${String(at.getTime())}-${String(digits)}`,
    text,
    at,
  });
  return postSigned(`${origin}/webhooks/whatsapp`, 'whatsapp', encodeBody(body), demoSecrets.whatsapp);
}

/** Posts a Messenger message of a customer and a colleague's reply to it from the page itself; returns the HTTP status. */
export async function customerIsPromised(name: string, reply: string, at: Date): Promise<number> {
  const talk = { pageId: demoAccounts.messenger.externalId, psid: `9${String(at.getTime())}` };
  const ids = { asked: `m_e2e_${talk.psid}_1`, told: `m_e2e_${talk.psid}_2` };
  const asked = messengerText({ ...talk, mid: ids.asked, text: `Hallo, met ${name}. Wanneer hoor ik iets?`, at });
  const later = new Date(at.getTime() + 1_000);
  const told = messengerEcho({ ...talk, mid: ids.told, text: reply, at: later });
  const url = `${origin}/webhooks/messenger`;
  const status = await postSigned(url, 'messenger', encodeBody(asked), demoSecrets.messenger);
  return status === 200 ? postSigned(url, 'messenger', encodeBody(told), demoSecrets.messenger) : status;
}

/** The row of a customer in the list. */
export function rowOf(page: Page, name: string): Locator {
  return page.getByTestId('inbox-row').filter({ hasText: name });
}

/** No accessibility violation of WCAG 2.2 level A or AA on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect(found).toEqual([]);
}

/** Takes a picture for a look; with WOORDHOUDER_UPDATE_IMAGES=1 also for the documents. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const file = path.join('test-results', 'images', `${name}.png`);
  await page.screenshot({ path: file });
  if (process.env['WOORDHOUDER_UPDATE_IMAGES'] !== '1') return;
  await mkdir('docs/images', { recursive: true });
  await copyFile(file, path.join('docs', 'images', `${name}.png`));
}
