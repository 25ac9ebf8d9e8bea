import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { articleSlip } from '../../core/domain/article-slip.ts';
import { outcomeSlip } from '../../core/domain/outcome-slip.ts';
import type { Slip } from '../../core/domain/slip.ts';
import { bytesIn, slipText } from '../../core/domain/slip-text.ts';
import type { SlipWords } from '../../core/domain/slip-words.ts';
import { installPack } from '../../db/content/install-pack.ts';
import { articlePage, flowPage } from '../../db/content/pages.ts';
import { slipWords } from '../../electron/print/slip-words.ts';
import { MOST_CODE_BYTES } from '../../renderer/visitor/take-along/code-path.ts';
import { aStore } from '../builders/a-store.ts';
import { drawnCode } from '../builders/drawn-code.ts';
import { shippedPack } from './shipped-pack.ts';

const DAY = '2026-11-24';
type Named = { readonly name: string; readonly slip: Slip };

let made: Named[] | undefined;

/** Of every case of every flow, and of every article, in the languages of the pack; made once. */
function allSlips(): readonly Named[] {
  if (made !== undefined) return made;
  const slips: Named[] = [];
  const db = aStore('content');
  const pack = shippedPack();
  installPack(db, { pack: { ...pack, media: [] }, digest: 'shipped', media: new Map() });
  const add = (name: string, make: (words: SlipWords) => Slip | undefined) => {
    for (const language of pack.about.languages) {
      const slip = make(slipWords(language));
      if (slip !== undefined) slips.push({ name: `${name} in ${language}`, slip });
    }
  };
  for (const { flow, cases } of pack.flows) {
    const page = flowPage(db, flow.id, DAY);
    for (const { name, answers, today = DAY } of cases)
      add(`${flow.id}, ${name}`, (words) =>
        page === null || flow.review_by < today ? undefined : outcomeSlip({ ...page, today }, answers, words),
      );
  }
  for (const { article } of pack.articles) {
    const page = articlePage(db, article.id, DAY);
    add(article.id, (words) => (page === null ? undefined : articleSlip(page, words)));
  }
  made = slips;
  return slips;
}

describe('the slips of the shipped pack', () => {
  // Reads the whole pack first, which takes seconds on a busy machine.
  it('are there for all its cases and articles', { timeout: 30_000 }, () => {
    const pack = shippedPack();
    // A case may be set on a day on which its flow is outdated: there is no slip then.
    const cases = pack.flows.flatMap(({ flow, cases }) =>
      cases.filter(({ today = DAY }) => today <= flow.review_by),
    );
    expect(cases.length).toBeGreaterThan(100);
    expect(allSlips().length).toBe((cases.length + pack.articles.length) * pack.about.languages.length);
  });

  it('keep in a code what came out, and of an outcome every step and everybody to call', () => {
    for (const { name, slip } of allSlips()) {
      const text = slipText(slip, MOST_CODE_BYTES);
      expect(bytesIn(text), name).toBeLessThanOrEqual(MOST_CODE_BYTES);
      expect(text.startsWith(slip.title.text), name).toBe(true);
      const needed = slip.sections.flatMap(({ items }) =>
        items.flatMap(({ title, phone }) => [title?.text, phone]),
      );
      for (const part of needed) if (part !== undefined) expect(text, name).toContain(part);
    }
  });

  it('can be read from the code, the one that says most as well', () => {
    const slips = allSlips();
    const sizes = slips.map(({ slip }) => bytesIn(slipText(slip, MOST_CODE_BYTES)));
    const fullest = slips[sizes.indexOf(Math.max(...sizes))];
    const longest = [...slips].sort(
      (one, other) => bytesIn(slipText(other.slip, 99_999)) - bytesIn(slipText(one.slip, 99_999)),
    )[0];
    for (const found of [fullest, longest]) {
      if (found === undefined) throw new Error('There are no slips.');
      const text = slipText(found.slip, MOST_CODE_BYTES);
      const { data, side } = drawnCode(text);
      expect(jsQR(data, side, side)?.data, found.name).toBe(text);
    }
  });
});
