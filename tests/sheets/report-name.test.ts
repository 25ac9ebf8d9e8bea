import { expect, it } from 'vitest';
import type { Audience } from '../../core/domain/report/month-report.ts';
import { reportName } from '../../sheets/report-name.ts';

const nameFor = (audience: Audience, library = 'delft') =>
  reportName({ library, month: '2026-10' }, audience, 'xlsx');
const municipality = (name: string) => nameFor({ kind: 'municipality', name });

it('the reports of a month for a library, a municipality, a branch and a partner of one name are files of their own', () => {
  expect([
    nameFor({ kind: 'library' }),
    nameFor({ kind: 'library' }, 'gouda'),
    municipality('Delft'),
    nameFor({ kind: 'branch', id: 'delft', name: 'Delft' }),
    nameFor({ kind: 'partner', id: 'delft', name: 'Delft' }),
    nameFor({ kind: 'desk' }),
  ]).toEqual([
    'balie-2026-10-library-delft.xlsx',
    'balie-2026-10-library-gouda.xlsx',
    'balie-2026-10-municipality-delft.xlsx',
    'balie-2026-10-branch-delft.xlsx',
    'balie-2026-10-partner-delft.xlsx',
    'balie-2026-10-desk.xlsx',
  ]);
});

it('a name of which letters fall away on a disk has a digest, so that two are not one', () => {
  expect(municipality('Den Haag')).toBe('balie-2026-10-municipality-den-haag.xlsx');
  expect(municipality('Súdwest-Fryslân')).toBe('balie-2026-10-municipality-sudwest-fryslan.xlsx');
  expect(municipality('Łódź')).toMatch(/^balie-2026-10-municipality-odz-[0-9a-f]{8}\.xlsx$/);
  expect(municipality('أ')).not.toBe(municipality('ب'));
});
