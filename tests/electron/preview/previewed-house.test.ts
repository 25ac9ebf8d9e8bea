import { describe, expect, it, vi } from 'vitest';
import { installPack } from '../../../db/content/install-pack.ts';
import { readFlow } from '../../../db/content/read-content.ts';
import type { ReadDb } from '../../../db/open.ts';
import type { ContentHouse } from '../../../electron/content/content-house.ts';
import { previewedHouse } from '../../../electron/preview/previewed-house.ts';
import { aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';

function houses(open: ReadDb | undefined) {
  const real = aStore('content');
  const write = vi.fn<() => void>();
  const incident = vi.fn<ContentHouse['incident']>();
  const house: ContentHouse = {
    ...{ troubles: () => ['disk-full'], today: () => TODAY, incident, copy: () => undefined },
    change: () => undefined,
    ...{
      report: () => undefined,
      remind: () => undefined,
      filled: async () => undefined,
      fillAgain: async () => undefined,
      mend: async () => undefined,
    },
    read: async (ask) => ask(real),
    write: (act) => {
      write();
      return act(real, new Date(TODAY));
    },
  };
  return { seen: previewedHouse(house, { store: () => open }), write, incident };
}

const titleIn = (house: ContentHouse) =>
  house.read(
    (db) => readFlow(db, 'huur')?.words['nl']?.title ?? 'none',
    () => 'no store',
  );

describe('the house as the screens see it', () => {
  it('is the real one while nothing is previewed', async () => {
    const { seen, incident } = houses(undefined);
    expect(await titleIn(seen)).toBe('none');
    expect(seen.write(() => 7)).toBe(7);
    expect(seen.troubles()).toEqual(['disk-full']);
    seen.incident('picture-damaged', 'other bytes');
    expect(incident).toHaveBeenCalledWith('picture-damaged', 'other bytes');
  });

  it('is the previewed pack while there is one, and nothing is written', async () => {
    const open = aStore('content');
    installPack(open, aPackToInstall());
    const { seen, write, incident } = houses(open);
    expect(await titleIn(seen)).toBe('Huur');
    expect(seen.write(() => 7)).toBeUndefined();
    expect(write).not.toHaveBeenCalled();
    expect(seen.troubles()).toEqual([]);
    seen.incident('picture-damaged', 'other bytes');
    expect(incident).not.toHaveBeenCalled();
  });
});
