import { z } from 'zod';
import { DESK_FLOORS, DESK_NEARS, DESK_WAYS } from './desk-ways.ts';
import { PlaceNumber } from './help-request.ts';

/**
 * Where the desk is, for one screen. Chosen and not typed: then it can be said in every language of the screens, and read aloud.
 */
export const DeskPlace = z.strictObject({
  /** Seen from the floor of the screen. */
  floor: z.enum(DESK_FLOORS),
  way: z.enum(DESK_WAYS).nullable(),
  near: z.enum(DESK_NEARS).nullable(),
});
export type DeskPlace = z.infer<typeof DeskPlace>;

/** place.json in the data folder: what a device knows of the room that it stands in. */
export const PlaceSettings = z.strictObject({
  /** The figure on this screen or desk; none when there is only one. */
  number: PlaceNumber.nullable(),
  /** Where the desk is; null on the desk itself, and when nobody said. */
  desk: DeskPlace.nullable(),
});
export type PlaceSettings = z.infer<typeof PlaceSettings>;

export const NO_PLACE: PlaceSettings = { number: null, desk: null };
