import { describe, expect, it } from 'vitest';
import { checkParameters } from '../../../../core/domain/check/check-parameters.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import { checkPack } from '../../../../core/domain/check-pack.ts';
import type { Condition } from '../../../../core/domain/condition.ts';
import type { Pack } from '../../../../core/domain/pack.ts';
import { Parameter, type Unit } from '../../../../core/domain/parameter.ts';
import { readYaml } from '../../../../packs/read-yaml.ts';
import { aFlow } from '../../../builders/a-flow.ts';
import { aPack } from '../../../builders/a-pack.ts';
import { aParameter, aValue } from '../../../builders/a-parameter.ts';
import { aDate, aNumber } from '../../../builders/a-question.ts';
import { aSource } from '../../../builders/a-source.ts';
import { TODAY } from '../../../builders/today.ts';

const good = aPack();

function said(pack: Pack, source = aSource()): string[] {
  return checkParameters(pack, source).map(
    ({ severity, rule, file, field, message }) =>
      `${severity} [${rule}] ${file} ${fieldText(field)}: ${message}`,
  );
}

function counting(unit: Unit, value = 18): Pack['parameters'] {
  return { 'huur.leeftijd': Parameter.parse({ unit, values: [aValue(value)] }) };
}

/** The good pack with this condition on a day of birth. */
function since(when: Condition): Pack {
  const flow = aFlow({
    questions: {
      geboren: aDate(['1900-01-01', 'today'], [{ when, go: 'wel' }, { go: 'niet' }], { stale: 'balie' }),
    },
    outcomes: ['wel', 'niet'],
  });
  return aPack({ flows: good.flows.map((single) => ({ ...single, flow })) });
}

describe('a parameter in a condition', () => {
  it('is in the unit of the answer it is compared with', () => {
    expect(said(good)).toEqual([]);
    expect(said({ ...good, parameters: counting('euro') })).toEqual([
      'error [unit] flows/huur/flow.yaml questions.hoe-oud-bent-u.next[0].when: "huur.leeftijd" has the unit euro, and what it is compared with, "hoe-oud-bent-u", is in year. Take a parameter in year, or correct the unit.',
    ]);
  });

  it('is in years, months or days when a time is measured', () => {
    const amount = { less_than: { parameter: 'huur.leeftijd' } };
    expect(said(since({ age: 'geboren', ...amount }))).toEqual([]);
    expect(said(since({ months_since: 'geboren', ...amount })).join()).toContain('is in month.');
    expect(
      said(since({ not: { days_since: 'geboren', between: [1, { parameter: 'huur.leeftijd' }] } })),
    ).toEqual([
      expect.stringContaining('questions.geboren.next[0].when.not: "huur.leeftijd" has the unit year'),
    ]);
  });

  it('that nobody knows is left to another rule', () => {
    expect(said({ ...good, parameters: {} })).toEqual([]);
    expect(said(since({ age: 'gebore', less_than: { parameter: 'huur.leeftijd' } }))).toEqual([]);
  });
});

describe('a value that a reader takes for thousands', () => {
  const written = (value: string, unit = 'euro') => {
    const file = readYaml(
      'parameters.yaml',
      `huur.leeftijd:\n  unit: ${unit}\n  values:\n    - { value: ${value}, valid_from: 2026-01-01, valid_until: 2027-12-31, source: https://www.rijksoverheid.nl, checked_on: 2026-11-03 }\n`,
    );
    const source = { files: [file], media: [] };
    const flow = aFlow({
      questions: {
        huur: {
          ...aNumber([0, 90000], 'wel'),
          unit: 'euro',
          next: [
            { when: { answer: 'huur', less_than: { parameter: 'huur.leeftijd' } }, go: 'wel' },
            { go: 'niet' },
          ],
        },
      },
      outcomes: ['wel', 'niet'],
    });
    const parameters = file.data as Pack['parameters'];
    return said(aPack({ parameters, flows: good.flows.map((single) => ({ ...single, flow })) }), source);
  };

  it.each([
    ['36.952', '36.952'],
    ['12.500', '12.5'],
  ])('is refused: %s, which is read as %s', (value, read) => {
    expect(written(value)).toEqual([
      `error [thousands] parameters.yaml huur.leeftijd.values[0].value: "${value}" is read as ${read}: behind a point come decimals. Write thousands without it, ${value.replace('.', '')}, or at most two decimals.`,
    ]);
  });

  it.each(['36952', '932.93', '12.5', '0.125', '1234.567'])('is not %s', (value) => {
    expect(written(value)).toEqual([]);
  });

  it('is not a percentage', () => {
    expect(said({ ...good, parameters: counting('percent', 4.375) }).join()).not.toContain('thousands');
    expect(said({ ...good, parameters: counting('year', 4.375) }).join()).toContain('[thousands]');
  });
});

it('a parameter that nothing uses gives a warning', () => {
  const parameters = { ...good.parameters, 'huur.prijs': aParameter(5) };
  expect(said({ ...good, parameters })).toEqual([
    'warning [unused] parameters.yaml huur.prijs: No text and no condition uses "huur.prijs". Write {huur.prijs} in a text, or remove it.',
  ]);
});

it('the unit of a published pack keeps none of its pages from a kiosk', () => {
  const source = aSource({ 'parameters.yaml': counting('euro', 18.125) });
  expect(checkPack(source, { today: TODAY }).findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['unit', 'thousands']),
  );
  expect(checkPack(source, { today: TODAY, published: true }).pack).toBeDefined();
});
