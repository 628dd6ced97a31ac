import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A sealed secret as it is stored: nothing in it helps without the key. */
export type SealedSecret = {
  /** Which key sealed it: the first 8 bytes of the key's hash, in hex. */
  readonly keyId: string;
  /** 12 bytes, base64. */
  readonly nonce: string;
  /** Encrypted JSON, base64. */
  readonly data: string;
  /** 16 bytes, base64. */
  readonly tag: string;
};

/** Seals and opens credentials of channel accounts (AES-256-GCM). */
export type CredentialVault = {
  /** Id of the present key. */
  readonly keyId: string;
  /** Seals a JSON value; it opens again only with the same `boundTo` (the account's id). */
  encrypt(value: unknown, boundTo: string): SealedSecret;
  /** Opens what `encrypt` sealed. Throws `VaultError` for another key, another `boundTo` or altered data. */
  decrypt(sealed: SealedSecret, boundTo: string): unknown;
};

/** A sealed secret could not be opened, or the key itself does not fit; the text says what to do. */
class VaultError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'VaultError';
  }
}

const keyBytes = 32;

/** Makes a vault from a key of 32 bytes. */
export function createCredentialVault(key: Uint8Array): CredentialVault {
  if (key.length !== keyBytes) throw new VaultError(`The secret key must have ${String(keyBytes)} bytes.`);
  const keyId = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return {
    keyId,
    encrypt: (value, boundTo) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
      const data = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return {
        keyId,
        nonce: nonce.toString('base64'),
        data: data.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
      };
    },
    decrypt: (sealed, boundTo) => {
      if (sealed.keyId !== keyId) {
        throw new VaultError(
          `Credentials were sealed with key ${sealed.keyId}, but the present key is ${keyId}: ` +
            'set WOORDHOUDER_SECRET_KEY to (or put back the secret.key file of) the earlier key, or connect the account again.',
        );
      }
      return openSealed(sealed, key, boundTo);
    },
  };
}

/**
 * Makes a vault from the configured key (base64) or, without one, from `<dataDir>/secret.key`,
 * which is made on first use and readable by its owner only. Throws `VaultError` when the file is damaged.
 */
export async function openCredentialVault(options: {
  secretKey: string | null;
  dataDir: string;
}): Promise<CredentialVault> {
  if (options.secretKey !== null) return createCredentialVault(Buffer.from(options.secretKey, 'base64'));
  return createCredentialVault(await readOrMakeKey(options.dataDir));
}

function openSealed(sealed: SealedSecret, key: Uint8Array, boundTo: string): unknown {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.nonce, 'base64'), { authTagLength: 16 })
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(Buffer.from(sealed.tag, 'base64'));
    const plain = Buffer.concat([decipher.update(Buffer.from(sealed.data, 'base64')), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as unknown;
  } catch {
    // The cipher's own words ("unsupported state") tell an operator nothing.
    throw new VaultError('Sealed credentials were altered or belong to another account: connect the account again.');
  }
}

async function readOrMakeKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'secret.key');
  await mkdir(dataDir, { recursive: true });
  await makeKeyFile(path);
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
  if (key.length !== keyBytes) {
    throw new VaultError('secret.key in the data folder is damaged: put back a copy, or set WOORDHOUDER_SECRET_KEY.');
  }
  return key;
}

/** Makes the file unless it is there. Linked in whole: a second process that starts now must not read half a key. */
async function makeKeyFile(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(keyBytes).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
}
