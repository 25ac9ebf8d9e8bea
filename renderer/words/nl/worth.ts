import type { Words } from './screens.ts';

/** The Dutch words around the charts of what the help is worth, at the desk and in the administration. */
export const nl = {
  title: 'Wat het oplevert',
  lead: 'Dit telde deze computer. Deze precieze cijfers blijven hier.',
  loading: 'Balie telt op.',
  failed: 'De cijfers zijn er nu niet. Probeer het straks opnieuw.',
  none: 'In deze periode is nog geen vraag gelogd.',
  period: 'Periode',
  year: 'Heel {{year}}',
  table: 'Tabel',
  questions_one: 'vraag',
  questions_other: 'vragen',
  visitors_one: 'bezoeker',
  visitors_other: 'bezoekers',
  solved: 'beantwoord of samen gedaan',
  noShare: 'Percentages staan er pas bij 100 vragen of meer.',
  most: 'Het meest: {{name}} ({{count}}).',
  nothing: 'Hier is nog niets geteld.',
  moments: 'Op welk moment',
  busiest: 'Het drukst: {{day}}, {{hour}} uur ({{count}}).',
  trend: 'In {{month}}: {{count}}.',
  flow: 'Hulp',
  flows: '{{begun}} keer begonnen, {{finished}} keer af.',
  searches_one: '{{count}} keer niets gevonden.',
  searches_other: '{{count}} keer niets gevonden.',
};

/** The words of a language for what the help is worth. */
export type WorthWords = Words<typeof nl>;
