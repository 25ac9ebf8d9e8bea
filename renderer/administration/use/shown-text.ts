import type { Shown } from '../../../core/domain/report/suppression/show-table.ts';
import { useAdministration } from '../use-administration.ts';

/** Gives how a number is written: as it is, or as not shown. */
export function useShownText(): (number: Shown) => string {
  const { say, language } = useAdministration();
  return (number) => (number === null ? say('use.hidden') : new Intl.NumberFormat(language).format(number));
}
