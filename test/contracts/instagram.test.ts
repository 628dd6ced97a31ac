import { describe, expect, it } from 'vitest';
import { failure, outgoing, pick, usePlayedPlatforms } from './played-platforms.ts';

const platforms = usePlayedPlatforms();

describe('what differs between Instagram and a page', () => {
  const { account } = pick('instagram');

  it('messages hang below the linked page, files name the platform', async () => {
    const bytes = Buffer.from('a picture');
    const attachment = {
      kind: 'image',
      mimeType: 'image/png',
      fileName: 'plattegrond.png',
      size: bytes.length,
      read: () => Promise.resolve(bytes),
    } as const;
    await platforms.send('instagram', outgoing({ text: '', attachments: [attachment] }));
    expect(platforms.simulator.uploads).toMatchObject([{ accountExternalId: account.externalId, ready: true }]);
    expect(platforms.simulator.sends).toMatchObject([{ accountExternalId: account.externalId }]);
  });

  it('a text of more than 1,000 bytes is refused before any call, in private only', async () => {
    const text = 'é'.repeat(500);
    await platforms.send('instagram', outgoing({ text }));
    const error = await failure(platforms.send('instagram', outgoing({ text: `${text}!` })));
    expect(error).toMatchObject({ kind: 'rejected', meaning: 'tooLong', code: 'too_long' });
    await platforms.send('messenger', outgoing({ text: `${text}!` }));
    expect(platforms.simulator.callCount()).toBe(2);
  });

  it('names are asked for in one field', async () => {
    const customer = { id: '900100', name: 'Noor van Dijk' };
    await platforms.simulator.customerWrites({ account, customer, text: 'Hoi', at: platforms.clock.now() });
    const { sender, account: ours } = platforms.sender('instagram');
    expect(await sender.profileOf?.(customer.id, ours, AbortSignal.timeout(5_000))).toEqual({ name: customer.name });
  });
});
