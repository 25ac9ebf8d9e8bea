import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { encode as encodePng } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { MOST_MEDIA_BYTES } from '../../core/domain/check/check-media.ts';
import { checkPack } from '../../core/domain/check-pack.ts';
import { UnreadablePackError } from '../../packs/list-pack-files.ts';
import { packFilesIn } from '../../packs/pack-files.ts';
import { readPackFiles, readPackFolder } from '../../packs/read-pack-folder.ts';
import { aFolder, packFolder } from '../builders/pack-folder.ts';
import { TODAY } from '../builders/today.ts';

const PNG = encodePng({ width: 2, height: 2, data: new Uint8Array(16), channels: 4 });

describe('the folder of a pack', () => {
  it('is read with its files in order, wherever they lie', () => {
    const { files } = readPackFolder(packFolder());
    expect(files.map(({ path }) => path)).toEqual([
      'articles/huur-uitleg/article.yaml',
      'articles/huur-uitleg/nl.md',
      'contacts.yaml',
      'flows/huur/cases.yaml',
      'flows/huur/flow.yaml',
      'flows/huur/words.nl.yaml',
      'pack.yaml',
      'parameters.yaml',
      'synonyms.yaml',
      'topics.yaml',
      'words.nl.yaml',
    ]);
    expect(files.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('holds a good pack, as the check says', () => {
    const { pack, findings } = checkPack(readPackFolder(packFolder()), { today: TODAY });
    expect(findings).toEqual([]);
    expect(pack?.flows).toHaveLength(1);
  });

  it('has its pictures apart', () => {
    const { files, media } = readPackFolder(aFolder({ 'pack.yaml': 'id: x', 'media/a/huis.png': PNG }));
    expect(files.map(({ path }) => path)).toEqual(['pack.yaml']);
    expect(media).toEqual([{ path: 'media/a/huis.png', bytes: PNG.length, type: 'image/png' }]);
  });

  it('can be given with a slash or with points in it', () => {
    const folder = aFolder({ 'pack.yaml': 'id: x' });
    for (const given of [`${folder}/`, join(folder, 'x', '..'), `${folder}/./`]) {
      expect(readPackFolder(given).files.map(({ path }) => path)).toEqual(['pack.yaml']);
    }
  });

  it('keeps files that have no place in a pack, for the check to name', () => {
    const { files } = readPackFolder(aFolder({ 'notes.txt': 'Bel Jan', 'pack.yml': 'id: x' }));
    expect(files).toMatchObject([
      { path: 'notes.txt', faults: [] },
      { path: 'pack.yml', faults: [] },
    ]);
  });

  it('leaves out what begins with a point, files and folders', () => {
    const folder = aFolder({
      'pack.yaml': 'id: x',
      '.DS_Store': 'x',
      '.vscode/settings.json': '{}',
      'flows/.hidden/flow.yaml': 'id: hidden',
      'flows/huur/.flow.yaml.swp': 'x',
      'media/.huis.png': PNG,
    });
    const { files, media } = readPackFolder(folder);
    expect([...files, ...media].map(({ path }) => path)).toEqual(['pack.yaml']);
  });

  it('does not follow links, so nothing outside it is ever read', () => {
    const outside = aFolder({ 'secret.yaml': 'pin: 1234', 'flow.yaml': 'id: secret' });
    const folder = aFolder({ 'pack.yaml': 'id: x' });
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'topics.yaml'));
    symlinkSync(outside, join(folder, 'flows'));
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'media'));
    const { files, media } = readPackFolder(folder);
    expect([...files, ...media].map(({ path }) => path)).toEqual(['pack.yaml']);
  });

  it('that is not there, or is a file, cannot be read', () => {
    const folder = aFolder({ 'pack.yaml': 'id: x' });
    expect(() => readPackFolder(join(folder, 'elsewhere'))).toThrow(UnreadablePackError);
    expect(() => readPackFolder(join(folder, 'elsewhere'))).toThrow(
      /no folder that can be read at ".*elsewhere"/,
    );
    expect(() => readPackFolder(join(folder, 'pack.yaml'))).toThrow(UnreadablePackError);
  });
});

describe('a file in it', () => {
  const only = (files: Record<string, string | Uint8Array>) => readPackFolder(aFolder(files)).files[0];

  it('that is no UTF-8 is refused: half of its letters would be wrong', () => {
    const latin = Uint8Array.from([...'name: caf'].map((sign) => sign.charCodeAt(0)).concat(0xe9, 0x0a));
    expect(only({ 'words.nl.yaml': latin })).toMatchObject({
      data: undefined,
      faults: [{ line: 1, message: 'This file is not saved as UTF-8 text. Save it again as UTF-8.' }],
    });
  });

  it('may begin with the mark that some editors write', () => {
    expect(only({ 'pack.yaml': '\ufeffid: x\n' })).toMatchObject({ data: { id: 'x' }, faults: [] });
  });

  it('that no author can have written is too large, and is not parsed', () => {
    const large = only({ 'pack.yaml': `id: ${'x'.repeat(1_000_000)}\n` });
    expect(large).toMatchObject({ data: undefined });
    expect(large?.faults).toEqual([{ line: 1, message: 'This file is larger than 256000 bytes. Split it.' }]);
    expect(large?.lineOf(['id'])).toBe(1);
  });

  it('that is a picture too large for a pack is not opened; the check names its size', () => {
    const huge = new Uint8Array(MOST_MEDIA_BYTES + 1);
    const folder = packFolder();
    const { media } = readPackFolder(aFolder({ 'media/huis.png': huge }));
    expect(media).toEqual([{ path: 'media/huis.png', bytes: huge.length }]);
    const { findings } = checkPack({ ...readPackFolder(folder), media }, { today: TODAY });
    expect(findings.map(({ message }) => message).join()).toContain(`${huge.length} bytes`);
  });

  it('that is a picture which cannot be read is named, with what to do', () => {
    const files = packFilesIn(aFolder({ 'media/huis.png': PNG }));
    const read = (): never => {
      throw Object.assign(new Error('denied'), { code: 'EACCES' });
    };
    expect(readPackFiles({ ...files, read }).media).toEqual([
      {
        ...{ path: 'media/huis.png', bytes: 0 },
        fault: 'This picture cannot be read (EACCES). Look at its permissions, or copy the folder again.',
      },
    ]);
    const broken = (): never => {
      throw new Error('a content that is not whole');
    };
    expect(() => readPackFiles({ ...files, read: broken })).toThrow('not whole');
  });
});
