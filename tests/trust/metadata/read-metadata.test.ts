import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../trust/metadata/read-metadata.ts';
import { isSigned } from '../../../trust/metadata/sign-metadata.ts';
import { aRepository } from '../../builders/a-repository.ts';

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

describe('reading metadata', () => {
  it('reads all that a new repository has', async () => {
    const { folder } = await aRepository();
    const read = (name: string) => readFileSync(join(folder, 'metadata', name));
    expect(readMetadata('root', read('1.root.json'), 'root').roles.root.threshold).toBe(2);
    expect(readMetadata('targets', read('1.targets.json'), 'targets').version).toBe(1);
    expect(readMetadata('library', read('1.bieb.json'), 'bieb').targets).toEqual({});
    expect(Object.keys(readMetadata('snapshot', read('1.snapshot.json'), 's').meta)).toEqual([
      'targets.json',
      'bieb.json',
    ]);
    expect(readMetadata('timestamp', read('timestamp.json'), 't').meta['snapshot.json'].version).toBe(1);
  });

  it('refuses a key under an id that is not its own', async () => {
    const { root } = await aRepository();
    const { signed, ...rest } = JSON.parse(root.toString());
    const [id = '', other = ''] = Object.keys(signed.keys);
    const keys = { ...signed.keys, [id]: signed.keys[other], [other]: signed.keys[id] };
    expect(() =>
      readMetadata('root', bytes({ ...rest, signed: { ...signed, keys } }), '1.root.json'),
    ).toThrow(`1.root.json is refused: the key ${id} is another one than its id says.`);
  });

  it.each([
    ['bad UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['JSON that is too deep', Buffer.from(`{"signed":${'['.repeat(200_000)}`)],
    ['half a file', Buffer.from('{"signed":{"_type":"ro')],
    ['nothing', Buffer.alloc(0)],
    ['null', Buffer.from('null')],
    ['a login page', Buffer.from('<html>')],
  ])('refuses %s', (_what, content) => {
    expect(() => readMetadata('root', content, '2.root.json')).toThrow(/^2\.root\.json is /);
  });
});

it('refuses what is too large, whatever it says', async () => {
  const { root } = await aRepository();
  const padded = (length: number) => Buffer.concat([root, Buffer.alloc(length - root.length, 0x20)]);
  expect(readMetadata('root', padded(5_000_000), '1.root.json').version).toBe(1);
  expect(() => readMetadata('root', padded(5_000_001), '1.root.json')).toThrow('is too large to be metadata');
});

describe('signatures', () => {
  it('of one holder are too few, of two enough, of one twice too few', async () => {
    const { root } = await aRepository();
    const json = JSON.parse(root.toString());
    const [one, two] = json.signatures;
    const signedBy = (...signatures: object[]) =>
      isSigned(bytes({ ...json, signatures }), 'root', { bytes: root, role: 'root' });
    expect(signedBy(one)).toBe(false);
    expect(signedBy(one, two)).toBe(true);
    expect(signedBy(one, one)).toBe(false);
    expect(signedBy(one, { ...two, sig: one.sig })).toBe(false);
  });

  it('do not hold for changed metadata', async () => {
    const { root } = await aRepository();
    const json = JSON.parse(root.toString());
    json.signed.expires = '2099-01-01T00:00:00Z';
    expect(isSigned(bytes(json), 'root', { bytes: root, role: 'root' })).toBe(false);
  });
});
