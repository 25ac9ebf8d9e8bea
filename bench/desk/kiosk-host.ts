// The kiosk's host: asks the desk again and again, and beside each time makes a bare request. Says on stdout how long each took, in
// milliseconds. The argument: its key, that of the desk, where the desk is, and how often.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:tls';
import type { HelpSeen } from '../../core/domain/desk/help-asking.ts';
import type { HelpRequest } from '../../core/domain/desk/help-request.ts';
import { askDesks } from '../../desk-line/ask-desks.ts';
import { secureOptions } from '../../desk-line/secure-socket.ts';
import { openDeviceKey } from '../../trust/jws/device-key.ts';

const given = JSON.parse(process.argv[2] ?? '') as {
  readonly key: string;
  readonly desk: string;
  readonly host: string;
  readonly line: number;
  readonly bare: number;
  readonly times: number;
};
const key = openDeviceKey(given.key);
/** A desk ends a line on which more is said than anybody presses: after so many turns another one is opened, between what is measured. */
const TURNS_OF_A_LINE = 20;
const options = { ...secureOptions(key), host: given.host, port: given.bare };
let hear: (seen: HelpSeen) => void = () => undefined;
const comes = (kind: HelpSeen['kind']) =>
  new Promise<void>((resolve) => {
    hear = (seen) => seen.kind === kind && resolve();
  });
const aRequest = (): HelpRequest => ({
  ...{ id: randomUUID(), ticket: 7, language: 'nl' },
  about: { kind: 'flow', topic: 'geld', flow: 'huurtoeslag', step: 'huur', answers: null },
});

const openLine = async () => {
  const found = comes('ready');
  const line = askDesks({
    ...{ key, desks: new Set([given.desk]), number: 1 },
    now: () => performance.now(),
    changed: (seen) => hear(seen),
  });
  line.heardOf(given.desk, { host: given.host, port: given.line });
  await found;
  return line;
};

let kiosk = await openLine();
const kept = connect(options);
await once(kept, 'secureConnect');
kept.setNoDelay(true);
const measured: number[] = [];
const bare: number[] = [];
const fresh: number[] = [];
for (let turn = 0; turn < given.times; turn++) {
  if (turn > 0 && turn % TURNS_OF_A_LINE === 0) {
    hear = () => undefined;
    await kiosk.close();
    kiosk = await openLine();
  }
  const request = aRequest();
  let from = performance.now();
  const coming = comes('coming');
  kiosk.ask(request);
  await coming;
  measured.push(performance.now() - from);
  const over = comes('ready');
  kiosk.withdraw();
  await over;

  const text = `${JSON.stringify({ kind: 'told', number: 1, request, taken: 'nobody', desk: null })}\n`;
  from = performance.now();
  kept.write(text);
  await once(kept, 'data');
  bare.push(performance.now() - from);

  from = performance.now();
  const socket = connect(options);
  await once(socket, 'secureConnect');
  socket.write(text);
  await once(socket, 'data');
  fresh.push(performance.now() - from);
  socket.destroy();
}
process.stdout.write(`${JSON.stringify({ measured, bare, fresh })}\n`);
process.exit(0);
