import type { FastifyInstance } from 'fastify';
import type { AlertRules } from '../../../core/domain/alerts/alert-rules.ts';
import type { OpenedVersions } from '../../packs/opened-versions.ts';
import type { ServerStore } from '../../store/open-server-store.ts';
import { serveDevices } from './devices.ts';
import { serveDirectory } from './directory.ts';
import { serveLibraries } from './libraries.ts';
import { servePacks } from './packs.ts';
import { servePartners } from './partners.ts';
import { servePeopleList } from './people.ts';
import { serveRollouts } from './rollouts.ts';
import { serveUse } from './use.ts';

/**
 * All routes of the administration but those of accounts. `rules`: from when on a device has something wrong. `versions`: those of the
 * repository, as they are on `today`.
 */
export function serveAdministration(
  app: FastifyInstance,
  store: ServerStore,
  rules: AlertRules,
  { versions, today }: { readonly versions: OpenedVersions; readonly today: () => string },
): void {
  serveDevices(app, store, rules);
  serveDirectory(app, store);
  serveLibraries(app, store);
  servePartners(app, store, today);
  servePeopleList(app, store);
  serveRollouts(app, store);
  serveUse(app, store);
  servePacks(app, store, versions, today);
}
