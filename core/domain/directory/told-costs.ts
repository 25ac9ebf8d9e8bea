/** A way of paying, as far as it is asked here. */
type Cost = { readonly amount?: unknown; readonly option?: unknown; readonly amount_description?: unknown };

/**
 * The ways of paying that say something: an amount, also one that is nothing for some, or words alone ("what you can miss"). Of what
 * is free for all, that it is free says everything.
 */
export function toldCosts<T extends Cost>(isFree: boolean, costs: readonly T[]): T[] {
  if (isFree) return [];
  return costs.filter(({ amount, option, amount_description }) =>
    [amount, option, amount_description].some((part) => part !== undefined),
  );
}
