import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { monthReport } from '../../core/domain/report/month-report.ts';
import { publish } from '../../core/domain/report/publish.ts';
import { libraryListsFile, namesInLists, reportLists } from '../../server/reports/library-names.ts';
import { reportCsv } from '../../sheets/report-files.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { aMonth, times } from '../core/domain/report/a-month.ts';

/** The report of a library in which this was asked about as often in two places, with the lists that its server has. */
function csvOf(data: string, organization: string, language = 'nl'): string {
  const asked = ['dorp', 'stad'].flatMap((place) => times(60, place, { organization, language: 'und' }));
  const told = publish(aMonth(asked, { month: '2026-10' }));
  const names = namesInLists(reportLists(data, 'delft').lists, language);
  const report = monthReport([told], { kind: 'library' }, language, names);
  return report === undefined ? '' : reportCsv(report);
}

function withLists(lists: object | string): string {
  const data = aDataFolder();
  mkdirSync(join(data, 'desk'));
  writeFileSync(libraryListsFile(data, 'delft'), typeof lists === 'string' ? lists : JSON.stringify(lists));
  return data;
}

const OWN = {
  organizations: [
    { id: 'formulierenbrigade', names: { nl: 'Formulierenbrigade', en: 'Help with forms' } },
    { id: 'dienst-toeslagen', names: { nl: 'Toeslagen van de Belastingdienst' } },
  ],
  subCategories: [{ id: 'ov-kaart', category: 'digital-contact', names: { nl: 'OV-kaart' } }],
  places: [{ id: 'leescafe', names: { nl: 'Leescafé' } }],
};

test('a report of a library without partners calls organisations and languages by their names', () => {
  const data = aDataFolder();
  expect(csvOf(data, 'dienst-toeslagen')).toContain('Dienst Toeslagen;');
  expect(csvOf(data, 'dienst-toeslagen')).toContain('Een andere taal;');
  expect(csvOf(data, 'dienst-toeslagen', 'en')).toContain('Another language;');
});

test('the names of a library itself are in its reports, and no other library’s', () => {
  const data = withLists(OWN);
  expect(csvOf(data, 'formulierenbrigade')).toContain('Formulierenbrigade;');
  expect(csvOf(data, 'formulierenbrigade', 'en')).toContain('Help with forms;');
  expect(csvOf(data, 'dienst-toeslagen')).toContain('Toeslagen van de Belastingdienst;');
  // What was chosen before the library had lists of its own.
  expect(csvOf(data, 'uwv')).toContain('UWV;');
  expect(namesInLists(reportLists(data, 'delft').lists, 'nl')['sub-category']).toMatchObject({
    'ov-kaart': 'OV-kaart',
  });
  expect(namesInLists(reportLists(data, 'delft').lists, 'nl')['place']).toMatchObject({
    ...{ leescafe: 'Leescafé', computers: 'Bij de computers' },
  });
  expect(JSON.stringify(reportLists(data, 'gouda'))).not.toContain('Formulierenbrigade');
});

test.each(['nonsense', '{}', JSON.stringify({ ...OWN, organizations: [{ id: 1 }] })])(
  'lists that cannot be used leave those of the app, and it is said: %s',
  (text) => {
    const data = withLists(text);
    expect(reportLists(data, 'delft').fault).toContain('delft.json');
    expect(csvOf(data, 'dienst-toeslagen')).toContain('Dienst Toeslagen;');
  },
);

test('no name of a library leads to another folder', () => {
  expect(() => reportLists(aDataFolder(), '../delft')).toThrow();
});
