import { readPublicKeyFile } from '../../trust/keys/key-file.ts';
import { type Exchange, signRoot } from '../../trust/repository/change-root.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { type Repository, readRepository } from '../../trust/repository/read-repository.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { rootOfHolders } from '../repository/open-repository.ts';
import { whileLocked } from '../repository/while-locked.ts';
import { openKeyFiles, readText } from './open-key-files.ts';

/**
 * `balie keys rotate REPOSITORY --root FILE [--out ID --in FILE]… --key ROOT --key ROOT`: writes the next root: with keys exchanged, each by the
 * beginning of the id of the one that goes and the public half of the one that comes; or as it was, for another two years.
 */
export async function rotateCommand(args: string[]): Promise<number> {
  const { positions, options, lists } = readArguments(args, ['REPOSITORY'], {
    out: 'strings',
    in: 'strings',
    key: 'strings',
    passphrases: 'string',
    root: 'string',
  });
  const [out = [], come = []] = [lists['out'], lists['in']];
  if (out.length !== come.length)
    throw new CommandError('Give --out ID and --in FILE in pairs: a key that goes, and the one that comes.');
  const trusted = rootOfHolders(options['root']);
  return await whileLocked(String(positions[0]), async () => {
    const repository = await readRepository(openFolder(positions[0] as string), trusted);
    const exchanges = out.map((id, index) => exchangeOf(repository, id, come[index] as string));
    const keys = await openKeyFiles(lists['key'] ?? [], options['passphrases']);
    const version = await signRoot(repository, exchanges, keys, new Date());
    console.log(
      `Wrote root ${version}${exchanges.length === 0 ? ', as it was' : `, with ${exchanges.length} other keys`}. Run "balie repository refresh" on the server now: until then kiosks take in nothing new.`,
    );
    return 0;
  });
}

function exchangeOf({ root }: Repository, out: string, file: string): Exchange {
  const newcomer = readPublicKeyFile(readText(file), file);
  if (newcomer.for === 'publisher')
    throw new CommandError(`"${file}" is the key of a library; "balie keys delegate" lets it in.`, 1);
  const known = root.signed.roles[newcomer.for].keyids.filter((id) => id.startsWith(out));
  const [only] = known;
  if (only === undefined || known.length > 1 || out.length < 8)
    throw new CommandError(
      `--out ${out}: the root has ${known.length} ${newcomer.for} keys that begin so. Give at least 8 digits of one of: ${root.signed.roles[newcomer.for].keyids.join(', ')}.`,
      1,
    );
  return { for: newcomer.for, out: only, in: newcomer.key };
}
