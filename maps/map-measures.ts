/**
 * The sizes of a map of a flow, in pixels. Layout and drawing use the same ones, so that text stays in its
 * card.
 */
export const MEASURE = {
  /** Every card is as wide, which keeps the columns straight. */
  width: 300,
  padding: 20,
  /** Between two cards, between two lines that run side by side, and between two columns. */
  between: 36,
  lane: 16,
  gap: 130,
  caption: { size: 13, line: 18 },
  /** Bold letters are about as much wider. */
  title: { size: 18, line: 24, bold: 1.14 },
  row: { size: 15, line: 20, padding: 5, indent: 16, port: 8, above: 12, below: 10 },
} as const;
