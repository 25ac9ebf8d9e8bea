import { Agent, get, type IncomingMessage } from 'node:http';
import { get as getSecurely, Agent as SecureAgent } from 'node:https';
import { certificateFault } from './certificate-fault.ts';
import {
  atMost,
  checkPlace,
  type Patience,
  type Source,
  SourceError,
  tooLarge,
  type Wanted,
} from './source.ts';

const USUAL_PATIENCE: Patience = { quietMs: 30_000, leastBytesPerSecond: 2_000 };
/** As many files at a time. */
export const CONNECTIONS = 4;

/**
 * A repository on a web server. Nothing is followed, unpacked or kept: a redirect is an answer from something else.
 * Throws SourceError (`refused`) when the address is none of http or https.
 */
export function httpSource(address: string, patience = USUAL_PATIENCE): Source {
  const base = baseOf(address);
  const secure = base.protocol === 'https:';
  const options = { keepAlive: true, maxSockets: CONNECTIONS, scheduling: 'lifo' } as const;
  const agent = secure ? new SecureAgent(options) : new Agent(options);
  return {
    address: base.href,
    web: { address: base.href, patience },
    open: (place, wanted) =>
      new Promise((resolve, reject) => {
        checkPlace(place);
        const { from, most } = wanted;
        const headers = {
          'accept-encoding': 'identity',
          ...(from > 0 ? { range: `bytes=${from}-` } : {}),
        };
        const ask = secure ? getSecurely : get;
        const request = ask(new URL(place, base), { agent, headers });
        // Node tells whoever reads the answer only that it broke off, and not why.
        let why: SourceError | undefined;
        const end = (error: SourceError) => {
          why = error;
          reject(error);
          request.destroy(error);
        };
        const slow = () =>
          end(new SourceError('slow', `${base.host} is too slow; "${place}" did not come in time.`));
        request.setTimeout(patience.quietMs, slow);
        // A byte now and then is no silence, and still never ends.
        const late = setTimeout(
          slow,
          patience.quietMs + ((most - from) / patience.leastBytesPerSecond) * 1000,
        );
        request.once('close', () => clearTimeout(late));
        request.once('error', (cause) => reject(asSourceError(cause, base.host, place)));
        request.once('response', (response) => {
          const refusal = refusalOf(response, base, place, wanted);
          if (refusal !== undefined) return end(refusal);
          const begins = response.statusCode === 206 ? from : 0;
          resolve({
            from: begins,
            bytes: atMost(
              bodyOf(response, (cause) => why ?? brokenOff(cause, base.host, place)),
              most - begins,
              place,
            ),
          });
        });
      }),
  };
}

function baseOf(address: string): URL {
  const base = urlOf(address);
  if (base === undefined || !['http:', 'https:'].includes(base.protocol))
    throw new SourceError('refused', `"${address}" is no address of a repository. Write it as https://…`);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}

/** Why an answer is not what a repository gives; undefined when it is. */
function refusalOf(
  { statusCode = 0, headers }: IncomingMessage,
  { host }: URL,
  place: string,
  { from, most }: Wanted,
): SourceError | undefined {
  if ([403, 404, 410].includes(statusCode))
    return new SourceError('missing', `${host} has no "${place}" (${statusCode}).`);
  if ((statusCode >= 300 && statusCode < 400) || statusCode === 511)
    return signInPage(host, `it points to ${hostIn(headers.location)}`);
  if (statusCode === 429 || statusCode >= 500)
    return new SourceError(
      'unreachable',
      `${host} is out of order for now (${statusCode}). Try again later.`,
    );
  const isPart = statusCode === 206 && from > 0 && startOf(headers['content-range']) === from;
  if (statusCode !== 200 && !isPart)
    return new SourceError('refused', `${host} answers with ${statusCode}, which a repository does not.`);
  if (headers['content-type']?.startsWith('text/html')) return signInPage(host, 'it sends a page');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    return new SourceError('refused', `${host} packs its answers, unasked. Switch that off on the server.`);
  const length = Number(headers['content-length'] ?? 0);
  return length > most - (isPart ? from : 0) ? tooLarge(place) : undefined;
}

function signInPage(host: string, how: string): SourceError {
  return new SourceError(
    'sign-in-page',
    `Something between this kiosk and ${host} answers in its place (${how}): a sign-in page of the network. Sign this kiosk in, or use another network.`,
  );
}

function hostIn(location = ''): string {
  return urlOf(location)?.host ?? 'another page';
}

/** Not with URL.canParse: the oldest runtime has none. */
function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Where a part begins, by its `Content-Range: bytes 100-199/200`. */
function startOf(range = ''): number {
  return Number(/^bytes (\d+)-/.exec(range)?.[1] ?? Number.NaN);
}

async function* bodyOf(
  response: IncomingMessage,
  judge: (cause: unknown) => SourceError,
): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of response) yield chunk as Uint8Array;
  } catch (cause) {
    throw judge(cause);
  } finally {
    response.destroy();
  }
}

function asSourceError(cause: unknown, host: string, place: string): SourceError {
  if (cause instanceof SourceError) return cause;
  const code = String((cause as NodeJS.ErrnoException).code ?? (cause as Error).message);
  const unproven = certificateFault(code, host, new Date());
  if (unproven !== undefined) return new SourceError(unproven.fault, unproven.message, cause);
  return brokenOff(cause, host, place);
}

/** Why an answer ended that had begun: who gives it has proven who it is. */
function brokenOff(cause: unknown, host: string, place: string): SourceError {
  if (cause instanceof SourceError) return cause;
  const code = String((cause as NodeJS.ErrnoException).code ?? (cause as Error).message);
  const isCut = /^(ECONNRESET|ERR_STREAM_PREMATURE_CLOSE|HPE_|EPIPE)/.test(code);
  return isCut
    ? new SourceError(
        'cut',
        `The answer of ${host} broke off in "${place}". What came so far is kept.`,
        cause,
      )
    : new SourceError('unreachable', `${host} cannot be reached (${code}). Is there a network?`, cause);
}
