import { beforeAll, describe, expect, it } from 'vitest';
import { messengerText } from '#server/channels/simulator/bodies.ts';
import { createMovableClock } from '#server/clock.ts';
import { createTransactor } from '#server/db/transaction.ts';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { createLog } from '#server/log.ts';
import {
  createContacts,
  createNameLookup,
  identityIdOf,
  type ContactIdentityDoc,
  type NameLookupDependencies,
} from '#server/modules/contacts/index.ts';
import { createReportMarks } from '#server/modules/report-marks/index.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { createTestApp, type TestApp } from '#test/support/test-app.ts';

const startAt = new Date('2026-07-21T09:00:00.000Z');
const minute = 60_000;
const account = demoAccounts.messenger;
const namesQuery = '{ conversations(view: open, first: 20) { nodes { id contact { displayName } } } }';

describe('a customer who writes on Messenger', () => {
  let test: TestApp;
  let silent = 0;
  beforeAll(async () => {
    test = await createTestApp(startAt);
  });

  async function namesOnScreen(): Promise<string[]> {
    const viewer = test.world.users.get('sanne@demo.nl');
    if (!viewer) throw new Error('no agent');
    const answer = (await test.world.execute(viewer, namesQuery, {})) as {
      conversations: { nodes: { contact: { displayName: string } }[] };
    };
    return answer.conversations.nodes.map(({ contact }) => contact.displayName).sort();
  }

  /** A message from somebody whose profile the played platform keeps to itself. */
  async function writesUnnamed(psid: string): Promise<void> {
    silent += 1;
    const parts = { pageId: account.externalId, psid, mid: `m_silent${String(silent)}`, at: test.clock.now() };
    await test.simulator.platformSends('messenger', messengerText({ ...parts, text: 'Is het park maandag open?' }));
    await test.world.settled();
  }

  async function stored(psid: string): Promise<{ identity: ContactIdentityDoc; revision: number }> {
    const { db } = test.database;
    const id = identityIdOf(test.world.accounts.messenger._id, psid);
    const identity = await db.collection<ContactIdentityDoc>('contactIdentities').findOne({ _id: id });
    const conversation = await db
      .collection<{ revision: number }>('conversations')
      .findOne({ customerExternalId: psid });
    if (!identity || !conversation) throw new Error('the customer is missing');
    return { identity, revision: conversation.revision };
  }

  it('is shown by the name the platform tells', async () => {
    const customer = { id: '7300110022003301', name: 'Bram van der Kolk' };
    await test.simulator.customerWrites({ account, customer, text: 'Hallo, mag onze hond mee?', at: test.clock.now() });
    await test.world.settled();
    expect(await namesOnScreen()).toEqual(['Bram van der Kolk']);
    expect((await stored(customer.id)).identity).toMatchObject({ nameKnown: true, nameDueAt: null });
  });

  it('keeps the name that stands in while the platform refuses, and viewers hear of the name once it is told', async () => {
    const customer = { id: '7300110022004455', name: 'Noor Tahiri' };
    await writesUnnamed(customer.id);
    expect(await namesOnScreen()).toEqual(['Bram van der Kolk', '…4455']);
    const before = await stored(customer.id);
    expect(before.identity).toMatchObject({ nameKnown: false, nameAttempts: 1 });

    // The platform learns who it is, though nothing is delivered to us.
    test.simulator.customerMessage({ account, customer, text: 'Nog iets', at: test.clock.now() });
    test.clock.advance(minute - 1);
    await test.world.settled();
    expect(await stored(customer.id)).toEqual(before);
    test.clock.advance(1);
    await test.world.settled();
    expect(await namesOnScreen()).toEqual(['Bram van der Kolk', 'Noor Tahiri']);
    expect((await stored(customer.id)).revision).toBe(before.revision + 1);
  });

  it('is asked about three times at most', async () => {
    const psid = '7300110022009988';
    await writesUnnamed(psid);
    test.clock.advance(minute);
    await test.world.settled();
    expect((await stored(psid)).identity).toMatchObject({ nameAttempts: 2 });
    test.clock.advance(60 * minute);
    await test.world.settled();
    expect((await stored(psid)).identity).toMatchObject({ nameAttempts: 3, nameDueAt: null });
    test.clock.advance(24 * 60 * minute);
    await writesUnnamed(psid);
    expect((await stored(psid)).identity).toMatchObject({ nameAttempts: 3, displayName: '…9988' });
  });
});

describe('looking a name up', () => {
  const sender = { accountId: 'account', externalId: '100200300', name: null, handle: null, seenAt: startAt };

  async function lookUpWith(profileOf: NameLookupDependencies['profileOf'], brandId: string) {
    const { db, client } = await openTestDatabase();
    const transact = createTransactor(client);
    const clock = createMovableClock(startAt);
    const contacts = createContacts({ db, clock, transact, marks: createReportMarks(db) });
    await contacts.ensureIndexes();
    const contactIds = await transact((session) => contacts.identifySenders(brandId, [sender], session));
    const contactId = contactIds.get(identityIdOf(sender.accountId, sender.externalId)) ?? '';
    const named: string[] = [];
    const onNamed = (_brandId: string, id: string): Promise<void> => {
      named.push(id);
      return Promise.resolve();
    };
    const rename = (name: string): Promise<unknown> =>
      transact((session) => contacts.identifySenders(brandId, [{ ...sender, name }], session));
    const names = createNameLookup({ db, clock, transact, log: createLog({ level: 'silent' }), profileOf, onNamed });
    const run = async (): Promise<{ identity: ContactIdentityDoc | undefined; named: readonly string[] }> => {
      names.start();
      await names.settled();
      await names.stop();
      return { identity: (await contacts.identitiesOf(brandId, contactId))[0], named };
    };
    return { run, rename };
  }

  it('counts a platform that cannot be reached as a try, and nothing breaks', async () => {
    const { run } = await lookUpWith(() => Promise.reject(new Error('connection lost')), 'a');
    const { identity, named } = await run();
    expect(identity).toMatchObject({ nameAttempts: 1, nameDueAt: new Date(startAt.getTime() + minute) });
    expect(named).toEqual([]);
  });

  it('is given up at once where the channel tells no names', async () => {
    const { run } = await lookUpWith(() => Promise.resolve(null), 'b');
    expect((await run()).identity).toMatchObject({ displayName: '…0300', nameKnown: false, nameDueAt: null });
  });

  it('gives way to a name that a webhook told while the platform was asked', async () => {
    const lookup = await lookUpWith(async () => {
      await lookup.rename('Told by webhook');
      return { name: 'Told when asked' };
    }, 'c');
    const { identity, named } = await lookup.run();
    expect(identity).toMatchObject({ displayName: 'Told by webhook', nameKnown: true, nameAttempts: 0 });
    expect(named).toEqual([]);
  });
});
