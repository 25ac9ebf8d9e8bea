import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFlow } from '../../../db/content/read-content.ts';
import { openForReading } from '../../../db/open.ts';
import { openFolder } from '../../../electron/preview/open-folder.ts';
import { readFolderOnce } from '../../../packs/read-folder-once.ts';
import { aDataFolder, MIGRATIONS } from '../../builders/a-store.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { TODAY } from '../../builders/today.ts';

function open(folder: string, categories?: string[], today = TODAY) {
  const dataDir = aDataFolder();
  const opened = openFolder({
    ...{ folder, dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined, today, categories },
  });
  return { opened, dataDir, file: join(dataDir, 'content.db') };
}

/** Everything in a folder, and every byte of it. */
const bytesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, entry.isFile() ? readFileSync(path, 'hex') : 'folder'];
    })
    .sort();

describe('a folder with a good pack', () => {
  it('is told of and put into a store of its own', () => {
    const { opened, file } = open(packFolder());
    expect(opened).toMatchObject({
      kind: 'read',
      errors: 0,
      pack: {
        about: { id: 'klein', version: 1 },
        flows: [{ id: 'huur', titles: { nl: 'Huur' }, questions: 2, outcomes: 4 }],
        articles: 1,
      },
    });
    const db = openForReading(file);
    expect(readFlow(db, 'huur')?.words['nl']?.title).toBe('Huur');
    db.close();
  });

  it('counts its paths as the check does', () => {
    const { opened } = open(packFolder());
    // Does not rent; does not know; rents and is 0, 18 or does not know.
    expect(opened.kind === 'read' && opened.pack?.flows[0]?.paths).toBe(5);
  });

  it('is only read', () => {
    const folder = packFolder();
    const before = bytesOf(folder);
    open(folder);
    expect(bytesOf(folder)).toEqual(before);
  });

  it('is held against the categories of the directory here', () => {
    const outcome = (places: string) => {
      const folder = packFolder();
      const flow = join(folder, 'flows/huur/flow.yaml');
      writeFileSync(
        flow,
        readFileSync(flow, 'utf8').replace(
          /(wel:\n\s+verdict: ask\n)/,
          `$1    places:\n      category: ${places}\n`,
        ),
      );
      return folder;
    };
    expect(open(outcome('taal'), ['taal']).opened).toMatchObject({ warnings: 0 });
    expect(open(outcome('taart'), ['taal']).opened).toMatchObject({
      warnings: 1,
      findings: [{ rule: 'places', file: 'flows/huur/flow.yaml' }],
    });
  });

  it('is shown when it is too old for an author, with the finding', () => {
    const { opened } = open(packFolder(), undefined, '2030-01-01');
    expect(opened.kind === 'read' && opened.errors).toBeGreaterThan(0);
    expect(opened.kind === 'read' && opened.pack?.about.id).toBe('klein');
  });
});

describe('a folder with a broken pack', () => {
  it('is told of by file, line and field, and not shown', () => {
    const { opened, dataDir } = open(packFolder({ 'flows/huur/words.nl.yaml': 'title: Huur\nsumary: x\n' }));
    expect(opened).toMatchObject({ kind: 'read', pack: null });
    const findings = opened.kind === 'read' ? opened.findings : [];
    expect(findings).toContainEqual(
      expect.objectContaining({ file: 'flows/huur/words.nl.yaml', line: 2, severity: 'error' }),
    );
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('has findings when nothing in it is what it should be', () => {
    const folder = packFolder();
    for (const file of ['pack.yaml', 'topics.yaml', 'flows/huur/flow.yaml'])
      writeFileSync(join(folder, file), Buffer.from([0xff, 0xfe, 0, 0]));
    expect(open(folder).opened).toMatchObject({ kind: 'read', pack: null });
  });

  it('tells at most two hundred findings, errors first, and counts them all', () => {
    const many = Array.from({ length: 500 }, (_, index) => `onbekend-${index}: 1`).join('\n');
    const { opened } = open(packFolder({ 'parameters.yaml': many }));
    if (opened.kind !== 'read') throw new Error(opened.fault);
    expect(opened.findings).toHaveLength(200);
    expect(opened.errors).toBeGreaterThan(200);
  });
});

describe('a folder that is not read', () => {
  const refused = (folder: string) => open(folder).opened;

  it('is one that is not there, or is a file', () => {
    expect(refused('/nergens/pakket')).toEqual({ kind: 'refused', fault: 'no-folder', file: '' });
    expect(refused(join(packFolder(), 'pack.yaml'))).toMatchObject({ fault: 'no-folder' });
    expect(refused('/tmp/\0x')).toMatchObject({ fault: 'no-folder' });
  });

  it('is one with a link in it, to a file or to a folder', () => {
    const folder = packFolder();
    symlinkSync('/etc/passwd', join(folder, 'extra.yaml'));
    expect(refused(folder)).toEqual({ kind: 'refused', fault: 'link', file: 'extra.yaml' });
    const other = packFolder();
    symlinkSync('/etc', join(other, 'flows', 'etc'));
    expect(refused(other)).toEqual({ kind: 'refused', fault: 'link', file: 'flows/etc' });
  });

  it('is a link itself', () => {
    const link = join(aDataFolder(), 'pakket');
    symlinkSync(packFolder(), link);
    expect(refused(link)).toEqual({ kind: 'refused', fault: 'link', file: '' });
  });

  it('is one with a pipe, which would be waited for', () => {
    const folder = packFolder();
    execFileSync('mkfifo', [join(folder, 'synonyms2.yaml')]);
    expect(refused(folder)).toEqual({ kind: 'refused', fault: 'not-plain', file: 'synonyms2.yaml' });
  });

  it('is one with an enormous file, which takes no room to make', () => {
    const folder = packFolder();
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'media/film.png'), '');
    truncateSync(join(folder, 'media/film.png'), 40_000_000_000);
    expect(refused(folder)).toEqual({ kind: 'refused', fault: 'file-too-large', file: 'media/film.png' });
  });

  it('is not one that is larger than most, and can be published; what is larger than any pack is', () => {
    const folder = packFolder();
    mkdirSync(join(folder, 'media'));
    const pictures = Array.from({ length: 20 }, (_, number) => join(folder, `media/${number}.png`));
    for (const picture of pictures) writeFileSync(picture, '');
    // Of nothing but zeros, which take no room: more than 300 MB together.
    for (const picture of pictures) truncateSync(picture, 15_500_000);
    expect(readFolderOnce(folder).files.paths).toContain('media/19.png');
    expect(() => readFolderOnce(folder, 20_000_000)).toThrow('too-large: "media/1.png"');
  });

  it('is one with folders in folders without end', () => {
    const folder = packFolder();
    mkdirSync(join(folder, ...Array.from({ length: 30 }, () => 'dieper')), { recursive: true });
    expect(refused(folder)).toMatchObject({ fault: 'too-many' });
  });

  it('is one for which there is no room', () => {
    const opened = openFolder({
      ...{ folder: packFolder(), dataDir: '/nergens', migrationsDir: MIGRATIONS },
      ...{ nativeBinding: undefined, today: TODAY, categories: undefined },
    });
    expect(opened).toEqual({ kind: 'refused', fault: 'no-room', file: '' });
  });
});
