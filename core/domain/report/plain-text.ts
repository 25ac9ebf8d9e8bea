/** What a spreadsheet takes for the beginning of a formula, or skips before one (OWASP: CSV injection). */
const BEGINS_FORMULA = /^[\s\0]*[=+\-@\t\r\n|%＝＋－＠]/;

/** A text as it may stand in a spreadsheet: never a formula, whoever wrote it. */
export function plainText(text: string): string {
  return BEGINS_FORMULA.test(text) ? `'${text}` : text;
}
