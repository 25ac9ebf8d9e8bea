/** A copy as JSON gives it. */
export function copyOf<T>(value: T): unknown {
  return JSON.parse(JSON.stringify(value));
}

/**
 * A copy of a record with one change, at a place in it: another value, or none when it is undefined; or a field that is
 * not of the record. Places are counted through all records in it.
 */
export function withOneChange(
  record: object,
  place: number,
  value: unknown,
  how: 'value' | 'extra field' = 'value',
): unknown {
  const copy = copyOf(record) as Record<string, unknown>;
  const places: [Record<string, unknown>, string][] = [];
  const walk = (part: Record<string, unknown>) => {
    for (const [field, each] of Object.entries(part)) {
      places.push([part, field]);
      if (typeof each === 'object' && each !== null) walk(each as Record<string, unknown>);
    }
  };
  walk(copy);
  const [holder, field] = places[place % places.length] ?? [copy, 'id'];
  if (how === 'extra field') {
    if (Array.isArray(holder)) holder.push(value);
    else holder[`${field}x`] = value;
  } else if (value === undefined) {
    if (Array.isArray(holder)) holder.splice(Number(field), 1);
    else delete holder[field];
  } else holder[field] = value;
  return copyOf(copy);
}
