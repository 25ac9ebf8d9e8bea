import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aLineDevice } from '../builders/a-help-line.ts';
import { aRequest } from '../builders/a-help-request.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { startLineHost } from '../builders/line-hosts.ts';
import { makeNetworkHosts, type NetworkHost } from '../builders/network-hosts.ts';

const until = (it: () => void) => vi.waitFor(it, { timeout: 25_000, interval: 20 });

function threeHosts(): [NetworkHost, NetworkHost, NetworkHost] {
  const { hosts, remove } = makeNetworkHosts(3);
  onTestFinished(remove);
  return hosts as [NetworkHost, NetworkHost, NetworkHost];
}

/** All that goes over the cable of a host, as it is: Debian has no tcpdump of itself, and perl. */
function capture(host: NetworkHost, file: string) {
  const program = `
    use Socket; $| = 1;
    socket(my $all, 17, SOCK_RAW, unpack("S", pack("n", 3))) or die $!;
    open(my $out, ">:raw", shift) or die $!; $out->autoflush(1);
    print "listening\\n";
    while (defined(recv($all, my $packet, 65536, 0))) { print $out $packet; }`;
  const child = host.exec('perl', '-MIO::Handle', '-e', program, file);
  return new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
}

test('a kiosk finds two desks on a network of its own; one takes it, the other sees so; cut and mended; nothing can be read on the wire', async () => {
  const [kioskHost, firstHost, secondHost] = threeHosts();
  const [screen, first, second] = [aLineDevice(), aLineDevice(), aLineDevice()];
  const wire = join(aDataFolder(), 'wire');
  await capture(kioskHost, wire);
  const one = startLineHost(firstHost, first, { profile: 'desk', peers: [screen], number: 1 });
  const two = startLineHost(secondHost, second, { profile: 'desk', peers: [screen], number: 2 });
  const kiosk = startLineHost(kioskHost, screen, { profile: 'kiosk', peers: [first, second], number: 7 });
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'ready' }));

  const about = {
    kind: 'flow',
    topic: 'geld-en-schulden',
    flow: 'huurtoeslag-aanvragen',
    step: 'hoeveel-huur',
    answers: { 'bent-u-achttien': 'ja-dat-ben-ik' },
  } as const;
  const request = aRequest({ about, language: 'ar' });
  kiosk.say({ kind: 'ask', request });
  for (const desk of [one, two])
    await until(() =>
      expect(desk.board()).toMatchObject([{ number: 7, state: 'waiting', request: { about } }]),
    );
  one.say({ kind: 'press', request: request.id, word: 'take' });
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'coming', number: 1 }));
  await until(() => expect(one.board()).toMatchObject([{ state: 'mine', request: { about } }]));
  await until(() =>
    expect(two.board()).toMatchObject([{ state: 'other', other: 1, request: { about: { answers: null } } }]),
  );
  one.say({ kind: 'press', request: request.id, word: 'done' });
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'ready' }));

  // The kiosk's cable is out: it says where to walk, and the desks that they cannot reach it.
  const later = aRequest();
  kiosk.say({ kind: 'ask', request: later });
  await until(() => expect([one, two].map((desk) => desk.board()[0]?.state)).toEqual(['waiting', 'waiting']));
  kioskHost.cut();
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'walk' }));
  for (const desk of [one, two]) await until(() => expect(desk.board()[0]?.cutAt).toBeTypeOf('number'));
  // What is pressed meanwhile goes nowhere; nobody believes that it did.
  two.say({ kind: 'press', request: later.id, word: 'take' });
  kioskHost.mend();
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'asking' }));
  for (const desk of [one, two])
    await until(() => expect(desk.board()).toMatchObject([{ state: 'waiting', cutAt: null }]));
  two.say({ kind: 'press', request: later.id, word: 'take' });
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'coming', number: 2 }));
  await until(() => expect(one.board()).toMatchObject([{ state: 'other', other: 2 }]));

  const heard = readFileSync(wire);
  // It did hear: the announcements go in the open.
  expect(heard.includes('_balie-desk')).toBe(true);
  const words = [...Object.values(about).flatMap((value) => (typeof value === 'string' ? [value] : []))];
  for (const word of [
    ...words,
    'bent-u-achttien',
    'ja-dat-ben-ik',
    request.id,
    later.id,
    'told',
    '"take"',
    'number',
  ])
    expect([word, heard.includes(word), heard.includes(Buffer.from(word, 'utf16le'))]).toEqual([
      word,
      false,
      false,
    ]);
  for (const { id, key } of [screen, first, second]) {
    const raw = Buffer.from(id, 'base64url');
    expect([heard.includes(id), heard.includes(raw)]).toEqual([false, false]);
    expect(heard.includes(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'))).toBe(false);
  }
}, 120_000);

test('strangers on the network are refused in both roles, whatever they announce', async () => {
  const [kioskHost, deskHost, strangerHost] = threeHosts();
  const [screen, desk, stranger] = [aLineDevice(), aLineDevice(), aLineDevice()];
  // It knows the keys of all, as anybody can who reads the plan, and holds none of them.
  const flood = strangerHost.run(join(import.meta.dirname, '..', 'builders', 'mdns-flood.ts'), desk.id);
  await new Promise((resolve) => flood.stdout?.once('data', resolve));
  const pretender = startLineHost(strangerHost, stranger, { profile: 'kiosk', peers: [desk], number: 9 });
  const real = startLineHost(deskHost, desk, { profile: 'desk', peers: [screen], number: 1 });
  const kiosk = startLineHost(kioskHost, screen, { profile: 'kiosk', peers: [desk], number: 7 });
  pretender.say({ kind: 'ask', request: aRequest() });
  // A flood of answers with the name of the desk, from somewhere else: the real one is found all the same.
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'ready' }));
  const request = aRequest();
  kiosk.say({ kind: 'ask', request });
  await until(() => expect(real.board()).toMatchObject([{ request }]));
  await until(() => expect(real.notes).toContain('a stranger was turned away'));
  expect(real.board()).toHaveLength(1);
  expect(pretender.seen()).toEqual({ kind: 'walk' });
}, 120_000);
