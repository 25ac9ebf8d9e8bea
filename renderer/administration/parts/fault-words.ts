import type { AdministrationWordKey } from '../../words/administration-words.ts';
import type { AskFault } from '../api/ask.ts';

/** Each refusal has words of its own: what to do next differs. Only what devices are told, no page is, is one. */
const WORDS: Readonly<Record<AskFault, AdministrationWordKey>> = {
  offline: 'failed.offline',
  'other-version': 'failed.otherVersion',
  'not-signed-in': 'failed.notSignedIn',
  'sign-in-failed': 'failed.signInFailed',
  'prove-again': 'failed.proveAgain',
  'not-allowed': 'failed.notAllowed',
  'not-found': 'failed.notFound',
  taken: 'failed.taken',
  'too-many': 'failed.tooMany',
  'bad-request': 'failed.badRequest',
  'too-large': 'failed.badRequest',
  unavailable: 'failed.unavailable',
  'bad-signature': 'failed.unavailable',
  'unknown-code': 'failed.unavailable',
  'not-approved': 'failed.unavailable',
  revoked: 'failed.unavailable',
};

/** What a fault means for whoever asked, and what to do. */
export function faultWords(fault: AskFault): AdministrationWordKey {
  return WORDS[fault];
}
