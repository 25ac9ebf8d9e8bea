import { describe, expect, it } from 'vitest';
import { recordMatchesLock } from '../../scripts/setup/packages.mjs';

describe('node_modules against package-lock.json', () => {
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/w': { version: '2.0.0', optional: true },
  };

  it('is in step when every package is there in its version', () => {
    expect(
      recordMatchesLock(locked, {
        'node_modules/a': { version: '1.0.0' },
        'node_modules/w': { version: '2.0.0' },
      }),
    ).toBe(true);
  });

  it('may lack an optional package, made for another system', () => {
    expect(recordMatchesLock(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['a version differs', { 'node_modules/a': { version: '1.0.1' } }],
    [
      'the version of an optional package differs',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/w': { version: '1.0.0' } },
    ],
    ['one is too many', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }],
  ])('is not in step when %s', (_, installed) => {
    expect(recordMatchesLock(locked, installed)).toBe(false);
  });
});
