import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { graphCommand } from '../../../cli/pack/graph-command.ts';
import { aFolder, packFolder } from '../../builders/pack-folder.ts';
import { runCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';
import { xmlFault } from '../../builders/well-formed.ts';
import { SHIPPED_PACK } from '../../flows/shipped-pack.ts';

const graph = (...args: string[]) => runCommand(graphCommand, ...args, '--today', TODAY);

describe('pack graph', { timeout: 60_000 }, () => {
  it('writes a drawing into the file that was asked for', () => {
    const file = join(aFolder(), 'huur.svg');
    const { status, out } = graph(packFolder(), 'huur', '--out', file);
    expect(status).toBe(0);
    expect(out).toContain(file);
    const svg = readFileSync(file, 'utf8');
    expect(xmlFault(svg)).toBeUndefined();
    expect(svg).toContain('Hoe oud bent u?');
  });

  it('is in the language that was asked for', () => {
    const file = join(aFolder(), 'huurtoeslag.svg');
    graph(SHIPPED_PACK, 'huurtoeslag', '--out', file, '--language', 'en');
    const svg = readFileSync(file, 'utf8');
    expect(svg).toContain('xml:lang="en"');
    expect(svg).toContain('I don&#39;t know');
    expect(svg).not.toContain('Weet ik niet');
  });

  it.each(['fr', 'constructor'])('refuses the language %s, which the pack does not have', (language) => {
    const folder = packFolder();
    expect(() => graph(folder, 'huur', '--language', language)).toThrow(
      `This pack has no language "${language}". It has: nl.`,
    );
  });

  it('draws a flow of a pack that has an error elsewhere, and says so', () => {
    const file = join(aFolder(), 'huur.svg');
    const folder = packFolder({ 'flows/huur/cases.yaml': '- { name: een, answers: {}, outcome: wel }' });
    const { status, out } = graph(folder, 'huur', '--out', file);
    expect(status).toBe(0);
    expect(out).toContain('The pack has 1 error;');
    expect(xmlFault(readFileSync(file, 'utf8'))).toBeUndefined();
  });

  it('says that its words cannot be read, not that it has no such language', () => {
    const folder = packFolder({ 'flows/huur/words.nl.yaml': 'title: [x' });
    expect(() => graph(folder, 'huur')).toThrow(/words of this flow in "nl".*"balie pack check" says why/);
  });

  it('says so when the file cannot be written', () => {
    const file = join(aFolder(), 'no-such-folder', 'huur.svg');
    expect(() => graph(packFolder(), 'huur', '--out', file)).toThrow(
      /cannot be written.*Give another file with --out/,
    );
  });
});
