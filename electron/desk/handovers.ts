import { randomUUID } from 'node:crypto';
import type { DeskHandover } from '../../core/contract/desk/handover.ts';
import type { Handlers } from '../../core/contract/ipc.ts';
import type { HandoverId } from '../../core/contract/sync/handovers.ts';
import { movesFrom } from '../../core/domain/desk/handover.ts';
import { HandoverCode, makeHandoverCode, writeHandoverCode } from '../../core/domain/desk/handover-code.ts';
import { type HandoverSlipWords, handoverSlip } from '../../core/domain/desk/handover-slip.ts';
import { dayOf, localHourOf } from '../../core/domain/desk/local-hour.ts';
import { judgeAgreement } from '../../core/domain/desk/partner-agreement.ts';
import type { Slip } from '../../core/domain/slip.ts';
import type { Language } from '../../core/domain/words.ts';
import { restoredFrom } from '../../db/ops/audit.ts';
import { readEnrolment } from '../../db/ops/enrolment.ts';
import { forgetOldHandovers } from '../../db/ops/handovers/forget.ts';
import { giveHandover } from '../../db/ops/handovers/give.ts';
import type { HandoverBy } from '../../db/ops/handovers/handover-acts.ts';
import {
  findHandover,
  listHandovers,
  type StoredHandover,
  sayOfHandover,
} from '../../db/ops/handovers/handovers.ts';
import { readPartners } from '../../db/ops/handovers/partners.ts';
import type { ContentHouse } from '../content/content-house.ts';
import type { Log } from '../log.ts';
import type { PrintRoom } from '../print/print-room.ts';

type HandoverHandlers = Pick<
  Handlers,
  'handover:list' | 'handover:give' | 'handover:say' | 'handover:slip' | 'handover:print'
>;

/**
 * What handing over needs. `spoken`: the language of the last visit at this screen. `random`: so many random bytes. `told`: something waits for the server. `looked`: somebody sees how far they are. `person`: the id of who is signed in;
 * `key`: what seals the audit log; it throws nothing.
 */
export type HandoverPlan = {
  readonly house: Pick<ContentHouse, 'write' | 'today' | 'troubles'>;
  readonly dataDir: string;
  readonly printRoom: () => Promise<PrintRoom>;
  readonly words: (language: Language) => HandoverSlipWords;
  readonly spoken: () => Language | undefined;
  readonly random: (bytes: number) => Uint8Array;
  readonly told: () => void;
  readonly looked: () => void;
  readonly person: () => string | null;
  readonly key: () => Uint8Array | undefined;
  readonly log: Log;
};

/** Where the page of the partners is, under the address of a server. */
const PAGE = 'overdracht';

/** Hands over to partners. A page names a partner and hands in what it locked; the code and the slip are made here. */
export function handoverHandlers(plan: HandoverPlan): HandoverHandlers {
  const { house, dataDir, log } = plan;
  const by = (now: Date): HandoverBy => ({ now, person: plan.person(), key: plan.key() });

  const slipFor = (id: HandoverId, language: Language): Slip | undefined =>
    house.write((ops) => {
      const found = findHandover(ops, id);
      const server = readEnrolment(ops)?.server;
      if (found === undefined || server === undefined) return undefined;
      const partner = readPartners(ops).find((each) => each.id === found.partner);
      return handoverSlip(
        {
          code: found.code,
          partner: partner ?? { name: found.partner_name },
          givenOn: dayOf(localHourOf(new Date(found.given_at))),
          isSealed: found.sealed === 'here' || found.sealed === 'waiting',
          page: new URL(PAGE, server.endsWith('/') ? server : `${server}/`).href,
        },
        plan.words(language),
      );
    });

  return {
    'handover:list': () => {
      plan.looked();
      const today = house.today();
      const seen = house.write((ops, now) => {
        forgetOldHandovers(ops, dataDir, now);
        const state = readEnrolment(ops)?.state;
        return {
          restoredFrom: house.troubles().includes('ops-restored') ? (restoredFrom(ops) ?? null) : null,
          isJoined: state === 'approved',
          partners: readPartners(ops).map((partner) => ({
            ...partner,
            agreement: judgeAgreement(partner.review_by, today),
          })),
          handovers: listHandovers(ops).map(seenByDesk),
        };
      });
      const spoken = plan.spoken() ?? null;
      return {
        today,
        spoken,
        ...(seen ?? { restoredFrom: null, isJoined: false, partners: [], handovers: [] }),
      };
    },
    'handover:give': ({ partner: wanted, recipient, sealed }) => {
      const id = randomUUID();
      const given = house.write((ops, now) => {
        const partner = readPartners(ops).find((each) => each.id === wanted);
        if (partner === undefined) return 'no-partner' as const;
        // While somebody typed the partner got another key: what is locked to the old one could be opened by nobody.
        if (sealed !== null && partner.recipient !== recipient) return 'other-key' as const;
        const code = HandoverCode.parse(makeHandoverCode(plan.random));
        const handover = { id, code, partner: partner.id, partner_name: partner.name, sealed };
        giveHandover(ops, dataDir, handover, by(now));
        return findHandover(ops, id);
      });
      if (given === 'no-partner' || given === 'other-key') return { kind: given };
      if (given === undefined) return { kind: 'not-kept' };
      log.note('handover-given', sealed === null ? '' : 'sealed');
      plan.told();
      return { kind: 'given', handover: seenByDesk(given) };
    },
    'handover:say': ({ id, to }) => {
      const found = house.write((ops, now) => {
        if (!sayOfHandover(ops, id, to, by(now))) return undefined;
        forgetOldHandovers(ops, dataDir, now);
        return findHandover(ops, id);
      });
      if (found === undefined) return null;
      plan.told();
      return seenByDesk(found);
    },
    'handover:slip': ({ id, language }) => slipFor(id, language) ?? null,
    'handover:print': async ({ id, language, paper }) => {
      const slip = slipFor(id, language);
      return slip === undefined ? 'failed' : (await plan.printRoom()).print(slip, paper);
    },
  };
}

function seenByDesk({ id, code, partner_name, given_at, state, sealed, told }: StoredHandover): DeskHandover {
  // The hour is kept in UTC; the day is that of the calendar on the wall.
  const givenOn = dayOf(localHourOf(new Date(given_at)));
  return {
    ...{ id, code: writeHandoverCode(code), partnerName: partner_name, givenOn },
    ...{ state, sealed, told, next: movesFrom(state, 'desk') },
  };
}
