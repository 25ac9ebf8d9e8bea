import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asRoot, asRootHere, hasSudo, mayMount } from '../../scripts/setup/as-root.mjs';
import { aDataFolder } from '../builders/a-store.ts';

it('finds sudo among the programs, or not', () => {
  const folder = aDataFolder();
  expect(hasSudo(`:/nowhere:${folder}`)).toBe(false);
  writeFileSync(join(folder, 'sudo'), '#!/bin/sh\n');
  chmodSync(join(folder, 'sudo'), 0o755);
  expect(hasSudo(`:/nowhere:${folder}`)).toBe(true);
});

it('says how root runs a line with sudo, and without', () => {
  expect(asRoot('apt-get update', true)).toBe("sudo sh -c 'apt-get update'");
  expect(asRoot('apt-get update', false)).toBe("su -c 'apt-get update'");
  expect(asRootHere('npm test', true)).toBe('sudo env "PATH=$PATH" npm test');
  expect(asRootHere('npm test', false)).toBe(`su -c "env 'PATH=$PATH' npm test"`);
});

it.each([
  ['all rights', 'CapEff:\t000001ffffffffff', true],
  ['the rights that most containers leave to root', 'CapEff:\t00000000a80425fb', false],
  ['none', 'CapEff:\t0000000000000000', false],
  ['rights that nothing speaks of', '', true],
])('may mount a disk with %s: %#', (_, effective, may) => {
  expect(mayMount(`Name:\tnode\n${effective}\nCapBnd:\t000001ffffffffff\n`)).toBe(may);
});
