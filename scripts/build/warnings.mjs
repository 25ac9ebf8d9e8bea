// Rolldown's warnings, except those about code that is not ours.

/** @param {string} level @param {{ message: string, id?: string }} log */
export function reportWarning(level, log) {
  const foreign = (log.id ?? log.message).includes('node_modules');
  if (level === 'warn' && !foreign) process.stderr.write(`${log.message}\n`);
}
