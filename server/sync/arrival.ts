import type { Batch } from '../../core/contract/sync/batch.ts';
import type { DeviceRow } from '../store/tables.ts';
import type { JudgedItem } from './judge-items.ts';

/** A batch whose signature was checked and whose items were judged, and when it came. */
export type Arrival = { readonly batch: Batch; readonly judged: readonly JudgedItem[]; readonly now: Date };

/** An arrival of a device that is heard. */
export type Heard = Arrival & { readonly device: DeviceRow };
