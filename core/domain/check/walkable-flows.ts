import type { FlowInPack, Pack } from '../pack.ts';
import type { Finding } from './finding.ts';

/** What can be wrong in a flow.yaml of which every path can still be walked. */
const HARMLESS: readonly string[] = ['review', 'reference', 'places', 'truth'];

/** The file without which amounts in conditions have no value: nobody would walk the paths that the author meant. */
const AMOUNTS = 'parameters.yaml';

/** The errors that keep the paths of a flow from being walked: in its own logic, or in the amounts that it may need. */
export function errorsInLogic(flow: string, findings: readonly Finding[]): Finding[] {
  const own = `flows/${flow}/flow.yaml`;
  return findings.filter(
    ({ severity, rule, file }) =>
      severity === 'error' && (file === own || file === AMOUNTS) && !HARMLESS.includes(rule),
  );
}

/** The flows of a pack whose paths can be walked, whatever else is wrong with it. */
export function walkableFlows(pack: Pack, findings: readonly Finding[]): FlowInPack[] {
  return pack.flows.filter(({ flow }) => errorsInLogic(flow.id, findings).length === 0);
}
