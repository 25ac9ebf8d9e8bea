/** Which way the desk can be for somebody who stands at the screen and looks at it. Apart from the schema: the screens need no zod. */
export const DESK_WAYS = ['ahead', 'left', 'right', 'behind'] as const;
/** On which floor, seen from that of the screen. */
export const DESK_FLOORS = ['same', 'up', 'down'] as const;
/** What it can stand near. */
export const DESK_NEARS = [
  'entrance',
  'stairs',
  'lift',
  'returns',
  'cafe',
  'children',
  'reading-tables',
] as const;
