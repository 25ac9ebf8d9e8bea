import type { Shown } from '../../../core/domain/report/suppress.ts';
import { useAdministration } from '../use-administration.ts';

/** Gives how a number is written: as it is, as fewer than 5, or as not shown. */
export function useShownText(): (number: Shown) => string {
  const { say, language } = useAdministration();
  return (number) =>
    typeof number === 'number' ? new Intl.NumberFormat(language).format(number) : say(`use.${number}`);
}
