import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCredentialVault, openCredentialVault } from '#server/secrets/credential-vault.ts';

const credentials = { accessToken: 'EAAG-hunter2', pageId: '1' };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'woordhouder-vault-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('the vault', () => {
  const vault = createCredentialVault(Buffer.alloc(32, 1));
  const sealed = vault.encrypt(credentials, 'account1');

  it('opens what it sealed', () => {
    expect(vault.decrypt(sealed, 'account1')).toEqual(credentials);
    expect(JSON.stringify(sealed)).not.toContain('hunter2');
    expect(vault.encrypt(credentials, 'account1').data).not.toBe(sealed.data);
  });

  it('opens it for no other account', () => {
    expect(() => vault.decrypt(sealed, 'account2')).toThrow('another account');
  });

  it('notices a change', () => {
    const data = `${sealed.data.startsWith('A') ? 'B' : 'A'}${sealed.data.slice(1)}`;
    expect(() => vault.decrypt({ ...sealed, data }, 'account1')).toThrow('altered');
    expect(() => vault.decrypt({ ...sealed, tag: sealed.tag.slice(0, 8) }, 'account1')).toThrow('altered');
  });

  it('says what to do when the key is another one', () => {
    const other = createCredentialVault(Buffer.alloc(32, 2));
    expect(() => other.decrypt(sealed, 'account1')).toThrow('WOORDHOUDER_SECRET_KEY');
  });
});

describe('its key', () => {
  it('is made once, for the owner only, also when two start together', async () => {
    const dataDir = join(folder, 'fresh');
    const [first, second] = await Promise.all([
      openCredentialVault({ secretKey: null, dataDir }),
      openCredentialVault({ secretKey: null, dataDir }),
    ]);
    expect(second.decrypt(first.encrypt(credentials, 'a'), 'a')).toEqual(credentials);
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
    const later = await openCredentialVault({ secretKey: null, dataDir });
    expect(later.keyId).toBe(first.keyId);
  });

  it('may be given, and then no file is made', async () => {
    const dataDir = join(folder, 'given');
    const vault = await openCredentialVault({ secretKey: Buffer.alloc(32, 3).toString('base64'), dataDir });
    expect(vault.keyId).toBe(createCredentialVault(Buffer.alloc(32, 3)).keyId);
    await expect(readFile(join(dataDir, 'secret.key'))).rejects.toThrow('ENOENT');
  });

  it('is never replaced when its file is damaged', async () => {
    await writeFile(join(folder, 'secret.key'), 'half a k');
    await expect(openCredentialVault({ secretKey: null, dataDir: folder })).rejects.toThrow('damaged');
    expect(await readFile(join(folder, 'secret.key'), 'utf8')).toBe('half a k');
  });
});
