import { readFileSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommandError } from '../command-error.ts';

/** Where passphrases come from: asked one after another, by what each is for. */
export type Passphrases = {
  readonly ask: (what: string) => Promise<string>;
  /** The same for a new one: a person at a screen types it twice. */
  readonly askNew: (what: string) => Promise<string>;
  readonly close: () => void;
};

/**
 * Passphrases (or what else is secret, by how it is `called`) from a file, one a line; else from a person at the screen, who does not see what is typed; else from the lines
 * of the input. They are never in an argument, which others on the computer can read.
 */
export function openPassphrases(file: string | boolean | undefined, called = 'passphrase'): Passphrases {
  if (typeof file === 'string') return fromLines(linesOf(file, called), called);
  return process.stdin.isTTY ? fromScreen(called) : fromInput(called);
}

function linesOf(file: string, called: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch (error) {
    throw new CommandError(`The ${called} in "${file}" cannot be read (${(error as Error).message}).`);
  }
}

function fromLines(lines: string[], called: string): Passphrases {
  const ask = async (what: string) => {
    const line = lines.shift();
    if (line === undefined || line === '')
      throw new CommandError(
        `There is no ${called} for ${what}: give one a line, in the order in which they are asked.`,
      );
    return line;
  };
  return { ask, askNew: ask, close: () => undefined };
}

function fromInput(called: string): Passphrases {
  let lines: AsyncIterator<string> | undefined;
  let reader: Interface | undefined;
  const ask = async (what: string) => {
    reader ??= createInterface({ input: process.stdin });
    lines ??= reader[Symbol.asyncIterator]();
    const { value } = await lines.next();
    return await fromLines([value ?? ''], called).ask(what);
  };
  return { ask, askNew: ask, close: () => reader?.close() };
}

function fromScreen(called: string): Passphrases {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const ask = (what: string) => {
    // The line editor writes to nowhere, so nothing is echoed; the screen is told by hand, once the terminal echoes nothing either.
    const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
    process.stderr.write(`The ${called} for ${what} (nothing shows while you type): `);
    return new Promise<string>((resolve, reject) => {
      reader.once('SIGINT', () => reject(new CommandError('Stopped; nothing was changed.', 130)));
      reader.question('', resolve);
    }).finally(() => {
      reader.close();
      process.stderr.write('\n');
    });
  };
  const askNew = async (what: string) => {
    for (;;) {
      const [first, second] = [await ask(what), await ask(`${what}, once more`)];
      if (first === second) return first;
      process.stderr.write('These two are not the same. Try again.\n');
    }
  };
  return { ask, askNew, close: () => undefined };
}
