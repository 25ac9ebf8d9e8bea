import { z } from 'zod';
import { Language } from '../domain/language.ts';

/** Something is wrong with this kiosk. Visitors go on where they can; staff read what to do. */
export const Trouble = z.enum([
  'content-rebuilt',
  'content-newer',
  'content-lost',
  'no-content',
  'pack-broken',
  'disk-full',
  'ops-restored',
  'ops-lost',
  'ops-damaged',
  'ops-newer',
  'ops-drift',
  'audit-broken',
  'not-writable',
]);
export type Trouble = z.infer<typeof Trouble>;

/** Which machine this is: the touch kiosk in the hall, or the desk's own PC. */
export const Profile = z.enum(['kiosk', 'desk']);
export type Profile = z.infer<typeof Profile>;

/** What a new window knows before it asks anything: it needs no call to draw its first screen. */
export const About = z.strictObject({ profile: Profile, language: Language });
export type About = z.infer<typeof About>;
