import type { Command } from '../command.ts';

/**
 * What `balie` does with the central server. Each is loaded when it is asked for: the other commands have no use for a database and a
 * web server.
 */
export const SERVER_COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    usage:
      '--data DIR [--database postgres://…] [--port N] [--host ADDRESS] [--origin https://…] [--alerts FILE] [--oidc FILE] [--proxy ADDRESS]… [--with-kiosk DIR]',
    about: 'run the central server until it is told to stop',
    run: async (args) => (await import('./serve-command.ts')).serveCommand(args),
  },
  'server library add': {
    usage: 'ID --name NAME --data DIR [--database postgres://…]',
    about: 'let a library take part',
    run: async (args) => (await import('./library-command.ts')).addLibraryCommand(args),
  },
  'server branch add': {
    usage: 'ID --library ID --name NAME --data DIR [--database postgres://…]',
    about: 'add a branch of a library',
    run: async (args) => (await import('./branch-command.ts')).addBranchCommand(args),
  },
  'server branch hours': {
    usage: 'ID --library ID --file FILE --data DIR [--database postgres://…]',
    about: 'say when a branch is open, in HSDS schedules',
    run: async (args) => (await import('./branch-hours-command.ts')).branchHoursCommand(args),
  },
  'server branch municipality': {
    usage: 'ID --library ID --name NAME --data DIR [--database postgres://…]',
    about: 'say in which municipality a branch is, for the reports',
    run: async (args) => (await import('./branch-municipality-command.ts')).branchMunicipalityCommand(args),
  },
  'server rollout start': {
    usage:
      'PUBLISHER/PACK VERSION --library ID [--channel C] [--share PERCENT] [--branch ID]… [--from TIME] [--closed] [--sick PERCENT] --data DIR [--database postgres://…]',
    about: 'let devices install a version: a share of them or some branches first',
    run: async (args) => (await import('./rollout-commands.ts')).startRolloutCommand(args),
  },
  'server rollout show': {
    usage: '[ROLLOUT] --library ID --data DIR [--database postgres://…]',
    about: 'say how far roll-outs are, and how the devices fare',
    run: async (args) => (await import('./rollout-commands.ts')).showRolloutsCommand(args),
  },
  'server rollout widen': {
    usage:
      'ROLLOUT [--share PERCENT] [--branch ID]… | --all, --library ID --data DIR [--database postgres://…]',
    about: 'let more devices install a version',
    run: async (args) => (await import('./rollout-commands.ts')).changeRolloutCommand('widen')(args),
  },
  'server rollout hold': {
    usage: 'ROLLOUT [--why TEXT] --library ID --data DIR [--database postgres://…]',
    about: 'let no more devices install a version',
    run: async (args) => (await import('./rollout-commands.ts')).changeRolloutCommand('hold')(args),
  },
  'server rollout resume': {
    usage: 'ROLLOUT --library ID --data DIR [--database postgres://…]',
    about: 'go on with a roll-out that is held',
    run: async (args) => (await import('./rollout-commands.ts')).changeRolloutCommand('resume')(args),
  },
  'server rollout roll-back': {
    usage: 'ROLLOUT [--why TEXT] --library ID --data DIR [--database postgres://…]',
    about: 'end a roll-out: devices show the version before again, where they still have it',
    run: async (args) => (await import('./rollout-commands.ts')).changeRolloutCommand('roll-back')(args),
  },
  'server account add': {
    usage: '[--library ID] --role ROLE --name NAME --data DIR [--origin https://…] [--database postgres://…]',
    about: 'print a link with which one person starts an account of the administration within 24 hours',
    run: async (args) => (await import('./account-command.ts')).addAccountCommand(args),
  },
  'server publisher add': {
    usage: 'ID --name NAME --pack PACK [--pack PACK …] [--library ID] --data DIR [--database postgres://…]',
    about: 'note who publishes which packs, for one library or all',
    run: async (args) => (await import('./publisher-commands.ts')).addPublisherCommand(args),
  },
  'server publisher list': {
    usage: '[--library ID] --data DIR [--database postgres://…]',
    about: 'list the publishers of a library, and those of all',
    run: async (args) => (await import('./publisher-commands.ts')).listPublishersCommand(args),
  },
  'server publisher remove': {
    usage: 'ID [--library ID] --data DIR [--database postgres://…]',
    about: 'take a publisher off the list',
    run: async (args) => (await import('./publisher-commands.ts')).removePublisherCommand(args),
  },
  'server partner add': {
    usage:
      'ID --library ID --name NAME --kind KIND [--email …] [--phone …] [--website …] [--contact TEAM] [--recipient age1…] [--asks name,phone] [--review-by DAY] --data DIR [--database postgres://…]',
    about: 'note an organisation to which the desk hands over',
    run: async (args) => (await import('./partner-commands.ts')).addPartnerCommand(args),
  },
  'server partner list': {
    usage: '--library ID --data DIR [--database postgres://…]',
    about: 'list the partners of a library',
    run: async (args) => (await import('./partner-commands.ts')).listPartnersCommand(args),
  },
  'server partner remove': {
    usage: 'ID --library ID --data DIR [--database postgres://…]',
    about: 'take a partner off the list',
    run: async (args) => (await import('./partner-commands.ts')).removePartnerCommand(args),
  },
  'server staff add': {
    usage: 'ID --library ID --name NAME [--role staff|admin] --data DIR [--database postgres://…]',
    about: 'let somebody work at the devices of a library: a name to show and a role',
    run: async (args) => (await import('./staff-commands.ts')).addServerStaffCommand(args),
  },
  'server staff list': {
    usage: '--library ID --data DIR [--database postgres://…]',
    about: 'who works at the devices of a library',
    run: async (args) => (await import('./staff-commands.ts')).listServerStaffCommand(args),
  },
  'server staff remove': {
    usage: 'ID --library ID --data DIR [--database postgres://…]',
    about: 'take somebody off the list: the devices shut them out at their next contact',
    run: async (args) => (await import('./staff-commands.ts')).removeServerStaffCommand(args),
  },
  'server account end': {
    usage: '[--library ID] --name NAME --data DIR [--database postgres://…]',
    about: 'end an account of the administration, and its sessions',
    run: async (args) => (await import('./account-command.ts')).endAccountCommand(args),
  },
  'server code': {
    usage: '--library ID --branch ID --data DIR [--database postgres://…]',
    about: 'make a code with which one device enrols within 24 hours',
    run: async (args) => (await import('./code-command.ts')).codeCommand(args),
  },
  'server devices': {
    usage: '--data DIR [--database postgres://…] [--library ID]',
    about: 'list the devices, and how they fare',
    run: async (args) => (await import('./devices-command.ts')).devicesCommand(args),
  },
  'server devices replace': {
    usage: 'OLD --data DIR [--database postgres://…]',
    about: 'make a code for a device that stands in for one that is broken',
    run: async (args) => (await import('./devices-command.ts')).replaceCommand(args),
  },
  'server approve': {
    usage: 'DEVICE --data DIR [--database postgres://…]',
    about: 'let a device that enrolled take part',
    run: async (args) => (await import('./devices-command.ts')).approveCommand(args),
  },
  'server revoke': {
    usage: 'DEVICE --data DIR [--database postgres://…]',
    about: 'never listen to a device again',
    run: async (args) => (await import('./devices-command.ts')).revokeCommand(args),
  },
  'server backup': {
    usage: 'DIR --data DIR [--database postgres://…]',
    about: 'write a whole copy of the server into a new folder, while it runs',
    run: async (args) => (await import('./backup-command.ts')).backupCommand(args),
  },
  'server stick': {
    usage: 'FOLDER --data DIR [--database postgres://…]',
    about: 'take in what kiosks wrote onto a stick, and write the signed answers beside it',
    run: async (args) => (await import('./stick-command.ts')).stickCommand(args),
  },
  'server quarantine list': {
    usage: '[--again] --data DIR [--database postgres://…]',
    about:
      'list what devices sent and the server set aside; --again judges once more what was not understood',
    run: async (args) => (await import('./quarantine-command.ts')).listQuarantineCommand(args),
  },
  'server purge': {
    usage: '--data DIR [--database postgres://…]',
    about: 'delete single items older than 30 days now; the counts stay',
    run: async (args) => (await import('./purge-command.ts')).purgeCommand(args),
  },
};
