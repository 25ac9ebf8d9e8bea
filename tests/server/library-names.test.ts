import { expect, test } from 'vitest';
import { monthReport } from '../../core/domain/report/month-report.ts';
import { publish } from '../../core/domain/report/publish.ts';
import { shippedNames } from '../../server/reports/shipped-names.ts';
import { reportCsv } from '../../sheets/report-files.ts';
import { aMonth, times } from '../core/domain/report/a-month.ts';

test('a report of a library without partners calls organisations and languages by their names', () => {
  const asked = [
    ...times(60, 'dorp', { organization: 'dienst-toeslagen', language: 'und' }),
    ...times(60, 'stad', { organization: 'dienst-toeslagen', language: 'und' }),
  ];
  const told = publish(aMonth(asked, { month: '2026-10' }));
  const csv = (language: string) => {
    const report = monthReport([told], { kind: 'library' }, language, shippedNames(language));
    return report === undefined ? '' : reportCsv(report);
  };
  expect(csv('nl')).toContain('Dienst Toeslagen;');
  expect(csv('nl')).toContain('Een andere taal;');
  expect(csv('en')).toContain('Another language;');
});
