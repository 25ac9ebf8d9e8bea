/// <reference path="./ipp-encoder.d.ts" />
import { request as send } from 'node:http';
import { request as messages, response as replies } from 'ipp-encoder';

/** Where the print system listens: a socket of this machine, or a host and port (what `lpstat -H` says). */
export type PrintServer = { readonly socketPath: string } | { readonly host: string; readonly port: number };

/** Nobody answers, or not in the way of the protocol. */
export class UnreachableError extends Error {}

/** A group of attributes of a reply: each has one value or several. */
export type IppGroup = Readonly<Record<string, readonly unknown[]>>;
/** A reply: its status (below 0x100 is well), and the groups that tell of printers or of a job. */
export type IppReply = { readonly status: number; readonly groups: readonly IppGroup[] };

/** Operations of RFC 8011, and one that CUPS adds. */
export const IPP = {
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  cupsGetPrinters: 0x4002,
} as const;
/** Kinds of values (RFC 8010, 3.5.2). */
const TAGS = {
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const;
const OPERATION_GROUP = 0x01;
const JOB_GROUP = 0x02;
/** A print system on this machine answers in milliseconds. */
const PATIENCE_MS = 5_000;
const LARGEST_REPLY = 4_000_000;

type Given = readonly [name: string, kind: keyof typeof TAGS, value: string | boolean | readonly string[]];

/** What goes along with some requests: what is wanted of a job, and a document. */
type Along = { readonly job?: readonly Given[]; readonly document?: Uint8Array };

/** Asks the print system something. Throws UnreachableError when no answer comes. */
export async function ask(
  server: PrintServer,
  operation: number,
  given: readonly Given[],
  { job = [], document = Buffer.of() }: Along = {},
): Promise<IppReply> {
  const everyRequest: Given[] = [
    ['attributes-charset', 'charset', 'utf-8'],
    ['attributes-natural-language', 'language', 'en'],
  ];
  const message = messages.encode({
    version: { major: 2, minor: 0 },
    operationId: operation,
    requestId: 1,
    groups: [
      group(OPERATION_GROUP, [...everyRequest, ...given]),
      ...(job.length === 0 ? [] : [group(JOB_GROUP, job)]),
    ],
  });
  const { statusCode, groups } = decoded(await post(server, Buffer.concat([message, document])));
  return {
    status: statusCode,
    groups: groups
      .filter(({ tag }) => tag !== OPERATION_GROUP)
      .map(({ attributes }) => Object.fromEntries(attributes.map(({ name, value }) => [name, value]))),
  };
}

function group(tag: number, given: readonly Given[]) {
  return { tag, attributes: given.map(([name, kind, value]) => ({ tag: TAGS[kind], name, value })) };
}

function decoded(reply: Buffer) {
  try {
    return replies.decode(reply);
  } catch (error) {
    throw new UnreachableError(`the reply is not of the protocol: ${String(error)}`);
  }
}

function post(server: PrintServer, message: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new UnreachableError(why));
    const sent = send(
      {
        ...server,
        path: '/',
        method: 'POST',
        timeout: PATIENCE_MS,
        headers: { 'content-type': 'application/ipp', 'content-length': message.length, host: 'localhost' },
      },
      (reply) => {
        const parts: Buffer[] = [];
        let length = 0;
        reply.on('data', (part: Buffer) => {
          length += part.length;
          if (length > LARGEST_REPLY) sent.destroy(new Error('the reply is too long'));
          else parts.push(part);
        });
        reply.once('error', (error) => fail(error.message));
        reply.once('end', () =>
          reply.statusCode === 200
            ? resolve(Buffer.concat(parts))
            : fail(`the print system answers with status ${reply.statusCode}`),
        );
      },
    );
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.once('error', (error) => fail(error.message));
    sent.end(message);
  });
}
