import { SyncError } from '../../updates/outbox/sync-error.ts';
import { openOpsStore } from '../admin/open-ops-store.ts';
import type { Arguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';
import { appVersion } from '../outbox/enrol-command.ts';
import { welcomeOwnKiosk } from './own-kiosk.ts';
import { withServerStore } from './with-server-store.ts';

const WELCOME = {
  enrolled: 'The kiosk belongs to a made-up library of this server now.',
  known: 'The kiosk belongs to this server.',
  elsewhere: 'The kiosk belongs to another server, and stays there.',
};

/** Lets the kiosk of `--with-kiosk` belong to the server at an address, and says so. Throws CommandError when it cannot. */
export async function welcomeKiosk(args: Arguments, address: string): Promise<void> {
  const { 'with-kiosk': dataDir, migrations } = args.options;
  if (typeof dataDir !== 'string') return;
  const db = openOpsStore(dataDir, migrations);
  try {
    const kiosk = { db, dataDir, appVersion: appVersion() };
    console.log(WELCOME[await withServerStore(args, (store) => welcomeOwnKiosk(store, address, kiosk))]);
  } catch (error) {
    throw error instanceof SyncError ? new CommandError(error.message, 1) : storeError(error);
  } finally {
    db.close();
  }
}
