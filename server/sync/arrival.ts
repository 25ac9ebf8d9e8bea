import type { Batch } from '../../core/contract/sync/batch.ts';
import type { DeviceRow } from '../store/tables.ts';
import type { JudgedItem } from './judge-items.ts';

/** By which way a batch came. What comes by stick was written some time ago: nobody heard the device just now. */
export type Way = 'network' | 'stick';

/** A batch whose signature was checked and whose items were judged, when it came, and how. */
export type Arrival = {
  readonly batch: Batch;
  readonly judged: readonly JudgedItem[];
  readonly now: Date;
  readonly way: Way;
};

/** An arrival of a device that is heard. */
export type Heard = Arrival & { readonly device: DeviceRow };
