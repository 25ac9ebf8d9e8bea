import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { PIN_COST } from '../../trust/pin/hash-pin.ts';

const derive = promisify(argon2);
const SALT_BYTES = 16;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** One at a time: each takes 64 MiB, and however many ask, the others of the server's requests go on. */
let lane: Promise<unknown> = Promise.resolve();

/** The hash of a password, argon2id, as a text that says how it was made (PHC format). Two writings of a letter are one (NFKC). */
export async function hashPassword(password: string): Promise<string> {
  const { memorySize, iterations, parallelism, hashLength } = PIN_COST;
  const salt = randomBytes(SALT_BYTES);
  const hash = await inLane({
    message: Buffer.from(password.normalize('NFKC')),
    nonce: salt,
    memory: memorySize,
    passes: iterations,
    parallelism,
    tagLength: hashLength,
  });
  return `$argon2id$v=19$m=${memorySize},t=${iterations},p=${parallelism}$${plain(salt)}$${plain(hash)}`;
}

/** Is this the password of the hash? With no hash it is not, and that takes as long. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('hex'));
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(hash ?? (await nobody)) ?? [];
  const expected = Buffer.from(tag, 'base64');
  if (expected.length === 0) return false;
  const found = await inLane({
    message: Buffer.from(password.normalize('NFKC')),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(found, expected) && hash !== null;
}
/** The hash of no password: who asks for an account that is not there waits as long as for one that is. */
let nobody: Promise<string> | undefined;

function inLane(parameters: Argon2Parameters): Promise<Buffer> {
  const result = lane.then(() => derive('argon2id', parameters));
  lane = result.catch(() => undefined);
  return result;
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
