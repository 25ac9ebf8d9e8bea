import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PreviewOpened } from '../../../core/contract/preview.ts';
import { readFlow } from '../../../db/content/read-content.ts';
import { type FolderRequest, openFolder } from '../../../electron/preview/open-folder.ts';
import { openPreviewRoom } from '../../../electron/preview/preview-room.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, MIGRATIONS } from '../../builders/a-store.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { TODAY } from '../../builders/today.ts';

/** A reader that reads when it is told to, and answers as a process that is killed does. */
function readers() {
  const going: { read: () => void; stopped: boolean; request: FolderRequest }[] = [];
  const startPreviewer = (request: FolderRequest) => {
    let answer: (opened: PreviewOpened) => void = () => undefined;
    const done = new Promise<PreviewOpened>((resolve) => {
      answer = resolve;
    });
    const mine = { read: () => answer(openFolder(request)), stopped: false, request };
    going.push(mine);
    const stop = () => {
      mine.stopped = true;
      answer({ kind: 'refused', fault: 'ended', file: '' });
    };
    return { done, stop };
  };
  return { going, startPreviewer };
}

function aRoom(dataDir = aDataFolder()) {
  const { going, startPreviewer } = readers();
  const room = openPreviewRoom({
    ...{ dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined, log: aLog() },
    today: () => TODAY,
    startPreviewer,
  });
  const begun = async (count: number) => {
    while (going.length < count) await new Promise(setImmediate);
    const found = going[count - 1];
    if (found === undefined) throw new Error('It was not begun.');
    return found;
  };
  return { room, dataDir, begun, own: join(dataDir, 'preview') };
}

describe('the room of previews', () => {
  it('opens nothing for who has gone while the directory was still being looked at', async () => {
    const { room, own } = aRoom();
    let looked: (categories: undefined) => void = () => undefined;
    const opening = room.open(
      packFolder(),
      new Promise((resolve) => {
        looked = resolve;
      }),
    );
    room.close();
    looked(undefined);
    expect(await opening).toMatchObject({ kind: 'refused', fault: 'ended' });
    expect(room.store()).toBeUndefined();
    expect(existsSync(own)).toBe(false);
  });

  it('shows a pack until it is closed, and then nothing of it is left', async () => {
    const { room, begun, own } = aRoom();
    expect(room.store()).toBeUndefined();
    const opening = room.open(packFolder(), undefined);
    (await begun(1)).read();
    expect(await opening).toMatchObject({ kind: 'read', errors: 0 });
    const store = room.store();
    expect(store && readFlow(store, 'huur')?.flow.id).toBe('huur');
    expect(existsSync(join(own, 'content.db'))).toBe(true);
    room.close();
    expect(room.store()).toBeUndefined();
    expect(existsSync(own)).toBe(false);
  });

  it('begins empty, whatever a run before left behind', () => {
    const dataDir = aDataFolder();
    mkdirSync(join(dataDir, 'preview'));
    writeFileSync(join(dataDir, 'preview/content.db'), 'left');
    const { own } = aRoom(dataDir);
    expect(existsSync(own)).toBe(false);
  });

  it('shows nothing of a broken pack, and keeps nothing', async () => {
    const { room, begun, own } = aRoom();
    const opening = room.open(packFolder({ 'pack.yaml': 'id: [' }), undefined);
    (await begun(1)).read();
    expect(await opening).toMatchObject({ kind: 'read', pack: null });
    expect(room.store()).toBeUndefined();
    expect(existsSync(own)).toBe(false);
  });

  it('stops reading when it is closed, and stays empty', async () => {
    const { room, begun, own } = aRoom();
    const opening = room.open(packFolder(), undefined);
    const first = await begun(1);
    room.close();
    expect(first.stopped).toBe(true);
    expect(await opening).toEqual({ kind: 'refused', fault: 'ended', file: '' });
    expect(room.store()).toBeUndefined();
    expect(existsSync(own)).toBe(false);
  });

  it('takes away what a reader wrote after it was stopped', async () => {
    const { room, begun, own } = aRoom();
    const opening = room.open(packFolder(), undefined);
    await begun(1);
    room.close();
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'content.db-wal'), 'late');
    await opening;
    await new Promise(setImmediate);
    expect(existsSync(own)).toBe(false);
  });

  it('shows the last of several that are asked for', async () => {
    const { room, begun } = aRoom();
    const one = room.open(packFolder(), undefined);
    await begun(1);
    const two = room.open(packFolder(), undefined);
    const other = packFolder({ 'parameters.yaml': undefined });
    const three = room.open(other, undefined);
    const last = await begun(2);
    last.read();
    expect(await one).toMatchObject({ fault: 'ended' });
    expect(await two).toMatchObject({ fault: 'ended' });
    expect(await three).toMatchObject({ kind: 'read' });
    expect(last.request.folder).toBe(other);
  });
});
