import type { AlertFinding } from './alert.ts';

/** The languages in which libraries are warned. */
export type AlertLanguage = 'nl' | 'en';

/** What an alert is about, for people. */
export type AlertAbout = {
  /** The branch where the device stands; for what the library publishes, the library. */
  readonly place: string;
  /** The first digits of the device's id, as the list of devices shows it; none for what the library publishes. */
  readonly device: string | undefined;
};

/** One sentence for the subject, and what to do. */
export type AlertText = { readonly subject: string; readonly advice: string };

const GB = 1_000_000_000;

/** The words of an alert; `over` when it is not so any more. */
export function alertText(
  language: AlertLanguage,
  finding: AlertFinding,
  { place, device }: AlertAbout,
  over = false,
): AlertText {
  const where = device === undefined ? place : `${place} (${device})`;
  const words = (language === 'nl' ? dutch : english)(finding);
  const { again, solved } = LABELS[language];
  return over
    ? { subject: `${where}: ${words.over}`, advice: solved }
    : { subject: `${where}: ${words.subject}`, advice: `${words.advice} ${again}` };
}

const LABELS = {
  nl: {
    again: 'U krijgt bericht als het weer goed is.',
    solved: 'U hoeft niets te doen.',
  },
  en: { again: 'You get a message when all is well again.', solved: 'You need not do anything.' },
};

type Words = AlertText & { readonly over: string };

function dutch(finding: AlertFinding): Words {
  switch (finding.kind) {
    case 'silent':
      return {
        subject: `al ${finding.hours} uur${finding.ofOpening ? ' open' : ''} geen contact`,
        advice: 'Kijk of het apparaat aan staat en of het internet werkt.',
        over: 'er is weer contact',
      };
    case 'full':
      return {
        subject: `de schijf is bijna vol (nog ${gigabytes(finding.freeBytes, 'nl')} GB vrij)`,
        advice: 'Vraag uw beheerder om ruimte te maken op het apparaat.',
        over: 'er is weer genoeg ruimte op de schijf',
      };
    case 'stale':
      return {
        subject: `laat oude informatie zien (pakket ${finding.pack})`,
        advice:
          finding.version === 0
            ? `Het apparaat laat geen versie van de bibliotheek zien. De nieuwste is versie ${finding.newest}. Kijk of het apparaat bij de server kan. Kijk ook bij het beheer van het apparaat of iemand voor de inhoud van de installatie koos.`
            : `Het apparaat heeft versie ${finding.version}. Er is ${dutchDays(finding.days)}een nieuwere. De nieuwste is versie ${finding.newest}. Kijk of het apparaat bij de server kan.`,
        over: 'laat de nieuwste informatie zien die er voor dit apparaat is',
      };
    case 'crash-looping':
      return {
        subject: `start steeds opnieuw (${finding.startsPerHour} keer per uur)`,
        advice: 'Zet het apparaat uit en weer aan. Helpt dat niet? Vraag dan uw beheerder om hulp.',
        over: 'start niet meer steeds opnieuw',
      };
    case 'expiring':
      return {
        subject: `de handtekening op de informatie geldt tot ${finding.expires.slice(0, 10)}`,
        advice: `Teken "${finding.role}" opnieuw voor die dag, of vraag het aan wie dat doet. Na die dag nemen apparaten niets nieuws meer aan. Wat ze nu laten zien, blijft staan.`,
        over: 'de handtekening geldt weer lang genoeg',
      };
    case 'set-aside':
      return {
        subject: `de server telt ${finding.number} ${finding.number === 1 ? 'bericht' : 'berichten'} van apparaten niet mee`,
        advice: 'Bij Meldingen staat onder “Apart gezet” waarom dat zo is, en wat u kunt doen.',
        over: 'er staan geen berichten van apparaten meer apart',
      };
  }
}

function english(finding: AlertFinding): Words {
  switch (finding.kind) {
    case 'silent':
      return {
        subject: `no contact for ${finding.hours} ${finding.ofOpening ? 'opening hours' : 'hours'}`,
        advice: 'See whether the device is on and the internet works.',
        over: 'there is contact again',
      };
    case 'full':
      return {
        subject: `the disk is nearly full (${gigabytes(finding.freeBytes, 'en')} GB left)`,
        advice: 'Ask who looks after the device to make room on it.',
        over: 'there is room on the disk again',
      };
    case 'stale':
      return {
        subject: `shows old information (pack ${finding.pack})`,
        advice:
          finding.version === 0
            ? `The device shows no version of the library. The newest is version ${finding.newest}. See whether the device reaches the server. See also, where the device is looked after, whether somebody chose the content of the installation.`
            : `The device has version ${finding.version}. There ${englishDays(finding.days)}. The newest is version ${finding.newest}. See whether the device reaches the server.`,
        over: 'shows the newest information that there is for this device',
      };
    case 'crash-looping':
      return {
        subject: `keeps starting again (${finding.startsPerHour} times an hour)`,
        advice: 'Switch the device off and on. If that does not help, ask who looks after it.',
        over: 'does not keep starting again any more',
      };
    case 'expiring':
      return {
        subject: `the signature on the information holds until ${finding.expires.slice(0, 10)}`,
        advice: `Sign "${finding.role}" again before that day, or ask who does that. After that day devices take nothing new in. What they show now stays.`,
        over: 'the signature holds long enough again',
      };
    case 'set-aside':
      return {
        subject: `the server leaves out ${finding.number} ${finding.number === 1 ? 'message' : 'messages'} of devices`,
        advice: 'Under Alerts, “Set aside” says why that is so, and what you can do.',
        over: 'no messages of devices are set aside any more',
      };
  }
}

function gigabytes(bytes: number, language: AlertLanguage): string {
  const text = (bytes / GB).toFixed(1);
  return language === 'nl' ? text.replace('.', ',') : text;
}

/** Of a version that came today nothing is said of how long it is there. */
function dutchDays(days: number): string {
  return days === 0 ? '' : `al ${days} ${days === 1 ? 'dag' : 'dagen'} `;
}

function englishDays(days: number): string {
  return days === 0 ? 'is a newer one' : `has been a newer one for ${days} ${days === 1 ? 'day' : 'days'}`;
}
