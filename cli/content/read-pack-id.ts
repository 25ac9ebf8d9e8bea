import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackAbout } from '../../core/domain/pack.ts';
import { readYaml } from '../../packs/read-yaml.ts';

/** The id of the pack in a folder; undefined when it has no readable pack.yaml (the check then says what is wrong). */
export function readPackId(folder: string): string | undefined {
  try {
    return PackAbout.safeParse(readYaml('pack.yaml', readFileSync(join(folder, 'pack.yaml'), 'utf8')).data)
      .data?.id;
  } catch {
    return undefined;
  }
}
