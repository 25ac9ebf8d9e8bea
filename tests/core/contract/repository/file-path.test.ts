import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfPaths } from '../../../../core/contract/repository/file-path.ts';

describe('the paths of a pack', () => {
  it('may be what a pack has', () => {
    expect(
      faultOfPaths([
        'articles/digid-aanvragen/nl.md',
        'flows/huur/words.nl.yaml',
        'media/Huis_2.PNG',
        'pack.yaml',
      ]),
    ).toBeUndefined();
  });

  it.each([
    ['that leads out', '../pack.yaml'],
    ['that leads out in the middle', 'media/../../pack.yaml'],
    ['that stays', './pack.yaml'],
    ['that is absolute', '/etc/passwd'],
    ['of Windows', 'C:/pack.yaml'],
    ['with backslashes', 'media\\huis.png'],
    ['that is hidden', 'media/.huis.png'],
    ['that ends in a point', 'media/huis.'],
    ['that ends in a slash', 'media/'],
    ['with an empty folder', 'media//huis.png'],
    ['with a zero byte', 'media/huis\0.png'],
    ['with a space', 'media/een huis.png'],
    ['beyond ASCII', 'media/huís.png'],
    ['with a line break', 'pack.yaml\n'],
    ['that is empty', ''],
    ['that is a prototype', '__proto__'],
    ['in a prototype', '__proto__/pack.yaml'],
    ['that every object has', 'constructor'],
    ['that every object has, in capitals', 'media/toString.png'],
    ['that Windows takes for a device', 'media/con.png'],
    ['with a folder that Windows takes for a device', 'LPT1/pack.yaml'],
    ['with four folders', 'a/b/c/d/e'],
    ['of 400 characters', `media/${'a'.repeat(390)}.png`],
  ])('cannot be one %s', (_what, path) => {
    expect(faultOfPaths([path])).toMatch(/^".*": /s);
  });

  it('may be 200 characters long, not 201', () => {
    expect(faultOfPaths(['a'.repeat(200)])).toBeUndefined();
    expect(faultOfPaths(['a'.repeat(201)])).toContain('at most 200 characters');
  });

  it('may be in three folders', () => {
    expect(faultOfPaths(['a/b/c/d'])).toBeUndefined();
  });

  it('stand in order, each once', () => {
    expect(faultOfPaths(['b', 'a'])).toBe('"a" stands after "b"; sort the files by path, each once');
    expect(faultOfPaths(['a', 'a'])).toBe('"a" stands after "a"; sort the files by path, each once');
  });

  it('differ by more than capitals', () => {
    expect(faultOfPaths(['media/Huis.png', 'media/huis.png'])).toBe(
      '"media/huis.png" is there twice but for its capitals; rename one',
    );
  });

  it.each([[['a', 'a-b', 'a/b']], [['a/b', 'a/b.c', 'a/b/c/d']], [['A', 'a/b']], [['a', 'a/b/c/d']]])(
    'are no file and folder at once: %j',
    (paths) => {
      expect(faultOfPaths(paths)).toContain('is a file and a folder');
    },
  );

  it('are named as they are written', () => {
    expect(faultOfPaths(['Media/CON.png', 'a'])).toContain('"Media/CON.png"');
    expect(faultOfPaths(['Map', 'map/b'])).toBe('"Map" is a file and a folder; rename one');
  });

  const name = fc.stringMatching(/^[abA][abA-]?[abA]$/);
  const paths = fc.array(fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/')));

  const parts = fc.constantFrom(
    ...['con', 'CON', 'Com1', 'constructor', 'x', 'X', '1', '-', '.', '_', '/', 'é', '\n'],
  );

  it('are judged the same, however many signs they share with what is plain', () => {
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (written) => {
        const path = written.join('');
        const names = path.split('/');
        const isName = (name: string) =>
          /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name) && !name.endsWith('\n');
        const isTaken = (name: string) =>
          ['con', 'com1', 'constructor'].includes(name.toLowerCase().split('.')[0] ?? '');
        const isRight = names.length <= 4 && names.every((name) => isName(name) && !isTaken(name));
        expect(faultOfPaths([path]) === undefined, JSON.stringify(path)).toBe(isRight);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are compared as when each is held against each', () => {
    fc.assert(
      fc.property(paths, (written) => {
        const sorted = [...new Set(written)].sort();
        const small = sorted.map((path) => path.toLowerCase());
        const clash = small.some((one, index) =>
          small.some((other, at) => at !== index && (other === one || other.startsWith(`${one}/`))),
        );
        expect(faultOfPaths(sorted) !== undefined).toBe(clash);
      }),
    );
  });
});
