import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AdminStatus, ServerStatus } from '../../../core/contract/admin.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import type { WriteDb } from '../../../db/open.ts';
import { listActs, recordAct } from '../../../db/ops/audit.ts';
import { noteFailure, writeEnrolment } from '../../../db/ops/enrolment.ts';
import { putInOutbox } from '../../../db/ops/put-in-outbox.ts';
import { type AdminPlan, adminHandlers } from '../../../electron/handlers/admin.ts';
import type { UpdaterReply } from '../../../electron/updates/look-job.ts';
import type { Spoken } from '../../../electron/updates/server-line.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';

const KEY = new Uint8Array(32);
const NOW = new Date('2026-11-26T20:00:00.000Z');

let content: WriteDb;
let ops: WriteDb;
let reply: UpdaterReply | undefined;
const look = vi.fn(async () => reply);
const reconsider = vi.fn();
const fillAgain = vi.fn(async () => undefined);
let spoken: Spoken;
const server = { tell: vi.fn(async () => spoken), enrol: vi.fn(async () => spoken) };
let handlers: ReturnType<typeof adminHandlers>;
let dataDir: string;

beforeEach(() => {
  vi.clearAllMocks();
  dataDir = aDataFolder();
  [content, ops] = [aStore('content'), aStore('ops')];
  installPack(content, aPackToInstall({ version: 2 }));
  const house: Partial<AdminPlan['house']> = {
    change: (act) => act(content),
    write: (act) => act(ops, NOW),
    troubles: () => ['disk-full'],
    today: () => TODAY,
    fillAgain,
  };
  handlers = adminHandlers({
    signIn: {
      record: (act, detail) => recordAct(ops, { at: NOW.toISOString(), act, person: null, detail }, KEY),
    } as AdminPlan['signIn'],
    house: house as AdminPlan['house'],
    updates: { look, isLooking: () => false, reconsider },
    sticks: () => [{ folder: '/media/STICK' }],
    server,
    dataDir,
    packsDir: aDataFolder(),
    now: () => NOW,
  });
});
const acts = () => listActs(ops, 9).map(({ act, detail }) => `${act} ${detail}`.trim());

describe('the status', () => {
  it('is what the contract names, and says since when a version is on the screen', async () => {
    const status = await handlers['admin:status']({});
    expect(AdminStatus.parse(status)).toMatchObject({
      packs: [{ id: 'klein', shown: { version: 2, shownSince: NOW.toISOString() } }],
      ...{
        follows: 'none',
        address: null,
        settingsFault: null,
        contactedAt: null,
        failure: null,
        looking: false,
      },
      ...{ sticks: ['/media/STICK'], troubles: ['disk-full'], acts: [] },
    });
    expect(status.freeBytes).toBeGreaterThan(0);
  });

  it('says which pack repository.json names twice', async () => {
    const follow = ['test', 'stable'].map((channel) => ({ library: 'bieb', pack: 'klein', channel }));
    writeFileSync(join(dataDir, 'repository.json'), JSON.stringify({ follow }));
    expect(AdminStatus.parse(await handlers['admin:status']({}))).toMatchObject({
      follows: 'twice',
      settingsFault: { message: expect.stringContaining('name each pack once'), twice: ['klein'] },
    });
  });
});

describe('looking', () => {
  it('is written down, and what came of each pack is told', async () => {
    const packs = [{ pack: 'klein', kind: 'ready' as const, version: 3, fault: null }];
    reply = { ok: true, packs, lines: ['klein 3: ready'], failed: false };
    expect(await handlers['admin:look']({ acceptExpired: false })).toEqual({ kind: 'looked', packs });
    expect(look).toHaveBeenCalledWith({ stick: undefined, acceptExpired: false });
    expect(acts()).toEqual(['looked']);
  });

  it('at a stick, and with what has expired, is written down as that', async () => {
    reply = { ok: true, packs: [], lines: [], failed: false };
    expect(await handlers['admin:look']({ stick: '/media/STICK', acceptExpired: true })).toEqual({
      kind: 'nothing-to-look-at',
    });
    expect(acts()).toEqual(['accepted-expired /media/STICK', 'imported /media/STICK']);
  });

  it('is at sticks that are there, and nowhere else on the disk', async () => {
    expect(await handlers['admin:look']({ stick: '/etc', acceptExpired: false })).toMatchObject({
      kind: 'failed',
      fault: 'gone',
    });
    expect(look).not.toHaveBeenCalled();
    expect(acts()).toEqual([]);
  });

  it('that fails says why', async () => {
    reply = { ok: false, fault: 'unreachable', message: 'No answer.' };
    expect(await handlers['admin:look']({ acceptExpired: false })).toEqual({
      ...{ kind: 'failed', fault: 'unreachable', message: 'No answer.' },
    });
    // Of a stick with nothing but the repositories of others, only lines are known.
    reply = { ok: true, packs: [], lines: ['untrusted: not rightly signed'], failed: true };
    expect(await handlers['admin:look']({ acceptExpired: false })).toMatchObject({ fault: 'untrusted' });
    reply = undefined;
    expect(await handlers['admin:look']({ acceptExpired: false })).toEqual({ kind: 'nothing-to-look-at' });
  });
});

describe('acting', () => {
  it('is written down when something came of it', async () => {
    await handlers['admin:act']({ act: 'hold', pack: 'klein', version: 2 });
    await handlers['admin:act']({ act: 'roll-back', pack: 'klein', version: 1 });
    expect(acts()).toEqual(['held klein 2']);
    expect(reconsider).not.toHaveBeenCalled();
  });

  it('that lets go makes what lies ready be shown when nobody is there', async () => {
    await handlers['admin:act']({ act: 'release', pack: 'klein' });
    expect(reconsider).toHaveBeenCalledOnce();
    expect(fillAgain).toHaveBeenCalledOnce();
    expect(acts()).toEqual(['released klein 2']);
  });
});

describe('the server', () => {
  const OURS = { server: 'https://server.example/', library: 'delft', branch: 'Hal' };
  const belong = () =>
    writeEnrolment(ops, {
      ...OURS,
      device: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d',
      state: 'approved',
      server_key: 'x'.repeat(43),
    });

  it('is none at first', async () => {
    expect(await handlers['admin:server']({})).toEqual({ kind: 'none' });
  });

  it('is told with what waits for it, and with what went wrong', async () => {
    belong();
    putInOutbox(ops, NOW, { type: 'language-chosen', body: { language: 'nl' } });
    noteFailure(ops, 'unreachable', 'server.example cannot be reached: is there a network?');
    const status = await handlers['admin:server']({});
    expect(ServerStatus.parse(status)).toEqual({
      ...{ kind: 'enrolled', address: OURS.server, library: 'delft', branch: 'Hal', state: 'approved' },
      ...{ contactedAt: null, waiting: 1, dropped: 0, quarantined: 0 },
      failure: { fault: 'unreachable', message: 'server.example cannot be reached: is there a network?' },
    });
    // What an older version wrote has no word for its kind.
    ops.prepare("UPDATE enrolment SET last_failure = 'server.example refuses: No.'").run();
    expect(await handlers['admin:server']({})).toMatchObject({
      failure: { fault: 'unknown', message: 'server.example refuses: No.' },
    });
  });

  it('that takes this device in is written down, and one that does not is not', async () => {
    const wanted = { server: OURS.server, code: '7K2M-Q9XB-41TD' };
    spoken = { ok: false, fault: 'unknown-code', message: 'No.' };
    expect(await handlers['admin:enrol'](wanted)).toEqual({
      ...{ kind: 'failed', fault: 'unknown-code', message: 'No.' },
    });
    expect(acts()).toEqual([]);
    spoken = { ok: true };
    expect(await handlers['admin:enrol'](wanted)).toEqual({ kind: 'done' });
    expect(server.enrol).toHaveBeenCalledWith(wanted);
    // Where, and never the code.
    expect(acts()).toEqual(['enrolled https://server.example/']);
  });

  it('is told what waits when an admin says so', async () => {
    spoken = { ok: true };
    expect(await handlers['admin:tell']({})).toEqual({ kind: 'done' });
    expect(server.tell).toHaveBeenCalledOnce();
  });
});
