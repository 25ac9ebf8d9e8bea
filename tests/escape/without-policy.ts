import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VisitorAccount } from './visitor-account.ts';

/**
 * Takes the policy of the pages out of a copied app. It refuses so much that the guards behind it are seldom
 * asked; without it they must hold by themselves. It stands in the entry of main; the policy of what is printed stands
 * elsewhere, and stays.
 */
export function withoutPolicy({ appFolder }: VisitorAccount): void {
  const main = join(appFolder, 'dist/main/main.cjs');
  let taken = 0;
  const without = readFileSync(main, 'utf8').replaceAll(
    /(["'])content-security-policy\1/g,
    () => `"x-taken-away-${++taken}"`,
  );
  writeFileSync(main, without);
  if (taken !== 1) throw new Error(`The policy was expected in one place, and found in ${taken}.`);
}
