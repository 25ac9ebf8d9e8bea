import { HELP_SERVICE } from '../core/contract/desk/help-line.ts';
import type { DeviceKey } from '../core/contract/sync/device.ts';
import type { Address } from './desk-addresses.ts';
import { deskName } from './desk-name.ts';
import { joinLocalNetworks } from './local-networks.ts';

/** While a desk is looked for, it is asked for this often; else hardly ever. Milliseconds. */
const LOOKING_MS = 5_000;
const RARELY_MS = 60_000;
/** Records of one message beyond this are not looked at. */
const MOST_RECORDS = 40;

export type DeskFinder = {
  /** Asks again, now. */
  readonly look: () => void;
  /** The desks that are looked for from now on. */
  readonly settle: (desks: ReadonlySet<DeviceKey>) => void;
  readonly close: () => void;
};

/**
 * Looks for desks on all local networks. `heardOf` hears of places where one may be: the address that an announcement came from, and the
 * port in it. Addresses *in* announcements are not believed, so nobody makes a kiosk knock at the door of a third.
 */
export function findDesks(
  desks: ReadonlySet<DeviceKey>,
  isLooking: () => boolean,
  heardOf: (desk: DeviceKey, address: Address) => void,
): DeskFinder {
  let names = namesOf(desks);
  let timer: NodeJS.Timeout | undefined;
  const networks = joinLocalNetworks(
    ({ type, records, from }) => {
      if (type !== 'response') return;
      for (const record of records.slice(0, MOST_RECORDS)) {
        const said = placeIn(record);
        const desk = said === undefined ? undefined : names.get(said.name);
        if (said !== undefined && desk !== undefined) heardOf(desk, { host: from, port: said.port });
      }
    },
    () => look(),
  );
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(look, isLooking() ? LOOKING_MS : RARELY_MS);
    networks.send(() => ({ type: 'query', questions: [{ name: HELP_SERVICE, type: 'PTR' }] }));
  };
  return {
    look,
    settle: (wanted) => {
      names = namesOf(wanted);
      look();
    },
    close: () => {
      clearTimeout(timer);
      networks.close();
    },
  };
}

function namesOf(desks: ReadonlySet<DeviceKey>): ReadonlyMap<string, DeviceKey> {
  return new Map([...desks].map((desk) => [deskName(desk), desk]));
}

function placeIn(record: unknown): { readonly name: string; readonly port: number } | undefined {
  const { name, type, data } = record as { name?: unknown; type?: unknown; data?: { port?: unknown } };
  const port = data?.port;
  return type === 'SRV' && typeof name === 'string' && typeof port === 'number'
    ? { name: name.toLowerCase(), port }
    : undefined;
}
