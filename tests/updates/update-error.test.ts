import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asUpdateError } from '../../updates/update-error.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';

test('a store that something else holds is told as busy, and not as a disk that is wrong', () => {
  const file = join(aDataFolder(), 'content.db');
  const [one, other] = [aStore('content', file), aStore('content', file)];
  other.pragma('busy_timeout = 0');
  one.exec('BEGIN IMMEDIATE');
  const write = () => {
    try {
      other.exec('UPDATE scrub_status SET reached = NULL');
    } catch (error) {
      return asUpdateError(error);
    }
    return undefined;
  };
  expect(write()).toMatchObject({
    fault: 'busy',
    message: expect.stringContaining('try again when that has ended'),
  });
  one.exec('ROLLBACK');
  expect(write()).toBeUndefined();
});
