import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DESK_IDLE, idleRule, USUAL_IDLE } from '../../core/domain/idle.ts';
import { readDoors } from '../../electron/doors.ts';

const everyDoor = {
  BALIE_DATA_DIR: '/elsewhere',
  BALIE_PROFILE: 'desk',
  BALIE_LANGUAGE: 'en',
  BALIE_IDLE_SECONDS: '5',
  BALIE_SERVER_URL: 'http://127.0.0.1:9',
  BALIE_PACKS_DIR: '/packs',
  BALIE_SCREENSHOT_DIR: '/shots',
  BALIE_SYNC_SECONDS: '2',
  BALIE_STICK_DIRS: '/media:/sticks',
  BALIE_TODAY: '2028-02-29',
};
const usual = {
  dataDir: undefined,
  profile: 'kiosk',
  language: 'nl',
  idle: USUAL_IDLE,
  serverUrl: undefined,
  packsDir: undefined,
  screenshotDir: undefined,
  syncSeconds: undefined,
  stickDirs: undefined,
  today: undefined,
};

it('open doors are read', () => {
  expect(readDoors(everyDoor, true)).toEqual({
    dataDir: '/elsewhere',
    profile: 'desk',
    language: 'en',
    idle: idleRule(5),
    serverUrl: 'http://127.0.0.1:9',
    packsDir: '/packs',
    screenshotDir: '/shots',
    syncSeconds: 2,
    stickDirs: ['/media', '/sticks'],
    today: '2028-02-29',
  });
});

it('a folder is one of where the app was started', () => {
  const given = {
    BALIE_DATA_DIR: 'data',
    BALIE_PACKS_DIR: './packs',
    BALIE_SCREENSHOT_DIR: 'shots',
    BALIE_STICK_DIRS: 'a:b',
  };
  expect(readDoors(given, true)).toMatchObject({
    ...{ dataDir: resolve('data'), packsDir: resolve('packs'), screenshotDir: resolve('shots') },
    stickDirs: [resolve('a'), resolve('b')],
  });
});

it('closed doors are not: a released app is as it is, whatever stands in the environment', () => {
  expect(readDoors(everyDoor, false)).toEqual(usual);
});

it.each([
  ['--desk', 'desk', DESK_IDLE],
  ['--desktop', 'kiosk', USUAL_IDLE],
  ['desk', 'kiosk', USUAL_IDLE],
])('a released app that is started with %s is a %s', (argument, profile, idle) => {
  for (const environment of [{}, everyDoor])
    expect(readDoors(environment, false, ['balie', argument])).toEqual({ ...usual, profile, idle });
});

describe('what does not fit counts as not given', () => {
  it('nothing at all', () => {
    expect(readDoors({}, true)).toEqual(usual);
  });
  it.each([
    ['BALIE_PROFILE', 'admin'],
    ['BALIE_PROFILE', ''],
    ['BALIE_LANGUAGE', 'Nederlands'],
    ['BALIE_LANGUAGE', '../nl'],
    ['BALIE_IDLE_SECONDS', '0'],
    ['BALIE_SYNC_SECONDS', '0'],
    ['BALIE_SYNC_SECONDS', 'vaak'],
    ['BALIE_IDLE_SECONDS', '-3'],
    ['BALIE_IDLE_SECONDS', 'soon'],
    ['BALIE_IDLE_SECONDS', 'Infinity'],
    ['BALIE_IDLE_SECONDS', ''],
    ['BALIE_TODAY', 'morgen'],
    ['BALIE_TODAY', '2027-02-29'],
    ['BALIE_TODAY', '26-11-2026'],
    ['BALIE_DATA_DIR', ''],
    ['BALIE_SERVER_URL', ''],
    ['BALIE_STICK_DIRS', ''],
  ])('%s=%s', (name, value) => {
    expect(readDoors({ [name]: value }, true)).toEqual(usual);
  });
});
