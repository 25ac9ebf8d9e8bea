import { describe, expect, it } from 'vitest';
import { guardKeys, mayPass } from '../../../electron/lockdown/guard-keys.ts';
import { FakeContents } from '../fake-electron.ts';

const plain = { control: false, alt: false, meta: false, shift: false };
const [KIOSK, DESK] = [true, false];

describe.each([
  ['a kiosk', KIOSK],
  ['the PC of the desk', DESK],
])('mayPass at %s', (_, kioskMode) => {
  it.each([
    'a',
    'Z',
    '7',
    ' ',
    '-',
    'é',
    'ß',
    'ع',
    '字',
    '😀',
    'Enter',
    'Tab',
    'Backspace',
    'Delete',
    'Escape',
    'Shift',
    'Home',
    'End',
    'F2',
  ])('%s passes', (key) => {
    expect(mayPass({ ...plain, key }, kioskMode)).toBe(true);
  });
  it.each(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])('%s passes', (key) => {
    expect(mayPass({ ...plain, key }, kioskMode)).toBe(true);
  });

  it.each([
    ...Array.from({ length: 24 }, (__, index) => `F${index + 1}`).filter((key) => key !== 'F2'),
    ...[
      'Control',
      'Alt',
      'Meta',
      'AltGraph',
      'Super',
      'OS',
      'ContextMenu',
      'PrintScreen',
      'Insert',
      'PageUp',
      'PageDown',
      'Pause',
    ],
    ...[
      'BrowserBack',
      'BrowserHome',
      'MediaPlayPause',
      'AudioVolumeUp',
      'LaunchMail',
      'Power',
      'Process',
      'Dead',
      'Unidentified',
      '',
    ],
  ])('%s does not', (key) => {
    expect(mayPass({ ...plain, key }, kioskMode)).toBe(false);
  });

  it.each(['control', 'alt', 'meta'] as const)(
    'nothing that does more than edit passes with %s',
    (modifier) => {
      for (const key of [
        'r',
        'Tab',
        'F2',
        'F4',
        ' ',
        'Home',
        'ArrowLeft',
        'Delete',
        'Escape',
        'w',
        'p',
        '+',
        '-',
      ])
        expect(mayPass({ ...plain, key, [modifier]: true }, kioskMode)).toBe(false);
    },
  );

  it.each(['z', 'x', 'c', 'v', 'a', 'Z'])(
    '%s with Ctrl passes where no visitor is, and with no more than Ctrl',
    (key) => {
      expect(mayPass({ ...plain, key, control: true }, kioskMode)).toBe(kioskMode === DESK);
      for (const more of ['alt', 'meta', 'shift'])
        expect(mayPass({ ...plain, key, control: true, [more]: true }, kioskMode)).toBe(false);
      for (const other of ['alt', 'meta'])
        expect(mayPass({ ...plain, key, [other]: true }, kioskMode)).toBe(false);
    },
  );

  it('F2 passes alone', () => {
    expect(mayPass({ ...plain, key: 'F2', shift: true }, kioskMode)).toBe(false);
  });
});

describe('guardKeys', () => {
  const guarded = (kioskMode = KIOSK) => {
    const contents = new FakeContents();
    guardKeys(contents as unknown as Electron.WebContents, kioskMode);
    return contents;
  };

  it('stops a key before the page and Chromium, and lets another through', () => {
    expect(guarded().happen('before-input-event', { ...plain, key: 'F12' })).toBe('refused');
    expect(guarded().happen('before-input-event', { ...plain, key: 'a' })).toBe('let through');
    const undo = { ...plain, key: 'z', control: true };
    expect(guarded().happen('before-input-event', undo)).toBe('refused');
    expect(guarded(DESK).happen('before-input-event', undo)).toBe('let through');
  });

  it('keeps the page at its own size', () => {
    const contents = guarded();
    expect(contents.setVisualZoomLevelLimits.mock.calls).toEqual([[1, 1]]);
    expect(contents.happen('zoom-changed', 'in')).toBe('refused');
    expect(contents.setZoomFactor.mock.calls).toEqual([[1]]);
  });

  it('has no menu, lets no page keep itself, and closes developer tools', () => {
    const contents = guarded();
    expect(contents.happen('context-menu', {})).toBe('refused');
    // Refusing this event means that the page goes.
    expect(contents.happen('will-prevent-unload')).toBe('refused');
    contents.emit('devtools-opened');
    expect(contents.closeDevTools).toHaveBeenCalledOnce();
  });
});
