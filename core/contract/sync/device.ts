import { z } from 'zod';
import { LibraryId } from '../repository/names.ts';

/** A device at the server: a version 4 UUID, so that it tells nothing of where or when. */
export const DeviceId = z.uuidv4();
export type DeviceId = z.infer<typeof DeviceId>;

/** The public half of an Ed25519 key as RFC 8037 writes it (`x`): 32 bytes in base64url. */
export const DeviceKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is no Ed25519 key in base64url');
export type DeviceKey = z.infer<typeof DeviceKey>;

/** Crockford's base32: no I, L, O or U, so nothing is misread and nothing rude comes out. */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits: not guessed within the day that a code lives. */
const CODE_LENGTH = 12;

/**
 * A code with which one device enrols once, within 24 hours: twelve letters and digits, however it was typed: with
 * spaces or hyphens, in small letters, with O for 0 and I or L for 1 (Crockford's rules).
 */
export const EnrolmentCode = z
  .string()
  .max(40)
  .transform((typed) =>
    typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1'),
  )
  .refine(
    (code) => code.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter)),
    {
      error: 'An enrolment code is twelve letters and digits, as in 7K2M-Q9XB-41TD.',
    },
  );
export type EnrolmentCode = z.infer<typeof EnrolmentCode>;

/** A code of random bytes (12 of them), as people read it: in three groups of four. */
export function writeCode(random: Uint8Array): string {
  const letters = [...random.subarray(0, CODE_LENGTH)].map((byte) => CODE_LETTERS[byte % 32]);
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-');
}

/** What a device is: the visitors' kiosk or the staff's desk. */
export const DeviceProfile = z.enum(['kiosk', 'desk']);
export type DeviceProfile = z.infer<typeof DeviceProfile>;

/** `waiting` until somebody at the library approves it; a revoked one is never heard again. */
export const DeviceState = z.enum(['waiting', 'approved', 'revoked']);
export type DeviceState = z.infer<typeof DeviceState>;

/** `POST /api/v1/enrolments`: a device asks to belong to the library that made the code. */
export const EnrolmentRequest = z.strictObject({
  code: EnrolmentCode,
  key: DeviceKey,
  profile: DeviceProfile,
  appVersion: z.string().min(1).max(40),
});
export type EnrolmentRequest = z.infer<typeof EnrolmentRequest>;

/** The answer to it. `serverKey` signs acknowledgements, also those that come back on a stick. */
export const EnrolmentReply = z.strictObject({
  device: DeviceId,
  library: LibraryId,
  branch: z.string().max(80),
  state: DeviceState,
  serverKey: DeviceKey,
});
export type EnrolmentReply = z.infer<typeof EnrolmentReply>;
