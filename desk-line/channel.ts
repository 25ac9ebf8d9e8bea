import type { TLSSocket } from 'node:tls';
import type { z } from 'zod';
import { MOST_LINE_BYTES, PULSE_MS } from '../core/contract/desk/help-line.ts';

const NEW_LINE = 10;
/** Nobody presses that often; a pulse comes every few seconds. */
const MOST_LINES = 60;
const WINDOW_MS = 10_000;
/** Whoever does not read what it is told is not there. */
const MOST_UNREAD_BYTES = 4 * MOST_LINE_BYTES;
const SILENT_PULSES = 3;
const LEAVING_MS = 1_000;

/** A line to a device that proved who it is: messages of JSON, one in each line of text. */
export type Channel<Out> = {
  readonly say: (message: Out) => void;
  /** Ends at once. */
  readonly close: () => void;
  /** Ends when all that was said is on its way, or after a second. */
  readonly leave: () => Promise<void>;
};

/** What to do with what is heard. `ended` is called once. */
export type Hearing<In> = {
  readonly schema: z.ZodType<In>;
  readonly hear: (message: In) => void;
  readonly ended: (why: string) => void;
  readonly pulseMs?: number;
};

/**
 * Speaks on a socket. It ends when the other side says nothing for three pulses, says what is not in the schema, says too much at once or
 * too often, or does not read: a device of ours does none of these.
 */
export function openChannel<In, Out>(
  socket: TLSSocket,
  { schema, hear, ended, pulseMs = PULSE_MS }: Hearing<In>,
  pulse: Out,
): Channel<Out> {
  let kept: Buffer = Buffer.alloc(0);
  let lines = 0;
  let windowFrom = performance.now();
  let heardAt = windowFrom;
  let why: string | undefined;
  const end = (reason: string) => {
    why ??= reason;
    socket.destroy();
  };
  const say = (message: Out) => {
    if (socket.destroyed || !socket.writable) return;
    if (socket.writableLength > MOST_UNREAD_BYTES) end('it does not read');
    else socket.write(`${JSON.stringify(message)}\n`);
  };
  const read = (line: Buffer) => {
    const now = performance.now();
    if (now - windowFrom > WINDOW_MS) {
      windowFrom = now;
      lines = 0;
    }
    if (++lines > MOST_LINES) return end('it says too much');
    const message = schema.safeParse(parsed(line));
    if (message.success) hear(message.data);
    else end('it says what nobody understands');
  };
  socket.setNoDelay(true);
  socket.on('data', (chunk: Buffer) => {
    heardAt = performance.now();
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    for (let at = kept.indexOf(NEW_LINE); at >= 0 && why === undefined; at = kept.indexOf(NEW_LINE)) {
      const line = kept.subarray(0, at);
      kept = kept.subarray(at + 1);
      if (line.length > MOST_LINE_BYTES) end('a line is too long');
      else read(line);
    }
    if (kept.length > MOST_LINE_BYTES) end('a line is too long');
  });
  // Not the timer of the socket: what is sent into a line that is cut resets that one too.
  const beat = setInterval(() => {
    if (performance.now() - heardAt > pulseMs * SILENT_PULSES) end('it is silent');
    else say(pulse);
  }, pulseMs);
  socket.once('error', (error: NodeJS.ErrnoException) => {
    why ??= error.code ?? error.message;
  });
  socket.once('close', () => {
    clearInterval(beat);
    ended(why ?? 'it left');
  });
  return {
    say,
    close: () => end('closed here'),
    leave: () =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve();
        why ??= 'closed here';
        const late = setTimeout(() => socket.destroy(), LEAVING_MS);
        socket.once('close', () => {
          clearTimeout(late);
          resolve();
        });
        socket.end();
      }),
  };
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}
