import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingText } from '../../../core/domain/check/finding.ts';
import { checkPack } from '../../../core/domain/check-pack.ts';
import type { PackSource } from '../../../core/domain/pack-source.ts';
import { aFile, aSource, GOOD_FILES, lineByDepth } from '../../builders/a-source.ts';
import { TODAY } from '../../builders/today.ts';

const goodFlow = GOOD_FILES['flows/huur/flow.yaml'];

function said(source: PackSource, today = TODAY): string[] {
  return checkPack(source, { today }).findings.map(findingText);
}

describe('the check of a pack', () => {
  it('finds nothing in a good pack, and gives the pack', () => {
    const { pack, findings } = checkPack(aSource(), { today: TODAY });
    expect(findings).toEqual([]);
    expect(pack?.about.id).toBe('klein');
  });

  it('gives no pack when there is an error', () => {
    expect(checkPack(aSource({ 'words.nl.yaml': undefined }), { today: TODAY }).pack).toBeUndefined();
  });

  it('gives the pack when there are only warnings', () => {
    const { pack, findings } = checkPack(aSource(), { today: '2027-05-20' });
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(pack).toBeDefined();
  });

  it('finds what publishing would refuse: the id, the version and names of files', () => {
    const about = GOOD_FILES['pack.yaml'];
    expect(said(aSource({ 'pack.yaml': { ...about, id: 'root' } }))[0]).toContain(
      '"root" means something else in a repository',
    );
    expect(said(aSource({ 'pack.yaml': { ...about, id: 'a'.repeat(41) } }))[0]).toContain('at most 40');
    expect(said(aSource({ 'pack.yaml': { ...about, version: 2 ** 31 } }))[0]).toContain('2147483647 or less');
    expect(said(aSource({ 'pack.yaml': { ...about, version: 2_026_112_701 } }))[0]).toContain('too high');
    const media = [{ path: 'media/mijn huis.png', bytes: 1, type: 'image/png' as const }];
    expect(said({ ...aSource(), media }).join()).toContain('cannot be published: "media/mijn huis.png"');
    expect(
      checkPack(aSource({ 'pack.yaml': { ...about, version: 100_500_000 } }), {
        ...{ today: '1970-01-01', published: true },
      }).pack,
    ).toBeDefined();
  });

  it('names the file, the line, the field, what is wrong and the fix', () => {
    const questions = {
      ...goodFlow.questions,
      'huurt-u': { ...goodFlow.questions['huurt-u'], yes: 'hoe-oud-bent' },
    };
    expect(said(aSource({ 'flows/huur/flow.yaml': { ...goodFlow, questions } }))).toEqual([
      'flows/huur/flow.yaml:30 questions.huurt-u.yes: "hoe-oud-bent" is no question or outcome of this flow. Did you mean "hoe-oud-bent-u"?',
    ]);
  });

  it('takes the line of what is no YAML from its reader', () => {
    const broken = {
      path: 'contacts.yaml',
      data: undefined,
      faults: [{ line: 7, message: 'No YAML.' }],
      lineOf: lineByDepth,
    };
    const source = { ...aSource(), files: [...aSource({ 'contacts.yaml': undefined }).files, broken] };
    expect(checkPack(source, { today: TODAY }).findings).toEqual([
      { severity: 'error', rule: 'syntax', file: 'contacts.yaml', line: 7, field: '', message: 'No YAML.' },
    ]);
  });

  it('has no line for a file that is not there', () => {
    expect(checkPack(aSource({ 'flows/huur/words.nl.yaml': undefined }), { today: TODAY }).findings).toEqual([
      {
        severity: 'error',
        rule: 'words',
        file: 'flows/huur/words.nl.yaml',
        field: '',
        message: 'This flow has no words in "nl". Add this file.',
      },
    ]);
  });

  it('sorts by file and line', () => {
    const source = aSource({
      'topics.yaml': [...GOOD_FILES['topics.yaml'], { id: 'zorg', picture: 'heart', tint: 'care' }],
      'flows/huur/flow.yaml': { ...goodFlow, review_by: '2026-01-01', topic: 'werk' },
      'articles/huur-uitleg/article.yaml': {
        ...GOOD_FILES['articles/huur-uitleg/article.yaml'],
        flows: ['werk'],
      },
    });
    expect(said(source).map((text) => text.split(': ')[0])).toEqual([
      'articles/huur-uitleg/article.yaml:20 flows[0]',
      'flows/huur/flow.yaml:10 review_by',
      'flows/huur/flow.yaml:10 topic',
      'topics.yaml:10 [1]',
      'words.nl.yaml:10 topics',
    ]);
  });

  it('keeps the order of the rules for what has no line', () => {
    const fault = 'This picture is damaged. Save it again as PNG or JPEG.';
    const media = [{ path: 'media/huis.png', bytes: 1, type: 'image/png' as const, fault }];
    expect(said(aSource({}, media))).toEqual([
      'media/huis.png: This picture is damaged. Save it again as PNG or JPEG.',
      'media/huis.png: Nothing uses this picture. Remove it, or name it in an article.',
    ]);
  });

  it('runs every rule', () => {
    const source = aSource(
      {
        'notes.txt': '',
        'pack.yaml': { ...GOOD_FILES['pack.yaml'], languages: ['nl', 'en'] },
        'contacts.yaml': { balie: { ...GOOD_FILES['contacts.yaml'].balie, phone: '1' } },
        'flows/huur/flow.yaml': { ...goodFlow, topic: 'werk' },
        'flows/huur/words.nl.yaml': { ...GOOD_FILES['flows/huur/words.nl.yaml'], summary: 'Dit is 18 jaar.' },
        'flows/huur/cases.yaml': [{ ...GOOD_FILES['flows/huur/cases.yaml'][0], outcome: 'niet' }],
      },
      [{ path: 'media/huis.png', bytes: 1, type: 'image/png' }],
    );
    const rules = new Set(checkPack(source, { today: TODAY }).findings.map(({ rule }) => rule));
    expect([...rules].sort()).toEqual([
      'amount',
      'case',
      'media',
      'phone',
      'reference',
      'unknown-file',
      'words',
    ]);
  });
});

describe('what was looked at less closely when a pack was published', () => {
  const words = GOOD_FILES['words.nl.yaml'];
  const flow = GOOD_FILES['flows/huur/words.nl.yaml'];
  const balie = { name: '\u200b', text: 'Loop naar de balie.', hours: 'Van {balie.open} tot {dicht}' };
  const asked = { ...flow.questions['huurt-u'], explain: 'Een huis. Een kamer. Een boot.' };
  const source = aSource({
    'words.nl.yaml': { ...words, contacts: { balie } },
    'flows/huur/words.nl.yaml': { ...flow, questions: { ...flow.questions, 'huurt-u': asked } },
  });

  it('is told to its author: names without words, holes in opening hours, too much above the answers', () => {
    const { findings, pack } = checkPack(source, { today: TODAY });
    expect(findings.map(({ rule, field }) => `${rule} ${field}`).sort()).toEqual([
      'explain questions.huurt-u.explain',
      'hours contacts.balie.hours',
      'hours contacts.balie.hours',
      'wordless contacts.balie.name',
    ]);
    expect(pack).toBeUndefined();
  });

  it('is shown by a kiosk that has it already', () => {
    expect(checkPack(source, { today: TODAY, published: true }).pack).toBeDefined();
  });
});

describe('one mistake', () => {
  it('in a flow does not make its cases fail as well', () => {
    const questions = {
      ...goodFlow.questions,
      'huurt-u': { ...goodFlow.questions['huurt-u'], yes: 'nergens' },
    };
    expect(said(aSource({ 'flows/huur/flow.yaml': { ...goodFlow, questions } }))).toHaveLength(1);
  });

  it.each([
    'contacts.yaml',
    'parameters.yaml',
    'flows/huur/flow.yaml',
    'articles/huur-uitleg/article.yaml',
    'words.nl.yaml',
  ])('in %s does not make others seem to name what is not there', (path) => {
    const good = GOOD_FILES[path as keyof typeof GOOD_FILES];
    const findings = said(aSource({ [path]: { ...good, 'Wrong Field': 1 } }));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain('Wrong Field');
  });

  it('in the id of a flow is told once, in the right file', () => {
    expect(
      said(aSource({ 'flows/huur/flow.yaml': { ...goodFlow, id: 'zorg', review_by: '2020-01-01' } })),
    ).toEqual([
      `flows/huur/flow.yaml:10 id: The folder is called "huur". Make the id and the folder's name the same.`,
    ]);
  });

  it('in one file does not hide what is wrong inside another', () => {
    const source = aSource({
      'contacts.yaml': { balie: 5 },
      'flows/huur/flow.yaml': { ...goodFlow, start: 'nergens' },
      'flows/huur/words.nl.yaml': { ...GOOD_FILES['flows/huur/words.nl.yaml'], summary: 'Dit is 18 jaar.' },
    });
    expect(said(source).map((text) => text.split(':')[0])).toEqual([
      'contacts.yaml',
      'flows/huur/flow.yaml',
      'flows/huur/words.nl.yaml',
    ]);
  });
});

describe('the calendar', () => {
  it('takes away the value of a parameter without making the pack wrong', () => {
    const parameters = {
      'huur.leeftijd': {
        unit: 'year',
        values: [
          {
            value: 18,
            valid_from: '2026-01-01',
            valid_until: '2026-12-31',
            source: 'https://www.rijksoverheid.nl',
            checked_on: '2026-11-03',
          },
        ],
      },
    };
    const { pack, findings } = checkPack(aSource({ 'parameters.yaml': parameters }), { today: '2027-01-01' });
    expect(pack).toBeDefined();
    expect(findings.map(({ severity, rule, file }) => [severity, rule, file])).toEqual([
      ['warning', 'case', 'flows/huur/cases.yaml'],
      ['warning', 'parameter', 'parameters.yaml'],
    ]);
  });
});

describe('a pack that was published, when a kiosk looks at it again', () => {
  const later = { today: '2030-01-01', published: true };

  it('is not refused for being older: what the calendar did is a warning', () => {
    const { pack, findings } = checkPack(aSource(), later);
    expect(pack).toBeDefined();
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(checkPack(aSource(), { today: '2030-01-01' }).pack).toBeUndefined();
  });

  it('is not refused for what the check did not find then, and a visitor can be shown', () => {
    const nl = GOOD_FILES['flows/huur/words.nl.yaml'];
    const image = { ...GOOD_FILES['articles/huur-uitleg/article.yaml'], image: 'huis.png' };
    const page = { ...GOOD_FILES['articles/huur-uitleg/nl.md'], alt: '…' };
    const heading = { kind: 'heading', runs: [], line: 9 };
    const source = aSource(
      {
        'pack.yaml': { ...GOOD_FILES['pack.yaml'], languages: ['nl', 'en'] },
        'words.en.yaml': GOOD_FILES['words.nl.yaml'],
        'flows/huur/words.nl.yaml': {
          ...{ ...nl, summary: 'Uw huur is onder 900.' },
          questions: {
            ...nl.questions,
            'huurt-u': { ...nl.questions['huurt-u'], explain: 'Uw eigen huis.' },
          },
        },
        'flows/huur/words.en.yaml': nl,
        'articles/huur-uitleg/article.yaml': image,
        'articles/huur-uitleg/nl.md': { ...page, blocks: [...page.blocks, heading] },
        'articles/huur-uitleg/en.md': { ...page, alt: 'A house' },
      },
      [{ path: 'media/huis.png', bytes: 1, type: 'image/png' }],
    );
    const found = (published: boolean) =>
      checkPack(source, { today: TODAY, published }).findings.map(({ severity, rule }) => [severity, rule]);
    const rules = ['description', 'heading', 'translation', 'amount'];
    expect(found(true)).toEqual(rules.map((rule) => ['warning', rule]));
    expect(found(false)).toEqual(rules.map((rule) => ['error', rule]));
    expect(checkPack(source, { today: TODAY, published: true }).pack).toBeDefined();
  });

  it('is refused for what was never right', () => {
    const { pack, findings } = checkPack(aSource({ 'flows/huur/words.nl.yaml': undefined }), later);
    expect(pack).toBeUndefined();
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'words',
    ]);
  });
});

describe('whatever an author writes', { timeout: 60_000 }, () => {
  const FIXED = { seed: 20261124, numRuns: 100 };
  const paths = Object.keys(GOOD_FILES) as (keyof typeof GOOD_FILES)[];
  const junk = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      undefined,
      '',
      'Huur',
      'constructor',
      '__proto__',
      0,
      -1,
      1e308,
      true,
      [],
      {},
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );

  /** The data of a file with one of its values replaced. */
  const spoiled = fc.constantFrom(...paths).chain((path) => {
    const places = placesIn(GOOD_FILES[path]);
    return fc.record({ path: fc.constant(path), place: fc.constantFrom(...places), value: junk });
  });

  it('becomes findings and never an exception, each with a file, a rule and a sentence', () => {
    fc.assert(
      fc.property(fc.array(spoiled, { minLength: 1, maxLength: 3 }), (changes) => {
        const files = new Map<string, unknown>(
          Object.entries(GOOD_FILES).map(([path, data]) => [path, structuredClone(data)]),
        );
        for (const { path, place, value } of changes)
          files.set(path, replaced(files.get(path), place, value));
        const source = { files: [...files].map(([path, data]) => aFile(path, data)), media: [] };
        const { pack, findings } = checkPack(source, { today: TODAY });
        for (const { file, rule, message, severity } of findings) {
          expect([file, rule, severity].every((text) => text !== '')).toBe(true);
          expect(message).toMatch(/^.{10,}[.?]$/su);
        }
        expect(pack === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
      }),
      FIXED,
    );
  });
});

function placesIn(data: unknown, above: string[] = []): string[][] {
  if (typeof data !== 'object' || data === null) return [above];
  return [above, ...Object.entries(data).flatMap(([key, value]) => placesIn(value, [...above, key]))];
}

function replaced(data: unknown, [first, ...rest]: string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (typeof data !== 'object' || data === null) return data;
  const copy = Array.isArray(data) ? [...data] : { ...data };
  (copy as Record<string, unknown>)[first] = replaced((data as Record<string, unknown>)[first], rest, value);
  return copy;
}
