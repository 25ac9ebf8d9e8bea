import type { FillSetting } from './fill.ts';
import type { Source } from './parameter.ts';
import { valueOn } from './parameter-value.ts';
import { fillHoles, holesIn } from './running-text.ts';

/** Where an amount was read, and when somebody last looked. */
export type AmountSource = Pick<Source, 'url' | 'checked_on'>;

/**
 * The sources of the amounts that these texts show today, in reading order. An amount shows its own source and day, not those of
 * the page it stands on (facts-nl). One in a sentence that is left out is not shown, so it has none.
 */
export function amountSources(texts: readonly string[], setting: FillSetting): AmountSource[] {
  const { parameters, today } = setting;
  const shown = texts
    .filter((text) => text.includes('{'))
    .flatMap((text) =>
      holesIn(fillHoles(text, (id) => (valueOn(parameters, id, today) ? `{${id}}` : undefined)).text),
    );
  return [...new Set(shown)].flatMap((id) => {
    const dated = valueOn(parameters, id, today);
    return dated === undefined ? [] : [{ url: dated.source, checked_on: dated.checked_on }];
  });
}
