import { describe, expect, it } from 'vitest';
import { Parameter, ParameterId } from '../../../core/domain/parameter.ts';
import { valueOn } from '../../../core/domain/parameter-value.ts';
import { aParameter, aValue } from '../../builders/a-parameter.ts';

const parameters = {
  'huur.leeftijd': Parameter.parse({
    unit: 'year',
    values: [
      aValue(18, { valid_from: '2026-01-01', valid_until: '2026-12-31' }),
      aValue(19, { valid_from: '2027-01-01', valid_until: '2027-12-31' }),
    ],
  }),
};

describe('the value of a parameter', () => {
  it('holds on its first and its last day, and on all between', () => {
    expect(valueOn(parameters, 'huur.leeftijd', '2026-01-01')?.value).toBe(18);
    expect(valueOn(parameters, 'huur.leeftijd', '2026-12-31')?.value).toBe(18);
    expect(valueOn(parameters, 'huur.leeftijd', '2027-01-01')?.value).toBe(19);
  });

  it('is not there before its first and after its last day', () => {
    expect(valueOn(parameters, 'huur.leeftijd', '2025-12-31')).toBeUndefined();
    expect(valueOn(parameters, 'huur.leeftijd', '2028-01-01')).toBeUndefined();
  });

  it('is not there for a name that nobody knows', () => {
    expect(valueOn(parameters, 'zorg.leeftijd', '2026-01-01')).toBeUndefined();
    expect(valueOn({}, 'constructor', '2026-01-01')).toBeUndefined();
  });

  it('has a web address as its source', () => {
    const bad = { ...aParameter(18), values: [{ ...aValue(18), source: 'rijksoverheid' }] };
    expect(Parameter.safeParse(bad).error?.issues[0]?.message).toBe(
      'write a whole web address, as in https://www.rijksoverheid.nl',
    );
  });
});

describe('the name of a parameter', () => {
  it.each(['huur.leeftijd', 'huur.leeftijd-volle-huur', 'a.b.c', 'wlz2.x1'])('can be %s', (name) => {
    expect(ParameterId.safeParse(name).success).toBe(true);
  });

  it.each(['leeftijd', 'huur.', '.huur', 'Huur.leeftijd', 'huur leeftijd.x', 'huur..x', 'huur.a--b'])(
    'cannot be "%s"',
    (name) => {
      expect(ParameterId.safeParse(name).success).toBe(false);
    },
  );
});
