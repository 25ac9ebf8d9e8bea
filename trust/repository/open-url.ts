import { createHash } from 'node:crypto';
import { blobPlace, metadataPlace } from '../../core/contract/repository/places.ts';
import { TrustError } from '../trust-error.ts';
import { MOST_VERSIONS_AHEAD, type RepositoryFiles } from './repository-files.ts';

/** A server that says nothing for so long is not waited for, in the middle of an answer either. */
const PATIENCE_MS = 60_000;
/** The slowest line that an upload is waited for: as slow as the one of a kiosk that fetches. */
const SLOWEST_BYTES_A_MS = 2;

/** For how many milliseconds at most so many bytes, of a request or of an answer, are waited for: they take their time on a slow line. */
export function patienceMs(bytes: number): number {
  return PATIENCE_MS + Math.ceil(bytes / SLOWEST_BYTES_A_MS);
}

/**
 * A repository on a web server: read by GET, asked by HEAD, written by PUT (WebDAV, or an object store).
 * `authorization` is the header that the server wants of those who write; `quietMs`, for how long it may say nothing within an answer.
 */
export function openUrl(url: string, authorization?: string, quietMs = PATIENCE_MS): RepositoryFiles {
  const base = url.endsWith('/') ? url : `${url}/`;
  const silent = (method: string, place: string, cause: unknown) => {
    const { cause: inner, message } = cause as { cause?: Error; message: string };
    return new TrustError(
      `${method} ${place}: ${base} does not answer (${inner?.message ?? message}). Run the same command again, it goes on where it was.`,
      { cause },
    );
  };
  const ask = async (method: string, place: string, body?: Buffer, signal?: AbortSignal) => {
    try {
      return await fetch(new URL(place, base), {
        method,
        redirect: 'error', // a login page of some network is no answer
        signal: signal ?? AbortSignal.timeout(patienceMs(body?.length ?? 0)),
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
  /** Reads what `take` makes of an answer of at most so many bytes; undefined when there is none. */
  const get = async <T>(place: string, most: number, take: (pieces: Pieces) => Promise<T>) => {
    const quiet = new AbortController();
    const silence = setTimeout(() => quiet.abort(new Error('it fell silent')), quietMs);
    const signal = AbortSignal.any([quiet.signal, AbortSignal.timeout(patienceMs(most))]);
    try {
      const response = await ask('GET', place, undefined, signal);
      if (await isAbsent(response)) return undefined;
      return await take(heard(response, () => silence.refresh()));
    } catch (cause) {
      throw cause instanceof TrustError ? cause : silent('GET', place, cause);
    } finally {
      clearTimeout(silence);
    }
  };
  const read = (place: string, most: number) => get(place, most, (pieces) => bounded(pieces, place, most));
  return {
    name: url,
    read,
    hasBlob: async (digest, length) => {
      const response = await ask('HEAD', blobPlace(digest));
      if (await isAbsent(response)) return false;
      return Number(response.headers.get('content-length')) === length;
    },
    isWhole: async (digest, length) =>
      (await get(blobPlace(digest), length, (pieces) => digestOf(pieces, length))) === digest,
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

type Pieces = AsyncIterable<Uint8Array>;

/** What comes of an answer, and that it came. */
async function* heard(response: Response, say: () => void): Pieces {
  for await (const piece of response.body ?? []) {
    say();
    yield piece;
  }
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
async function digestOf(pieces: Pieces, length: number): Promise<string | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of pieces) {
    bytes += chunk.length;
    if (bytes > length) return undefined;
    hash.update(chunk);
  }
  return bytes === length ? hash.digest('hex') : undefined;
}

async function bounded(pieces: Pieces, place: string, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of pieces) {
    bytes += chunk.length;
    if (bytes > most) throw new TrustError(`${place} is longer than the ${most} bytes that are expected.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
