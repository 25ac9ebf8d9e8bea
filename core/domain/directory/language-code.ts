const known = new Map<string, string>();

/**
 * One code for a language: HSDS allows those of two letters and those of three (ISO 639-1 and 639-3), and `tr` and `tur` are the same
 * to who chooses. Where the short form would say a script or a country too, the code stays as it is.
 */
export function languageCode(code: string): string {
  // Services by the ten thousands speak a handful of languages, and Intl is slow.
  let short = known.get(code);
  if (short === undefined) {
    const [canonical = code] = Intl.getCanonicalLocales(code);
    short = canonical.includes('-') ? code : canonical;
    known.set(code, short);
  }
  return short;
}
