import { createHash } from 'node:crypto';
import { blobPlace, metadataPlace } from '../../core/contract/repository/places.ts';
import { TrustError } from '../trust-error.ts';
import { MOST_VERSIONS_AHEAD, type RepositoryFiles } from './repository-files.ts';

/** A server that says nothing for so long is not waited for. */
const PATIENCE_MS = 60_000;
/** The slowest line that an upload is waited for: as slow as the one of a kiosk that fetches. */
const SLOWEST_BYTES_A_MS = 2;

/** For how many milliseconds a request with a body, or an answer, of so many bytes is waited for: that takes its time on a slow line. */
export function patienceMs(bytes: number): number {
  return PATIENCE_MS + Math.ceil(bytes / SLOWEST_BYTES_A_MS);
}

/**
 * A repository on a web server: read by GET, asked by HEAD, written by PUT (WebDAV, or an object store).
 * `authorization` is the header that the server wants of those who write.
 */
export function openUrl(url: string, authorization?: string): RepositoryFiles {
  const base = url.endsWith('/') ? url : `${url}/`;
  const silent = (method: string, place: string, cause: unknown) => {
    const { cause: inner, message } = cause as { cause?: Error; message: string };
    return new TrustError(
      `${method} ${place}: ${base} does not answer (${inner?.message ?? message}). Run the same command again, it goes on where it was.`,
      { cause },
    );
  };
  /** `expected`: how many bytes are awaited that take longer than an answer usually does. */
  const ask = async (method: string, place: string, body?: Buffer, expected = 0) => {
    try {
      return await fetch(new URL(place, base), {
        method,
        redirect: 'error', // a login page of some network is no answer
        signal: AbortSignal.timeout(patienceMs(body?.length ?? expected)),
        headers: {
          'accept-encoding': 'identity',
          'cache-control': 'no-cache',
          ...(authorization === undefined ? {} : { authorization }),
        },
        ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      });
    } catch (cause) {
      throw silent(method, place, cause);
    }
  };
  const read = async (place: string, most: number) => {
    const response = await ask('GET', place);
    if (await isAbsent(response)) return undefined;
    return await bounded(response, place, most);
  };
  return {
    name: url,
    read,
    hasBlob: async (digest, length) => {
      const response = await ask('HEAD', blobPlace(digest));
      if (await isAbsent(response)) return false;
      return Number(response.headers.get('content-length')) === length;
    },
    isWhole: async (digest, length) => {
      const place = blobPlace(digest);
      const response = await ask('GET', place, undefined, length);
      if (await isAbsent(response)) return false;
      try {
        return (await digestOf(response, length)) === digest;
      } catch (cause) {
        throw silent('GET', place, cause);
      }
    },
    write: async (place, bytes) => {
      const response = await ask('PUT', place, bytes);
      await response.body?.cancel();
      if (response.ok) return;
      // The server writes over nothing. What a cut left there is what we bring, or somebody else was quicker.
      const taken = response.status === 409 || response.status === 412;
      if (taken && (await read(place, bytes.length).catch(() => undefined))?.equals(bytes)) return;
      throw new TrustError(
        `PUT ${place}: the server says ${response.status} ${response.statusText}. ${adviceFor(response.status, place)} run the same command again, it goes on where it was.`,
      );
    },
    versions: async (role, known) => {
      const found = known > 0 ? [known] : [];
      for (let version = known + 1; version <= known + MOST_VERSIONS_AHEAD; version++) {
        if (await isAbsent(await ask('HEAD', metadataPlace(role, version)))) break;
        found.unshift(version);
      }
      return found;
    },
  };
}

/** What to do about a file that the server did not take. */
function adviceFor(status: number, place: string): string {
  if (status === 401 || status === 403)
    return 'Set BALIE_PUBLISH_AUTHORIZATION to what the server wants; then';
  if (status !== 409 && status !== 412) return 'Look at the log of the server; then';
  // The number of a list is free a moment before, so it is what a colleague just signed: to remove it would undo that.
  if (place.startsWith('metadata/')) return 'Somebody else published at this moment;';
  return 'Something else lies there: have whoever runs the server remove that file; then';
}

/** Not there. Some object stores say 403 of what does not exist. Throws TrustError for any other refusal. */
async function isAbsent(response: Response): Promise<boolean> {
  if (response.ok) return false;
  await response.body?.cancel();
  if ([403, 404, 410].includes(response.status)) return true;
  throw new TrustError(`The server says ${response.status} ${response.statusText} for ${response.url}.`);
}

/** The digest of what comes, piece by piece; undefined when it is not so many bytes. What is more is not waited for. */
async function digestOf(response: Response, length: number): Promise<string | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > length) return undefined;
    hash.update(chunk);
  }
  return bytes === length ? hash.digest('hex') : undefined;
}

async function bounded(response: Response, place: string, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > most) throw new TrustError(`${place} is longer than the ${most} bytes that are expected.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
