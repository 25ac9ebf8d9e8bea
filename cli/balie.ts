import { TrustError } from '../trust/trust-error.ts';
import { pinCommand } from './admin/pin-command.ts';
import { verifyAuditCommand } from './audit/verify-command.ts';
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
import {
  addStaffCommand,
  listStaffCommand,
  removeStaffCommand,
  staffPinCommand,
} from './staff/staff-commands.ts';

/** A command reads its arguments, prints, and says how it ended: the exit status of the process. */
type Command = {
  readonly usage: string;
  readonly about: string;
  readonly run: (args: string[]) => number | Promise<number>;
};

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
    usage: 'DIR --repository DIR|URL --key FILE [--channel test|stable] [--dry-run] [--root FILE]',
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
    usage: 'REPOSITORY --public FILE --key ROOT --key ROOT',
    about: 'let a library publish with a key, in place of the one it had',
    run: delegateCommand,
  },
  'keys rotate': {
    usage: 'REPOSITORY [--out ID --in FILE]… --key ROOT --key ROOT',
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
    usage: 'DIR|URL --key FILE [--take-over]',
    about: 'sign what a library publishes for another year; or what it published under a key that is lost',
    run: renewCommand,
  },
  'repository rollback': {
    usage: 'DIR|URL --pack ID --to VERSION --key FILE [--channel stable]',
    about: 'publish an earlier version again, under a higher number',
    run: rollbackCommand,
  },
  'repository retire': {
    usage: 'DIR|URL --pack ID [--channel C] --key FILE, or DIR --library ID --key ROOT --key ROOT',
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
  // Loaded when they are asked for: the other commands have no use for a database and a web server.
  serve: {
    usage:
      '--data DIR [--database postgres://…] [--port N] [--host ADDRESS] [--origin https://…] [--alerts FILE] [--oidc FILE] [--with-kiosk DIR]',
    about: 'run the central server until it is told to stop',
    run: async (args) => (await import('./server/serve-command.ts')).serveCommand(args),
  },
  'server library add': {
    usage: 'ID --name NAME --data DIR [--database postgres://…]',
    about: 'let a library take part',
    run: async (args) => (await import('./server/library-command.ts')).addLibraryCommand(args),
  },
  'server branch add': {
    usage: 'ID --library ID --name NAME --data DIR [--database postgres://…]',
    about: 'add a branch of a library',
    run: async (args) => (await import('./server/branch-command.ts')).addBranchCommand(args),
  },
  'server branch hours': {
    usage: 'ID --library ID --file FILE --data DIR [--database postgres://…]',
    about: 'say when a branch is open, in HSDS schedules',
    run: async (args) => (await import('./server/branch-hours-command.ts')).branchHoursCommand(args),
  },
  'server branch municipality': {
    usage: 'ID --library ID --name NAME --data DIR [--database postgres://…]',
    about: 'say in which municipality a branch is, for the reports',
    run: async (args) =>
      (await import('./server/branch-municipality-command.ts')).branchMunicipalityCommand(args),
  },
  'server rollout start': {
    usage:
      'PUBLISHER/PACK VERSION --library ID [--channel C] [--share PERCENT] [--branch ID]… [--from TIME] [--closed] [--sick PERCENT] --data DIR [--database postgres://…]',
    about: 'let devices install a version: a share of them or some branches first',
    run: async (args) => (await import('./server/rollout-commands.ts')).startRolloutCommand(args),
  },
  'server rollout show': {
    usage: '[ROLLOUT] --library ID --data DIR [--database postgres://…]',
    about: 'say how far roll-outs are, and how the devices fare',
    run: async (args) => (await import('./server/rollout-commands.ts')).showRolloutsCommand(args),
  },
  'server rollout widen': {
    usage:
      'ROLLOUT [--share PERCENT] [--branch ID]… | --all, --library ID --data DIR [--database postgres://…]',
    about: 'let more devices install a version',
    run: async (args) => (await import('./server/rollout-commands.ts')).changeRolloutCommand('widen')(args),
  },
  'server rollout hold': {
    usage: 'ROLLOUT [--why TEXT] --library ID --data DIR [--database postgres://…]',
    about: 'let no more devices install a version',
    run: async (args) => (await import('./server/rollout-commands.ts')).changeRolloutCommand('hold')(args),
  },
  'server rollout resume': {
    usage: 'ROLLOUT --library ID --data DIR [--database postgres://…]',
    about: 'go on with a roll-out that is held',
    run: async (args) => (await import('./server/rollout-commands.ts')).changeRolloutCommand('resume')(args),
  },
  'server rollout roll-back': {
    usage: 'ROLLOUT [--why TEXT] --library ID --data DIR [--database postgres://…]',
    about: 'end a roll-out: devices show the version before again, where they still have it',
    run: async (args) =>
      (await import('./server/rollout-commands.ts')).changeRolloutCommand('roll-back')(args),
  },
  'server account add': {
    usage: '[--library ID] --role ROLE --name NAME --data DIR [--origin https://…] [--database postgres://…]',
    about: 'print a link with which one person starts an account of the administration within 24 hours',
    run: async (args) => (await import('./server/account-command.ts')).addAccountCommand(args),
  },
  'server publisher add': {
    usage: 'ID --name NAME --pack PACK [--pack PACK …] [--library ID] --data DIR [--database postgres://…]',
    about: 'note who publishes which packs, for one library or all',
    run: async (args) => (await import('./server/publisher-commands.ts')).addPublisherCommand(args),
  },
  'server publisher list': {
    usage: '[--library ID] --data DIR [--database postgres://…]',
    about: 'list the publishers of a library, and those of all',
    run: async (args) => (await import('./server/publisher-commands.ts')).listPublishersCommand(args),
  },
  'server publisher remove': {
    usage: 'ID [--library ID] --data DIR [--database postgres://…]',
    about: 'take a publisher off the list',
    run: async (args) => (await import('./server/publisher-commands.ts')).removePublisherCommand(args),
  },
  'server partner add': {
    usage:
      'ID --library ID --name NAME --kind KIND [--email …] [--phone …] [--website …] [--contact TEAM] [--recipient age1…] [--asks name,phone] [--review-by DAY] --data DIR [--database postgres://…]',
    about: 'note an organisation to which the desk hands over',
    run: async (args) => (await import('./server/partner-commands.ts')).addPartnerCommand(args),
  },
  'server partner list': {
    usage: '--library ID --data DIR [--database postgres://…]',
    about: 'list the partners of a library',
    run: async (args) => (await import('./server/partner-commands.ts')).listPartnersCommand(args),
  },
  'server partner remove': {
    usage: 'ID --library ID --data DIR [--database postgres://…]',
    about: 'take a partner off the list',
    run: async (args) => (await import('./server/partner-commands.ts')).removePartnerCommand(args),
  },
  'server staff add': {
    usage: 'ID --library ID --name NAME [--role staff|admin] --data DIR [--database postgres://…]',
    about: 'let somebody work at the devices of a library: a name to show and a role',
    run: async (args) => (await import('./server/staff-commands.ts')).addServerStaffCommand(args),
  },
  'server staff list': {
    usage: '--library ID --data DIR [--database postgres://…]',
    about: 'who works at the devices of a library',
    run: async (args) => (await import('./server/staff-commands.ts')).listServerStaffCommand(args),
  },
  'server staff remove': {
    usage: 'ID --library ID --data DIR [--database postgres://…]',
    about: 'take somebody off the list: the devices shut them out at their next contact',
    run: async (args) => (await import('./server/staff-commands.ts')).removeServerStaffCommand(args),
  },
  'server account end': {
    usage: '[--library ID] --name NAME --data DIR [--database postgres://…]',
    about: 'end an account of the administration, and its sessions',
    run: async (args) => (await import('./server/account-command.ts')).endAccountCommand(args),
  },
  'server code': {
    usage: '--library ID --branch ID --data DIR [--database postgres://…]',
    about: 'make a code with which one device enrols within 24 hours',
    run: async (args) => (await import('./server/code-command.ts')).codeCommand(args),
  },
  'server devices': {
    usage: '--data DIR [--database postgres://…] [--library ID]',
    about: 'list the devices, and how they fare',
    run: async (args) => (await import('./server/devices-command.ts')).devicesCommand(args),
  },
  'server devices replace': {
    usage: 'OLD --data DIR [--database postgres://…]',
    about: 'make a code for a device that stands in for one that is broken',
    run: async (args) => (await import('./server/devices-command.ts')).replaceCommand(args),
  },
  'server approve': {
    usage: 'DEVICE --data DIR [--database postgres://…]',
    about: 'let a device that enrolled take part',
    run: async (args) => (await import('./server/devices-command.ts')).approveCommand(args),
  },
  'server revoke': {
    usage: 'DEVICE --data DIR [--database postgres://…]',
    about: 'never listen to a device again',
    run: async (args) => (await import('./server/devices-command.ts')).revokeCommand(args),
  },
  'server backup': {
    usage: 'DIR --data DIR [--database postgres://…]',
    about: 'write a whole copy of the server into a new folder, while it runs',
    run: async (args) => (await import('./server/backup-command.ts')).backupCommand(args),
  },
  'server stick': {
    usage: 'FOLDER --data DIR [--database postgres://…]',
    about: 'take in what kiosks wrote onto a stick, and write the signed answers beside it',
    run: async (args) => (await import('./server/stick-command.ts')).stickCommand(args),
  },
  'server purge': {
    usage: '--data DIR [--database postgres://…]',
    about: 'delete single items older than 30 days now; the counts stay',
    run: async (args) => (await import('./server/purge-command.ts')).purgeCommand(args),
  },
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
