import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindOfMeaning, type SendErrorRule } from '#server/channels/errors.ts';
import { channelRegistry } from '#server/channels/registry.ts';
import { sendAdvice } from '#server/modules/replies/send-advice.data.ts';
import { failure, outgoing, pick, usePlayedPlatforms } from './played-platforms.ts';

const platforms = usePlayedPlatforms();

/** Numbers a rule stands for: both ends of a range, else itself. */
function codesOf({ code }: SendErrorRule): { code: number; subcode?: number }[] {
  if (code.includes('..')) return code.split('..').map((end) => ({ code: Number(end) }));
  const [main, subcode] = /^(-?\d+)(?:-(\d+))?$/u.exec(code)?.slice(1) ?? [];
  return [{ code: Number(main), ...(subcode === undefined ? {} : { subcode: Number(subcode) }) }];
}

/** Every code that the documents of the platforms name (docs/channels.md, sources); none may be left to the fallback. */
const documented: Readonly<Record<string, readonly string[]>> = {
  messenger: [
    '10-2018278',
    '10-2534022',
    '10-2018065',
    '10-2018108',
    '551-1545041',
    '200-1545041',
    '10-1893063',
    '100-2018047',
    '100',
    '190',
    '190-458',
    '190-460',
    '190-463',
    '4',
    '32',
    '613',
    '17',
    '80001',
    '80008',
    '1',
    '2',
    '-1',
    '200',
    '3',
    '10',
  ],
  whatsapp: [
    '131047',
    '131026',
    '131049',
    '131050',
    '130472',
    '131056',
    '130429',
    '80007',
    '4',
    '131048',
    '131064',
    '131051',
    '131009',
    '131008',
    '100',
    '131052',
    '131053',
    '132000',
    '132001',
    '132005',
    '132007',
    '132008',
    '132012',
    '132015',
    '132016',
    '131030',
    '131031',
    '131042',
    '131045',
    '131057',
    '368',
    '0',
    '3',
    '10',
    '190',
    '200',
    '299',
    '131000',
    '131016',
    '135000',
    '2',
  ],
  x: ['88', '89', '150', '349', '186', '226', '326', '354', '385', '187'],
};

const cases = channelRegistry.flatMap(({ name, sendErrors }) =>
  sendErrors.flatMap((rule) => codesOf(rule).map((answer) => ({ name, answer, rule }))),
);

describe('error codes', () => {
  it.each(cases)('$name $answer', async ({ name, answer, rule }) => {
    const { account } = pick(name);
    platforms.simulator.failNext(account.externalId, { kind: 'refused', status: 400, ...answer });
    const error = await failure(platforms.send(name, outgoing()));
    const kind = kindOfMeaning[rule.meaning];
    expect(error).toMatchObject({ meaning: rule.meaning, kind });
    if (rule.retryAfterMs !== undefined) expect(error.retryAfterMs).toBe(rule.retryAfterMs);
    expect(error.retryable).toBe(kind === 'rateLimited' || kind === 'unreachable');
  });

  it.each(Object.entries(documented))('of %s that are documented all have a line of their own', (name, codes) => {
    const { channel } = pick(name);
    const covered = (wanted: string): boolean =>
      channel.sendErrors.some(({ code }) => {
        const [first, last] = code.split('..').map(Number);
        return code === wanted || (last !== undefined && Number(wanted) >= Number(first) && Number(wanted) <= last);
      });
    expect(codes.filter((code) => !covered(code))).toEqual([]);
  });

  it.each([
    ['messenger', 400, 'refused'],
    ['messenger', 403, 'permissionMissing'],
    ['whatsapp', 500, 'unavailable'],
    ['whatsapp', 401, 'tokenExpired'],
    ['x', 403, 'refused'],
    ['x', 503, 'unavailable'],
  ])('unknown to us on %s fall back on HTTP %s: %s', async (name, status, meaning) => {
    platforms.simulator.failNext(pick(name).account.externalId, { kind: 'refused', status, code: 987_654 });
    const error = await failure(platforms.send(name, outgoing()));
    expect(error).toMatchObject({ meaning, code: '987654' });
  });

  it('have words in both languages that say what to do, and stand in the document', () => {
    const document = readFileSync('docs/send-errors.md', 'utf8');
    for (const [meaning, { nl, en }] of Object.entries(sendAdvice)) {
      expect(nl.length).toBeGreaterThan(30);
      expect(en.length).toBeGreaterThan(30);
      expect(document).toContain(`\`${meaning}\``);
    }
    const missing = channelRegistry.flatMap(({ name, sendErrors }) =>
      sendErrors
        .filter(({ code, meaning }) => {
          const line = document.split('\n').find((each) => each.startsWith(`| \`${meaning}\``)) ?? '';
          return !line.includes(code);
        })
        .map(({ code }) => `${name} ${code}`),
    );
    expect(missing).toEqual([]);
  });
});
