// How somebody who is not root runs a command as root: with sudo, or with su on a Debian that was given a password for root.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Is there sudo? @param {string} [path] the folders in which programs are */
export function hasSudo(path = process.env['PATH'] ?? '') {
  return path.split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, 'sudo')));
}

/** What somebody types to have root run a line of the shell, in which there is no quotation mark. @param {string} line */
export function asRoot(line, sudo = hasSudo()) {
  return sudo ? `sudo sh -c '${line}'` : `su -c '${line}'`;
}

/** The same for a command that wants the programs of whoever types it. @param {string} command */
export function asRootHere(command, sudo = hasSudo()) {
  return sudo ? `sudo env "PATH=$PATH" ${command}` : `su -c "env 'PATH=$PATH' ${command}"`;
}

/** CAP_SYS_ADMIN (capabilities(7)). */
const MAY_MOUNT = 21n;

const STATUS = '/proc/self/status';

/** May this process mount a disk? Root in a container often may not. Where nothing says so, it may. */
export function mayMount(status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '') {
  const [, effective] = /^CapEff:\s*([0-9a-f]+)$/m.exec(status) ?? [];
  return effective === undefined || ((BigInt(`0x${effective}`) >> MAY_MOUNT) & 1n) === 1n;
}
