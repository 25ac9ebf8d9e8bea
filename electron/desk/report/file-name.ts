import { createHash } from 'node:crypto';

/**
 * What the file of a report is called after whom it is for (`municipality:Delft`): letters, digits and hyphens, for any disk. Where others fall
 * away there is a digest of the name, or two reports on a stick would be one file.
 */
export function fileName(audience: string): string {
  const plain = audience.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  const words = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  const isWhole = /^[a-z0-9: -]*$/.test(plain);
  return isWhole ? words : `${words}-${createHash('sha256').update(audience).digest('hex').slice(0, 8)}`;
}
