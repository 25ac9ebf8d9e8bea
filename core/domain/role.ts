import { z } from 'zod';

/** Who is at the screen. Each role may do what the ones before it may. */
export const Role = z.enum(['visitor', 'staff', 'admin']);
export type Role = z.infer<typeof Role>;

/** May somebody in this role do what asks for `needed`? */
export function mayDo(role: Role, needed: Role): boolean {
  return Role.options.indexOf(role) >= Role.options.indexOf(needed);
}
