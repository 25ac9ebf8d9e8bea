import { z } from 'zod';

/** Who works at a library's devices, as the list of its server says: an id, a name to show, and what they may do. No PIN: each device has its own. */
export const Person = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .refine((id) => id !== 'admin', { error: '"admin" is whoever knows the PIN of a device.' }),
  name: z.string().trim().min(1).max(80),
  role: z.enum(['staff', 'admin']),
});
export type Person = z.infer<typeof Person>;

/** So many people work at the devices of one library at most. */
export const MOST_PEOPLE = 500;
