import type { z } from 'zod';

/** What is wrong first with values that were given as options, as a sentence. */
export function firstFault({ issues }: z.ZodError): string {
  const [issue] = issues;
  const [field = 'value'] = issue?.path ?? [];
  return `${String(field)}: ${issue?.message ?? 'is not as it should be'}.`;
}
