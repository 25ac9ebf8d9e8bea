import { describe, expect, it, vi } from 'vitest';
import { CHANNELS, type Handlers } from '../../../core/contract/ipc.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import type { ReadDb } from '../../../db/open.ts';
import type { ContentHouse } from '../../../electron/content/content-house.ts';
import { previewHandlers } from '../../../electron/handlers/preview.ts';
import { makeDoor } from '../../../electron/ipc/serve.ts';
import type { PreviewRoom } from '../../../electron/preview/preview-room.ts';
import type { PrintRoom } from '../../../electron/print/print-room.ts';
import { aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';

vi.mock('electron', async () => (await import('../fake-electron.ts')).fakeElectron);

function aDesk(store?: ReadDb) {
  const house: ContentHouse = {
    ...{
      troubles: () => [],
      today: () => TODAY,
      incident: () => undefined,
      copy: () => undefined,
      change: () => undefined,
    },
    ...{ read: async (_, otherwise) => otherwise(), write: () => undefined },
    ...{
      report: () => undefined,
      remind: () => undefined,
      filled: async () => undefined,
      fillAgain: async () => undefined,
      mend: async () => undefined,
    },
  };
  const room = {
    open: vi.fn<PreviewRoom['open']>(async () => ({ kind: 'refused', fault: 'no-folder', file: '' })),
    close: vi.fn<() => void>(),
    store: () => store,
  };
  const printFacts = vi.fn<PrintRoom['printFacts']>(async () => 'printed');
  const printRoom = async (): Promise<PrintRoom> => ({
    ...{ papers: async () => [{ paper: 'receipt', ready: true }], print: async () => 'printed', printFacts },
    printTally: async () => 'printed',
    printReport: async () => 'printed',
    cancel: () => undefined,
  });
  const leave = vi.fn<() => void>();
  return {
    handlers: previewHandlers({ house, room, find: async () => [], printRoom, leave }),
    room,
    printFacts,
    leave,
  };
}

const PREVIEW = Object.keys(CHANNELS).filter((name) => name.startsWith('preview:'));
const INPUTS: Readonly<Record<string, object>> = {
  'preview:open': { folder: '/media/stick' },
  'preview:print': { flow: 'huur', languages: ['nl'] },
};

describe('the preview', () => {
  it.each(PREVIEW)('lets nobody but an admin call %s', async (name) => {
    const { handlers } = aDesk();
    const caller = { isCurrentPage: true, isTopFrame: true, url: 'balie://app/index.html' };
    for (const role of ['visitor', 'staff'] as const) {
      const door = makeDoor(
        handlers as Handlers,
        () => role,
        () => 0,
      );
      await expect(door(caller, name, INPUTS[name] ?? {})).rejects.toThrow(`role ${name}`);
    }
    const door = makeDoor(
      handlers as Handlers,
      () => 'admin',
      () => 0,
    );
    await expect(door(caller, name, INPUTS[name] ?? {})).resolves.toBeDefined();
  });

  it('ends the search that was begun, before another content answers and after it', async () => {
    const { handlers, room, leave } = aDesk();
    await handlers['preview:open']({ folder: '/media/stick' });
    expect(leave.mock.invocationCallOrder[0]).toBeLessThan(Number(room.open.mock.invocationCallOrder[0]));
    await handlers['preview:close']({});
    expect(leave.mock.invocationCallOrder[1]).toBeLessThan(Number(room.close.mock.invocationCallOrder[0]));
  });

  it('prints a flow of what is open, and nothing else', async () => {
    const store = aStore('content');
    installPack(store, aPackToInstall());
    const { handlers, printFacts } = aDesk(store);
    expect(await handlers['preview:print']({ flow: 'huur', languages: ['nl', 'en'] })).toBe('printed');
    expect(printFacts).toHaveBeenCalledWith(
      expect.objectContaining({ flow: expect.objectContaining({ id: 'huur' }) }),
      ['nl', 'en'],
    );
    expect(await handlers['preview:print']({ flow: 'weg', languages: ['nl'] })).toBe('failed');
    expect(await aDesk().handlers['preview:print']({ flow: 'huur', languages: ['nl'] })).toBe('failed');
    expect(printFacts).toHaveBeenCalledTimes(1);
  });

  it('knows that sheets need a printer for sheets', async () => {
    expect(await aDesk().handlers['preview:printable']({})).toBe(false);
  });
});
