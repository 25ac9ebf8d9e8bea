const CONTROLS = 'button:enabled, input:enabled, textarea:enabled, select:enabled, a[href], [tabindex="0"]';

/**
 * The control after the one that has the focus, in the order in which the screen is read; after the last one the first.
 * While a dialog is open, only its controls; of several, of the one that lies on top, such as a warning over a sheet. Undefined when there is none.
 */
export function nextControl(page: Document): HTMLElement | undefined {
  // What lies under a dialog cannot be hit, and beside it lies its backdrop, which is hit as the dialog.
  const open = page.elementFromPoint(0, 0)?.closest('dialog[open]');
  const controls = [...(open ?? page).querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => control.getClientRects().length > 0,
  );
  const from = page.activeElement;
  if (from === null || from === page.body) return controls[0];
  const after = controls.find(
    (control) => (from.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return after ?? controls[0];
}
