/** The ids of the topics of the home screen, for what is made up. */
export const TOPICS = [
  'geld',
  'zorg',
  'werk',
  'digitaal',
  'wonen',
  'gezin',
  'nieuw-in-nederland',
  'ontmoeten',
] as const;
