/** The languages that are spoken at a desk, with the calendar of the Netherlands. */
const SPOKEN = ['nl', 'en', 'ar', 'tr', 'pl', 'uk', 'ti', 'fa', 'so', 'es', 'fr', 'de', 'pt', 'it', 'ru'];

let names: ReadonlySet<string> | undefined;

/** Is this word the whole name of a month in a language that is spoken at a desk, alone or as it stands behind a day? */
export function isMonthName(word: string): boolean {
  names ??= new Set(SPOKEN.flatMap(namesIn));
  return names.has(plain(word));
}

function namesIn(language: string): string[] {
  const place = `${language}-u-ca-gregory`;
  const alone = new Intl.DateTimeFormat(place, { month: 'long', timeZone: 'UTC' });
  const behindDay = new Intl.DateTimeFormat(place, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2000, month, 12))).flatMap((date) => [
    plain(alone.format(date)),
    ...behindDay.formatToParts(date).flatMap(({ type, value }) => (type === 'month' ? plain(value) : [])),
  ]);
}

/** Without accents: on a Dutch keyboard most are left out. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
