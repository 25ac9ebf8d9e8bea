import { join } from 'node:path';
import type { Trouble } from '../../core/contract/about.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { openStore } from '../../db/open-store.ts';
import { faultOf } from '../../db/store-fault.ts';
import { followedIn } from '../../updates/packs-followed.ts';
import { installFactoryPacks } from '../content/factory.ts';
import { contentFile, type StorePlaces } from '../stores/store-places.ts';

/** What main asks: to bring the packs that came with the app into the store. */
export type FactoryRequest = StorePlaces & {
  readonly job: 'factory';
  readonly packsDir: string;
  readonly today: CalendarDate;
};

/** What there is to say of it, in its order: what staff must hear, a trouble for the log, or a note. */
export type Said =
  | { readonly how: 'tell'; readonly code: Trouble; readonly detail: string }
  | { readonly how: 'trouble' | 'note'; readonly code: string; readonly detail: string };

/** What it answers. The fault `unreadable`: the store itself is damaged. */
export type FactoryReply =
  | { readonly ok: true; readonly said: readonly Said[] }
  | { readonly ok: false; readonly fault: string; readonly message: string };

/** Brings the packs that came with the app into the store. Never throws. */
export function installFactory(request: FactoryRequest): FactoryReply {
  const { dataDir, migrationsDir, nativeBinding, packsDir, today } = request;
  const store = openStore(contentFile(request), join(migrationsDir, 'content'), {
    nativeBinding,
    proveSound: false,
  });
  if (store.db === undefined) return { ok: false, fault: store.fault, message: store.detail };
  const said: Said[] = [];
  const say =
    (how: 'trouble' | 'note') =>
    (code: string, detail: string): void =>
      void said.push({ how, code, detail });
  try {
    const from = { folder: packsDir, today, isFollowed: followedIn(dataDir) };
    installFactoryPacks(store.db, from, {
      tell: (code, detail) => void said.push({ how: 'tell', code, detail }),
      log: { trouble: say('trouble'), note: say('note') },
    });
    return { ok: true, said };
  } catch (error) {
    return {
      ...{ ok: false, message: String((error as Error).stack ?? error) },
      fault: faultOf(error) === 'unreadable' ? 'unreadable' : 'failed',
    };
  } finally {
    store.db.close();
  }
}
