import { CommandError } from './command-error.ts';
import { installContent } from './content/install-content.ts';
import { exportCommand } from './directory/export-command.ts';
import { importCommand } from './directory/import-command.ts';
import { checkCommand } from './pack/check-command.ts';
import { graphCommand } from './pack/graph-command.ts';
import { newCommand } from './pack/new-command.ts';
import { pathsCommand } from './pack/paths-command.ts';
import { schemasCommand } from './pack/schemas-command.ts';

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
  'content install': {
    usage: 'DIR --data DIR [--directory DIR]',
    about: 'put a checked pack, and the directory that comes along, into a local store',
    run: installContent,
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
};

async function main(args: string[]): Promise<number> {
  const name = args.slice(0, 2).join(' ');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const wanted = args.length === 0 || args[0] === '--help';
    (wanted ? console.log : console.error)(help(wanted ? undefined : name));
    return wanted ? 0 : 2;
  }
  try {
    return await command.run(args.slice(2));
  } catch (error) {
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
