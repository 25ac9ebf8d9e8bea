import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Log } from '../log.ts';

/** printers.json in the data folder: which queue is for which paper, where the print system cannot tell. */
const PrinterSettings = z.strictObject({
  /** The name of a queue; null: this paper is not offered. */
  a4: z.string().min(1).nullable().optional(),
  receipt: z.string().min(1).nullable().optional(),
});
export type PrinterSettings = z.infer<typeof PrinterSettings>;

/** Reads the settings. A file that is not there says nothing; one that is wrong is told in the log, and says nothing. */
export function readPrinterSettings(dataDir: string, log: Log): PrinterSettings {
  const file = join(dataDir, 'printers.json');
  try {
    return PrinterSettings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    log.trouble(
      'printers-wrong',
      `${file} is left aside: ${why}. Write for instance {"a4": "NAME", "receipt": "NAME"} with names that \`lpstat -e\` shows.`,
    );
    return {};
  }
}
