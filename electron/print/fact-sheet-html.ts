import { dayText } from '../../core/domain/day-text.ts';
import { directionOf, HOME_LANGUAGE } from '../../core/domain/words.ts';
import type { FactLine } from '../../maps/fact-line.ts';
import type { FactScreen, FactSheet, FactValue, FactWay } from '../../maps/fact-sheet.ts';
import type { FactContact } from '../../maps/fact-where-to.ts';
import { type FactWords, factWords } from '../../maps/fact-words.ts';
import { escaped } from './slip-html.ts';

/** Sheets to check facts on, one after the other, as a page to print. Everything in them is text: no mark-up gets through. */
export function factSheetHtml(sheets: readonly FactSheet[]): string {
  return `<!doctype html>
<html lang="${escaped(sheets[0]?.language ?? HOME_LANGUAGE)}">
<head><meta charset="utf-8"><title>Balie</title><link rel="stylesheet" href="letters.css"><link rel="stylesheet" href="fact-sheet.css"></head>
<body>${sheets.map(sheetHtml).join('\n')}</body></html>`;
}

function sheetHtml(sheet: FactSheet): string {
  const { language, screens, contacts, values, sources } = sheet;
  const say = factWords(language);
  const day = (date: string) => escaped(dayText(date, language));
  const byId = new Map(values.map((value) => [value.id, value]));
  const part = (kind: FactScreen['kind'], heading: string) =>
    `<h2>${escaped(heading)}</h2>${screens
      .filter((screen) => screen.kind === kind)
      .map((screen) => screenHtml(screen, say, byId))
      .join('\n')}`;
  return `<main lang="${escaped(language)}" dir="${directionOf(language)}">
<header><p class="about">${escaped(say.about)}</p><h1>${escaped(sheet.title)}</h1><p class="lead">${escaped(sheet.summary)}</p>
<dl><div><dt>${escaped(say.printed)}</dt><dd>${day(sheet.today)}</dd></div><div><dt>${escaped(say.reviewBy)}</dt><dd>${day(sheet.reviewBy)}</dd></div>
<div class="write"><dt>${escaped(say.by)}</dt><dd></dd></div><div class="write"><dt>${escaped(say.day)}</dt><dd></dd></div></dl></header>
${part('question', say.questions)}
${part('outcome', say.outcomes)}
${contacts.length === 0 ? '' : `<h2>${escaped(say.contacts)}</h2>${contacts.map((contact) => contactHtml(contact, say, day)).join('\n')}`}
${values.length === 0 ? '' : `<h2>${escaped(say.values)}</h2>${values.map((value) => valueHtml(value, say, day)).join('\n')}`}
<h2>${escaped(say.sources)}</h2>
${sources.map(({ title, url, checked_on }) => `<section class="value"><div class="words"><h3>${escaped(title)}</h3><p class="source">${address(url)} · ${escaped(say.checked)} ${day(checked_on)}</p></div>${ticks(say)}</section>`).join('\n')}
</main>`;
}

function screenHtml(screen: FactScreen, say: FactWords, values: ReadonlyMap<string, FactValue>): string {
  const { number, caption, title, text, why, answers, ways, steps, bring, contacts, related, places } =
    screen;
  const used = screen.values.flatMap((id) => values.get(id) ?? []);
  return `<section class="screen ${screen.kind}"><div class="words">
<p class="caption"><span class="number">${number}</span> ${escaped(caption)}${screen.isStart ? ` · ${escaped(say.first)}` : ''}</p>
<h3>${escaped(title)}</h3>
${text === undefined ? '' : `<p>${escaped(text)}</p>`}
${why === undefined ? '' : `<p class="why"><b>${escaped(say.why)}</b> ${escaped(why)}</p>`}
${lines(say.answers, answers, 'ul')}${ways.length === 0 ? '' : `<h4>${escaped(say.ways)}</h4><ul class="ways">${ways.map(wayHtml).join('')}</ul>`}
${lines(say.steps, steps, 'ol')}${lines(say.bring, bring, 'ul')}${lines(say.contacts, contacts, 'ul')}${places === undefined ? '' : `<h4>${escaped(say.places)}</h4><p>${escaped(say.category)} <code>${escaped(places)}</code></p>`}${lines(say.related, related, 'ul')}
${used.length === 0 ? '' : `<p class="used"><b>${escaped(say.values)}</b> ${used.map(({ id, today }) => `${escaped(today ?? say.noValue)} <code>${escaped(id)}</code>`).join(' · ')}</p>`}
</div>${ticks(say)}</section>`;
}

function lines(heading: string, items: readonly FactLine[], list: 'ol' | 'ul'): string {
  if (items.length === 0) return '';
  const inside = items.map((item) => `<li>${lineHtml(item)}</li>`);
  return `<h4>${escaped(heading)}</h4><${list}>${inside.join('')}</${list}>`;
}

function lineHtml({ title, text, hidden }: FactLine): string {
  const said = `<b>${escaped(title)}</b>${text === undefined ? '' : ` ${escaped(text)}`}`;
  return `${said}${hidden === undefined ? '' : `<p class="hidden">${escaped(hidden)}</p>`}`;
}

function wayHtml({ text, indent, to }: FactWay): string {
  const goal =
    to === undefined
      ? ''
      : ` <span class="goal"><span class="number">${to.number}</span> ${escaped(to.title)}</span>`;
  return `<li${indent ? ' class="indent"' : ''}><span>${escaped(text)}</span>${goal}</li>`;
}

function contactHtml(contact: FactContact, say: FactWords, day: (date: string) => string): string {
  const { id, title, text, hidden, source, checkedOn, reviewBy } = contact;
  const from = source === undefined ? '' : `<p class="source">${escaped(say.source)}: ${address(source)}</p>`;
  return `<section class="value"><div class="words"><h3>${escaped(title)} <code>${escaped(id)}</code></h3>${text === undefined ? '' : `<p>${escaped(text)}</p>`}
${hidden === undefined ? '' : `<p class="hidden">${escaped(hidden)}</p>`}${from}<p class="source">${escaped(say.checked)} ${day(checkedOn)} · ${escaped(say.reviewBy)} ${day(reviewBy)}</p></div>${ticks(say)}</section>`;
}

function valueHtml({ id, today, values }: FactValue, say: FactWords, day: (date: string) => string): string {
  const rows = values.map(
    ({ said, from, until, source, checkedOn }) =>
      `<p><b>${escaped(said)}</b> ${escaped(say.from)} ${day(from)} ${escaped(say.until)} ${day(until)}</p>
<p class="source">${escaped(say.source)}: ${address(source)} · ${escaped(say.checked)} ${day(checkedOn)}</p>`,
  );
  return `<section class="value"><div class="words"><h3>${escaped(today ?? say.noValue)} <code>${escaped(id)}</code></h3>${rows.join('')}</div>${ticks(say)}</section>`;
}

function address(url: string): string {
  return `<bdi dir="ltr">${escaped(url)}</bdi>`;
}

/** Room to tick, and to write what is wrong. */
function ticks(say: FactWords): string {
  const box = (word: string) => `<p><span class="box"></span>${escaped(word)}</p>`;
  return `<div class="ticks">${box(say.right)}${box(say.wrong)}<p class="remark">${escaped(say.remark)}</p></div>`;
}
