import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A backup or a restore cannot go on; the text says why and, where there is one, the way out. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
  }
}

const collectionShape = z.object({
  name: z.string().regex(/^[A-Za-z][\w.-]*$/),
  documents: z.int().nonnegative(),
  /** Length of its NDJSON in bytes. */
  bytes: z.int().nonnegative(),
  /** Of the NDJSON, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** As the database lists them, without the one on `_id`. */
  indexes: z.array(z.looseObject({ key: z.record(z.string(), z.unknown()), name: z.string() })),
});

const manifestShape = z.object({
  format: z.literal('woordhouder-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** How the read was kept consistent while others wrote. */
  consistency: z.enum(['snapshotSession', 'transaction']),
  /** In the order of their files. */
  collections: z.array(collectionShape),
});

/** What is in a backup: one entry and one NDJSON file per collection. */
export type BackupManifest = z.output<typeof manifestShape>;

/** One collection of a backup. */
export type BackedUpCollection = BackupManifest['collections'][number];

/** Writes a manifest as one line of JSON that holds its own checksum. */
export function manifestText(manifest: BackupManifest): string {
  return `${JSON.stringify({ ...manifest, sha256: sha256Of(JSON.stringify(manifest)) })}\n`;
}

/** Reads what `manifestText` wrote; `where` names it in errors. Throws `BackupError` when it is damaged or no manifest. */
export function parseManifest(text: string, where: string): BackupManifest {
  const whole = jsonOrNull(text);
  if (whole === null || typeof whole !== 'object' || !('sha256' in whole)) {
    throw new BackupError(`${where} is damaged or no manifest of a backup. Nothing was written.`);
  }
  const { sha256, ...rest } = whole;
  const parsed = manifestShape.safeParse(rest);
  if (sha256 !== sha256Of(JSON.stringify(rest)) || !parsed.success) {
    throw new BackupError(`${where} is damaged: its checksum does not fit. Nothing was written.`);
  }
  return parsed.data;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller names the file.
    return null;
  }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
