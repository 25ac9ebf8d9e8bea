import { describe, expect, it } from 'vitest';
import {
  LibraryMetadata,
  RootMetadata,
  TargetsMetadata,
} from '../../../../core/contract/repository/metadata.ts';

const id = (sign: string) => sign.repeat(64);
const key = (sign: string) => ({
  keytype: 'ed25519',
  scheme: 'ed25519',
  keyval: { public: sign.repeat(64) },
});
const role = (threshold: number, ...signs: string[]) => ({ keyids: signs.map(id), threshold });
const common = { spec_version: '1.0.31', version: 1, expires: '2027-01-01T00:00:00Z' };

const KEYS = Object.fromEntries(['1', '2', '3', '4', '5'].map((sign) => [id(sign), key(sign)]));
const ROLES = {
  root: role(2, '1', '2', '3'),
  targets: role(2, '1', '2', '3'),
  snapshot: role(1, '4'),
  timestamp: role(1, '5'),
};
const root = (changed: object = {}) => ({
  _type: 'root',
  ...common,
  consistent_snapshot: true,
  keys: KEYS,
  roles: ROLES,
  ...changed,
});
const withRoles = (changed: object) => root({ roles: { ...ROLES, ...changed } });

describe('a root', () => {
  it('is good with three holders and two keys of the server', () => {
    expect(RootMetadata.safeParse(root()).error).toBeUndefined();
  });

  it('may say more than is known today', () => {
    expect(RootMetadata.safeParse(root({ later: true })).success).toBe(true);
  });

  it.each([
    ['a threshold of 0', withRoles({ root: role(0, '1', '2', '3') })],
    ['a threshold of 1', withRoles({ root: role(1, '1', '2', '3') })],
    ['a threshold of 1 for targets', withRoles({ targets: role(1, '1', '2', '3') })],
    ['a threshold of 0 for the timestamp', withRoles({ timestamp: role(0, '5') })],
    ['a threshold that cannot be met', withRoles({ root: role(4, '1', '2', '3') })],
    ['a key that is named twice', withRoles({ root: role(2, '1', '1') })],
    ['a key that is not there', withRoles({ snapshot: role(1, '9') })],
    ['a key of the server for root', withRoles({ root: role(2, '1', '2', '4') })],
    ['a key of the server for targets', withRoles({ targets: role(2, '1', '2', '5') })],
    ['a role more', withRoles({ other: role(1, '1') })],
    ['no consistent snapshots', root({ consistent_snapshot: false })],
    ['a version of 0', root({ version: 0 })],
    ['an expiry that is no time', root({ expires: 'never' })],
    ['the same key under two ids', root({ keys: { ...KEYS, [id('6')]: key('1') } })],
    ['a key with more in it', root({ keys: { ...KEYS, [id('1')]: { ...key('1'), note: 'x' } } })],
    ['a key of another kind', root({ keys: { ...KEYS, [id('1')]: { ...key('1'), keytype: 'rsa' } } })],
    ['a key in capitals', root({ keys: { ...KEYS, [id('1')]: key('A') } })],
  ])('is refused with %s', (_what, metadata) => {
    expect(RootMetadata.safeParse(metadata).success).toBe(false);
  });
});

const delegation = (name: string, sign: string, changed: object = {}) => ({
  name,
  ...role(1, sign),
  terminating: true,
  paths: [`${name}/*`],
  ...changed,
});
const targets = (roles: readonly object[], keys: object = KEYS) => ({
  _type: 'targets',
  ...common,
  targets: {},
  delegations: { keys, roles },
});

describe('the list of libraries', () => {
  it('is good with a key for each', () => {
    const metadata = targets([delegation('bieb', '1'), delegation('huis', '2')]);
    expect(TargetsMetadata.safeParse(metadata).error).toBeUndefined();
  });

  it.each([
    ['a library for the names of another', [delegation('bieb', '1', { paths: ['huis/*'] })]],
    ['a library for all names', [delegation('bieb', '1', { paths: ['*/*'] })]],
    ['a library for more names', [delegation('bieb', '1', { paths: ['bieb/*', 'huis/*'] })]],
    ['a library after which others are asked', [delegation('bieb', '1', { terminating: false })]],
    ['two libraries with one key', [delegation('bieb', '1'), delegation('huis', '1')]],
    ['a library twice', [delegation('bieb', '1'), delegation('bieb', '2')]],
    ['a library without a key', [delegation('bieb', '9')]],
    ['a threshold of 0', [delegation('bieb', '1', { threshold: 0 })]],
    ['a library called root', [delegation('root', '1')]],
  ])('is refused with %s', (_what, roles) => {
    expect(TargetsMetadata.safeParse(targets(roles)).success).toBe(false);
  });

  it('is refused with the same key under two ids', () => {
    const keys = { [id('1')]: key('1'), [id('2')]: key('1') };
    const metadata = targets([delegation('bieb', '1'), delegation('huis', '2')], keys);
    expect(TargetsMetadata.safeParse(metadata).success).toBe(false);
  });

  it('is refused with a pack of its own', () => {
    expect(TargetsMetadata.safeParse({ ...targets([]), targets: { a: {} } }).success).toBe(false);
  });
});

describe('the list of a library', () => {
  const target = { length: 1, hashes: { sha256: id('a') }, custom: { unpacked: 1 } };
  const list = (all: object, more: object = {}) => ({ _type: 'targets', ...common, targets: all, ...more });

  it('names manifests', () => {
    const metadata = list({ 'bieb/pakket.test.json.gz': target });
    expect(LibraryMetadata.parse(metadata).targets).toEqual({ 'bieb/pakket.test.json.gz': target });
  });

  it.each([
    ['that names something else', list({ constructor: target })],
    ['that names too many', list(many(1_001))],
    ['that lets others in', list({}, { delegations: { keys: {}, roles: [] } })],
  ])('is refused %s', (_what, metadata) => {
    expect(LibraryMetadata.safeParse(metadata).success).toBe(false);
  });

  function many(count: number): object {
    return Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`bieb/p${index}.test.json.gz`, target]),
    );
  }
});
