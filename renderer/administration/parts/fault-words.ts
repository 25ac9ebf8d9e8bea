import type { AdministrationWordKey } from '../../words/administration-words.ts';
import type { AskFault } from '../api/ask.ts';

const WORDS: Partial<Record<AskFault, AdministrationWordKey>> = {
  offline: 'failed.offline',
  'other-version': 'failed.otherVersion',
  'not-allowed': 'failed.notAllowed',
  'not-found': 'failed.notFound',
  'too-many': 'failed.tooMany',
  'bad-request': 'failed.badRequest',
  'too-large': 'failed.badRequest',
};

/** What a fault means for whoever asked, and what to do. */
export function faultWords(fault: AskFault): AdministrationWordKey {
  return WORDS[fault] ?? 'failed.unavailable';
}
