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
  untold:
    'Hier staat geen aantal. Het waren er minder dan 10, of geen, of het zou een ander aantal verraden.',
  moments: 'Op welk moment',
  busiest: 'Het drukst: {{day}}, {{hour}} uur ({{count}}).',
  trend: 'In {{month}}: {{count}}.',
  flow: 'Hulp',
  begun: '{{begun}} keer begonnen.',
  flows: '{{begun}} keer begonnen, {{finished}} keer af.',
  searches_one: '{{count}} keer niets gevonden.',
  searches_other: '{{count}} keer niets gevonden.',
  report: {
    title: 'Maandrapport',
    lead: 'Om te geven aan wie het wil weten. Aantallen onder de 10 staan er niet in.',
    none: 'Er is nog geen rapport. Dat komt ruim een week na het eind van de maand.',
    month: 'Maand',
    whom: 'Voor wie',
    desk: 'Deze balie',
    save: 'Bewaar als {{form}}',
    print: 'Print',
    making: 'Balie maakt het rapport.',
    results: {
      saved: 'Het rapport is bewaard.',
      cancelled: 'Het rapport is niet bewaard.',
      'no-stick': 'Er zit geen stick in dit scherm. Doe er een in en probeer het nog eens.',
      'disk-full': 'Niet bewaard: de schijf of de stick is vol.',
      'not-writable': 'Niet bewaard: daar kan Balie niet schrijven. Kies een andere plek.',
      nothing: 'Van deze maand is er geen rapport.',
      failed: 'Dat lukte niet. Probeer het nog eens.',
      printed: 'Het rapport is geprint.',
      'no-printer': 'Er is geen printer voor A4.',
      'paper-out': 'Het papier is op.',
      'printer-stopped': 'De printer staat stil.',
    },
  },
};

/** The words of a language for what the help is worth. */
export type WorthWords = Words<typeof nl>;
