/** What a slip can be printed on: a sheet of A4, or the roll of a receipt printer. */
export type Paper = 'a4' | 'receipt';

/** All of them, the one that most people want first. */
export const PAPERS: readonly Paper[] = ['a4', 'receipt'];

/** The widest roll of a receipt printer, in millimetres (80 mm, and what drivers make of it). */
const WIDEST_ROLL_MM = 90;
/** A4 is 210 mm wide (ISO 216); drivers round. */
const A4_WIDTH_MM = 210;
const A4_HEIGHT_MM = 297;
const SLACK_MM = 3;

/** Which paper a printer is for, by the size of what lies in it by default, in millimetres; undefined for any other. */
export function paperOf(width: number, height: number): Paper | undefined {
  if (Math.abs(width - A4_WIDTH_MM) <= SLACK_MM && Math.abs(height - A4_HEIGHT_MM) <= SLACK_MM) return 'a4';
  return width > 0 && width <= WIDEST_ROLL_MM ? 'receipt' : undefined;
}
