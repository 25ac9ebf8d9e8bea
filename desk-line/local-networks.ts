import { networkInterfaces } from 'node:os';
import multicastDns from 'multicast-dns';

/** A network comes and goes: a cable, a Wi-Fi that is slow in the morning. Milliseconds between two looks. */
const LOOK_MS = 5_000;

/** What was heard on the local networks, and a way to say something on all of them. */
export type LocalNetworks = {
  /** `make` is asked for each network, with the address of this machine on it. */
  readonly send: (make: (address: string) => MdnsMessage) => void;
  readonly close: () => void;
};

/** A question or an answer, as multicast DNS (RFC 6762) has it. */
export type MdnsMessage =
  | { readonly type: 'query'; readonly questions: { name: string; type: 'PTR' }[] }
  | { readonly type: 'response'; readonly answers: Answer[]; readonly additionals: Answer[] };
export type Answer =
  | { name: string; type: 'PTR'; ttl: number; data: string }
  | { name: string; type: 'SRV'; ttl: number; data: { target: string; port: number } }
  | { name: string; type: 'A'; ttl: number; data: string }
  | { name: string; type: 'TXT'; ttl: number; data: string[] };

/** A record, of which only what was looked at is what it seems: anybody can send anything. */
export type Heard = {
  readonly type: 'query' | 'response';
  readonly records: readonly unknown[];
  readonly from: string;
};

/**
 * Listens to multicast DNS on every network of this machine (IPv4), also on those that come later. `joined`: another network is there.
 * What cannot be read is dropped.
 */
export function joinLocalNetworks(hear: (heard: Heard) => void, joined: () => void): LocalNetworks {
  const networks = new Map<string, multicastDns.MulticastDNS>();
  const leave = (address: string) => {
    networks.get(address)?.destroy();
    networks.delete(address);
  };
  const look = () => {
    const here = addressesHere();
    for (const address of networks.keys()) if (!here.has(address)) leave(address);
    for (const address of here) {
      if (networks.has(address)) continue;
      // With the address alone nothing would be found: what is sent to all arrives at none of them.
      const network = multicastDns({ interface: address, bind: '0.0.0.0' });
      networks.set(address, network);
      network.on('error', () => leave(address));
      network.on('warning', () => undefined);
      network.on('query', ({ questions }, { address: from }) =>
        hear({ type: 'query', records: questions ?? [], from }),
      );
      network.on('response', ({ answers = [], additionals = [] }, { address: from }) =>
        hear({ type: 'response', records: [...answers, ...additionals], from }),
      );
      network.once('ready', joined);
    }
  };
  look();
  const timer = setInterval(look, LOOK_MS);
  return {
    send: (make) => {
      for (const [address, network] of networks) {
        const message = make(address);
        const sent = () => undefined; // A network that is gone meanwhile hears nothing.
        if (message.type === 'query') network.query({ questions: message.questions }, sent);
        else network.respond({ answers: message.answers, additionals: message.additionals }, sent);
      }
    },
    close: () => {
      clearInterval(timer);
      for (const address of [...networks.keys()]) leave(address);
    },
  };
}

function addressesHere(): Set<string> {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return new Set(all.flatMap(({ family, address }) => (family === 'IPv4' ? [address] : [])));
}
