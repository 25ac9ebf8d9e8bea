import { createHash } from 'node:crypto';
import type { Audience } from '../core/domain/report/month-report.ts';
import type { Publication } from '../core/domain/report/publication.ts';

/**
 * What the file of a report is called, at the desk and on the server: by the month, and whom it is for and as what. A library, a municipality
 * and a partner may all be called Delft, and an operator has the reports of more than one library.
 */
export function reportName(
  { library, month }: Pick<Publication, 'library' | 'month'>,
  audience: Audience,
  form: string,
): string {
  return `balie-${month}-${plainName(`${audience.kind}:${whomIn(library, audience)}`)}.${form}`;
}

function whomIn(library: string, audience: Audience): string {
  if (audience.kind === 'desk') return '';
  if (audience.kind === 'library') return library;
  return audience.kind === 'municipality' ? audience.name : audience.id;
}

/** Letters, digits and hyphens, for any disk. Where others fall away there is a digest of the name, or two reports would be one file. */
function plainName(name: string): string {
  const plain = name.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  const words = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  const isWhole = /^[a-z0-9: -]*$/.test(plain);
  return isWhole ? words : `${words}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
