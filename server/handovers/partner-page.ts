import { dayText } from '../../core/domain/day-text.ts';
import { movesFrom } from '../../core/domain/desk/handover.ts';
import { type HandoverCode, writeHandoverCode } from '../../core/domain/desk/handover-code.ts';
import type { SeenHandover } from './partner-desk.ts';
import { PARTNER_WORDS, type PageLanguage } from './partner-words.ts';

/** Where the page is, and its style. */
export const PARTNER_PLACE = '/overdracht';
export const PARTNER_STYLE_PLACE = '/overdracht/style.css';

/** What went wrong on the page. */
export type PageFault = keyof (typeof PARTNER_WORDS)['nl']['faults'];

/** The page on which a code is typed; with what was wrong with the one before. */
export function codePage(language: PageLanguage, fault?: PageFault): string {
  const words = PARTNER_WORDS[language];
  const wrong = fault === undefined ? undefined : words.faults[fault];
  const notice =
    wrong === undefined
      ? ''
      : `<section class="notice" role="alert"><h2>${escaped(wrong.title)}</h2><p>${escaped(wrong.text)}</p></section>`;
  return page(
    language,
    words.title,
    `${notice}<p>${escaped(words.lead)}</p>
<form method="post" action="${PARTNER_PLACE}">
${hidden('language', language)}
<label for="code">${escaped(words.code)}</label>
<input id="code" name="code" type="text" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint">
<p id="hint" class="soft">${escaped(words.hint)}</p>
<button>${escaped(words.next)}</button>
</form>`,
  );
}

/** A handover, and what its partner can say and fetch. `changed`: what was said came too late. */
export function handoverPage(
  language: PageLanguage,
  code: HandoverCode,
  seen: SeenHandover,
  changed: boolean,
): string {
  const words = PARTNER_WORDS[language];
  const act = (name: string, label: string, look: string) =>
    `<form method="post" action="${PARTNER_PLACE}">${hidden('language', language)}${hidden('code', code)}${hidden('act', name)}<button class="${look}">${escaped(label)}</button></form>`;
  const moves = movesFrom(seen.state, 'partner').map((to, place) =>
    act(to, words.say[to] ?? to, place === 0 ? 'strong' : 'plain'),
  );
  const until = words.sealed.until.replace('{{day}}', () => day(seen.sealed_until, language));
  const sealed = {
    none: '',
    waiting: `<p>${escaped(words.sealed.waiting)}</p><p>${escaped(until)}</p>${act('fetch', words.sealed.fetch, 'plain')}<p class="soft">${escaped(words.sealed.how)}</p>`,
    delivered: seen.canFetch
      ? `<p>${escaped(words.sealed.again.replace('{{time}}', () => time(seen.sealed_until)))}</p>${act('fetch', words.sealed.fetch, 'plain')}`
      : `<p>${escaped(words.sealed.delivered)}</p>`,
    deleted: `<p>${escaped(words.sealed.deleted)}</p>`,
  }[seen.sealed_state];
  return page(
    language,
    words.forPartner.replace('{{partner}}', () => seen.partnerName),
    `${changed ? `<p class="notice" role="alert">${escaped(words.changed)}</p>` : ''}
<dl>
<dt>${escaped(words.from)}</dt><dd>${escaped(seen.libraryName)}, ${escaped(seen.branchName)}</dd>
<dt>${escaped(words.given)}</dt><dd>${escaped(day(seen.given_at, language))}</dd>
<dt>${escaped(words.code)}</dt><dd class="code">${escaped(writeHandoverCode(code))}</dd>
<dt>${escaped(words.how)}</dt><dd><strong>${escaped(words.states[seen.state])}</strong></dd>
</dl>
${sealed === '' ? '' : `<section><h2>${escaped(words.sealed.title)}</h2>${sealed}</section>`}
<section><h2>${escaped(words.what)}</h2>${moves.length === 0 ? `<p>${escaped(words.over)}</p>` : moves.join('\n')}</section>
<p><a href="${PARTNER_PLACE}?language=${language}">${escaped(words.again)}</a></p>`,
  );
}

function page(language: PageLanguage, title: string, main: string): string {
  const words = PARTNER_WORDS[language];
  const other = language === 'nl' ? 'en' : 'nl';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<link rel="stylesheet" href="${PARTNER_STYLE_PLACE}"></head>
<body><header><span>Balie</span><a href="${PARTNER_PLACE}?language=${other}" lang="${other}" hreflang="${other}">${words.other}</a></header>
<main><h1>${escaped(title)}</h1>
${main}
</main><footer><p class="soft">${escaped(words.privacy)}</p></footer></body></html>
`;
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${escaped(value)}">`;
}

/** The day in the Netherlands on which a moment lies. */
function day(moment: string, language: PageLanguage): string {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(new Date(moment));
  return dayText(date, language);
}

/** The time of day in the Netherlands. */
function time(moment: string): string {
  const clock = { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('nl', clock).format(new Date(moment));
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
