import type { Language } from '../../core/domain/words.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago a moment was, in the largest whole unit: 3 uur geleden. Both are ISO 8601; ahead of now is now. */
export function agoText(moment: string, now: string, language: Language): string {
  const ms = Math.max(0, Date.parse(now) - Date.parse(moment));
  const [unit, size] = UNITS.find(([, least]) => ms >= least) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(ms / size), unit);
}

/** A length of time in its largest whole unit: 12 minuten. */
export function spanText(ms: number, language: Language): string {
  const [unit, size] = UNITS.find(([, least]) => ms >= least) ?? ['second', 1_000];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.round(ms / size),
  );
}
