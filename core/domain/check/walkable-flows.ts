import type { FlowInPack, Pack } from '../pack.ts';
import { fileMeant } from './assemble.ts';
import { unknownAmounts } from './check-references.ts';
import { type Finding, fieldText } from './finding.ts';

/** What can be wrong in a flow.yaml of which every path can still be walked; a name in a condition is looked at apart. */
const HARMLESS: readonly string[] = ['review', 'reference', 'places', 'truth', 'address', 'twice'];

/** The file without which amounts in conditions have no value: nobody would walk the paths that the author meant. */
const AMOUNTS = 'parameters.yaml';

/** The errors that keep the paths of a flow from being walked: in its own logic, or in the amounts that it needs. */
export function errorsInLogic(pack: Pack, id: string, findings: readonly Finding[]): Finding[] {
  const own = `flows/${id}/flow.yaml`;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const found = errors.filter(
    ({ rule, file }) => (file === own || file === AMOUNTS) && !HARMLESS.includes(rule),
  );
  return found.length > 0 ? found : unknownIn(pack, id, errors);
}

/** The check itself leaves names alone while a file cannot be read or has another name; that other name is then told as well. */
function unknownIn(pack: Pack, id: string, errors: readonly Finding[]): Finding[] {
  const flow = pack.flows.find((single) => single.flow.id === id)?.flow;
  const unknown = flow === undefined ? [] : unknownAmounts(flow, pack.parameters);
  if (unknown.length === 0) return [];
  const renamed = errors.filter(({ rule, file }) => rule === 'unknown-file' && fileMeant(file) === AMOUNTS);
  return [
    ...renamed,
    ...unknown.map(({ field, ...remark }): Finding => {
      const finding = { ...remark, field: fieldText(field) };
      // The check's own knows the line.
      return (
        errors.find(
          ({ file, rule, field: at }) =>
            file === finding.file && rule === finding.rule && at === finding.field,
        ) ?? finding
      );
    }),
  ];
}

/** The flows of a pack whose paths can be walked, whatever else is wrong with it. */
export function walkableFlows(pack: Pack, findings: readonly Finding[]): FlowInPack[] {
  return pack.flows.filter(({ flow }) => errorsInLogic(pack, flow.id, findings).length === 0);
}
