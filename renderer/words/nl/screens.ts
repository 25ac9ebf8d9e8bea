/** All Dutch words of the screens themselves. Language level B1 or lower, warm, without blame; a test holds it. */
export const nl = {
  languageName: 'Nederlands',
  product: 'Balie',
  attract: {
    title: 'Kunnen wij u helpen?',
    lead: 'Geld, zorg, werk, wonen of een moeilijke brief. Wij zoeken het samen uit.',
    start: 'Tik hier om te beginnen',
    private: 'U hoeft uw naam niet te zeggen. Wij bewaren niets.',
    language: 'Kies uw taal',
    picture: 'Twee mensen praten aan een balie in de bibliotheek',
  },
  bar: { label: 'Vaste knoppen', back: 'Terug', home: 'Begin', stop: 'Stop en wis', desk: 'Vraag de balie' },
  language: { button: 'Taal: {{name}}', title: 'In welke taal wilt u lezen?', close: 'Sluit' },
  home: {
    title: 'Waar kunnen wij u mee helpen?',
    lead: 'Kies een onderwerp.',
    fictional: 'Dit is een voorbeeld. De plaatsen en mensen bestaan niet echt.',
  },
  topic: {
    lead: 'Kies wat bij u past.',
    flows: 'Samen uitzoeken',
    articles: 'Zelf lezen',
    questions: 'Vragen',
  },
  flow: {
    progress: 'Vraag {{number}}',
    ahead_zero: 'dit is de laatste vraag',
    ahead_one: 'nog ongeveer {{count}} vraag',
    ahead_other: 'nog ongeveer {{count}} vragen',
    why: 'Waarom vragen wij dit?',
    whyTitle: 'Waarom vragen wij dit?',
    understood: 'Ik begrijp het',
    again: 'Opnieuw beginnen',
    next: 'Verder',
    none: 'Niets hiervan',
    yes: 'Ja',
    no: 'Nee',
    dontKnow: 'Dat weet ik niet',
    dontKnowNote: 'Geen probleem. Wij helpen u verder.',
    severalHint: 'U mag er meer kiezen.',
    remove: 'Wis het laatste teken',
    digits: 'Cijfers',
    letters: 'Letters',
    numberLabel: 'Uw antwoord',
    outOfRange: 'Kies een getal van {{from}} tot en met {{to}}.',
    day: 'Dag',
    month: 'Maand',
    year: 'Jaar',
    dateWrong: 'Deze datum klopt nog niet. Kijk de dag, de maand en het jaar nog eens na.',
    dateOutOfRange: 'Deze datum past niet bij de vraag. Kijk het jaar nog eens na.',
    postcodeLabel: 'Uw postcode',
    postcodeWrong: 'Deze postcode bestaat niet. Kijk de cijfers en letters nog eens na.',
    units: {
      year: 'jaar',
      month: 'maanden',
      week: 'weken',
      day: 'dagen',
      hour: 'uur',
      euro: 'euro',
      count: '',
    },
  },
  outcome: {
    steps: 'Dit kunt u doen',
    bring: 'Neem dit mee',
    contacts: 'Hier kunt u terecht',
    related: 'Dit helpt misschien ook',
    free: 'Gratis bellen',
    here: 'Hier in de bieb',
    done: 'Klaar, wis alles',
    again: 'Opnieuw',
    stale: 'Een bedrag of termijn kijken wij nu na. Vraag het aan de balie.',
    checked: 'Nagekeken op {{date}}',
    source: 'bron: {{site}}',
  },
  desk: {
    title: 'Loop gerust naar de balie',
    lead: 'Wij helpen u graag. Niets is te klein om te vragen.',
    one: 'Loop naar de balie in deze bibliotheek.',
    two: 'Zeg: ik kom van het scherm. Wij weten dan genoeg.',
    three: 'Wij kijken rustig met u mee. U beslist zelf.',
    back: 'Ga verder op het scherm',
  },
  idle: {
    title: 'Bent u er nog?',
    left_one: 'Over {{count}} seconde wissen wij uw antwoorden.',
    left_other: 'Over {{count}} seconden wissen wij uw antwoorden.',
    calm: 'Rustig aan. U mag zo lang blijven als u wilt.',
    stay: 'Ja, ik ga verder',
    stop: 'Nee, wis alles',
  },
  more_one: 'Nog {{count}} hieronder',
  more_other: 'Nog {{count}} hieronder',
  opens: { flow: 'Vragen beantwoorden', article: 'Lezen' },
  outdated: {
    title: 'Deze pagina kijken wij nu na',
    lead: 'Wij willen niet dat u iets leest dat niet meer klopt. Vraag het aan de balie.',
    badge: 'Wij kijken dit na',
  },
  missing: {
    title: 'Deze pagina is er niet meer',
    lead: 'Kies een ander onderwerp. Of vraag het aan de balie.',
    home: 'Naar het begin',
  },
  failed: {
    title: 'Dat ging niet goed',
    lead: 'Dat ligt niet aan u. Begin opnieuw, of vraag het aan de balie.',
    again: 'Begin opnieuw',
  },
  trouble: {
    noContent: 'Dit scherm is even niet klaar',
    noContentLead: 'Loop naar de balie. Daar helpen wij u meteen.',
    staff: 'Voor medewerkers: dit scherm heeft aandacht nodig',
    close: 'Sluit',
    codes: {
      'content-rebuilt':
        'De opslag met teksten was stuk. De teksten zijn opnieuw opgebouwd. U hoeft niets te doen.',
      'content-newer':
        'De opslag met teksten is van een nieuwere versie. De meegeleverde teksten staan er nu. Werk Balie bij.',
      'no-content':
        'Er is geen tekst om te tonen. Installeer Balie opnieuw, of zet een pakket met teksten klaar.',
      'pack-broken':
        'Een nieuw pakket met teksten is stuk en niet geplaatst. De laatste goede teksten staan er nog. Laat de schrijver het pakket nakijken.',
      'disk-full': 'De schijf is vol. Wat er stond blijft staan. Maak ruimte vrij en start opnieuw.',
      'ops-restored':
        'De opslag van de balie was stuk. De laatste goede kopie is teruggezet. De oude staat er nog naast.',
      'ops-lost':
        'De opslag van de balie was stuk en er was geen kopie. Er is een nieuwe begonnen. De oude staat er nog naast.',
      'ops-newer':
        'De opslag van de balie is van een nieuwere versie. Er is niets in veranderd. Werk Balie bij.',
      'ops-drift':
        'De opslag van de balie past niet bij deze versie. Er is niets in veranderd. Installeer Balie opnieuw.',
      'not-writable': 'Balie kan niet schrijven in zijn map. Geef de map schrijfrechten en start opnieuw.',
    },
  },
} as const;

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
/** The words a language must have to be offered: every one that the Dutch has. Plural forms may differ by language. */
export type ScreenWords = Words<typeof nl>;
