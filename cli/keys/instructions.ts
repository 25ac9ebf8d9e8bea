import type { KeyFile } from '../../trust/keys/key-file.ts';
import { keyIdOf } from '../../trust/keys/public-key.ts';

/** What a new set of keys consists of. */
type CeremonyKeys = {
  readonly library: string;
  readonly holders: readonly KeyFile[];
  readonly publisher: KeyFile;
  readonly snapshot: KeyFile;
  readonly timestamp: KeyFile;
};

/** What is printed after the ceremony and handed to everybody: who keeps what, and how. */
export function instructions(
  { library, holders, publisher, snapshot, timestamp }: CeremonyKeys,
  day: string,
): string {
  const short = (file: KeyFile) => keyIdOf(file.key).slice(0, 16);
  const boxes = holders.map(
    (file, index) => `  [ ] root-${index + 1}/      key ${short(file)}
        Holder: ______________________________  Place: ______________________________`,
  );
  return `KEYS OF A BALIE REPOSITORY                                              made on ${day}

Print this page. Write down who holds what; the passphrases never stand on it.

ROOT KEYS. Two of these three are needed to let a library in or out, or to exchange a key.
${boxes.join('\n')}

  Copy each folder, and root.json, to two USB sticks, kept in two buildings, by three different people.
  Whoever signs with a root key does so by the root.json of the stick (--root), never by one of the server.
  Each holder knows the passphrase of one key only. Then erase the folders here.

PUBLISHER'S KEY of ${library}. It signs what kiosks show.
  [ ] publisher/   key ${short(publisher)}
        Holder: ______________________________  Copy at: ____________________________

SERVER'S KEYS. They say what is newest; they cannot make content. No passphrase: the server signs by itself.
  [ ] server/      snapshot  key ${short(snapshot)}
                   timestamp key ${short(timestamp)}
        Copy this folder to the server (mode 600), and nowhere else.

REPOSITORY. repository/ is what the web server hands out. root.json goes into every kiosk.
  [ ] copied to the server        [ ] root.json put into the kiosks
  [ ] every night on the server:  balie repository refresh REPOSITORY --keys SERVER

BEFORE YOU GO
  [ ] every holder opened the key once from each stick ("balie keys show FILE --open")
  [ ] the day in two years on which two holders come together: ________________________
  [ ] this folder is erased; docs/keys.md says what to do when a key is lost or stolen
`;
}
