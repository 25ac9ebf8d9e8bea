import type { Opening } from '../../../core/contract/directory.ts';
import type { Language } from '../../../core/domain/words.ts';
import type { Say } from '../../words/start-words.ts';
import { clockWords, dateWords, weekdayWords } from './day-words.ts';

/** From so many days away on, the name of a weekday could mean this week as well. */
const WEEK_DAYS = 7;

/** Whether a service is open, in one line: until when, or when it opens again, and the holiday it is closed for. */
export function openingText(opening: Opening, say: Say, language: Language): string {
  if (opening.state === 'open') {
    const { until } = opening;
    if (until === null) return say('directory.openAlways');
    return until.daysAway === 0
      ? say('directory.openUntil', { time: clockWords(until.time) })
      : say('directory.open');
  }
  const { opens, holiday } = opening;
  const now =
    holiday === undefined
      ? say('directory.closed')
      : say('directory.closedHoliday', { holiday: say(`directory.holidays.${holiday}`) });
  if (opens === null) return now;
  const time = clockWords(opens.time);
  if (opens.daysAway === 0) return `${now}. ${say('directory.opensToday', { time })}`;
  if (opens.daysAway === 1) return `${now}. ${say('directory.opensTomorrow', { time })}`;
  const day =
    opens.daysAway < WEEK_DAYS ? weekdayWords(opens.date, language) : dateWords(opens.date, language);
  return `${now}. ${say('directory.opensOn', { day, time })}`;
}
