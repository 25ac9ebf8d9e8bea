import { expect, it } from 'vitest';
import { sharedLine } from '../../../cli/pack/publish-folder.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { sharedPages } from '../../../trust/repository/shared-pages.ts';
import { aRepository, manifestOf } from '../../builders/a-repository.ts';

const PAGES = { 'articles/geld/nl.md': 'geld', 'flows/huur/flow.yaml': 'huur', 'pack.yaml': 'x' };

it('names the other packs on a channel that have a page of the same name, and which of them is seen', async () => {
  const repository = await aRepository();
  await repository.publish(1, PAGES, { channel: 'stable' });
  const opened = await readRepository(openFolder(repository.folder));
  const mine = manifestOf(
    { 'flows/huur/flow.yaml': 'anders', 'flows/zorg/flow.yaml': 'zorg', 'pack.yaml': 'x' },
    { library: 'bieb', pack: 'ander', version: 1 },
  );
  const [shared, ...more] = await sharedPages(opened, mine, 'stable');
  expect([shared, more]).toEqual([{ pack: 'pakket', library: 'bieb', pages: ['flows/huur'] }, []]);
  expect(shared && sharedLine('ander', shared)).toMatch(
    /^warning: pakket of bieb has .*flows\/huur.* shows those of ander, .* no visitor sees those of pakket/,
  );
  expect(await sharedPages(opened, mine, 'test')).toEqual([]);
  expect(await sharedPages(opened, { ...mine, pack: 'pakket' }, 'stable')).toEqual([]);
});
