import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { blobPlace } from '../../../core/contract/repository/places.ts';
import type { Followed } from '../../../core/domain/followed-first.ts';
import { flowsTextsIn } from '../../../server/packs/flows-texts.ts';
import { openedVersions } from '../../../server/packs/opened-versions.ts';
import { aRepository } from '../../builders/a-repository.ts';
import { TODAY } from '../../builders/today.ts';
import { packOf } from '../../builders/updates/raw-repository.ts';

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
const NONE: Followed = { shown: [], own: new Set() };
const flowOf = (pack: string) => ({ pack, flow: 'huur', begun: 10, finished: 10, left: [], reached: [] });

test('a pack that is damaged takes its own names away and no others, and what is known is not read again', async () => {
  const repository = await aRepository();
  const klein = packOf(7);
  const about = String(klein['pack.yaml']).replace(/^id: .*$/m, 'id: anders');
  await repository.publish(7, klein, { pack: 'klein' });
  await repository.publish(7, { ...packOf(7), 'pack.yaml': about }, { pack: 'anders' });
  await repository.refresh();
  const versions = openedVersions(repository.folder, () => TODAY, 1);
  onTestFinished(versions.close);
  expect((await versions.list()).map(({ pack }) => pack)).toEqual(['anders', 'klein']);
  const named = async (of = versions) =>
    Object.entries(await flowsTextsIn(of, [flowOf('klein'), flowOf('anders')], NONE)).map(
      ([key, { title }]) => [key, title.nl],
    );
  // The first in the list.
  rmSync(join(repository.folder, blobPlace(digestOf(about))));
  expect(await named()).toEqual([['klein/huur', 'Versie 7']]);
  let opened = 0;
  const counting = {
    ...versions,
    open: (name: Parameters<typeof versions.open>[0]) => {
      opened += 1;
      return versions.open(name);
    },
  };
  expect(await named(counting)).toEqual([['klein/huur', 'Versie 7']]);
  expect(opened, 'the damaged one alone').toBe(1);
});

test('of two publishers of a pack, only the one that the library follows names its flows', async () => {
  const repository = await aRepository();
  const key = await repository.letIn('zuid');
  await repository.publish(7, packOf(7), { pack: 'klein' });
  await repository.publish(8, packOf(8), { pack: 'klein', key });
  await repository.refresh();
  const versions = openedVersions(repository.folder, () => TODAY);
  onTestFinished(versions.close);
  const shown = { library: 'zuid', pack: 'klein', channel: 'stable', version: 8 } as const;
  const titleFor = async (followed: Followed) =>
    (await flowsTextsIn(versions, [flowOf('klein')], followed))['klein/huur']?.title.nl;
  expect(await titleFor({ own: new Set(['bieb']), shown: [] })).toBe('Versie 7');
  expect(await titleFor({ own: new Set(['bieb']), shown: [shown] })).toBe('Versie 8');
  // A flow that its pack has not is not named by the other pack with that id.
  const { 'klein/anders': foreign } = await flowsTextsIn(versions, [{ ...flowOf('klein'), flow: 'anders' }], {
    own: new Set(['zuid']),
    shown: [],
  });
  expect(foreign).toBeUndefined();
});

test('without a repository there are no names', async () => {
  const versions = openedVersions('/nowhere', () => TODAY);
  expect(await flowsTextsIn(versions, [flowOf('klein')], NONE)).toEqual({});
});
