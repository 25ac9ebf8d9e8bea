import { expect, test } from 'vitest';
import type { Finding } from '../../../../core/domain/check/finding.ts';
import { errorsInLogic, walkableFlows } from '../../../../core/domain/check/walkable-flows.ts';
import { aPack } from '../../../builders/a-pack.ts';

const finding = (file: string, rule: string, severity: Finding['severity'] = 'error'): Finding => ({
  ...{ file, rule, severity, field: '' },
  message: 'x',
});
const FLOW = 'flows/huur/flow.yaml';

test.each([
  ['a next that there is not', finding(FLOW, 'next')],
  ['a fault of the amounts', finding('parameters.yaml', 'schema')],
])('the paths of a flow are not walked with %s', (_, fault) => {
  expect(errorsInLogic(aPack(), 'huur', [fault])).toEqual([fault]);
  expect(walkableFlows(aPack(), [fault])).toEqual([]);
});

test.each([
  ['a warning', finding(FLOW, 'next', 'warning')],
  ['a review day that has passed', finding(FLOW, 'review')],
  ['a fault in the words', finding('flows/huur/words.nl.yaml', 'schema')],
  ['a fault in another flow', finding('flows/zorg/flow.yaml', 'next')],
])('they are walked with %s', (_, fault) => {
  expect(walkableFlows(aPack(), [fault]).map(({ flow }) => flow.id)).toEqual(['huur']);
});

test('an amount that nobody knows keeps them from being walked, told once and as the check told it', () => {
  const pack = aPack({ parameters: {} });
  const [unknown] = errorsInLogic(pack, 'huur', []);
  expect(unknown).toMatchObject({ file: FLOW, severity: 'error' });
  const told = { ...unknown, line: 40 } as Finding;
  expect(errorsInLogic(pack, 'huur', [told]).filter(({ file }) => file === FLOW)).toEqual([told]);
});

test('a file of amounts under another name is told too', () => {
  const renamed = finding('parameter.yaml', 'unknown-file');
  const found = errorsInLogic(aPack({ parameters: {} }), 'huur', [renamed]);
  expect(found[0]).toEqual(renamed);
  expect(found.length).toBeGreaterThan(1);
});
