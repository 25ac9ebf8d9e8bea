import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackAbout } from '../core/domain/pack.ts';
import { readYaml } from './read-yaml.ts';

/** Which pack lies in a folder; undefined when it has no readable pack.yaml (the check then says what is wrong). */
export function readPackAbout(folder: string): PackAbout | undefined {
  try {
    return PackAbout.safeParse(readYaml('pack.yaml', readFileSync(join(folder, 'pack.yaml'), 'utf8')).data)
      .data;
  } catch {
    return undefined;
  }
}
