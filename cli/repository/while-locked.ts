import { lockFolder } from '../../trust/repository/lock-folder.ts';

/**
 * Does something while no other command changes a repository in a folder. Reading it belongs to that: what was read is what is signed.
 * A web server refuses by itself to write over what is there. Throws TrustError when another command is changing it.
 */
export async function whileLocked<T>(place: string, act: () => Promise<T>): Promise<T> {
  const unlock = /^https?:\/\//.test(place)
    ? () => undefined
    : lockFolder(place, new Date(), { told: (sentence) => console.error(sentence) });
  try {
    return await act();
  } finally {
    unlock();
  }
}
