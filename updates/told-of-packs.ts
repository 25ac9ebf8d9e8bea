import type { UpdateFailure } from '../db/content/updates/update-status.ts';
import type { UpdateError } from './update-error.ts';

/** What came of a pack, as far as it is told. */
type Came = {
  readonly pack: string;
  readonly outcome:
    | { readonly kind: 'failed'; readonly error: UpdateError }
    | { readonly kind: 'older'; readonly version: number; readonly shown: number }
    | { readonly kind: 'ready' | 'current' | 'not-published' | 'waits' };
};

/**
 * What whoever looks after the kiosk should know of the packs that it follows: the first that failed, else the first that can never come as
 * it is published. Undefined when all is well.
 */
export function toldOfPacks(all: readonly Came[]): UpdateFailure | undefined {
  const failed = all.find(({ outcome }) => outcome.kind === 'failed');
  if (failed?.outcome.kind === 'failed') {
    const { fault, message } = failed.outcome.error;
    return { fault, message, pack: failed.pack };
  }
  return all.map(neverComing).find((told) => told !== undefined);
}

/** Why a pack does not come, however often it is looked for; undefined when that is not so. */
export function neverComing({ pack, outcome }: Came): UpdateFailure | undefined {
  if (outcome.kind === 'not-published')
    return {
      ...{ fault: 'not-published', pack },
      message: `${pack}: the repository does not have it on this channel. What is shown stays; look at repository.json, or ask whoever publishes.`,
    };
  if (outcome.kind !== 'older') return undefined;
  const { version, shown } = outcome;
  return version === shown
    ? {
        ...{ fault: 'same-number', pack },
        message: `${pack}: the repository has version ${version}, a number that was shown here before. It does not come again by itself. What is shown stays; for other content, whoever publishes must raise the version above ${shown}.`,
      }
    : {
        ...{ fault: 'older', pack },
        message: `${pack}: the repository has version ${version}, and ${shown} was shown here. What is shown stays; whoever publishes must raise the version above ${shown}.`,
      };
}
