import type { Language } from '../../core/domain/words.ts';

/** A moment as people write it in a language: 26 november 2026, 14:05. `iso` is an ISO 8601 time; the time is that of this machine. */
export function momentText(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}

/** The day of a moment: 26 november 2026. */
export function momentDay(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(iso));
}

/** An amount of bytes in the unit in which it is read: 12 kB, 3,4 MB, 120 GB. */
export function bytesText(bytes: number, language: Language): string {
  const [unit, size] = (
    [
      ['gigabyte', 1e9],
      ['megabyte', 1e6],
      ['kilobyte', 1e3],
    ] as const
  ).find(([, least]) => bytes >= least) ?? ['byte', 1];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: bytes / size < 10 ? 1 : 0,
  }).format(bytes / size);
}
