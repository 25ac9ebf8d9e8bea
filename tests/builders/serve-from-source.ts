// Started by its file, as a process that tests may kill.
import { serveCommand } from '../../cli/server/serve-command.ts';

process.exitCode = await serveCommand(process.argv.slice(2));
