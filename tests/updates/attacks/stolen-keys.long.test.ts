// Keys that hold still, in the hands of a thief who goes on signing with them.
import { describe, expect, test } from 'vitest';
import { MOST_VERSION } from '../../../core/contract/repository/pack-version.ts';
import { mostVersionAt } from '../../../core/contract/repository/version-limit.ts';
import { DAY_MS } from '../../../core/domain/calendar-date.ts';
import { readUpdateStatus } from '../../../db/content/updates/update-status.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aKey, NOW } from '../../builders/updates/raw-repository.ts';
import { contentOf, expectRefused } from '../../builders/updates/refused.ts';
import { expiring, upToDate } from '../../builders/updates/up-to-date.ts';

describe('stolen keys', () => {
  test('of the server, day after day: all seems well until the list of the library expires, and no longer', async () => {
    const { repository, kiosk } = await upToDate();
    const announceAt = (day: number) => {
      repository.signSnapshot(expiring(day + 180));
      repository.signTimestamp(expiring(day + 30));
      return { now: NOW + day * DAY_MS };
    };
    const before = contentOf(kiosk);
    for (let day = 13; day < 365; day += 39) {
      expect(await kiosk.update(repository, announceAt(day))).toBe('current');
      expect(readUpdateStatus(kiosk.db)).toMatchObject({ contacted_at: NOW + day * DAY_MS, failure: null });
    }
    expect(await kiosk.update(repository, announceAt(366))).toBe('expired');
    const { contacted_at, failure } = readUpdateStatus(kiosk.db);
    expect(contacted_at).toBe(NOW + 366 * DAY_MS);
    expect(failure).toEqual({
      ...{ fault: 'expired', pack: 'klein' },
      message: expect.stringContaining('What is shown stays in use'),
    });
    expect(contentOf(kiosk)).toEqual(before);
  });

  test('of the server hold back nobody who hears that they were exchanged', async () => {
    const { repository, kiosk } = await upToDate();
    const { snapshot, timestamp } = repository.keys;
    const frozen = { now: NOW + 100 * DAY_MS };
    const freeze = () => {
      repository.signSnapshot(expiring(280), snapshot);
      repository.signTimestamp(expiring(130), timestamp);
    };
    freeze();
    expect(await kiosk.update(repository, frozen)).toBe('current');
    // From another address, or a stick: what the holders of the root and the library signed meanwhile.
    repository.keys.snapshot = [aKey()];
    repository.keys.timestamp = [aKey()];
    repository.signRoot();
    repository.addPack(3);
    repository.signLibrary();
    repository.signSnapshot(expiring(280));
    repository.signTimestamp(expiring(130));
    expect(await kiosk.update(repository, frozen)).toBe('ready');
    expect(kiosk.shown()).toBe(3);
    // The thief goes on; it is heard no more.
    freeze();
    await expectRefused(kiosk, repository, 'untrusted', frozen);
  });

  test('of a library take no number away: what follows a jump is let in everywhere', async () => {
    const { repository, kiosk } = await upToDate();
    const elsewhere = aKiosk(repository.bundledRoot);
    repository.publish(MOST_VERSION);
    await expectRefused(kiosk, repository, 'version-too-high');
    // The furthest that a thief comes; the kiosk elsewhere does not hear of it.
    const most = mostVersionAt(NOW);
    repository.publish(most + 1);
    await expectRefused(kiosk, repository, 'version-too-high');
    repository.publish(most);
    expect(await kiosk.update(repository)).toBe('ready');
    // The library has its key exchanged, and publishes one more.
    repository.keys.bieb = [aKey()];
    repository.signTargets();
    repository.publish(most + 1);
    const now = NOW + 3_600_000;
    for (const each of [kiosk, elsewhere]) {
      expect(await each.update(repository, { now })).toBe('ready');
      expect(each.shown()).toBe(most + 1);
    }
  });
});
