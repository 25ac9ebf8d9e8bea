import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldersIn, mountedPlaces, placesIn } from '../../../updates/stick/mounted-places.ts';
import { aDataFolder } from '../../builders/a-store.ts';

/** A line of mountinfo: something on a device, mounted at a folder. */
const line = (id: number, folder: string, type = 'vfat', from = '/dev/sdb1') =>
  `${id} 25 8:17 / ${folder} rw,nosuid,nodev shared:7 - ${type} ${from} rw`;

describe('a place that may be a stick', () => {
  test.each([
    ['/media/STICK', '/media/STICK'],
    ['/media/balie/STICK', '/media/balie/STICK'],
    ['/run/media/balie/STICK', '/run/media/balie/STICK'],
    ['/mnt', '/mnt'],
    ['/mnt/stick', '/mnt/stick'],
    ['/media/balie/MIJN\\040STICK', '/media/balie/MIJN STICK'],
    ['/media/a\\134b', '/media/a\\b'],
  ])('%s', (written, folder) => {
    expect(placesIn(line(40, written))).toEqual([{ id: '40', folder }]);
  });

  test('without optional fields, and the second one too', () => {
    const text = ['7 1 8:1 / /media/A rw - ext4 /dev/sda1 rw', line(8, '/media/B', 'fuseblk'), ''].join('\n');
    expect(placesIn(text).map(({ folder }) => folder)).toEqual(['/media/A', '/media/B']);
  });
});

test.each([
  ['the disk of the system', line(1, '/')],
  ['a folder that only begins alike', line(1, '/mediastore/x')],
  ['what lies deeper', line(1, '/media/a/b/c')],
  ['a disk in the network, which may hang', line(1, '/mnt/share', 'nfs4', 'server:/share')],
  ['what is mounted when somebody looks', line(1, '/media/x', 'autofs', 'systemd-1')],
  ['memory', line(1, '/run/media/x', 'tmpfs', 'tmpfs')],
  ['half a line', '36 25'],
])('%s is none', (_, text) => {
  expect(placesIn(text)).toEqual([]);
});

test('what was mounted last over another is what counts', () => {
  expect(placesIn([line(1, '/mnt'), line(2, '/mnt')].join('\n'))).toEqual([{ id: '2', folder: '/mnt' }]);
  expect(placesIn([line(1, '/mnt'), line(2, '/mnt', 'nfs', 'a:/b')].join('\n'))).toEqual([]);
});

test('the mountinfo of this machine can be read', () => {
  expect(mountedPlaces().every(({ folder }) => folder.startsWith('/'))).toBe(true);
});

test('a folder that stands for a stick is the same one until another takes its place', () => {
  const sticks = aDataFolder();
  mkdirSync(join(sticks, 'A'));
  const [before] = foldersIn([sticks, '/not/there']);
  expect(before?.folder).toBe(join(sticks, 'A'));
  expect(foldersIn([sticks])).toEqual([before]);
  mkdirSync(join(sticks, 'B'));
  renameSync(join(sticks, 'A'), join(sticks, 'C'));
  renameSync(join(sticks, 'B'), join(sticks, 'A'));
  expect(foldersIn([sticks]).find(({ folder }) => folder.endsWith('A'))?.id).not.toBe(before?.id);
});
