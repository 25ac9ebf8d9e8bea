import { describe, expect, it, test } from 'vitest';
import {
  countFailure,
  DEVICE_ADMIN,
  forgiveFailures,
  isAnyLocked,
  passLockOuts,
  readPin,
  writePin,
} from '../../../db/ops/pins.ts';
import { aStore } from '../../builders/a-store.ts';

const WHO = 'colleague-1';
const HASH = '$argon2id$one';

test('there is none at first, and one afterwards, in the place of the one before', () => {
  const ops = aStore('ops');
  expect(readPin(ops, WHO)).toBeUndefined();
  writePin(ops, WHO, HASH);
  writePin(ops, WHO, '$argon2id$two');
  expect(readPin(ops, WHO)).toEqual({ hash: '$argon2id$two', failures: 0, locked_ms: 0 });
});

test('nothing but a hash goes in', () => {
  const ops = aStore('ops');
  expect(() => writePin(ops, WHO, '482913')).toThrow(/CHECK/);
});

describe('wrong PINs', () => {
  it('are counted, and from the fifth on the door closes for longer and longer', () => {
    const ops = aStore('ops');
    writePin(ops, WHO, HASH);
    for (const failures of [1, 2, 3, 4]) expect(countFailure(ops, WHO)).toBe(failures);
    expect(readPin(ops, WHO)).toMatchObject({ failures: 4, locked_ms: 0 });
    countFailure(ops, WHO);
    expect(readPin(ops, WHO)).toMatchObject({ failures: 5, locked_ms: 60_000 });
    countFailure(ops, WHO);
    expect(readPin(ops, WHO)).toMatchObject({ failures: 6, locked_ms: 120_000 });
  });

  it('are forgiven for the right one, and for a new PIN', () => {
    const ops = aStore('ops');
    writePin(ops, WHO, HASH);
    for (let times = 0; times < 5; times++) countFailure(ops, WHO);
    forgiveFailures(ops, WHO);
    expect(readPin(ops, WHO)).toMatchObject({ failures: 0, locked_ms: 0 });
    for (let times = 0; times < 5; times++) countFailure(ops, WHO);
    writePin(ops, WHO, HASH);
    expect(readPin(ops, WHO)).toMatchObject({ failures: 0, locked_ms: 0 });
  });
});

test('time takes off a lock-out, down to nothing, and no count', () => {
  const ops = aStore('ops');
  writePin(ops, WHO, HASH);
  for (let times = 0; times < 5; times++) countFailure(ops, WHO);
  passLockOuts(ops, 20_000.7);
  expect(readPin(ops, WHO)).toMatchObject({ failures: 5, locked_ms: 40_000 });
  passLockOuts(ops, 1e9);
  expect(readPin(ops, WHO)).toMatchObject({ failures: 5, locked_ms: 0 });
});

test('of one is nothing of another, and time passes for all who are locked out', () => {
  const ops = aStore('ops');
  for (const who of [WHO, DEVICE_ADMIN]) writePin(ops, who, HASH);
  for (let times = 0; times < 5; times++) countFailure(ops, WHO);
  expect(readPin(ops, DEVICE_ADMIN)).toMatchObject({ failures: 0, locked_ms: 0 });
  expect(isAnyLocked(ops)).toBe(true);
  for (let times = 0; times < 5; times++) countFailure(ops, DEVICE_ADMIN);
  passLockOuts(ops, 60_000);
  expect(isAnyLocked(ops)).toBe(false);
});
