import { isIPv4 } from 'node:net';
import type { DeviceKey } from '../core/contract/sync/device.ts';

/** Where a desk may be: said by anybody on the network, so it is proven only by a handshake. */
export type Address = { readonly host: string; readonly port: number };

/** So many places are kept for one desk. One host has one of them, however much it says. */
const MOST_FOR_ONE = 8;

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
      const before = entry.heard.find((each) => each.host === host);
      if (before?.port === port) return false;
      const others = entry.heard.filter((each) => each.host !== host);
      entry.heard = [{ host, port }, ...others].slice(0, MOST_FOR_ONE);
      return true;
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
