import { createHash } from 'node:crypto';
import { readMetadata } from '../trust/metadata/read-metadata.ts';
import { isSigned } from '../trust/metadata/sign-metadata.ts';
import { readJson } from './read-json.ts';
import { UpdateError } from './update-error.ts';

/**
 * Demands that these bytes are a root of trust: root metadata that enough of its own keys signed (TUF specification 5.3.5). Whether it has
 * expired does not matter: the roots after it may not have. Throws UpdateError (`no-root`).
 */
export function demandRoot(bytes: Buffer): void {
  const why = faultOf(bytes);
  if (why === undefined) return;
  throw new UpdateError(
    'no-root',
    `The root of trust that this kiosk was given is none: ${why.slice(0, 200)}. What is known stays. Put the 1.root.json of the repository there, from somebody you trust.`,
  );
}

/** Is this a root of trust, as above? */
export const isRoot = (bytes: Buffer): boolean => faultOf(bytes) === undefined;

/** Is this a root of trust that enough keys of the one before signed too (TUF specification 5.3.4)? */
export const follows = (bytes: Buffer, before: Buffer): boolean =>
  isRoot(bytes) && isSigned(bytes, 'root', { bytes: before, role: 'root' });

function faultOf(bytes: Buffer): string | undefined {
  try {
    readMetadata('root', bytes, 'root.json');
    if (isSigned(bytes, 'root', { bytes, role: 'root' })) return undefined;
    return 'it is not signed by enough of its own keys';
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * The digest of what a root says, whatever its spaces, the order of its fields and who signed it: one that was written anew by an editor is
 * the same. Throws SyntaxError when it cannot be read.
 */
export function digestOfRoot(root: Buffer): string {
  const { signed } = readJson(root) as { signed?: unknown };
  const said = JSON.stringify(signed ?? null, (_, value) => (isFields(value) ? sorted(value) : value));
  return createHash('sha256').update(said).digest('hex');
}

const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (fields: object) =>
  Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
