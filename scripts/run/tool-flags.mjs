/**
 * How the command line tool is started: with so many megabytes of room for what is new. By itself, Node lets that room grow
 * as long as an import lasts; it is no quicker for it.
 */
export const TOOL_FLAGS = ['--max-semi-space-size=8'];
