import { parametersIn, resolveAmount, type Setting } from '../condition.ts';
import type { Flow } from '../flow.ts';
import { rulesOf } from '../flow-edges.ts';
import type { ParameterId } from '../parameter.ts';

/** Two amounts so near to each other draw one bound among whole numbers: less than 18, and at most 17. */
const NEAR = 1;
/** Far enough from what was near, to either side. */
const SHIFT = 2;

/**
 * The same setting with one parameter a little higher or lower, for each that happens to be as high as another one in the flow. What is
 * only true because two amounts are equal this year is not true in all of these.
 */
export function shiftedSettings(flow: Flow, setting: Setting): Setting[] {
  const ids = new Set(rulesOf(flow).flatMap(({ rule: { when } }) => (when ? parametersIn(when) : [])));
  const values = new Map([...ids].map((id) => [id, resolveAmount({ parameter: id }, setting)]));
  const isNearAnother = (id: ParameterId) =>
    [...values].some(
      ([other, value = Number.NaN]) =>
        other !== id && Math.abs(value - (values.get(id) ?? Number.NaN)) <= NEAR,
    );
  return [...ids]
    .filter(isNearAnother)
    .flatMap((id) => [SHIFT, -SHIFT].map((by) => shifted(setting, id, by)));
}

function shifted(setting: Setting, id: ParameterId, by: number): Setting {
  const parameter = setting.parameters[id];
  if (parameter === undefined) return setting;
  const values = parameter.values.map((dated) => ({ ...dated, value: dated.value + by }));
  return { ...setting, parameters: { ...setting.parameters, [id]: { ...parameter, values } } };
}
