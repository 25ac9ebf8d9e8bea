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

/** May this key reach the page? One letter or sign, and the keys that move; never with Ctrl, Alt or Super. */
export function mayPass(input: {
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}): boolean {
  if (input.control || input.alt || input.meta) return false;
  return EDITING.has(input.key) || [...input.key].length === 1;
}

/** Lets only harmless keys through, and keeps the page at its own size. */
export function guardKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (!mayPass(input)) event.preventDefault();
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
