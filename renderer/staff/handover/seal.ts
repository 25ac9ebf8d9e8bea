import { Encrypter } from 'age-encryption';
import type { AgeRecipient } from '../../../core/domain/age-recipient.ts';
import { Sealed } from '../../../core/domain/desk/sealed.ts';

/**
 * Locks a text to the key of a partner, on this page: what comes out goes to main, what went in goes nowhere. Only who has the partner's
 * secret key can read it again. Throws when the key is none that can be locked to.
 */
export async function seal(text: string, recipient: AgeRecipient): Promise<Sealed> {
  const age = new Encrypter();
  age.addRecipient(recipient);
  const file = await age.encrypt(text);
  return Sealed.parse(btoa(String.fromCharCode(...file)));
}
