import { z } from 'zod';

/** What a partner may need of a visitor to call or to know them. Nothing else can be asked. */
export const VisitorDetail = z.enum(['name', 'phone']);
export type VisitorDetail = z.infer<typeof VisitorDetail>;

/** So long may a detail be. */
export const LONGEST_DETAIL = 80;

/** What a visitor typed, by what it is. */
export type VisitorDetails = Partial<Readonly<Record<VisitorDetail, string>>>;

/** The words around what was typed, in the language in which the partner reads: Dutch. */
const LABELS: Record<VisitorDetail, string> = { name: 'Naam', phone: 'Telefoon' };

/**
 * The text that goes to a partner, as the visitor sees it: a line for each thing that the partner asks for and the visitor gave.
 * Empty when nothing was given.
 */
export function detailsText(asks: readonly VisitorDetail[], details: VisitorDetails): string {
  return VisitorDetail.options
    .filter((detail) => asks.includes(detail))
    .flatMap((detail) => {
      const given = oneLine(details[detail] ?? '');
      return given === '' ? [] : [`${LABELS[detail]}: ${given}\n`];
    })
    .join('');
}

/** A detail as one line, without signs that steer a screen or that cannot be written down: what is seen is what is sent. */
function oneLine(typed: string): string {
  const line = typed
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, LONGEST_DETAIL).join('').trim();
}
