import type { WebContents } from 'electron';

/** Keys that move between controls or type text. All others end before the page or Chromium sees them. */
const EDITING = new Set([
  'Backspace',
  'Delete',
  'Enter',
  'Tab',
  ' ',
  'Home',
  'End',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Escape',
  'Shift',
]);

/** It opens the log where staff are; the page of a visitor hears no such key, and Chromium does nothing with it. */
const LOG_KEY = 'F2';

/** With Ctrl, at the desk's own PC: take back, cut, copy, paste, and select all. */
const WITH_CTRL = new Set(['z', 'x', 'c', 'v', 'a']);

/** A key that is struck, and what is held down with it. */
export type Struck = {
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
};

/**
 * May this key reach the page? One letter or sign, the keys that move, and F2; never with Alt or Super, and with Ctrl only what edits, at
 * the desk's own PC.
 */
export function mayPass({ key, control, alt, meta, shift }: Struck, kioskMode: boolean): boolean {
  if (alt || meta) return false;
  if (control) return !(kioskMode || shift) && WITH_CTRL.has(key.toLowerCase());
  return EDITING.has(key) || (key === LOG_KEY && !shift) || [...key].length === 1;
}

/** Lets only harmless keys through, those of a kiosk or those of the desk's own PC, and keeps the page at its own size. */
export function guardKeys(contents: WebContents, kioskMode: boolean): void {
  contents.on('before-input-event', (event, input) => {
    if (!mayPass(input, kioskMode)) event.preventDefault();
  });
  contents.on('zoom-changed', (event) => {
    event.preventDefault();
    contents.setZoomFactor(1);
  });
  void contents.setVisualZoomLevelLimits(1, 1);
  contents.on('context-menu', (event) => event.preventDefault());
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('devtools-opened', () => contents.closeDevTools());
}
