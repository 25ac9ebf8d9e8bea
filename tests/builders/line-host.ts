// One end of the line, as a program of its own: what it is comes as an argument, what it is to do on stdin, what it sees goes to stdout,
// each as a line of JSON.
import { createInterface } from 'node:readline';
import { openDeskEnd } from '../../desk-line/desk-end.ts';
import { openKioskEnd } from '../../desk-line/kiosk-end.ts';
import { openDeviceKey } from '../../trust/jws/device-key.ts';
import type { HostPlan, HostTold, HostWord } from './line-hosts.ts';

const { profile, key, peers, number, takesAll = false } = JSON.parse(process.argv[2] ?? '') as HostPlan;
const tell = (told: HostTold) => void process.stdout.write(`${JSON.stringify(told)}\n`);
const plan = {
  key: openDeviceKey(key),
  number,
  now: () => performance.now(),
  note: (what: string) => tell({ kind: 'note', what }),
};
const hear = async (): Promise<(word: HostWord) => void> => {
  if (profile === 'kiosk') {
    const end = openKioskEnd({
      ...plan,
      desks: new Set(peers),
      changed: (seen) => tell({ kind: 'seen', seen, at: performance.now() }),
    });
    return (word) => {
      if (word.kind === 'ask') end.ask(word.request);
      else if (word.kind === 'withdraw') end.withdraw();
      else if (word.kind === 'settle') end.settle(new Set(word.peers), number);
    };
  }
  const end = await openDeskEnd({
    ...plan,
    kiosks: new Set(peers),
    changed: (board, rings) => {
      tell({ kind: 'board', board, rings });
      const waiting = takesAll ? board.find(({ state }) => state === 'waiting') : undefined;
      if (waiting) end.press(waiting.request.id, 'take');
    },
  });
  return (word) => {
    if (word.kind === 'press') end.press(word.request, word.word);
    else if (word.kind === 'settle') end.settle(new Set(word.peers), number);
  };
};
const act = await hear();
tell({ kind: 'note', what: 'open' });
createInterface({ input: process.stdin }).on('line', (line) => act(JSON.parse(line) as HostWord));
