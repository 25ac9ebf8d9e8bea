import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT_TESTS, refuseWithoutRoot, SMALL_DISKS } from '../../scripts/checks/root-tests.mjs';
import { checksNamed } from '../../scripts/checks.mjs';

const ROOT = join(import.meta.dirname, '../..');
const SOMEBODY = { uid: 1000, mayMount: false };
const IN_A_CONTAINER = { uid: 0, mayMount: false };
const POWER_CUTS = 'tests/updates/faults/power-cuts.long.test.ts';

describe('without root', () => {
  it.each([
    ['everything', undefined, []],
    ['all long tests', 'long', []],
    ['a test that mounts', 'long', [POWER_CUTS]],
    ['a test that mounts, by a part of its name', 'long', ['accounts', 'power-cuts']],
  ])('%s ends before it begins, with what to do', (_, part, files) => {
    expect(() => refuseWithoutRoot(checksNamed(part), files, SOMEBODY)).toThrow('only root may');
  });

  it.each([
    ['unit tests', 'unit', []],
    ['journeys', 'journeys', []],
    ['long tests that mount nothing', 'long', ['accounts.long.test.ts']],
  ])('%s are run', (_, part, files) => {
    expect(() => refuseWithoutRoot(checksNamed(part), files, SOMEBODY)).not.toThrow();
  });
});

it('says what works here and now', () => {
  const told = () => refuseWithoutRoot(checksNamed(undefined), [], SOMEBODY);
  expect(told).toThrow(expect.objectContaining({ nextStep: expect.stringMatching(/^run `su(do)? /) }));
});

it.each([
  ['root', 0],
  ['whom no account is known of', undefined],
])('%s runs everything', (_, uid) => {
  expect(() => refuseWithoutRoot(checksNamed(undefined), [], { uid, mayMount: true })).not.toThrow();
});

describe('root that may not mount, as in most containers', () => {
  it.each([
    ['everything', undefined, []],
    ['all journeys', 'journeys', []],
    ['a journey on a full disk', 'journeys', ['full-disk']],
    ['a test that mounts', 'long', [POWER_CUTS]],
  ])('is told before %s begins', (_, part, files) => {
    expect(() => refuseWithoutRoot(checksNamed(part), files, IN_A_CONTAINER)).toThrow('may not mount');
  });

  it.each([
    ['unit tests', 'unit', []],
    ['a journey that mounts nothing', 'journeys', ['tests/journeys/idle.test.ts']],
  ])('runs %s', (_, part, files) => {
    expect(() => refuseWithoutRoot(checksNamed(part), files, IN_A_CONTAINER)).not.toThrow();
  });
});

it('knows every long test that mounts', () => {
  const mounting = globSync('tests/**/*.long.test.ts', { cwd: ROOT }).filter((file) =>
    /(loop|small)-disk\.ts'|mount -o loop/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(mounting.sort()).toEqual(ROOT_TESTS);
});

it('knows every journey that mounts', () => {
  const mounting = globSync('tests/**/*.test.ts', { cwd: ROOT, exclude: ['tests/**/*.long.test.ts'] }).filter(
    (file) => /small-disk\.ts'/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(mounting.sort()).toEqual(SMALL_DISKS);
});
