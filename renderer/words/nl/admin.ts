import type { Words } from './screens.ts';

/** The Dutch words for whoever looks after a kiosk: plain, for people who do this twice a year. */
export const nl = {
  title: 'Beheer van dit scherm',
  signOut: 'Uitloggen',
  sections: 'Onderdelen van het beheer',
  door: {
    title: 'Pincode voor beheer',
    lead: 'Dit deel is voor wie dit scherm beheert. Zoekt u hulp? Ga dan terug.',
    typed_one: '{{count}} cijfer getikt',
    typed_other: '{{count}} cijfers getikt',
    enter: 'Verder',
    back: 'Terug',
    looking: 'Balie kijkt de pincode na.',
    tooShort: 'Een pincode heeft zes cijfers of meer.',
    wrong_one: 'Die pincode klopt niet. U kunt het nog {{count}} keer proberen.',
    wrong_other: 'Die pincode klopt niet. U kunt het nog {{count}} keer proberen.',
    lockedTitle: 'Even wachten',
    locked_one: 'Er is te vaak een verkeerde pincode getikt. Over {{count}} minuut kunt u het weer proberen.',
    locked_other:
      'Er is te vaak een verkeerde pincode getikt. Over {{count}} minuten kunt u het weer proberen.',
    lockedNote:
      'Deze tijd telt alleen als het scherm aan staat. Pincode kwijt? Stel een nieuwe in met het commando “balie admin pin”.',
    noPinTitle: 'Er is nog geen pincode',
    noPin:
      'Wie Balie heeft geplaatst, stelt de pincode in op deze computer. Dat kan met het commando “balie admin pin”.',
    noStoreTitle: 'Beheer kan nu niet open',
    noStore: 'Balie kan op deze computer niets bewaren. Kijk of de schijf vol is, en start Balie opnieuw.',
    failed: 'Dat lukte niet. Probeer het nog eens.',
  },
  content: { name: 'Inhoud', title: 'Inhoud van dit scherm' },
} as const;

/** The words of a language for the admin. */
export type AdminWords = Words<typeof nl>;
