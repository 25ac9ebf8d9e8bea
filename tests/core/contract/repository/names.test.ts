import { describe, expect, it } from 'vitest';
import { LibraryId, readTargetPath, targetPath } from '../../../../core/contract/repository/names.ts';

describe('the name of a manifest', () => {
  const wanted = { library: 'bieb', pack: 'pakket', channel: 'test' } as const;

  it('says library, pack and channel, and is read back', () => {
    expect(targetPath(wanted)).toBe('bieb/pakket.test.json.gz');
    expect(readTargetPath('bieb/pakket.test.json.gz')).toEqual(wanted);
  });

  it.each([
    'constructor',
    '__proto__',
    'constructor/pakket.test.json.gz',
    'bieb/constructor.test.json.gz',
    'root/pakket.test.json.gz',
    'bieb/pakket.nightly.json.gz',
    'bieb/pakket.test.json',
    'bieb/../x.test.json.gz',
    '../bieb/pakket.test.json.gz',
    'bieb/pakket.test.json.gz\n',
    `${'a'.repeat(400)}/pakket.test.json.gz`,
  ])('is not %j', (path) => {
    expect(readTargetPath(path)).toBeUndefined();
  });
});

describe('the name of a library', () => {
  it.each(['root', 'timestamp', 'snapshot', 'targets', 'constructor', 'Bieb', 'a/b', 'a'.repeat(41)])(
    'is not %s',
    (id) => {
      expect(LibraryId.safeParse(id).success).toBe(false);
    },
  );

  it('says why', () => {
    expect(LibraryId.safeParse('root').error?.issues[0]?.message).toContain('"root" means something else');
  });
});
