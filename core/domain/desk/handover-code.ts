import { z } from 'zod';

/**
 * The letters of a code: none that is misread as another in print or by hand (no 0 O, 1 I L, 2 Z, U V). Their number is a
 * prime, which is what makes the check letter find every slip and every swap.
 */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXY';
const SIZE = LETTERS.length;
/** 29⁸ codes: 39 bits. What a server lets by in a year does not find one (decision 38). */
const RANDOM_LETTERS = 8;
const GROUP = 3;

/**
 * The code on a slip: nine letters and digits, the last of which is reckoned from the others. However it was typed: with spaces or
 * hyphens, in small letters, with Z for 2. It comes out in one piece; `writeHandoverCode` parts it for people.
 */
export const HandoverCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('Z', '2'))
  .refine(isCode, { error: 'is no code of a slip, as in 7K2-MQ9-XB4' });
export type HandoverCode = z.infer<typeof HandoverCode>;

/**
 * Makes a code. `random` gives so many random bytes: of the system, or of a seed in a test. Bytes that would make some letters
 * likelier than others are left out.
 */
export function makeHandoverCode(random: (bytes: number) => Uint8Array): HandoverCode {
  const even = 256 - (256 % SIZE);
  const letters: string[] = [];
  while (letters.length < RANDOM_LETTERS)
    for (const byte of random(RANDOM_LETTERS - letters.length))
      if (byte < even) letters.push(LETTERS.charAt(byte % SIZE));
  const body = letters.join('');
  return body + checkLetter(body);
}

/** A code as people read it: in groups of three. */
export function writeHandoverCode(code: HandoverCode): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

function isCode(code: string): boolean {
  const body = code.slice(0, RANDOM_LETTERS);
  return (
    code.length === RANDOM_LETTERS + 1 &&
    [...code].every((letter) => LETTERS.includes(letter)) &&
    code === body + checkLetter(body)
  );
}

/**
 * The weights 1 to 8, and 28 for the check letter itself, all differ and none is 0 modulo 29: one wrong letter changes the sum, and so
 * do two that changed places.
 */
function checkLetter(body: string): string {
  const sum = [...body].reduce((before, letter, place) => before + (place + 1) * LETTERS.indexOf(letter), 0);
  return LETTERS.charAt(sum % SIZE);
}
