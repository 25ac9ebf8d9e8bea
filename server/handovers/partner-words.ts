import type { HandoverState } from '../../core/domain/desk/handover.ts';

/** A language of the partner's page. */
export type PageLanguage = 'nl' | 'en';

/** The words of the partner's page: short, for somebody who sees it for the first time, on a telephone. */
export type PageWords = {
  readonly other: string;
  readonly title: string;
  readonly lead: string;
  readonly code: string;
  readonly hint: string;
  readonly next: string;
  readonly again: string;
  readonly forPartner: string;
  readonly from: string;
  readonly given: string;
  readonly how: string;
  readonly what: string;
  readonly over: string;
  readonly changed: string;
  readonly states: Record<HandoverState, string>;
  readonly say: Partial<Record<HandoverState, string>>;
  readonly sealed: {
    readonly title: string;
    readonly waiting: string;
    readonly until: string;
    readonly fetch: string;
    readonly how: string;
    readonly again: string;
    readonly delivered: string;
    readonly deleted: string;
  };
  readonly faults: Record<
    'unknown' | 'notWritten' | 'wait' | 'waitLong' | 'foreign' | 'unavailable' | 'gone',
    { readonly title: string; readonly text: string }
  >;
  readonly privacy: string;
};

export const PARTNER_WORDS: Record<PageLanguage, PageWords> = {
  nl: {
    other: 'English',
    title: 'Iemand komt van de bibliotheek naar u toe',
    lead: 'Op het briefje van de bezoeker staat een code. Vul die code hier in. U heeft geen account nodig.',
    code: 'Code van het briefje',
    hint: 'Negen letters en cijfers. Streepjes mogen, maar hoeven niet.',
    next: 'Verder',
    again: 'Een andere code',
    forPartner: 'Overdracht aan {{partner}}',
    from: 'Van',
    given: 'Briefje gegeven op',
    how: 'Hoe staat het ervoor?',
    what: 'Wat kunt u de bibliotheek laten weten?',
    over: 'U hoeft niets meer te doen.',
    changed: 'Er was net al iets veranderd. Kijk hieronder hoe het nu staat.',
    states: {
      given: 'De bezoeker heeft het briefje.',
      called: 'De bibliotheek en de bezoeker hebben u samen gebeld.',
      accepted: 'U neemt het over.',
      done: 'Het is klaar. U heeft geholpen.',
      'no-show': 'De bezoeker is niet gekomen.',
      withdrawn: 'De bezoeker wil dit niet meer.',
    },
    say: {
      accepted: 'Wij nemen dit over',
      done: 'Klaar, wij hebben geholpen',
      'no-show': 'De bezoeker kwam niet',
    },
    sealed: {
      title: 'Gegevens van de bezoeker',
      waiting:
        'De bezoeker heeft iets voor u ingevuld. Het zit op slot. Alleen u kunt het openen, met de age-sleutel van uw organisatie.',
      until:
        'Heeft u het opgehaald? Dan wissen wij het tien minuten later. Haalt u het niet op? Dan wissen wij het op {{day}}.',
      fetch: 'Haal het bestand op',
      how: 'Openen doet u met het programma age: age --decrypt -i SLEUTEL BESTAND',
      again:
        'U heeft het bestand opgehaald. Is het niet goed aangekomen? Tot {{time}} uur kunt u het nog eens ophalen. Daarna wissen wij het.',
      delivered: 'U heeft het bestand opgehaald. Hier is het gewist.',
      deleted: 'Het bestand is gewist. Bel de bibliotheek als u het nodig heeft.',
    },
    faults: {
      unknown: {
        title: 'Deze code kennen wij niet',
        text: 'Kijk of de code klopt met het briefje. Een code werkt 60 dagen. Lukt het niet? Bel de bibliotheek.',
      },
      notWritten: {
        title: 'Er zit een foutje in de code',
        text: 'Lees de code nog eens op het briefje. Het zijn negen letters en cijfers. De 0, 1, I, L, O, U en Z staan er nooit in.',
      },
      wait: {
        title: 'Even wachten',
        text: 'Er zijn hier te veel codes geprobeerd. Wacht een kwartier en probeer het dan nog eens.',
      },
      waitLong: {
        title: 'Even wachten',
        text: 'Er zijn hier te veel codes geprobeerd die niet bestaan. Probeer het over zes uur nog eens, of bel de bibliotheek.',
      },
      foreign: {
        title: 'Dit kan alleen op deze pagina',
        text: 'Open de pagina opnieuw en vul de code in.',
      },
      unavailable: {
        title: 'Het lukt nu niet',
        text: 'Dat ligt niet aan u. Probeer het over een paar minuten nog eens.',
      },
      gone: {
        title: 'Het bestand is er niet meer',
        text: 'Het is al opgehaald of gewist. Bel de bibliotheek als u het nodig heeft.',
      },
    },
    privacy: 'Wij weten niet wie de bezoeker is. Deze pagina bewaart niets op uw telefoon.',
  },
  en: {
    other: 'Nederlands',
    title: 'Somebody comes to you from the library',
    lead: 'The visitor has a slip with a code. Type that code here. You need no account.',
    code: 'Code on the slip',
    hint: 'Nine letters and digits. You may leave out the hyphens.',
    next: 'Continue',
    again: 'Another code',
    forPartner: 'Handed over to {{partner}}',
    from: 'From',
    given: 'Slip given on',
    how: 'How far is it?',
    what: 'What can you tell the library?',
    over: 'There is nothing more for you to do.',
    changed: 'Something had just changed. Look below how far it is now.',
    states: {
      given: 'The visitor has the slip.',
      called: 'The library and the visitor called you together.',
      accepted: 'You take it on.',
      done: 'It is done. You helped.',
      'no-show': 'The visitor did not come.',
      withdrawn: 'The visitor does not want this any more.',
    },
    say: { accepted: 'We take this on', done: 'Done, we helped', 'no-show': 'The visitor did not come' },
    sealed: {
      title: 'Details of the visitor',
      waiting:
        'The visitor filled in something for you. It is locked. Only you can open it, with the age key of your organisation.',
      until: 'Ten minutes after you fetch it, we delete it. If you do not fetch it, we delete it on {{day}}.',
      fetch: 'Fetch the file',
      how: 'Open it with the program age: age --decrypt -i KEY FILE',
      again:
        'You fetched the file. Did it not arrive well? Until {{time}} you can fetch it again. Then we delete it.',
      delivered: 'You fetched the file. It is deleted here.',
      deleted: 'The file is deleted. Call the library if you need it.',
    },
    faults: {
      unknown: {
        title: 'We do not know this code',
        text: 'Compare the code with the slip. A code works for 60 days. Does it not work? Call the library.',
      },
      notWritten: {
        title: 'There is a slip in the code',
        text: 'Read the code on the slip once more. It has nine letters and digits. 0, 1, I, L, O, U and Z are never in it.',
      },
      wait: {
        title: 'Please wait',
        text: 'Too many codes were tried here. Wait a quarter of an hour and try again.',
      },
      waitLong: {
        title: 'Please wait',
        text: 'Too many codes that do not exist were tried here. Try again in six hours, or call the library.',
      },
      foreign: { title: 'This works on this page only', text: 'Open the page again and type the code.' },
      unavailable: {
        title: 'It does not work now',
        text: 'It is not your fault. Try again in a few minutes.',
      },
      gone: {
        title: 'The file is not there any more',
        text: 'It was fetched or deleted. Call the library if you need it.',
      },
    },
    privacy: 'We do not know who the visitor is. This page keeps nothing on your telephone.',
  },
};
