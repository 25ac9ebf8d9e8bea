import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Service } from '../../core/domain/directory/service.ts';
import { anAttribute } from '../builders/a-service.ts';
import { APP_FOLDER } from './launch-kiosk.ts';

/** A data folder whose directory is not the one that comes with the app; `remove` takes it away. */
export type OwnDirectory = {
  readonly dataDir: string;
  /** Puts the shipped services and these in the place of those that are there. */
  readonly replace: (services: readonly Service[]) => void;
  readonly remove: () => void;
};

/** One service of each sort that a library has now and then, and a demonstration should not have. */
export const ODD: readonly Service[] = [
  aPlace('omleiding', 'Aan de werkende weg', {
    alert: 'De straat is opgebroken. Kom langs de achterkant, bij het plein.',
  }),
  aPlace('verbouwing', 'Buurthuis in verbouwing', {
    status: 'temporarily closed',
    alert: 'Wij verbouwen. In de zomer gaan de deuren weer open.',
  }),
  aPlace('lang-geleden', 'Lang geleden nagekeken', { assured_date: '2024-02-01' }),
  // Tied to no topic, with nothing but a name: all that HSDS asks.
  { id: 'zonder-onderwerp', name: 'Zonder onderwerp', status: 'active' },
];

function aPlace(id: string, name: string, changed: Partial<Service>): Service {
  const week = { id: `${id}-week`, freq: 'WEEKLY' as const, byday: 'MO,TU,WE,TH,FR,SA,SU' };
  return {
    id,
    name,
    description: 'U kunt hier binnenlopen. Iemand kijkt met u mee.',
    status: 'active',
    assured_date: '2026-11-03',
    schedules: [{ ...week, opens_at: '00:00', closes_at: '23:59' }],
    attributes: [anAttribute('topic', 'ontmoeten'), anAttribute('mark', 'fictional')],
    ...changed,
  };
}

/** Fills a new data folder with the shipped pack, and with the shipped services and these. `balie` must be built. */
export function ownDirectory(services: readonly Service[]): OwnDirectory {
  const dataDir = mkdtempSync(join(tmpdir(), 'balie-test-'));
  const balie = (...args: string[]) =>
    execFileSync(process.execPath, [join(APP_FOLDER, 'dist/cli/balie.mjs'), ...args, '--data', dataDir], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const template = join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db');
  if (existsSync(template)) copyFileSync(template, join(dataDir, 'content.db'));
  else balie('content', 'install', join(APP_FOLDER, 'assets/packs/zelfredzaam'));
  const shipped = JSON.parse(
    readFileSync(join(APP_FOLDER, 'assets/directory/services.json'), 'utf8'),
  ) as readonly Service[];
  const file = join(dataDir, 'own.json');
  const replace = (by: readonly Service[]) => {
    writeFileSync(file, JSON.stringify([...shipped, ...by]));
    balie('directory', 'import', file);
  };
  replace(services);
  return { dataDir, replace, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}
