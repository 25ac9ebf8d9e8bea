/**
 * How the command line tool is started: with so many megabytes of room for what is new. By itself, Node lets that room grow
 * as long as a command lasts; it is no quicker for it.
 */
const TOOL_FLAGS = ['--max-semi-space-size=8'];

/**
 * An import keeps next to nothing of what passes through it. So its heap may grow by a quarter between two collections, which are
 * quick: it takes as much memory for 200,000 services as for 100,000, and no more time.
 */
export const IMPORT_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=25'];

/** The flags of Node for a command with these arguments. @param {readonly string[]} args */
export function toolFlags(args) {
  return args[0] === 'directory' && args[1] === 'import' ? IMPORT_FLAGS : TOOL_FLAGS;
}
