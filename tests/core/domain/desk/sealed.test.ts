import {
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { expect, it } from 'vitest';
import { Sealed } from '../../../../core/domain/desk/sealed.ts';

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const isTaken = (text: string) => Sealed.safeParse(text).success;

async function lockedTo(...recipients: readonly string[]): Promise<string> {
  const age = new Encrypter();
  for (const recipient of recipients) age.addRecipient(recipient);
  return base64(await age.encrypt('Naam: Anna\n'));
}

it('takes an age file for one partner, and none that somebody else can open too', async () => {
  const [one, other] = await Promise.all(
    [await generateX25519Identity(), await generateX25519Identity()].map(identityToRecipient),
  );
  const hybrid = await identityToRecipient(await generateHybridIdentity());
  expect(isTaken(await lockedTo(one as string))).toBe(true);
  expect(isTaken(await lockedTo(one as string, other as string))).toBe(false);
  expect(isTaken(await lockedTo(hybrid))).toBe(false);
});

it('takes nothing that can be read', async () => {
  const age = new Encrypter();
  age.setScryptWorkFactor(2);
  age.setPassphrase('six');
  expect(isTaken(base64(await age.encrypt('Naam: Anna\n')))).toBe(false);
  expect(isTaken(base64('Naam: Anna\n'))).toBe(false);
  expect(isTaken(base64('age-encryption.org/v1\n'))).toBe(false);
  expect(isTaken('no base64!')).toBe(false);
  expect(isTaken('')).toBe(false);
  expect(isTaken(base64(`age-encryption.org/v1\n-> X25519 ${'A'.repeat(4_000)}\n---`))).toBe(false);
});
