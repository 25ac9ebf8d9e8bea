import type { Trouble } from '../../core/contract/about.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import { ageOfNewestCopy, writeCopy } from '../../db/ops/copies.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import type { Log } from '../log.ts';
import { openStores, type StorePlaces, type Stores } from '../stores/open-stores.ts';

const DAY_MS = 86_400_000;

/** The stores of this kiosk and the content in them. */
export type ContentHouse = {
  /** Resolves once there is content to show, or it is certain that there is none. */
  readonly ready: Promise<void>;
  readonly troubles: () => readonly Trouble[];
  readonly today: () => CalendarDate;
  /** Reads from the content; `otherwise` when there is no store. A store found damaged while reading is built again. */
  readonly read: <T>(ask: (db: ReadDb) => T, otherwise: T) => T;
};

/** What the house is built on. `copiesDir` holds the copies of the ops store. */
export type HousePlan = StorePlaces & {
  readonly copiesDir: string;
  readonly packsDir: string;
  readonly now: () => Date;
  readonly log: Log;
};

/** Opens the stores and sees to it that the content that came with the app is in them. */
export function openContentHouse(plan: HousePlan): ContentHouse {
  const stamp = () => plan.now().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const today = () => new Intl.DateTimeFormat('sv-SE').format(plan.now());
  let stores: Stores = openStores(plan, plan.log, stamp());
  let later: Trouble[] = [];

  const hasContent = (db: WriteDb | undefined) =>
    db?.prepare('SELECT 1 FROM active_packs').get() !== undefined;
  const fill = async (): Promise<void> => {
    if (stores.content === undefined) return;
    // The reader of packs is large and mostly not needed, so it is loaded when it is.
    const { installFactoryPacks } = await import('./factory.ts');
    const result = installFactoryPacks(stores.content, plan.packsDir, today(), plan.log);
    later = [...result.troubles, ...(hasContent(stores.content) ? [] : (['no-content'] as const))];
    if (later.includes('no-content'))
      plan.log.trouble('no-content', 'there is no pack in the store, and none could be installed');
  };
  const tellStaff = () => {
    const { ops } = stores;
    if (ops === undefined) return;
    try {
      for (const code of [...stores.troubles, ...later])
        recordIncident(ops, { at: plan.now().toISOString(), code, detail: '' });
      if (ageOfNewestCopy(plan.copiesDir) > DAY_MS) writeCopy(ops, plan.copiesDir);
    } catch (error) {
      plan.log.trouble('ops-not-written', String(error));
    }
  };
  const filled = fill()
    .catch((error: unknown) => plan.log.trouble('content-not-filled', String(error)))
    .then(tellStaff);

  return {
    // With content in the store nobody waits for the look at the packs that came with the app.
    ready: hasContent(stores.content) ? Promise.resolve() : filled,
    troubles: () => [...new Set([...stores.troubles, ...later])],
    today,
    read: (ask, otherwise) => {
      if (stores.content === undefined) return otherwise;
      try {
        return ask(stores.content);
      } catch (error) {
        if (!/^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { code?: unknown }).code))) throw error;
        plan.log.trouble('content-damaged', String(error));
        stores.content.close();
        stores.ops?.close();
        stores = openStores({ ...plan, contentIsDamaged: true }, plan.log, stamp());
        void fill();
        return otherwise;
      }
    },
  };
}
