import { MOST_FINDINGS, type PackInPreview, type PreviewOpened } from '../contract/preview.ts';
import type { CalendarDate } from './calendar-date.ts';
import { checkPack } from './check-pack.ts';
import type { Pack } from './pack.ts';
import type { PackSource } from './pack-source.ts';
import { pathsOf } from './paths.ts';

/** A pack that was read: what the check says of it, and the pack itself when a kiosk would show it. */
export type JudgedPack = {
  readonly pack: Pack | undefined;
  readonly opened: Extract<PreviewOpened, { kind: 'read' }>;
};

/**
 * Checks a pack as `pack check` does, for people who look at it before or after it is published. One with errors that stop only its
 * author, as being too old, is shown, as kiosks do. `categories`: those that services have; without them, what outcomes name is not
 * held against any.
 */
export function judgePack(
  source: PackSource,
  today: CalendarDate,
  categories?: readonly string[],
): JudgedPack {
  const judged = checkPack(source, { today, ...(categories && { categories }) });
  const pack = judged.pack ?? checkPack(source, { today, published: true }).pack;
  const errors = judged.findings.filter(({ severity }) => severity === 'error');
  const warnings = judged.findings.filter(({ severity }) => severity === 'warning');
  return {
    pack,
    opened: {
      kind: 'read',
      errors: errors.length,
      warnings: warnings.length,
      findings: [...errors, ...warnings].slice(0, MOST_FINDINGS),
      pack: pack === undefined ? null : summaryOf(pack, today),
    },
  };
}

function summaryOf({ about, flows, articles, parameters }: Pack, today: CalendarDate): PackInPreview {
  return {
    about,
    flows: flows.map(({ flow, words }) => ({
      id: flow.id,
      // In the order of the pack, whose first language is that of its authors.
      titles: Object.fromEntries(
        about.languages.flatMap((language) => {
          const title = words[language]?.title;
          return title === undefined ? [] : [[language, title]];
        }),
      ),
      questions: Object.keys(flow.questions).length,
      outcomes: Object.keys(flow.outcomes).length,
      paths: [...pathsOf(flow, { today, parameters })].length,
    })),
    articles: articles.length,
  };
}
