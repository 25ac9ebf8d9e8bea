// Holds what ships in assets/directory against the rules for content.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDutchPhone } from '../../../../core/domain/contact.ts';
import { attributesIn } from '../../../../core/domain/directory/attributes-in.ts';
import {
  codesIn,
  isFictional,
  isForWheelchairs,
  isFree,
  languagesOf,
  neighbourhoodsOf,
  pictureOf,
  reviewDay,
  TAXONOMIES,
} from '../../../../core/domain/directory/marks.ts';
import { clockText, openingDays, openingOn } from '../../../../core/domain/directory/opening-hours.ts';
import { Service } from '../../../../core/domain/directory/service.ts';
import { placesOf } from '../../../../core/domain/directory/service-places.ts';
import { readingLevel } from '../../../../core/domain/reading-level.ts';
import { TODAY } from '../../../builders/today.ts';

const FILE = join(import.meta.dirname, '../../../../assets/directory/services.json');
const RAW = JSON.parse(readFileSync(FILE, 'utf8')) as unknown[];
const SERVICES = RAW.map((service) => Service.parse(service));
const LOCAL = SERVICES.filter((service) => isFictional(service, service.organization));
const NATIONAL = SERVICES.filter((service) => !isFictional(service, service.organization));

/** Every text for visitors in a record and the records in it, with its field and whether it is translated. */
function textsIn(record: object, found: { field: string; text: string; english: string | undefined }[] = []) {
  const attributes = 'attributes' in record ? (record.attributes as never[]) : [];
  for (const [field, value] of Object.entries(record)) {
    if (field === 'attributes') continue;
    if (Array.isArray(value)) for (const part of value) textsIn(part, found);
    else if (typeof value === 'object') textsIn(value, found);
    else if (TEXTS.has(field)) {
      const own = attributesIn({ attributes }).find(
        ({ label, taxonomy_term: { taxonomy, code } }) =>
          taxonomy === TAXONOMIES.translation && code === 'en' && label === field,
      );
      found.push({ field, text: String(value), english: own?.value });
    }
  }
  return found;
}
const TEXTS = new Set([
  ...['name', 'alternate_name', 'description', 'transportation', 'option', 'document', 'alert', 'wait_time'],
  ...['eligibility_description', 'application_process', 'interpretation_services'],
]);

describe('the directory that ships', () => {
  test('is HSDS as it stands, with ids that are UUIDs and stand once', () => {
    expect(SERVICES).toEqual(RAW);
    const ids = SERVICES.map(({ id }) => id);
    expect(ids.filter((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is looked at again in the course of the year: no day takes a quarter of it away', () => {
    const days = SERVICES.map((service) => reviewDay(service) ?? '');
    const most = Math.max(...[...new Set(days)].map((day) => days.filter((each) => each === day).length));
    expect(most).toBeLessThanOrEqual(SERVICES.length / 4);
    expect(days.filter((day) => day < '2027-01-01' || day > '2027-11-03')).toEqual([]);
  });

  test('has at least 60 services of the made-up municipality, in all topics and neighbourhoods', () => {
    expect(LOCAL.length).toBeGreaterThanOrEqual(60);
    const topics = new Set(LOCAL.flatMap((service) => codesIn(service, 'topic')));
    expect([...topics].sort()).toEqual([
      'digitaal',
      'geld',
      'gezin',
      'nieuw-in-nederland',
      'ontmoeten',
      'werk',
      'wonen',
      'zorg',
    ]);
    const places = LOCAL.flatMap(placesOf).flatMap(({ location }) => location ?? []);
    expect(new Set(places.flatMap(neighbourhoodsOf)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(places.map(isForWheelchairs))).toEqual(new Set([true, false]));
    expect(new Set(LOCAL.map(({ cost_options }) => isFree(cost_options)))).toEqual(new Set([true, false]));
    expect(new Set(LOCAL.flatMap((service) => languagesOf(service, []))).size).toBeGreaterThanOrEqual(6);
  });

  test('has every text in Dutch and English', () => {
    const missing = SERVICES.flatMap((service) => textsIn(service)).filter(
      ({ english }) => english === undefined,
    );
    expect(missing).toEqual([]);
  });

  test('reads at B1 or lower', () => {
    const remarks = SERVICES.flatMap((service) =>
      textsIn(service)
        .filter(({ field }) => !['name', 'alternate_name'].includes(field))
        .flatMap(({ text }) =>
          readingLevel(text).findings.map(({ sentence, advice }) => `${sentence} (${advice})`),
        ),
    );
    expect([...new Set(remarks)]).toEqual([]);
  });

  test('has no figures in running text: those belong in fields of their own', () => {
    const running = ['description', 'eligibility_description', 'application_process', 'wait_time'];
    const texts = SERVICES.flatMap(({ organization: _, service_at_locations: __, ...service }) =>
      textsIn(service),
    );
    const figures = texts.filter(
      ({ field, text }) => running.includes(field) && /\d/.test(text.replaceAll('112', '')),
    );
    expect(figures).toEqual([]);
  });

  test('is not outdated, and every service has a picture of its own', () => {
    expect(SERVICES.filter((service) => (reviewDay(service) ?? '') <= TODAY)).toEqual([]);
    expect(SERVICES.filter((service) => pictureOf(service) === 'map-pin')).toEqual([]);
  });

  test('opens at some time in the coming weeks, wherever there are hours', () => {
    const shut = SERVICES.filter((service) =>
      placesOf(service).some(
        ({ schedules }) =>
          schedules.length > 0 && openingDays(schedules, TODAY, 40).every(({ spans }) => spans.length === 0),
      ),
    );
    expect(shut.map(({ name }) => name)).toEqual([]);
  });
});

describe('at the end of the year', () => {
  /** The hours of a service on a day at each of its places, in one line each. */
  const hoursOn = (name: string, date: string) =>
    SERVICES.filter((service) => service.name === name)
      .flatMap(placesOf)
      .map(({ schedules }) =>
        openingOn(schedules, date)
          .spans.map(({ opens, closes }) => `${clockText(opens)}-${clockText(closes)}`)
          .join(' '),
      );

  test.each([
    [
      'the night shelter is open in every winter night',
      'Slapen als u geen huis heeft',
      '2026-12-22',
      '19:00-09:00',
    ],
    [
      'who repairs a house does so when the town hall is shut',
      'Iets kapot in uw huurhuis',
      '2027-05-07',
      '00:00-24:00',
    ],
    ['lawyers go home when the library closes early', 'Uitleg over uw rechten', '2026-12-24', ''],
    ['and stay on other Thursdays', 'Uitleg over uw rechten', '2026-12-17', '18:00-20:00'],
    ['on the last day of the year they go home, too', 'Uitleg over uw rechten', '2026-12-31', ''],
    ['what is over by then goes on', 'Voedselbank', '2026-12-23', '13:00-16:00'],
  ])('%s', (_, name, date, expected) => {
    expect(hoursOn(name, date)).toEqual([expected]);
  });

  test('a course that has ended says nothing of the days after it, not that it is closed', () => {
    const [course] = SERVICES.filter(({ name }) => name.startsWith('Digisterker')).flatMap(placesOf);
    expect(openingDays(course?.schedules ?? [], '2027-02-17', 7).map(({ date }) => date)).toEqual([
      '2027-02-17',
      '2027-02-18',
    ]);
  });
});

describe('what is made up', () => {
  const numbersOf = (services: readonly object[]) =>
    JSON.stringify(services).match(/"number":"[^"]*"/g) ?? [];

  test('has telephone numbers that the Dutch number plan gives to nobody', () => {
    expect(numbersOf(LOCAL).length).toBeGreaterThan(10);
    expect(numbersOf(LOCAL).filter((number) => !/"099 000 \d\d \d\d"/.test(number))).toEqual([]);
  });

  test('has postal codes that no place has', () => {
    const codes = JSON.stringify(LOCAL).match(/"postal_code":"[^"]*"/g) ?? [];
    expect(codes.filter((code) => !code.includes('"0'))).toEqual([]);
  });
});

describe('national lines', () => {
  test('are real, and have the numbers of the pack that ships', () => {
    const contacts = readFileSync(join(FILE, '../../packs/zelfredzaam/contacts.yaml'), 'utf8');
    const numbers = NATIONAL.flatMap(({ phones = [] }) => phones.map(({ number }) => number));
    expect(numbers.length).toBeGreaterThanOrEqual(7);
    expect(numbers.filter((number) => !contacts.includes(number) || !isDutchPhone(number))).toEqual([]);
  });
});
