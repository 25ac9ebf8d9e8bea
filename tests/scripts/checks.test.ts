import { describe, expect, it } from 'vitest';
import { checksNamed, quickUnitTests, unitTests } from '../../scripts/checks.mjs';

const namesOf = (part?: string) => checksNamed(part).map(({ name }) => name);

it.each([unitTests, quickUnitTests])(
  'unit tests are told to be run alone just as they were: $args',
  ({ args, alone }) => {
    const flags = args.filter((arg) => arg.startsWith('--'));
    expect(alone.split(' ').filter((word) => word.startsWith('--'))).toEqual(flags);
  },
);

describe('the steps of npm test', () => {
  it('do not measure how much of the core a few files of unit tests run', () => {
    expect(checksNamed('unit tests', [])).toEqual([unitTests]);
    expect(checksNamed('unit tests', ['tests/core/domain/walk.test.ts'])).toEqual([quickUnitTests]);
    expect(checksNamed('long', ['walk']).map(({ name }) => name)).toEqual(['long tests']);
  });

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
