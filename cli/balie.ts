import { TrustError } from '../trust/trust-error.ts';
import { pinCommand } from './admin/pin-command.ts';
import { verifyAuditCommand } from './audit/verify-command.ts';
import type { Command } from './command.ts';
import { CommandError } from './command-error.ts';
import { releaseContent, rollBackContent } from './content/hold-content.ts';
import { installContent } from './content/install-content.ts';
import { scrubContent } from './content/scrub-content.ts';
import { updateContent } from './content/update-content.ts';
import { exportCommand } from './directory/export-command.ts';
import { importCommand } from './directory/import-command.ts';
import { ceremonyCommand } from './keys/ceremony-command.ts';
import { delegateCommand } from './keys/delegate-command.ts';
import { newKeyCommand } from './keys/new-command.ts';
import { rotateCommand } from './keys/rotate-command.ts';
import { showKeyCommand } from './keys/show-command.ts';
import { enrolCommand } from './outbox/enrol-command.ts';
import { acknowledgeOutbox, exportOutbox } from './outbox/stick-commands.ts';
import { checkCommand } from './pack/check-command.ts';
import { graphCommand } from './pack/graph-command.ts';
import { newCommand } from './pack/new-command.ts';
import { pathsCommand } from './pack/paths-command.ts';
import { publishCommand } from './pack/publish-command.ts';
import { schemasCommand } from './pack/schemas-command.ts';
import { gcCommand } from './repository/gc-command.ts';
import { refreshCommand } from './repository/refresh-command.ts';
import { renewCommand } from './repository/renew-command.ts';
import { retireCommand } from './repository/retire-command.ts';
import { rollbackCommand } from './repository/rollback-command.ts';
import { verifyCommand } from './repository/verify-command.ts';
import { SERVER_COMMANDS } from './server/server-commands.ts';
import {
  addStaffCommand,
  listStaffCommand,
  removeStaffCommand,
  staffPinCommand,
} from './staff/staff-commands.ts';

const COMMANDS: Record<string, Command> = {
  'pack check': {
    usage: 'DIR [--json] [--today YYYY-MM-DD] [--directory FILE|DIR]',
    about: 'check a pack, the way server and kiosk do, and against a directory',
    run: checkCommand,
  },
  'pack new': { usage: 'DIR', about: 'write a small valid pack to start from', run: newCommand },
  'pack paths': {
    usage: 'DIR FLOW [--today YYYY-MM-DD]',
    about: 'print every path of a flow',
    run: pathsCommand,
  },
  'pack graph': {
    usage: 'DIR FLOW [--out FILE] [--language nl]',
    about: 'write the logic of a flow as an SVG',
    run: graphCommand,
  },
  'pack schemas': {
    usage: 'DIR [--packs FOLDER] [--schemas FOLDER]',
    about: "write the schemas and settings for an author's editor",
    run: schemasCommand,
  },
  'pack publish': {
    usage:
      'DIR --repository DIR|URL --key FILE [--channel test|stable] [--dry-run] [--root FILE, with a URL always]',
    about: 'check a pack, show what changes, bring what is missing, sign it',
    run: publishCommand,
  },
  'keys ceremony': {
    usage: 'DIR --library ID',
    about: 'make all keys of a new repository, and the repository; docs/keys.md explains',
    run: ceremonyCommand,
  },
  'keys new': {
    usage: 'NAME --for root|publisher|snapshot|timestamp [--library ID]',
    about: 'make one key, and its public half to send',
    run: newKeyCommand,
  },
  'keys show': {
    usage: 'FILE [--open]',
    about: 'say what a key is for, and whether its passphrase opens it',
    run: showKeyCommand,
  },
  'keys delegate': {
    usage: 'REPOSITORY --root FILE --public FILE --key ROOT --key ROOT',
    about: 'let a library publish with a key, in place of the one it had',
    run: delegateCommand,
  },
  'keys rotate': {
    usage: 'REPOSITORY --root FILE [--out ID --in FILE]… --key ROOT --key ROOT',
    about: 'exchange keys of the root, or renew it for two years',
    run: rotateCommand,
  },
  'repository verify': {
    usage: 'DIR|URL [--root FILE]',
    about: 'look at all that a kiosk would',
    run: verifyCommand,
  },
  'repository refresh': {
    usage: 'DIR --keys DIR',
    about: 'on the server: announce what is new and whole',
    run: refreshCommand,
  },
  'repository renew': {
    usage: 'DIR|URL --key FILE [--take-over] [--root FILE, with a URL or --take-over always]',
    about: 'sign what a library publishes for another year; or what it published under a key that is lost',
    run: renewCommand,
  },
  'repository rollback': {
    usage:
      'DIR|URL --pack ID --to VERSION --key FILE [--channel stable] [--as NUMBER] [--take-over] [--root FILE, with a URL always]',
    about: 'publish an earlier version again, under a higher number',
    run: rollbackCommand,
  },
  'repository retire': {
    usage:
      'DIR|URL --pack ID [--channel C] --key FILE [--root FILE, with a URL always], or DIR --library ID --root FILE --key ROOT --key ROOT',
    about: 'stop publishing a pack, or end a library',
    run: retireCommand,
  },
  'repository gc': {
    usage: 'DIR [--keep N] [--dry-run]',
    about: 'on the server: take away what no kiosk needs any more',
    run: gcCommand,
  },
  'content install': {
    usage: 'DIR --data DIR [--directory DIR]',
    about: 'put a checked pack, and the directory that comes along, into a local store',
    run: installContent,
  },
  'content update': {
    usage: 'FROM --data DIR [--pack LIBRARY/PACK] [--channel test|stable] [--root FILE] [--accept-expired]',
    about: 'fetch, prove, check and show what a repository publishes, from an address or a folder',
    run: updateContent,
  },
  'content roll-back': {
    usage: 'PACK --data DIR [--to DIR]',
    about: 'show the version before, or the pack in a folder, and hold it',
    run: rollBackContent,
  },
  'content release': {
    usage: 'PACK --data DIR',
    about: 'let go of a version that is held',
    run: releaseContent,
  },
  'content scrub': {
    usage: '--data DIR [--from DIR|URL] [--packs DIR]',
    about: 'look at all that is stored, and heal what has rotted from packs, a stick or a repository',
    run: scrubContent,
  },
  'admin pin': {
    usage: '--data DIR [--pin-file FILE]',
    about: 'set the PIN of the admin of a kiosk, or replace one that is lost',
    run: pinCommand,
  },
  'audit verify': {
    usage: '--data DIR [--known NUMBER:HASH]',
    about: 'prove that the log of what was done at a device is whole',
    run: verifyAuditCommand,
  },
  'staff add': {
    usage: 'ID --name NAME [--role staff|admin] --data DIR',
    about: 'let somebody work at this device, also without a server',
    run: addStaffCommand,
  },
  'staff remove': {
    usage: 'ID --data DIR',
    about: 'take somebody away with the PIN',
    run: removeStaffCommand,
  },
  'staff list': { usage: '--data DIR', about: 'who works at this device', run: listStaffCommand },
  'staff pin': {
    usage: 'ID --data DIR [--pin-file FILE]',
    about: 'give somebody a PIN at this device, or another one',
    run: staffPinCommand,
  },
  enrol: {
    usage: '--server URL --code CODE --data DIR [--desk]',
    about: 'let this device belong to the library that made the code',
    run: enrolCommand,
  },
  'outbox export': {
    usage: 'DIR --data DIR',
    about: 'write what the server shall hear onto a stick',
    run: exportOutbox,
  },
  'outbox acknowledge': {
    usage: 'DIR --data DIR',
    about: 'forget what the server says on the stick that it has',
    run: acknowledgeOutbox,
  },
  'directory import': {
    usage: 'FILE|DIR --data DIR',
    about: 'replace the directory of services by one in HSDS 3.x: JSON, or a tabular data package',
    run: importCommand,
  },
  'directory export': {
    usage: 'DIR --format json|tabular --data DIR',
    about: 'write the directory of services into a new folder',
    run: exportCommand,
  },
  ...SERVER_COMMANDS,
};

/** The most words in the name of a command. */
const LONGEST_NAME = 3;

async function main(args: string[]): Promise<number> {
  const names = Array.from({ length: LONGEST_NAME }, (_, less) =>
    args.slice(0, LONGEST_NAME - less).join(' '),
  );
  const name = names.find((each) => Object.hasOwn(COMMANDS, each)) ?? args.slice(0, 2).join(' ');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const wanted = args.length === 0 || args[0] === '--help';
    (wanted ? console.log : console.error)(help(wanted ? undefined : name));
    return wanted ? 0 : 2;
  }
  try {
    return await command.run(args.slice(name.split(' ').length));
  } catch (error) {
    if (error instanceof TrustError) {
      console.error(error.message);
      return 1;
    }
    if (!(error instanceof CommandError)) throw error;
    console.error(`${error.message}\nUsage: balie ${name} ${command.usage}`);
    return error.exitStatus;
  }
}

function help(unknown: string | undefined): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { usage, about }]) => `  balie ${name} ${usage}\n      ${about}`,
  );
  return [
    unknown === undefined ? 'balie: commands' : `There is no command "${unknown}". These are:`,
    ...lines,
  ].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
