/** A cell that a spreadsheet would run as a formula, whatever apostrophes stand before it. */
const FORMULA = /^'*[=+\-@\t\r]/;
/** Telephone numbers and numbers begin like a formula and are none. */
const HARMLESS = /^[+-][\d\s().,/-]*$/;

/**
 * A text as a cell of a CSV file: what a spreadsheet would take for a formula gets an apostrophe before it, so that
 * opening the file runs nothing. `textOfCell` takes it off again.
 */
export function cellOfText(text: string): string {
  return FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** The text of a cell, as `cellOfText` was given it. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
