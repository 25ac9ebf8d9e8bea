// The end of `npm test` and `npm run check`: which tests failed and the next step, then the count.
import { describeFailure, say } from '../setup/say.mjs';
import { countCheck, sumUp } from './count.mjs';

/** @typedef {import('./run-checks.mjs').Outcome} Outcome */

/** @param {Outcome[]} outcomes @returns {string | undefined} */
export function nextStep(outcomes) {
  const failed = outcomes.filter(({ count }) => count.failed > 0).map(({ check }) => check);
  const [first] = failed;
  if (!first) return undefined;
  const others = failed.length === 1 ? '' : ` (${failed.length} steps failed)`;
  return `Next step: correct what "${first.name}" reports above${others}; \`${first.alone}\` runs it alone.`;
}

/**
 * @param {() => Promise<Outcome[]>} run
 * @returns {Promise<number>} the exit status; the count is always the last line
 */
export async function conclude(run) {
  /** @type {Outcome[]} */
  let outcomes;
  try {
    outcomes = await run();
  } catch (error) {
    // Even a set-up that failed ends with the count: whoever reads only the last line must see it.
    say(describeFailure(error));
    say(sumUp([countCheck(false)]).line);
    return 1;
  }
  const { line, ok } = sumUp(outcomes.map(({ count }) => count));
  for (const failure of outcomes.flatMap(({ failures }) => failures)) say(`FAILED ${failure}`);
  const advice = nextStep(outcomes);
  if (advice) say(advice);
  say(line);
  return ok ? 0 : 1;
}
