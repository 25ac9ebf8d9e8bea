import { ORGANISATIONS } from './0001-organisations.ts';
import { ITEMS } from './0002-items.ts';
import { ACCOUNTS } from './0003-accounts.ts';
import { ROLLOUTS } from './0004-rollouts.ts';
import { ALERTS } from './0005-alerts.ts';
import { DIRECTORY } from './0006-directory.ts';
import { PUBLISHERS_AND_PARTNERS } from './0007-publishers-and-partners.ts';
import { PURGE } from './0008-purge.ts';
import { HEALTH_ORDER } from './0009-health-order.ts';
import { QUESTIONS } from './0010-questions.ts';
import { HANDOVERS } from './0011-handovers.ts';
import { PROOF } from './0012-proof.ts';
import { STAFF } from './0013-staff.ts';
import { HELD_ITSELF } from './0014-held-itself.ts';
import { STAFF_LEFT } from './0015-staff-left.ts';
import { EARLIER_RINGS } from './0016-earlier-rings.ts';
import { USE_TOLD } from './0017-use-told.ts';
import { REMIND_AFTER } from './0018-remind-after.ts';
import { TOLD_BEFORE } from './0019-told-before.ts';
import { ROLLOUT_ENDED } from './0020-rollout-ended.ts';
import { MAYBE_TOLD } from './0021-maybe-told.ts';
import { HANDOVER_MONTH } from './0022-handover-month.ts';
import { HANDOVERS_FORGOTTEN } from './0023-handovers-forgotten.ts';
import { ENDED_ACCOUNTS } from './0024-ended-accounts.ts';
import { APPROVED_AT } from './0025-approved-at.ts';
import { ADDRESSES_REFUSED } from './0026-addresses-refused.ts';
import { ENDED_AT_SEVERAL } from './0027-ended-at-several.ts';
import { COUNT_PLACES } from './0028-count-places.ts';
import { PACKS_NONE_SINCE } from './0029-packs-none-since.ts';
import { TIMES_AWAY } from './0030-times-away.ts';
import type { ServerMigration } from './server-migration.ts';

/** All steps, in their order. They are part of the program: a server that runs has them. */
export const SERVER_MIGRATIONS: readonly ServerMigration[] = [
  ORGANISATIONS,
  ITEMS,
  ACCOUNTS,
  ROLLOUTS,
  ALERTS,
  DIRECTORY,
  PUBLISHERS_AND_PARTNERS,
  PURGE,
  HEALTH_ORDER,
  QUESTIONS,
  HANDOVERS,
  PROOF,
  STAFF,
  HELD_ITSELF,
  STAFF_LEFT,
  EARLIER_RINGS,
  USE_TOLD,
  REMIND_AFTER,
  TOLD_BEFORE,
  ROLLOUT_ENDED,
  MAYBE_TOLD,
  HANDOVER_MONTH,
  HANDOVERS_FORGOTTEN,
  ENDED_ACCOUNTS,
  APPROVED_AT,
  ADDRESSES_REFUSED,
  ENDED_AT_SEVERAL,
  COUNT_PLACES,
  PACKS_NONE_SINCE,
  TIMES_AWAY,
];
