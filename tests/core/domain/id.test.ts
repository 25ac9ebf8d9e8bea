import { describe, expect, it } from 'vitest';
import { Id } from '../../../core/domain/id.ts';

describe('an id', () => {
  it.each(['huis', 'hoe-oud-bent-u', 'wmo-2015', '2-kamers', 'a', 'a'.repeat(80)])('can be %s', (id) => {
    expect(Id.safeParse(id).success).toBe(true);
  });

  it.each(['Huis', 'hoe oud', 'hoe_oud', '-huis', 'huis-', 'hoe--oud', 'één', '', 'a.b', '../huis'])(
    'cannot be "%s"',
    (id) => {
      expect(Id.safeParse(id).error?.issues[0]?.message).toBe(
        'use lower-case letters, and next to those digits and single hyphens, as in "hoe-oud-bent-u"',
      );
    },
  );

  it('has at least one letter, because figures alone would lose their place in the order of the file', () => {
    expect(Id.safeParse('2').success).toBe(false);
    expect(Id.safeParse('2015').success).toBe(false);
  });

  it('is no longer than 80 letters', () => {
    expect(Id.safeParse('a'.repeat(81)).success).toBe(false);
  });
});
