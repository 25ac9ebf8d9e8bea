// Walks every runbook of docs/keys.md, with the commands as they stand there.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { ceremonyCommand } from '../../../cli/keys/ceremony-command.ts';
import { delegateCommand } from '../../../cli/keys/delegate-command.ts';
import { newKeyCommand } from '../../../cli/keys/new-command.ts';
import { rotateCommand } from '../../../cli/keys/rotate-command.ts';
import { publishCommand } from '../../../cli/pack/publish-command.ts';
import { refreshCommand } from '../../../cli/repository/refresh-command.ts';
import { renewCommand } from '../../../cli/repository/renew-command.ts';
import { retireCommand } from '../../../cli/repository/retire-command.ts';
import { rollbackCommand } from '../../../cli/repository/rollback-command.ts';
import { verifyCommand } from '../../../cli/repository/verify-command.ts';
import { installedPacks } from '../../../db/content/updates/installed-packs.ts';
import { FilesFetcher, NO_ADDRESS } from '../../../trust/repository/files-fetcher.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { CHEAP } from '../../builders/a-repository.ts';
import { aFolder, packFolder } from '../../builders/pack-folder.ts';
import { runLongCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';

const PHRASE = { root: 'one of three holders', publisher: 'an editor of the library' };

/** A ceremony, held once and copied for each test, because stretching passphrases takes a moment. */
let held = '';
beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'balie-ceremony-'));
  held = join(root, 'keys');
  const phrases = join(root, 'phrases');
  writeFileSync(phrases, [...[1, 2, 3].map((n) => `${PHRASE.root} ${n}`), PHRASE.publisher].join('\n'));
  await run(
    (args) => ceremonyCommand(args, { cost: CHEAP }),
    held,
    '--library',
    'bieb',
    '--passphrases',
    phrases,
  );
  return () => rmSync(root, { recursive: true, force: true });
});

const run = async (command: (args: string[]) => Promise<number>, ...args: string[]) => {
  const { status, out } = await runLongCommand(command, ...args);
  return `${out}\n${status}`;
};

/** The good pack of the tests, in this version. */
function packOfVersion(version: number): string {
  const text = readFileSync(join(packFolder(), 'pack.yaml'), 'utf8');
  return packFolder({ 'pack.yaml': text.replace(/^version: .*$/m, `version: ${version}`) });
}

/** All that people hold after a ceremony, and what they can do with it. */
function aPlace() {
  const place = aFolder();
  cpSync(held, place, { recursive: true });
  const at = (...names: string[]) => join(place, ...names);
  const phrases = (...lines: string[]) => {
    const file = at(`phrases-${readdirSync(place).length}`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    return ['--passphrases', file];
  };
  const repository = at('repository');
  const holders = (...numbers: number[]) => [
    ...numbers.flatMap((number) => ['--key', at(`root-${number}`, `root-${number}.key.json`)]),
    ...phrases(...numbers.map((number) => `${PHRASE.root} ${number}`)),
    ...['--root', at('root.json')],
  ];
  /** Holders sign on a copy of their own, and only the lists and roots that they wrote go back, by stick. */
  const byStick = async (sign: (copy: string) => Promise<string>) => {
    const copy = join(aFolder(), 'copy');
    cpSync(repository, copy, { recursive: true });
    const out = await sign(copy);
    const had = new Set(readdirSync(join(repository, 'metadata')));
    for (const name of readdirSync(join(copy, 'metadata')))
      if (!had.has(name) && /^\d+\.(?:targets|root)\.json$/.test(name))
        cpSync(join(copy, 'metadata', name), join(repository, 'metadata', name));
    return out;
  };
  const key = (file = 'publisher/bieb') => ['--key', at(`${file}.key.json`), ...phrases(PHRASE.publisher)];
  return {
    at,
    repository,
    holders,
    key,
    phrases,
    refresh: (server = 'server') => run(refreshCommand, repository, '--keys', at(server)),
    verify: () => run(verifyCommand, repository, '--root', at('root.json')),
    newKey: (name: string, ...args: string[]) =>
      run((all) => newKeyCommand(all, { cost: CHEAP }), at(name), ...args),
    newPublisher: (name: string, library = 'bieb') =>
      run(
        (all) => newKeyCommand(all, { cost: CHEAP }),
        at(name),
        ...['--for', 'publisher', '--library', library],
        ...phrases(PHRASE.publisher),
      ),
    publish: (version: number, file?: string, channel = 'stable') =>
      run(
        publishCommand,
        packOfVersion(version),
        ...['--repository', repository, '--today', TODAY, '--channel', channel, ...key(file)],
      ),
    delegate: (file: string, ...numbers: number[]) =>
      byStick((copy) =>
        run(delegateCommand, copy, '--public', at(`${file}.public.json`), ...holders(...numbers)),
      ),
    retire: (library: string, ...numbers: number[]) =>
      byStick((copy) => run(retireCommand, copy, '--library', library, ...holders(...numbers))),
    rotate: (exchanges: readonly (readonly [out: string, come: string])[], ...numbers: number[]) =>
      byStick((copy) =>
        run(
          rotateCommand,
          copy,
          ...exchanges.flatMap(([out, come]) => ['--out', out, '--in', at(`${come}.public.json`)]),
          ...holders(...numbers),
        ),
      ),
    idOf: (name: string): string => JSON.parse(readFileSync(at(`${name}.public.json`), 'utf8')).id,
    /** What a kiosk that was built with the first root takes in: TUF's own client, with nothing but that root. */
    kiosk: async (): Promise<string> => {
      const folder = aFolder({ 'root.json': readFileSync(at('root.json')) });
      const fetcher = new FilesFetcher(openFolder(repository));
      const updater = new Updater({ metadataDir: folder, metadataBaseUrl: `${NO_ADDRESS}metadata`, fetcher });
      try {
        const found = await updater.getTargetInfo(`bieb/${PACK}.stable.json.gz`);
        return found === undefined ? 'nothing' : `${found.length} bytes`;
      } catch (error) {
        return `refused: ${(error as Error).message}`;
      }
    },
  };
}

/** The id of the good pack of the tests. */
const PACK = 'klein';
const GOOD = /^Good: 1 packs/m;

describe('docs/keys.md', () => {
  it('begin: the ceremony makes a repository, keys that only their owner reads, and a page to print', async () => {
    const { at, verify, kiosk } = aPlace();
    expect(await verify()).toMatch(/^Good: 0 packs/);
    expect(await kiosk()).toBe('nothing');
    const page = readFileSync(at('instructions.txt'), 'utf8');
    for (const name of ['root-1/root-1', 'root-2/root-2', 'root-3/root-3', 'publisher/bieb'])
      expect(page).toContain(JSON.parse(readFileSync(at(`${name}.public.json`), 'utf8')).id.slice(0, 16));
    expect(page).not.toContain(PHRASE.root);
  });

  it('every day: publish to test, then stable, refresh, verify', async () => {
    const { publish, refresh, verify, kiosk } = aPlace();
    expect(await publish(1, undefined, 'test')).toContain('added');
    expect(await publish(1)).toContain('Brought 0 contents');
    expect(await refresh()).toContain('Announced: bieb 3');
    expect(await verify()).toMatch(/^Good: 2 packs/m);
    expect(await kiosk()).toMatch(/bytes/);
  });

  it('within two years two holders renew the root; one is not enough', async () => {
    const { rotate, refresh, verify } = aPlace();
    await expect(rotate([], 1)).rejects.toThrow('Two root keys');
    expect(await rotate([], 1, 3)).toContain('Wrote root 2, as it was');
    await refresh();
    expect(await verify()).toMatch(/^Good: /m);
  });

  it('another library joins; it cannot touch the packs of the first; it leaves', async () => {
    const place = aPlace();
    await place.publish(1);
    await place.newPublisher('huis', 'huis');
    await expect(place.delegate('huis', 1)).rejects.toThrow('Two root keys that hold are needed');
    await expect(place.delegate('huis', 1, 1)).rejects.toThrow('Two of these files are the same key');
    expect(await place.delegate('huis', 1, 2)).toContain('huis may publish');
    expect(await place.refresh()).toMatch(/huis has published nothing yet[\s\S]*\n0$/);
    // The others are whole all the same, and so says TUF's own client.
    const waiting = await place.verify();
    expect(waiting).toContain('huis has published nothing yet');
    expect(waiting).toMatch(GOOD);
    expect(await place.publish(7, 'huis')).toContain('signed huis 1');
    await place.refresh();
    expect(await place.verify()).toMatch(
      /bieb\/klein\.stable\.json\.gz: version 1,[\s\S]*huis\/klein\.stable\.json\.gz: version 7,/,
    );
    const before = await place.kiosk();
    expect(before).toMatch(/bytes/);
    expect(await place.retire('huis', 2, 3)).toContain('huis no longer publishes');
    await place.refresh();
    expect(await place.verify()).toMatch(GOOD);
    expect(await place.kiosk()).toBe(before);
    await expect(place.publish(8, 'huis')).rejects.toThrow('does not know this key');
  });

  it('lost: a publisher goes on with a new key, and what was published stays', async () => {
    const place = aPlace();
    await place.publish(1);
    await place.publish(2);
    await place.refresh();
    const before = await place.kiosk();
    expect(before).toMatch(/bytes/);
    await place.newPublisher('new');
    expect(await place.delegate('new', 1, 2)).toContain('bieb publishes with another key from now on');
    await place.refresh();
    await expect(place.publish(3)).rejects.toThrow('does not know this key');
    const renew = [place.repository, ...place.key('new'), '--take-over'];
    await expect(run(renewCommand, ...renew)).rejects.toThrow('--take-over needs --root FILE');
    expect(await run(renewCommand, ...renew, '--root', place.at('root.json'))).toContain('1 packs');
    await place.refresh();
    expect(await place.verify()).toMatch(GOOD);
    expect(await place.kiosk()).toBe(before);
    await place.publish(3, 'new');
    await place.refresh();
    expect(await place.verify()).toContain('version 3,');
    // What was published under the lost key can come back too, by who says that it was lost.
    const back = [place.repository, '--pack', PACK, '--to', '1', ...place.key('new')];
    await expect(run(rollbackCommand, ...back, '--take-over')).rejects.toThrow(
      '--take-over needs --root FILE',
    );
    await expect(run(rollbackCommand, ...back)).rejects.toThrow('can be had with --take-over --root FILE');
    const takenOver = await run(rollbackCommand, ...back, '--take-over', '--root', place.at('root.json'));
    expect(takenOver).toContain('Version 1 comes back as version 4.');
  });

  it('stolen: what the thief of a publisher’s key signed is refused from the next refresh on', async () => {
    const place = aPlace();
    await place.publish(1);
    await place.refresh();
    await place.publish(66); // by the thief
    await place.refresh();
    const kiosk = aKiosk(readFileSync(place.at('root.json')));
    const update = () => kiosk.update({ folder: place.repository }, { now: Date.now() });
    expect(await update()).toBe('ready');
    expect(await place.verify()).toContain('version 66,');
    await place.newPublisher('new');
    await place.delegate('new', 1, 2);
    await place.refresh();
    expect(await place.kiosk()).toContain('refused: ');
    await place.publish(67, 'new');
    await place.publish(67, 'new', 'test');
    await place.refresh();
    expect(await place.verify()).toMatch(/version 67,[\s\S]*version 67,[\s\S]*^Good: 2 packs/m);
    expect(await place.kiosk()).toMatch(/bytes/);
    await expect(place.publish(68)).rejects.toThrow('does not know this key');
    // The thief's version is the one before until two others were shown.
    const shownAndBefore = () =>
      installedPacks(kiosk.db).map((pack) => [pack.shown?.version, pack.before?.version]);
    expect(await update()).toBe('ready');
    expect(shownAndBefore()).toEqual([[67, 66]]);
    await place.publish(68, 'new');
    await place.refresh();
    expect(await update()).toBe('ready');
    expect(shownAndBefore()).toEqual([[68, 67]]);
  });

  it('lost or stolen: one root key is exchanged by the other two, and signs nothing any more', async () => {
    const place = aPlace();
    await place.publish(1);
    await place.newKey('root-4', '--for', 'root', ...place.phrases(`${PHRASE.root} 4`));
    await expect(place.rotate([['00000000', 'root-4']], 2, 3)).rejects.toThrow('0 root keys that begin so');
    expect(await place.rotate([[place.idOf('root-1/root-1').slice(0, 12), 'root-4']], 2, 3)).toContain(
      'Wrote root 2, with 1 other keys',
    );
    await place.refresh();
    expect(await place.verify()).toMatch(GOOD);
    expect(await place.kiosk()).toMatch(/bytes/);
    await place.newPublisher('huis', 'huis');
    await expect(place.delegate('huis', 1, 2)).rejects.toThrow('Two root keys that hold are needed');
    expect(await place.delegate('huis', 2, 3)).toContain('huis may publish');
  });

  it('lost or stolen: the server gets new keys, and the ones before announce nothing any more', async () => {
    const place = aPlace();
    await place.publish(1);
    await place.refresh();
    const old = place.at('server');
    await place.newKey('clean/snapshot', '--for', 'snapshot');
    await place.newKey('clean/timestamp', '--for', 'timestamp');
    await place.rotate(
      [
        [place.idOf('server/snapshot'), 'clean/snapshot'],
        [place.idOf('server/timestamp'), 'clean/timestamp'],
      ],
      1,
      2,
    );
    await expect(run(refreshCommand, place.repository, '--keys', old)).rejects.toThrow(
      'not the one that the root names',
    );
    expect(await place.kiosk()).toContain('refused: ');
    await place.refresh('clean');
    expect(await place.verify()).toMatch(GOOD);
    expect(await place.kiosk()).toMatch(/bytes/);
  });

  it('lost or stolen: without two root keys publishing goes on; a new ceremony begins anew, and kiosks follow', async () => {
    const place = aPlace();
    const kiosk = aKiosk(readFileSync(place.at('root.json')));
    const update = (folder: string, root = place.at('root.json')) =>
      kiosk.update({ folder }, { now: Date.now(), bundledRoot: readFileSync(root) });
    // The kiosk has followed the former holders to their second root: the new ceremony begins with a lower number.
    await place.rotate([], 1, 2);
    await place.publish(2);
    await place.refresh();
    expect(await update(place.repository)).toBe('ready');
    await expect(place.rotate([], 1)).rejects.toThrow('Two root keys');
    await place.publish(3);
    await place.refresh();
    expect(await update(place.repository)).toBe('ready');
    const again = aPlace();
    const anew = again.at('anew');
    const repository = join(anew, 'repository');
    const phrases = again.phrases(
      'first new holder 1',
      'second new holder',
      'third new holder',
      PHRASE.publisher,
    );
    await run((args) => ceremonyCommand(args, { cost: CHEAP }), anew, '--library', 'bieb', ...phrases);
    await run(
      publishCommand,
      packOfVersion(4),
      ...['--repository', repository, '--today', TODAY, '--channel', 'stable'],
      ...['--key', join(anew, 'publisher/bieb.key.json'), ...again.phrases(PHRASE.publisher)],
    );
    await run(refreshCommand, repository, '--keys', join(anew, 'server'));
    const root = join(anew, 'root.json');
    expect(await run(verifyCommand, repository, '--root', root)).toMatch(GOOD);
    // Until somebody gives the kiosk the new root, it trusts the former one, and keeps what it shows.
    expect(await update(repository)).toBe('untrusted');
    expect(kiosk.shown()).toBe(3);
    expect(await update(repository, root)).toBe('ready');
    expect(kiosk.shown()).toBe(4);
    // What the former keys sign counts for nothing any more.
    await place.publish(5);
    await place.refresh();
    expect(await update(place.repository, root)).toBe('untrusted');
    expect(kiosk.shown()).toBe(4);
  });
});
