import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attempt } from './attempt.ts';
import { press } from './finger.ts';
import { kioskForFile } from './kiosk-for-file.ts';

const ground = kioskForFile();
const page = () => ground.kiosk.page();

describe('a page does not know of', () => {
  it.each(['usb', 'hid', 'serial', 'bluetooth'])(
    '%s: a chooser could take the whole app down',
    async (name) => {
      expect(await attempt(page(), (wanted: string) => wanted in navigator, name)).toBe(false);
    },
  );

  it.each([
    'showOpenFilePicker',
    'showSaveFilePicker',
    'showDirectoryPicker',
    'Notification',
    'PaymentRequest',
  ])('%s', async (name) => {
    expect(await attempt(page(), (wanted: string) => wanted in window, name)).toBe(false);
  });
});

it('a file picker: no screen has a field for files, nor code to make one', () => {
  const assets = join(ground.kiosk.account.appFolder, 'dist/renderer/assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const name of scripts)
    expect(readFileSync(join(assets, name), 'utf8')).not.toMatch(/type\s*[:=]\s*["'`]file["'`]/);
});

it('the eye dropper takes no colour', async () => {
  await press(ground.kiosk, { x: 1, y: 1 });
  const take = () => {
    const dropper = (window as unknown as { EyeDropper?: new () => { open: () => Promise<unknown> } })
      .EyeDropper;
    return dropper === undefined
      ? 'no answer'
      : Promise.race([new dropper().open(), new Promise((answer) => setTimeout(answer, 500, 'no answer'))]);
  };
  expect(await attempt(page(), take)).toMatch(/^(no answer|threw )/);
});
