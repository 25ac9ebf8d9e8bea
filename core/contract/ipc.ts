import { z } from 'zod';
import { HsdsId } from '../domain/directory/hsds-values.ts';
import { Id } from '../domain/id.ts';
import { Language } from '../domain/language.ts';
import type { Role } from '../domain/role.ts';
import { Slip } from '../domain/slip.ts';
import { MOST_SPOKEN } from '../domain/speech.ts';
import { ADMIN_CHANNELS } from './admin.ts';
import { HANDOVER_CHANNELS } from './desk/handover.ts';
import { HELP_CHANNELS } from './desk/help.ts';
import { DESK_LOG_CHANNELS } from './desk/log.ts';
import { DESK_REPORT_CHANNELS } from './desk/report.ts';
import { DESK_WORTH_CHANNELS } from './desk/worth.ts';
import { NearPage, ServiceFilters, ServicePage, ServicesPage } from './directory.ts';
import { writeText } from './json-text.ts';
import { ArticlePage, FlowPage, HomePage, TopicPage } from './pages.ts';
import { FactSheetWanted, MOST_PATH, PackFolder, PreviewOpened } from './preview.ts';
import { Paper, PaperAtHand, PrintResult, SlipWanted } from './print.ts';
import { SearchPage, SearchQuestion } from './search.ts';
import { Spoken } from './speech.ts';
import { STAFF_CHANNELS } from './staff.ts';
import { VisitPlace } from './visit-place.ts';

/** A channel: who may call it, what goes in, what comes out. Both sides are checked in main. */
type Channel = { readonly role: Role; readonly input: z.ZodType; readonly output: z.ZodType };

const Nothing = z.strictObject({});

/** THE contract between the screens and main. A channel that is not here does not exist. */
export const CHANNELS = {
  ...ADMIN_CHANNELS,
  ...HELP_CHANNELS,
  ...STAFF_CHANNELS,
  ...DESK_LOG_CHANNELS,
  ...HANDOVER_CHANNELS,
  ...DESK_REPORT_CHANNELS,
  ...DESK_WORTH_CHANNELS,
  'content:home': { role: 'visitor', input: Nothing, output: HomePage },
  'content:topic': { role: 'visitor', input: z.strictObject({ topic: Id }), output: TopicPage.nullable() },
  'content:flow': { role: 'visitor', input: z.strictObject({ flow: Id }), output: FlowPage.nullable() },
  'content:article': {
    role: 'visitor',
    input: z.strictObject({ article: Id }),
    output: ArticlePage.nullable(),
  },
  /** As somebody types. What was asked is kept nowhere. */
  'content:search': { role: 'visitor', input: SearchQuestion, output: SearchPage },
  /** A visitor left or cleared the search. The end of a visit ends it too, without being told. */
  'search:ended': { role: 'visitor', input: Nothing, output: z.null() },
  'directory:list': {
    role: 'visitor',
    input: z.strictObject({ filters: ServiceFilters, page: z.number().int().min(0).max(100_000) }),
    output: ServicesPage,
  },
  /** Is there a directory, once all that came with the app has been put in? Home is there before that. */
  'directory:awaited': { role: 'visitor', input: Nothing, output: z.boolean() },
  /** Where an outcome sends to: the category that it names. */
  'directory:near': { role: 'visitor', input: z.strictObject({ category: Id }), output: NearPage },
  /** The page of a service, as a text; null when there is none of that id. */
  'directory:service': {
    role: 'visitor',
    input: z.strictObject({ id: HsdsId }),
    output: ServicePage.transform(writeText<ServicePage>).nullable(),
  },
  /** What a slip can be printed on here. */
  'print:printers': { role: 'visitor', input: Nothing, output: z.array(PaperAtHand) },
  /** The slip, for the screen; null when there is none (any more). */
  'print:preview': { role: 'visitor', input: SlipWanted, output: Slip.nullable() },
  /** Prints a slip and answers when that is done, or cannot be done. */
  'print:slip': {
    role: 'visitor',
    input: z.strictObject({ ...SlipWanted.shape, paper: Paper }),
    output: PrintResult,
  },
  /** Takes back what is being printed; `print:slip` then answers `cancelled`. */
  'print:cancel': { role: 'visitor', input: Nothing, output: z.null() },
  /** The folders of packs that can be found here. */
  'preview:folders': { role: 'admin', input: Nothing, output: z.array(PackFolder) },
  /** Reads and checks a folder. When a kiosk would show its pack, the screens read that one until `preview:close` or the end. */
  'preview:open': {
    role: 'admin',
    input: z.strictObject({ folder: z.string().min(1).max(MOST_PATH) }),
    output: PreviewOpened,
  },
  'preview:close': { role: 'admin', input: Nothing, output: z.null() },
  /** Is there a printer for sheets of A4? */
  'preview:printable': { role: 'admin', input: Nothing, output: z.boolean() },
  /** Prints all screens of a flow of what is open, for those who check facts. */
  'preview:print': { role: 'admin', input: FactSheetWanted, output: PrintResult },
  /** Somebody touched, typed or scrolled. */
  'session:activity': { role: 'visitor', input: Nothing, output: z.null() },
  /** Somebody helps the visitor: the kiosk waits longer, for this visit. */
  'session:helped': { role: 'visitor', input: Nothing, output: z.null() },
  /** The visitor is done: everything is wiped and a fresh window comes. */
  'session:end': { role: 'visitor', input: Nothing, output: z.null() },
  /** The visitor with whom staff looked at the screens has gone: what is known of them goes, and whoever works here stays. */
  'session:visitor-gone': { role: 'staff', input: Nothing, output: z.null() },
  /** Makes a text into sound, to be played by the page. A longer text comes in pieces. */
  'speech:say': {
    role: 'visitor',
    input: z.strictObject({ text: z.string().min(1).max(MOST_SPOKEN), language: Language }),
    output: Spoken,
  },
  /** Where in the content the visitor is now, for the counts. */
  'visit:at': { role: 'visitor', input: VisitPlace, output: z.null() },
  /** A screen has been painted; main lets it be seen, and photographs it where a test build is asked to. */
  'screen:shown': {
    role: 'visitor',
    input: z.strictObject({ screen: z.string().regex(/^[a-z0-9-]{1,120}$/) }),
    output: z.null(),
  },
} as const satisfies Record<string, Channel>;

export type ChannelName = keyof typeof CHANNELS;
export type Input<N extends ChannelName> = z.input<(typeof CHANNELS)[N]['input']>;
export type Output<N extends ChannelName> = z.output<(typeof CHANNELS)[N]['output']>;
/** What a handler gives; the contract makes the output of it. */
type Given<N extends ChannelName> = z.input<(typeof CHANNELS)[N]['output']>;

/** One handler a channel: a channel without one does not compile. */
export type Handlers = {
  readonly [N in ChannelName]: (
    input: z.output<(typeof CHANNELS)[N]['input']>,
  ) => Given<N> | Promise<Given<N>>;
};

/** What main tells the screens. */
export type KioskEvents = {
  /** Nobody did anything for a while; the visit ends in so many seconds. */
  'idle:warned': { readonly secondsLeft: number };
  /** Somebody did something: the warning can go. */
  'idle:calmed': Readonly<Record<string, never>>;
  /** What the visitor is told of the desk changed. */
  'help:told': Output<'help:line'>;
  /** The requests at this desk changed; these screens wait, who waits longest first. `rings`: somebody should look. */
  'help:changed': Readonly<Output<'help:waiting'>> & { readonly rings: boolean };
};
export type EventName = keyof KioskEvents;
