import { z } from 'zod';

/** An age file of a few lines has 400 bytes; one of all that a visitor may type, fewer than this. */
const MOST_BYTES = 2_048;
const FIRST_LINE = 'age-encryption.org/v1\n-> X25519 ';

/**
 * An age file (C2SP age, v1) in base64, locked to the one key of a partner. Nobody but that partner can open it; here is only looked
 * whether it is such a file, so that nothing readable gets in by mistake.
 */
export const Sealed = z
  .base64()
  .max(Math.ceil(MOST_BYTES / 3) * 4)
  .refine(isLocked, { error: 'is no age file with one X25519 recipient' });
export type Sealed = z.infer<typeof Sealed>;

function isLocked(base64: string): boolean {
  const text = decoded(base64);
  const header = text.slice(0, text.indexOf('\n---'));
  return text.startsWith(FIRST_LINE) && header.split('\n-> ').length === 2;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes as characters; there is nothing in the language itself that does so. What is no base64 becomes nothing that is looked for. */
function decoded(base64: string): string {
  let [text, bits, held] = ['', 0, 0];
  for (const letter of base64.replaceAll('=', '')) {
    bits = ((bits << 6) | LETTERS.indexOf(letter)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    text += String.fromCharCode((bits >> held) & 0xff);
  }
  return text;
}
