import type { Language } from '../language.ts';
import { HOME_LANGUAGE } from '../words.ts';
import type { Variable } from './variables.ts';

/** The words of reports and charts in one language. */
export type ReportWords = {
  /** What is counted by, as a heading. */
  readonly variables: Readonly<Record<Exclude<Variable, 'day' | 'week-hour'>, string>>;
  /** What the values of fixed lists are called. */
  readonly values: Readonly<Record<string, string>>;
  /** Questions of which nothing was said, by variable. */
  readonly none: Readonly<Record<'organization' | 'sub-category' | 'place', string>>;
  /** A language that is none of those to choose from. */
  readonly otherLanguage: string;
  readonly title: string;
  readonly forMunicipality: string;
  readonly forPartner: string;
  readonly forLibrary: string;
  readonly forBranch: string;
  readonly forDesk: string;
  readonly questions: string;
  readonly number: string;
  readonly share: string;
  readonly place: string;
  readonly month: string;
  readonly notShown: string;
  readonly why: string;
  readonly whyShare: string;
  readonly whyLate: string;
  readonly whyStands: string;
  readonly whyOnce: string;
  readonly form: string;
  readonly formLead: string;
  readonly trend: string;
  readonly flows: string;
  readonly begun: string;
  readonly finished: string;
  readonly stopped: string;
  readonly emptySearches: string;
  readonly total: string;
  /** Visitors who were handed over to a partner, by how far that is; and to whom. */
  readonly handovers: string;
  readonly handoversTo: string;
};

const nl: ReportWords = {
  variables: {
    category: 'Soort hulp',
    'sub-category': 'Eigen soorten vragen',
    organization: 'Over welke organisatie',
    channel: 'Hoe de vraag kwam',
    duration: 'Hoe lang het duurde',
    outcome: 'Hoe het afliep',
    language: 'In welke taal',
    place: 'Waar het was',
    visitor: 'Vragen en bezoekers',
    hour: 'Hoe laat',
    weekday: 'Op welke dag',
  },
  values: {
    'category digital-contact': 'Hulp bij contact met de overheid',
    'category course': 'Cursus',
    'category taking-part': 'Meedoen online',
    'category information': 'Informatie',
    'category referral': 'Verwijzing',
    'channel desk': 'Balie',
    'channel phone': 'Telefoon',
    'channel walk-in': 'Inloop',
    'channel appointment': 'Afspraak',
    'channel course': 'Cursus',
    'duration under-5': 'Tot 5 minuten',
    'duration 5-15': '5 tot 15 minuten',
    'duration 15-30': '15 tot 30 minuten',
    'duration 30-60': '30 tot 60 minuten',
    'duration over-60': 'Meer dan een uur',
    'outcome answered': 'Beantwoord',
    'outcome helped': 'Samen gedaan',
    'outcome referred': 'Doorverwezen',
    'outcome comes-back': 'Komt terug',
    'outcome could-not': 'Niet gelukt',
    'visitor first': 'Eerste vraag van een bezoeker',
    'visitor further': 'Nog een vraag van dezelfde bezoeker',
    'handover given': 'Briefje gegeven',
    'handover called': 'Samen gebeld',
    'handover accepted': 'Aangenomen',
    'handover done': 'Klaar',
    'handover no-show': 'Niet gekomen',
    'handover withdrawn': 'Ingetrokken',
  },
  none: {
    organization: 'Geen organisatie',
    'sub-category': 'Niet verder ingedeeld',
    place: 'Niet ingevuld',
  },
  otherLanguage: 'Een andere taal',
  title: 'Wat de hulp opleverde',
  forMunicipality: 'Voor de gemeente {name}',
  forPartner: 'Voor {name}',
  forLibrary: 'Voor de hele bibliotheek',
  forBranch: 'Voor de vestiging {name}',
  forDesk: 'Van deze balie',
  questions: 'Vragen',
  number: 'Aantal',
  share: 'Procent',
  place: 'Plaats',
  month: 'Maand',
  notShown: 'niet getoond',
  why: 'Aantallen onder de 10 staan er niet in, en ook niet wat ze zou verraden. Zo is niemand te herkennen.',
  whyShare: 'Percentages staan er pas bij 100 vragen of meer.',
  whyLate: 'Een vraag of overdracht die later binnenkwam, telt mee in de eerste maand daarna.',
  whyStands: 'Hoe het met een overdracht gaat, staat hier zoals het was toen dit rapport werd gemaakt.',
  whyOnce:
    'Dit rapport is één keer gemaakt, op zijn vroegst een week na het eind van de maand. Wat later is gelogd of aangepast, staat er niet in.',
  form: 'Voor het landelijke formulier',
  formLead: 'In de volgorde van het formulier, om over te nemen.',
  trend: 'Maand na maand',
  flows: 'Hulp op het scherm',
  begun: 'Begonnen',
  finished: 'Af',
  stopped: 'Gestopt bij',
  emptySearches: 'Zoeken zonder resultaat',
  total: 'Alle vragen',
  handovers: 'Warme overdrachten',
  handoversTo: 'Overgedragen aan',
};

const en: ReportWords = {
  variables: {
    category: 'Kind of help',
    'sub-category': 'Own kinds of questions',
    organization: 'About which organisation',
    channel: 'How the question came',
    duration: 'How long it took',
    outcome: 'How it ended',
    language: 'In which language',
    place: 'Where it was',
    visitor: 'Questions and visitors',
    hour: 'At what time',
    weekday: 'On which day',
  },
  values: {
    'category digital-contact': 'Help with contact with government',
    'category course': 'Course',
    'category taking-part': 'Taking part online',
    'category information': 'Information',
    'category referral': 'Referral',
    'channel desk': 'Desk',
    'channel phone': 'Telephone',
    'channel walk-in': 'Walk-in',
    'channel appointment': 'Appointment',
    'channel course': 'Course',
    'duration under-5': 'Up to 5 minutes',
    'duration 5-15': '5 to 15 minutes',
    'duration 15-30': '15 to 30 minutes',
    'duration 30-60': '30 to 60 minutes',
    'duration over-60': 'More than an hour',
    'outcome answered': 'Answered',
    'outcome helped': 'Done together',
    'outcome referred': 'Referred',
    'outcome comes-back': 'Comes back',
    'outcome could-not': 'Not solved',
    'visitor first': 'First question of a visitor',
    'visitor further': 'Another question of the same visitor',
    'handover given': 'Slip given',
    'handover called': 'Called together',
    'handover accepted': 'Accepted',
    'handover done': 'Done',
    'handover no-show': 'Did not come',
    'handover withdrawn': 'Withdrawn',
  },
  none: { organization: 'No organisation', 'sub-category': 'Not sorted further', place: 'Not filled in' },
  otherLanguage: 'Another language',
  title: 'What the help was worth',
  forMunicipality: 'For the municipality of {name}',
  forPartner: 'For {name}',
  forLibrary: 'For the whole library',
  forBranch: 'For the branch {name}',
  forDesk: 'Of this desk',
  questions: 'Questions',
  number: 'Number',
  share: 'Per cent',
  place: 'Place',
  month: 'Month',
  notShown: 'not shown',
  why: 'Numbers under 10 are not in it, nor what would give them away. So nobody can be recognised.',
  whyShare: 'There are percentages from 100 questions on.',
  whyLate: 'A question or handover that came in later counts in the first month after.',
  whyStands: 'How far a handover is stands here as it was when this report was made.',
  whyOnce:
    'This report was made once, a week after the end of the month at the earliest. What was logged or changed later is not in it.',
  form: 'For the national form',
  formLead: 'In the order of the form, to be copied.',
  trend: 'Month by month',
  flows: 'Help on the screen',
  begun: 'Begun',
  finished: 'Finished',
  stopped: 'Stopped at',
  emptySearches: 'Searches without a result',
  total: 'All questions',
  handovers: 'Warm handovers',
  handoversTo: 'Handed over to',
};

const ALL: Readonly<Record<Language, ReportWords>> = { nl, en };

/** The words of reports in a language; the Dutch ones where there are none. */
export function reportWords(language: Language): ReportWords {
  return ALL[language] ?? ALL[HOME_LANGUAGE] ?? nl;
}
