import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The account that owns nothing, on every Unix. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
/** A print system that is started answers within this; a slow machine takes longer than a test likes. */
const PATIENCE_MS = 20_000;

/** What a printer of ours does with a job. */
export type Fault = 'none' | 'empty' | 'stops' | 'offline' | 'slow';

/** A real print system of its own, without rights, on a socket in a folder of its own; with printers that write files. */
export type OwnCups = {
  /** What makes programs use it. */
  readonly env: Readonly<Record<string, string>>;
  readonly addQueue: (name: string, paper: 'a4' | 'roll') => void;
  /** Runs a command of CUPS against it. */
  readonly command: (name: string, ...args: string[]) => string;
  /** Has something printed that is not of the kiosk. */
  readonly printSomethingElse: (queue: string) => void;
  /** From now on the printers do this. */
  readonly breakPrinters: (fault: Fault) => void;
  /** The PDF files that came out, oldest first. */
  readonly printed: () => string[];
  /** A printer has begun with something since `breakPrinters`. */
  readonly hasBegun: () => boolean;
  /** Jobs and documents that still lie in the spool. */
  readonly spooled: () => string[];
  /** Ends the print system; its folders stay. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it and takes everything away. */
  readonly remove: () => Promise<void>;
};

/** Starts one. */
export async function startOwnCups(): Promise<OwnCups> {
  const place = mkdtempSync(join(tmpdir(), 'balie-cups-'));
  const at = (...names: string[]) => join(place, ...names);
  for (const folder of [
    'etc/ppd',
    'run/certs',
    'spool/tmp',
    'cache',
    'bin/backend',
    'bin/daemon',
    'paper',
    'log',
  ])
    mkdirSync(at(folder), { recursive: true });
  symlinkSync('/usr/lib/cups/daemon/cups-exec', at('bin/daemon/cups-exec'));
  writeFileSync(at('etc/cups-files.conf'), filesConf(at));
  writeFileSync(at('etc/cupsd.conf'), cupsdConf(at('run/socket')));
  writeFileSync(at('bin/backend/balie'), BACKEND);
  chmodSync(at('bin/backend/balie'), 0o700);
  writeFileSync(at('a4.ppd'), ppd('A4', 595, 842));
  writeFileSync(at('roll.ppd'), ppd('w226h842', 226, 842));
  chmodSync(place, 0o755);
  if (isRoot) giveAway(place);

  const env = { CUPS_SERVER: at('run/socket') };
  const asOwner = isRoot ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
  const run = (line: readonly string[]) => {
    const [command = '', ...args] = line;
    return execFileSync(command, args, {
      encoding: 'utf8',
      // Its own folder: the machine's may be one in which only root writes.
      env: { ...process.env, ...env, LC_ALL: 'C', TMPDIR: at('spool/tmp') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  let server: ReturnType<typeof spawn> | undefined;

  const start = async () => {
    const [command = '', ...args] = [
      ...asOwner,
      '/usr/sbin/cupsd',
      '-f',
      '-c',
      at('etc/cupsd.conf'),
      '-s',
      at('etc/cups-files.conf'),
    ];
    const mine = spawn(command, args, { stdio: 'ignore' });
    server = mine;
    const until = Date.now() + PATIENCE_MS;
    while (!answers(run)) {
      if (mine.exitCode !== null || Date.now() > until)
        throw new Error(`cupsd does not answer: ${logOf(at)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const stop = async () => {
    const mine = server;
    server = undefined;
    if (mine === undefined || mine.exitCode !== null) return;
    const ended = new Promise((resolve) => mine.once('exit', resolve));
    mine.kill('SIGTERM');
    await ended;
  };

  const cups: OwnCups = {
    env,
    addQueue: (name, paper) =>
      void run([
        ...asOwner,
        'lpadmin',
        '-p',
        name,
        '-E',
        '-v',
        `balie:${at('paper')}`,
        '-P',
        at(`${paper}.ppd`),
      ]),
    command: (name, ...args) => run([...asOwner, name, ...args]),
    printSomethingElse: (queue) =>
      void run([...asOwner, 'lp', '-d', queue, '-o', 'document-format=application/pdf', at('a4.ppd')]),
    breakPrinters: (fault) => {
      for (const name of readdirSync(at('paper'))) if (name.startsWith('began-')) rmSync(at('paper', name));
      writeFileSync(at('paper/fault'), fault);
    },
    hasBegun: () => readdirSync(at('paper')).some((name) => name.startsWith('began-')),
    printed: () =>
      readdirSync(at('paper'))
        .filter((name) => name.endsWith('.pdf'))
        .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
        .map((name) => at('paper', name)),
    spooled: () => readdirSync(at('spool')).filter((name) => name !== 'tmp'),
    stop,
    start,
    remove: async () => {
      await stop();
      rmSync(place, { recursive: true, force: true });
    },
  };
  try {
    writeFileSync(at('paper/fault'), 'none');
    await start();
    return cups;
  } catch (error) {
    await cups.remove();
    throw error;
  }
}

function answers(run: (line: readonly string[]) => string): boolean {
  try {
    return run(['lpstat', '-r']).includes('is running');
  } catch {
    return false;
  }
}

function logOf(at: (...names: string[]) => string): string {
  return existsSync(at('log/error'))
    ? readFileSync(at('log/error'), 'utf8').slice(-2_000)
    : 'it wrote no log';
}

function giveAway(path: string): void {
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), NOBODY, NOBODY);
  chownSync(path, NOBODY, NOBODY);
}

/** A printer: it writes what it gets to a file, or does what the file `fault` says. Exit 1: try again; 4: stop the queue. */
const BACKEND = `#!/bin/sh
[ $# -eq 0 ] && exit 0
folder=\${DEVICE_URI#balie:}
fault() { cat "$folder/fault"; }
touch "$folder/began-$1"
case "$(fault)" in
  empty) echo 'STATE: +media-empty-error' >&2; exit 1;;
  stops) exit 4;;
  offline) echo 'STATE: +offline-report' >&2; while [ "$(fault)" = offline ]; do sleep 0.1; done;;
  slow) while [ "$(fault)" = slow ]; do sleep 0.1; done;;
esac
echo 'STATE: -media-empty-error,offline-report' >&2
cat "\${6:--}" > "$folder/$1.part" && mv "$folder/$1.part" "$folder/$1.pdf"
`;

function filesConf(at: (...names: string[]) => string): string {
  return `ServerRoot ${at('etc')}
ServerBin ${at('bin')}
DataDir /usr/share/cups
CacheDir ${at('cache')}
RequestRoot ${at('spool')}
StateDir ${at('run')}
TempDir ${at('spool/tmp')}
AccessLog ${at('log/access')}
ErrorLog ${at('log/error')}
PageLog ${at('log/page')}
${isRoot ? 'User nobody\nGroup nogroup\nSystemGroup nogroup\n' : ''}Sandboxing Off
FatalErrors none
`;
}

/** The rules of Debian's own policy; a job that fails is tried again soon. */
function cupsdConf(socket: string): string {
  return `Listen ${socket}
Browsing Off
WebInterface No
JobRetryInterval 1
JobRetryLimit 1000
ErrorPolicy retry-job
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Restart-Job Purge-Jobs Set-Job-Attributes Cancel-My-Jobs Close-Job CUPS-Get-Document>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit Cancel-Job CUPS-Authenticate-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
}

/** A printer of one size of paper that takes PDF as it is. */
function ppd(size: string, width: number, height: number): string {
  const choice = (name: string) => `*OpenUI *${name}: PickOne
*OrderDependency: 10 AnySetup *${name}
*Default${name}: ${size}
*${name} ${size}: ""
*CloseUI: *${name}`;
  return `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "BALIE.PPD"
*Manufacturer: "Balie"
*Product: "(Balie)"
*ModelName: "Balie"
*ShortNickName: "Balie"
*NickName: "Balie"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*cupsFilter2: "application/pdf application/pdf 0 -"
${choice('PageSize')}
${choice('PageRegion')}
*DefaultImageableArea: ${size}
*ImageableArea ${size}: "0 0 ${width} ${height}"
*DefaultPaperDimension: ${size}
*PaperDimension ${size}: "${width} ${height}"
`;
}
