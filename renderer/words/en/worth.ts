import type { WorthWords } from '../nl/worth.ts';

/** The English words around the charts of what the help is worth. */
export const en: WorthWords = {
  title: 'What it is worth',
  lead: 'This computer counted this. These exact figures stay here.',
  loading: 'Balie is adding up.',
  failed: 'The figures are not there now. Try again later.',
  none: 'No question was logged in this period yet.',
  period: 'Period',
  year: 'All of {{year}}',
  table: 'Table',
  questions_one: 'question',
  questions_other: 'questions',
  visitors_one: 'visitor',
  visitors_other: 'visitors',
  solved: 'answered or done together',
  noShare: 'There are percentages from 100 questions on.',
  most: 'Most: {{name}} ({{count}}).',
  nothing: 'Nothing was counted here yet.',
  moments: 'At what moment',
  busiest: 'Busiest: {{day}}, {{hour}}:00 ({{count}}).',
  trend: 'In {{month}}: {{count}}.',
  flow: 'Help',
  flows: 'Begun {{begun}} times, finished {{finished}} times.',
  searches_one: 'Found nothing {{count}} time.',
  searches_other: 'Found nothing {{count}} times.',
};
