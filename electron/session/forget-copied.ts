import { clipboard } from 'electron';

/**
 * Empties the clipboard, and what Linux keeps of a mere selection. The oldest runtime of the tests names that
 * one differently.
 */
export function forgetCopied(): void {
  clipboard.clear();
  const selection = clipboard.selection as Electron.Clipboard | undefined;
  if (selection !== undefined) selection.clear();
  else if (process.platform === 'linux')
    (clipboard.clear as (which: string) => void).call(clipboard, 'selection');
}
