import { describe, expect, it, vi } from 'vitest';
import type { Happening } from '../../../core/contract/sync/count.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import type { ContentHouse } from '../../../electron/content/content-house.ts';
import { printHandlers } from '../../../electron/handlers/print.ts';
import type { PrintRoom } from '../../../electron/print/print-room.ts';
import { aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';

const WANTED = { of: { kind: 'article', article: 'huur-uitleg' }, language: 'nl' } as const;

function handlers() {
  const db = aStore('content');
  installPack(db, aPackToInstall());
  const house: ContentHouse = {
    troubles: () => [],
    report: () => undefined,
    remind: () => undefined,
    incident: () => undefined,
    today: () => TODAY,
    read: async (ask) => ask(db),
    change: () => undefined,
    mend: async () => undefined,
    write: () => undefined,
    copy: () => undefined,
    filled: async () => undefined,
    fillAgain: async () => undefined,
  };
  const print = vi.fn<PrintRoom['print']>(async () => 'printed');
  const cancel = vi.fn<PrintRoom['cancel']>();
  const counted: Happening[] = [];
  let visitor = 1;
  const room: PrintRoom = {
    papers: async () => [],
    print,
    printFacts: async () => 'printed',
    printTally: async () => 'printed',
    printReport: async () => 'printed',
    cancel,
  };
  return {
    ...printHandlers(
      house,
      async () => room,
      () => new Date(`${TODAY}T12:00:00Z`),
      () => visitor,
      (happening) => counted.push(happening),
    ),
    print,
    cancel,
    counted,
    visitorLeaves: () => {
      visitor++;
    },
  };
}

describe('what a page may do with paper', () => {
  it('is to have printed what it sees', async () => {
    const made = handlers();
    const slip = await made['print:preview'](WANTED);
    expect(slip?.title.text).toBe('Geld voor de huur');
    expect(await made['print:slip']({ ...WANTED, paper: 'a4' })).toBe('printed');
    expect(made.print).toHaveBeenCalledWith(slip, 'a4');
    expect(made.counted).toEqual([{ type: 'printed', body: { paper: 'a4', language: 'nl' } }]);
  });

  it('is to have nothing printed that is not there', async () => {
    const made = handlers();
    const gone = { of: { kind: 'article', article: 'weg' }, language: 'nl' } as const;
    expect(await made['print:preview'](gone)).toBeNull();
    expect(await made['print:slip']({ ...gone, paper: 'a4' })).toBe('failed');
    expect(made.counted).toEqual([]);
    expect(made.print).not.toHaveBeenCalled();
  });

  it('is to have nothing printed for a visitor who has gone meanwhile', async () => {
    const made = handlers();
    const printing = made['print:slip']({ ...WANTED, paper: 'a4' });
    made.visitorLeaves();
    expect(await printing).toBe('cancelled');
    expect(made.print).not.toHaveBeenCalled();
  });

  it('is to take it back before it has begun', async () => {
    const made = handlers();
    const printing = made['print:slip']({ ...WANTED, paper: 'a4' });
    await made['print:cancel']({});
    expect(await printing).toBe('cancelled');
    expect(made.print).not.toHaveBeenCalled();
    expect(made.cancel).toHaveBeenCalled();
  });
});
