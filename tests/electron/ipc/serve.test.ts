import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CHANNELS, type Handlers } from '../../../core/contract/ipc.ts';
import type { Role } from '../../../core/domain/role.ts';
import { servicePage } from '../../../electron/content/directory-pages.ts';
import { makeDoor, RefusedCallError } from '../../../electron/ipc/serve.ts';
import { aDirectory } from '../../builders/a-directory.ts';
import { aService } from '../../builders/a-service.ts';

vi.mock('electron', async () => (await import('../fake-electron.ts')).fakeElectron);

const CALLER = { isCurrentPage: true, isTopFrame: true, url: 'balie://app/index.html' };
const HOME = { languages: [], fictional: false, topics: [], directory: false, troubles: [] };

let now: number;
let role: Role;
let called: unknown[];
beforeEach(() => {
  now = 0;
  role = 'visitor';
  called = [];
});

function door(handlers: Partial<Record<keyof Handlers, (input: never) => unknown>> = {}) {
  const all = {
    'content:home': () => HOME,
    'content:topic': (input: unknown) => {
      called.push(input);
      return null;
    },
    ...handlers,
  };
  return makeDoor(
    all as unknown as Handlers,
    () => role,
    () => now,
  );
}
const refusal = (reason: string) =>
  expect.objectContaining({ constructor: RefusedCallError, message: reason });

it('a call that fits is handled', async () => {
  expect(await door()(CALLER, 'content:home', {})).toEqual(HOME);
});

describe('the sender', () => {
  it.each([
    ['a page of a visit that is over', { isCurrentPage: false }],
    ['a frame in the page', { isTopFrame: false }],
    ['another host', { url: 'balie://elsewhere/index.html' }],
    ['another scheme', { url: 'https://app/index.html' }],
    ['a file', { url: 'file:///index.html' }],
    ['an empty page', { url: 'about:blank' }],
    ['no address', { url: '' }],
  ])('%s is refused', async (_, other) => {
    await expect(door()({ ...CALLER, ...other }, 'content:home', {})).rejects.toEqual(refusal('sender'));
  });

  it('is looked at first: strangers do not use up the calls of the page', async () => {
    const open = door();
    for (let count = 0; count < 500; count++)
      await expect(open({ ...CALLER, isTopFrame: false }, 'content:home', {})).rejects.toEqual(
        refusal('sender'),
      );
    expect(await open(CALLER, 'content:home', {})).toEqual(HOME);
  });
});

describe('the rate', () => {
  it('is 200 calls a second; the next second begins anew', async () => {
    now = 5_000;
    const open = door();
    for (let count = 0; count < 200; count++) await open(CALLER, 'content:home', {});
    await expect(open(CALLER, 'content:home', {})).rejects.toEqual(refusal('rate'));
    now += 999;
    await expect(open(CALLER, 'content:home', {})).rejects.toEqual(refusal('rate'));
    now += 1;
    expect(await open(CALLER, 'content:home', {})).toEqual(HOME);
  });

  it('counts calls that are refused for something else', async () => {
    const open = door();
    for (let count = 0; count < 200; count++)
      await expect(open(CALLER, 'nothing', {})).rejects.toEqual(refusal('channel'));
    await expect(open(CALLER, 'content:home', {})).rejects.toEqual(refusal('rate'));
  });
});

describe('the channel', () => {
  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    'content:Home',
    'content:home ',
    null,
    undefined,
    7,
    ['content:home'],
    { toString: () => 'content:home' },
  ])('%j is none', async (name) => {
    await expect(door()(CALLER, name, {})).rejects.toEqual(refusal('channel'));
  });
});

describe('the role', () => {
  it('of a visitor opens no channel of staff', async () => {
    const { role: usual } = CHANNELS['content:home'];
    Object.assign(CHANNELS['content:home'], { role: 'staff' });
    try {
      await expect(door()(CALLER, 'content:home', {})).rejects.toEqual(refusal('role content:home'));
      role = 'staff';
      expect(await door()(CALLER, 'content:home', {})).toEqual(HOME);
    } finally {
      Object.assign(CHANNELS['content:home'], { role: usual });
    }
  });
});

describe('the role of an admin', () => {
  const open = () =>
    door({ 'admin:act': () => ({ kind: 'nothing' }), 'admin:door': () => ({ kind: 'no-pin' }) });

  it('opens its channels; a visitor and staff are refused, and may knock', async () => {
    const act = (given: unknown = { act: 'roll-back', pack: 'klein', version: 1 }) =>
      open()(CALLER, 'admin:act', given);
    for (const other of ['visitor', 'staff'] as const) {
      role = other;
      await expect(act()).rejects.toEqual(refusal('role admin:act'));
      await expect(act({ made: 'up' })).rejects.toEqual(refusal('role admin:act'));
      expect(await open()(CALLER, 'admin:door', {})).toEqual({ kind: 'no-pin' });
    }
    role = 'admin';
    expect(await act()).toEqual({ kind: 'nothing' });
    for (const wrong of [
      { act: 'erase', pack: 'klein' },
      { act: 'install', pack: 'klein' },
    ])
      await expect(act(wrong)).rejects.toEqual(refusal('input admin:act'));
  });
});

describe('the input', () => {
  it('has a largest size, and beyond it is not even read', async () => {
    const open = door();
    await expect(open(CALLER, 'content:topic', { topic: 'a'.repeat(20_000) })).rejects.toEqual(
      refusal('size content:topic'),
    );
    await expect(open(CALLER, 'content:topic', { topic: 'a'.repeat(10_000) })).rejects.toEqual(
      refusal('input content:topic'),
    );
  });

  it.each([
    [undefined],
    [null],
    ['geld'],
    [['geld']],
    [{}],
    [{ topic: 7 }],
    [{ topic: '../ops' }],
    [{ topic: 'geld', more: 1 }],
  ])('%j is not that of the channel', async (input) => {
    await expect(door()(CALLER, 'content:topic', input)).rejects.toEqual(refusal('input content:topic'));
    expect(called).toEqual([]);
  });

  it('that names __proto__ changes nothing', async () => {
    await door()(CALLER, 'content:topic', JSON.parse('{"topic":"geld","__proto__":{"role":"admin"}}')).catch(
      () => undefined,
    );
    for (const input of called) expect(input).toEqual({ topic: 'geld' });
    expect('role' in {}).toBe(false);
  });

  const circle: Record<string, unknown> = { topic: 'geld' };
  circle['self'] = circle;
  it.each([
    ['goes round in circles', circle],
    ['is a very large number', { topic: 1n }],
  ])('that %s is refused', async (_, input) => {
    await expect(door()(CALLER, 'content:topic', input)).rejects.toThrow();
    expect(called).toEqual([]);
  });
});

describe('the output', () => {
  it('is only what the contract names: a handler that says more says nothing', async () => {
    const open = door({ 'content:home': () => ({ ...HOME, pin: '1234' }) });
    await expect(open(CALLER, 'content:home', {})).rejects.toThrow();
    await expect(door({ 'content:home': () => undefined })(CALLER, 'content:home', {})).rejects.toThrow();
  });

  it('of a service is one text, and is looked at no less', async () => {
    const page = servicePage(aDirectory([aService()]), 'taalcafe', 0);
    const ask = (given: unknown) =>
      door({ 'directory:service': () => given })(CALLER, 'directory:service', { id: 'taalcafe' });
    expect(JSON.parse(String(await ask(page)))).toEqual(page);
    expect(await ask(null)).toBeNull();
    await expect(ask({ ...page, pin: '1234' })).rejects.toThrow();
  });

  it('of a handler that fails is a fault, not a refusal', async () => {
    const open = door({
      'content:home': () => {
        throw new Error('a bug');
      },
    });
    await expect(open(CALLER, 'content:home', {})).rejects.not.toBeInstanceOf(RefusedCallError);
  });
});
