import type { CalendarDate } from './calendar-date.ts';
import { dayText, siteText } from './day-text.ts';
import { type Area, areaText } from './directory/area-text.ts';
import { phoneKind } from './directory/phones-to-call.ts';
import type { Holiday } from './directory/public-holidays.ts';
import { type Spoken, spokenName, spokenText } from './directory/spoken.ts';
import { toldCosts } from './directory/told-costs.ts';
import type { Slip, SlipItem, SlipSection, SlipText } from './slip.ts';
import { itemOf, own, said, sectionOf } from './slip-parts.ts';
import type { SlipWords } from './slip-words.ts';
import type { InLanguages } from './words.ts';

type Text = InLanguages<string>;
type Day = {
  readonly date: CalendarDate;
  readonly spans: readonly { opens: string; closes: string }[];
  readonly holiday?: Holiday | undefined;
  readonly exception?: { readonly reason?: Text | undefined } | undefined;
};
type Phone = {
  readonly number: string;
  readonly extension?: number | undefined;
  readonly type?: string | undefined;
  readonly description?: Text | undefined;
  /** Of those who answer it, where they are not those of the service. */
  readonly languages?: readonly Spoken[] | undefined;
};
type Price = {
  readonly option?: Text | undefined;
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
  readonly amount_description?: Text | undefined;
};
type Place = {
  readonly name?: Text | undefined;
  readonly note?: Text | undefined;
  readonly description?: Text | undefined;
  readonly transportation?: Text | undefined;
  readonly wheelchair?: boolean | undefined;
  readonly addresses: readonly {
    readonly address_1: string;
    readonly address_2?: string | undefined;
    readonly postal_code?: string | undefined;
    readonly city: string;
    readonly address_type?: 'postal' | undefined;
  }[];
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  /** Beside those of the service. */
  readonly languages?: readonly Spoken[] | undefined;
  readonly phones: readonly Phone[];
  readonly week: readonly Day[];
};

/** A service of the directory, as its page tells it (field names of HSDS). `outdated`: not assured in time. */
export type ServiceToTake = {
  readonly outdated: boolean;
  readonly status: 'active' | 'temporarily closed';
  /** It was made up, for a demonstration. */
  readonly fictional: boolean;
  readonly assured_date?: CalendarDate | undefined;
  readonly name: Text;
  readonly description?: Text | undefined;
  readonly alert?: Text | undefined;
  readonly organization?: { readonly name: Text; readonly website?: string | undefined } | undefined;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  readonly eligibility_description?: Text | undefined;
  readonly minimum_age?: number | undefined;
  readonly maximum_age?: number | undefined;
  readonly application_process?: Text | undefined;
  readonly wait_time?: Text | undefined;
  readonly fees_description?: Text | undefined;
  readonly free: boolean;
  readonly cost_options: readonly Price[];
  readonly service_areas: readonly Area[];
  readonly languages: readonly Spoken[];
  readonly interpretation_services?: Text | undefined;
  readonly required_documents: readonly {
    readonly document?: Text | undefined;
    readonly uri?: string | undefined;
  }[];
  readonly phones: readonly Phone[];
  readonly week: readonly Day[];
  readonly places: readonly Place[];
};

/** The slip of a service, in the language of the words. Undefined when it is outdated. */
export function serviceSlip(page: ServiceToTake, words: SlipWords): Slip | undefined {
  const tell = (text: Text | undefined) => said(text ?? {}, words.language, (found) => found);
  const title = tell(page.name);
  if (title === undefined || page.outdated) return undefined;
  const paragraphs = (heading: string, ...texts: readonly (SlipText | undefined)[]) =>
    sectionOf(
      'text',
      own(heading, words),
      texts.map((text) => itemOf({ text })),
    );
  const phoneItem = (phone: Phone): SlipItem =>
    itemOf({ ...calledAt(phone, words), text: tell(phone.description) });
  const closed = page.status === 'active' ? undefined : own(words.closedForNow, words);
  const alert = tell(page.alert);
  // That it is closed comes first; an alert about something else does not stand for it.
  const notice = closed ?? alert;
  const address = page.url !== undefined && /^https?:\/\//.test(page.url) ? page.url : undefined;
  const cost = tell(page.fees_description);
  return {
    language: words.language,
    about: tell(page.organization?.name) ?? title,
    title,
    lead: tell(page.description) ?? { text: '', language: title.language },
    ...(notice && { notice }),
    sections: [
      ...sectionOf('text', undefined, [
        itemOf({ title: closed && alert }),
        itemOf({ title: page.fictional ? own(words.fictional, words) : undefined }),
      ]),
      ...paragraphs(words.who, tell(page.eligibility_description), ageOf(page, words), areaOf(page, words)),
      ...sectionOf('text', own(words.cost, words), [
        itemOf({ text: cost ?? (page.free ? own(words.noCost, words) : undefined) }),
        ...pricesOf(toldCosts(page.free, page.cost_options), words),
      ]),
      ...sectionOf(
        'list',
        own(words.bring, words),
        page.required_documents.map(({ document, uri }) =>
          itemOf({ title: tell(document), site: siteOf(uri) }),
        ),
      ),
      ...paragraphs(words.apply, tell(page.application_process), tell(page.wait_time)),
      ...sectionOf('text', own(words.languages, words), [
        ...spokenItems(page.languages, words),
        itemOf({ text: tell(page.interpretation_services) }),
      ]),
      ...sectionOf('contacts', own(words.contacts, words), [
        ...page.phones.map(phoneItem),
        ...page.places.flatMap((place) => [
          ...placeItems(place, words),
          ...place.phones.slice(1).map(phoneItem),
        ]),
        itemOf({ site: siteOf(page.url ?? page.organization?.website) }),
        itemOf({ site: page.email }),
      ]),
      ...hoursOf(page, words),
    ],
    ...(page.assured_date !== undefined && {
      checked: own(words.checked.replace('{{date}}', dayText(page.assured_date, words.language)), words),
    }),
    desk: own(words.desk, words),
    ...(address !== undefined && { address }),
  };
}

/** One service among others on a slip: its name, the first place to go to, whom to call, and what the screen warns of. */
export function serviceItem(page: ServiceToTake, words: SlipWords): SlipItem {
  const title = said(page.name, words.language, (found) => found);
  const place = page.places.find((each) => writtenAddress(each, words) !== undefined);
  const phone = [...page.phones, ...(place?.phones ?? [])].find((each) => phoneKind(each) === 'voice');
  return itemOf({
    title: title && page.fictional ? { ...title, text: `${title.text} (${words.example})` } : title,
    place: place && writtenAddress(place, words),
    ...(phone && calledAt(phone, words)),
    note: said(page.alert ?? {}, words.language, (found) => found),
  });
}

/** A number, with whom to ask for, what it is for when nobody can be talked to there, and who answers in which languages. */
function calledAt(phone: Phone, words: SlipWords): { phone: string; phoneNote: SlipText | undefined } {
  const { number, extension, languages = [] } = phone;
  const kind = phoneKind(phone);
  const notes = [
    extension === undefined ? '' : words.extension.replace('{{extension}}', String(extension)),
    kind === 'voice' ? '' : words.phoneKind[kind],
    spokenText(languages, words.language) ?? '',
  ].filter((note) => note !== '');
  return { phone: number, phoneNote: notes.length === 0 ? undefined : own(notes.join(', '), words) };
}

/**
 * Where it is and how to get there; a place with a telephone of its own has that too. Of one to write to only that telephone and its
 * site: nobody is to walk there.
 */
function placeItems(place: Place, words: SlipWords): SlipItem[] {
  const tell = (text: Text | undefined) => said(text ?? {}, words.language, (found) => found);
  const at = writtenAddress(place, words);
  const way = tell(place.transportation);
  const [first] = place.phones;
  const called = first && calledAt(first, words);
  const mail = itemOf({ site: place.email });
  if (at === undefined && place.addresses.length > 0)
    return [itemOf({ ...called, site: siteOf(place.url) }), mail];
  return [
    itemOf({
      title: tell(place.name) ?? at,
      place: place.name === undefined ? undefined : at,
      ...called,
      note: tell(place.note) ?? way,
      site: siteOf(place.url),
    }),
    itemOf({ text: place.note === undefined ? undefined : way }),
    itemOf({ text: tell(place.description) }),
    itemOf({ text: place.wheelchair ? own(words.wheelchair, words) : undefined }),
    ...spokenItems(place.languages ?? [], words, `${words.languages}: `),
    mail,
  ];
}

/** The languages that are spoken, in one line that begins with `before`; then what goes with one, such as on which day. */
function spokenItems(spoken: readonly Spoken[], words: SlipWords, before = ''): SlipItem[] {
  const names = spokenText(spoken, words.language);
  if (names === undefined) return [];
  const noted = spoken.flatMap((each) => {
    const name = spokenName(each, words.language);
    const note = said(each.note ?? {}, words.language, (found) => found);
    return name === undefined || note === undefined ? [] : [itemOf({ title: own(name, words), text: note })];
  });
  return [itemOf({ text: own(`${before}${names}`, words) }), ...noted];
}

/** For which ages it is; undefined when for all. */
function ageOf(
  { minimum_age: from, maximum_age: to }: ServiceToTake,
  words: SlipWords,
): SlipText | undefined {
  const [low, high] = [from !== undefined, to !== undefined];
  if (!low && !high) return undefined;
  const text = low && high ? words.ageBetween : low ? words.ageFrom : words.ageTo;
  return own(text.replace('{{from}}', String(from)).replace('{{to}}', String(to)), words);
}

/** For which area it is; undefined when for all. */
function areaOf({ service_areas }: ServiceToTake, words: SlipWords): SlipText | undefined {
  const areas = areaText(service_areas, words.language);
  return areas === undefined
    ? undefined
    : own(
        words.area.replace('{{areas}}', () => areas),
        words,
      );
}

/** What is paid, each with what it is for. */
function pricesOf(prices: readonly Price[], words: SlipWords): SlipItem[] {
  return prices.map(({ option, amount, currency = 'EUR', amount_description }) => {
    const options = { style: 'currency', currency, numberingSystem: 'latn' } as const;
    const price = (paid: number) =>
      paid === 0 ? words.noCost : new Intl.NumberFormat(words.language, options).format(paid);
    const tell = (text: Text | undefined) => said(text ?? {}, words.language, (found) => found);
    return itemOf({
      title: tell(option ?? amount_description),
      text: amount === undefined ? undefined : own(price(amount), words),
      note: option === undefined ? undefined : tell(amount_description),
    });
  });
}

/** A page on the web as people say it, when there is one. */
function siteOf(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//.test(url) ? siteText(url) : undefined;
}

/** The address to go to; undefined when there is none, or only one for post. */
function writtenAddress({ addresses }: Place, words: SlipWords): SlipText | undefined {
  const address = addresses.find(({ address_type }) => address_type !== 'postal');
  if (address === undefined) return undefined;
  const { address_1, address_2, postal_code, city } = address;
  const town = [postal_code, city].filter(Boolean).join(' ');
  return own([address_1, address_2, town].filter(Boolean).join(', '), words);
}

/**
 * The hours of seven days, each with its date: on paper "today" is soon another day. Once for all places that have the same; where
 * they differ, or are not known of every place, it says of which they are.
 */
function hoursOf(page: ServiceToTake, words: SlipWords): SlipSection[] {
  const names = new Map<string, { week: readonly Day[]; of: string[] }>();
  const add = (week: readonly Day[], name: string | undefined) => {
    if (week.length === 0) return;
    const same = names.get(JSON.stringify(week)) ?? { week, of: [] };
    names.set(JSON.stringify(week), same);
    if (name !== undefined) same.of.push(name);
  };
  add(page.week, undefined);
  for (const place of page.places)
    add(
      place.week,
      (said(place.name ?? {}, words.language, (found) => found) ?? writtenAddress(place, words))?.text,
    );
  const weeks = [...names.values()];
  const isOfAll = weeks.length === 1 && page.places.every(({ week }) => week.length > 0);
  return weeks.flatMap(({ week, of }) => {
    const heading = isOfAll || of.length === 0 ? words.hours : `${words.hours}: ${of.join(', ')}`;
    const items = week.map(({ date, spans, holiday, exception }) => {
      const hours = spans.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');
      const because = holiday === undefined ? undefined : own(words.holidays[holiday], words);
      return itemOf({
        text: own(`${weekdayText(date, words)}: ${hours === '' ? words.closed : hours}`, words),
        note: said(exception?.reason ?? {}, words.language, (reason) => reason) ?? because,
      });
    });
    return sectionOf('hours', own(heading, words), items);
  });
}

function weekdayText(date: CalendarDate, { language }: SlipWords): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, options).format(new Date(`${date}T00:00:00Z`));
}
