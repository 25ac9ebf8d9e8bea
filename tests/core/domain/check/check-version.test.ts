import { expect, it } from 'vitest';
import { mostVersionAt } from '../../../../core/contract/repository/version-limit.ts';
import { checkVersion } from '../../../../core/domain/check/check-version.ts';
import { aPack } from '../../../builders/a-pack.ts';
import { TODAY } from '../../../builders/today.ts';

const said = (version: number, today = TODAY) =>
  checkVersion({ about: { ...aPack().about, version } }, today);

it('is told when kiosks take in nothing so high, by the day', () => {
  const most = mostVersionAt(Date.parse(TODAY));
  expect(said(most)).toEqual([]);
  expect(said(most + 1)).toEqual([
    {
      ...{ severity: 'error', rule: 'version', file: 'pack.yaml', field: ['version'] },
      message: `Version ${most + 1} is too high: kiosks take in nothing above ${most} by now. One more than the last is enough.`,
    },
  ]);
  expect(said(most + 1, '2026-11-25')).toEqual([]);
});
