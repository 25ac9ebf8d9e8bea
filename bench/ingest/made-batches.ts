import { randomUUID } from 'node:crypto';
import { type Batch, type Item, MOST_ITEMS } from '../../core/contract/sync/batch.ts';
import type { Happening } from '../../core/contract/sync/count.ts';
import { BATCH_KIND } from '../../core/contract/sync/kinds.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { makeDeviceKey } from '../../trust/jws/device-key.ts';
import { type Chance, chanceFrom } from '../search/chance.ts';
import { TOPICS } from '../topics.ts';

/** A device of the fleet that sends, with its private key. */
export type SendingDevice = {
  readonly id: string;
  readonly branch: string;
  readonly key: ReturnType<typeof makeDeviceKey>['key'];
};

/** A batch as it goes over the wire, and what is in it. */
export type MadeBatch = {
  readonly batch: Batch;
  readonly branch: string;
  readonly body: Buffer;
  readonly signature: string;
};

const LANGUAGES = ['nl', 'nl', 'nl', 'nl', 'en', 'en', 'ar'] as const;
const FLOWS = 20;
const STEPS = 12;
const PACK = 'zelfredzaam';

/** So many devices, two in a branch, whose keys are new each time. */
export function sendingDevices(count: number): SendingDevice[] {
  return Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    branch: `hal-${Math.floor(index / 2)}`,
    key: makeDeviceKey().key,
  }));
}

/** Makes full, signed batches of each device in turn, as kiosks send them: a day of the hours of a library in each. */
export function batchMaker(devices: readonly SendingDevice[]): (count: number) => MadeBatch[] {
  const chance = chanceFrom(20_261_127);
  let made = 0;
  const next = (): MadeBatch => {
    const device = devices[made % devices.length] as SendingDevice;
    const turn = Math.floor(made / devices.length);
    made += 1;
    const day = new Date(Date.UTC(2026, 0, 1 + (turn % 300)));
    const items = Array.from({ length: MOST_ITEMS }, (_, index) =>
      madeItem(chance, day, index, turn * MOST_ITEMS + index + 1),
    );
    const health = { ...HEALTH, seq: turn + 1 };
    const batch: Batch = { device: device.id, batch: idIn(day), health, items };
    const body = Buffer.from(JSON.stringify(batch));
    const signature = signDetached(body, device.key, device.id, BATCH_KIND);
    return { batch, branch: device.branch, body, signature };
  };
  return (count) => Array.from({ length: count }, next);
}

const HEALTH: Omit<Batch['health'], 'seq'> = {
  clock: '2026-11-27T12:00:00.000Z',
  appVersion: '0.1.0',
  packs: [{ library: 'delft', pack: PACK, channel: 'stable', version: 7 }],
  backlog: 0,
  freeBytes: 5_000_000_000,
  starts: 1,
  incidents: [],
};

/** Opening hours, one after another: a kiosk sends in the order in which things happened. */
function madeItem(chance: Chance, day: Date, index: number, seq: number): Item {
  const hour = new Date(day.getTime() + (9 + Math.floor((index * 9) / MOST_ITEMS)) * 3_600_000);
  const at = `${hour.toISOString().slice(0, 13)}:00:00Z`;
  return { id: idIn(hour), seq, at, ...madeHappening(chance) };
}

/** What visitors do, about as often as they do it: a flow is read by some of those who open its topic, and few go far in it. */
function madeHappening(chance: Chance): Happening {
  const language = chance.one(LANGUAGES);
  const inPack = { pack: PACK, language };
  const inFlow = { ...inPack, flow: `stroom-${Math.min(chance.below(FLOWS), chance.below(FLOWS))}` };
  const step = `vraag-${chance.below(STEPS)}`;
  const throws = chance.below(100);
  if (throws < 30) return { type: 'topic-opened', body: { ...inPack, topic: chance.one(TOPICS) } };
  if (throws < 48) return { type: 'flow-started', body: inFlow };
  if (throws < 58) return { type: 'outcome-reached', body: { ...inFlow, step } };
  if (throws < 66) return { type: 'step-left', body: { ...inFlow, step } };
  if (throws < 80) return { type: 'language-chosen', body: { language } };
  if (throws < 88) return { type: 'read-aloud', body: { language } };
  if (throws < 94) return { type: 'search-empty', body: { language } };
  return { type: 'printed', body: { paper: 'receipt', language } };
}

/** A version 7 UUID that begins with an hour, as a kiosk makes them (decision 26). */
function idIn(hour: Date): string {
  const time = hour.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
