import { expect, test } from 'vitest';
import { listActs, recordAct } from '../../../db/ops/audit.ts';
import { DEVICE_ADMIN, writePin } from '../../../db/ops/pins.ts';
import { rememberPepper } from '../../../electron/admin/remember-pepper.ts';
import { openSignIn } from '../../../electron/admin/sign-in.ts';
import { watchWrites } from '../../../electron/stores/watch-writes.ts';
import { aLog } from '../../builders/a-log.ts';
import { aStore } from '../../builders/a-store.ts';

const PEPPER = new Uint8Array(32);

/** A door of staff whose `pin.key` can be read, or not, or is gone. */
function aDoor() {
  const ops = aStore('ops');
  const at = '2026-11-27T09:00:00.000Z';
  recordAct(ops, { at, act: 'pin-set', person: DEVICE_ADMIN, detail: '' }, PEPPER);
  writePin(ops, DEVICE_ADMIN, '$argon2id$…');
  const log = aLog();
  const watched = watchWrites(
    { tell: log.trouble, past: () => undefined },
    () => new Date(at),
    'ops-damaged',
  );
  let file: 'whole' | 'unread' | 'gone' = 'whole';
  const read = () => {
    if (file === 'unread') throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    return file === 'gone' ? undefined : PEPPER;
  };
  const door = openSignIn({
    write: (act) => {
      const outcome = watched.attempt(ops, (db) => act(db, new Date(at)));
      return 'done' in outcome ? outcome.done : undefined;
    },
    pepper: rememberPepper(read, log),
    verify: async () => true,
    visit: () => 1,
    end: () => undefined,
    elapsed: () => 0,
    repeat: () => () => undefined,
  });
  return {
    door,
    log,
    troubles: watched.troubles,
    acts: () => listActs(ops, 9).map(({ act }) => act),
    is: (now: typeof file) => {
      file = now;
    },
  };
}

test('a pin.key that cannot be read for a moment is no damaged store, and who signs out is logged under its seal', async () => {
  const { door, log, troubles, acts, is } = aDoor();
  await door.signIn(DEVICE_ADMIN, '482913');
  is('unread');
  door.visitOver();
  expect(door.door(DEVICE_ADMIN)).toMatchObject({ kind: 'open' });
  expect(troubles()).toEqual([]);
  expect(new Set(log.lines)).toEqual(new Set(['pin-key-unread: Error: EIO: i/o error, read']));
  is('whole');
  await door.signIn(DEVICE_ADMIN, '482913');
  // No line says that the log was broken.
  expect(acts()).toEqual(['signed-in', 'signed-out', 'signed-in', 'pin-set']);
});

test('one that was never read opens no door, and is told', () => {
  const { door, log, is } = aDoor();
  is('unread');
  expect(door.door(DEVICE_ADMIN)).toEqual({ kind: 'no-pin' });
  expect(log.codes()).toEqual(['pin-key-unread']);
});

test('one that was taken away is not remembered', async () => {
  const { door, is } = aDoor();
  await door.signIn(DEVICE_ADMIN, '482913');
  is('gone');
  expect(door.door(DEVICE_ADMIN)).toEqual({ kind: 'no-pin' });
});
