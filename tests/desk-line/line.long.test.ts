import { expect, test } from 'vitest';
import { aDeskLine, aKioskLine, aLineDevice, type LineDevice, until } from '../builders/a-help-line.ts';
import { aRequest } from '../builders/a-help-request.ts';

const HOST = '127.0.0.1';

async function aBranch() {
  const [screen, first, second] = [aLineDevice(), aLineDevice(), aLineDevice()];
  const one = await aDeskLine(first, [screen], { number: 1 });
  const two = await aDeskLine(second, [screen], { number: 2 });
  const kiosk = aKioskLine(screen, [first, second], { number: 4 });
  const meet = (desk: LineDevice, { port }: { port: number }) => kiosk.heardOf(desk.id, { host: HOST, port });
  return { screen, first, second, one, two, kiosk, meet };
}

test('a request is seen at both desks; one takes it, the other sees so, and the visitor is told which one comes', async () => {
  const { screen, first, second, one, two, kiosk, meet } = await aBranch();
  expect(kiosk.seen()).toEqual({ kind: 'no-desk' });
  meet(first, one);
  meet(second, two);
  await until(() => expect(kiosk.isLooking()).toBe(false));
  expect(kiosk.seen()).toEqual({ kind: 'ready' });
  const request = aRequest();
  kiosk.ask(request);
  expect(kiosk.seen()).toEqual({ kind: 'asking' });
  for (const desk of [one, two]) {
    await until(() =>
      expect(desk.board()).toMatchObject([{ kiosk: screen.id, number: 4, request, state: 'waiting' }]),
    );
    expect(desk.rings()).toBe(1);
  }
  two.press(request.id, 'take');
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'coming', number: 2 }));
  await until(() => expect(two.board()).toMatchObject([{ state: 'mine' }]));
  await until(() => expect(one.board()).toMatchObject([{ state: 'other', other: 2 }]));
  two.press(request.id, 'release');
  await until(() => expect(one.rings()).toBe(2));
  one.press(request.id, 'take');
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'coming', number: 1 }));
  await until(() => expect(one.board()).toMatchObject([{ state: 'mine' }]));
  one.press(request.id, 'done');
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'ready' }));
  for (const desk of [one, two]) await until(() => expect(desk.board()).toEqual([]));
});

test('what a visitor takes back is gone at every desk', async () => {
  const { first, one, kiosk, meet } = await aBranch();
  meet(first, one);
  kiosk.ask(aRequest());
  await until(() => expect(one.board()).toHaveLength(1));
  kiosk.withdraw();
  await until(() => expect(one.board()).toEqual([]));
  expect(one.rings()).toBe(1);
});

test('a desk that comes later hears what was asked before, and the figures that change', async () => {
  const { screen, first, one, kiosk, meet } = await aBranch();
  const request = aRequest();
  kiosk.ask(request);
  expect(kiosk.seen()).toEqual({ kind: 'walk' });
  meet(first, one);
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'asking' }));
  await until(() => expect(one.rings()).toBe(1));
  one.settle(new Set([screen.id]), 9);
  one.press(request.id, 'take');
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'coming', number: 9 }));
  kiosk.settle(new Set([first.id]), 5);
  await until(() => expect(one.board()).toMatchObject([{ number: 5, state: 'mine' }]));
});

test('a desk that goes away leaves the visitor with the way to walk, and one that comes back sees what still waits', async () => {
  const { screen, first, one, kiosk, meet } = await aBranch();
  meet(first, one);
  const request = aRequest();
  kiosk.ask(request);
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'asking' }));
  await one.close();
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'walk' }));
  const back = await aDeskLine(first, [screen], { port: one.port });
  await until(() => expect(back.board()).toMatchObject([{ request, state: 'waiting' }]));
  expect(kiosk.seen()).toEqual({ kind: 'asking' });
});

test('who took it is still on the way when the line goes', async () => {
  const { first, one, kiosk, meet } = await aBranch();
  meet(first, one);
  const request = aRequest();
  kiosk.ask(request);
  await until(() => expect(one.board()).toHaveLength(1));
  one.press(request.id, 'take');
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'coming', number: 1 }));
  await one.close();
  await until(() => expect(kiosk.isLooking()).toBe(true));
  expect(kiosk.seen()).toEqual({ kind: 'coming', number: 1 });
});

test('a desk that took it and does not come back is waited for only so long: another one can take it, or the visitor walks', async () => {
  const { screen, first, second, one, two } = await aBranch();
  const kiosk = aKioskLine(screen, [first, second], { absenceMs: 300 });
  kiosk.heardOf(first.id, { host: HOST, port: one.port });
  kiosk.heardOf(second.id, { host: HOST, port: two.port });
  await until(() => expect(kiosk.isLooking()).toBe(false));
  const request = aRequest();
  kiosk.ask(request);
  await until(() => expect(one.board()).toMatchObject([{ state: 'waiting' }]));
  one.press(request.id, 'take');
  await until(() => expect(two.board()).toMatchObject([{ state: 'other' }]));
  await one.close();
  await until(() => expect(two.board()).toMatchObject([{ state: 'waiting' }]));
  expect(two.rings()).toBe(2);
  two.press(request.id, 'take');
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'coming', number: 2 }));
  await two.close();
  await until(() => expect(kiosk.seen()).toEqual({ kind: 'walk' }));
  // The first one starts anew: it sees what still waits.
  const back = await aDeskLine(first, [screen], { port: one.port, number: 1 });
  await until(() => expect(back.board()).toMatchObject([{ request, state: 'waiting' }]));
});

test('a kiosk that ends takes back what it asked', async () => {
  const { first, one, kiosk, meet } = await aBranch();
  meet(first, one);
  kiosk.ask(aRequest());
  await until(() => expect(one.board()).toHaveLength(1));
  await kiosk.close();
  await until(() => expect(one.board()).toEqual([]));
});
