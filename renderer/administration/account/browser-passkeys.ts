import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { PasskeyAnswer, PasskeyChallenge } from '../../../core/contract/administration/account.ts';

type Options<F extends (asked: never) => unknown> = Parameters<F>[0] extends { optionsJSON: infer O }
  ? O
  : never;

/** Has the browser make a passkey; undefined when it did not, or somebody stopped it. */
export async function askBrowserForPasskey({
  challenge,
  options,
}: PasskeyChallenge): Promise<PasskeyAnswer | undefined> {
  const optionsJSON = options as unknown as Options<typeof startRegistration>;
  const answer = await startRegistration({ optionsJSON }).catch(() => undefined);
  return answer && { challenge, answer: answer as unknown as PasskeyAnswer['answer'] };
}

/** Has the browser sign with a passkey that it has; undefined when it did not, or somebody stopped it. */
export async function askBrowserToSign({
  challenge,
  options,
}: PasskeyChallenge): Promise<PasskeyAnswer | undefined> {
  const optionsJSON = options as unknown as Options<typeof startAuthentication>;
  const answer = await startAuthentication({ optionsJSON }).catch(() => undefined);
  return answer && { challenge, answer: answer as unknown as PasskeyAnswer['answer'] };
}
