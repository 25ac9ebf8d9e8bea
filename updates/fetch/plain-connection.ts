import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { checkPlace, type WebPlace } from '../source/source.ts';

/** As much as is taken from the network in one go. */
const CHUNK = 256 * 1024;
/** The head of an answer is no longer than this. */
const MOST_HEAD = 8 * 1024;
const END_OF_HEAD = '\r\n\r\n';

/** A connection to a web server, for whole files whose length is known, one after the other. */
export type PlainConnection = {
  /**
   * Fills the room with a file. Returns how many bytes of it came: fewer than there is room for when the answer broke off or took too
   * long, and none when it is anything else than that file as it is. Why, is for somebody else to find out.
   */
  readonly fill: (place: string, room: Uint8Array) => Promise<number>;
  readonly close: () => void;
};

/** What is awaited now. `at` counts the bytes of the body; undefined while the head comes. */
type Awaited = { readonly room: Uint8Array; at: number | undefined; readonly end: (came: number) => void };

/**
 * Node's own clients take three milliseconds of the processor for each megabyte of a pack, most of it for objects around the bytes
 * (decision 34). This one knows a single answer: 200, with the length that was signed, not packed and not in pieces. All else is an end.
 */
export function plainConnection({ address, patience }: WebPlace): PlainConnection {
  const base = new URL(address);
  let socket: Socket | undefined;
  let awaited: Awaited | undefined;
  let head = '';
  let isLast = false;

  const leave = () => {
    socket?.destroy();
    socket = undefined;
  };
  const finish = () => {
    const { at = 0, end } = awaited ?? {};
    awaited = undefined;
    if (isLast) leave(); // The server takes no more on this connection; the next file has another.
    end?.(at);
  };
  const stop = () => {
    leave();
    finish();
  };
  const hear = (length: number, buffer: Uint8Array): boolean => {
    let bytes = buffer.subarray(0, length);
    if (awaited === undefined)
      stop(); // Nobody asked for this.
    else if (awaited.at === undefined) {
      const before = head.length;
      // The body that comes with it is no text: a byte more than a head can have is enough to see that it is too long.
      head += Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, MOST_HEAD + 1)).toString('latin1');
      const ends = head.indexOf(END_OF_HEAD);
      const fields = ends < 0 ? undefined : fieldsOf(head.slice(0, ends));
      if (ends < 0 ? head.length > MOST_HEAD : !isPlain(fields, awaited.room.length)) stop();
      if (fields === undefined || awaited === undefined) return true;
      isLast = fields.get('connection')?.toLowerCase() === 'close';
      bytes = bytes.subarray(ends + END_OF_HEAD.length - before);
      awaited.at = 0;
    }
    if (awaited?.at === undefined) return true;
    const { room, at } = awaited;
    if (bytes.length > room.length - at) {
      awaited.at = 0; // More than was signed: none of it is right.
      stop();
      return true;
    }
    room.set(bytes, at);
    awaited.at = at + bytes.length;
    if (awaited.at === room.length) finish();
    return true;
  };
  const open = (): Socket => {
    const secure = base.protocol === 'https:';
    const host = base.hostname.replace(/^\[|\]$/g, '');
    const options = {
      ...{ host, port: Number(base.port) || (secure ? 443 : 80) },
      onread: { buffer: Buffer.allocUnsafeSlow(CHUNK), callback: hear },
    };
    const opened = secure
      ? connectSecurely({
          ...options,
          ...{ ALPNProtocols: ['http/1.1'], servername: isIP(host) === 0 ? host : '' },
        })
      : connect(options);
    opened.setNoDelay(true);
    opened.setTimeout(patience.quietMs);
    for (const event of ['timeout', 'error', 'close', 'end'])
      opened.on(event, () => {
        if (socket === opened) stop();
      });
    return opened;
  };
  return {
    fill: (place, room) =>
      new Promise((resolve) => {
        checkPlace(place);
        head = '';
        // A byte now and then is no silence, and still never ends.
        const late = setTimeout(stop, patience.quietMs + (room.length / patience.leastBytesPerSecond) * 1000);
        awaited = {
          ...{ room, at: undefined },
          end: (came) => {
            clearTimeout(late);
            resolve(came);
          },
        };
        socket ??= open();
        const { pathname } = new URL(place, base);
        socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${base.host}\r\nAccept-Encoding: identity\r\n\r\n`);
      }),
    close: stop,
  };
}

/** The fields of the head of an answer, by their names in small letters; undefined when it is none of a 200. */
function fieldsOf(head: string): ReadonlyMap<string, string> | undefined {
  const [status = '', ...lines] = head.split('\r\n');
  if (!/^HTTP\/1\.1 200( |$)/.test(status)) return undefined;
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    const known = name.toLowerCase();
    // A line that is none, or one that says twice how the body is to be read.
    if (name === '' || (JUDGED.has(known) && fields.has(known))) return undefined;
    fields.set(known, value);
  }
  return fields;
}

const JUDGED = new Set(['content-length', 'content-encoding', 'content-type', 'connection']);

/** Does a head say that the file follows, whole and as it is? */
function isPlain(fields: ReadonlyMap<string, string> | undefined, length: number): boolean {
  return (
    fields?.get('content-length') === String(length) &&
    !fields.has('transfer-encoding') &&
    (fields.get('content-encoding') ?? 'identity') === 'identity' &&
    !(fields.get('content-type') ?? '').toLowerCase().startsWith('text/html')
  );
}
