import type { Log } from '../log.ts';

/**
 * The pepper of this device, as `read` gives it. A disk that cannot read its file (`read` throws) says nothing of the store in which the pepper
 * is used, and takes nothing away: then it is what was read before, since it never changes. So a line of the audit log keeps its seal; without
 * one the log would say for good that it was broken. Undefined when there is none, or it was never read. Throws nothing.
 */
export function rememberPepper(
  read: () => Uint8Array | undefined,
  log: Pick<Log, 'trouble'>,
): () => Uint8Array | undefined {
  let known: Uint8Array | undefined;
  return () => {
    try {
      known = read();
    } catch (error) {
      log.trouble('pin-key-unread', String(error));
    }
    return known;
  };
}
