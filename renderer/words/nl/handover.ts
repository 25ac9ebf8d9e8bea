import type { Words } from './screens.ts';

/** The Dutch words for handing over to a partner: for staff. */
export const nl = {
  name: 'Overdragen',
  title: 'Warm overdragen',
  lead: 'De bezoeker krijgt een briefje met een code. De partner vult die code in en laat weten hoe het gaat.',
  loading: 'Balie zoekt het op.',
  failed: 'Het lukt nu niet. Probeer het nog eens.',
  notJoined:
    'Deze computer hoort nog niet bij een bibliotheek. Overdragen kan pas daarna. Vraag het aan wie Balie beheert.',
  noPartners: 'Er zijn nog geen partners. Wie Balie beheert, voegt ze toe op de server.',
  partners: 'Aan wie draagt u over?',
  asks: 'Vraagt: {{what}}',
  details: { name: 'naam', phone: 'telefoonnummer' },
  nothing: 'Vraagt geen gegevens',
  agreement: {
    good: 'Afspraak goed tot en met {{day}}',
    soon: 'Let op: de afspraak loopt tot en met {{day}}',
    stale: 'Let op: de afspraak liep tot en met {{day}}. Bel eerst of alles nog klopt.',
    none: 'Let op: er staat geen datum bij deze afspraak.',
  },
  given: 'Briefje voor {{partner}}',
  givenIn: 'De taal van het briefje',
  code: 'Code',
  partner: 'Partner',
  givenOn: 'Gegeven op',
  how: 'Stand',
  detailsColumn: 'Gegevens',
  does: 'Wat is er gebeurd?',
  print: 'Print het briefje',
  printReceipt: 'Print op een bon',
  noPrinter: 'Er is geen printer. Schrijf de code op voor de bezoeker.',
  printing: 'Balie print het briefje.',
  printed: 'Het briefje is geprint.',
  notPrinted: 'Het printen is niet gelukt. Schrijf de code op voor de bezoeker.',
  list: 'Overdrachten van deze balie',
  none: 'Deze balie heeft nog niets overgedragen.',
  states: {
    given: 'Briefje gegeven',
    called: 'Samen gebeld',
    accepted: 'Aangenomen',
    done: 'Klaar',
    'no-show': 'Niet gekomen',
    withdrawn: 'Ingetrokken',
  },
  say: {
    given: 'Briefje gegeven',
    called: 'Samen gebeld',
    accepted: 'Partner neemt het aan',
    done: 'Klaar',
    'no-show': 'Niet gekomen',
    withdrawn: 'Bezoeker trekt het in',
  },
  final: 'Dit kan niet terug. Klopt het? Druk dan nog eens op “{{what}}”.',
  sealed: {
    none: 'Geen',
    here: 'Op slot, wacht op internet',
    waiting: 'Op slot, klaar voor de partner',
    delivered: 'Opgehaald door de partner',
    deleted: 'Gewist',
  },
  told: {
    no: 'De server weet dit nog niet.',
    refused: 'De server neemt dit niet aan. Bel de partner.',
    yes: '',
  },
  restored:
    'Het bestand met de overdrachten was kapot. Balie heeft een kopie teruggezet. Volgens de klok van deze computer is die gemaakt op {{when}}. Een overdracht van na de kopie staat hier niet meer. Twijfelt u of de partner die kent? Bel de partner.',
  notKept: 'Balie kan het niet bewaren. Er is niets gegeven. Kijk of de schijf vol is.',
  noPartner: 'Deze partner staat niet meer op de lijst. Kies een andere.',
  otherKey:
    'De partner heeft net een nieuwe sleutel gekregen. Er is niets verstuurd. Vraag de bezoeker het nog een keer in te vullen.',
  notNow: 'Dat kan nu niet meer. De stand is al veranderd.',
} as const;

export type HandoverWords = Words<typeof nl>;
