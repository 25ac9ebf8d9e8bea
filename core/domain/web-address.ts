import { z } from 'zod';

/** A page on the web, with its whole address. */
export const WebAddress = z.httpUrl('write a whole web address, as in https://www.rijksoverheid.nl');
export type WebAddress = z.infer<typeof WebAddress>;
