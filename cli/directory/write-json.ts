import { join } from 'node:path';
import { readerOf } from '../../db/content/directory/read-directory.ts';
import type { ReadDb } from '../../db/open.ts';
import { FileWriter } from './file-writer.ts';

const AT_ONCE = 500;

/** Writes services.json: a list of services, each as the HSDS API gives it. Says how many. */
export function writeJson(db: ReadDb, generation: number, folder: string): number {
  const file = new FileWriter(join(folder, 'services.json'));
  const reader = readerOf(db, generation);
  let count = 0;
  for (let found = reader.after(0, AT_ONCE); found.length > 0; ) {
    for (const { service } of found) file.write(`${count++ === 0 ? '[\n' : ',\n'}${JSON.stringify(service)}`);
    found = reader.after(found.at(-1)?.number ?? 0, AT_ONCE);
  }
  file.write(count === 0 ? '[]\n' : '\n]\n');
  file.close();
  return count;
}
