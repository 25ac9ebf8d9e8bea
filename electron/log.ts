import { join } from 'node:path';

const MOST_LOG_BYTES = 1_000_000;

/** Writes one line: a code to search for, then what happened. Never anything a visitor typed or answered. */
export type Log = {
  readonly note: (code: string, detail: string) => void;
  readonly trouble: (code: string, detail: string) => void;
};

/** A log in a file under the data folder; it is turned over at one megabyte. A full disk never stops the kiosk. */
export function openLog(dataDir: string): Log {
  let opened: ReturnType<typeof openFile> | undefined;
  // Loaded for the first line: a start in which all is well has none, so no screen waits for it.
  const write = async (level: 'info' | 'error', line: string) => {
    opened ??= openFile(dataDir);
    (await opened)[level](line);
  };
  return {
    note: (code, detail) => void write('info', `${code}: ${onOneLine(detail)}`),
    trouble: (code, detail) => void write('error', `${code}: ${onOneLine(detail)}`),
  };
}

async function openFile(dataDir: string) {
  const { default: log } = await import('electron-log/main');
  log.transports.file.resolvePathFn = () => join(dataDir, 'logs', 'balie.log');
  log.transports.file.maxSize = MOST_LOG_BYTES;
  log.transports.file.format = '{iso} {level} {text}';
  log.transports.console.format = '{text}';
  log.transports.console.level = 'warn';
  log.transports.ipc.level = false;
  return log;
}

/** What happened may be told in many lines, as stacks and SQLite's own checks are; a log is searched by the line. */
function onOneLine(detail: string): string {
  return detail.trim().replaceAll(/\s*\n\s*/g, ' | ');
}
