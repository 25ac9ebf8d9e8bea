import type { Words } from './screens.ts';

/** The Dutch words with which the desk hears of visitors at a screen who ask for help. */
export const nl = {
  title: 'Hulp bij een scherm',
  none: 'Niemand vraagt nu om hulp.',
  noneNote: 'Vraagt een bezoeker bij een scherm om hulp, dan ziet en hoort u dat hier.',
  rings: 'Iemand bij een scherm vraagt om hulp',
  ringsAt: 'Iemand bij scherm {{number}} vraagt om hulp',
  ringsMany: 'Bij {{number}} schermen vraagt iemand om hulp',
  order: 'Wie het langst wacht staat voorop: {{screens}}.',
  wouldGo: 'Deze balie zou gaan naar: {{screens}}. De bezoeker wacht daar nog op.',
  atScreen: 'scherm {{number}}',
  someScreen: 'een scherm zonder nummer',
  signIn: 'Meld u aan om te zien waar het over gaat.',
  open: 'Bekijk',
  close: 'Sluit deze melding',
  screen: 'Een scherm',
  screenAt: 'Scherm {{number}}',
  ticket: 'Nummer {{ticket}}',
  ago_one: '{{count}} minuut geleden',
  ago_other: '{{count}} minuten geleden',
  justNow: 'Zojuist',
  language: 'Taal van het scherm: {{language}}',
  topic: 'Onderwerp',
  at: 'Waar de bezoeker is',
  nothing: 'De bezoeker heeft nog niets gekozen.',
  unknown: 'Dit staat niet in de inhoud van deze computer.',
  answers: 'Wat de bezoeker invulde',
  answersNote: 'De bezoeker wil dat u dit ziet. Het verdwijnt als de vraag klaar is.',
  dontKnow: 'Weet ik niet',
  take: 'Ik ga erheen',
  release: 'Het lukt mij toch niet',
  done: 'Klaar',
  states: {
    waiting: 'Wacht op iemand',
    saying: 'Even geduld',
    mine: 'Deze balie gaat. De bezoeker weet dat.',
    other: 'Een andere balie gaat.',
    otherAt: 'Balie {{number}} gaat.',
    cut: 'Het scherm is niet te bereiken. Loop er zo nodig even langs.',
  },
} as const;

/** The words of a language for help at a screen. */
export type HelpWords = Words<typeof nl>;
