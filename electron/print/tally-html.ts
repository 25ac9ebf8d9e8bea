import type { DeskLists } from '../../core/domain/desk/desk-lists.ts';
import { DeskChannel, DeskOutcome } from '../../core/domain/desk/desk-question.ts';
import { directionOf, type Language, pick } from '../../core/domain/words.ts';
import { STAFF_WORDS } from '../../renderer/words/staff-texts.ts';
import { escaped } from './slip-html.ts';

/** The sheet on which a desk tallies by hand: what was asked, against how it ended. The screen to enter it looks the same. */
export function tallyHtml(lists: DeskLists, wanted: Language): string {
  const language = STAFF_WORDS[wanted] === undefined ? 'nl' : wanted;
  const words = STAFF_WORDS[language] ?? STAFF_WORDS['nl'];
  if (words === undefined) throw new Error('There are no words for a tally sheet.');
  const { tally, outcomes, channels } = words;
  const write = (label: string) => `<p class="write"><b>${escaped(label)}</b><span></span></p>`;
  const head = DeskOutcome.options
    .map((outcome) => `<th scope="col">${escaped(outcomes[outcome])}</th>`)
    .join('');
  const rows = lists.subCategories
    .map(({ names }) => {
      const name = pick(names, language);
      return `<tr><th scope="row">${escaped(name?.value ?? '')}</th>${'<td></td>'.repeat(DeskOutcome.options.length)}</tr>`;
    })
    .join('\n');
  const ways = DeskChannel.options
    .map((each) => `<span class="tick"></span>${escaped(channels[each])}`)
    .join(' ');
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><title>Balie</title><link rel="stylesheet" href="letters.css"><link rel="stylesheet" href="tally.css"></head>
<body><main>
<h1>${escaped(tally.sheetTitle)}</h1>
<p class="lead">${escaped(tally.sheetLead)}</p>
<div class="facts">${write(tally.day)}${write(tally.hour)}<p class="ways">${ways}</p></div>
<table><thead><tr><th scope="col">${escaped(tally.subject)}</th>${head}</tr></thead>
<tbody>
${rows}
</tbody></table>
<p class="foot">${escaped(tally.sheetFoot)}</p>
</main></body></html>`;
}
