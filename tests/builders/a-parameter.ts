import { type DatedValue, Parameter } from '../../core/domain/parameter.ts';

/** A value that holds from 2026 to 2027, unless told otherwise. */
export function aValue(value: number, parts: Partial<DatedValue> = {}): DatedValue {
  return {
    value,
    valid_from: '2026-01-01',
    valid_until: '2027-12-31',
    source: 'https://www.rijksoverheid.nl',
    checked_on: '2026-11-03',
    ...parts,
  };
}

/** A parameter in years with one value. */
export function aParameter(value: number, parts: Partial<DatedValue> = {}): Parameter {
  return Parameter.parse({ unit: 'year', values: [aValue(value, parts)] });
}

/** A parameter whose only value is no longer true. */
export function aStaleParameter(value: number): Parameter {
  return aParameter(value, { valid_from: '2025-01-01', valid_until: '2025-12-31' });
}
