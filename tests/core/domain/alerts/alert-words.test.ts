import { expect, it } from 'vitest';
import type { AlertFinding } from '../../../../core/domain/alerts/alert.ts';
import { USUAL_RULES } from '../../../../core/domain/alerts/alert-rules.ts';
import { alertText } from '../../../../core/domain/alerts/alert-words.ts';
import { judgeExpiry } from '../../../../core/domain/alerts/judge-expiry.ts';
import { readingLevel } from '../../../../core/domain/reading-level.ts';

const FINDINGS: AlertFinding[] = [
  { kind: 'silent', hours: 26, ofOpening: false },
  { kind: 'silent', hours: 9, ofOpening: true },
  { kind: 'full', freeBytes: 420_000_000 },
  { kind: 'stale', pack: 'zelfredzaam', version: 7, newest: 9, days: 12 },
  { kind: 'stale', pack: 'zelfredzaam', version: 0, newest: 9, days: 12 },
  { kind: 'crash-looping', startsPerHour: 6 },
  { kind: 'expiring', role: 'timestamp', expires: '2026-12-01T00:00:00Z' },
  { kind: 'set-aside', number: 3 },
];
const about = { place: 'Hal', device: '3f8a5d2e' };

it.each(FINDINGS)(
  'says in two languages what is wrong, what to do, and that it is over: $kind',
  (finding) => {
    const texts = (['nl', 'en'] as const).flatMap((language) =>
      [false, true].map((over) => alertText(language, finding, about, over)),
    );
    expect(new Set(texts.map(({ subject }) => subject)).size).toBe(4);
    for (const { subject, advice } of texts) {
      expect(subject).toMatch(/^Hal \(3f8a5d2e\): [a-z]/);
      expect(subject.length).toBeLessThan(120);
      expect(advice).toMatch(/\.$/);
    }
    expect(['A2', 'B1']).toContain(readingLevel(alertText('nl', finding, about).advice).level);
    expect(alertText('nl', finding, { place: 'Delft', device: undefined }).subject).toMatch(/^Delft: /);
  },
);

it('names no version of a device that shows none that was published', () => {
  const none = { ...FINDINGS[3], version: 0 } as AlertFinding;
  expect(alertText('nl', none, about).advice).toMatch(
    /^Het apparaat laat geen versie van de bibliotheek zien\./,
  );
  expect(alertText('en', none, about).advice).toMatch(/^The device shows no version of the library\./);
});

it('does not say since when the newest version is there: days count from the first above that of the device', () => {
  const old = FINDINGS[3] as AlertFinding;
  expect(alertText('nl', old, about).advice).toContain(
    'Er is al 12 dagen een nieuwere. De nieuwste is versie 9.',
  );
  const day = { ...old, days: 1 } as AlertFinding;
  expect(alertText('nl', day, about).advice).toContain('Er is al 1 dag een nieuwere.');
  expect(alertText('en', day, about).advice).toContain('for 1 day.');
  const today = { ...old, days: 0 } as AlertFinding;
  expect(alertText('nl', today, about).advice).toContain('Er is een nieuwere. De nieuwste is versie 9.');
});

it('writes numbers as they are written there', () => {
  expect(alertText('nl', FINDINGS[2] as AlertFinding, about).subject).toContain('nog 0,4 GB');
  expect(alertText('en', FINDINGS[2] as AlertFinding, about).subject).toContain('0.4 GB left');
});

it('warns of what runs out first, when that is soon, and of what has run out', () => {
  const roles = [
    { role: 'root', expires: '2027-11-01T00:00:00Z' },
    { role: 'timestamp', expires: '2026-12-11T12:00:00Z' },
  ];
  const at = (text: string) => judgeExpiry(roles, USUAL_RULES, Date.parse(text));
  expect(at('2026-11-27T11:59:59Z')).toBeUndefined();
  expect(at('2026-11-27T12:00:00Z')).toEqual({ kind: 'expiring', ...roles[1] });
  expect(at('2026-12-27T12:00:00Z')).toMatchObject({ role: 'timestamp' });
  expect(judgeExpiry([], USUAL_RULES, 0)).toBeUndefined();
});
