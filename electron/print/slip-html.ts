import type { Paper } from '../../core/domain/paper.ts';
import type { Slip, SlipItem, SlipSection, SlipText } from '../../core/domain/slip.ts';
import { directionOf, type Language } from '../../core/domain/words.ts';

/** A slip as a page to print. Everything in it is text: no mark-up of the content gets through. */
export function slipHtml(slip: Slip, paper: Paper): string {
  const { language } = slip;
  const tell = (tag: string, said: SlipText | undefined, name?: string) => element(tag, said, language, name);
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><title>Balie</title><link rel="stylesheet" href="letters.css"><link rel="stylesheet" href="slip.css"></head>
<body class="${paper}"><main>
${tell('p', slip.about, 'about')}
${tell('h1', slip.title)}
${tell('p', slip.lead, 'lead')}
${tell('p', slip.notice, 'notice')}
${slip.sections.map((section) => sectionHtml(section, tell)).join('\n')}
<footer>
${tell('p', slip.checked)}
${tell('p', slip.desk)}
</footer>
</main></body></html>`;
}

type Tell = (tag: string, said: SlipText | undefined, name?: string) => string;

function sectionHtml({ kind, heading, items }: SlipSection, tell: Tell): string {
  const list = kind === 'steps' ? 'ol' : 'ul';
  return `<section class="${kind}">${tell('h2', heading)}<${list}>
${items.map((item) => `<li>${itemHtml(item, tell)}</li>`).join('\n')}
</${list}></section>`;
}

function itemHtml({ title, place, text, phone, phoneNote, note, site }: SlipItem, tell: Tell): string {
  return [
    tell('h3', title),
    tell('p', place),
    tell('p', text),
    phone === undefined
      ? ''
      : `<p class="phone"><bdi dir="ltr">${escaped(phone)}</bdi> ${tell('span', phoneNote)}</p>`,
    tell('p', note),
    site === undefined ? '' : `<p class="site"><bdi dir="ltr">${escaped(site)}</bdi></p>`,
  ].join('');
}

function element(tag: string, said: SlipText | undefined, around: Language, name?: string): string {
  if (said === undefined || said.text === '') return '';
  const foreign =
    said.language === around ? '' : ` lang="${escaped(said.language)}" dir="${directionOf(said.language)}"`;
  // An amount stands in one line.
  const text = escaped(said.text).replaceAll('€ ', '€&nbsp;');
  return `<${tag}${name === undefined ? '' : ` class="${name}"`}${foreign}>${text}</${tag}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that stands for itself in HTML, in an element and in an attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
