import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VisitorAccount } from './visitor-account.ts';

/**
 * Takes the policy of the pages out of a copied app. It refuses so much that the guards behind it are seldom
 * asked; without it they must hold by themselves.
 */
export function withoutPolicy({ appFolder }: VisitorAccount): void {
  const main = join(appFolder, 'dist/main');
  let taken = 0;
  for (const name of readdirSync(main).filter((each) => each.endsWith('.cjs'))) {
    const code = readFileSync(join(main, name), 'utf8');
    const without = code.replaceAll(/(["'])content-security-policy\1/g, () => `"x-taken-away-${++taken}"`);
    writeFileSync(join(main, name), without);
  }
  if (taken !== 1) throw new Error(`The policy was expected in one place, and found in ${taken}.`);
}
