import { type IncomingHttpHeaders, request } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { certificateFault } from '../source/certificate-fault.ts';
import { SyncError } from './sync-error.ts';

const PATIENCE_MS = 30_000;

/** What is asked of a server. */
export type Asked = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Buffer;
  /** Bytes. An answer that is longer is none. */
  readonly mostBytes: number;
};

/** What came back, whatever its status says. */
export type Answered = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/**
 * Asks for a place under the address of a server, and reads the whole answer. Throws SyncError (`unreachable`) when none comes within
 * half a minute, or one without an end; `certificate-date` or `certificate` when it does not prove over https who it is. Nothing is followed, and no connection is kept.
 */
export function askServer(server: URL, place: string, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const base = server.href.endsWith('/') ? server.href : `${server.href}/`;
    const ask = server.protocol === 'https:' ? requestSecurely : request;
    const { method, headers } = asked;
    const sent = ask(new URL(place, base), { method, headers, agent: false });
    const late = setTimeout(() => sent.destroy(new Error('no answer in time')), PATIENCE_MS);
    const fail = (cause: Error) => {
      const code = (cause as NodeJS.ErrnoException).code ?? cause.message;
      const unproven = certificateFault(code, server.host, new Date());
      if (unproven !== undefined) return reject(new SyncError(unproven.fault, unproven.message));
      reject(new SyncError('unreachable', `${server.host} cannot be reached (${code}). Is there a network?`));
    };
    sent.once('close', () => clearTimeout(late));
    sent.once('error', fail);
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > asked.mostBytes) response.destroy(new Error('an answer without an end'));
        chunks.push(chunk);
      });
      response.once('error', fail);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.end(asked.body);
  });
}
