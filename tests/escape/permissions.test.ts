import { describe, expect, it } from 'vitest';
import { attempt } from './attempt.ts';
import { press } from './finger.ts';
import { kioskForFile } from './kiosk-for-file.ts';

const ground = kioskForFile();
const page = () => ground.kiosk.page();

const names = [
  ...[
    'accelerometer',
    'ambient-light-sensor',
    'background-fetch',
    'background-sync',
    'camera',
    'captured-surface-control',
  ],
  ...[
    'clipboard-read',
    'clipboard-write',
    'display-capture',
    'geolocation',
    'gyroscope',
    'idle-detection',
    'keyboard-lock',
  ],
  ...[
    'local-fonts',
    'local-network-access',
    'magnetometer',
    'microphone',
    'midi',
    'nfc',
    'notifications',
    'payment-handler',
  ],
  ...[
    'periodic-background-sync',
    'persistent-storage',
    'pointer-lock',
    'push',
    'screen-wake-lock',
    'speaker-selection',
  ],
  ...[
    'storage-access',
    'system-wake-lock',
    'top-level-storage-access',
    'web-app-installation',
    'window-management',
    'window-placement',
  ],
];

it.each(names)('the permission %s is not there to be had', async (name) => {
  const ask = (wanted: string) =>
    navigator.permissions.query({ name: wanted as PermissionName }).then(({ state }) => state);
  // A name that this Chromium does not know is an error.
  expect(await attempt(page(), ask, name)).toMatch(/^(denied|threw )/);
});

/**
 * What a page may ask for, each by its own door. Given when it is 'given', or a list with something in it.
 */
const doors: readonly [string, () => unknown][] = [
  [
    'camera and microphone',
    () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(() => 'given'),
  ],
  ['the screen', () => navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'given')],
  [
    'the place',
    () =>
      new Promise((answer) => {
        navigator.geolocation.getCurrentPosition(
          () => answer('given'),
          ({ code }) => answer(`refused: ${code}`),
        );
      }),
  ],
  ['reading the clipboard', () => navigator.clipboard.readText().then(() => 'given')],
  ['writing the clipboard', () => navigator.clipboard.writeText('a word').then(() => 'given')],
  ['MIDI', () => navigator.requestMIDIAccess({ sysex: true }).then(() => 'given')],
  ['keeping the screen awake', () => navigator.wakeLock.request('screen').then(() => 'given')],
  ['lasting storage', () => navigator.storage.persist().then((kept) => (kept ? 'given' : 'refused'))],
  [
    'the other screens',
    () =>
      (window as unknown as { getScreenDetails: () => Promise<unknown> })
        .getScreenDetails()
        .then(() => 'given'),
  ],
  ['the fonts', () => (window as unknown as { queryLocalFonts: () => Promise<unknown[]> }).queryLocalFonts()],
  [
    'whether anybody is there',
    () =>
      (
        window as unknown as { IdleDetector: { requestPermission: () => Promise<string> } }
      ).IdleDetector.requestPermission(),
  ],
  ['notices', () => Notification.requestPermission()],
  [
    'payment',
    () =>
      new PaymentRequest([{ supportedMethods: 'https://example.nl' }], {
        total: { label: 'a', amount: { currency: 'EUR', value: '1' } },
      }).show(),
  ],
  ['a scheme', () => navigator.registerProtocolHandler('web+balie', `${location.origin}/?%s`)],
  [
    'a key of the machine',
    () => navigator.credentials.get({ publicKey: { challenge: new Uint8Array(8), timeout: 500 } }),
  ],
  ['a picture in a picture', () => document.createElement('video').requestPictureInPicture()],
  [
    'turning the screen',
    () =>
      (screen.orientation as unknown as { lock: (to: string) => Promise<void> })
        .lock('portrait')
        .then(() => 'given'),
  ],
  [
    'a database of the old kind',
    () =>
      (window as unknown as { openDatabase: (...all: unknown[]) => unknown }).openDatabase(
        'a',
        '1',
        'a',
        1,
      ) && 'given',
  ],
];

describe('asking for', () => {
  it.each(doors)('%s', async (_, ask) => {
    // Some may be asked for only by a hand.
    await press(ground.kiosk, { x: 1, y: 1 });
    const answer = await attempt(page(), ask);
    expect(
      answer === undefined || String(answer) === '' || /^(denied|refused|threw )/.test(String(answer))
        ? 'refused'
        : answer,
    ).toBe('refused');
  });

  it('the whole screen', async () => {
    await press(ground.kiosk, { x: 1, y: 1 });
    await page().evaluate(() => void document.documentElement.requestFullscreen().catch(() => undefined));
    expect(await attempt(page(), () => document.fullscreenElement === null)).toBe(true);
  });

  it('the pointer', async () => {
    const lock = () =>
      new Promise((answer) => {
        document.addEventListener('pointerlockchange', () => answer('given'));
        document.addEventListener('pointerlockerror', () => answer('refused'));
        document.body.requestPointerLock();
      });
    await press(ground.kiosk, { x: 1, y: 1 });
    expect(await attempt(page(), lock)).toBe('refused');
  });

  it('speech', async () => {
    const listen = () =>
      new Promise((answer) => {
        const Recognition = (
          window as unknown as { webkitSpeechRecognition: new () => EventTarget & { start: () => void } }
        ).webkitSpeechRecognition;
        const listener = new Recognition();
        listener.addEventListener('start', () => answer('given'));
        listener.addEventListener('error', () => answer('refused'));
        listener.start();
      });
    expect(await attempt(page(), listen)).toBe('refused');
  });
});
