/** An object without the fields that have no value: what is not there is left out, and not said to be undefined. */
export function present<T extends object>(values: T): T {
  const there: Partial<T> = {};
  for (const field of Object.keys(values) as (keyof T)[])
    if (values[field] !== undefined) there[field] = values[field];
  return there as T;
}
