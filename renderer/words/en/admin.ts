import type { AdminWords } from '../nl/admin.ts';

/** The English words for whoever looks after a kiosk. */
export const en: AdminWords = {
  title: 'Looking after this screen',
  signOut: 'Sign out',
  sections: 'Parts of looking after this screen',
  door: {
    title: 'PIN of the admin',
    lead: 'This part is for whoever looks after this screen. Do you need help? Then go back.',
    typed_one: '{{count}} digit typed',
    typed_other: '{{count}} digits typed',
    enter: 'Go on',
    back: 'Back',
    looking: 'Balie is checking the PIN.',
    tooShort: 'A PIN has six digits or more.',
    wrong_one: 'That PIN is not right. You can try {{count}} more time.',
    wrong_other: 'That PIN is not right. You can try {{count}} more times.',
    lockedTitle: 'Please wait',
    locked_one: 'A wrong PIN was given too often. You can try again in {{count}} minute.',
    locked_other: 'A wrong PIN was given too often. You can try again in {{count}} minutes.',
    lockedNote:
      'This time only counts while the screen is on. Lost the PIN? Set a new one with the command “balie admin pin”.',
    noPinTitle: 'There is no PIN yet',
    noPin: 'Whoever installed Balie sets the PIN on this computer, with the command “balie admin pin”.',
    noStoreTitle: 'This part cannot be opened now',
    noStore:
      'Balie cannot keep anything on this computer. See whether the disk is full, and start Balie again.',
    failed: 'That did not work. Please try again.',
  },
  content: { name: 'Content', title: 'Content of this screen' },
};
