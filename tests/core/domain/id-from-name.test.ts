import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Id } from '../../../core/domain/id.ts';
import { idFromName, idLike } from '../../../core/domain/id-from-name.ts';

it.each([
  ['Wijkteam Óost', [], 'wijkteam-oost'],
  ['  Taalhuis (west) ', [], 'taalhuis-west'],
  ['Taalhuis', ['taalhuis', 'taalhuis-2'], 'taalhuis-3'],
  ['112', [], 'partner'],
  ['مساعدة', ['partner'], 'partner-2'],
])('makes of %j, where %j are taken, %s', (name, taken, id) => {
  expect(idFromName(name, new Set(taken), 40)).toBe(id);
});

it('makes an id of whatever name, within its bound, that nobody has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (name) => {
      const taken = new Set<string>();
      for (let time = 0; time < 12; time++) {
        const id = Id.max(40).parse(idFromName(name, taken, 40));
        expect(taken.has(id)).toBe(false);
        taken.add(id);
      }
    }),
  );
});

it('says when nothing of a name can be an id', () => {
  expect(idLike('Hulp bij huur', 80)).toBe('hulp-bij-huur');
  expect(idLike('112', 80)).toBeUndefined();
  expect(idLike('مساعدة', 80)).toBeUndefined();
});
