/** Ways to say that it costs nothing, that it is for all, and what everybody does who comes. */
const FREE = '(?:gratis|kosteloos|geen kosten|free of charge|free|no costs?)';
const FOR_ALL = '(?:voor (?:iedereen|allen)|for (?:everyone|everybody|all))';
const COMING =
  '(?:deelname|deelnemen|meedoen|toegang|entree|inloop|bezoek|participation|admission|entry|entrance|access)';

const NO_CONDITION = new RegExp(
  `^(?:(?:${FREE}(?: ${COMING})?|${COMING}(?:(?: is)? ${FREE})?)(?:,? ${FOR_ALL})?|${FOR_ALL})[.!]?$`,
  'i',
);

/**
 * Does a text with a price say no more than that it costs nothing, for all, or what everybody does who comes? Any other word may limit it,
 * and whoever has to pay at the door is worse off than who finds out later that it is free.
 */
export function saysNoCondition(text: string): boolean {
  return NO_CONDITION.test(text.trim());
}
