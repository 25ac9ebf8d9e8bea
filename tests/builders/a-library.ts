import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishCommand } from '../../cli/pack/publish-command.ts';
import { makeKey } from '../../trust/keys/make-key.ts';
import { openKey, type SigningKey } from '../../trust/keys/open-key.ts';
import { foundRepository } from '../../trust/repository/found-repository.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { aKey, CHEAP, PASSPHRASE } from './a-repository.ts';
import { packFiles } from './pack-files.ts';
import { aFolder, packFolder } from './pack-folder.ts';
import { runLongCommand } from './run-balie.ts';
import { TODAY } from './today.ts';

let made: ReturnType<typeof makeKey> | undefined;

/** A library with its key in a file, as its editor has it, and a repository to publish into. */
export async function aLibrary() {
  // Made once: stretching the passphrase takes a moment.
  made ??= makeKey({ for: 'publisher', library: 'bieb', passphrase: PASSPHRASE }, CHEAP);
  const file = await made;
  const place = aFolder();
  const at = (name: string) => join(place, name);
  mkdirSync(place, { recursive: true });
  writeFileSync(at('bieb.key.json'), JSON.stringify(file));
  writeFileSync(at('phrase'), `${PASSPHRASE}\n`);
  const key: SigningKey = await openKey(file, 'bieb.key.json', async () => PASSPHRASE);
  const root = await foundRepository(
    openFolder(at('repository')),
    {
      holders: [aKey('root'), aKey('root'), aKey('root')],
      publisher: { ...key, library: 'bieb' },
      server: { snapshot: aKey('snapshot'), timestamp: aKey('timestamp') },
    },
    new Date(),
  );
  writeFileSync(at('root.json'), root);
  const keyArguments = ['--key', at('bieb.key.json'), '--passphrases', at('phrase')];
  return {
    key,
    keyArguments,
    repository: at('repository'),
    /** The file with the root that came with the kiosks. */
    root: at('root.json'),
    /** The pack.yaml of the good pack. */
    packYaml: packFiles()['pack.yaml'] ?? '',
    /** Publishes the good pack, changed in some files, to `stable`; `more` arguments come last. */
    publish: (changed: Readonly<Record<string, string | undefined>> = {}, ...more: string[]) =>
      runLongCommand(
        publishCommand,
        packFolder(changed),
        ...['--repository', at('repository'), '--today', TODAY, '--channel', 'stable'],
        ...keyArguments,
        ...more,
      ),
  };
}
