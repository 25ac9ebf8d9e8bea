/** What was given cannot be read as a directory. The message says what, where, and what to do. */
export class UnreadableDirectoryError extends Error {}
