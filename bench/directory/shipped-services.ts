import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/setup/places.mjs';
import { generatedId } from './generated-services.ts';

/** Writes a file of so many services: those that ship, again and again, each time with another id and name. */
export function writeShippedServices(file: string, count: number): void {
  const shipped: { name: string }[] = JSON.parse(
    readFileSync(join(projectRoot, 'assets/directory/services.json'), 'utf8'),
  );
  const services = Array.from({ length: count }, (_, number) => {
    const service = shipped[number % shipped.length] as { name: string };
    return { ...service, id: generatedId(number), name: `${service.name} ${number}` };
  });
  writeFileSync(file, JSON.stringify(services));
}
