import qrcode from 'qrcode-generator';
import { bytesIn } from '../../../core/domain/slip-text.ts';

/**
 * The most bytes that a code on the screen holds. At this error correction it then has at most 113 modules a side
 * (version 24 of ISO/IEC 18004), which a telephone reads from the screen at arm's length.
 */
export const MOST_CODE_BYTES = 900;
/** Is there room for a text in a code? */
export function fitsInCode(text: string): boolean {
  return bytesIn(text) <= MOST_CODE_BYTES;
}

/** The quiet edge that the standard asks for, in modules. */
export const QUIET_EDGE = 4;

/** A QR code: how many modules it has a side, the quiet edge not counted, and its dark modules as the path of an SVG. */
export type CodePath = { readonly size: number; readonly path: string };

/** The code of a text, in UTF-8, readable with 15% of it gone. Throws when the text is longer than any code holds. */
export function codePath(text: string): CodePath {
  const code = qrcode(0, 'M');
  // The library takes one byte a letter.
  code.addData(String.fromCharCode(...new TextEncoder().encode(text)), 'Byte');
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, row) =>
    rowPath(row, size, (column) => code.isDark(row, column)),
  );
  return { size, path: rows.join('') };
}

/** The dark stretches of one row. */
function rowPath(row: number, size: number, isDark: (column: number) => boolean): string {
  let path = '';
  for (let column = 0; column < size; column++) {
    if (!isDark(column)) continue;
    const from = column;
    while (column < size && isDark(column)) column++;
    path += `M${from} ${row}h${column - from}v1h${from - column}z`;
  }
  return path;
}
