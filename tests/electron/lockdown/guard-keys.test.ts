import { describe, expect, it } from 'vitest';
import { guardKeys, mayPass } from '../../../electron/lockdown/guard-keys.ts';
import { FakeContents } from '../fake-electron.ts';

const plain = { control: false, alt: false, meta: false };

describe('mayPass', () => {
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
  ])('%s passes', (key) => {
    expect(mayPass({ ...plain, key })).toBe(true);
  });
  it.each(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])('%s passes', (key) => {
    expect(mayPass({ ...plain, key })).toBe(true);
  });

  it.each([
    ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
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
    expect(mayPass({ ...plain, key })).toBe(false);
  });

  it.each(['control', 'alt', 'meta'] as const)('nothing passes with %s', (modifier) => {
    for (const key of ['a', 'r', 'Tab', 'F4', ' ', 'Home', 'ArrowLeft', 'Delete', 'Escape'])
      expect(mayPass({ ...plain, key, [modifier]: true })).toBe(false);
  });
});

describe('guardKeys', () => {
  const guarded = () => {
    const contents = new FakeContents();
    guardKeys(contents as unknown as Electron.WebContents);
    return contents;
  };

  it('stops a key before the page and Chromium, and lets another through', () => {
    expect(guarded().happen('before-input-event', { ...plain, key: 'F12' })).toBe('refused');
    expect(guarded().happen('before-input-event', { ...plain, key: 'a' })).toBe('let through');
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
