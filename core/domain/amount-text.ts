import type { Unit } from './parameter.ts';
import { HOME_LANGUAGE, type Language } from './words.ts';

type Nouns = Readonly<
  Record<'year' | 'month' | 'week' | 'day' | 'hour', readonly [one: string, more: string]>
>;

/** In Dutch "jaar" and "uur" keep their form behind a number (taaladvies.net: "drie jaar", "vijf uur"). */
const DUTCH: Nouns = {
  year: ['jaar', 'jaar'],
  month: ['maand', 'maanden'],
  week: ['week', 'weken'],
  day: ['dag', 'dagen'],
  hour: ['uur', 'uur'],
};

const ENGLISH: Nouns = {
  year: ['year', 'years'],
  month: ['month', 'months'],
  week: ['week', 'weeks'],
  day: ['day', 'days'],
  hour: ['hour', 'hours'],
};

/**
 * Writes a value with its unit the way the language does: "€ 932,93", "2%", "18 jaar"; "€932.93", "18 years".
 * Dutch and English are written out here, so that they look the same on every machine. Another language uses
 * the language data of the engine; where that has none, the amount is in the home language. Never throws.
 */
export function amountText(value: number, unit: Unit, language: Language): string {
  if (language === 'nl') return write(value, unit, DUTCH, '€ ', '.', ',');
  if (language === 'en') return write(value, unit, ENGLISH, '€', ',', '.');
  return byEngine(value, unit, language) ?? amountText(value, unit, HOME_LANGUAGE);
}

function write(
  value: number,
  unit: Unit,
  nouns: Nouns,
  euro: string,
  thousands: string,
  point: string,
): string {
  const [whole = '', decimals] = Math.abs(value).toFixed(2).split('.');
  const fraction = unit === 'euro' ? decimals?.replace(/^00$/, '') : decimals?.replace(/0+$/, '');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, thousands);
  const number = `${value < 0 ? '-' : ''}${grouped}${fraction ? point + fraction : ''}`;
  switch (unit) {
    case 'euro':
      return `${euro}${number}`;
    case 'percent':
      return `${number}%`;
    case 'count':
      return number;
    default:
      return `${number} ${nouns[unit][value === 1 ? 0 : 1]}`;
  }
}

/** Undefined when the engine does not know the language. Digits stay as they stand on a Dutch letter. */
function byEngine(value: number, unit: Unit, language: Language): string | undefined {
  try {
    if (Intl.NumberFormat.supportedLocalesOf(language).length === 0) return undefined;
    const format = new Intl.NumberFormat(language, { numberingSystem: 'latn', ...formatOf(value, unit) });
    return format.format(unit === 'percent' ? value / 100 : value).replaceAll(/[\u00a0\u202f]/g, ' ');
  } catch {
    return undefined;
  }
}

function formatOf(value: number, unit: Unit): Intl.NumberFormatOptions {
  switch (unit) {
    case 'euro':
      return { style: 'currency', currency: 'EUR', currencyDisplay: 'narrowSymbol', ...decimalsOf(value) };
    case 'percent':
      return { style: 'percent', maximumFractionDigits: 2 };
    case 'count':
      return { maximumFractionDigits: 2 };
    default:
      return { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 2 };
  }
}

function decimalsOf(value: number): Intl.NumberFormatOptions {
  return Number.isInteger(value) ? { maximumFractionDigits: 0 } : { minimumFractionDigits: 2 };
}
