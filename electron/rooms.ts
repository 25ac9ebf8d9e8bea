import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { IpcMainInvokeEvent } from 'electron';
import type { Profile } from '../core/contract/about.ts';
import type { EventName, Handlers, KioskEvents } from '../core/contract/ipc.ts';
import { promisedAt, waitingAt } from '../core/domain/desk/help-board.ts';
import { untilNextContact, untilNextHandovers, untilNextSync } from '../core/domain/sync-schedule.ts';
import { readFlowsTexts } from '../db/content/flows-texts.ts';
import { readMedia } from '../db/content/read-content.ts';
import { shownVersions } from '../db/content/updates/shown-versions.ts';
import { noteStart, readEnrolment } from '../db/ops/enrolment.ts';
import { handoversGoing } from '../db/ops/handovers/going.ts';
import { makePepper, readPepper } from '../trust/pin/pepper.ts';
import { packsFollowed } from '../updates/packs-followed.ts';
import { foldersIn, mountedPlaces } from '../updates/stick/mounted-places.ts';
import { noteShown } from './admin/note-shown.ts';
import { rememberPepper } from './admin/remember-pepper.ts';
import { openSignIn } from './admin/sign-in.ts';
import type { MediaReader } from './app-protocol.ts';
import { type HousePlan, openContentHouse } from './content/content-house.ts';
import { openVisitCounts } from './counting/visit-counts.ts';
import { readDeskLists } from './desk/desk-lists-file.ts';
import { deskLogHandlers } from './desk/desk-log.ts';
import { handoverHandlers } from './desk/handovers.ts';
import { rememberLastWalk } from './desk/last-walk.ts';
import { branchPeers } from './desk/line/branch-peers.ts';
import { openHelpLine } from './desk/line/help-line.ts';
import { readPlace, writePlace } from './desk/line/place-file.ts';
import { startLine } from './desk/line/start-line.ts';
import { branchSchedules, deskHours, quietHours } from './desk/quiet-hours.ts';
import { choosePlace } from './desk/report/choose-place.ts';
import { deskReportHandlers } from './desk/report/reports.ts';
import { deskWorthHandlers } from './desk/worth.ts';
import { adminHandlers } from './handlers/admin.ts';
import { contentHandlers } from './handlers/content.ts';
import { deskHandlers } from './handlers/desk.ts';
import { directoryHandlers } from './handlers/directory.ts';
import { previewHandlers } from './handlers/preview.ts';
import { printHandlers } from './handlers/print.ts';
import { openSearchDesk } from './handlers/search.ts';
import { sessionHandlers } from './handlers/session.ts';
import { speechHandlers } from './handlers/speech.ts';
import { staffHandlers } from './handlers/staff.ts';
import { makeDoor, RefusedCallError } from './ipc/serve.ts';
import { openPreviewRoom } from './preview/preview-room.ts';
import { previewedHouse } from './preview/previewed-house.ts';
import { previewedLine } from './preview/previewed-line.ts';
import { previewedWalk } from './preview/previewed-walk.ts';
import { lookForPacks, startPreviewer } from './preview/start-previewer.ts';
import { mayHaveOpenJobs } from './print/open-jobs.ts';
import type { PrintPlan, PrintRoom } from './print/print-room.ts';
import { handoverWords } from './print/slip-words.ts';
import { startSpeaker } from './speech/start-speaker.ts';
import { makeVoice } from './speech/voice.ts';
import type { KeepContentIncident } from './stores/content-incidents.ts';
import { startQuietCopies } from './stores/daily-copy.ts';
import { belongingOf } from './updates/belonging.ts';
import { startContentScrub } from './updates/content-scrub.ts';
import { startContentUpdates } from './updates/content-updates.ts';
import { startHandoverContact } from './updates/handover-contact.ts';
import type { TellReply } from './updates/outbox-job.ts';
import { startServerContact } from './updates/server-contact.ts';
import { oneAtATime, type Spoken } from './updates/server-line.ts';
import { runUpdater } from './updates/start-updater.ts';

/** What main can do for a page, once everything is loaded. */
export type Rooms = {
  readonly call: (event: IpcMainInvokeEvent, name: unknown, input: unknown) => Promise<unknown>;
  readonly readMedia: MediaReader;
  /** Writes down what content may have brought about. */
  readonly incident: KeepContentIncident;
  /**
   * The visit is over: what is still being printed or said for it is taken back, and its search has ended. The next screen is drawn
   * once the promise is kept, if there is one: it never fails.
   */
  readonly visitOver: () => Promise<void> | undefined;
  /** The machine goes to sleep, or is locked itself, whether or not a visit was going on. */
  readonly machineLeft: () => void;
};

/** What the rooms need of the composition root. */
export type RoomsPlan = HousePlan &
  PrintPlan & {
    readonly appVersion: string;
    /** The lists of the desk that came with the app. */
    readonly deskListsFile: string;
    readonly speakerFile: string;
    readonly updaterFile: string;
    readonly previewerFile: string;
    readonly lineFile: string;
    readonly profile: Profile;
    /** Seconds between two looks at the repository, when a test wants its own. */
    readonly syncSeconds: number | undefined;
    /** Where the server listens, when a test says so. */
    readonly serverUrl: string | undefined;
    /** Folders of which every folder counts as a stick, when a test wants its own. */
    readonly stickDirs: readonly string[] | undefined;
  };

/** How often the list of what is mounted is read: a fraction of a millisecond, and nobody waits long for their stick. */
const STICKS_MS = 2_000;
/** Is it time to look at all that is stored? Asked every ten minutes. */
const SCRUB_LOOK_MS = 600_000;
/** Who belongs to the branch is read this often: it changes when the plan of the server does. */
const PEERS_MS = 30_000;
/** Is it time to tell of handovers, or to ask for them? Two small tables are looked at. */
const HANDOVERS_LOOK_MS = 10_000;
const SPEECH_IDLE_MS = 30_000;
/** On a slow machine, a cold start with a text of full length. */
const SPEECH_PATIENCE_MS = 20_000;

/** What the rooms need of the window side. */
export type VisitControl = {
  readonly isCurrent: (contentsId: number) => boolean;
  /** Tells one visit from another. */
  readonly id: () => number;
  readonly touch: () => void;
  readonly help: () => void;
  readonly end: () => void;
  readonly shown: (screen: string) => void;
  /** Tells the page of the visit that something happened. */
  readonly tell: <N extends EventName>(event: N, detail: KioskEvents[N]) => void;
  /** Is no visit going on? */
  readonly isQuiet: () => boolean;
  /** Draws the first screen anew, with what the content now is. */
  readonly redraw: () => void;
};

/** Opens the stores and joins handlers to the door. Loaded after the first window is on its way, which needs none of it. */
export function openRooms(plan: RoomsPlan, visit: VisitControl): Rooms {
  const house = openContentHouse({
    ...plan,
    fillBeside: (request) => runUpdater(plan.updaterFile, request),
  });
  // Few visitors print: what it takes is loaded when it is asked for.
  let room: Promise<PrintRoom> | undefined;
  const printRoom = () => {
    room ??= import('./print/print-room.ts').then(({ openPrintRoom }) => openPrintRoom(plan));
    return room;
  };
  // Or at once, when the last run was broken off while it printed.
  if (mayHaveOpenJobs(plan.dataDir)) void printRoom();
  const voice = makeVoice({
    startSpeaker: () => startSpeaker(plan.speakerFile),
    idleMs: SPEECH_IDLE_MS,
    patienceMs: SPEECH_PATIENCE_MS,
    trouble: plan.log.trouble,
  });
  const { dataDir, migrationsDir, nativeBinding, log, now } = plan;
  const previews = openPreviewRoom({
    ...{ dataDir, migrationsDir, nativeBinding, log, today: house.today },
    startPreviewer: (request) => startPreviewer(plan.previewerFile, request),
  });
  const seen = previewedHouse(house, previews);
  const counts = openVisitCounts(seen);
  const walk = previewedWalk(
    rememberLastWalk(() => performance.now()),
    previews,
  );
  const search = openSearchDesk(seen, counts.count);
  const copies = startQuietCopies(house.copy);
  const touch = () => {
    copies.visited();
    scrub.visited();
    visit.touch();
  };
  house.write(noteStart);
  const starts = house.write(readEnrolment)?.starts;
  const untilNext = (wait: typeof untilNextSync) => (failures: number | undefined) =>
    plan.syncSeconds === undefined ? wait(failures, Math.random(), starts) : plan.syncSeconds * 1000;
  const sticks = () => (plan.stickDirs === undefined ? mountedPlaces() : foldersIn(plan.stickDirs));
  const updates = startContentUpdates({
    ...{ dataDir, migrationsDir, nativeBinding, log, now },
    today: house.today,
    change: (act) => {
      const done = house.change(act);
      noteShown(house, now());
      return done;
    },
    belonging: () => belongingOf(house.write(readEnrolment)),
    isQuiet: visit.isQuiet,
    redraw: visit.redraw,
    untilNext: untilNext(untilNextSync),
    later: (act, ms) => void setTimeout(act, ms),
    sticks,
    often: (act) => void setInterval(act, STICKS_MS),
    runUpdater: (request, signal) => runUpdater(plan.updaterFile, request, signal && { signal }),
  });
  const scrub = startContentScrub({
    ...{ dataDir, migrationsDir, nativeBinding, log, now, packsDir: plan.packsDir },
    today: house.today,
    change: house.change,
    mend: house.mend,
    incident: house.incident,
    remind: house.remind,
    report: house.report,
    isQuiet: visit.isQuiet,
    redraw: visit.redraw,
    later: (act, ms) => void setTimeout(act, ms),
    everyMs: plan.syncSeconds === undefined ? SCRUB_LOOK_MS : plan.syncSeconds * 1000,
    sticks: () => sticks().map(({ folder }) => folder),
    runScrub: (request, options) => runUpdater(plan.updaterFile, request, options),
  });
  const server = oneAtATime({
    tell: async () => {
      const reply = await runUpdater<TellReply>(plan.updaterFile, {
        ...{ job: 'outbox', dataDir, migrationsDir, nativeBinding, serverUrl: plan.serverUrl },
        health: {
          appVersion: plan.appVersion,
          packs: packsFollowed(house.change(shownVersions), dataDir),
        },
      });
      signIn.peopleChanged();
      return reply;
    },
    tellHandovers: () =>
      runUpdater<Spoken>(plan.updaterFile, {
        ...{ job: 'handovers', dataDir, migrationsDir, nativeBinding, serverUrl: plan.serverUrl },
      }),
    enrol: (wanted) =>
      runUpdater<Spoken>(plan.updaterFile, {
        ...{ job: 'enrol', dataDir, migrationsDir, nativeBinding, ...wanted },
        ...{ profile: plan.profile, appVersion: plan.appVersion },
      }),
  });
  const handovers = startHandoverContact({
    tell: server.tellHandovers,
    look: () => house.write(handoversGoing) ?? { isUntold: false, goesOn: false },
    untilNext: (failures) => untilNextHandovers(failures, Math.random()),
    often: (act) => void setInterval(act, HANDOVERS_LOOK_MS),
    elapsed: () => performance.now(),
    log,
  });
  startServerContact({
    isEnrolled: () => (house.write(readEnrolment)?.state ?? 'revoked') !== 'revoked',
    tell: server.tell,
    untilNext: untilNext(untilNextContact),
    later: (act, ms) => void setTimeout(act, ms),
    log,
  });
  const damaged = ({ message }: Error) => {
    log.trouble('picture-damaged', message);
    seen.incident('picture-damaged', message);
    scrub.soon();
  };
  const pepper = rememberPepper(() => readPepper(dataDir), log);
  const signIn = openSignIn({
    write: house.write,
    pepper,
    verify: async (...given) => (await import('../trust/pin/hash-pin.ts')).verifyPin(...given),
    visit: visit.id,
    end: visit.end,
    elapsed: () => performance.now(),
    repeat: (act, ms) => {
      const timer = setInterval(act, ms).unref();
      return () => clearInterval(timer);
    },
  });
  let place = readPlace(dataDir, log);
  const peersOf = branchPeers(plan.profile);
  const line = openHelpLine({
    ...{ profile: plan.profile, dataDir, log },
    peers: () => {
      const enrolment = house.write(readEnrolment);
      return house.change((content) => peersOf(content, enrolment)) ?? [];
    },
    number: () => place.number,
    start: () => startLine(plan.lineFile),
    later: (act, ms) => void setTimeout(act, ms),
    // Asked of the line as the screens see it: what is told to a preview would bring the button that asks the desk.
    seen: () => visit.tell('help:told', seenLine.seen()),
    board: (board, rings) =>
      visit.tell('help:changed', { waiting: waitingAt(board), promised: promisedAt(board), rings }),
  });
  const seenLine = previewedLine(line, previews);
  line.look();
  setInterval(line.look, plan.syncSeconds === undefined ? PEERS_MS : plan.syncSeconds * 1000);
  let visitors = 0;
  const visitorGone = () => {
    visitors++;
    search.end();
    counts.end();
    line.visitOver();
    walk.visitOver();
    voice.silence();
    void room?.then(({ cancel }) => cancel());
  };
  const handlers: Handlers = {
    ...adminHandlers({
      ...{ signIn, house, updates, sticks, dataDir, now, server, packsDir: plan.packsDir },
    }),
    ...staffHandlers({
      ...{ signIn, house, makePepper: () => makePepper(dataDir) },
      hash: async (...given) => (await import('../trust/pin/hash-pin.ts')).hashPin(...given),
    }),
    ...contentHandlers(seen),
    ...printHandlers(seen, printRoom, plan.now, () => visitors, counts.count),
    ...deskHandlers({
      ...{
        house: seen,
        visit: () => visitors,
        line: seenLine,
        help: visit.help,
        now: () => performance.now(),
      },
      place: {
        read: () => place,
        write: (settings) => {
          const kept = writePlace(dataDir, settings, log);
          if (kept) place = settings;
          return kept;
        },
      },
    }),
    ...deskLogHandlers({
      ...{ house, walk, now, log, printRoom, elapsed: () => performance.now() },
      afterwards: (act) => void setImmediate(act),
      isDesk: plan.profile === 'desk',
      person: () => signIn.signedIn()?.who ?? null,
      lists: () => readDeskLists(dataDir, plan.deskListsFile),
      quietHours: async (lastLoggedAt, moment) => {
        const enrolment = house.write(readEnrolment);
        const branch = await house.read(
          (db) => branchSchedules(db, enrolment),
          () => [],
        );
        const { schedules } = readDeskLists(dataDir, plan.deskListsFile).lists;
        return quietHours(deskHours(branch, schedules), lastLoggedAt, moment);
      },
    }),
    ...handoverHandlers({
      ...{ house, dataDir, log, printRoom, words: handoverWords, random: randomBytes },
      spoken: walk.spoken,
      person: () => signIn.signedIn()?.who ?? null,
      key: pepper,
      ...handovers,
    }),
    ...deskWorthHandlers(house, () => readDeskLists(dataDir, plan.deskListsFile).lists, now),
    ...deskReportHandlers({
      ...{ dataDir, write: house.write, sticks, printRoom, visit: visit.id, log },
      lists: () => readDeskLists(dataDir, plan.deskListsFile).lists,
      flowsTexts: (flows) =>
        house.read(
          (db) => readFlowsTexts(db, flows),
          () => ({}),
        ),
      choosePlace: plan.profile === 'desk' ? choosePlace : undefined,
      pdf: async (report) => (await import('./print/report-pdf.ts')).reportPdf(report, plan.printFolder),
    }),
    ...directoryHandlers(house, plan.now),
    ...search.handlers,
    ...sessionHandlers({ ...visit, touch, visitorGone }),
    ...speechHandlers(voice, counts.count),
    'visit:at': async (place) => {
      walk.at(place); // At once: the log may be asked for next.
      await counts.at(place);
      return null;
    },
    ...previewHandlers({
      ...{ house, room: previews, printRoom, leave: search.end },
      find: () =>
        lookForPacks(plan.previewerFile, [
          ...sticks().map(({ folder }) => ({ folder, place: 'stick' as const })),
          { folder: join(dataDir, 'packs'), place: 'data' },
          { folder: plan.packsDir, place: 'app' },
        ]),
    }),
  };
  const door = makeDoor(handlers, signIn.role, () => performance.now());
  return {
    visitOver: () => {
      signIn.visitOver();
      visitorGone();
      previews.close();
      copies.left();
      return updates.visitOver();
    },
    machineLeft: walk.machineLeft,
    incident: seen.incident,
    readMedia: (address) =>
      seen.read(
        (db) => readMedia(db, address, damaged),
        () => undefined,
      ),
    call: async (event, name, input) => {
      const frame = event.senderFrame;
      const caller = {
        isCurrentPage: visit.isCurrent(event.sender.id),
        isTopFrame: frame === event.sender.mainFrame,
        url: frame?.url ?? '',
      };
      try {
        return await door(caller, name, input);
      } catch (error) {
        const refused = error instanceof RefusedCallError;
        plan.log.trouble(
          refused ? 'call-refused' : 'call-failed',
          refused ? error.message : String((error as Error).stack ?? error),
        );
        // The page hears nothing of why: it is not its business, and it might be hostile.
        throw new Error(refused ? 'refused' : 'failed');
      }
    },
  };
}
