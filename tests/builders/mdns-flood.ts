// Floods a network with answers: names that nobody has, and the name of a desk (its key is the argument) at ports where it is not. Says
// "flooding" once it began.

import { networkInterfaces } from 'node:os';
import multicastDns from 'multicast-dns';
import { HELP_SERVICE } from '../../core/contract/desk/help-line.ts';
import { deskName } from '../../desk-line/desk-name.ts';

const wanted = deskName(process.argv[2] ?? '');
const address = networkInterfaces()['eth0']?.find(({ family }) => family === 'IPv4')?.address ?? '';
const network = multicastDns({ interface: address, bind: '0.0.0.0' });
let sent = 0;
const shout = () => {
  for (let times = 0; times < 20; times++) {
    const port = 1_024 + (sent++ % 60_000);
    const names = [
      wanted,
      `${sent}.${HELP_SERVICE}`,
      `__proto__.${HELP_SERVICE}`,
      `constructor.${HELP_SERVICE}`,
    ];
    network.respond({
      answers: names.map((name) => ({
        name,
        type: 'SRV' as const,
        ttl: 120,
        data: { target: '10.77.0.1', port },
      })),
    });
  }
  setTimeout(shout, 10);
};
network.once('ready', () => {
  shout();
  process.stdout.write('flooding\n');
});
