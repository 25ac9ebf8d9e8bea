import { z } from 'zod';

/** A page on the web, with its whole address. */
export const WebAddress = z.httpUrl('write a whole web address, as in https://www.rijksoverheid.nl');
export type WebAddress = z.infer<typeof WebAddress>;

/**
 * What is wrong with a web address that a browser would still find a way to open, as what an author did and how to mend it; undefined of
 * one that can be shown. Apart from the schema: a pack that was published with one, and a directory of somebody else, are still read.
 */
export function webAddressFault(address: string): string | undefined {
  if (/\s/.test(address)) return 'has a space in it. Write the address alone, without words behind it.';
  if (/^https?:\/\/[^/?#]*@/i.test(address))
    return 'has an "@" before the name of the site, so it leads elsewhere than it seems. Write the address alone.';
  // A bracket that closes one in the address itself belongs to it.
  if (/[.,;:!}"'“”‘’<>]$|^[^(]*\)$|^[^[]*\]$/u.test(address))
    return 'ends in a sign that is no part of an address. Take it away.';
  return /["“”‘’<>\\]/u.test(address) ? 'has a quote or bracket in it. Write the address alone.' : undefined;
}
