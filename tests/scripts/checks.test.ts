import { describe, expect, it } from 'vitest';
import { checksNamed } from '../../scripts/checks.mjs';

const namesOf = (part?: string) => checksNamed(part).map(({ name }) => name);

describe('the steps of npm test', () => {
  it('are all taken when none is named', () => {
    expect(namesOf()).toEqual(expect.arrayContaining(['unit tests', 'journeys', 'unused code (knip)']));
  });

  it('can be taken by a part of their name', () => {
    expect(namesOf('journeys')).toEqual(['journeys']);
    expect(namesOf('types').length).toBeGreaterThan(1);
  });

  it('are refused by a name that none has, and listed', () => {
    expect(() => namesOf('journey of mine')).toThrow('There is no step "journey of mine".');
  });
});
