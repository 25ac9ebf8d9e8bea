import type { CertificateFault } from './certificate-fault.ts';

/**
 * Why a source did not give what was asked. `missing`: it has no such file. `unreachable`: no answer, or one that says that
 * it is out of order. `sign-in-page`: something in between answers in its place, as the network of a hotel does.
 * `certificate-date`, `certificate`: over https it does not prove who it is. `slow`,
 * `cut`: the answer took too long, or ended before its end. `too-large`: more came than may be. `refused`: an answer that a
 * repository does not give. `unsafe`: a stick holds something else than plain files. `gone`: the stick was taken out.
 */
export type SourceFault =
  | 'missing'
  | 'unreachable'
  | 'sign-in-page'
  | CertificateFault
  | 'slow'
  | 'cut'
  | 'too-large'
  | 'refused'
  | 'unsafe'
  | 'gone';

/** A source did not give what was asked. The message is a sentence for whoever looks after the kiosk. */
export class SourceError extends Error {
  readonly fault: SourceFault;

  constructor(fault: SourceFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.fault = fault;
  }
}

/** What is asked of a file: the bytes from `from` on. It may have `most` bytes as a whole. */
export type Wanted = { readonly from: number; readonly most: number };

/** The bytes of a file. A source that cannot begin in the middle begins at 0. Reading throws SourceError. */
export type Answer = { readonly from: number; readonly bytes: AsyncIterable<Uint8Array> };

/** How long a server may take. A whole answer may take `quietMs` and the time that its bytes need at the slowest line. */
export type Patience = {
  /** Milliseconds without a byte. */
  readonly quietMs: number;
  readonly leastBytesPerSecond: number;
};

/** A repository on a web server: the address of its folder, which ends in a stroke, and how long the server may take. */
export type WebPlace = { readonly address: string; readonly patience: Patience };

/** Where a repository is read from: a web server, or a folder with the same files in it. */
export type Source = {
  /** How it is called in messages. */
  readonly address: string;
  /** Of a web server: how a thread of its own can ask there too. */
  readonly web?: WebPlace;
  /** Opens a file by its place in the repository. Throws SourceError. */
  readonly open: (place: string, wanted: Wanted) => Promise<Answer>;
};

const MOST_PLACE = 300;
const PLACE = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/**
 * Throws SourceError when a place is no plain relative path: names of letters, digits, points, hyphens and underscores that
 * begin with a letter or digit, so nothing leads upwards, to the root, or to a hidden file.
 */
export function checkPlace(place: string): void {
  if (place.length <= MOST_PLACE && PLACE.test(place)) return;
  throw new SourceError('unsafe', `"${place.slice(0, 80)}" is no name of a file in a repository.`);
}

/** A whole small file, of at most `most` bytes. Throws SourceError. */
export async function readWhole(source: Source, place: string, most: number): Promise<Buffer> {
  const { bytes } = await source.open(place, { from: 0, most });
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  const [only] = chunks;
  // A copy of what came in one piece takes as long as hashing it.
  return only !== undefined && chunks.length === 1
    ? Buffer.from(only.buffer, only.byteOffset, only.length)
    : Buffer.concat(chunks);
}

/** Passes bytes on until there are more than `left`. Throws SourceError then. */
export async function* atMost(
  bytes: AsyncIterable<Uint8Array>,
  left: number,
  place: string,
): AsyncIterable<Uint8Array> {
  let rest = left;
  for await (const chunk of bytes) {
    rest -= chunk.length;
    if (rest < 0) throw tooLarge(place);
    yield chunk;
  }
}

/** The error for a file that is larger than it may be. */
export function tooLarge(place: string): SourceError {
  return new SourceError('too-large', `"${place}" is larger than it may be; it was not read to its end.`);
}
