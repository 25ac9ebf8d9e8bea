import { isIPv4 } from 'node:net';
import type { DeviceKey } from '../core/contract/sync/device.ts';

/** Where a desk may be: said by anybody on the network, so it is proven only by a handshake. */
export type Address = { readonly host: string; readonly port: number };

/**
 * So many places are kept for one desk. One host has two of them, however much it says: with one, a single forged announcement in the name
 * of the desk's own host would take the place of the right port.
 */
const MOST_FOR_ONE = 8;
const MOST_OF_HOST = 2;

/** Where the desks of a branch may be. */
export type DeskAddresses = {
  /** Somebody said that a desk is there. True when that is new. */
  readonly heardOf: (desk: DeviceKey, address: Address) => boolean;
  /** A desk was there. */
  readonly proven: (desk: DeviceKey, address: Address) => void;
  /** Where to try next: where it was last, then each of the others in turn, the newest first. Undefined when nobody said anything. */
  readonly next: (desk: DeviceKey) => Address | undefined;
  readonly keep: (desks: ReadonlySet<DeviceKey>) => void;
};

export function deskAddresses(): DeskAddresses {
  const known = new Map<DeviceKey, { heard: Address[]; proven: Address | undefined; turn: number }>();
  const of = (desk: DeviceKey) => {
    const entry = known.get(desk) ?? { heard: [], proven: undefined, turn: 0 };
    known.set(desk, entry);
    return entry;
  };
  return {
    heardOf: (desk, { host, port }) => {
      if (!isIPv4(host) || !Number.isInteger(port) || port < 1 || port > 65_535) return false;
      const entry = of(desk);
      const ofHost = entry.heard.filter((each) => each.host === host);
      const same = ofHost.filter((each) => each.port !== port);
      const others = entry.heard.filter((each) => each.host !== host);
      // What is said again is in front again, so that what was forged once is the first to go.
      entry.heard = [{ host, port }, ...same.slice(0, MOST_OF_HOST - 1), ...others].slice(0, MOST_FOR_ONE);
      return same.length === ofHost.length;
    },
    proven: (desk, address) => {
      of(desk).proven = address;
      of(desk).turn = 0;
    },
    next: (desk) => {
      const entry = known.get(desk);
      if (entry === undefined) return undefined;
      const places = entry.proven === undefined ? entry.heard : [entry.proven, ...entry.heard];
      return places.length === 0 ? undefined : places[entry.turn++ % places.length];
    },
    keep: (desks) => {
      for (const desk of [...known.keys()]) if (!desks.has(desk)) known.delete(desk);
    },
  };
}
