import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderFault, PreviewOpened } from '../../core/contract/preview.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { openForReading, type ReadDb } from '../../db/open.ts';
import type { Log } from '../log.ts';
import { attempt, contentFile, type StorePlaces } from '../stores/store-places.ts';
import type { FolderRequest } from './open-folder.ts';
import type { Reading } from './start-previewer.ts';

/** The categories of the directory, to hold those of a pack against; undefined when there is no directory. */
type Categories = readonly string[] | undefined;

/** Where one pack at a time is looked at before it is published. What visitors get is in another store, and stays. */
export type PreviewRoom = {
  /** Reads a folder in place of what was open. Only the last one that was asked for comes to stand open. */
  readonly open: (folder: string, categories: Categories | Promise<Categories>) => Promise<PreviewOpened>;
  /** The store of what is open; undefined when nothing is. */
  readonly store: () => ReadDb | undefined;
  /** Takes away what is open, and all that was kept of it. */
  readonly close: () => void;
};

/** What the room needs: the data folder and the rest of the stores' places, the day, and what reads a folder. */
export type PreviewPlan = StorePlaces & {
  readonly log: Log;
  readonly today: () => CalendarDate;
  readonly startPreviewer: (request: FolderRequest) => Reading;
};

/** The one folder that a preview writes in. */
export const previewFolder = (dataDir: string) => join(dataDir, 'preview');

/** Opens the room, empty: what a run before left behind after a power cut goes first. */
export function openPreviewRoom({ log, today, startPreviewer, ...places }: PreviewPlan): PreviewRoom {
  const own = { ...places, dataDir: previewFolder(places.dataDir) };
  let store: ReadDb | undefined;
  let reading: Reading | undefined;
  /** Tells the last thing that was asked for from what was asked before. */
  let asked = 0;

  const wipe = () => {
    const gone = attempt(() => rmSync(own.dataDir, { recursive: true, force: true, maxRetries: 3 }));
    if ('error' in gone) log.trouble('preview-not-wiped', String(gone.error));
  };
  const close = (): number => {
    const mine = ++asked;
    reading?.stop();
    store?.close();
    store = undefined;
    wipe();
    // One that was stopped may write until it is gone.
    void reading?.done.then(() => {
      if (asked === mine) wipe();
    });
    return mine;
  };
  const show = (): boolean => {
    const { nativeBinding } = places;
    const opened = attempt(() => openForReading(contentFile(own), { nativeBinding }));
    if ('done' in opened) store = opened.done;
    else log.trouble('preview-not-opened', String(opened.error));
    return 'done' in opened;
  };
  wipe();

  return {
    store: () => store,
    close: () => void close(),
    open: async (folder, wanted) => {
      const mine = close();
      const [categories] = await Promise.all([wanted, reading?.done]);
      if (asked !== mine) return refused('ended');
      wipe();
      const made = attempt(() => mkdirSync(own.dataDir, { recursive: true, mode: 0o700 }));
      if ('error' in made) return refused('no-room');
      reading = startPreviewer({ ...own, folder, today: today(), categories });
      const opened = await reading.done;
      if (asked !== mine) return refused('ended');
      const isShown = opened.kind === 'read' && opened.pack !== null;
      if (isShown && show()) return opened;
      wipe();
      return isShown ? refused('no-room') : opened;
    },
  };
}

function refused(fault: FolderFault): PreviewOpened {
  return { kind: 'refused', fault, file: '' };
}
