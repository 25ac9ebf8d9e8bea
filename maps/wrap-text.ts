const NARROW = /[ijlftr.,:;'’“”|!()[\] ]/;
const WIDE = /[mwMW@%—…]/;
const UPPER = /[\p{Lu}\d?&€]/u;
/** Chinese, Japanese and Korean signs fill a square. */
const SQUARE = /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/;

/**
 * About how wide a text is in a sans-serif letter of this size. Nobody can know which typeface the reader's
 * machine has, so the widths are those of a wide one (Verdana, DejaVu Sans): a text can only turn out
 * smaller.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) {
    width += NARROW.test(sign)
      ? 0.38
      : WIDE.test(sign)
        ? 0.96
        : SQUARE.test(sign)
          ? 1
          : UPPER.test(sign)
            ? 0.7
            : 0.62;
  }
  return width * size;
}

/** A text cut into lines that are at most this wide, between words; a word that is wider is cut itself. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((each) => cutWord(each, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) lines.push(line);
    line = line !== '' && textWidth(longer, size) > width ? word : longer;
  }
  return line === '' ? lines : [...lines, line];
}

function cutWord(word: string, size: number, width: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && textWidth(piece + sign, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...pieces, piece];
}
