import { Schedule } from './schedule.ts';

/** What is left of a record, and what is wrong with each schedule that was left out, after its place. */
export type WithoutRefused = { readonly record: unknown; readonly refused: readonly string[] };

/**
 * A record without those of its `schedules` that this version refuses: an earlier one may have taken them, and one of them must not
 * cost all the rest. What has no list of schedules is left as it is.
 */
export function withoutRefused(record: unknown): WithoutRefused {
  const { schedules } = (record ?? {}) as { readonly schedules?: unknown };
  if (!Array.isArray(schedules)) return { record, refused: [] };
  const refused: string[] = [];
  const taken = schedules.filter((schedule, index) => {
    const [first] = Schedule.safeParse(schedule).error?.issues ?? [];
    if (first !== undefined)
      refused.push(`${['schedules', index, ...first.path].join('.')}: ${first.message}`);
    return first === undefined;
  });
  return { record: refused.length === 0 ? record : { ...(record as object), schedules: taken }, refused };
}
