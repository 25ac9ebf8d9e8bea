import type { Paper } from '../../core/domain/paper.ts';
import type { PrinterSettings } from './printer-settings.ts';
import type { Queue } from './queues.ts';

/** The queue for a paper: the one in the settings, else the first of that size, one that is ready before others. */
export function chooseQueue(
  queues: readonly Queue[],
  paper: Paper,
  settings: PrinterSettings,
): Queue | undefined {
  const set = settings[paper];
  if (set === null) return undefined;
  if (set !== undefined) return queues.find(({ name }) => name === set);
  const fitting = queues.filter((queue) => queue.paper === paper);
  return fitting.find(({ ready }) => ready) ?? fitting[0];
}
