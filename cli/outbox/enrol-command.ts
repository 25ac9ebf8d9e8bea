import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { SyncError } from '../../updates/outbox/sync-error.ts';
import { openOpsStore } from '../admin/open-ops-store.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';

/**
 * `balie enrol --server URL --code CODE --data DIR [--desk]`: lets a kiosk, or a desk, belong to the library that made the code. It
 * takes the place of what the device belonged to. When it fails, nothing changes.
 */
export async function enrolCommand(args: string[]): Promise<number> {
  const { options } = readArguments(args, [], {
    ...{ server: 'string', code: 'string', data: 'string', desk: 'boolean', migrations: 'string' },
  });
  const { server, code, data, desk, migrations } = options;
  if (typeof server !== 'string')
    throw new CommandError('--server URL is missing: the address of the server.');
  if (typeof code !== 'string') throw new CommandError('--code CODE is missing: the server shows it once.');
  const db = openOpsStore(data, migrations);
  try {
    const reply = await enrolDevice(db, {
      ...{ dataDir: String(data), server, code, appVersion: appVersion() },
      profile: desk === true ? 'desk' : 'kiosk',
    });
    console.log(`This device asks to belong to ${reply.library}, ${reply.branch}.`);
    if (reply.state === 'waiting') console.log('It waits until somebody there approves it.');
    return 0;
  } catch (error) {
    if (error instanceof SyncError) throw new CommandError(`${error.message} Nothing was changed.`, 1);
    throw storeError(error);
  } finally {
    db.close();
  }
}

/** The version in package.json: two folders up, from here as from a build. */
export function appVersion(): string {
  const about: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
  );
  return String((about as { version?: unknown }).version);
}
