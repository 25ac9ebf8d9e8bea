import { z } from 'zod';
import { LibraryMetadata, RootMetadata, TargetsMetadata } from '../core/contract/repository/metadata.ts';
import { readMetadataName } from '../core/contract/repository/places.ts';
import { readJson } from './read-json.ts';
import { UpdateError } from './update-error.ts';

/** Versions are counted; with a huge one, a thief of the server's keys could keep all that comes after it away. */
const ServerMetadata = z.object({
  version: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

/** What every file of metadata has; TUF's own rules are looked after by tuf-js. */
const Envelope = z.object({
  signed: z.unknown(),
  signatures: z.array(z.object({ keyid: z.string(), sig: z.string() })).max(100),
});

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  root: RootMetadata,
  targets: TargetsMetadata,
  snapshot: ServerMetadata,
  timestamp: ServerMetadata,
};

/**
 * Looks at metadata as it came, before anything is made of it: what this project wants beyond TUF. `name` is that of the file
 * in `metadata/`. Throws UpdateError (`untrusted`, or `sign-in-page` when a page came in its place).
 */
export function checkMetadata(name: string, bytes: Uint8Array): void {
  const role = name === 'timestamp.json' ? 'timestamp' : readMetadataName(name)?.role;
  if (role === undefined) throw new UpdateError('untrusted', `"${name}" is no name of metadata.`);
  let data: unknown;
  try {
    data = readJson(bytes);
  } catch (error) {
    const why = (error as Error).message;
    throw why.includes('a page')
      ? new UpdateError(
          'sign-in-page',
          `A page came in place of "${name}": a sign-in page of the network. Sign this kiosk in, or use another network.`,
          error,
        )
      : untrusted(name, why, error);
  }
  const envelope = Envelope.safeParse(data);
  if (!envelope.success) throw untrusted(name, z.prettifyError(envelope.error));
  const schema = Object.hasOwn(SCHEMAS, role) ? SCHEMAS[role] : LibraryMetadata;
  const signed = (schema as z.ZodType).safeParse(envelope.data.signed);
  if (!signed.success) throw untrusted(name, z.prettifyError(signed.error));
}

function untrusted(name: string, why: string, cause?: unknown): UpdateError {
  return new UpdateError(
    'untrusted',
    `"${name}" is not what the repository signed: ${why.replaceAll(/\s*\n\s*/g, ' ').slice(0, 300)}. Nothing was installed.`,
    cause,
  );
}
