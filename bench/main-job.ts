import { en } from '../renderer/words/en/screens.ts';
import { nl } from '../renderer/words/nl/screens.ts';
import { go, press, walkFlow } from './page/visit.ts';
import type { ProbedApp } from './probed-app.ts';

const TOPICS = 8;
const FIRST_FLOW = 'main section:first-of-type li button';
const LAST_ARTICLE = 'main section:nth-of-type(2) li:last-child button';
const HOME = 'nav button:nth-of-type(2)';
/** Fits every number, and as a date of birth: 5 November 1960. */
const DIGITS = '05111960';

const tile = (number: number) => `main li[data-tint]:nth-child(${number}) button`;

/**
 * What visitors do in a day, without the pauses: of every topic one flow to its outcome and one article, then
 * another language, the end of the visit; and the next visitor, who is left reading an article.
 */
export async function doMainJob(app: ProbedApp): Promise<void> {
  await app.inPage(press, nl.attract.start);
  for (let number = 1; number <= TOPICS; number++) {
    await app.inPage(go, tile(number));
    await app.inPage(go, FIRST_FLOW);
    await app.inPage(walkFlow, DIGITS, nl.flow.next);
    await app.inPage(go, HOME);
    await app.inPage(go, tile(number));
    await app.inPage(go, LAST_ARTICLE);
    await app.inPage(go, HOME);
  }
  await app.inPage(press, nl.language.button.replace('{{name}}', nl.languageName));
  await app.inPage(press, en.languageName);
  await app.inPage(go, tile(1));
  await app.inPage(go, FIRST_FLOW);
  await app.inPage(walkFlow, DIGITS, en.flow.next);
  const next = app.nextPage();
  await app.inPage(press, en.bar.stop);
  await next;
  await app.inPage(press, nl.attract.start);
  await app.inPage(go, tile(1));
  await app.inPage(go, LAST_ARTICLE);
}
