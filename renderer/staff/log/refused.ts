import type { NotLogged } from '../../../core/contract/desk/log.ts';

/** Why the last thing was not done: `failed` when main could not even say. */
export type Refused = NotLogged['why'] | 'failed';
