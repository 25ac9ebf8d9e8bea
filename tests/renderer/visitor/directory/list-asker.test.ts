import { describe, expect, it } from 'vitest';
import type { ServiceFilters, ServicesPage } from '../../../../core/contract/directory.ts';
import { listAsker } from '../../../../renderer/visitor/directory/list-asker.ts';
import type { ServicesKept } from '../../../../renderer/visitor/visit.ts';

const CHOICES = { topics: [], languages: [], neighbourhoods: [], wheelchair: 0, free: 0 };
const aPage = (page: number, ...ids: string[]) =>
  ({
    page,
    pages: 2,
    total: 4,
    services: ids.map((id) => ({ id })),
    choices: CHOICES,
  }) as never as ServicesPage;

/** An asker whose answers come when the test gives them, in the order in which was asked. */
function asking() {
  const kept: ServicesKept = { filters: {}, page: aPage(0, 'a', 'b') };
  const waiting: { give: (page: ServicesPage) => void; refuse: () => void }[] = [];
  const ask = listAsker(
    kept,
    () =>
      new Promise((give, fail) => {
        waiting.push({ give, refuse: () => fail(new Error('refused')) });
      }),
  );
  return { kept, waiting, ask, ids: () => kept.page.services.map(({ id }) => id) };
}

describe('the list of services that was asked for', () => {
  it('takes the place of the one there was, and a further page follows it', async () => {
    const { kept, waiting, ask, ids } = asking();
    const filters: ServiceFilters = { free: true };
    const first = ask(filters, 0);
    expect(ids()).toEqual(['a', 'b']);
    waiting[0]?.give(aPage(0, 'c'));
    expect(await first).toBe('kept');
    expect(kept).toMatchObject({ filters, page: { page: 0 } });
    const second = ask(filters, 1);
    waiting[1]?.give(aPage(1, 'd'));
    expect(await second).toBe('kept');
    expect([ids(), kept.page.page]).toEqual([['c', 'd'], 1]);
  });

  it('is the last one, whichever answer comes first', async () => {
    const { kept, waiting, ask, ids } = asking();
    const early = ask({ free: true }, 0);
    const last = ask({ wheelchair: true }, 0);
    waiting[1]?.give(aPage(0, 'new'));
    expect(await last).toBe('kept');
    waiting[0]?.give(aPage(0, 'old'));
    expect(await early).toBe('late');
    expect([ids(), kept.filters]).toEqual([['new'], { wheelchair: true }]);
  });

  it('says when there was no answer, and keeps what it had', async () => {
    const { waiting, ask, ids } = asking();
    const asked = ask({ free: true }, 0);
    waiting[0]?.refuse();
    expect(await asked).toBe('failed');
    expect(ids()).toEqual(['a', 'b']);
  });

  it('does not fail for a question that nobody waits for any more', async () => {
    const { waiting, ask } = asking();
    const early = ask({ free: true }, 0);
    const last = ask({ wheelchair: true }, 0);
    waiting[0]?.refuse();
    expect(await early).toBe('late');
    waiting[1]?.give(aPage(0, 'new'));
    expect(await last).toBe('kept');
  });
});
