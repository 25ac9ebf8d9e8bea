import { LONGEST_NAME, LONGEST_TEXT } from '../../domain/directory/hsds-values.ts';

/** Of a letter in UTF-8, at most. JSON writes a quote or a new line in two; what it would write in six is refused as no text. */
const LETTER_BYTES = 3;
/** Names of fields, and what has no length or a short one: addresses, days, a number to call. */
const REST_BYTES = 8 * 1024;

const bytesOf = ({ texts, names }: { readonly texts: number; readonly names: number }) =>
  (texts * LONGEST_TEXT + names * LONGEST_NAME) * LETTER_BYTES + REST_BYTES;

/** An edit with all that the form takes: three texts, and the names of the service and its organization. */
export const MOST_EDIT_BYTES = bytesOf({ texts: 3, names: 2 });
/**
 * A service with nine texts of its own, that of its organization, and the two names of each. How much stands in its lists no length says: it
 * has the room that these leave, which no service has needed.
 */
export const MOST_SERVICE_BYTES = bytesOf({ texts: 10, names: 4 });
