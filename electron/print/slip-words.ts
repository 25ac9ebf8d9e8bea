import type { HandoverSlipWords } from '../../core/domain/desk/handover-slip.ts';
import type { SlipWords } from '../../core/domain/slip-words.ts';
import { HOME_LANGUAGE, type Language } from '../../core/domain/words.ts';
import { SCREEN_WORDS } from '../../renderer/words/screen-words.ts';

/** What a slip says besides the content, in a language that the screens speak; in the home language otherwise. */
export function slipWords(wanted: Language): SlipWords {
  const language = Object.hasOwn(SCREEN_WORDS, wanted) ? wanted : HOME_LANGUAGE;
  const words = SCREEN_WORDS[language];
  if (words === undefined) throw new Error(`There are no words in the home language, ${HOME_LANGUAGE}.`);
  const { steps, bring, contacts, free, here, stale, checked, checkedAmounts, source } = words.outcome;
  const { desk, who, cost, noCost, apply, hours, closed } = words.takeAlong;
  const {
    near,
    fictionalLead: fictional,
    fictional: example,
    temporarilyClosedLead: closedForNow,
  } = words.directory;
  const { languages, wheelchair, holidays } = words.directory;
  const { ageFrom, ageTo, ageBetween, area, extension, phoneKind } = words.directory;
  const outdated = words.outdated.badge;
  return {
    ...{ language, steps, bring, contacts, near, free, here, outdated, stale },
    ...{ checked, checkedAmounts, source },
    ...{
      desk,
      who,
      cost,
      noCost,
      apply,
      hours,
      closed,
      closedForNow,
      fictional,
      example,
      ageFrom,
      ageTo,
      ageBetween,
      area,
    },
    ...{ extension, phoneKind, languages, wheelchair, holidays },
  };
}

/** What the slip of a handover says, in the same way. */
export function handoverWords(wanted: Language): HandoverSlipWords {
  const language = Object.hasOwn(SCREEN_WORDS, wanted) ? wanted : HOME_LANGUAGE;
  const words = SCREEN_WORDS[language];
  if (words === undefined) throw new Error(`There are no words in the home language, ${HOME_LANGUAGE}.`);
  return { ...words.handover.slip, language, desk: words.takeAlong.desk };
}
