import { beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from '#server/demo/demo-accounts.ts';
import { existing, openDesk, type Answer, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const page = demoAccounts.messenger.externalId;
const mutation = /* GraphQL */ `
  mutation Add($input: AddChannelAccountInput!) {
    addChannelAccount(input: $input) {
      __typename
      ... on AddChannelAccountSuccess {
        account {
          id
          name
          health {
            trouble {
              en
            }
          }
        }
      }
      ... on InvalidInput {
        field
      }
    }
  }
`;

function connects(change: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const input = { channel: 'messenger', externalId: page, name: 'Pagina', accessToken: 'a-new-token', ...change };
  return desk.does(mutation, { input }, desk.user('admin'));
}

describe('connecting an account of the brand again', () => {
  it('gives it the new token and name, and takes trouble and its alert away', async () => {
    const { accounts, alerts } = desk.app.modules;
    const known = desk.world.accounts.messenger;
    await accounts.setTrouble(known, { code: '190', detail: 'token expired' });
    const open = async () => (await alerts.unsettled(desk.world.brandId, 10)).map(({ kind }) => kind);
    expect(await open()).toEqual(['channelTrouble']);

    expect(await connects({ name: '  Pagina van het feest ' })).toEqual({
      __typename: 'AddChannelAccountSuccess',
      account: { id: known._id, name: 'Pagina van het feest', health: { trouble: null } },
    });
    const stored = existing(await accounts.byId(desk.world.brandId, known._id));
    expect(accounts.senderAccount(stored).credentials).toMatchObject({ accessToken: 'a-new-token' });
    expect(stored).toMatchObject({ autoReply: known.autoReply, createdAt: known.createdAt, trouble: null });
    expect(await open()).toEqual([]);
  });

  it('leaves an account of another brand alone', async () => {
    const { agents, accounts } = desk.app.modules;
    const other = await agents.createBrand({ name: 'Ander', timeZone: 'Europe/Amsterdam' });
    const before = await accounts.byId(desk.world.brandId, desk.world.accounts.messenger._id);
    const credentials = { accessToken: 'stolen' };
    expect(
      await accounts.add({ brandId: other.id, channel: 'messenger', externalId: page, name: 'Mijn', credentials }),
    ).toEqual({ fault: 'externalId' });
    expect(await accounts.byId(desk.world.brandId, desk.world.accounts.messenger._id)).toEqual(before);
  });

  it('wants a name of 1 to 80 characters', async () => {
    for (const name of ['', '   ', 'n'.repeat(81)]) {
      expect(await connects({ name })).toEqual({ __typename: 'InvalidInput', field: 'name' });
    }
  });
});
